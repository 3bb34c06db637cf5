// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a report names no source, or names it in the wrong place.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/code_points.h"
#include "search/audit/rules/rule_groups.h"
#include "search/audit/sentences/months.h"

namespace ibid {
namespace {

constexpr std::array kStops = std::to_array<std::string_view>({".", "!", "?", "。", "…"});

bool is_figure(const Quantity& quantity) { return quantity.kind != QuantityKind::kYear; }

// A sentence with a checkable statement and no source, beside sentences that have one. A figure is
// reported rather than a date; a quotation is reported as well.
void sentence_faults(const ReportView& view, const AuditSentence& sentence, Findings& out) {
  const StoredPassage& passage = view.passages[sentence.passage];
  const auto figure =
      std::find_if(sentence.quantities.begin(), sentence.quantities.end(), is_figure);
  const FindingLocation location = location_in(view, passage, sentence.text);
  if (figure != sentence.quantities.end()) {
    const std::string written(slice(passage.text, figure->range));
    out.push_back(make_finding(rule::kUncitedFigure,
                               "the sentence with " + written + " cites no source", location));
  } else if (!sentence.quantities.empty() || names_day(passage, sentence)) {
    out.push_back(
        make_finding(rule::kUncitedDate, "a sentence with a date cites no source", location));
  }
  if (!sentence.quotations.empty()) {
    const std::string words(slice(passage.text, sentence.quotations.front()));
    out.push_back(make_finding(rule::kUncitedQuotation,
                               "the sentence that quotes \"" + words + "\" cites no source",
                               location));
  }
}

// `text` without the closing quotes and brackets at its end.
std::string_view without_closers(std::string_view text) {
  for (text = trim(text); !text.empty(); text = trim(text)) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    std::size_t at = begin;
    const char32_t c = next_code_point(text, at);
    if (!is_closing(c) && c != U'"' && c != U'\'') return text;
    text = text.substr(0, begin);
  }
  return text;
}

bool ends_sentence(std::string_view text) {
  text = without_closers(text);
  return std::any_of(kStops.begin(), kStops.end(),
                     [&](std::string_view stop) { return text.ends_with(stop); });
}

// True if it holds no words.
bool says_nothing(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_ascii_digit(c)) return false;
  }
  return true;
}

bool has_stop(std::string_view text) {
  return std::any_of(kStops.begin(), kStops.end(), [&](std::string_view stop) {
    return text.find(stop) != std::string_view::npos;
  });
}

// "<출처=…>" is written behind the text that it is about.
bool stands_behind_sentences(const StoredPassage& passage, const CitationMark& mark) {
  return slice(passage.text, mark.text).starts_with('<');
}

// Adjacent marks are judged as one; each is reported.
void misplaced_marks(const ReportView& view, std::size_t index, Findings& out) {
  const StoredPassage& passage = view.passages[index];
  const std::string_view text = passage.text;
  const std::vector<CitationMark>& marks = view.marks[index];
  std::size_t next = 0;
  for (std::size_t first = 0; first < marks.size(); first = next) {
    const auto gap_after = [&](std::size_t mark) {
      const std::size_t end = mark + 1 < marks.size() ? marks[mark + 1].text.begin : text.size();
      return slice(text, {marks[mark].text.end, end});
    };
    next = first + 1;
    while (next < marks.size() && says_nothing(gap_after(next - 1)) &&
           !has_stop(gap_after(next - 1))) {
      ++next;
    }
    const auto sentence =
        std::find_if(passage.sentences.begin(), passage.sentences.end(), [&](ByteRange s) {
          return s.begin <= marks[first].text.begin && marks[first].text.begin < s.end;
        });
    if (sentence == passage.sentences.end()) continue;
    const std::string_view before = slice(text, {sentence->begin, marks[first].text.begin});
    const std::string_view after = gap_after(next - 1);
    const bool last = next == marks.size();
    const char* rule = nullptr;
    const char* message = nullptr;
    if (says_nothing(before) && !says_nothing(after)) {
      rule = rule::kCitationBeforeSentence;
      message = "the citation comes before the words it is meant to support";
    } else if (says_nothing(before) && last && first == 0) {
      rule = rule::kCitationAfterEnd;
      message = "the citation is in a passage without words";
    } else if (ends_sentence(before) && last && says_nothing(after) && !has_stop(after) &&
               !stands_behind_sentences(passage, marks[first])) {
      rule = rule::kCitationAfterEnd;
      message =
          "the citation comes after the last full stop, so it does not say which sentence it "
          "supports";
    }
    if (rule == nullptr) continue;
    for (std::size_t mark = first; mark < next; ++mark) {
      out.push_back(make_finding(rule, message, location_in(view, passage, marks[mark].text)));
    }
  }
}

bool holds_statements(const ReportView& view) {
  for (std::size_t i = 0; i < view.passages.size(); ++i) {
    if (needs_source(view, i)) return true;
  }
  return false;
}

}  // namespace

void find_citation_faults(const ReportView& view, Findings& out) {
  if (!view.citations_recognised && holds_statements(view)) {
    out.push_back(make_finding(rule::kNoCitations, "no citations recognised in this report",
                               location_of_report(view)));
  }
  if (view.cites_few) {
    out.push_back(make_finding(rule::kFewCitations,
                               "only " + std::to_string(view.citing) + " of " +
                                   std::to_string(view.needing) + " passages cite a source",
                               location_of_report(view)));
  }
  for (std::size_t i = 0; i < view.passages.size(); ++i) {
    const StoredPassage& passage = view.passages[i];
    if (needs_source(view, i) && passage.citations.empty()) {
      out.push_back(make_finding(rule::kUncitedPassage, "cites no source",
                                 location_of_passage(view, passage)));
    }
    if (passage.kind != PassageKind::kSource && !view.is_note[i]) misplaced_marks(view, i, out);
  }
  for (const AuditSentence& sentence : view.sentences) {
    const StoredPassage& passage = view.passages[sentence.passage];
    if (passage.citations.empty() || sentence.cited || sentence.own) continue;
    if (!needs_source(view, sentence.passage)) continue;
    sentence_faults(view, sentence, out);
  }
}

}  // namespace ibid
