// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/opendocument/list_labels.h"

#include <algorithm>
#include <utility>

#include "corpus/office/number_format.h"
#include "corpus/office/symbol_signs.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// aa, ab, ac
std::string letters(std::int64_t number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) {
    out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
  }
  return out;
}

// The formats of ODF, and those of LibreOffice, which are the row's begin: "가, 나, 다, ...".
std::string shown(std::int64_t number, const OdfListLevel& level) {
  const std::string& format = level.format;
  if (format.empty()) return "";
  if ((format == "a" || format == "A") && !level.letters_repeat) return letters(number, format[0]);
  constexpr std::pair<const char*, const char*> kFormats[] = {
      {"1", "decimal"},          {"a", "lowerLetter"},
      {"A", "upperLetter"},      {"i", "lowerRoman"},
      {"I", "upperRoman"},       {"가", "ganada"},
      {"ㄱ", "chosung"},         {"일", "koreanDigital"},
      {"하나", "koreanLegal"},   {"①", "decimalEnclosedCircle"},
      {"一", "chineseCounting"}, {"甲", "ideographTraditional"},
      {"子", "ideographZodiac"}, {"１", "decimalFullWidth"}};
  for (const auto& [begin, name] : kFormats) {
    if (format == begin || format.starts_with(std::string(begin) + ",")) {
      return formatted_number(number, name);
    }
  }
  return std::to_string(number);
}

}  // namespace

std::string ListNumbers::next(const OdfListStyle& style, std::size_t level,
                              std::optional<int> start) {
  for (std::size_t i = 0; i < level; ++i) {
    if (!values[i]) values[i] = style[i].start;
  }
  if (start) {
    values[level] = *start;
  } else {
    values[level] = values[level] ? *values[level] + 1 : style[level].start;
  }
  std::fill(values.begin() + static_cast<std::ptrdiff_t>(level) + 1, values.end(), std::nullopt);
  const OdfListLevel& rule = style[level];
  if (rule.is_bullet) return readable_label(rule.bullet, rule.bullet_font);
  if (!rule.list_format.empty()) return by_list_format(style, level);
  std::string numbers = shown(*values[level], rule);
  // A level without a number shows none of the others either.
  if (numbers.empty()) return std::string(trim(std::string_view(rule.prefix + rule.suffix)));
  const auto levels = static_cast<std::size_t>(std::max(1, rule.shown_levels));
  for (std::size_t i = 1; i < levels && i <= level; ++i) {
    const std::string higher = shown(values[level - i].value_or(1), style[level - i]);
    if (!higher.empty()) numbers.insert(0, higher + ".");
  }
  return std::string(trim(std::string_view(rule.prefix + numbers + rule.suffix)));
}

// "%1%.%2%)": the number of each level between percent signs.
std::string ListNumbers::by_list_format(const OdfListStyle& style, std::size_t level) const {
  const std::string_view format = style[level].list_format;
  std::string label;
  for (std::size_t at = 0; at < format.size(); ++at) {
    const std::size_t end = format[at] == '%' ? format.find('%', at + 1) : format.npos;
    if (end == format.npos) {
      label += format[at];
      continue;
    }
    std::size_t number = 0;
    for (const char c : format.substr(at + 1, end - at - 1)) {
      number = is_ascii_digit(c) && number < 100 ? number * 10 + static_cast<std::size_t>(c - '0')
                                                 : kOdfListLevels + 1;
    }
    if (number >= 1 && number <= level + 1) {
      label += shown(values[number - 1].value_or(1), style[number - 1]);
    }
    at = end;
  }
  return std::string(trim(std::string_view(label)));
}

}  // namespace ibid
