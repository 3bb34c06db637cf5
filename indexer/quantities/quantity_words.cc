// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/quantity_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "corpus/text/word_list.h"
#include "indexer/korean/hangul.h"

namespace ibid {
namespace {

using Word = std::string_view;

struct CurrencyRow {
  Word word, code;
  bool ambiguous;
};
constexpr std::array kCurrencyWords = std::to_array<CurrencyRow>({
#include "indexer/word_lists/currency_words.inc"
});

constexpr std::array kCurrencyCodes = std::to_array<Word>({
#include "indexer/word_lists/currency_codes.inc"
});

struct SignRow {
  char32_t word;
  Word code;
};
constexpr std::array kSigns = std::to_array<SignRow>({
#include "indexer/word_lists/currency_signs.inc"
});

struct CodeRow {
  Word word, code;
};
constexpr std::array kDollars = std::to_array<CodeRow>({
#include "indexer/word_lists/dollar_letters.inc"
});
constexpr std::array kAdjectives = std::to_array<CodeRow>({
#include "indexer/word_lists/currency_adjectives.inc"
});

struct KoreanRow {
  std::u32string_view word;
  Word code;
};
// Longer words first.
constexpr std::array kKoreanCurrencies = std::to_array<KoreanRow>({
#include "indexer/word_lists/korean_currencies.inc"
});

constexpr std::array kCurrencyTails = std::to_array<std::u32string_view>({
#include "indexer/word_lists/after_currency.inc"
});

struct ScaleRow {
  Word word;
  int power;
  bool needs_money;
};
constexpr std::array kScales = std::to_array<ScaleRow>({
#include "indexer/word_lists/scales.inc"
});

enum class ScaleSize : std::uint8_t { kSmall, kLarge };
using enum ScaleSize;

struct KoreanScaleRow {
  char32_t word;
  int power;
  ScaleSize size;
  bool rare;
};
constexpr std::array kKoreanScales = std::to_array<KoreanScaleRow>({
#include "indexer/word_lists/korean_scales.inc"
});

constexpr std::array kScaleNouns = std::to_array<std::u32string_view>({
#include "indexer/word_lists/scale_nouns.inc"
});

struct NumberRow {
  Word word;
  int value;
};
constexpr std::array kNumberWords = std::to_array<NumberRow>({
#include "indexer/word_lists/number_words.inc"
});

constexpr unsigned kLetters = 26;
// By the first letter, a bit for each second one.
constexpr std::array<std::uint32_t, kLetters> kNumberBeginnings = [] {
  std::array<std::uint32_t, kLetters> seconds{};
  for (const NumberRow& row : kNumberWords) {
    seconds[static_cast<unsigned>(row.word[0] - 'a')] |=
        1U << static_cast<unsigned>(row.word[1] - 'a');
  }
  return seconds;
}();

constexpr std::array kYearPrepositions = std::to_array<Word>({
#include "indexer/word_lists/year_prepositions.inc"
});

constexpr std::array kYearNouns = std::to_array<std::u32string_view>({
#include "indexer/word_lists/year_nouns.inc"
});

constexpr std::array kYearMarks = std::to_array<Word>({
#include "indexer/word_lists/year_marks.inc"
});

using enum JointKind;
constexpr std::array kJoints = std::to_array<RangeJoint>({
#include "indexer/word_lists/range_joints.inc"
});

constexpr std::array kCounters = std::to_array<char32_t>({
#include "indexer/word_lists/korean_counters.inc"
});

constexpr std::array kUnitsOfOtherNumbers = std::to_array<char32_t>({
#include "indexer/word_lists/units_of_other_numbers.inc"
});

// The row of `word`; null if there is none.
template <class Row, std::size_t N, class Key>
const Row* row_of(const std::array<Row, N>& table, Key word) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Row& row) { return row.word == word; });
  return found == table.end() ? nullptr : &*found;
}

template <class Row, std::size_t N, class Key>
std::optional<std::string_view> code_of(const std::array<Row, N>& table, Key word) {
  const Row* row = row_of(table, word);
  return row == nullptr ? std::nullopt : std::optional(row->code);
}

template <std::size_t N>
bool is_in(const std::array<char32_t, N>& syllables, char32_t c) {
  return std::find(syllables.begin(), syllables.end(), c) != syllables.end();
}

std::optional<int> korean_scale(ScaleSize size, char32_t c) {
  const KoreanScaleRow* row = row_of(kKoreanScales, c);
  return row == nullptr || row->size != size ? std::nullopt : std::optional(row->power);
}

}  // namespace

std::optional<CurrencyWord> currency_word(std::string_view word) {
  if (const CurrencyRow* row = row_of(kCurrencyWords, word)) {
    return CurrencyWord{row->code, row->ambiguous};
  }
  if (const auto code = currency_code(word)) return CurrencyWord{*code};
  return std::nullopt;
}

std::optional<std::string_view> currency_code(std::string_view word) {
  const auto is_small = [](char code, char small) { return code - 'A' + 'a' == small; };
  const auto found = std::find_if(kCurrencyCodes.begin(), kCurrencyCodes.end(), [&](Word code) {
    return std::equal(code.begin(), code.end(), word.begin(), word.end(), is_small);
  });
  return found == kCurrencyCodes.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::string_view> currency_sign(char32_t sign) { return code_of(kSigns, sign); }

std::optional<std::string_view> dollar_of(std::string_view letters) {
  return code_of(kDollars, letters);
}

std::optional<KoreanCurrency> korean_currency(std::u32string_view text) {
  for (const KoreanRow& row : kKoreanCurrencies) {
    if (text.starts_with(row.word)) return KoreanCurrency{row.code, row.word.size()};
  }
  return std::nullopt;
}

bool follows_currency(std::u32string_view text) {
  return std::any_of(kCurrencyTails.begin(), kCurrencyTails.end(),
                     [&](std::u32string_view tail) { return text.starts_with(tail); });
}

std::optional<std::string_view> currency_adjective(std::string_view word) {
  return code_of(kAdjectives, word);
}

std::optional<Scale> scale_word(std::string_view word) {
  const ScaleRow* row = row_of(kScales, word);
  return row == nullptr ? std::nullopt : std::optional(Scale{row->power, row->needs_money});
}

std::optional<int> small_korean_scale(char32_t c) { return korean_scale(kSmall, c); }

std::optional<int> large_korean_scale(char32_t c) { return korean_scale(kLarge, c); }

bool is_rare_korean_scale(char32_t c) {
  const KoreanScaleRow* row = row_of(kKoreanScales, c);
  return row != nullptr && row->rare;
}

bool begins_with_scale_noun(std::u32string_view word) {
  return std::any_of(kScaleNouns.begin(), kScaleNouns.end(), [word](std::u32string_view noun) {
    if (!word.starts_with(noun)) return false;
    const std::u32string_view rest = word.substr(noun.size());
    return rest.empty() || is_particle(rest);
  });
}

bool may_begin_number_word(char32_t first, char32_t second) {
  const char32_t a = first - U'a', b = second - U'a';  // others wrap around
  return a < kLetters && b < kLetters && (kNumberBeginnings[a] >> b & 1U) != 0;
}

std::optional<int> number_word(std::string_view word) {
  const NumberRow* row = row_of(kNumberWords, word);
  return row == nullptr ? std::nullopt : std::optional(row->value);
}

std::span<const RangeJoint> range_joints() { return kJoints; }

bool is_range_sign(char32_t c) { return c == U'~' || c == U'∼' || c == U'〜'; }

bool is_year_mark(std::string_view letters) { return is_one_of(letters, kYearMarks); }

bool begins_with_year_noun(std::u32string_view word) {
  return std::any_of(kYearNouns.begin(), kYearNouns.end(),
                     [word](std::u32string_view noun) { return word.starts_with(noun); });
}

bool introduces_year(std::string_view word) { return is_one_of(word, kYearPrepositions); }

bool is_korean_counter(char32_t c) { return is_in(kCounters, c); }

bool is_unit_of_other_number(char32_t c) { return is_in(kUnitsOfOtherNumbers, c); }

}  // namespace ibid
