// SPDX-License-Identifier: GPL-2.0-or-later
//
// See passage_id.h.
#include "corpus/report/passage_id.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kNameHashDigits = 8;
constexpr std::size_t kPermalinkDigits = 12;
constexpr char kWordsMark = 'n';
constexpr std::size_t kMaxExtension = 8;  // longer ones are part of the name

// "a.b.txt" -> "a.b"; "report-2024.06.27" has no extension, since its last part is all digits.
std::string_view without_extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return name;
  const std::string_view extension = name.substr(dot + 1);
  const bool plain = std::all_of(extension.begin(), extension.end(),
                                 [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
  const bool lettered =
      std::any_of(extension.begin(), extension.end(), [](char c) { return is_ascii_letter(c); });
  return plain && lettered && extension.size() <= kMaxExtension ? name.substr(0, dot) : name;
}

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorKind::kSystem, "cannot normalise text: ICU has no data");
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string normalised;
  nfc->normalize(source, status).toUTF8String(normalised);
  return normalised;
}

// Marks keep the letters that carry them readable (Devanagari vowels, for one).
bool kept_in_id(char32_t c) {
  if (c == U'-' || c == U'_' || c == U'.') return true;
  constexpr std::uint32_t kKept = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK;
  return c != 0xFFFD && (U_MASK(u_charType(static_cast<UChar32>(c))) & kKept) != 0;
}

// A dash beside a replaced run is part of it: "a - b" becomes "a-b", "a--b" stays.
std::string clean_name(std::string_view name) {
  std::string id;
  bool replaced = false;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(name, at);
    if (!kept_in_id(c)) {
      if (!id.empty() && id.back() != '-') id += '-';
      replaced = true;
    } else if (c == U'-' && (id.empty() || (replaced && id.back() == '-'))) {
      continue;
    } else {
      id.append(name.substr(begin, at - begin));
      replaced = false;
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

bool is_lower_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_hash(std::string_view text) {
  if (text.starts_with(kWordsMark)) text.remove_prefix(1);
  return text.size() == kPermalinkDigits && is_lower_hex(text);
}

bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

// What HashRule::kWords hashes.
std::string words_alone(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kLigatures = {"ff",  "fi", "fl", "ffi",
                                                                 "ffl", "st", "st"};
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_invisible(c)) continue;
    if (is_space(c)) {
      space = !out.empty();
      continue;
    }
    if (std::exchange(space, false)) out += ' ';
    if (c >= 0xFB00 && c <= 0xFB06) {
      out += kLigatures[c - 0xFB00];
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return to_nfc(out);
}

// Digits only, without leading zero, 1 to 2^32 - 1.
std::optional<std::uint32_t> parse_count(std::string_view text) {
  std::uint32_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || text.front() == '0' || error != std::errc() || stop != end) return {};
  return value;
}

bool is_number_locator(std::string_view text) {
  bool digit_before = false;
  for (const char c : text) {
    const bool digit = is_ascii_digit(c);
    if (!digit && !(c == '-' && digit_before)) return false;
    digit_before = digit;
  }
  return digit_before;
}

bool is_locator(std::string_view text) {
  if (text.empty() || text.size() > kMaxLocatorBytes) return false;
  const std::size_t tilde = text.find('~');
  if (tilde != std::string_view::npos) {
    const auto repeat = parse_count(text.substr(tilde + 1));
    if (!repeat || *repeat < 2) return false;
    text = text.substr(0, tilde);
  }
  if (!text.empty() && text.front() == 'h') return parse_count(text.substr(1)).has_value();
  return is_number_locator(text);
}

bool is_report_id(std::string_view text) {
  if (text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'#' || c == U'@' || c < 0x20 || c == 0x7F || c == 0xFFFD || is_space(c)) return false;
  }
  return true;
}

}  // namespace

std::string report_id_from_file_name(std::string_view file_name) {
  const std::string_view name = file_name.substr(file_name.rfind('/') + 1);
  std::string id = clean_name(to_nfc(without_extension(name)));
  if (id.empty()) return "report";
  if (id.size() <= kMaxReportIdBytes) return id;
  const std::size_t kept = floor_boundary(id, kMaxReportIdBytes - kNameHashDigits - 1);
  return fmt::format("{}-{}", std::string_view(id).substr(0, kept),
                     sha256_hex(name).substr(0, kNameHashDigits));
}

std::string passage_id(std::string_view report_id, std::string_view locator,
                       std::uint32_t ordinal) {
  return fmt::format("{}#{}.{}", report_id, locator, ordinal);
}

std::string text_hash(std::string_view text, HashRule rule) {
  if (rule == HashRule::kExact) return sha256_hex(text).substr(0, kPermalinkDigits);
  return kWordsMark + sha256_hex(words_alone(text)).substr(0, kPermalinkDigits);
}

std::string permalink(std::string_view passage_id, std::string_view text, HashRule rule) {
  return fmt::format("{}@{}", passage_id, text_hash(text, rule));
}

HashRule hash_rule(const Report& report) {
  return report.extraction ? HashRule::kWords : HashRule::kExact;
}

HashRule rule_of_hash(std::string_view hash) {
  return hash.starts_with(kWordsMark) ? HashRule::kWords : HashRule::kExact;
}

std::optional<PassageRef> parse_passage_ref(std::string_view text) {
  PassageRef ref;
  const std::size_t sharp = text.find('#');
  if (!is_report_id(text.substr(0, sharp))) return {};
  ref.report = to_nfc(text.substr(0, sharp));
  if (sharp == std::string_view::npos) return ref;
  std::string_view rest = text.substr(sharp + 1);
  const std::size_t at_sign = rest.find('@');
  if (at_sign != std::string_view::npos) {
    ref.hash = rest.substr(at_sign + 1);
    if (!is_hash(ref.hash)) return {};
    rest = rest.substr(0, at_sign);
  }
  const std::size_t dot = rest.rfind('.');
  if (dot == std::string_view::npos || !is_locator(rest.substr(0, dot))) return {};
  const auto ordinal = parse_count(rest.substr(dot + 1));
  if (!ordinal) return {};
  ref.locator = rest.substr(0, dot);
  ref.ordinal = *ordinal;
  return ref;
}

}  // namespace ibid
