// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantity_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ibid {
namespace {

template <class Value, std::size_t N, class Key>
const Value* look_up(const std::array<std::pair<Key, Value>, N>& table, Key key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == key; });
  return found == table.end() ? nullptr : &found->second;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

using Word = std::string_view;

constexpr std::array<std::pair<Word, CurrencyWord>, 27> kCurrencyWords = {{
    {"dollar", {"USD"}},       {"dollars", {"USD"}},   {"buck", {"USD"}},
    {"bucks", {"USD"}},        {"euro", {"EUR"}},      {"euros", {"EUR"}},
    {"yen", {"JPY"}},          {"yuan", {"CNY"}},      {"renminbi", {"CNY"}},
    {"rmb", {"CNY"}},          {"won", {"KRW", true}}, {"pound", {"GBP", true}},
    {"pounds", {"GBP", true}}, {"sterling", {"GBP"}},  {"ruble", {"RUB"}},
    {"rubles", {"RUB"}},       {"rouble", {"RUB"}},    {"roubles", {"RUB"}},
    {"rupee", {"INR"}},        {"rupees", {"INR"}},    {"hryvnia", {"UAH"}},
    {"hryvnias", {"UAH"}},     {"shekels", {"ILS"}},   {"francs", {""}},
    {"pesos", {""}},           {"kroner", {""}},       {"crowns", {"", true}},
}};

constexpr std::array<std::pair<Word, Word>, 24> kCurrencyCodes = {{
    {"usd", "USD"}, {"eur", "EUR"}, {"krw", "KRW"}, {"jpy", "JPY"}, {"cny", "CNY"}, {"gbp", "GBP"},
    {"rub", "RUB"}, {"inr", "INR"}, {"cad", "CAD"}, {"aud", "AUD"}, {"hkd", "HKD"}, {"twd", "TWD"},
    {"sgd", "SGD"}, {"nzd", "NZD"}, {"chf", "CHF"}, {"sek", "SEK"}, {"nok", "NOK"}, {"brl", "BRL"},
    {"mxn", "MXN"}, {"uah", "UAH"}, {"ils", "ILS"}, {"sar", "SAR"}, {"aed", "AED"}, {"idr", "IDR"},
}};

// ¥ is the yen: texts about China write RMB, CN¥ or yuan beside it.
constexpr std::array<std::pair<char32_t, Word>, 8> kSigns = {{
    {U'$', "USD"},
    {U'€', "EUR"},
    {U'£', "GBP"},
    {U'¥', "JPY"},
    {U'₩', "KRW"},
    {U'₽', "RUB"},
    {U'₹', "INR"},
    {U'₴', "UAH"},
}};

constexpr std::array<std::pair<Word, Word>, 15> kDollars = {{
    {"", "USD"},
    {"us", "USD"},
    {"u.s.", "USD"},
    {"u.s", "USD"},
    {"a", "AUD"},
    {"au", "AUD"},
    {"c", "CAD"},
    {"ca", "CAD"},
    {"can", "CAD"},
    {"hk", "HKD"},
    {"nt", "TWD"},
    {"nz", "NZD"},
    {"s", "SGD"},
    {"r", "BRL"},
    {"cn", "CNY"},
}};

struct KoreanRow {
  std::u32string_view word;
  std::string_view code;
  bool strict = false;
};
// Longer words first where one begins another.
constexpr std::array<KoreanRow, 27> kKoreanCurrencies = {{
    {U"달러", "USD"},         {U"미국 달러", "USD"},     {U"미국달러", "USD"},
    {U"미 달러", "USD"},      {U"미달러", "USD"},        {U"호주 달러", "AUD"},
    {U"호주달러", "AUD"},     {U"캐나다 달러", "CAD"},   {U"캐나다달러", "CAD"},
    {U"홍콩 달러", "HKD"},    {U"홍콩달러", "HKD"},      {U"대만 달러", "TWD"},
    {U"대만달러", "TWD"},     {U"싱가포르 달러", "SGD"}, {U"싱가포르달러", "SGD"},
    {U"뉴질랜드달러", "NZD"}, {U"불", "USD", true},      {U"유로", "EUR", true},
    {U"위안", "CNY", true},   {U"루블", "RUB"},          {U"파운드", "GBP"},
    {U"루피", "INR"},         {U"엔화", "JPY"},          {U"원화", "KRW"},
    {U"엔", "JPY", true},     {U"원", "KRW", true},      {U"페소", ""},
}};

constexpr std::array<std::pair<Word, Scale>, 22> kScales = {{
    {"hundred", {2}},    {"thousand", {3}}, {"thousands", {3}}, {"million", {6}},
    {"millions", {6}},   {"billion", {9}},  {"billions", {9}},  {"trillion", {12}},
    {"trillions", {12}}, {"mn", {6}},       {"mln", {6}},       {"mil", {6, true}},
    {"mio", {6}},        {"bn", {9}},       {"bln", {9}},       {"bil", {9, true}},
    {"tn", {12, true}},  {"trn", {12}},     {"k", {3, true}},   {"m", {6, true}},
    {"b", {9, true}},    {"t", {12, true}},
}};

constexpr std::array<std::pair<Word, int>, 28> kNumberWords = {{
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90},    {"zero", 0},
}};

constexpr std::array<std::pair<Word, Word>, 13> kAdjectives = {{
    {"us", ""},
    {"u.s.", ""},
    {"american", ""},
    {"british", ""},
    {"japanese", ""},
    {"chinese", ""},
    {"korean", ""},
    {"russian", ""},
    {"indian", ""},
    {"canadian", "CAD"},
    {"australian", "AUD"},
    {"singapore", "SGD"},
    {"taiwan", "TWD"},
}};

constexpr std::array<Word, 14> kYearPrepositions = {
    "in",    "since", "until", "till",   "from",   "by", "during",
    "circa", "year",  "after", "before", "around", "of", "between",
};

constexpr std::array<std::u32string_view, 22> kCurrencyTails = {
    U"대", U"짜리", U"어치", U"이상", U"이하", U"가량", U"정도", U"규모", U"상당", U"씩",   U"선",
    U"권", U"여",   U"미만", U"초과", U"인데", U"이었", U"이라", U"이다", U"입니", U"으로", U"화",
};

}  // namespace

std::optional<CurrencyWord> currency_word(std::string_view word) {
  if (const CurrencyWord* found = look_up(kCurrencyWords, word)) return *found;
  if (const auto code = currency_code(word)) return CurrencyWord{*code};
  return std::nullopt;
}

std::optional<std::string_view> currency_code(std::string_view word) {
  if (word.size() != 3) return std::nullopt;
  const Word* found = look_up(kCurrencyCodes, word);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<std::string_view> currency_sign(char32_t sign) {
  const Word* found = look_up(kSigns, sign);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<std::string_view> dollar_of(std::string_view letters) {
  const Word* found = look_up(kDollars, letters);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<KoreanCurrency> korean_currency(std::u32string_view text) {
  for (const KoreanRow& row : kKoreanCurrencies) {
    if (text.starts_with(row.word)) return KoreanCurrency{row.code, row.word.size(), row.strict};
  }
  return std::nullopt;
}

bool follows_currency(std::u32string_view text) {
  return std::any_of(kCurrencyTails.begin(), kCurrencyTails.end(),
                     [&](std::u32string_view tail) { return text.starts_with(tail); });
}

std::optional<std::string_view> currency_adjective(std::string_view word) {
  const Word* found = look_up(kAdjectives, word);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<Scale> scale_word(std::string_view word) {
  const Scale* found = look_up(kScales, word);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<int> small_korean_scale(char32_t c) {
  if (c == U'십') return 1;
  if (c == U'백') return 2;
  if (c == U'천') return 3;
  return std::nullopt;
}

std::optional<int> large_korean_scale(char32_t c) {
  if (c == U'만') return 4;
  if (c == U'억') return 8;
  if (c == U'조') return 12;
  return std::nullopt;
}

std::optional<int> number_word(std::string_view word) {
  const int* found = look_up(kNumberWords, word);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

bool introduces_year(std::string_view word) { return is_one_of(kYearPrepositions, word); }

bool is_korean_counter(char32_t c) {
  return std::u32string_view(U"명개건대곳척기발톤회채장마가여").find(c) !=
         std::u32string_view::npos;
}

}  // namespace ibid
