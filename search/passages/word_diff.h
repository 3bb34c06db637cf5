// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which words of one text were dropped, added or kept in another. Pure; no ICU.
//
// A word is a run of characters without white space (in Korean an eojeol). Each punctuation mark at
// either end of it is a word of its own, so that an added comma changes no word: "$240.1 billion,"
// is three words, the last of them the comma. White space is not compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

enum class WordMatch : std::uint8_t {
  kExact,   // bytes
  kFolded,  // as a search does: ignores letter case, Unicode form, shapes of quotes and dashes
};

enum class DiffKind : std::uint8_t { kEqual, kDelete, kInsert };

// A span of words, from the first byte of its first word to the end of its last. `a` and `b` are
// ranges of the two texts. For a deletion, `b` is empty and says where the words are missing; for
// an insertion, `a` does.
struct DiffSpan {
  DiffKind kind = DiffKind::kEqual;
  ByteRange a;
  ByteRange b;
  bool operator==(const DiffSpan&) const = default;
};

// With more words dropped and added than this, everything between the first and the last difference
// is reported as one deletion and one insertion: correct, but no longer the shortest edit.
inline constexpr std::size_t kMaxDiffEdits = 1000;

// Spans in the order of the texts; no two of one kind in a row; a deletion comes before the
// insertion that replaces it. If no word differs, there are only equal spans (or none, if the texts
// have no words).
// Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
// Time: O((words of a + words of b) × edits); memory: O(edits²), bounded by kMaxDiffEdits.
std::vector<DiffSpan> word_diff(std::string_view a, std::string_view b,
                                WordMatch match = WordMatch::kExact);

// The words that word_diff compares: ranges of `text`, ascending.
std::vector<ByteRange> diff_words(std::string_view text);

}  // namespace ibid
