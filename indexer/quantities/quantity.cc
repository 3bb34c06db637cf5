// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/quantity.h"

#include <algorithm>

#include "corpus/text/unmarked_text.h"
#include "indexer/quantities/quantity_ranges.h"
#include "indexer/quantities/quantity_reader.h"
#include "indexer/quantities/quantity_words.h"
#include "indexer/quantities/year_reader.h"

namespace ibid {
namespace {

// Most texts have a quantity in digits; texts without any are not worth folding.
bool may_hold_quantities(std::string_view text) {
  const bool digit = std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) == 0xEF;  // full-width forms
  });
  if (digit) return true;
  for (const std::string_view word :
       {"illion", "ILLION", "housand", "undred", "ercent", "er cent"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

class QuantityFinder {
 public:
  QuantityFinder(const std::vector<FoldedChar>& chars, std::vector<Quantity>& out)
      : chars_(chars), reader_(chars), years_(reader_), scan_(reader_.scan()), out_(out) {}

  void find(const std::vector<ByteRange>& skip) {
    std::size_t next_skip = 0;
    for (std::size_t i = 0; i < chars_.size();) {
      const CharClass cls = chars_[i].cls;
      if (cls != CharClass::kDigit && cls != CharClass::kLetter) {
        ++i;
        continue;
      }
      while (next_skip < skip.size() && skip[next_skip].end <= chars_[i].begin) ++next_skip;
      const bool skipped = next_skip < skip.size() && skip[next_skip].begin <= chars_[i].begin;
      i = skipped ? i + 1 : cls == CharClass::kDigit ? digits(i) : letters(i);
    }
  }

 private:
  // The context directly before a number.
  enum class Before : std::uint8_t {
    kFree,    // nothing that matters
    kNumber,  // a number and a hyphen: 20-30%
    kWord,    // a word and a hyphen: mid-1990s
    kPart,    // the number is a part of something: S400, 3.1.2, 10:30, #5, 제2조
  };

  Before before(std::size_t i, std::size_t quantity_begin) const {
    if (quantity_begin == 0) return Before::kFree;
    const std::size_t at = quantity_begin - 1;
    const char32_t c = scan_.char_at(at);
    const CharClass previous = at > 0 ? scan_.class_at(at - 1) : CharClass::kSpace;
    const bool in_word = previous == CharClass::kLetter || previous == CharClass::kDigit;
    if (quantity_begin == i && scan_.class_at(at) == CharClass::kLetter) return Before::kPart;
    if (c == U'제' && quantity_begin == i) return Before::kPart;
    if (c == U'#' || c == U'@' || c == U'_' || c == U'=' || c == U'&') return Before::kPart;
    if ((c == U'.' || c == U',' || c == U':' || c == U'/') && in_word) return Before::kPart;
    if (scan_.class_at(at) != CharClass::kHyphen && !is_range_sign(c)) return Before::kFree;
    if (previous == CharClass::kDigit) return Before::kNumber;
    return previous == CharClass::kLetter && !is_range_sign(c) ? Before::kWord : Before::kFree;
  }

  // ---- digits -------------------------------------------------------------------------

  std::size_t digits(std::size_t i) {
    const std::size_t number_end = scan_.run_end(i);
    if (const std::size_t end = years(i, number_end); end != 0) return end;
    std::optional<ReadQuantity> quantity = reader_.read_digits(i, QuantityStyle::kInText);
    if (!quantity) return number_end;
    const Before left = before(i, quantity->begin);
    if (left == Before::kPart) return number_end;
    if (left != Before::kWord) complete_from_next(reader_, *quantity);
    inherit_currency(*quantity, i);
    if (quantity->unit_kind || quantity->scaled) {
      if (left == Before::kWord && !quantity->unit_kind) return number_end;
      add(*quantity);
      return quantity->end;
    }
    return plain_number(i, *quantity, left);
  }

  // Years that more than their four digits tell, and dates, of which the year counts: "FY2024",
  // "2023-24", "2023/2024", "2024-06-27". The end of what is read; 0 if it is none of these.
  std::size_t years(std::size_t i, std::size_t number_end) {
    const bool four = number_end - i == YearReader::kDigits;
    const Before left = before(i, i);
    const bool after_letters = four && left == Before::kPart && years_.is_year_after_letters(i);
    const bool after_year = four && i > 0 && scan_.char_at(i - 1) == U'/' && follows_year(i) &&
                            years_.is_year(i, BeforeYear::kYear);
    if (left == Before::kFree || after_letters) {
      if (const auto next = years_.next_short_year(i)) {
        add_year(i, i + YearReader::kDigits);
        add_year(next->year, next->begin, next->end);
        return next->end;
      }
    }
    if (after_letters || after_year) {
      add_year(i, number_end);
      return number_end;
    }
    const std::size_t end = date_end(i, number_end);
    if (end != 0 && left == Before::kFree && years_.is_modern(i)) add_year(i, number_end);
    return end;
  }

  // True if a year ends right before the sign before `i`.
  bool follows_year(std::size_t i) const {
    return !out_.empty() && out_.back().kind == QuantityKind::kYear && i > 0 &&
           out_.back().range.end == chars_[i - 1].begin;
  }

  // "2024-06-27", "2024.6.27", "2024/06", from the year on; 0 if there is none.
  std::size_t date_end(std::size_t begin, std::size_t end) const {
    if (scan_.class_at(begin) != CharClass::kDigit) return 0;
    std::size_t year_end = begin;
    while (reader_.is_digit(year_end)) ++year_end;
    if (year_end - begin != YearReader::kDigits || end < year_end) return 0;
    const char32_t mark = scan_.char_at(year_end);
    if (mark != U'-' && mark != U'.' && mark != U'/') return 0;
    std::size_t at = year_end;
    int parts = 0;
    for (; parts < 2 && scan_.char_at(at) == mark; ++parts) {
      std::size_t part = at + 1;
      while (reader_.is_digit(part) && part - at <= 2) ++part;
      if (part == at + 1 || reader_.is_digit(part)) break;
      at = part;
    }
    const bool month_only = parts == 1 && mark != U'.' && scan_.char_at(at) != mark;
    return parts == 2 || month_only ? at : 0;
  }

  // "$200-300 billion", "$20 - 30 million": the second takes the sign of the first.
  void inherit_currency(ReadQuantity& quantity, std::size_t i) const {
    if (quantity.unit_kind || !quantity.scaled || out_.empty() || quantity.begin != i) return;
    const auto before_space = [this](std::size_t at) {
      return at > 0 && reader_.is_space(at - 1) ? at - 1 : at;
    };
    std::size_t at = before_space(i);
    if (at == 0 || (scan_.char_at(at - 1) != U'-' && !is_range_sign(scan_.char_at(at - 1)))) return;
    at = before_space(at - 1);
    const Quantity& first = out_.back();
    if (first.kind != QuantityKind::kAmount || first.range.end != chars_[at].begin) return;
    quantity.unit_kind = first.kind;
    quantity.unit = first.unit;
  }

  // Digits without scale and unit: a year, a count, or nothing.
  std::size_t plain_number(std::size_t i, const ReadQuantity& quantity, Before left) {
    const std::size_t end = quantity.digits_end;
    const bool written_plainly =
        !quantity.grouped && quantity.value.is_integer() && end - i == YearReader::kDigits;
    const BeforeYear year_before = follows_year(i)           ? BeforeYear::kYear
                                   : left == Before::kNumber ? BeforeYear::kNumber
                                   : left == Before::kFree   ? BeforeYear::kFree
                                                             : BeforeYear::kYear;
    if (written_plainly && years_.is_year(i, year_before)) {
      add_year(i, end);
      return end;
    }
    if (left == Before::kFree && is_count(i, quantity)) add(quantity);
    return quantity.end;
  }

  bool is_count(std::size_t i, const ReadQuantity& quantity) const {
    constexpr std::size_t kFewestDigits = 3, kMostUngrouped = 7;  // more are ids
    const std::size_t end = quantity.digits_end;
    if (!quantity.value.is_integer() || end - i < kFewestDigits) return false;
    if (!quantity.grouped && end - i > kMostUngrouped) return false;
    const char32_t next = scan_.char_at(end);
    const bool goes_on = next == U':' || next == U'/' || next == U'.' || next == U'-' ||
                         next == U',' || is_range_sign(next);
    if (goes_on && reader_.is_digit(end + 1)) return false;
    if (!reader_.is_letter(end)) return true;
    // "100km", not "737MAX", "100th".
    constexpr std::size_t kLongestUnit = 3;
    const std::size_t letters_end = scan_.run_end(end);
    const std::string unit = reader_.word(end, letters_end);
    const bool ordinal = unit == "st" || unit == "nd" || unit == "rd" || unit == "th";
    return !ordinal && !chars_[end].upper && letters_end - end <= kLongestUnit &&
           !reader_.is_digit(letters_end);
  }

  // ---- number words -------------------------------------------------------------------

  std::size_t letters(std::size_t i) {
    if (const std::size_t prefix = scan_.url_prefix(i); prefix != 0)
      return scan_.url(i, prefix).end;
    if (!may_begin_number_word(scan_.char_at(i), scan_.char_at(i + 1))) return scan_.run_end(i);
    auto quantity = reader_.read_words(i);
    if (!quantity) return scan_.run_end(i);
    complete_from_next(reader_, *quantity);
    if (!quantity->scaled && quantity->unit_kind != QuantityKind::kPercent) return quantity->end;
    add(*quantity);
    out_.back().scaled = true;
    return quantity->end;
  }

  // ---- results ------------------------------------------------------------------------

  void add(const ReadQuantity& read) {
    Quantity quantity;
    quantity.kind = read.unit_kind.value_or(QuantityKind::kCount);
    quantity.value = read.value;
    quantity.unit = read.unit;
    quantity.scaled = read.scaled;
    quantity.range = {chars_[read.begin].begin, chars_[read.end - 1].end};
    out_.push_back(std::move(quantity));
  }

  void add_year(std::size_t begin, std::size_t number_end) {
    const std::size_t end = std::min(number_end, begin + YearReader::kDigits);
    int value = 0;
    for (std::size_t k = begin; k < end; ++k) {
      value = value * 10 + static_cast<int>(scan_.char_at(k) - U'0');
    }
    add_year(value, begin, end);
  }

  void add_year(int value, std::size_t begin, std::size_t end) {
    constexpr std::size_t kSuffix = 1;  // 년
    const std::size_t shown = scan_.char_at(end) == U'년' ? end + kSuffix : end;
    Quantity year;
    year.kind = QuantityKind::kYear;
    year.value = *Decimal::parse(std::to_string(value));
    year.range = {chars_[begin].begin, chars_[shown - 1].end};
    out_.push_back(std::move(year));
  }

  const std::vector<FoldedChar>& chars_;
  QuantityReader reader_;
  YearReader years_;
  const TextScan& scan_;
  std::vector<Quantity>& out_;
};

}  // namespace

void find_quantities(std::string_view text, const std::vector<ByteRange>& skip,
                     std::vector<Quantity>& out) {
  out.clear();
  if (!may_hold_quantities(text)) return;
  std::vector<FoldedChar> chars;
  fold(text, chars);
  QuantityFinder(chars, out).find(skip);
}

void find_quantities_of_folded(std::string_view text, const std::vector<FoldedChar>& folded,
                               const std::vector<ByteRange>& skip, std::vector<Quantity>& out) {
  out.clear();
  if (may_hold_quantities(text)) QuantityFinder(folded, out).find(skip);
}

void find_quantities(std::string_view text, const std::vector<ByteRange>& skip,
                     const std::vector<ByteRange>& markup, std::vector<Quantity>& out) {
  if (markup.empty()) return find_quantities(text, skip, out);
  const UnmarkedText unmarked(text, markup);
  find_quantities(unmarked.text(), unmarked.without_signs(skip), out);
  for (Quantity& quantity : out) quantity.range = unmarked.with_signs(quantity.range);
}

std::optional<Quantity> parse_quantity(std::string_view text) {
  std::vector<FoldedChar> chars;
  fold(text, chars);
  const auto digit = std::find_if(chars.begin(), chars.end(),
                                  [](const FoldedChar& c) { return c.cls == CharClass::kDigit; });
  if (digit == chars.end()) return std::nullopt;
  const auto at = static_cast<std::size_t>(digit - chars.begin());
  const auto read = QuantityReader(chars).read_digits(at, QuantityStyle::kWhole);
  if (!read || read->begin != 0) return std::nullopt;
  const bool year_mark = read->end + 1 == chars.size() && chars.back().ch == U'년';
  if (read->end != chars.size() && !year_mark) return std::nullopt;
  Quantity quantity;
  quantity.kind = year_mark ? QuantityKind::kYear : read->unit_kind.value_or(QuantityKind::kCount);
  quantity.value = read->value;
  quantity.unit = read->unit;
  quantity.scaled = read->scaled;
  quantity.range = {0, text.size()};
  return quantity;
}

}  // namespace ibid
