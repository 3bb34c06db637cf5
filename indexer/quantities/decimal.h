// SPDX-License-Identifier: GPL-2.0-or-later
//
// Decimal fractions, exact: 240.1 billion is 2401 times ten to the eighth, and equals 2,401억. It
// does only what the quantities of a text need: reading, powers of ten, sums, order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ibid {

// Never negative. At most 18 significant digits; below ten to the 27th.
class Decimal {
 public:
  Decimal() = default;

  // Reads "11000", "240.10"; nothing if it is not such a number or has too many digits.
  static std::optional<Decimal> parse(std::string_view digits);

  // The value times ten to the `power`.
  Decimal times_ten_to(int power) const;
  // Nothing if the sum has too many digits.
  std::optional<Decimal> plus(const Decimal& other) const;

  // Plain digits, as short as the value allows: "240100000000", "26.3", "0.05".
  std::string to_string() const;

  // Bytes that compare as the values do: the number of digits before the point, then all
  // significant digits. Holds only bytes from ' ' to '<'.
  std::string sort_key() const;
  // The value of a sort_key(); nothing for other bytes.
  static std::optional<Decimal> of_sort_key(std::string_view key);

  // True if they are equal, or one is the other rounded half up to the digits that it has, at least
  // two: 5.43 and 5.4, 240.1 and 240, but not 5.43 and 5.
  bool agrees_rounded(const Decimal& other) const;

  bool is_zero() const { return digits_ == 0; }
  bool is_integer() const { return exponent_ >= 0; }
  bool operator==(const Decimal&) const = default;
  bool operator<(const Decimal& other) const { return sort_key() < other.sort_key(); }

 private:
  Decimal(std::uint64_t digits, int exponent);

  std::uint64_t digits_ = 0;  // without zeros at the end
  int exponent_ = 0;          // 0 for zero
};

}  // namespace ibid
