// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which words of one text were dropped, added or kept in another. Pure; no Xapian, no ICU.
//
// A word is a run of characters without white space (in Korean an eojeol); punctuation at either
// end of it stands for itself, so that a comma added changes no word: "$240.1 billion," is three
// words, the comma the last. White space is not compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

enum class WordMatch : std::uint8_t {
  kExact,   // bytes
  kFolded,  // as searches see them: letter case, Unicode form, shapes of quotes and dashes aside
};

enum class DiffKind : std::uint8_t { kEqual, kDelete, kInsert };

// A stretch of words, from the first byte of its first to past the last of its last. `a` and `b`
// are ranges of the two texts; for what is deleted `b` is empty and says where it was, for what is
// inserted `a` is.
struct DiffSpan {
  DiffKind kind = DiffKind::kEqual;
  ByteRange a;
  ByteRange b;
  bool operator==(const DiffSpan&) const = default;
};

// Past this many words dropped and added, the stretch between the first and the last difference is
// told as one deletion and one insertion: true, but no longer the shortest way from one text to the
// other.
inline constexpr std::size_t kMaxDiffEdits = 1000;

// In order of the texts; no two parts of one kind in a row; a deletion before the insertion that
// takes its place. Only equal parts (or none, for texts without words): no word differs.
// Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
// Time: O((words of a + words of b) × edits); memory: O(edits²), bounded by kMaxDiffEdits.
std::vector<DiffSpan> word_diff(std::string_view a, std::string_view b,
                                WordMatch match = WordMatch::kExact);

// The words that word_diff compares: ranges of `text`, ascending.
std::vector<ByteRange> diff_words(std::string_view text);

}  // namespace ibid
