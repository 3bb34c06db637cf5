// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/tree/html_attributes.h"

#include <algorithm>
#include <array>

namespace ibid::html {
namespace {

constexpr std::size_t kLongestName = 33;     // "&CounterClockwiseContourIntegral;"
constexpr std::size_t kMostKnown = 100'000;  // pages have a few; a hostile one is kept small

// What numbers 0x80 to 0x9F mean (HTML standard, 13.2.5.80); 0: itself.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t meant_by(std::uint32_t number) {
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return 0xFFFD;
  if (number >= 0x80 && number <= 0x9F && kWindows1252[number - 0x80] != 0) {
    return kWindows1252[number - 0x80];
  }
  return number;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

References::Decoded decode_number(std::string_view source) {
  const bool hex = source.size() > 2 && (source[2] == 'x' || source[2] == 'X');
  const int base = hex ? 16 : 10;
  const std::size_t begin = hex ? 3 : 2;
  std::size_t at = begin;
  std::uint32_t number = 0;
  for (; at < source.size() && digit_of(source[at]) < base; ++at) {
    number =
        std::min<std::uint32_t>(0x110000, number * static_cast<std::uint32_t>(base) +
                                              static_cast<std::uint32_t>(digit_of(source[at])));
  }
  if (at == begin) return {};
  if (at < source.size() && source[at] == ';') ++at;
  References::Decoded decoded;
  append_utf8(decoded.text, meant_by(number));
  decoded.length = at;
  return decoded;
}

// The text that gumbo makes of `reference`, which has no tags.
std::string text_of(const std::string& reference) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_DIV;
  GumboOutput* output = gumbo_parse_with_options(&options, reference.data(), reference.size());
  std::string text;
  const GumboVector& children = output->root->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* node = static_cast<const GumboNode*>(children.data[i]);
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
      text += node->v.text.text;
    }
  }
  gumbo_destroy_output(&options, output);
  return text;
}

// `name`: "&", letters and digits, perhaps ";". What follows the reference in it stays as written:
// "&notit;" is "¬" and "it;".
References::Decoded decode_name(const std::string& name) {
  const std::string all = text_of(name);
  if (all == name || all.empty() || !is_utf8(all)) return {};
  std::size_t first = 0;
  next_code_point(all, first);
  std::size_t tail = 0;
  while (all.size() - tail > first && tail < name.size() &&
         all[all.size() - tail - 1] == name[name.size() - tail - 1]) {
    ++tail;
  }
  return {all.substr(0, all.size() - tail), name.size() - tail};
}

}  // namespace

const References::Decoded& References::decode(std::string_view source) {
  if (source.size() > 1 && source[1] == '#') return numeric_ = decode_number(source);
  std::size_t end = 1;
  while (end < source.size() && end < kLongestName &&
         (is_ascii_letter(source[end]) || is_ascii_digit(source[end]))) {
    ++end;
  }
  if (end == 1) return numeric_ = {};
  if (end < source.size() && source[end] == ';') ++end;
  std::string name(source.substr(0, end));
  const auto known = known_.find(name);
  if (known != known_.end()) return known->second;
  Decoded decoded = decode_name(name);
  if (known_.size() >= kMostKnown) return numeric_ = std::move(decoded);
  return known_.emplace(std::move(name), std::move(decoded)).first->second;
}

std::string References::decode_all(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t next = std::min(value.find('&', at), value.size());
    out += value.substr(at, next - at);
    at = next;
    if (at == value.size()) break;
    const Decoded& decoded = decode(value.substr(at));
    // In an attribute "&copy=1" is a parameter of an address, and no sign.
    const std::size_t end = at + decoded.length;
    const bool parameter =
        !decoded.text.empty() && value[end - 1] != ';' && end < value.size() &&
        (value[end] == '=' || is_ascii_letter(value[end]) || is_ascii_digit(value[end]));
    if (decoded.text.empty() || parameter) {
      out += value[at++];
      continue;
    }
    out += decoded.text;
    at = end;
  }
  std::erase(out, '\0');
  return out;
}

}  // namespace ibid::html
