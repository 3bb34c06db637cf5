// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/report_view.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "corpus/report/passage_id.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "search/audit/rules/quotations.h"
#include "search/audit/rules/sourceless_texts.h"

namespace ibid {
namespace {

std::string_view stem_of(const Analysis& analysis, const Word& word) {
  const auto stem =
      std::find_if(analysis.begin_of(word), analysis.end_of(word), [](const Form& form) {
        return form.kind == FormKind::kLemma || form.kind == FormKind::kStem;
      });
  return stem == analysis.end_of(word) ? analysis.surface(word) : analysis.text(*stem);
}

std::int32_t section_index(const std::unordered_map<std::string, std::int32_t>& by_locator,
                           const StoredPassage& passage) {
  const auto ref = parse_passage_ref(passage.id);
  const auto found = ref ? by_locator.find(ref->locator) : by_locator.end();
  return found == by_locator.end() ? -1 : found->second;
}

constexpr std::array kNumberedNames = std::to_array<std::string_view>({
#include "search/word_lists/numbered_names.inc"
});

// "Resolution 2397", "Executive Order 14114", "결의 1874호": a number that is a name.
bool is_name(std::string_view text, const Quantity& quantity) {
  if (quantity.kind != QuantityKind::kCount || quantity.scaled) return false;
  const std::string_view before = trim(text.substr(0, quantity.range.begin));
  const std::string_view after = text.substr(quantity.range.end);
  return after.starts_with("호") || ends_with_one_of(before, kNumberedNames);
}

// Adds what names a source outside the marks: "3" of "[3]", the address of a link.
void add_citations(const StoredPassage& passage, std::vector<ByteRange>& skip) {
  const std::size_t marks = skip.size();
  for (const Citation& citation : passage.citations) {
    const ByteRange text = citation.text;
    const bool in_mark =
        std::any_of(skip.begin(), skip.begin() + static_cast<std::ptrdiff_t>(marks),
                    [&](ByteRange mark) { return overlaps(mark, text); });
    if (!in_mark && !text.empty()) skip.push_back(text);
  }
  if (skip.size() == marks) return;
  std::sort(skip.begin(), skip.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  // The parts of "[1-3]" are one text.
  const auto same = [](ByteRange a, ByteRange b) { return overlaps(a, b); };
  skip.erase(std::unique(skip.begin(), skip.end(), same), skip.end());
}

bool holds_citation(const StoredPassage& passage, std::size_t sentence) {
  return std::any_of(passage.citations.begin(), passage.citations.end(),
                     [&](const Citation& citation) { return citation.sentence == sentence + 1; });
}

// Footnotes, notes below tables, entries of source lists.
bool is_note(const ReportView& view, const StoredPassage& passage) {
  const auto& listed = view.report.listed_sources;
  return begins_as_note(passage.text) ||
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

}  // namespace

void add_sentences(std::size_t index, const StoredPassage& passage,
                   const std::vector<CitationMark>& marks, Analyzer& analyzer,
                   std::vector<AuditSentence>& sentences) {
  Analysis analysis;
  std::vector<ByteRange> skip;
  for (const CitationMark& mark : marks) skip.push_back(mark.text);
  add_citations(passage, skip);
  analyzer.analyze(passage.text, skip, passage.markup, analysis);
  std::vector<Quantity> quantities;
  find_quantities(passage.text, skip, passage.markup, quantities);
  std::erase_if(quantities,
                [&](const Quantity& quantity) { return is_name(passage.text, quantity); });
  const std::vector<ByteRange> quotations = find_quotations(passage.text);
  for (std::size_t number = 0; number < passage.sentences.size(); ++number) {
    const ByteRange range = passage.sentences[number];
    AuditSentence sentence;
    sentence.passage = index;
    sentence.text = range;
    sentence.own = speaks_for_itself(slice(passage.text, range));
    sentence.cited = holds_citation(passage, number) ||
                     std::any_of(marks.begin(), marks.end(), [&](const CitationMark& mark) {
                       return begins_in(mark.text, range);
                     });
    for (const Word& word : analysis.words) {
      if (word.weightiness == Weightiness::kStop || !begins_in({word.begin, word.end}, range))
        continue;
      sentence.words.push_back({std::string(stem_of(analysis, word)), {word.begin, word.end}});
    }
    for (const Quantity& quantity : quantities) {
      if (begins_in(quantity.range, range)) sentence.quantities.push_back(quantity);
    }
    for (const ByteRange quotation : quotations) {
      if (begins_in(quotation, range)) sentence.quotations.push_back(quotation);
    }
    sentences.push_back(std::move(sentence));
  }
}

ReportView view_report(IndexSnapshot& snapshot, const ReportRecord& record, Analyzer& analyzer) {
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
    view.marks.push_back(find_citation_marks(passage.text));
    add_sentences(i, passage, view.marks.back(), analyzer, view.sentences);
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
  FindingLocation location;
  location.report_id = passage.report.id;
  location.path = passage.report.path;
  location.passage_id = passage.id;
  location.permalink = passage.permalink;
  location.bytes = file_range(passage.spans, text);
  location.excerpt = passage.text.substr(text.begin, text.size());
  location.section = passage.section;
  location.passage_text = passage.text;
  location.part = text;
  for (const Citation& citation : passage.citations) {
    std::string words = source_words(passage, citation.source);
    if (std::find(location.sources.begin(), location.sources.end(), words) ==
        location.sources.end()) {
      location.sources.push_back(std::move(words));
    }
  }
  return location;
}

FindingLocation location_of_passage(const StoredPassage& passage) {
  FindingLocation location = location_in(passage, {0, passage.text.size()});
  location.bytes = passage.bytes;
  return location;
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
