// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_matches.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/report/note_marks.h"
#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"
#include "search/edges/quote_edges.h"
#include "search/quotes/forms/quote_joints.h"

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
    if (marked.markup.empty()) return;
    unmarked_.emplace(marked.text, marked.markup);
    edges_.emplace(unmarked_->text());
  }
  bool holds(ByteRange range) const {
    if (!unmarked_) return true;
    const ByteRange seen = unmarked_->without_signs(range);
    return !seen.empty() && edges_->cuts_no_word(seen);
  }

 private:
  std::optional<UnmarkedText> unmarked_;
  std::optional<QuoteEdges> edges_;
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
  std::size_t at = text.find(quotation);
  if (at == std::string_view::npos) return matches;
  const UncutWords uncut(marked);
  const QuoteEdges edges(text);
  for (; at != std::string_view::npos; at = text.find(quotation, at + 1)) {
    const ByteRange match{at, at + quotation.size()};
    if (edges.cuts_no_word(match) && uncut.holds(match)) matches.push_back(match);
  }
  return matches;
}

NormalQuotation::NormalQuotation(std::string_view quotation) : quotation_(quotation) {
  Variant variant{normal_form(quotation_, {}), {}};
  variant.pieces = pieces_of(variant.form);
  if (variant.pieces.empty()) return;
  letters_ = LettersInOrder(variant.form, variant.pieces);
  variants_.push_back(variant);
  NormalPiece& last = variant.pieces.back();
  if (last.end - last.begin > 1 && may_go_at_end(variant.form[last.end - 1].ch)) {
    --last.end;
    variants_.push_back(std::move(variant));
  }
}

std::vector<NormalFormMatch> NormalQuotation::matches(MarkedText marked) const {
  if (marked.markup.empty()) return plain_matches(marked.text, marked.sentences, marked.joints);
  const UnmarkedText unmarked(marked.text, marked.markup);
  std::vector<NormalFormMatch> found =
      plain_matches(unmarked.text(), unmarked.without_signs(marked.sentences), {});
  for (NormalFormMatch& match : found) {
    match.text = unmarked.with_signs(match.text);
    match.with_edges = unmarked.with_signs(match.with_edges);
    const bool over_sign = std::any_of(marked.markup.begin(), marked.markup.end(),
                                       [&](ByteRange sign) { return overlaps(sign, match.text); });
    if (!over_sign) continue;
    if (match.differences == std::vector{FormDifference::kUnicode}) match.differences.clear();
    add(FormDifference::kMarkup, match.differences);
  }
  if (!found.empty()) return found;
  found = plain_matches(marked.text, marked.sentences, {});
  const UncutWords uncut(marked);
  std::erase_if(found, [&](const NormalFormMatch& match) { return !uncut.holds(match.text); });
  return found;
}

// A text without signs, in normal form.
struct NormalQuotation::Plain {
  std::string_view text;
  const std::vector<ByteRange>& sentences;
  const QuoteEdges& edges;
  const NormalText& form;
  const std::vector<ByteRange>& marks;  // left out of `form`
  std::span<const std::uint64_t> joints;
};

std::vector<NormalFormMatch> NormalQuotation::plain_matches(
    std::string_view text, const std::vector<ByteRange>& sentences,
    std::span<const std::uint64_t> joints) const {
  std::vector<NormalFormMatch> found;
  if (joints.empty() && !letters_.may_be_with_marks_or_without(text)) return found;
  const QuoteEdges edges(text);
  if (letters_.may_be_in(text, {})) {
    const NormalText whole = normal_form(text, {});
    found = matches({text, sentences, edges, whole, {}, joints});
    if (!found.empty()) return found;
  }
  const std::vector<ByteRange> marks = unquoted_marks(text);
  if (marks.empty() || !letters_.may_be_in(text, marks)) return found;
  const NormalText unmarked = normal_form(text, marks);
  return matches({text, sentences, edges, unmarked, marks, joints});
}

std::vector<NormalFormMatch> NormalQuotation::matches(const Plain& plain) const {
  std::vector<NormalFormMatch> found;
  for (const Variant& variant : variants_) {
    found = matches(plain, variant);
    if (found.empty() && !plain.joints.empty()) {
      const NormalText read =
          read_as_quoted(plain.form, plain.joints, variant.form, variant.pieces);
      found = matches({plain.text, plain.sentences, plain.edges, read, plain.marks, {}}, variant);
    }
    if (!found.empty()) return found;
  }
  return found;
}

std::vector<NormalFormMatch> NormalQuotation::matches(const Plain& plain,
                                                      const Variant& variant) const {
  std::vector<NormalFormMatch> matches;
  for (const NormalMatch& match :
       find_pieces(plain.edges, plain.form, variant.form, variant.pieces)) {
    NormalFormMatch found{match.text, {}, {}, match.text};
    found.differences =
        form_differences(plain.text, plain.form, match, quotation_, variant.form, variant.pieces);
    const bool over_mark = std::any_of(plain.marks.begin(), plain.marks.end(), [&](ByteRange mark) {
      return mark.begin >= match.text.begin && mark.end <= match.text.end;
    });
    if (over_mark) {
      if (found.differences == std::vector{FormDifference::kUnicode}) found.differences.clear();
      add(FormDifference::kCitationMark, found.differences);
    }
    leave_out(plain, variant, match, found);
    matches.push_back(std::move(found));
  }
  return matches;
}

void NormalQuotation::leave_out(const Plain& plain, const Variant& variant,
                                const NormalMatch& match, NormalFormMatch& found) const {
  const auto add_words = [&](ByteRange range) {
    const std::string_view words = trim(slice(plain.text, range));
    if (holds_word(words)) found.left_out.emplace_back(words);
  };
  const auto is_gap = [](const NormalChar& c) { return c.ch == kGap; };
  const auto at = [&](std::size_t i) {
    return variant.form.begin() + static_cast<std::ptrdiff_t>(i);
  };
  const auto sentence_of = [&](std::uint64_t place) {
    for (const ByteRange sentence : plain.sentences) {
      if (sentence.begin <= place && place < sentence.end) return sentence;
    }
    return match.text;
  };
  if (std::any_of(variant.form.begin(), at(variant.pieces.front().begin), is_gap)) {
    found.with_edges.begin = std::min(sentence_of(match.text.begin).begin, match.text.begin);
    add_words({found.with_edges.begin, match.text.begin});
  }
  for (std::size_t p = 1; p < match.pieces.size(); ++p) {
    add_words({plain.form[match.pieces[p - 1].end - 1].bytes.end,
               plain.form[match.pieces[p].begin].bytes.begin});
  }
  if (std::any_of(at(variant.pieces.back().end), variant.form.end(), is_gap)) {
    found.with_edges.end = std::max(sentence_of(match.text.end - 1).end, match.text.end);
    add_words({match.text.end, found.with_edges.end});
  }
}

}  // namespace ibid
