// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words and signs with which quantities are written: scales, currencies, number words, all from
// lists in indexer/word_lists/. The currencies are those that occur in news: ICU would need 2 MB of
// locale data for them, and does not know how running text writes them ("240.1bn dollars", 달러).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ibid {

// ISO 4217 code of a currency word, folded: "dollars", "usd", "euro"; "" for a currency of several
// countries ("pesos"); nothing for other words. `ambiguous`: the word has another common meaning
// (won, pounds).
struct CurrencyWord {
  std::string_view code;
  bool ambiguous = false;
};
std::optional<CurrencyWord> currency_word(std::string_view word);

// Three-letter ISO code in small letters -> in capitals.
std::optional<std::string_view> currency_code(std::string_view word);

// The code for a sign such as $ or ₩.
std::optional<std::string_view> currency_sign(char32_t sign);
// For the letters before a $: "us", "a", "hk"; "" is the US dollar.
std::optional<std::string_view> dollar_of(std::string_view letters);

// A Korean currency word at the start of `text`. `length` in characters. It may also begin another
// word (원 of 원칙, 루피 of 루피아), so what follows must be known.
struct KoreanCurrency {
  std::string_view code;
  std::size_t length = 0;
};
std::optional<KoreanCurrency> korean_currency(std::u32string_view text);
// True if `text` may follow a currency within one word, except particles: 대, 어치, 이상 ….
bool follows_currency(std::u32string_view text);

// "canadian" -> CAD; "" for other adjectives that may come before a currency word without changing
// it ("us", "japanese"); nothing for other words.
std::optional<std::string_view> currency_adjective(std::string_view word);

// Powers of ten. English: "billion" 9, "bn" 9. `needs_money`: only beside a currency ("m", "k").
struct Scale {
  int power = 0;
  bool needs_money = false;
};
std::optional<Scale> scale_word(std::string_view word);
std::optional<int> small_korean_scale(char32_t c);  // 십 백 천
std::optional<int> large_korean_scale(char32_t c);  // 만 억 조 경, 萬 億 兆
bool is_rare_korean_scale(char32_t c);              // 경: more often another word, as in 3경기
// True if `word` is a noun that begins with a scale, alone or with particles: 천막을, 조항.
bool begins_with_scale_noun(std::u32string_view word);

// False for most words that number_word() does not know, by their first two letters.
bool may_begin_number_word(char32_t first, char32_t second);
// "two" -> 2, "twenty" -> 20; nothing for other words.
std::optional<int> number_word(std::string_view word);

// What joins two numbers that share a unit.
enum class JointKind : std::uint8_t {
  kRange,  // "to", "~", 에서
  kList    // "or", 와
};
struct RangeJoint {
  std::u32string_view text;
  JointKind kind;
};
std::span<const RangeJoint> range_joints();  // longer ones first
bool is_range_sign(char32_t c);              // ~ and its like; a hyphen is more than that

bool introduces_year(std::string_view word);  // "in", "since": what comes before "1871"
bool is_year_mark(std::string_view letters);  // "fy", "q": what is joined to the digits of a year
// True if `word`, right after four digits, makes them a year though it begins like a counter:
// 회계연도, 대회.
bool begins_with_year_noun(std::u32string_view word);
bool is_korean_counter(char32_t c);  // 명, 개: shown with the quantity that they count
// 년 of "5만 2024년", which is two numbers: the digits before it do not continue a scale.
bool is_unit_of_other_number(char32_t c);

}  // namespace ibid
