// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/quantity_reader.h"

#include <algorithm>

#include "indexer/korean/hangul.h"
#include "indexer/quantities/korean_number.h"
#include "indexer/quantities/quantity_words.h"

namespace ibid {
namespace {

constexpr std::size_t kMostPlaces = 24;  // of a value written out

bool is_sane(const ReadQuantity& quantity) {
  return quantity.value.to_string().size() <= kMostPlaces;
}

}  // namespace

std::optional<ReadQuantity> QuantityReader::read_digits(std::size_t begin,
                                                        QuantityStyle style) const {
  ReadQuantity quantity;
  quantity.begin = begin;
  quantity.digits_end = quantity.end = scan_.run_end(begin);
  const auto value = number(begin, quantity.end);
  if (!value) return std::nullopt;
  quantity.value = quantity.number = *value;
  for (std::size_t i = begin; i < quantity.end; ++i)
    quantity.grouped = quantity.grouped || scan_.char_at(i) == U',';
  const bool korean = korean_scale(quantity);
  currency_before(quantity);
  if (!korean) english_scale(quantity, style);
  unit_after(quantity, style);
  return is_sane(quantity) ? std::optional(quantity) : std::nullopt;
}

std::optional<ReadQuantity> QuantityReader::read_rest(Decimal number, std::size_t begin,
                                                      std::size_t end) const {
  ReadQuantity quantity;
  quantity.value = quantity.number = number;
  quantity.begin = begin;
  quantity.digits_end = quantity.end = end;
  english_scale(quantity, QuantityStyle::kInText);
  unit_after(quantity, QuantityStyle::kInText);
  return is_sane(quantity) ? std::optional(quantity) : std::nullopt;
}

std::optional<ReadQuantity> QuantityReader::read_words(std::size_t begin) const {
  constexpr std::size_t kShortest = 3, kLongest = 9;
  std::size_t end = scan_.run_end(begin);
  if (end - begin < kShortest || end - begin > kLongest) return std::nullopt;
  const auto number = number_word(word(begin, end));
  if (!number) return std::nullopt;
  int value = *number;
  const bool tens = value >= 20 && scan_.class_at(end) == CharClass::kHyphen;
  if (tens && is_letter(end + 1)) {  // twenty-five
    const std::size_t ones_end = scan_.run_end(end + 1);
    const auto ones = number_word(word(end + 1, ones_end));
    if (ones && *ones > 0 && *ones < 10) {
      value += *ones;
      end = ones_end;
    }
  }
  return read_rest(*Decimal::parse(std::to_string(value)), begin, end);
}

std::string QuantityReader::word(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kLongest = 16;
  std::string text;
  if (end - begin > kLongest) return text;
  for (std::size_t i = begin; i < end; ++i) {
    if (chars_[i].ch >= 0x80) return {};
    text += static_cast<char>(chars_[i].ch);
  }
  return text;
}

std::optional<Decimal> QuantityReader::number(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kLongest = 24;
  if (end - begin > kLongest) return std::nullopt;
  std::string digits = word(begin, std::min(end, begin + 16)) +
                       (end > begin + 16 ? word(begin + 16, end) : std::string());
  std::erase(digits, ',');
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return std::nullopt;
  return Decimal::parse(digits);
}

std::u32string QuantityReader::hangul_from(std::size_t i) const {
  std::u32string text;
  for (; is_hangul(i); ++i) text += chars_[i].ch;
  return text;
}

std::size_t QuantityReader::letters_from(std::size_t i) const {
  return is_letter(i) ? scan_.run_end(i) : i;
}

bool QuantityReader::is_joint(std::size_t i) const {
  return is_space(i) || scan_.class_at(i) == CharClass::kHyphen;
}

void QuantityReader::set_amount(ReadQuantity& quantity, std::string_view code, std::size_t end) {
  quantity.unit_kind = QuantityKind::kAmount;
  quantity.unit = code;
  quantity.end = std::max(quantity.end, end);
}

// ---- before the number ----------------------------------------------------------------

// "$", "US$", "$ ", "USD", "USD ".
void QuantityReader::currency_before(ReadQuantity& quantity) const {
  std::size_t at = quantity.begin;
  if (at > 1 && is_space(at - 1)) --at;
  if (at == 0) return;
  std::size_t letters = at;
  if (const auto code = currency_sign(scan_.char_at(at - 1))) {
    letters = --at;
    while (letters > 0 && at - letters < 4 &&
           (is_letter(letters - 1) || scan_.char_at(letters - 1) == U'.'))
      --letters;
    const auto dollar = dollar_of(word(letters, at));
    const bool known = dollar && letters < at && (*code == "USD" || *dollar == "CNY");
    set_amount(quantity, known ? *dollar : *code, quantity.end);
    quantity.begin = known ? letters : at;
    return;
  }
  while (letters > 0 && at - letters <= 3 && is_letter(letters - 1)) --letters;
  const std::string text = word(letters, at);
  const auto code = currency_code(text);
  if (!code && text != "rmb") return;
  set_amount(quantity, code ? *code : "CNY", quantity.end);
  quantity.begin = letters;
}

// ---- scales ---------------------------------------------------------------------------

bool QuantityReader::korean_scale(ReadQuantity& quantity) const {
  const auto read = read_korean_number(*this, quantity.value, quantity.begin, quantity.digits_end);
  if (!read) return false;
  quantity.value = read->value;
  quantity.power = read->power;
  quantity.shared_power = read->shared_power;
  quantity.small_korean = read->small;
  quantity.scaled = true;
  quantity.begin = read->begin;
  quantity.end = read->end;
  return true;
}

// "240.1 billion", "5-million", "240.1bn", "300bnusd".
void QuantityReader::english_scale(ReadQuantity& quantity, QuantityStyle style) const {
  constexpr int kMostScales = 2;  // "hundred thousand"
  for (int i = 0; i < kMostScales; ++i) {
    const bool joined = is_joint(quantity.end);
    const std::size_t begin = quantity.end + (joined ? 1 : 0);
    const std::size_t end = letters_from(begin);
    if (end == begin) return;
    const std::string text = word(begin, end);
    auto scale = scale_word(text);
    std::size_t scale_end = end;
    if (!scale && text.size() > 3) {
      if (const auto code = currency_code(std::string_view(text).substr(text.size() - 3))) {
        scale = scale_word(std::string_view(text).substr(0, text.size() - 3));
        scale_end = end - 3;
        if (scale && !joined) set_amount(quantity, *code, end);
      }
    }
    if (!scale) return;
    const bool money =
        style == QuantityStyle::kWhole || quantity.unit_kind || money_follows(quantity, end);
    if (scale->needs_money && !money) return;
    quantity.value = quantity.value.times_ten_to(scale->power);
    quantity.power += scale->power;
    quantity.scaled = true;
    quantity.end = std::max(quantity.end, scale_end);
    if (quantity.end > scale_end) return;  // a unit hung on it
  }
}

bool QuantityReader::money_follows(const ReadQuantity& /*quantity*/, std::size_t at) const {
  if (is_space(at)) ++at;
  if (is_hangul(at)) return korean_currency(hangul_from(at)).has_value();
  return currency_word(word(at, letters_from(at))).has_value();
}

// ---- after the number -----------------------------------------------------------------

void QuantityReader::unit_after(ReadQuantity& quantity, QuantityStyle style) const {
  std::size_t at = quantity.end;
  if (scan_.char_at(at) == U'여' && quantity.digits_end > 0) ++at;  // 100여 명: some hundred
  if (is_joint(at)) ++at;
  if (percent_after(quantity, at)) return;
  if (is_hangul(at)) {
    if (korean_unit(quantity, at)) return;
    const bool counted =
        is_korean_counter(scan_.char_at(at)) && (quantity.scaled || quantity.grouped);
    const std::u32string rest = hangul_from(at + 1);
    if (counted && (rest.empty() || is_particle(rest))) quantity.end = at + 1;
    return;
  }
  english_currency(quantity, at, style);
}

bool QuantityReader::percent_after(ReadQuantity& quantity, std::size_t at) const {
  const auto take = [&](std::string_view unit, std::size_t end) {
    quantity.unit_kind = QuantityKind::kPercent;
    quantity.unit = unit;
    quantity.end = end;
    return true;
  };
  if (scan_.char_at(at) == U'%') {
    const std::size_t next = at + 1;
    if (word(next, letters_from(next)) == "p") return take("pp", next + 1);
    if (hangul_from(next).starts_with(U"포인트")) return take("pp", next + 3);
    return take("%", next);
  }
  if (is_hangul(at)) {
    const std::u32string text = hangul_from(at);
    if (text.starts_with(U"퍼센트포인트")) return take("pp", at + 6);
    if (text.starts_with(U"퍼센트")) return take("%", at + 3);
    if (!text.starts_with(U"프로")) return false;
    const std::u32string_view rest = std::u32string_view(text).substr(2);
    return (rest.empty() || is_particle(rest)) && take("%", at + 2);
  }
  const std::size_t end = letters_from(at);
  const std::string first = word(at, end);
  if (first == "percent" || first == "pct") return take("%", end);
  if (first == "pp" || first == "ppt") return take("pp", end);
  if (first != "per" && first != "percentage") return false;
  if (!is_joint(end)) return false;
  const std::size_t second_end = letters_from(end + 1);
  const std::string second = word(end + 1, second_end);
  if (first == "per") return second == "cent" && take("%", second_end);
  return (second == "point" || second == "points") && take("pp", second_end);
}

std::optional<KoreanCurrency> QuantityReader::korean_currency_in(std::size_t at) const {
  std::u32string text = hangul_from(at);
  if (text.empty()) return std::nullopt;
  const std::size_t run = text.size();
  if (is_space(at + run) && is_hangul(at + run + 1)) text += U' ' + hangul_from(at + run + 1);
  const auto currency = korean_currency(text);
  if (!currency) return std::nullopt;
  std::u32string_view rest = std::u32string_view(text).substr(currency->length);
  rest = rest.substr(0, rest.find(U' '));
  if (!rest.empty() && !is_particle(rest) && !follows_currency(rest)) return std::nullopt;
  return currency;
}

bool QuantityReader::korean_unit(ReadQuantity& quantity, std::size_t at) const {
  const auto currency = korean_currency_in(at);
  if (!currency) return false;
  set_amount(quantity, currency->code, at + currency->length);
  return true;
}

bool QuantityReader::english_currency(ReadQuantity& quantity, std::size_t at,
                                      QuantityStyle style) const {
  std::size_t end = letters_from(at);
  if (end == at) return false;
  std::string text = word(at, end);
  const auto adjective = currency_adjective(text);
  if (adjective && is_joint(end)) {
    at = end + 1;
    end = letters_from(at);
    text = word(at, end);
  }
  const auto currency = currency_word(text);
  if (!currency) return false;
  const bool sure =
      quantity.scaled || quantity.grouped || adjective || style == QuantityStyle::kWhole;
  if (currency->ambiguous && (!sure || quantity.unit_kind)) return false;  // "$5 million won by"
  const bool other = adjective && !adjective->empty() && currency->code == "USD";
  set_amount(quantity, other ? *adjective : currency->code, end);
  return true;
}

}  // namespace ibid
