// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_stretch.h"

#include <algorithm>

#include "corpus/text/code_points.h"
#include "indexer/analysis/negation.h"
#include "indexer/analysis/unanalyzed.h"
#include "search/quotes/quote_change_kind.h"

namespace ibid {

ByteRange widened(std::string_view text, ByteRange stretch, Widen how) {
  if (how == Widen::kEnd || how == Widen::kBoth) {
    std::size_t at = skip_spaces(text, stretch.end);
    while (at < text.size()) {
      std::size_t next = at;
      if (is_space(next_code_point(text, next))) break;
      at = next;
    }
    stretch.end = at;
  }
  if (how == Widen::kBegin || how == Widen::kBoth) {
    bool letters = false;
    for (std::size_t before = stretch.begin; before > 0; stretch.begin = before) {
      const bool space = is_space(previous_code_point(text, before));
      if (space && letters) break;
      letters |= !space;
    }
  }
  return stretch;
}

ByteRange with_negation(std::string_view text, ByteRange stretch, std::string_view quotation) {
  const ByteRange more = widened(text, stretch, Widen::kEnd);
  const std::string_view next = text.substr(stretch.end, more.end - stretch.end);
  const std::size_t space = std::min(text.rfind(' ', stretch.end - 1) + 1, stretch.end);
  const std::string_view last = text.substr(space, stretch.end - space);
  const bool kept = !last.empty() && quotation.find(last) != std::string_view::npos;
  return is_korean_negation(next) && !kept ? more : stretch;
}

ByteRange with_punctuation(std::string_view text, ByteRange stretch, std::string_view quotation) {
  const auto is_sign = [](char c) {
    return std::string_view(".,;:!?)\"'").find(c) != std::string_view::npos;
  };
  if (!quotation.empty() && is_sign(quotation.back())) {
    while (stretch.end < text.size() && is_sign(text[stretch.end])) ++stretch.end;
  }
  return stretch;
}

std::string without_citation_marks(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const ByteRange mark : unanalyzed_ranges(text)) {
    out += trim(text.substr(at, mark.begin - at));
    at = mark.end;
    if (at < text.size() && is_space(static_cast<unsigned char>(text[at]))) out += ' ';
    at = skip_spaces(text, at);
  }
  out += text.substr(at);
  return out;
}

}  // namespace ibid
