// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/rounding.h"

#include <cmath>
#include <cstdlib>
#include <string>

namespace ibid {
namespace {

struct Written {
  double value = 0;
  int place = 0;           // power of ten of its last digit that is not zero
  bool one_digit = false;  // all others are zeros
};

Written written(const Decimal& decimal) {
  const std::string digits = decimal.to_string();
  Written out;
  out.value = std::strtod(digits.c_str(), nullptr);
  if (const std::size_t point = digits.find('.'); point != std::string::npos) {
    out.place = -static_cast<int>(digits.size() - point - 1);
  } else if (const std::size_t last = digits.find_last_not_of('0'); last != std::string::npos) {
    out.place = static_cast<int>(digits.size() - 1 - last);
  }
  const std::size_t first = digits.find_first_of("123456789");
  out.one_digit = first != std::string::npos && first == digits.find_last_of("123456789");
  return out;
}

}  // namespace

bool rounds_to(const Decimal& exact, const Decimal& rough) {
  if (exact == rough) return false;
  const Written fine = written(exact), coarse = written(rough);
  if (fine.value == 0 || coarse.value == 0 || fine.place >= coarse.place) return false;
  // A half is rounded up.
  constexpr double kSlack = 1e-9;
  const double half = 0.5 * std::pow(10.0, coarse.place);
  const double up = coarse.value - fine.value;
  if (up > half * (1 + kSlack) || up <= -half * (1 - kSlack)) return false;
  const double most = coarse.one_digit ? kMostRoundedToDigit : kMostRounded;
  return std::abs(up) <= most * fine.value;
}

bool within_rounding(const Quantity& a, const Quantity& b) {
  if (a.kind != b.kind || a.unit != b.unit || a.kind == QuantityKind::kYear) return false;
  return rounds_to(a.value, b.value) || rounds_to(b.value, a.value);
}

}  // namespace ibid
