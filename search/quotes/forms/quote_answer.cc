// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/forms/quote_answer.h"

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

struct Pair {
  std::string_view open, close;
};
constexpr Pair kPairs[] = {{"\"", "\""}, {"“", "”"},   {"„", "“"},   {"'", "'"},  {"‘", "’"},
                           {"«", "»"},   {"「", "」"}, {"『", "』"}, {"＂", "＂"}};

}  // namespace

const char* to_string(QuoteStatus status) {
  switch (status) {
    case QuoteStatus::kExact:
      return "exact";
    case QuoteStatus::kNormalised:
      return "normalised";
    case QuoteStatus::kAltered:
      return "altered";
    case QuoteStatus::kAbsent:
      return "absent";
  }
  return "absent";
}

const char* to_string(FormDifference difference) {
  switch (difference) {
    case FormDifference::kQuotes:
      return "quotes";
    case FormDifference::kDashes:
      return "dashes";
    case FormDifference::kSpaces:
      return "spaces";
    case FormDifference::kCase:
      return "case";
    case FormDifference::kUnicode:
      return "unicode form";
    case FormDifference::kDiacritics:
      return "diacritics";
    case FormDifference::kEllipsis:
      return "ellipsis";
    case FormDifference::kEndPunctuation:
      return "end punctuation";
    case FormDifference::kCitationMark:
      return "citation mark";
    case FormDifference::kPassageBreak:
      return "passage break";
    case FormDifference::kMarkup:
      return "markup";
  }
  return "unicode form";
}

const char* left_out_words(LeftOutText::Reason reason) {
  switch (reason) {
    case LeftOutText::Reason::kDeleted:
      return "deleted text";
    case LeftOutText::Reason::kHidden:
      return "hidden text";
    case LeftOutText::Reason::kComment:
      return "a comment";
    case LeftOutText::Reason::kCopy:
      return "a second form of the text";
    case LeftOutText::Reason::kPageFrame:
      return "a running head or foot";
    case LeftOutText::Reason::kNavigation:
      return "text around the article";
    case LeftOutText::Reason::kDecoy:
      return "a notice in place of the document";
    case LeftOutText::Reason::kUnreadable:
      return "text without a meaning";
  }
  return "text that was left out";
}

std::string_view bare_quotation(std::string_view text) {
  text = trim(text);
  for (const Pair& pair : kPairs) {
    if (text.size() <= pair.open.size() + pair.close.size()) continue;
    if (!text.starts_with(pair.open) || !text.ends_with(pair.close)) continue;
    const std::string_view inside =
        text.substr(pair.open.size(), text.size() - pair.open.size() - pair.close.size());
    // "One" and "two" are two quotations; ’ is an apostrophe too.
    const bool closes_inside = pair.open == pair.close || pair.close != "’"
                                   ? inside.find(pair.close) != std::string_view::npos ||
                                         inside.find(pair.open) != std::string_view::npos
                                   : inside.find(pair.open) != std::string_view::npos;
    return closes_inside ? text : trim(inside);
  }
  return text;
}

std::string without_bracketed_letters(std::string_view quotation) {
  std::string out;
  for (std::size_t at = 0; at < quotation.size();) {
    std::size_t before = at;
    const bool starts = at == 0 || !is_letter_or_digit(previous_code_point(quotation, before));
    const bool begins = starts && quotation[at] == '[';
    const bool letter = begins && at + 3 < quotation.size() && is_ascii_letter(quotation[at + 1]) &&
                        quotation[at + 2] == ']' && is_ascii_letter(quotation[at + 3]);
    if (letter) ++at;
    out += quotation[at++];
    if (letter) ++at;
  }
  return out;
}

}  // namespace ibid
