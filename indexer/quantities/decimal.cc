// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/decimal.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostDigits = 18;  // of a 64-bit integer
constexpr int kMostPlaces = 27;          // before the point

}  // namespace

Decimal::Decimal(std::uint64_t digits, int exponent) : digits_(digits), exponent_(exponent) {
  if (digits_ == 0) exponent_ = 0;
  for (; digits_ != 0 && digits_ % 10 == 0; digits_ /= 10) ++exponent_;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::uint64_t digits = 0;
  std::size_t significant = 0, seen = 0;
  int exponent = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point && seen > 0) {
      point = true;
      continue;
    }
    if (!is_ascii_digit(c)) return std::nullopt;
    ++seen;
    if (point) --exponent;
    if (significant == 0 && c == '0') continue;
    if (++significant > kMostDigits) return std::nullopt;
    digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (seen == 0 || text.back() == '.') return std::nullopt;
  return Decimal(digits, exponent);
}

Decimal Decimal::times_ten_to(int power) const { return {digits_, exponent_ + power}; }

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  if (digits_ == 0) return other;
  if (other.digits_ == 0) return *this;
  const int exponent = std::min(exponent_, other.exponent_);
  const auto digits_at = [exponent](const Decimal& d) -> std::optional<std::uint64_t> {
    const std::string written = std::to_string(d.digits_);
    if (written.size() + static_cast<std::size_t>(d.exponent_ - exponent) > kMostDigits)
      return std::nullopt;
    std::uint64_t digits = d.digits_;
    for (int i = exponent; i < d.exponent_; ++i) digits *= 10;
    return digits;
  };
  const auto a = digits_at(*this), b = digits_at(other);
  if (!a || !b) return std::nullopt;
  const Decimal sum(*a + *b, exponent);
  if (std::to_string(sum.digits_).size() > kMostDigits) return std::nullopt;
  return sum;
}

std::string Decimal::to_string() const {
  std::string digits = std::to_string(digits_);
  if (exponent_ >= 0) return digits.append(static_cast<std::size_t>(exponent_), '0');
  const auto places = static_cast<std::size_t>(-exponent_);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  return digits.insert(digits.size() - places, 1, '.');
}

// Digits without zeros at the end: of two that agree as far as the shorter goes, it is the smaller.
std::string Decimal::sort_key() const {
  constexpr int kZeroPlaces = ' ';
  if (digits_ == 0) return std::string(1, static_cast<char>(kZeroPlaces));
  const std::string digits = std::to_string(digits_);
  const int places = static_cast<int>(digits.size()) + exponent_;
  const int before = std::clamp(places, 0, kMostPlaces);
  std::string key(1, static_cast<char>(kZeroPlaces + 1 + before));
  if (places < 0) key.append(static_cast<std::size_t>(-places), '0');
  return key + digits;
}

std::optional<Decimal> Decimal::of_sort_key(std::string_view key) {
  constexpr char kZero = ' ';
  if (key.empty() || key[0] < kZero || key[0] > kZero + 1 + kMostPlaces) return std::nullopt;
  if (key[0] == kZero) return key.size() == 1 ? std::optional(Decimal()) : std::nullopt;
  const auto digits = parse(key.substr(1));
  if (!digits || !digits->is_integer() || key.size() == 1) return std::nullopt;
  const int before = key[0] - kZero - 1;
  return digits->times_ten_to(before - static_cast<int>(key.size() - 1));
}

bool Decimal::agrees_rounded(const Decimal& other) const {
  if (*this == other) return true;
  const Decimal& coarse = exponent_ > other.exponent_ ? *this : other;
  const Decimal& fine = exponent_ > other.exponent_ ? other : *this;
  constexpr std::uint64_t kTwoDigits = 10;
  const int dropped = coarse.exponent_ - fine.exponent_;
  if (coarse.digits_ < kTwoDigits || dropped == 0 || dropped > static_cast<int>(kMostDigits)) {
    return false;
  }
  std::uint64_t power = 1;
  for (int i = 0; i < dropped; ++i) power *= 10;
  return (fine.digits_ + power / 2) / power == coarse.digits_;
}

}  // namespace ibid
