// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/quantity_ranges.h"

#include <algorithm>
#include <optional>
#include <string>

#include "indexer/quantities/quantity_words.h"
#include "indexer/quantities/year_reader.h"

namespace ibid {
namespace {

// A number that follows another, and what joins them.
struct Joined {
  ReadQuantity number;
  JointKind joint = JointKind::kRange;
};

class Ranges {
 public:
  explicit Ranges(const QuantityReader& reader) : reader_(reader), scan_(reader.scan()) {}

  void complete(ReadQuantity& first) const {
    const bool bare = first.end == first.digits_end && !first.scaled;
    if ((!bare && (!first.scaled || first.unit_kind)) || is_year(first)) return;
    constexpr int kLongestList = 4;
    const auto last = last_with_unit(first.end, kLongestList);
    if (!last) return;
    if (bare) {
      take(first, *last);
    } else if (last->number.unit_kind == QuantityKind::kAmount && near(first, *last)) {
      share_power(first, *last);
      take_unit(first, last->number);
    }
  }

 private:
  bool is_year(const ReadQuantity& first) const {
    return !first.grouped && !first.unit_kind && !first.scaled &&
           first.digits_end - first.begin == YearReader::kDigits &&
           YearReader(reader_).is_modern(first.begin);
  }

  // The first number behind `at` that has a scale or unit, if all between are joined.
  std::optional<Joined> last_with_unit(std::size_t at, int most) const {
    if (most == 0) return std::nullopt;
    const auto joint = joint_at(at);
    if (!joint) return std::nullopt;
    const auto number = number_at(joint->end);
    if (!number || number->begin < joint->end) return std::nullopt;
    if (number->unit_kind || number->scaled) return Joined{*number, joint->kind};
    auto rest = last_with_unit(number->end, most - 1);
    if (rest) rest->joint = std::max(rest->joint, joint->kind);
    return rest;
  }

  struct JointAt {
    JointKind kind = JointKind::kRange;
    std::size_t end = 0;  // where the next number begins
  };

  std::optional<JointAt> joint_at(std::size_t at) const {
    const bool space = reader_.is_space(at);
    const std::size_t begin = at + (space ? 1 : 0);
    const auto past = [&](std::size_t end) { return end + (reader_.is_space(end) ? 1 : 0); };
    if (scan_.char_at(begin) == U'-') {
      const bool even = reader_.is_space(begin + 1) == space;
      return even ? std::optional(JointAt{JointKind::kRange, past(begin + 1)}) : std::nullopt;
    }
    for (const RangeJoint& joint : range_joints()) {
      const std::size_t end = begin + joint.text.size();
      if (!is_at(begin, joint.text)) continue;
      if (reader_.is_letter(begin) && (!space || !reader_.is_space(end))) continue;
      return JointAt{joint.kind, past(end)};
    }
    return std::nullopt;
  }

  bool is_at(std::size_t at, std::u32string_view text) const {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (scan_.char_at(at + i) != text[i]) return false;
    }
    return true;
  }

  std::optional<ReadQuantity> number_at(std::size_t at) const {
    if (reader_.is_letter(at)) return reader_.read_words(at);
    const std::size_t digit = currency_sign(scan_.char_at(at)) ? at + 1 : at;
    if (!reader_.is_digit(digit)) return std::nullopt;
    return reader_.read_digits(digit, QuantityStyle::kInText);
  }

  // Two numbers side by side share a unit if neither is ten times the other, and a scale if the
  // first is smaller: "killed 300 and 5 percent", "300 and 5 million" are of different things.
  static bool near(const ReadQuantity& first, const Joined& last) {
    if (last.joint == JointKind::kRange) return true;
    const Decimal &a = first.value, &b = last.number.value;
    return !(a.times_ten_to(1) < b) && !(b.times_ten_to(1) < a);
  }

  static void take(ReadQuantity& first, const Joined& last) {
    const ReadQuantity& other = last.number;
    if (other.scaled && other.power == 0) return;  // of several parts: 1억 5천만
    const bool list = last.joint == JointKind::kList;
    if (list && (other.scaled ? !(first.value < other.number) : !near(first, last))) return;
    first.value = first.value.times_ten_to(other.power);
    first.scaled = other.scaled;
    if (other.unit_kind) take_unit(first, other);
  }

  static void take_unit(ReadQuantity& first, const ReadQuantity& other) {
    first.unit_kind = other.unit_kind;
    first.unit = other.unit;
  }

  // 2천 of "2천~3천만 원" is 2천만.
  static void share_power(ReadQuantity& first, const Joined& last) {
    if (last.joint != JointKind::kRange || !first.small_korean) return;
    first.value = first.value.times_ten_to(last.number.shared_power);
  }

  const QuantityReader& reader_;
  const TextScan& scan_;
};

}  // namespace

void complete_from_next(const QuantityReader& reader, ReadQuantity& first) {
  Ranges(reader).complete(first);
}

}  // namespace ibid
