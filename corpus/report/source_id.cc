// SPDX-License-Identifier: GPL-2.0-or-later
//
// See source_id.h: ids alone. citation_marks.cc reads the marks that cite them.
#include "corpus/report/source_id.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "corpus/report/source_identity.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kIdParts = 7;
constexpr std::size_t kMaxKeyDigits = 20;
constexpr std::size_t kMaxChunkDigits = 10;
constexpr std::uint64_t kMostNegative = std::uint64_t{1} << 63;

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c); });
}

bool is_lower_alnum(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_lower_letter(c) || is_ascii_digit(c);
  });
}

bool is_language(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), is_lower_letter);
}

bool is_key(std::string_view text) {
  const bool negative = !text.empty() && text.front() == 'N';
  const std::string_view digits = text.substr(negative ? 1 : 0);
  if (!all_digits(digits) || digits.size() > kMaxKeyDigits) return false;
  std::uint64_t magnitude = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), magnitude);
  return result.ec == std::errc() && (!negative || magnitude <= kMostNegative);
}

std::optional<std::uint32_t> parse_chunk(std::string_view text) {
  if (!all_digits(text) || text.size() > kMaxChunkDigits) return {};
  std::uint32_t chunk = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), chunk);
  if (result.ec != std::errc()) return {};
  return chunk;
}

std::vector<std::string_view> split_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t dash = text.find('-', at);
    parts.push_back(text.substr(at, dash - at));
    // An id has seven parts: a text with more than twice as many is not read to its end.
    if (dash == std::string_view::npos || parts.size() > 2 * kIdParts) return parts;
    at = dash + 1;
  }
}

bool is_id_character(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-'; }

}  // namespace

std::optional<SourceId> parse_source_id(std::string_view text) {
  const std::vector<std::string_view> parts = split_parts(text);
  if (parts.size() != kIdParts) return {};
  const auto first_chunk = parse_chunk(parts[5]);
  const auto second_chunk = parse_chunk(parts[6]);
  if (!is_lower_alnum(parts[0]) || !is_lower_alnum(parts[1]) || !is_lower_alnum(parts[2]) ||
      !is_language(parts[3]) || !is_key(parts[4]) || !first_chunk || !second_chunk) {
    return {};
  }
  return SourceId{std::string(parts[0]), std::string(parts[1]), std::string(parts[2]),
                  std::string(parts[3]), std::string(parts[4]), *first_chunk,
                  *second_chunk};
}

std::string to_string(const SourceId& id) {
  return fmt::format("{}-{}-{}-{}-{}-{}-{}", id.provider, id.visibility, id.kind, id.language,
                     id.key, id.first_chunk, id.second_chunk);
}

bool looks_like_source_id(std::string_view text) {
  if (parse_source_id(text)) return true;
  if (text.empty() || !is_ascii_letter(text.front())) return false;
  if (std::any_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; })) {
    return false;
  }
  if (ascii_lower(text.substr(0, 3)) == "go-" && text.size() > 3 && is_ascii_letter(text[3])) {
    return true;
  }
  if (!std::all_of(text.begin(), text.end(), is_id_character)) return false;
  const std::vector<std::string_view> parts = split_parts(text);
  return parts.size() >= 5 && all_digits(parts.back()) && all_digits(parts[parts.size() - 2]);
}

Citation::Form source_form(std::string_view source) {
  if (parse_source_id(source)) return Citation::Form::kId;
  if (is_identity_of_words(source)) return Citation::Form::kListed;
  if (begins_like_url(source) && canonical_url(source) == source) return Citation::Form::kUrl;
  return looks_like_source_id(source) ? Citation::Form::kMalformed : Citation::Form::kOther;
}

}  // namespace ibid
