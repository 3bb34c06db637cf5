// SPDX-License-Identifier: GPL-2.0-or-later
//
// Source ids and the source list.
#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "corpus/citations/source_list.h"
#include "corpus/parser/language.h"
#include "corpus/report/source_id.h"
#include "indexer/analysis/term.h"
#include "indexer/schema.h"
#include "search/audit/rules/rule_groups.h"
#include "search/sources/source_titles.h"

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

FindingLocation location_of_listing(const ReportView& view, const ListedSource& source) {
  for (const StoredPassage& passage : view.passages) {
    if (passage.sequence != source.sequence) continue;
    const std::size_t at = passage.text.find(source.id);
    if (at == std::string::npos) return location_of_passage(view, passage);
    return location_in(view, passage, {at, at + source.id.size()});
  }
  return location_of_report(view);
}

bool has_source_list(const ReportView& view) {
  const auto& sections = view.report.sections;
  return !view.report.listed_sources.empty() ||
         std::any_of(sections.begin(), sections.end(),
                     [](const Section& s) { return s.kind == PassageKind::kSource; });
}

// "[9]", "[^kea]"; words as they are.
std::string label_text(const std::string& label) {
  const bool number = label.find_first_not_of("0123456789") == std::string::npos;
  return number || label.starts_with('^') ? "[" + label + "]" : label;
}

// An id, else the title that people know: an identity of ours says little.
std::string name_of(const ListedSource& source) {
  if (looks_like_source_id(source.id)) return source.id;
  if (!source.title.empty()) return "\"" + source.title + "\"";
  return source.url.empty() ? source.id : source.url;
}

// What a citation leads to that is not listed, or a label that leads nowhere.
struct Unanswered {
  const char* rule;
  std::string message;
};

// What is wrong with where a citation leads; nothing if it is answered, or cannot be.
std::optional<Unanswered> unanswered(const Citation& citation, const Listings& listings,
                                     const char* said) {
  switch (citation.form) {
    case Citation::Form::kMissing:
      return Unanswered{rule::kCitationWithoutEntry,
                        label_text(citation.source) + " leads to no entry of the source list"};
    case Citation::Form::kListed:
    case Citation::Form::kId:
      if (listings.contains(citation.source)) return std::nullopt;
      return Unanswered{rule::kUnlistedSource, citation.source + said};
    default:  // a link lists itself
      return std::nullopt;
  }
}

// Reports each source once, where it is first cited; a report without a list once as a whole.
void cited_source_faults(const ReportView& view, const Listings& listings, Findings& out) {
  const bool has_list = has_source_list(view);
  const char* said = !has_list          ? " is cited, and the report has no source list"
                     : listings.empty() ? " is cited, and the source list is empty"
                                        : " is cited and not listed";
  std::map<std::string_view, std::set<std::string>> reported;  // by rule
  for (const StoredPassage& passage : view.passages) {
    if (passage.kind == PassageKind::kSource) continue;
    for (const Citation& citation : passage.citations) {
      const FindingLocation location = location_in(view, passage, citation.text);
      if (citation.form == Citation::Form::kMalformed) {
        out.push_back(make_finding(rule::kMalformedSourceId,
                                   citation.source + " is not a well-formed source id", location));
        continue;
      }
      const auto wrong = unanswered(citation, listings, said);
      if (!wrong) continue;
      std::set<std::string>& told = reported[wrong->rule];
      if ((has_list || told.empty()) && told.insert(citation.source).second) {
        out.push_back(make_finding(wrong->rule, wrong->message, location));
      }
    }
  }
}

// What in the listing contradicts the id's language, for the message; empty if nothing does. The
// script of a title only distinguishes Korean: other languages share letters.
std::string language_against(const SourceId& id, const ListedSource& source) {
  const ScriptCount letters = count_scripts(source.title);
  const bool korean = passage_language(letters) == "ko" && id.language == "eng";
  const bool latin = letters.hangul == 0 && letters.latin > 0 && id.language == "kor";
  if (!korean && !latin) return {};
  return "the id says " + id.language + ", the title \"" + source.title + "\" does not";
}

// What in the URL or a bracketed word contradicts the id's kind ("web", "news", "pdf", …).
std::string kind_against(const SourceId& id, const ListedSource& source) {
  const auto folded = [](std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
  };
  const std::string page = folded(source.url.substr(0, source.url.find_first_of("?#")));
  const std::string title = folded(source.title);
  const auto ends_with_any = [&](std::initializer_list<const char*> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](const char* e) { return page.ends_with(e); });
  };
  const bool shows_pdf = page.ends_with(".pdf") || title.find("[pdf]") != std::string::npos ||
                         title.find("(pdf)") != std::string::npos;
  const bool shows_page = ends_with_any({".html", ".htm", ".php", ".jsp", ".asp", ".aspx"});
  if (shows_pdf && id.kind != "pdf") return "the id says " + id.kind + ", its listing shows a PDF";
  if (shows_page && id.kind == "pdf") return "the id says pdf, its URL is that of a web page";
  return {};
}

// Notes name a source as often as they rest on it, each with a place of its own.
bool repeats(const ListedSource& first, const ListedSource& later) {
  return later.locator == first.locator && !later.label.starts_with('^');
}

void id_faults(const ReportView& view, const ListedSource& source, Findings& out) {
  if (!looks_like_source_id(source.id)) return;  // an identity of ours
  const auto parsed = parse_source_id(source.id);
  if (!parsed) {
    out.push_back(make_finding(rule::kMalformedSourceId,
                               source.id + " is not a well-formed source id",
                               location_of_listing(view, source)));
    return;
  }
  for (std::string said : {language_against(*parsed, source), kind_against(*parsed, source)}) {
    if (said.empty()) continue;
    out.push_back(make_finding(rule::kIdContradictsListing, std::move(said),
                               location_of_listing(view, source)));
  }
}

// True if words of a mark name the listing: "[출처: 현대경제연구원, 2020]".
bool is_named(const std::set<std::string>& cited, const ListedSource& listed) {
  const auto has = [&](const std::string& name) { return !name.empty() && cited.contains(name); };
  return has(listed.publisher) || has(listed.author) || has(listed.title);
}

void listing_faults(const ReportView& view, const Listings& listings, Findings& out) {
  std::set<std::string> cited;
  for (const StoredPassage& passage : view.passages) {
    if (passage.kind == PassageKind::kSource) continue;
    for (const Citation& citation : passage.citations) cited.insert(citation.source);
  }
  for (const auto& [id, sources] : listings) {
    const ListedSource& first = *sources.front();
    id_faults(view, first, out);
    if (!cited.contains(id) && !is_named(cited, first)) {
      out.push_back(make_finding(rule::kNeverCitedSource,
                                 name_of(first) + " is listed and not cited",
                                 location_of_listing(view, first)));
    }
    for (std::size_t i = 1; i < sources.size(); ++i) {
      if (!repeats(first, *sources[i])) continue;
      out.push_back(make_finding(rule::kDuplicateListing, name_of(first) + " is listed twice",
                                 location_of_listing(view, *sources[i]),
                                 {location_of_listing(view, first)}));
    }
  }
}

struct OtherTitle {
  std::string title;
  FindingLocation location;
};

// A title followed by its publisher, or with other quotes and dashes, is the same title.
bool same_title(const ListedSource& a, const ListedSource& b) {
  SourceTitles both;
  both.add(a.title, a.publisher);
  both.add(b.title, b.publisher);
  return both.titles().size() < 2;
}

// The first listing of the id with another title: in this report, else in earlier reports of the
// index. As a source that all cite has many, only the first few are read.
std::optional<OtherTitle> other_title(const ReportView& view, IndexSnapshot& snapshot,
                                      const ListedSource& source,
                                      const std::vector<const ListedSource*>& here) {
  constexpr int kMostSeen = 4;
  for (const ListedSource* other : here) {
    if (other == &source) break;
    if (!same_title(*other, source)) {
      return OtherTitle{other->title, location_of_listing(view, *other)};
    }
  }
  const Xapian::Database& database = snapshot.database();
  const std::string term = value_term(schema::kLists, source.id);
  int seen = 0;
  for (auto it = database.postlist_begin(term);
       it != database.postlist_end(term) && seen < kMostSeen; ++it, ++seen) {
    const StoredPassage passage = snapshot.passage(*it);
    if (passage.report.id == view.ref.id) return std::nullopt;
    for (const ListedSource& listed : parse_source_entry(passage.text)) {
      if (listed.id == source.id && !same_title(listed, source)) {
        return OtherTitle{listed.title, location_of_passage(passage)};
      }
    }
  }
  return std::nullopt;
}

void title_faults(const ReportView& view, const Listings& listings, IndexSnapshot& snapshot,
                  Findings& out) {
  for (const auto& [id, sources] : listings) {
    for (const ListedSource* source : sources) {
      if (source->title.empty()) continue;
      const auto other = other_title(view, snapshot, *source, sources);
      if (!other) continue;
      const std::string name = looks_like_source_id(id) || source->url.empty() ? id : source->url;
      out.push_back(make_finding(rule::kOneIdTwoTitles,
                                 name + " is \"" + source->title + "\" here and \"" + other->title +
                                     "\" in " + other->location.report_id,
                                 location_of_listing(view, *source), {other->location}));
    }
  }
}

std::int32_t top_section(const ReportView& view, std::size_t passage) {
  const auto path = section_path(view.report.sections, view.section_of[passage]);
  return path.empty() ? -1 : path.front();
}

void one_source_sections(const ReportView& view, Findings& out) {
  constexpr std::size_t kFewest = 2;  // cited passages; a single passage proves nothing
  struct Use {
    std::size_t passages = 0;
    std::set<std::string> sources;
  };
  std::map<std::int32_t, Use> uses;
  for (std::size_t i = 0; i < view.passages.size(); ++i) {
    const StoredPassage& passage = view.passages[i];
    if (!needs_source(view, i) || passage.citations.empty()) continue;
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
        location_of_section(view, section)));
  }
}

}  // namespace

void find_source_faults(const ReportView& view, AuditState& state, Findings& out) {
  const Listings listings = listings_of(view);
  cited_source_faults(view, listings, out);
  listing_faults(view, listings, out);
  title_faults(view, listings, state.snapshot, out);
  one_source_sections(view, out);
}

}  // namespace ibid
