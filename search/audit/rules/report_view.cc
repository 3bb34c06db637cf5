// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/report_view.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "corpus/report/passage_id.h"
#include "corpus/text/code_points.h"
#include "search/audit/sentences/sourceless_texts.h"

namespace ibid {
namespace {

std::int32_t section_index(const std::unordered_map<std::string, std::int32_t>& by_locator,
                           const StoredPassage& passage) {
  const auto ref = parse_passage_ref(passage.id);
  const auto found = ref ? by_locator.find(ref->locator) : by_locator.end();
  return found == by_locator.end() ? -1 : found->second;
}

// Footnotes, notes below tables, entries of source lists.
bool is_note(const ReportView& view, const StoredPassage& passage) {
  const auto& listed = view.report.listed_sources;
  return passage.kind == PassageKind::kNote || begins_as_note(passage.text) ||
         std::any_of(listed.begin(), listed.end(), [&](const ListedSource& source) {
           return source.sequence == passage.sequence;
         });
}

// A row of a Markdown table: its bars are signs.
bool is_row(const StoredPassage& passage) {
  return std::any_of(passage.markup.begin(), passage.markup.end(), [&](ByteRange sign) {
    return slice(passage.text, sign).find('|') != std::string_view::npos;
  });
}

// A table needs no source for its head, nor for any of it above a note that names one.
std::vector<bool> sourceless(const ReportView& view) {
  std::vector<bool> needs_none(view.passages.size());
  for (std::size_t begin = 0; begin < view.passages.size(); ++begin) {
    if (!is_row(view.passages[begin])) continue;
    std::size_t end = begin + 1;
    while (end < view.passages.size() && is_row(view.passages[end]) &&
           view.section_of[end] == view.section_of[begin]) {
      ++end;
    }
    const bool told =
        end < view.passages.size() && view.is_note[end] && !view.passages[end].citations.empty();
    needs_none[begin] = end - begin > 1;
    if (told)
      std::fill_n(needs_none.begin() + static_cast<std::ptrdiff_t>(begin), end - begin, true);
    begin = end - 1;
  }
  std::vector<bool> own(view.passages.size(), true);
  for (const AuditSentence& sentence : view.sentences) {
    if (!sentence.own) own[sentence.passage] = false;
  }
  for (std::size_t i = 0; i < own.size(); ++i) {
    const StoredPassage& passage = view.passages[i];
    if (own[i] && !passage.sentences.empty()) needs_none[i] = true;
    const bool advice =
        std::any_of(passage.section.begin(), passage.section.end(),
                    [](const SectionTitle& section) { return is_own_section(section.title); });
    if (advice) needs_none[i] = true;
  }
  return needs_none;
}

// Where passages cite by ids, each is meant to.
bool cites_by_id(const StoredPassage& passage) {
  return std::any_of(passage.citations.begin(), passage.citations.end(), [](const Citation& c) {
    return c.form == Citation::Form::kId || c.form == Citation::Form::kMalformed;
  });
}

// Counts the passages that need a source and those of them that cite one.
void count_citing(ReportView& view) {
  constexpr std::size_t kFewest = 5;
  constexpr std::size_t kOneIn = 5;
  bool ids = false;
  for (std::size_t i = 0; i < view.passages.size(); ++i) {
    if (!needs_source(view, i)) continue;
    ++view.needing;
    if (!view.passages[i].citations.empty()) ++view.citing;
    ids = ids || cites_by_id(view.passages[i]);
  }
  view.cites_few = view.citations_recognised && !ids && view.needing >= kFewest &&
                   view.citing * kOneIn < view.needing;
}

std::shared_ptr<const FindingContext> context_of(const StoredPassage& passage) {
  FindingContext context{passage.section, passage.text, {}};
  std::set<std::string> told;
  for (const Citation& citation : passage.citations) {
    std::string words = source_words(passage, citation.source);
    if (told.insert(words).second) context.sources.push_back(std::move(words));
  }
  return std::make_shared<const FindingContext>(std::move(context));
}

FindingLocation location_in(const StoredPassage& passage, ByteRange text,
                            std::shared_ptr<const FindingContext> context) {
  FindingLocation location;
  location.report_id = passage.report.id;
  location.path = passage.report.path;
  location.passage_id = passage.id;
  location.permalink = passage.permalink;
  location.bytes = file_range(passage.spans, text);
  location.excerpt = passage.text.substr(text.begin, text.size());
  location.context = std::move(context);
  location.part = text;
  location.extraction = passage.report.extraction;
  location.places = passage.origin.places;
  location.label = passage.origin.label;
  return location;
}

FindingLocation whole(const StoredPassage& passage, FindingLocation location) {
  location.bytes = passage.bytes;
  return location;
}

}  // namespace

ReportView view_report(IndexSnapshot& snapshot, const ReportRecord& record,
                       StemAnalyzer& analyzer) {
  ReportView view;
  view.report = record.report;
  view.stale = snapshot.is_stale(record.report.id, FreshnessCheck::kStamp);
  view.passages = snapshot.passages_of(record.report.id);
  view.ref = snapshot.report_ref(record.report.id);
  std::unordered_map<std::string, std::int32_t> by_locator;
  for (std::size_t s = 0; s < view.report.sections.size(); ++s) {
    by_locator.emplace(view.report.sections[s].locator, static_cast<std::int32_t>(s));
  }
  for (std::size_t i = 0; i < view.passages.size(); ++i) {
    const StoredPassage& passage = view.passages[i];
    view.section_of.push_back(section_index(by_locator, passage));
    view.is_note.push_back(is_note(view, passage));
    if (passage.kind != PassageKind::kSource && !view.is_note.back() &&
        !passage.citations.empty()) {
      view.citations_recognised = true;
    }
    view.contexts.push_back(context_of(passage));
    view.marks.push_back(find_citation_marks(passage.text));
    const auto analysis = add_sentences(i, passage, view.marks.back(), analyzer, view.sentences);
    view.compared.push_back(
        analysis ? std::make_shared<const ComparedPassage>(compared(passage, *analysis)) : nullptr);
  }
  view.needs_none = sourceless(view);
  count_citing(view);
  return view;
}

bool needs_source(const ReportView& view, std::size_t passage) {
  return view.passages[passage].kind == PassageKind::kBody && !view.is_note[passage] &&
         !view.needs_none[passage];
}

FindingLocation location_in(const StoredPassage& passage, ByteRange text) {
  return location_in(passage, text, context_of(passage));
}

FindingLocation location_in(const ReportView& view, const StoredPassage& passage, ByteRange text) {
  const auto index = static_cast<std::size_t>(&passage - view.passages.data());
  return index < view.contexts.size() ? location_in(passage, text, view.contexts[index])
                                      : location_in(passage, text);
}

FindingLocation location_of_passage(const StoredPassage& passage) {
  return whole(passage, location_in(passage, {0, passage.text.size()}));
}

FindingLocation location_of_passage(const ReportView& view, const StoredPassage& passage) {
  return whole(passage, location_in(view, passage, {0, passage.text.size()}));
}

FindingLocation location_of_section(const ReportView& view, const Section& section) {
  FindingLocation location = location_of_report(view);
  location.bytes = section.bytes;
  location.excerpt = section.number.empty() ? section.title : section.number + ". " + section.title;
  return location;
}

FindingLocation location_of_report(const ReportView& view) {
  FindingLocation location;
  location.report_id = view.ref.id;
  location.path = view.ref.path;
  location.extraction = view.ref.extraction;
  return location;
}

Finding make_finding(const char* rule, std::string message, FindingLocation location,
                     std::vector<FindingLocation> related) {
  Finding finding;
  finding.rule = find_rule(rule);
  finding.level = finding.rule->level;
  finding.message = std::move(message);
  finding.location = std::move(location);
  finding.related = std::move(related);
  return finding;
}

}  // namespace ibid
