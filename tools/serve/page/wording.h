// SPDX-License-Identifier: GPL-2.0-or-later
//
// What pages say, in each of their languages. A room keeps its wordings as constants in a table of
// its own (page_words.h is the one of all pages); that each is there in both languages, with the
// same places for values, is checked when it is compiled.
#pragma once

#include <fmt/core.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

enum class PageLanguage : std::uint8_t { kEnglish, kKorean };

const char* language_tag(PageLanguage language);  // "en", "ko"

class Wording {
 public:
  // Text with places "{0}", "{1}", … for values. Does not compile if one is empty, if the places
  // differ, or if the second has no Hangul.
  consteval Wording(const char* english, const char* korean) : english_(english), korean_(korean) {
    if (english_.empty() || korean_.empty()) throw "a wording is missing";
    if (places(english_) != places(korean_)) throw "the places of the two wordings differ";
    if (!has_hangul(korean_)) throw "the second wording is not Korean";
  }
  // The same in both languages: names, such as of formats.
  consteval explicit Wording(const char* same) : english_(same), korean_(same) {
    if (english_.empty()) throw "a wording is missing";
  }

  std::string_view in(PageLanguage language) const {
    return language == PageLanguage::kKorean ? korean_ : english_;
  }

 private:
  static constexpr std::size_t kMostPlaces = 8;
  static constexpr std::array<int, kMostPlaces> places(std::string_view text) {
    std::array<int, kMostPlaces> out{};
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '{') continue;
      const char digit = at + 2 < text.size() && text[at + 2] == '}' ? text[at + 1] : 'x';
      if (digit < '0' || digit > '7') throw "a place is not {0} to {7}";
      ++out[static_cast<std::size_t>(digit - '0')];
    }
    return out;
  }
  // A lead byte of U+A000 to U+DFFF, where Hangul syllables are.
  static constexpr bool has_hangul(std::string_view text) {
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0xEA && byte <= 0xED) return true;
    }
    return false;
  }

  std::string_view english_, korean_;
};

// With its values in their places. The result is text: what writes it escapes it.
template <class... Values>
std::string worded(PageLanguage language, const Wording& wording, const Values&... values) {
  const std::string_view text = wording.in(language);
  return fmt::vformat(fmt::string_view(text.data(), text.size()), fmt::make_format_args(values...));
}

// 12345 -> "12,345", as both languages write it.
std::string grouped(std::uint64_t number);

// The language that a reader prefers by an Accept-Language header (RFC 9110, 12.5.4); English if it
// names neither.
PageLanguage preferred_language(std::string_view accept_language);

}  // namespace ibid
