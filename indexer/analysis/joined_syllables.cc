// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/joined_syllables.h"

#include <string>
#include <string_view>

#include "corpus/text/utf32.h"
#include "indexer/korean/hangul.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

constexpr std::size_t kSyllableBytes = 3;

bool is_syllable(const Analysis& analysis, const Word& word) {
  return word.hangul && analysis.surface(word).size() == kSyllableBytes;
}

// 러 of 러의, 조약 of 조약을.
std::string_view without_ending(std::string_view surface) {
  const std::u32string word = to_utf32(surface);
  const std::size_t left =
      is_particle(std::u32string_view(word).substr(1)) ? 1 : without_particles(word);
  return surface.substr(0, left * kSyllableBytes);
}

}  // namespace

void join_syllables(std::size_t first_word, Analysis& out) {
  for (std::size_t first = first_word; first + 1 < out.words.size();) {
    std::size_t last = first;
    std::string joined;
    while (last + 1 < out.words.size() && is_syllable(out, out.words[last])) {
      joined += out.surface(out.words[last++]);
    }
    if (last > first && out.words[last].hangul) {
      joined += without_ending(out.surface(out.words[last]));
      if (joined.size() <= schema::kMaxFormBytes) {
        out.insert_form(first, FormKind::kJoined, joined, out.words[last].end);
      }
    }
    first = last + 1;
  }
}

void join_spaced_syllables(Analysis& out) {
  const auto goes_on = [&](std::size_t w) {
    return is_syllable(out, out.words[w]) && w + 1 < out.words.size() && out.words[w + 1].hangul &&
           out.words[w + 1].begin == out.words[w].end + 1 &&
           without_ending(out.surface(out.words[w + 1])).size() == kSyllableBytes;
  };
  for (std::size_t first = 0; first < out.words.size();) {
    std::string joined(out.surface(out.words[first]));
    std::size_t last = first;
    for (; goes_on(last); ++last) joined += without_ending(out.surface(out.words[last + 1]));
    if (last > first && joined.size() <= schema::kMaxFormBytes) {
      out.insert_form(first, FormKind::kJoined, joined, out.words[last].end);
    }
    first = last + 1;
  }
}

}  // namespace ibid
