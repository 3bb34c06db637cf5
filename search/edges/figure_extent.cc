// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/edges/figure_extent.h"

#include <string>

#include "indexer/korean/hangul.h"
#include "indexer/quantities/quantity_words.h"
#include "search/edges/figure_number.h"
#include "search/edges/figure_words.h"

namespace ibid {
namespace {

bool is_sign(char32_t c) {
  return std::u32string_view(U"-−+±△▲▽▼<>≤≥≦≧≒≈~∼〜∓").find(c) != std::u32string_view::npos;
}

// Reads what follows the number of a figure, step by step.
class Tail {
 public:
  Tail(const FigureText& text, Figure& figure) : text_(text), figure_(figure) {}

  void read(bool has_letters) {
    if (!has_letters) {
      while (scale() || part() || fraction()) {
      }
      if (text_.at(figure_.end) == U'여' && !text_.is_wordy(figure_.end + 1)) ++figure_.end;
    }
    while (unit() && goes_on_) {
    }
    hyphenated();
    rate();
    const std::size_t at = text_.is_hyphen(figure_.end) ? figure_.end + 1 : next();
    if (const std::size_t tail = figure_tail_end(text_, at)) figure_.end = tail;
  }

 private:
  std::size_t next() const { return text_.past_spaces(figure_.end); }
  std::size_t next_joined() const {
    return text_.is_hyphen(figure_.end) ? figure_.end + 1 : next();
  }
  bool take(std::size_t end) {
    if (end <= figure_.end) return false;
    figure_.end = end;
    figure_.has_unit = true;
    return true;
  }

  // " million", "-million", "k", 억, " 억".
  bool scale() {
    const std::size_t at = next_joined();
    if (text_.is_letter(at)) {
      const std::string word = text_.letters_from(at);
      return scale_word(word) && take(at + word.size());
    }
    if (!is_korean_scale(text_.at(at))) return false;
    std::size_t end = at;
    while (is_korean_scale(text_.at(end))) ++end;
    const std::u32string rest = text_.hangul_from(end);
    const bool free = at == figure_.end || rest.empty() || rest[0] == U'여' ||
                      is_korean_counter(rest[0]) || korean_currency(rest) || is_particle(rest);
    return free && take(end);
  }

  // A smaller part behind a scale: "2만 5,300", "2조 4천억", "3 million 400 thousand".
  bool part() {
    const char32_t last = text_.at(figure_.end - 1);
    const bool korean = is_korean_scale(last);
    if (!korean && !(text_.is_letter(figure_.end - 1) && figure_.has_unit)) return false;
    std::size_t at = next();
    if (!korean && text_.letters_from(at) == "and") at = text_.past_spaces(at + 3);
    const FigureNumber number = text_.is_digit(at) ? read_number(text_, at) : FigureNumber{};
    if (number.end == 0 || number.has_letters) return false;
    const std::size_t after = text_.past_spaces(number.end);
    if (!korean) return is_scale_name(text_.letters_from(after)) && take(number.end);
    if (is_korean_scale(text_.at(number.end))) return take(number.end);
    const char32_t unit = text_.at(after);
    const bool other = is_unit_of_other_number(unit) || text_.at(number.end) == U'%' ||
                       text_.is_hyphen(number.end);
    return !other && take(number.end);
  }

  // 3분의 1; "1 1/2", "2 ½"; "2 and a half".
  bool fraction() {
    std::size_t at = next();
    if (text_.at(at) == U'분' && text_.at(at + 1) == U'의') {
      const FigureNumber number = read_number(text_, text_.past_spaces(at + 2));
      return number.end != 0 && take(number.end);
    }
    if (!figure_.in_digits || at == figure_.end) return false;
    if (text_.letters_from(at) == "and") {
      at = text_.past_spaces(at + 3);
      if (text_.letters_from(at) == "a") at = text_.past_spaces(at + 1);
      const std::string word = text_.letters_from(at);
      return is_fraction_word(word) && take(at + word.size());
    }
    std::size_t end = at;
    while (text_.is_digit(end)) ++end;
    const bool slash = text_.at(end) == U'/' || text_.at(end) == U'⁄';
    if (end > at && slash && text_.is_digit(end + 1)) return take(read_number(text_, at).end);
    return end == at && raised_end(text_, at) > at && text_.at(at) != U'^' &&
           take(raised_end(text_, at));
  }

  // One unit, or a first word of it: "square", "degrees".
  bool unit() {
    goes_on_ = false;
    if (percent() || degree() || time_of_day()) return true;
    const std::size_t at = next_joined();
    if (text_.is_hangul(at)) return korean_unit(at);
    const std::string word = text_.letters_from(at);
    if (word.empty()) return false;
    const std::size_t end = at + word.size();
    if (word == "celsius" || word == "fahrenheit") return take(end);
    if (is_figure_unit(word) && text_.is_space(at - 1) && figure_.is_year) return false;
    if (is_figure_unit(word)) {
      goes_on_ = word == "square" || word == "cubic" || word == "metric" || word == "nautical" ||
                 word == "basis" || word == "degree" || word == "degrees";
      return take(text_.is_digit(end) ? end + 1 : end);  // km²
    }
    if (currency_adjective(word)) {
      const std::size_t second = text_.past_spaces(end);
      const std::string next_word = text_.letters_from(second);
      return currency_word(next_word) && take(second + next_word.size());
    }
    const auto currency = currency_word(word);
    return currency && (!currency->ambiguous || figure_.has_unit || figure_.in_digits) &&
           !(currency->ambiguous && currency_before()) && take(end);
  }

  // "$5 million won by": the word is no currency if one stands before.
  bool currency_before() const {
    const std::size_t at = figure_.begin;
    return at > 0 && currency_sign(text_.at(at - 1)).has_value();
  }

  bool percent() {
    const std::size_t at = next_joined();
    const char32_t sign = text_.at(at);
    if (sign == U'%' || sign == U'‰') {
      const bool points = text_.letters_from(at + 1) == "p" || text_.letters_from(at + 1) == "pt";
      if (points) return take(at + 1 + text_.letters_from(at + 1).size());
      std::size_t end = at + 1;
      text_.has_words(at + 1, "포인트", end);
      text_.has_words(text_.past_spaces(at + 1), "points", end);
      return take(end);
    }
    std::size_t end = 0;
    for (const char* words : {"percentage points", "percentage point", "percent", "per cent", "pct",
                              "pp", "ppt", "퍼센트포인트", "퍼센트", "프로"}) {
      if (text_.has_words(at, words, end)) return take(end);
    }
    return false;
  }

  bool degree() {
    const std::size_t at = next();
    const char32_t sign = text_.at(at);
    if (sign != U'°' && sign != U'′' && sign != U'″') return false;
    const std::string scale = text_.letters_from(at + 1);
    return take(at + 1 + (scale == "c" || scale == "f" ? 1 : 0));
  }

  // "p.m.", "pm" behind digits.
  bool time_of_day() {
    if (!figure_.in_digits) return false;
    const std::size_t at = next();
    const char32_t half = text_.at(at);
    if (half != U'a' && half != U'p') return false;
    const bool dotted = text_.at(at + 1) == U'.' && text_.at(at + 2) == U'm';
    if (dotted) return take(at + 3);
    return text_.at(at + 1) == U'm' && !text_.is_wordy(at + 2) && take(at + 2);
  }

  bool korean_unit(std::size_t at) {
    const bool glued = at == figure_.end;
    std::size_t end = korean_unit_end(text_, at);
    if (end == 0) return false;
    const bool score = text_.at(at) == U'대' && end == at + 1 &&
                       text_.is_digit(text_.past_spaces(end)) && text_.is_space(end);
    if (score) return false;
    if (!glued && !figure_.in_digits && !figure_.has_unit) return false;
    take(end);
    // 5시 30분 15초
    const char32_t last = text_.at(end - 1);
    const char32_t smaller = last == U'시' ? U'분' : last == U'분' ? U'초' : 0;
    const std::size_t more = text_.past_spaces(end);
    if (smaller == 0) return true;
    if (last == U'시' && text_.at(more) == U'반' && !text_.is_hangul(more + 1)) take(more + 1);
    std::size_t digits = more;
    while (text_.is_digit(digits)) ++digits;
    if (digits > more && text_.at(digits) == smaller) take(digits + 1);
    return true;
  }

  // "30-day", "5-year-old", "20-odd": one word.
  void hyphenated() {
    while (text_.is_hyphen(figure_.end) && text_.is_letter(figure_.end + 1) && !figure_.is_part) {
      std::size_t end = figure_.end + 1;
      while (text_.is_letter(end)) ++end;
      if (text_.letters_from(figure_.end + 1) == "to") return;
      figure_.end = end;
    }
  }

  // "km/h", "5 km per hour".
  void rate() {
    if (!figure_.has_unit) return;
    if (text_.at(figure_.end) == U'/' && text_.is_letter(figure_.end + 1)) {
      figure_.end += 1;
      while (text_.is_letter(figure_.end)) ++figure_.end;
      return;
    }
    std::size_t end = 0;
    if (!text_.has_words(next(), "per", end) || !text_.is_space(end)) return;
    end = text_.past_spaces(end);
    if (!text_.is_letter(end)) return;
    while (text_.is_letter(end)) ++end;
    figure_.end = end;
  }

  const FigureText& text_;
  Figure& figure_;
  bool goes_on_ = false;  // the last unit has a further word
};

// "$", "US$", "A$", "USD ", and none of these; the begin of what stands before `at`.
std::size_t currency_begin(const FigureText& text, std::size_t at) {
  constexpr std::size_t kLongestLetters = 4;
  std::size_t sign = at;
  if (sign > 0 && text.is_space(sign - 1)) --sign;
  if (sign == 0) return at;
  std::size_t letters = sign;
  if (currency_sign(text.at(sign - 1))) {
    letters = --sign;
    while (letters > 0 && sign - letters < kLongestLetters &&
           (text.is_letter(letters - 1) || text.at(letters - 1) == U'.')) {
      --letters;
    }
    return letters == 0 || !text.is_wordy(letters - 1) ? letters : sign;
  }
  const std::string word = text.word_before(sign);
  const bool code = currency_code(word) || word == "rmb" || word == "rs";
  return code && text.is_letter(sign - 1) ? sign - word.size() : at;
}

std::size_t sign_begin(const FigureText& text, std::size_t at) {
  std::size_t sign = at;
  const auto is_space_before = [&](std::size_t i) { return i > 0 && text.is_space(i - 1); };
  if (sign == 0) return at;
  if (is_space_before(sign) && sign > 1 && is_sign(text.at(sign - 2)) &&
      text.at(sign - 2) != U'-' && !text.is_hyphen(sign - 2)) {
    return sign - 2;
  }
  if (!is_sign(text.at(sign - 1))) return at;
  const bool free = sign == 1 || !text.is_wordy(sign - 2);
  const bool dash = sign > 1 && text.is_hyphen(sign - 1) && text.is_hyphen(sign - 2);
  return free && !dash ? sign - 1 : at;
}

}  // namespace

Figure figure_at(const FigureText& text, std::size_t i) {
  constexpr std::size_t kYearDigits = 4;
  const FigureNumber number = read_number(text, i);
  Figure figure;
  if (number.end == 0) return figure;
  figure.begin = i;
  figure.end = number.end;
  figure.in_digits = number.in_digits;
  figure.is_part = number.is_part;
  figure.has_unit = number.is_scale || number.has_letters;
  figure.is_year = number.in_digits && number.end - i == kYearDigits &&
                   ((text.at(i) == U'1' && text.at(i + 1) == U'9') ||
                    (text.at(i) == U'2' && text.at(i + 1) == U'0'));
  if (!figure.is_part) Tail(text, figure).read(number.has_letters);
  return figure;
}

std::size_t past_sign(const FigureText& text, std::size_t i) {
  constexpr std::size_t kLongest = 6;  // "-US$ "
  for (std::size_t at = i; at < i + kLongest; ++at) {
    if (text.is_digit(at)) return at;
    const bool sign = is_sign(text.at(at)) || currency_sign(text.at(at)).has_value();
    if (!sign && !(text.is_space(at) && at > i)) break;
  }
  return i;
}

std::size_t begin_with_heads(const FigureText& text, const Figure& figure) {
  if (figure.is_part) return figure.begin;
  std::size_t begin = currency_begin(text, figure.begin);
  begin = sign_begin(text, begin);
  if (begin != figure.begin) begin = currency_begin(text, begin);
  // "minus 5", "tens of millions", 수 천억.
  const std::size_t word_end = begin > 0 && text.is_space(begin - 1) ? begin - 1 : begin;
  const std::string word = text.word_before(word_end);
  if (word.empty()) return begin;
  const std::size_t size = [&] {
    std::size_t at = word_end;
    while (at > 0 && text.cls(at - 1) == text.cls(word_end - 1)) --at;
    return word_end - at;
  }();
  if (is_figure_head(word)) return word_end - size;
  if (figure.in_digits || word_end == begin) return begin;
  if (is_vague_count(word)) return word_end - size;
  if (word != "of" && word != "a") return begin;
  const std::size_t before = word_end - size;
  const std::string count = before > 0 ? text.word_before(before - 1) : std::string();
  const bool counts = word == "of" ? is_vague_count(count) : count == "half" || count == "quarter";
  return counts ? before - 1 - count.size() : begin;
}

}  // namespace ibid
