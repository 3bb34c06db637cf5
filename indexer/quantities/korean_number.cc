// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/korean_number.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "indexer/korean/hangul.h"
#include "indexer/quantities/quantity_reader.h"
#include "indexer/quantities/quantity_words.h"

namespace ibid {
namespace {

constexpr int kNoLimit = std::numeric_limits<int>::max();
constexpr int kTrillion = 12;

// How sure it is that what is written is a number.
enum class How : std::uint8_t {
  kDigits,  // its coefficients are digits
  kWords,   // one is a word, or left out, within one word: 3천오백
  kApart    // likewise, after a space: 5억 천만
};

struct Coefficient {
  Decimal value;
  std::size_t end = 0;
  How how = How::kDigits;
};

struct Powers {  // 천만: 3 and 4
  int small = 0, large = 0;
  std::size_t end = 0;
  bool any() const { return small != 0 || large != 0; }
};

// The sum of the parts read so far.
class Parts {
 public:
  // False, and nothing is added, if the part is not smaller than the one before it.
  bool add(const Decimal& coefficient, const Powers& powers) {
    if (powers.small != 0 && powers.small >= small_limit_) return false;
    if (powers.large != 0 && powers.large >= large_limit_) return false;
    const auto section = section_.plus(coefficient.times_ten_to(powers.small));
    if (!section) return false;
    if (powers.large == 0) {
      section_ = *section;
      small_limit_ = powers.small;
    } else {
      const auto total = total_.plus(section->times_ten_to(powers.large));
      if (!total) return false;
      shared_power_ =
          large_limit_ == kNoLimit && (powers.small != 0 || !section_.is_zero()) ? powers.large : 0;
      total_ = *total;
      section_ = Decimal();
      large_limit_ = powers.large;
      small_limit_ = kNoLimit;
    }
    power_ = ++count_ == 1 ? powers.small + powers.large : 0;
    return true;
  }

  // Ones after the last part: 500 of 1만 500.
  bool add_ones(const Decimal& ones) {
    const int limit = small_limit_ != kNoLimit ? small_limit_ : large_limit_;
    if (!ones.is_integer() || !(ones < Decimal::parse("1")->times_ten_to(limit))) return false;
    const auto section = section_.plus(ones);
    if (section) section_ = *section;
    power_ = shared_power_ = 0;
    return section.has_value();
  }

  void write(KoreanNumber& number) const {
    number.value = total_.plus(section_).value_or(total_);
    number.power = power_;
    number.shared_power = section_.is_zero() ? shared_power_ : 0;
    number.small = large_limit_ == kNoLimit;
  }

 private:
  Decimal total_, section_;
  int large_limit_ = kNoLimit, small_limit_ = kNoLimit;
  int power_ = 0, shared_power_ = 0, count_ = 0;
};

class KoreanNumberReader {
 public:
  explicit KoreanNumberReader(const QuantityReader& reader)
      : reader_(reader), scan_(reader.scan()) {}

  // `lead`: where powers that stand alone before the digits begin; `begin` if there are none.
  std::optional<KoreanNumber> read(const Decimal& first, std::size_t lead, std::size_t begin,
                                   std::size_t end) {
    Parts parts;
    if (lead != begin && !parts.add(*Decimal::parse("1"), powers_at(lead))) return std::nullopt;
    std::optional<KoreanNumber> sure;  // the longest of which the text is sure
    std::optional<Coefficient> next = Coefficient{first, end, How::kDigits};
    How how = How::kDigits;
    while (next) {
      how = std::max(how, next->how);
      Powers powers = powers_at(next->end);
      if (!powers.any()) {
        if (sure && next->how == How::kDigits && fits_after_powers(next->end) &&
            parts.add_ones(next->value)) {
          parts.write(*sure);
          sure->end = next->end;
        }
        break;
      }
      if (powers.small != 0 && powers.large != 0 && begins_noun(powers)) {  // 3백조각
        powers.large = 0;
        --powers.end;
      }
      if (names_article(powers) || !parts.add(next->value, powers)) break;
      if (ends_at(powers, how)) {
        if (!sure) {
          sure.emplace();
          sure->begin = lead;
        }
        parts.write(*sure);
        sure->end = powers.end;
      }
      next = coefficient_at(powers.end);
    }
    return sure;
  }

  // Where 천 of "천 4백만" begins; `begin` if no such word is there.
  std::size_t lead_before(std::size_t begin) const {
    std::size_t end = begin;
    if (end > 0 && reader_.is_space(end - 1)) --end;
    std::size_t at = end;
    while (at > 0 && reader_.is_hangul(at - 1) && end - at < 3) --at;
    if (at == end || (at > 0 && !reader_.is_space(at - 1) && is_word_class(scan_.class_at(at - 1))))
      return begin;
    const bool after_number = at > 1 && reader_.is_space(at - 1) && reader_.is_digit(at - 2);
    const Powers powers = powers_at(at);
    return !after_number && powers.any() && powers.end == end ? at : begin;
  }

 private:
  // One power below 만, one from 만 on, or both, directly at `at` or after a space.
  Powers powers_at(std::size_t at) const {
    if (reader_.is_space(at) && is_power(at + 1) && stands_apart(at + 1)) ++at;
    Powers powers{0, 0, at};
    if (const auto small = small_korean_scale(scan_.char_at(at))) powers = {*small, 0, at + 1};
    if (const auto large = large_korean_scale(scan_.char_at(powers.end))) {
      powers.large = *large;
      ++powers.end;
    }
    return powers;
  }

  bool is_power(std::size_t at) const {
    const char32_t c = scan_.char_at(at);
    return small_korean_scale(c) || large_korean_scale(c);
  }

  // "2,401 억 달러", "3 천 명", not "3 백신".
  bool stands_apart(std::size_t at) const {
    while (is_power(at)) ++at;
    const std::u32string rest = reader_.hangul_from(at);
    return rest.empty() || reader_.korean_currency_in(at) || is_korean_counter(rest[0]);
  }

  std::optional<Coefficient> coefficient_at(std::size_t at) const {
    const bool apart = reader_.is_space(at);
    if (apart) ++at;
    if (reader_.is_digit(at)) {
      const std::size_t end = scan_.run_end(at);
      const auto value = reader_.number(at, end);
      return value ? std::optional(Coefficient{*value, end, How::kDigits}) : std::nullopt;
    }
    const How how = apart ? How::kApart : How::kWords;
    const int digit = korean_digit(scan_.char_at(at));
    if (digit != 0 && is_power(at + 1)) {
      return Coefficient{*Decimal::parse(std::to_string(digit)), at + 1, how};
    }
    if (small_korean_scale(scan_.char_at(at))) return Coefficient{*Decimal::parse("1"), at, how};
    return std::nullopt;
  }

  static int korean_digit(char32_t c) {
    constexpr std::u32string_view kDigits = U"일이삼사오육칠팔구";
    const std::size_t at = kDigits.find(c);
    return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
  }

  // Whether a number may end behind `powers`, or the last of them begins another word.
  bool ends_at(const Powers& powers, How how) const {
    const std::size_t last = powers.end - 1;
    const std::u32string rest = reader_.hangul_from(powers.end);
    if (scan_.class_at(last) == CharClass::kIdeograph) {
      return scan_.class_at(powers.end) != CharClass::kIdeograph;
    }
    const bool money = rest.empty() || reader_.korean_currency_in(powers.end);
    if (is_rare_korean_scale(scan_.char_at(last)) && !money) return false;
    const bool known = is_particle(rest) || reader_.korean_currency_in(powers.end) ||
                       (!rest.empty() && is_korean_counter(rest[0]));
    if (rest.empty()) {
      const std::size_t after = powers.end + 1;
      return how != How::kApart || powers.large != 0 || reader_.korean_currency_in(after) ||
             reader_.is_digit(after) || is_korean_counter(scan_.char_at(after));
    }
    return known || (how == How::kDigits && !begins_noun(powers));
  }

  bool begins_noun(const Powers& powers) const {
    const char32_t last = scan_.char_at(powers.end - 1);
    return begins_with_scale_noun(std::u32string(1, last) + reader_.hangul_from(powers.end));
  }

  // "3조 1항", "4조 3교대": an article, a shift.
  bool names_article(const Powers& powers) const {
    if (powers.large != kTrillion || powers.small != 0) return false;
    std::size_t at = powers.end + (reader_.is_space(powers.end) ? 1 : 0);
    if (!reader_.is_digit(at)) return false;
    at = scan_.run_end(at);
    return scan_.char_at(at) == U'항' || scan_.char_at(at) == U'호' ||
           (scan_.char_at(at) == U'교' && scan_.char_at(at + 1) == U'대');
  }

  // "1만 500명" is one number, "5만 2024년" are two.
  bool fits_after_powers(std::size_t end) const {
    if (reader_.is_letter(end) || scan_.char_at(end) == U'%' ||
        scan_.class_at(end) == CharClass::kHyphen)
      return false;
    return !is_unit_of_other_number(scan_.char_at(end));
  }

  const QuantityReader& reader_;
  const TextScan& scan_;
};

}  // namespace

std::optional<KoreanNumber> read_korean_number(const QuantityReader& reader, const Decimal& first,
                                               std::size_t begin, std::size_t end) {
  KoreanNumberReader numbers(reader);
  const std::size_t lead = numbers.lead_before(begin);
  if (lead != begin) {
    if (const auto number = numbers.read(first, lead, begin, end)) return number;
  }
  return numbers.read(first, begin, begin, end);
}

}  // namespace ibid
