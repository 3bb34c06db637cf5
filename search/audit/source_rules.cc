// SPDX-License-Identifier: GPL-2.0-or-later
//
// Source ids and the list that says what they are.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "corpus/language.h"
#include "corpus/source_id.h"
#include "corpus/source_list.h"
#include "indexer/schema.h"
#include "indexer/term.h"
#include "search/audit/rule_groups.h"

namespace ibid {
namespace {

using Listings = std::map<std::string, std::vector<const ListedSource*>>;

Listings listings_of(const ReportView& view) {
  Listings listings;
  for (const ListedSource& source : view.report.listed_sources) {
    if (!source.id.empty()) listings[source.id].push_back(&source);
  }
  return listings;
}

Place place_of_listing(const ReportView& view, const ListedSource& source) {
  for (const StoredPassage& passage : view.passages) {
    if (passage.sequence != source.sequence) continue;
    const std::size_t at = passage.text.find(source.id);
    if (at == std::string::npos) return place_of_passage(passage);
    return place_in(passage, {at, at + source.id.size()});
  }
  return place_of_report(view);
}

void cited_source_faults(const ReportView& view, const Listings& listings, Findings& out) {
  std::set<std::string> told;
  for (const StoredPassage& passage : view.passages) {
    if (passage.kind == PassageKind::kSource) continue;
    for (const Citation& citation : passage.citations) {
      const Place place = place_in(passage, citation.text);
      if (citation.form == Citation::Form::kMalformed) {
        out.push_back(make_finding(rule::kMalformedSourceId,
                                   citation.source + " is no well-formed source id", place));
      } else if (citation.form == Citation::Form::kId && !listings.contains(citation.source) &&
                 told.insert(citation.source).second) {
        out.push_back(make_finding(rule::kUnlistedSource,
                                   citation.source + " is cited and not listed", place));
      }
    }
  }
}

// The script of a title tells Korean from what is not; other languages share letters.
bool contradicts(const SourceId& id, const std::string& title) {
  const std::string language = passage_language(count_scripts(title));
  return (language == "ko" && id.language == "eng") || (language == "en" && id.language == "kor");
}

void listing_faults(const ReportView& view, const Listings& listings, Findings& out) {
  std::set<std::string> cited;
  for (const StoredPassage& passage : view.passages) {
    if (passage.kind == PassageKind::kSource) continue;
    for (const Citation& citation : passage.citations) cited.insert(citation.source);
  }
  for (const auto& [id, sources] : listings) {
    const ListedSource& first = *sources.front();
    const auto parsed = parse_source_id(id);
    if (!parsed) {
      out.push_back(make_finding(rule::kMalformedSourceId, id + " is no well-formed source id",
                                 place_of_listing(view, first)));
    } else if (contradicts(*parsed, first.title)) {
      out.push_back(make_finding(
          rule::kIdContradictsListing,
          "the id says " + parsed->language + ", the title \"" + first.title + "\" does not",
          place_of_listing(view, first)));
    }
    if (!cited.contains(id)) {
      out.push_back(make_finding(rule::kNeverCitedSource, id + " is listed and not cited",
                                 place_of_listing(view, first)));
    }
    for (std::size_t i = 1; i < sources.size(); ++i) {
      out.push_back(make_finding(rule::kDuplicateListing, id + " is listed twice",
                                 place_of_listing(view, *sources[i]),
                                 {place_of_listing(view, first)}));
    }
  }
}

// The first listing of the id with another title: in this report, else in the report of the index
// that was indexed first with it.
struct OtherTitle {
  std::string title;
  Place place;
};

std::optional<OtherTitle> other_title(const ReportView& view, Snapshot& snapshot,
                                      const ListedSource& source,
                                      const std::vector<const ListedSource*>& here) {
  for (const ListedSource* other : here) {
    if (other == &source) break;
    if (!other->title.empty() && other->title != source.title) {
      return OtherTitle{other->title, place_of_listing(view, *other)};
    }
  }
  const Xapian::Database& database = snapshot.database();
  const std::string term = value_term(schema::kLists, source.id);
  const auto first = database.postlist_begin(term);
  if (first == database.postlist_end(term)) return std::nullopt;
  const StoredPassage passage = snapshot.passage(database.get_document(*first));
  if (passage.report.id == view.ref.id) return std::nullopt;
  for (const ListedSource& listed : parse_source_entry(passage.text)) {
    if (listed.id == source.id && !listed.title.empty() && listed.title != source.title) {
      return OtherTitle{listed.title, place_of_passage(passage)};
    }
  }
  return std::nullopt;
}

void title_faults(const ReportView& view, const Listings& listings, Snapshot& snapshot,
                  Findings& out) {
  for (const auto& [id, sources] : listings) {
    for (const ListedSource* source : sources) {
      if (source->title.empty()) continue;
      const auto other = other_title(view, snapshot, *source, sources);
      if (!other) continue;
      out.push_back(make_finding(rule::kOneIdTwoTitles,
                                 id + " is \"" + source->title + "\" here and \"" + other->title +
                                     "\" in " + other->place.report_id,
                                 place_of_listing(view, *source), {other->place}));
    }
  }
}

std::int32_t top_section(const ReportView& view, std::size_t passage) {
  const auto path = section_path(view.report.sections, view.section_of[passage]);
  return path.empty() ? -1 : path.front();
}

void one_source_sections(const ReportView& view, Findings& out) {
  constexpr std::size_t kFewest = 2;  // cited passages; one passage has the source it has
  struct Use {
    std::size_t passages = 0;
    std::set<std::string> sources;
  };
  std::map<std::int32_t, Use> uses;
  for (std::size_t i = 0; i < view.passages.size(); ++i) {
    const StoredPassage& passage = view.passages[i];
    if (!needs_source(passage) || passage.citations.empty()) continue;
    Use& use = uses[top_section(view, i)];
    ++use.passages;
    for (const Citation& citation : passage.citations) use.sources.insert(citation.source);
  }
  for (const auto& [index, use] : uses) {
    if (index < 0 || use.passages < kFewest || use.sources.size() != 1) continue;
    const Section& section = view.report.sections[static_cast<std::size_t>(index)];
    out.push_back(make_finding(
        rule::kOneSourceSection,
        std::to_string(use.passages) + " cited passages, all of them from " + *use.sources.begin(),
        place_of_section(view, section)));
  }
}

}  // namespace

void find_source_faults(const ReportView& view, Snapshot& snapshot, Findings& out) {
  const Listings listings = listings_of(view);
  cited_source_faults(view, listings, out);
  listing_faults(view, listings, out);
  title_faults(view, listings, snapshot, out);
  one_source_sections(view, out);
}

}  // namespace ibid
