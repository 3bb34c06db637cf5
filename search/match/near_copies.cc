// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/near_copies.h"

#include <algorithm>
#include <utility>

#include "corpus/text/byte_range.h"
#include "corpus/text/code_points.h"
#include "corpus/text/utf32.h"
#include "indexer/analysis/negation.h"
#include "indexer/analysis/text_scan.h"
#include "indexer/analysis/unanalyzed.h"

namespace ibid {
namespace {

constexpr std::size_t kMoreWords = 5;       // at most one word in so many is only in one text
constexpr std::size_t kLatinBeginning = 4;  // letters that two forms of a word share
constexpr std::size_t kHangulBeginning = 2;

bool is_hangul_word(std::u32string_view word) { return !word.empty() && is_hangul(word[0]); }

// Whether two words differ only in their ends: more than half of the longer one is the same.
bool same_word(std::u32string_view a, std::u32string_view b) {
  if (a == b) return true;
  const std::size_t shorter = std::min(a.size(), b.size());
  const auto same =
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shorter), b.begin());
  const auto common = static_cast<std::size_t>(same.first - a.begin());
  const std::size_t least = is_hangul_word(a) ? kHangulBeginning : kLatinBeginning;
  return common >= least && 2 * common > std::max(a.size(), b.size());
}

bool is_same(const CopyWords::Word& a, const CopyWords::Word& b) {
  if (a.text == b.text) return true;
  if (!same_word(a.text, b.text)) return false;
  // 체결했다 and 체결하지 share their beginning; what denies is in the next word. A negation or a
  // figure has no other forms.
  return !is_negation(to_utf8(a.text)) && !is_negation(to_utf8(b.text)) &&
         !is_ascii_digit(a.text[0]);
}

// Asked of few words: whether one is a negation takes longer than to read it.
bool is_telling(const CopyWords::Word& word) {
  return word.named || is_negation(to_utf8(word.text));
}

}  // namespace

CopyWords copy_words(std::string_view text) {
  std::vector<FoldedChar> chars;
  fold(text, chars);
  const std::vector<ByteRange> marks = unanalyzed_ranges(text);
  const TextScan scan(chars);
  CopyWords out;
  auto mark = marks.begin();
  for (std::size_t i = 0; i < chars.size();) {
    while (mark != marks.end() && mark->end <= chars[i].begin) ++mark;
    const bool marked = mark != marks.end() && mark->begin <= chars[i].begin;
    if (marked || !is_word_class(chars[i].cls)) {
      ++i;
      continue;
    }
    const std::size_t end = std::max(scan.run_end(i), i + 1);
    CopyWords::Word word;
    for (std::size_t c = i; c < end; ++c) word.text += chars[c].ch;
    const bool figure = chars[i].cls == CharClass::kDigit;
    if (figure) out.figures.push_back(word.text);
    word.named = figure || chars[i].upper;
    out.words.push_back(std::move(word));
    i = end;
  }
  return out;
}

bool nearly_alike(const CopyWords& a, const CopyWords& b) {
  const bool a_is_shorter = a.words.size() <= b.words.size();
  const CopyWords& shorter = a_is_shorter ? a : b;
  const CopyWords& longer = a_is_shorter ? b : a;
  const std::size_t more = longer.words.size() - shorter.words.size();
  if (shorter.words.empty() || more * kMoreWords > longer.words.size()) return false;
  if (a.figures != b.figures) return false;
  auto next = shorter.words.begin();
  for (const CopyWords::Word& word : longer.words) {
    if (next != shorter.words.end() && is_same(word, *next)) {
      ++next;
    } else if (is_telling(word)) {
      return false;
    }
  }
  return next == shorter.words.end();
}

std::optional<std::size_t> NearCopies::find_or_keep(std::string_view text) {
  CopyWords words = copy_words(text);
  const auto found = std::find_if(kept_.begin(), kept_.end(),
                                  [&](const CopyWords& kept) { return nearly_alike(kept, words); });
  if (found != kept_.end()) return static_cast<std::size_t>(found - kept_.begin());
  kept_.push_back(std::move(words));
  return std::nullopt;
}

}  // namespace ibid
