// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/edges/figure_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "indexer/korean/hangul.h"
#include "indexer/quantities/quantity_words.h"

namespace ibid {
namespace {

constexpr std::array kUnits = std::to_array<std::string_view>({
#include "search/word_lists/figure_units.inc"
});
constexpr std::array kFractions = std::to_array<std::string_view>({
#include "search/word_lists/fraction_words.inc"
});
constexpr std::array kHeads = std::to_array<std::string_view>({
#include "search/word_lists/figure_heads.inc"
});
constexpr std::array kTails = std::to_array<std::string_view>({
#include "search/word_lists/figure_tails.inc"
});

using enum ListMatch;
constexpr std::array kKoreanUnits = std::to_array<ListedWord>({
#include "search/word_lists/korean_figure_units.inc"
});

constexpr std::array<std::string_view, 9> kVagueCounts = {
    "several", "few", "tens", "dozens", "hundreds", "thousands", "millions", "수", "몇"};

// What may follow a unit within one word: 명이, 년간, 개씩, 배였다.
bool may_follow_unit(std::u32string_view rest) {
  constexpr std::u32string_view kNext = U"간째씩쯤가여대이인였었들";
  return rest.empty() || is_particle(rest) || follows_currency(rest) ||
         kNext.find(rest[0]) != std::u32string_view::npos;
}

}  // namespace

bool is_figure_unit(std::string_view word) { return is_one_of(word, kUnits); }
bool is_fraction_word(std::string_view word) { return is_one_of(word, kFractions); }
bool is_figure_head(std::string_view word) { return is_one_of(word, kHeads); }
bool is_vague_count(std::string_view word) { return is_one_of(word, kVagueCounts); }

std::size_t korean_unit_end(const FigureText& text, std::size_t i) {
  if (!text.is_hangul(i)) return 0;
  const std::u32string word = text.hangul_from(i);
  for (const ListedWord& unit : kKoreanUnits) {
    std::size_t end = i;
    if (!text.has_words(i, unit.text, end)) continue;
    const std::u32string_view rest = std::u32string_view(word).substr(end - i);
    if (unit.how == kBegins || may_follow_unit(rest)) return end;
  }
  const auto currency = korean_currency(word);
  if (!currency) return 0;
  const std::u32string_view rest = std::u32string_view(word).substr(currency->length);
  return may_follow_unit(rest) ? i + currency->length : 0;
}

std::size_t figure_tail_end(const FigureText& text, std::size_t i) {
  for (const std::string_view tail : kTails) {
    std::size_t end = i;
    if (text.has_words(i, tail, end)) return end;
  }
  return 0;
}

}  // namespace ibid
