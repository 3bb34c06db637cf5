// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_matches.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"
#include "indexer/analysis/unanalyzed.h"
#include "search/quotes/quote_edges.h"

namespace ibid {
namespace {

bool holds_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter_or_digit(next_code_point(text, at))) return true;
  }
  return false;
}

bool may_go_at_end(char32_t c) { return c == U'.' || c == U',' || c == U';'; }

// Of a text with signs, the ranges that cut no word as a reader sees it: not "plus" of
// "sur**plus**".
class UncutWords {
 public:
  explicit UncutWords(MarkedText marked) {
    if (!marked.markup.empty()) unmarked_.emplace(marked.text, marked.markup);
  }
  bool holds(ByteRange range) const {
    if (!unmarked_) return true;
    const ByteRange seen = unmarked_->without_signs(range);
    return !seen.empty() && cuts_no_word(unmarked_->text(), seen);
  }

 private:
  std::optional<UnmarkedText> unmarked_;
};

void add(FormDifference difference, std::vector<FormDifference>& differences) {
  const auto at = std::lower_bound(differences.begin(), differences.end(), difference);
  if (at == differences.end() || *at != difference) differences.insert(at, difference);
}

}  // namespace

std::vector<ByteRange> exact_matches(MarkedText marked, std::string_view quotation) {
  const std::string_view text = marked.text;
  std::vector<ByteRange> matches;
  if (quotation.empty()) return matches;
  const UncutWords uncut(marked);
  for (std::size_t at = text.find(quotation); at != std::string_view::npos;
       at = text.find(quotation, at + 1)) {
    const ByteRange match{at, at + quotation.size()};
    if (cuts_no_word(text, match) && uncut.holds(match)) matches.push_back(match);
  }
  return matches;
}

NormalQuotation::NormalQuotation(std::string_view quotation) : quotation_(quotation) {
  Variant variant{normal_form(quotation_, {}), {}};
  variant.pieces = pieces_of(variant.form);
  if (variant.pieces.empty()) return;
  variants_.push_back(variant);
  NormalPiece& last = variant.pieces.back();
  if (last.end - last.begin > 1 && may_go_at_end(variant.form[last.end - 1].ch)) {
    --last.end;
    variants_.push_back(std::move(variant));
  }
}

std::vector<NormalFormMatch> NormalQuotation::matches(MarkedText marked) const {
  if (marked.markup.empty()) return plain_matches(marked.text);
  const UnmarkedText unmarked(marked.text, marked.markup);
  std::vector<NormalFormMatch> found = plain_matches(unmarked.text());
  for (NormalFormMatch& match : found) {
    match.text = unmarked.with_signs(match.text);
    const bool over_sign = std::any_of(marked.markup.begin(), marked.markup.end(),
                                       [&](ByteRange sign) { return overlaps(sign, match.text); });
    if (!over_sign) continue;
    if (match.differences == std::vector{FormDifference::kUnicode}) match.differences.clear();
    add(FormDifference::kMarkup, match.differences);
  }
  if (!found.empty()) return found;
  found = plain_matches(marked.text);
  const UncutWords uncut(marked);
  std::erase_if(found, [&](const NormalFormMatch& match) { return !uncut.holds(match.text); });
  return found;
}

std::vector<NormalFormMatch> NormalQuotation::plain_matches(std::string_view text) const {
  std::vector<NormalFormMatch> found = matches(text, normal_form(text, {}), {});
  if (!found.empty()) return found;
  const std::vector<ByteRange> marks = unanalyzed_ranges(text);
  if (marks.empty()) return found;
  return matches(text, normal_form(text, marks), marks);
}

std::vector<NormalFormMatch> NormalQuotation::matches(std::string_view text, const NormalText& form,
                                                      const std::vector<ByteRange>& marks) const {
  std::vector<NormalFormMatch> matches;
  for (const Variant& variant : variants_) {
    for (const NormalMatch& match : find_pieces(text, form, variant.form, variant.pieces)) {
      NormalFormMatch found{match.text, {}, {}};
      found.differences =
          form_differences(text, form, match, quotation_, variant.form, variant.pieces);
      const bool over_mark = std::any_of(marks.begin(), marks.end(), [&](ByteRange mark) {
        return mark.begin >= match.text.begin && mark.end <= match.text.end;
      });
      if (over_mark) {
        if (found.differences == std::vector{FormDifference::kUnicode}) found.differences.clear();
        add(FormDifference::kCitationMark, found.differences);
      }
      for (std::size_t p = 1; p < match.pieces.size(); ++p) {
        const ByteRange between{form[match.pieces[p - 1].end - 1].bytes.end,
                                form[match.pieces[p].begin].bytes.begin};
        const std::string_view words = trim(slice(text, between));
        if (holds_word(words)) found.left_out.emplace_back(words);
      }
      matches.push_back(std::move(found));
    }
    if (!matches.empty()) return matches;
  }
  return matches;
}

}  // namespace ibid
