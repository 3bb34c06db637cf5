// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/word_diff.h"

#include <algorithm>
#include <string>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/analysis/normalize.h"

namespace ibid {
namespace {

// One shape for each sign that has several.
char32_t plain_sign(const FoldedChar& c) {
  if (c.cls == CharClass::kHyphen) return U'-';
  if (c.cls == CharClass::kApostrophe || opens_single_quote(c.ch) || closes_single_quote(c.ch)) {
    return U'\'';
  }
  return is_double_quote(c.ch) ? U'"' : c.ch;
}

// The keys by which words are compared.
std::vector<std::string> keys_of(std::string_view text, const std::vector<ByteRange>& words,
                                 WordMatch match) {
  std::vector<std::string> keys;
  keys.reserve(words.size());
  std::vector<FoldedChar> folded;
  for (const ByteRange word : words) {
    std::string key(slice(text, word));
    if (match == WordMatch::kFolded) {
      fold(key, folded);
      std::string lower;
      for (const FoldedChar& c : folded) append_utf8(lower, plain_sign(c));
      if (!lower.empty()) key = std::move(lower);
    }
    keys.push_back(std::move(key));
  }
  return keys;
}

struct Edit {
  DiffKind kind;
  std::size_t a, b;  // index of the word on each side; of the next one on the side that has none
};

using Keys = std::vector<std::string>;

// Words [begin, end) of both sides.
struct Box {
  std::size_t a_begin, a_end, b_begin, b_end;
};

// Myers' greedy forward search. Keeps the furthest points of every round for the walk back.
class Myers {
 public:
  Myers(const Keys& a, const Keys& b, Box box) : a_(a), b_(b), box_(box) {}

  // Adds the edits in order; returns false, and adds nothing, past kMaxDiffEdits.
  bool run(std::vector<Edit>& edits) {
    const auto n = static_cast<std::ptrdiff_t>(box_.a_end - box_.a_begin);
    const auto m = static_cast<std::ptrdiff_t>(box_.b_end - box_.b_begin);
    const auto most = std::min<std::ptrdiff_t>(n + m, static_cast<std::ptrdiff_t>(kMaxDiffEdits));
    for (std::ptrdiff_t d = 0; d <= most; ++d) {
      rounds_.emplace_back(static_cast<std::size_t>(2 * d + 1), 0);
      for (std::ptrdiff_t k = -d; k <= d; k += 2) {
        const std::ptrdiff_t x = follow(d == 0 ? 0 : step(d, k), k, n, m);
        at(d, k) = x;
        if (x >= n && x - k >= m) {
          walk_back(d, n - m, n, edits);
          return true;
        }
      }
    }
    return false;
  }

 private:
  std::ptrdiff_t& at(std::ptrdiff_t d, std::ptrdiff_t k) {
    return rounds_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
  }

  // True if diagonal `k` of round `d` is reached best by an insertion (from k + 1).
  bool comes_down(std::ptrdiff_t d, std::ptrdiff_t k) {
    return k == -d || (k != d && at(d - 1, k - 1) < at(d - 1, k + 1));
  }

  std::ptrdiff_t step(std::ptrdiff_t d, std::ptrdiff_t k) {
    return comes_down(d, k) ? at(d - 1, k + 1) : at(d - 1, k - 1) + 1;
  }

  // Follows equal words from (x, x - k). A step may have left the box: then there are none.
  std::ptrdiff_t follow(std::ptrdiff_t x, std::ptrdiff_t k, std::ptrdiff_t n, std::ptrdiff_t m) {
    while (x < n && x - k < m && same(x, x - k)) ++x;
    return x;
  }

  bool same(std::ptrdiff_t x, std::ptrdiff_t y) {
    return a_[box_.a_begin + static_cast<std::size_t>(x)] ==
           b_[box_.b_begin + static_cast<std::size_t>(y)];
  }

  void walk_back(std::ptrdiff_t d, std::ptrdiff_t k, std::ptrdiff_t x, std::vector<Edit>& edits) {
    const std::size_t first = edits.size();
    for (; d > 0; --d) {
      const bool down = comes_down(d, k);
      const std::ptrdiff_t from = step(d, k);  // where the equal words of this round began
      for (; x > from; --x) add(DiffKind::kEqual, x - 1, x - 1 - k, edits);
      if (down) {
        add(DiffKind::kInsert, x, x - k - 1, edits);
        ++k;
      } else {
        add(DiffKind::kDelete, x - 1, x - k, edits);
        --k;
        --x;
      }
    }
    for (; x > 0; --x) add(DiffKind::kEqual, x - 1, x - 1, edits);
    std::reverse(edits.begin() + static_cast<std::ptrdiff_t>(first), edits.end());
  }

  void add(DiffKind kind, std::ptrdiff_t x, std::ptrdiff_t y, std::vector<Edit>& edits) const {
    edits.push_back({kind, box_.a_begin + static_cast<std::size_t>(x),
                     box_.b_begin + static_cast<std::size_t>(y)});
  }

  const Keys& a_;
  const Keys& b_;
  Box box_;
  std::vector<std::vector<std::ptrdiff_t>> rounds_;  // [edits so far][diagonal + edits]
};

std::vector<Edit> edits_of(const Keys& a, const Keys& b) {
  std::size_t same_head = 0;
  while (same_head < a.size() && same_head < b.size() && a[same_head] == b[same_head]) ++same_head;
  Box box{same_head, a.size(), same_head, b.size()};
  while (box.a_end > same_head && box.b_end > same_head && a[box.a_end - 1] == b[box.b_end - 1]) {
    --box.a_end;
    --box.b_end;
  }
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < same_head; ++i) edits.push_back({DiffKind::kEqual, i, i});
  if (!Myers(a, b, box).run(edits)) {
    for (std::size_t i = box.a_begin; i < box.a_end; ++i) {
      edits.push_back({DiffKind::kDelete, i, box.b_begin});
    }
    for (std::size_t i = box.b_begin; i < box.b_end; ++i) {
      edits.push_back({DiffKind::kInsert, box.a_end, i});
    }
  }
  for (std::size_t i = 0; i < a.size() - box.a_end; ++i) {
    edits.push_back({DiffKind::kEqual, box.a_end + i, box.b_end + i});
  }
  return edits;
}

// The range of words [first, last) of one text. Without words, an empty range at the next word, or
// after the last one.
ByteRange words_range(const std::vector<ByteRange>& words, std::size_t first, std::size_t last) {
  if (first < last) return {words[first].begin, words[last - 1].end};
  if (first < words.size()) return {words[first].begin, words[first].begin};
  const std::uint64_t end = words.empty() ? 0 : words.back().end;
  return {end, end};
}

class SpanList {
 public:
  SpanList(const std::vector<ByteRange>& a, const std::vector<ByteRange>& b) : a_(a), b_(b) {}

  void add(DiffKind kind, std::size_t a_words, std::size_t b_words) {
    if (a_words + b_words == 0) return;
    spans_.push_back(
        {kind, words_range(a_, a_at_, a_at_ + a_words), words_range(b_, b_at_, b_at_ + b_words)});
    a_at_ += a_words;
    b_at_ += b_words;
  }
  std::vector<DiffSpan> take() { return std::move(spans_); }

 private:
  const std::vector<ByteRange>& a_;
  const std::vector<ByteRange>& b_;
  std::size_t a_at_ = 0, b_at_ = 0;  // words added so far
  std::vector<DiffSpan> spans_;
};

bool is_word_sign(char32_t c) { return is_letter_or_digit(c) || c == U'$' || c == U'%'; }

}  // namespace

std::vector<ByteRange> diff_words(std::string_view text) {
  std::vector<ByteRange> words;
  for (std::size_t at = skip_spaces(text, 0); at < text.size(); at = skip_spaces(text, at)) {
    // Each sign before the first letter or digit, and each after the last, is a word of its own.
    std::vector<ByteRange> signs;
    std::size_t first = text.size();
    std::size_t last = 0;
    while (at < text.size()) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      if (is_space(c)) break;
      signs.push_back({begin, at});
      if (!is_word_sign(c)) continue;
      first = std::min(first, begin);
      last = at;
    }
    for (const ByteRange sign : signs) {
      if (sign.begin == first) {
        words.push_back({first, last});
      } else if (sign.begin < first || sign.begin >= last) {
        words.push_back(sign);
      }
    }
  }
  return words;
}

std::vector<DiffSpan> word_diff(std::string_view a, std::string_view b, WordMatch match) {
  const std::vector<ByteRange> a_words = diff_words(a);
  const std::vector<ByteRange> b_words = diff_words(b);
  const std::vector<Edit> edits = edits_of(keys_of(a, a_words, match), keys_of(b, b_words, match));
  SpanList spans(a_words, b_words);
  for (std::size_t i = 0; i < edits.size();) {
    std::size_t equal = 0;
    std::size_t deleted = 0;
    std::size_t inserted = 0;
    for (; i < edits.size() && edits[i].kind == DiffKind::kEqual; ++i) ++equal;
    spans.add(DiffKind::kEqual, equal, equal);
    for (; i < edits.size() && edits[i].kind != DiffKind::kEqual; ++i) {
      ++(edits[i].kind == DiffKind::kDelete ? deleted : inserted);
    }
    spans.add(DiffKind::kDelete, deleted, 0);
    spans.add(DiffKind::kInsert, 0, inserted);
  }
  return spans.take();
}

}  // namespace ibid
