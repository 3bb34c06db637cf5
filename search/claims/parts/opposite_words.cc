// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/parts/opposite_words.h"

#include <array>
#include <cstdint>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

enum class Side : std::uint8_t { kOne, kOther };
enum class Match : std::uint8_t { kWhole, kBegins, kTurned, kTurnedBegins };
using enum Side;
using enum Match;
struct ListedOpposite {
  std::string_view text, pair;
  Side side;
  Match how;
};
constexpr std::array kOpposites = std::to_array<ListedOpposite>({
#include "search/word_lists/opposites.inc"
});

const ListedOpposite* listed(std::string_view surface, std::string_view stem) {
  for (const ListedOpposite& entry : kOpposites) {
    const bool whole = entry.how == kWhole || entry.how == kTurned;
    if (whole ? (stem == entry.text || surface == entry.text) : surface.starts_with(entry.text)) {
      return &entry;
    }
  }
  return nullptr;
}

std::string_view stem_of(const Analysis& analysis, const Word& word) {
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    if (form->kind == FormKind::kStem) return analysis.text(*form);
  }
  return analysis.surface(word);
}

}  // namespace

std::vector<OppositeWord> opposite_words(std::string_view text, const Analysis& analysis) {
  std::vector<OppositeWord> out;
  for (std::size_t w = 0; w < analysis.words.size(); ++w) {
    const Word& word = analysis.words[w];
    const std::string_view surface = analysis.surface(word);
    const ListedOpposite* entry = listed(surface, stem_of(analysis, word));
    if (entry == nullptr) continue;
    // "up 26.3%", but not "set up".
    const bool adverb = surface == "up" || surface == "down";
    const std::size_t next = skip_spaces(text, word.end);
    if (adverb && (next >= text.size() || !(is_ascii_digit(text[next]) || text[next] == '$'))) {
      continue;
    }
    // 성장률 and 증가율 do not say which way it goes.
    if (surface.find("률") != std::string_view::npos ||
        surface.find("율") != std::string_view::npos) {
      continue;
    }
    const bool turned = entry->how == kTurned || entry->how == kTurnedBegins;
    out.push_back({w, entry->pair, entry->side == kOther, turned});
  }
  return out;
}

std::vector<OppositeWord> opposite_words(const PassageWords& text) {
  return opposite_words(text.text, text.analysis);
}

}  // namespace ibid
