// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/office/number_format.h"

#include <fmt/core.h>

#include <array>
#include <iterator>
#include <optional>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

std::string roman(std::int64_t n, bool upper) {
  if (n < 1 || n > 9999) return std::to_string(n);
  constexpr std::array<std::pair<int, const char*>, 13> kSteps = {{{1000, "m"},
                                                                   {900, "cm"},
                                                                   {500, "d"},
                                                                   {400, "cd"},
                                                                   {100, "c"},
                                                                   {90, "xc"},
                                                                   {50, "l"},
                                                                   {40, "xl"},
                                                                   {10, "x"},
                                                                   {9, "ix"},
                                                                   {5, "v"},
                                                                   {4, "iv"},
                                                                   {1, "i"}}};
  std::string out;
  for (const auto& [value, sign] : kSteps) {
    for (; n >= value; n -= value) out += sign;
  }
  if (upper) {
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

// a … z, aa, bb …: the sign again for each round, as Word does.
std::string repeated(std::int64_t n, std::u32string_view signs) {
  const auto count = static_cast<std::int64_t>(signs.size());
  if (n < 1 || n > 30 * count) return std::to_string(n);
  const auto sign = static_cast<std::size_t>((n - 1) % count);
  return utf8(std::u32string(static_cast<std::size_t>((n - 1) / count + 1), signs[sign]));
}

// The n-th sign of a row that has no second round.
std::string one_of(std::int64_t n, std::u32string_view signs) {
  if (n < 1 || n > static_cast<std::int64_t>(signs.size())) return std::to_string(n);
  return utf8(signs.substr(static_cast<std::size_t>(n - 1), 1));
}

std::string digits(std::int64_t n, std::u32string_view signs) {
  std::string out;
  for (const char c : std::to_string(n)) {
    out += c == '-' ? "-" : utf8(signs.substr(static_cast<std::size_t>(c - '0'), 1));
  }
  return out;
}

// 21 -> 이십일, 二十一: digits with the words for 10, 100 and 1,000.
std::string counting(std::int64_t n, std::u32string_view signs, std::u32string_view powers) {
  if (n < 1 || n > 9999) return std::to_string(n);
  std::u32string out;
  const std::string decimal = std::to_string(n);
  for (std::size_t i = 0; i < decimal.size(); ++i) {
    const auto digit = static_cast<std::size_t>(decimal[i] - '0');
    const std::size_t power = decimal.size() - 1 - i;
    if (digit == 0) continue;
    if (digit != 1 || power == 0) out += signs[digit];
    if (power > 0) out += powers[power - 1];
  }
  return utf8(out);
}

// 21 -> 스물하나
std::string native_korean(std::int64_t n) {
  constexpr std::array kOnes = {"",     "하나", "둘",   "셋",   "넷",
                                "다섯", "여섯", "일곱", "여덟", "아홉"};
  constexpr std::array kTens = {"",   "열",   "스물", "서른", "마흔",
                                "쉰", "예순", "일흔", "여든", "아흔"};
  if (n < 1 || n > 99) return std::to_string(n);
  return std::string(kTens[static_cast<std::size_t>(n / 10)]) +
         kOnes[static_cast<std::size_t>(n % 10)];
}

std::string ordinal(std::int64_t n) {
  const std::int64_t two = n % 100, one = n % 10;
  const bool teen = two >= 11 && two <= 13;
  const char* ending = teen ? "th" : one == 1 ? "st" : one == 2 ? "nd" : one == 3 ? "rd" : "th";
  return fmt::format("{}{}", n, ending);
}

constexpr std::u32string_view kHangulDigits = U"영일이삼사오육칠팔구";
constexpr std::u32string_view kHanjaDigits = U"〇一二三四五六七八九";

std::optional<std::string> latin(std::int64_t n, std::string_view format) {
  if (format == "decimal" || format == "decimalHalfWidth") return std::to_string(n);
  if (format == "upperRoman" || format == "lowerRoman") return roman(n, format[0] == 'u');
  if (format == "upperLetter") return repeated(n, U"ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (format == "lowerLetter") return repeated(n, U"abcdefghijklmnopqrstuvwxyz");
  if (format == "decimalZero") return fmt::format("{:02}", n);
  if (format == "ordinal") return ordinal(n);
  if (format == "chicago") return repeated(n, U"*†‡§");
  if (format == "numberInDash") return fmt::format("- {} -", n);
  if (format == "hex") return fmt::format("{:X}", n);
  return std::nullopt;
}

std::optional<std::string> enclosed(std::int64_t n, std::string_view format) {
  if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese") {
    return one_of(n, U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");
  }
  if (format == "decimalEnclosedFullstop") return one_of(n, U"⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛");
  if (format == "decimalEnclosedParen") return one_of(n, U"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇");
  if (format == "ideographEnclosedCircle") return one_of(n, U"㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉");
  if (format == "decimalFullWidth" || format == "decimalFullWidth2") {
    return digits(n, U"０１２３４５６７８９");
  }
  return std::nullopt;
}

std::optional<std::string> east_asian(std::int64_t n, std::string_view format) {
  if (format == "ganada") return repeated(n, U"가나다라마바사아자차카타파하");
  if (format == "chosung") return repeated(n, U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ");
  if (format == "koreanDigital") return digits(n, kHangulDigits);
  if (format == "koreanDigital2" || format == "ideographDigital" || format == "taiwaneseDigital" ||
      format == "japaneseDigitalTenThousand") {
    return digits(n, kHanjaDigits);
  }
  if (format == "koreanCounting") return counting(n, kHangulDigits, U"십백천");
  if (format == "koreanLegal") return native_korean(n);
  if (format == "chineseCounting" || format == "chineseCountingThousand" ||
      format == "japaneseCounting" || format == "taiwaneseCounting" ||
      format == "taiwaneseCountingThousand") {
    return counting(n, kHanjaDigits, U"十百千");
  }
  if (format == "ideographTraditional") return one_of(n, U"甲乙丙丁戊己庚辛壬癸");
  if (format == "ideographZodiac") return one_of(n, U"子丑寅卯辰巳午未申酉戌亥");
  return std::nullopt;
}

}  // namespace

std::string formatted_number(std::int64_t number, std::string_view format) {
  if (format == "none" || format == "bullet") return "";
  for (const auto way : {latin, enclosed, east_asian}) {
    if (auto text = way(number, format)) return *text;
  }
  return std::to_string(number);
}

}  // namespace ibid
