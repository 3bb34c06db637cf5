// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a report says nothing of its sources, or says it in the wrong place.
#include <algorithm>
#include <string>

#include "corpus/code_points.h"
#include "search/audit/months.h"
#include "search/audit/rule_groups.h"

namespace ibid {
namespace {

bool is_figure(const Quantity& quantity) { return quantity.kind != QuantityKind::kYear; }

// A sentence that makes a checkable statement without a source beside sentences that have one. One
// finding a sentence: a figure says more than a date, a quotation is named besides.
void sentence_faults(const StoredPassage& passage, const AuditSentence& sentence, Findings& out) {
  const auto figure = std::find_if(sentence.figures.begin(), sentence.figures.end(), is_figure);
  const Place place = place_in(passage, sentence.text);
  if (figure != sentence.figures.end()) {
    const std::string written(slice(passage.text, figure->range));
    out.push_back(make_finding(rule::kUncitedFigure,
                               "the sentence with " + written + " cites no source", place));
  } else if (!sentence.figures.empty() || names_day(sentence)) {
    out.push_back(
        make_finding(rule::kUncitedDate, "a sentence with a date cites no source", place));
  }
  if (!sentence.quotations.empty()) {
    const std::string words(slice(passage.text, sentence.quotations.front()));
    out.push_back(make_finding(rule::kUncitedQuotation,
                               "the sentence that quotes \"" + words + "\" cites no source",
                               place));
  }
}

bool only_closes(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c) && !is_closing(c) && c != U'.') return false;
  }
  return true;
}

void misplaced_marks(const ReportView& view, std::size_t index, Findings& out) {
  const StoredPassage& passage = view.passages[index];
  for (const CitationMark& mark : view.marks[index]) {
    const auto sentence = std::find_if(
        passage.sentences.begin(), passage.sentences.end(),
        [&](ByteRange s) { return s.begin <= mark.text.begin && mark.text.begin < s.end; });
    if (sentence == passage.sentences.end()) continue;
    const std::string_view text = passage.text;
    const std::string_view before =
        trim(text.substr(sentence->begin, mark.text.begin - sentence->begin));
    if (before.empty() || only_closes(before)) {
      out.push_back(make_finding(rule::kCitationBeforeSentence,
                                 "the citation stands before the words it is to support",
                                 place_in(passage, mark.text)));
      continue;
    }
    const bool after_stop = before.ends_with(".") || before.ends_with("!") ||
                            before.ends_with("?") || before.ends_with("。");
    if (after_stop && only_closes(text.substr(mark.text.end))) {
      out.push_back(make_finding(rule::kCitationAfterEnd,
                                 "the citation stands after the last full stop, so which sentence "
                                 "it supports is not said",
                                 place_in(passage, mark.text)));
    }
  }
}

}  // namespace

void find_citation_faults(const ReportView& view, Findings& out) {
  for (std::size_t i = 0; i < view.passages.size(); ++i) {
    const StoredPassage& passage = view.passages[i];
    if (needs_source(passage) && passage.citations.empty()) {
      out.push_back(
          make_finding(rule::kUncitedPassage, "cites no source", place_of_passage(passage)));
    }
    if (passage.kind != PassageKind::kSource) misplaced_marks(view, i, out);
  }
  for (const AuditSentence& sentence : view.sentences) {
    const StoredPassage& passage = view.passages[sentence.passage];
    if (passage.citations.empty() || sentence.cited || !needs_source(passage)) continue;
    sentence_faults(passage, sentence, out);
  }
}

}  // namespace ibid
