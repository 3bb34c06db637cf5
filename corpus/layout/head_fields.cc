// SPDX-License-Identifier: GPL-2.0-or-later
//
// See head_fields.h.
#include "corpus/layout/head_fields.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/dates/find_date.h"
#include "corpus/layout/byline.h"
#include "corpus/layout/known_titles.h"
#include "corpus/layout/outline.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

struct HeadLabel {
  std::string_view label;  // lower case
  HeadField field;
  bool bare = false;  // may stand without a colon
};

using enum HeadField;
constexpr std::array kHeadLabels = std::to_array<HeadLabel>({
#include "corpus/word_lists/head_labels.inc"
});

constexpr std::array kDateCompanions = std::to_array<std::string_view>({
#include "corpus/word_lists/date_companions.inc"
});

constexpr std::array kDateLabels = std::to_array<std::string_view>({
#include "corpus/word_lists/date_labels.inc"
});

// Before the date of an issue: "주간 동향 2024년 9월 5일".
constexpr std::array kKoreanIssues =
    std::to_array<std::string_view>({"보고서", "리포트", "브리핑", "동향", "호", "소식"});

constexpr std::size_t kMaxFieldLine = 400;  // bytes
constexpr std::size_t kMaxDateAlone = 100;  // bytes
constexpr std::size_t kMaxDatedLine = 160;  // bytes
constexpr std::string_view kEmphasis = "*_";

// The size of what separates two fields at `at`: "|", a tab, two spaces, " / ", " · ", " • ".
std::size_t separator_size(std::string_view line, std::size_t at) {
  for (const std::string_view sign : {"|", "｜", "│", "\t", "  ", " / ", " · ", " • ", " ㆍ "}) {
    if (line.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

std::size_t skip_separators(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const std::size_t size = std::max(separator_size(line, at), skip_spaces(line, at) - at);
    if (size == 0) break;
    at += size;
  }
  return at;
}

std::size_t skip_any_of(std::string_view line, std::size_t at, std::string_view signs) {
  return std::min(line.find_first_not_of(signs, at), line.size());
}

struct FoundLabel {
  HeadField field = HeadField::kOther;
  std::string_view label;
  std::size_t value_begin = 0;
};

// `small` is `line` in small letters.
class FieldLine {
 public:
  explicit FieldLine(std::string_view line) : line_(line), small_(ascii_lower(line)) {}

  std::vector<HeadValue> read() const {
    std::vector<HeadValue> values;
    for (std::size_t at = skip_separators(line_, 0); at < line_.size();
         at = skip_separators(line_, at)) {
      if (const auto label = label_at(at)) {
        const std::size_t end = value_end(label->value_begin);
        values.push_back({label->field, label->label, value(label->value_begin, end)});
        at = std::max(end, label->value_begin);
        continue;
      }
      if (values.empty() && find_date(line_).empty()) return {};
      const std::size_t end = value_end(at);
      const std::string_view segment = value(at, end);
      if (!values.empty() && is_furniture(segment)) {
        values.push_back({HeadField::kOther, {}, segment});
      } else if (is_date_alone(segment)) {
        values.push_back({HeadField::kDate, {}, segment});
      } else if (values.empty() ||
                 (values.back().field != HeadField::kOther && has_letters(segment))) {
        return {};
      }
      at = end;
    }
    return values;
  }

 private:
  static bool has_letters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (is_letter(next_code_point(text, at))) return true;
    }
    return false;
  }

  std::string_view value(std::size_t begin, std::size_t end) const {
    std::string_view value = trim(line_.substr(begin, end - begin));
    while (!value.empty() && kEmphasis.find(value.front()) != std::string_view::npos) {
      value.remove_prefix(1);
    }
    while (!value.empty() && kEmphasis.find(value.back()) != std::string_view::npos) {
      value.remove_suffix(1);
    }
    return trim(value);
  }

  std::size_t value_end(std::size_t begin) const {
    for (std::size_t at = begin; at < line_.size(); ++at) {
      if (separator_size(line_, at) > 0) return at;
      if (at > begin && line_[at - 1] == ' ' && label_at(at)) return at;
    }
    return line_.size();
  }

  std::optional<FoundLabel> label_at(std::size_t at) const {
    const std::size_t begin = skip_any_of(line_, at, "*_[(<");
    const std::string_view rest = std::string_view(small_).substr(begin);
    if (rest.empty()) return {};
    for (const HeadLabel& label : kHeadLabels) {
      if (rest.front() != label.label.front() || !rest.starts_with(label.label)) continue;
      const auto value_begin = after_label(label, begin + label.label.size(), at < begin);
      if (!value_begin) continue;
      return FoundLabel{label.field, line_.substr(begin, label.label.size()), *value_begin};
    }
    return {};
  }

  // Where the value begins behind a label that ends at `end`.
  std::optional<std::size_t> after_label(const HeadLabel& label, std::size_t end,
                                         bool opened) const {
    std::size_t at = skip_any_of(line_, end, "*_])>");
    const bool closed = opened && line_.substr(end, at - end).find(']') != std::string_view::npos;
    const std::size_t mark = skip_spaces(line_, at);
    for (const std::string_view colon : {":", "："}) {
      if (line_.substr(mark).starts_with(colon)) {
        at = skip_any_of(line_, mark + colon.size(), kEmphasis);
        return skip_spaces(line_, at);
      }
    }
    if (closed) return mark;
    if (!label.bare || mark == at) return {};
    if (mark == line_.size()) return {};
    if (label.field == HeadField::kOther)
      return ends_like_sentence(line_) ? std::optional<std::size_t>() : mark;
    if (label.field == HeadField::kAuthor && !is_ascii_letter(label.label.front())) {
      return is_person_alone(mark) ? std::optional(mark) : std::nullopt;
    }
    if (label.field == HeadField::kAuthor || label.field == HeadField::kPublisher) return mark;
    // "배포 2024. 9. 4.", "보도시점 즉시"; "배포 계획" is text.
    const std::string_view begins = std::string_view(line_).substr(mark);
    const FoundDate date = find_date_in(begins);
    if ((!date.iso.empty() && date.text.begin <= 2) || begins.starts_with("즉시")) return mark;
    return is_ascii_digit(begins.front()) && is_release_label(label) ? std::optional(mark)
                                                                     : std::nullopt;
  }

  // "박서연" up to the end or a separator.
  bool is_person_alone(std::size_t begin) const {
    std::size_t end = begin;
    while (end < line_.size() && line_[end] != ' ' && separator_size(line_, end) == 0) ++end;
    const bool alone = end == line_.size() || separator_size(line_, end) > 0;
    return alone && is_korean_person(line_.substr(begin, end - begin));
  }

  // These have a value that begins with a number even where it is no date: "보도시점 9. 5.(목)
  // 조간".
  static bool is_release_label(const HeadLabel& label) { return label.label.starts_with("보도"); }

  std::string_view line_;
  std::string small_;
};

// True if the words of `rest`, in small letters, may stand beside a date.
bool only_companions(std::string_view rest) {
  if (rest.find('~') != std::string::npos) return false;  // a stretch of days
  std::string word;
  for (std::size_t at = 0; at <= rest.size();) {
    const std::size_t begin = at;
    const bool end = at == rest.size();
    const char32_t c = end ? U' ' : next_code_point(rest, at);
    if (is_letter(c) || (c == U'.' && word.size() == 1)) {
      word.append(rest, begin, at - begin);
      continue;
    }
    if (!word.empty() && !is_one_of(word, kDateCompanions)) return false;
    word.clear();
    if (end) break;
  }
  return true;
}

}  // namespace

std::vector<HeadValue> read_field_line(std::string_view line) {
  line = trim(line);
  if (line.empty() || line.size() > kMaxFieldLine) return {};
  // A value is behind a colon or has a number, or its label is one that needs no colon.
  constexpr std::string_view kSigns = ":|0123456789\xEF";  // the last begins full-width signs
  const bool korean = static_cast<unsigned char>(line.front()) >= 0x80;
  if (!korean && line.find_first_of(kSigns) == std::string_view::npos &&
      ascii_lower(line).find(" by ") == std::string_view::npos) {
    return {};
  }
  return FieldLine(line).read();
}

bool is_date_label(std::string_view small) { return is_one_of(small, kDateLabels); }

bool is_date_alone(std::string_view line) {
  if (line.size() > kMaxDateAlone) return false;
  const FoundDate date = find_date_in(line);
  if (date.iso.empty()) {
    constexpr std::size_t kLeast = 6;  // bytes of "2024.9"; a year alone may be anything
    return line.size() >= kLeast && line.size() <= 2 * kLeast && !date_of_value(line).empty();
  }
  std::string before = ascii_lower(trim(line.substr(0, date.text.begin)));
  while (!before.empty() && std::string_view(": *_([").find(before.back()) != std::string::npos) {
    before.pop_back();
  }
  if (is_date_label(before)) before.clear();
  return only_companions(before + ' ' + ascii_lower(line.substr(date.text.end)));
}

bool ends_with_its_date(std::string_view line) {
  if (line.size() > kMaxDatedLine) return false;
  const FoundDate date = find_date_in(line);
  if (date.iso.empty() || !only_companions(ascii_lower(line.substr(date.text.end)))) return false;
  const std::string_view before = trim(line.substr(0, date.text.begin));
  if (before.empty()) return true;
  if (std::string_view(",|-:(").find(before.back()) != std::string_view::npos) return true;
  const std::string_view last = before.substr(before.find_last_of(' ') + 1);
  std::size_t at = 0;
  const char32_t first = next_code_point(last, at);
  if (is_hangul(first)) return ends_with_one_of(last, kKoreanIssues);
  return is_letter(first) && !is_lower(first);
}

}  // namespace ibid
