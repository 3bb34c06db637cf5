// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which four digits are a year, and which two behind them are the next one: "in 1871", "FY2024",
// "2024Q3", "2024회계연도", "2023/2024", "2023–24". Internal to the quantity files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "indexer/quantities/quantity_reader.h"

namespace ibid {

// What stands before the digits: nothing that matters, a year and a hyphen or slash (2023-), or
// another number and a hyphen.
enum class BeforeYear : std::uint8_t { kFree, kYear, kNumber };

// A view; the reader must outlive it. Positions count folded characters.
class YearReader {
 public:
  explicit YearReader(const QuantityReader& reader) : reader_(reader), scan_(reader.scan()) {}

  static constexpr std::size_t kDigits = 4;

  // True if the four digits at `begin`, with no letter before them, are a year.
  bool is_year(std::size_t begin, BeforeYear before) const;
  // The same with letters directly before them: "FY2024", "3Q2024", "CES2024", not "S400".
  bool is_year_after_letters(std::size_t begin) const;

  bool is_modern(std::size_t begin) const;  // 19.. and 20..

  // The year of two digits behind the one at `begin`, as in "2023-24", "2023/24", "2023~24"; not in
  // "2024-06", which is a month.
  struct ShortYear {
    int year = 0;
    std::size_t begin = 0, end = 0;
  };
  std::optional<ShortYear> next_short_year(std::size_t begin) const;

 private:
  int value(std::size_t begin, std::size_t end) const;
  bool fits_after(std::size_t begin, std::size_t end) const;
  bool mark_follows(std::size_t end) const;
  bool is_span(std::size_t end) const;
  bool has_business_mark(std::size_t begin) const;
  std::string word_before(std::size_t begin) const;

  const QuantityReader& reader_;
  const TextScan& scan_;
};

}  // namespace ibid
