// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/sentences/date_stop.h"

#include <array>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kConnectives = std::to_array<std::string_view>({
#include "corpus/word_lists/sentence_connectives.inc"
});

// The numbers of a dotted Korean date before a full stop: "2024. 6. 27.", "’24. 9. 5.", "9. 5.".
struct DottedDate {
  std::size_t numbers = 0;
  bool has_year = false;
  bool spaced = false;  // "6. 27.", not "7.4."
};

DottedDate dotted_date(std::string_view text, std::size_t begin, std::size_t end) {
  DottedDate date;
  std::size_t at = end;
  while (at > begin && date.numbers < 3) {
    const std::size_t stop = at;
    while (at > begin && text[at - 1] == ' ') --at;
    const bool spaced = at < stop;
    if (at == begin || text[at - 1] != '.') break;
    const std::size_t last = --at;
    while (at > begin && is_ascii_digit(text[at - 1])) --at;
    const std::size_t digits = last - at;
    if (digits != 4 && (digits == 0 || digits > 2)) return date.numbers > 1 ? date : DottedDate{};
    ++date.numbers;
    date.spaced |= spaced && date.numbers > 1;
    const char32_t before = code_point_before(text, at);
    if (digits == 4 || before == U'’' || before == U'\'' || before == U'‘') {
      date.has_year = true;
      break;
    }
  }
  return date;
}

class DateStop {
 public:
  DateStop(std::string_view text, const StopContext& at) : text_(text), at_(at) {}

  bool is_date_stop() const {
    const DottedDate date = dotted_date(text_, at_.begin, at_.stop + 1);
    if (date.numbers == 0) return false;
    std::size_t digits = 0;
    while (is_ascii_digit(code_point_at(text_, at_.next + digits))) ++digits;
    const bool number_follows =
        digits > 0 && digits <= 2 && code_point_at(text_, at_.next + digits) == '.';
    if (number_follows && (date.numbers > 1 || date.has_year || !is_quantity_before(at_.stop))) {
      return true;
    }
    if (date.numbers == 1 && !date.has_year) return false;
    if (date.numbers == 1 && date.has_year && !is_hangul(code_point_at(text_, at_.next)))
      return false;
    if (!date.has_year && !date.spaced) return false;
    if (at_.noted != at_.stop + 1) return false;
    if (is_latin(code_point_at(text_, at_.next))) return has_hangul(text_, {at_.begin, at_.stop});
    return !begins_with_one_of(text_.substr(at_.next), kConnectives) &&
           !is_latin_before_date(at_.stop);
  }

 private:
  // "rose 3.1. 4." is no date: the number before the stop has a decimal point or many digits.
  bool is_quantity_before(std::size_t stop) const {
    std::size_t begin = stop;
    while (begin > at_.begin && is_ascii_digit(text_[begin - 1])) --begin;
    const char32_t before = code_point_before(text_, begin);
    return stop - begin > 2 || before == U'.' || before == U',';
  }

  // "signed on 2024. 7. 19. 국내 …": an English sentence ends where Korean begins.
  bool is_latin_before_date(std::size_t stop) const {
    std::size_t at = stop;
    while (at > at_.begin) {
      std::size_t before = at;
      const char32_t c = previous_code_point(text_, before);
      if (!is_ascii_digit(c) && c != U'.' && c != U' ' && c != U'’' && c != U'\'')
        return is_latin(c);
      at = before;
    }
    return false;
  }

  std::string_view text_;
  const StopContext& at_;
};

}  // namespace

bool is_date_stop(std::string_view text, const StopContext& at) {
  return DateStop(text, at).is_date_stop();
}

}  // namespace ibid
