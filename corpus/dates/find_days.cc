// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dates/find_days.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "corpus/dates/month_names.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr int kFirstYear = 1800, kLastYear = 2199;
constexpr std::array<int, 12> kLongest = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
// Behind a number that is no day: "In June 30 million".
constexpr auto kScales = std::to_array<std::string_view>(
    {"percent", "per cent", "percentage", "pc", "hundred", "thousand", "million", "billion",
     "trillion", "dozen", "mn", "bn", "tn", "fold", "times"});

// Every `take` moves past what it found, or changes nothing.
class DayReader {
 public:
  DayReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<NamedDay> read() {
    const std::size_t begin = at_;
    for (const auto form : {&DayReader::numeric, &DayReader::korean, &DayReader::day_first,
                            &DayReader::month_first}) {
      at_ = begin;
      NamedDay found;
      if (!(this->*form)(found) || !is_day(found)) continue;
      if (at_ < text_.size() && is_ascii_digit(text_[at_])) continue;
      if (found.last_day == 0) found.last_day = found.day;
      found.text = {begin, at_};
      return found;
    }
    return {};
  }

 private:
  static bool is_day(const NamedDay& found) {
    if (found.month < 1 || found.month > 12) return false;
    const int most = kLongest[static_cast<std::size_t>(found.month - 1)];
    return found.day >= 0 && found.day <= most && found.last_day <= most &&
           (found.last_day == 0 || found.last_day > found.day);
  }

  bool take(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }

  void spaces() { at_ = skip_spaces(text_, at_); }

  bool number(std::size_t least, std::size_t most, int& value) {
    std::size_t end = at_;
    int sum = 0;
    while (end < text_.size() && is_ascii_digit(text_[end]) && end - at_ <= most) {
      sum = sum * 10 + (text_[end++] - '0');
    }
    if (end - at_ < least || end - at_ > most) return false;
    at_ = end;
    value = sum;
    return true;
  }

  bool year(int& value) {
    const std::size_t before = at_;
    int read = 0;
    if (!number(4, 4, read) || read < kFirstYear || read > kLastYear) {
      at_ = before;
      return false;
    }
    value = read;
    return true;
  }

  // "–17", "~18": the second day of two.
  void last_day(NamedDay& found) {
    const std::size_t before = at_;
    spaces();
    const bool dash = take("–") || take("-") || take("~") || take("∼") || take("〜");
    spaces();
    int day = 0;
    const bool read = dash && number(1, 2, day) && day > found.day;
    if (read) {
      found.last_day = day;
    } else {
      at_ = before;
    }
  }

  // "2024-06-18", "2024. 6. 18."
  bool numeric(NamedDay& found) {
    if (!year(found.year)) return false;
    for (const std::string_view sign : {"-", ".", "/"}) {
      if (!take(sign)) continue;
      if (sign == ".") spaces();
      if (!number(1, 2, found.month) || !take(sign)) return false;
      if (sign == ".") spaces();
      return number(1, 2, found.day);
    }
    return false;
  }

  // "2024년 6월 18일", "6월 18일", "6월 17~18일", "6월"
  bool korean(NamedDay& found) {
    const std::size_t begin = at_;
    if (year(found.year)) {
      spaces();
      if (!take("년")) {
        at_ = begin;
        found.year = 0;
      }
      spaces();
    }
    if (!number(1, 2, found.month)) return false;
    spaces();
    if (!take("월")) return false;
    const std::size_t month_end = at_;
    spaces();
    if (number(1, 2, found.day)) {
      bool closed = take("일");
      last_day(found);
      if (found.last_day != 0) closed = false;
      if (!closed) spaces();
      if (closed || take("일")) return true;
    }
    found.day = found.last_day = 0;
    at_ = month_end;
    return true;
  }

  bool month_name(int& month, bool& needs_more) {
    std::size_t end = at_;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    const std::string_view name = text_.substr(at_, end - at_);
    if (name.empty()) return false;
    for (std::size_t i = 0; i < kMonthNames.size(); ++i) {
      const MonthName& known = kMonthNames[i];
      const bool whole = name == known.english;
      if (!whole && name != known.short_form && name != known.other_short) continue;
      at_ = end;
      if (!whole) take(".");
      month = static_cast<int>(i) + 1;
      needs_more = !whole || name == "May" || name == "March";
      return true;
    }
    return false;
  }

  void ordinal() {
    for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
      if (take(suffix)) return;
    }
  }

  void year_after(NamedDay& found) {
    const std::size_t before = at_;
    take(",");
    spaces();
    if (year(found.year) && !goes_on_as_figure()) return;
    found.year = 0;
    at_ = before;
  }

  // "12.5", "30,000", "24%", "3 per cent", "2-fold": what was read is the beginning of a figure.
  bool goes_on_as_figure() const {
    const auto digit_at = [&](std::size_t at) {
      return at < text_.size() && is_ascii_digit(text_[at]);
    };
    const std::string_view rest = text_.substr(at_);
    if ((rest.starts_with('.') || rest.starts_with(',')) && digit_at(at_ + 1)) return true;
    std::size_t at = skip_spaces(text_, at_);
    // "2 to 3 per cent", "3 in 10".
    if (text_.substr(at).starts_with("in ") && digit_at(at + 3)) return true;
    const bool ranges = text_.substr(at).starts_with("to ") || text_.substr(at).starts_with("or ");
    if (ranges && digit_at(at + 3)) {
      at += 3;
      while (digit_at(at) || (at < text_.size() && text_[at] == '.' && digit_at(at + 1))) ++at;
      at = skip_spaces(text_, at);
    }
    for (const std::string_view sign : {"%", "％", "‰", "°", "℃", "억", "만", "조", "천"}) {
      if (text_.substr(at).starts_with(sign)) return true;
    }
    if (text_.substr(at).starts_with('-')) ++at;
    const std::string after = ascii_lower(text_.substr(at, 16));
    return std::ranges::any_of(kScales, [&](std::string_view scale) {
      return after.starts_with(scale) &&
             (after.size() == scale.size() || !is_ascii_letter(after[scale.size()]));
    });
  }

  // `small`: a word in small letters, of at most eight.
  bool follows_word(std::size_t begin, std::string_view small) const {
    std::string_view before = trim(text_.substr(0, begin));
    before.remove_prefix(before.size() - std::min<std::size_t>(before.size(), 9));
    if (!ascii_lower(before).ends_with(small)) return false;
    return before.size() == small.size() ||
           !is_ascii_letter(before[before.size() - small.size() - 1]);
  }

  // "In May 12 people": of a day one says "on".
  bool counts_what_follows(std::size_t begin) const {
    if (!follows_word(begin, "in")) return false;
    const std::size_t next = skip_spaces(text_, at_);
    return next > at_ && next < text_.size() && is_ascii_letter(text_[next]);
  }

  // "18 June 2024", "18th of June"
  bool day_first(NamedDay& found) {
    bool needs_more = false;
    if (!number(1, 2, found.day) || found.day == 0) return false;
    ordinal();
    last_day(found);
    spaces();
    if (take("of ")) spaces();
    if (!month_name(found.month, needs_more)) return false;
    year_after(found);
    return true;
  }

  // "June 18, 2024", "June 18", "June 2024", "June"
  bool month_first(NamedDay& found) {
    const std::size_t begin = at_;
    bool needs_more = false;
    if (!month_name(found.month, needs_more)) return false;
    const std::size_t name_end = at_;
    spaces();
    if (number(1, 2, found.day) && found.day > 0) {
      const std::size_t number_end = at_;
      ordinal();
      const bool is_ordinal = at_ > number_end;
      last_day(found);
      const bool is_figure =
          goes_on_as_figure() || (found.last_day == 0 && counts_what_follows(begin));
      if (is_ordinal || !is_figure) {
        year_after(found);
        return true;
      }
    }
    found.day = found.last_day = 0;
    at_ = name_end;
    year_after(found);
    return found.year != 0 || !needs_more || follows_preposition(begin);
  }

  // "in May": not the verb.
  bool follows_preposition(std::size_t begin) const {
    constexpr auto kWords =
        std::to_array<std::string_view>({"in", "since", "until", "by", "from", "of", "to", "and",
                                         "early", "late", "mid", "last", "this", "next", "during"});
    return std::ranges::any_of(kWords,
                               [&](std::string_view word) { return follows_word(begin, word); });
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace

std::vector<NamedDay> find_days(std::string_view text) {
  std::vector<NamedDay> out;
  const auto is_word = [](char c) { return is_ascii_digit(c) || is_ascii_letter(c); };
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word(text[at])) {
      ++at;
      continue;
    }
    // "1,206 July" and "F-16 June" do not begin a day inside a number or a name.
    const bool inside = at > 1 && (text[at - 1] == ',' || text[at - 1] == '.') &&
                        is_ascii_digit(text[at - 2]) && is_ascii_digit(text[at]);
    if (auto found = inside ? std::nullopt : DayReader(text, at).read()) {
      at = found->text.end;
      out.push_back(*found);
      continue;
    }
    while (at < text.size() && is_word(text[at])) ++at;
  }
  return out;
}

bool may_be_same_day(const NamedDay& a, const NamedDay& b) {
  if (a.month != b.month) return false;
  if (a.year != 0 && b.year != 0 && a.year != b.year) return false;
  if (a.day == 0 || b.day == 0) return true;
  return a.day <= b.last_day && b.day <= a.last_day;
}

}  // namespace ibid
