// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads one quantity at a known position of folded text: number, scale, unit. Knows how quantities
// are written; quantity.cc decides where one may begin. Internal to the quantity files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/text_scan.h"
#include "indexer/quantities/decimal.h"
#include "indexer/quantities/quantity.h"
#include "indexer/quantities/quantity_words.h"

namespace ibid {

// Positions count folded characters.
struct ReadQuantity {
  Decimal value;
  Decimal number;                         // before its scale, of a number of one part
  int power = 0;                          // of ten, that the scale gave a number of one part
  int shared_power = 0;                   // see KoreanNumber
  bool small_korean = false;              // its scale is a Korean one below 만
  bool scaled = false;                    // it has a scale
  bool grouped = false;                   // "11,000"
  std::optional<QuantityKind> unit_kind;  // kAmount or kPercent, if there is a unit
  std::string unit;
  std::size_t begin = 0;       // of the currency sign before it, if there is one
  std::size_t digits_end = 0;  // of the first number
  std::size_t end = 0;         // of the unit
};

// kWhole: "5m" and "300k" need no currency.
enum class QuantityStyle : std::uint8_t { kInText, kWhole };

// A view; the characters must outlive it.
class QuantityReader {
 public:
  explicit QuantityReader(const std::vector<FoldedChar>& chars) : chars_(chars), scan_(chars) {}

  // Reads the quantity whose first digit is at `begin`; nothing for 007 and numbers past a Decimal.
  std::optional<ReadQuantity> read_digits(std::size_t begin, QuantityStyle style) const;

  // Reads scale and unit after a number that was read as words, from `begin` to `end`.
  std::optional<ReadQuantity> read_rest(Decimal number, std::size_t begin, std::size_t end) const;

  // Reads a number in words, "five", "twenty-five", with scale and unit; nothing if none is at
  // `begin`.
  std::optional<ReadQuantity> read_words(std::size_t begin) const;

  // The digits from `begin` to `end`; nothing for 007 and numbers past a Decimal.
  std::optional<Decimal> number(std::size_t begin, std::size_t end) const;
  std::u32string hangul_from(std::size_t i) const;
  // The Korean currency at `at`, if the word ends there or goes on by what may follow a currency.
  std::optional<KoreanCurrency> korean_currency_in(std::size_t at) const;
  // Letters of a word from `begin` to `end`, ASCII only and short; else empty.
  std::string word(std::size_t begin, std::size_t end) const;
  bool is_space(std::size_t i) const { return scan_.class_at(i) == CharClass::kSpace; }
  bool is_digit(std::size_t i) const { return scan_.class_at(i) == CharClass::kDigit; }
  bool is_letter(std::size_t i) const { return scan_.class_at(i) == CharClass::kLetter; }
  bool is_hangul(std::size_t i) const { return scan_.class_at(i) == CharClass::kHangul; }
  const TextScan& scan() const { return scan_; }

 private:
  std::size_t letters_from(std::size_t i) const;
  bool is_joint(std::size_t i) const;

  void currency_before(ReadQuantity& quantity) const;
  bool korean_scale(ReadQuantity& quantity) const;
  void english_scale(ReadQuantity& quantity, QuantityStyle style) const;
  bool money_follows(const ReadQuantity& quantity, std::size_t at) const;
  void unit_after(ReadQuantity& quantity, QuantityStyle style) const;
  bool percent_after(ReadQuantity& quantity, std::size_t at) const;
  bool korean_unit(ReadQuantity& quantity, std::size_t at) const;
  bool english_currency(ReadQuantity& quantity, std::size_t at, QuantityStyle style) const;
  static void set_amount(ReadQuantity& quantity, std::string_view code, std::size_t end);

  const std::vector<FoldedChar>& chars_;
  TextScan scan_;
};

}  // namespace ibid
