// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/normalize.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/korean_text.h"
#include "tests/support/sample_reports.h"

namespace ibid {
namespace {

using testing::decomposed_hangul;
using testing::is_boundary;
using testing::to_utf8;

std::vector<FoldedChar> folded(std::string_view text) {
  std::vector<FoldedChar> chars;
  fold(text, chars);
  return chars;
}

std::string folded_text(std::string_view text) {
  std::string out;
  for (const FoldedChar& c : folded(text)) out += to_utf8(c.ch);
  return out;
}

struct FoldCase {
  const char* about;
  std::string text;
  std::string folded;
};

TEST(Fold, WritesEveryTextInOneWay) {
  const FoldCase cases[] = {
      {"case", "Russia USA", "russia usa"},
      {"full-width forms", "Ｓ－４００", "s-400"},
      {"ligature", "eﬀective ﬁnance", "effective finance"},
      {"unit of one character", "400㎞", "400km"},
      {"circled number", "①②", "12"},
      {"superscript", "km² m³ s⁻¹", "km2 m3 s-1"},
      {"subscript", "H₂SO₄", "h2so4"},
      {"superscript behind a digit", "45³ 10⁻⁶ 30²⁰", "45³ 10⁻⁶ 30²⁰"},
      {"superscript before a digit", "²7", "²7"},
      {"subscript behind a digit", "1101₂", "1101₂"},
      {"superscript behind a word", "war³ 배³", "war³ 배³"},
      {"superscript behind a stop", "45.³ said.”²", "45.³ said.”²"},
      {"fraction behind a digit", "2½ ½", "2½ 1⁄2"},
      {"all of these in one text", "2½ t of CO₂ on 9 km² ①", "2½ t of co2 on 9 km2 1"},
      {"circled number beside a digit", "5① ①5", "5① ①5"},
      {"digits of another script", "٢٠٢٤", "2024"},
      {"diacritics, composed", "Ünïcödé Kyïv", "unicode kyiv"},
      {"diacritics, decomposed", "Ku\u0308ste e\u0301te\u0301", "kuste ete"},
      {"several marks on a letter", "Việt", "viet"},
      {"letters that do not decompose", "Łódź Øresund Straße Æsir", "lodz oresund strasse aesir"},
      {"Turkish capital i with a dot", "İstanbul", "istanbul"},
      {"Turkish small i without a dot", "Diyarbakır", "diyarbakir"},
      {"Greek final sigma", "ΑΘΗΝΑΣ", "αθηνασ"},
      {"Cyrillic", "РОССИЯ", "россия"},
      {"apostrophes", "China’s China‘s Chinaʼs China＇s", "china's china's china's china's"},
      {"hyphens and dashes", "S‐400 S‑400 S–400 S−400", "s-400 s-400 s-400 s-400"},
      {"soft hyphen", "co\u00ADoperation", "cooperation"},
      {"zero-width space and joiners", "S\u200B-4\u200C0\u200D0", "s-400"},
      {"word joiner, byte-order mark", "pa\u2060ct\uFEFF", "pact"},
      {"bidi marks", "\u202Dpact\u202C", "pact"},
      {"variation selector", "❤\uFE0F", "❤"},
      {"Hangul, composed", "푸틴은 평양에", "푸틴은 평양에"},
      {"Hangul, decomposed", decomposed_hangul("푸틴은 평양에"), "푸틴은 평양에"},
      {"Hangul syllable composed except its final", "하\u11ABᄀ\u116E\u11A8", "한국"},
      {"half-width Hangul", "ﾡￂ", "가"},
      {"Korean and English", "러시아-Ukraine 전쟁", "러시아-ukraine 전쟁"},
      {"nothing", "", ""},
  };
  for (const FoldCase& c : cases) EXPECT_EQ(folded_text(c.text), c.folded) << c.about;
}

TEST(Fold, TellsTheClassOfEachCharacter) {
  const std::pair<std::string, CharClass> cases[] = {
      {"a", CharClass::kLetter},     {"Я", CharClass::kLetter},     {"7", CharClass::kDigit},
      {"７", CharClass::kDigit},     {"한", CharClass::kHangul},    {"北", CharClass::kIdeograph},
      {"ア", CharClass::kIdeograph}, {"’", CharClass::kApostrophe}, {"'", CharClass::kApostrophe},
      {"–", CharClass::kHyphen},     {"-", CharClass::kHyphen},     {" ", CharClass::kSpace},
      {"\u00A0", CharClass::kSpace}, {"\n", CharClass::kSpace},     {"“", CharClass::kSeparator},
      {"\"", CharClass::kSeparator}, {"「", CharClass::kSeparator}, {"·", CharClass::kMiddleDot},
      {"ㆍ", CharClass::kMiddleDot}, {"・", CharClass::kMiddleDot}, {"—", CharClass::kSeparator},
      {"•", CharClass::kSeparator},  {"%", CharClass::kSeparator},
  };
  for (const auto& [text, cls] : cases) {
    const std::vector<FoldedChar> chars = folded(text);
    ASSERT_EQ(chars.size(), 1U) << text;
    EXPECT_EQ(static_cast<int>(chars[0].cls), static_cast<int>(cls)) << text;
  }
}

TEST(Fold, RemembersCapitals) {
  for (const FoldedChar& c : folded("NATOÉЯ")) EXPECT_TRUE(c.upper) << to_utf8(c.ch);
  for (const FoldedChar& c : folded("nato éя 4 한")) EXPECT_FALSE(c.upper) << to_utf8(c.ch);
}

struct RangeCase {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
};

TEST(Fold, KeepsTheBytesEachCharacterCameFrom) {
  const RangeCase cases[] = {
      {"aé한", {{0, 1}, {1, 3}, {3, 6}}},
      {"e\u0301x", {{0, 3}, {3, 4}}},    // composed: both characters' bytes
      {"a\u200Bb", {{0, 1}, {4, 5}}},    // the invisible one belongs to no character
      {"ﬁx", {{0, 3}, {0, 3}, {3, 4}}},  // one becomes two
      {"ßx", {{0, 2}, {0, 2}, {2, 3}}},
      {decomposed_hangul("푸틴은"), {{0, 6}, {6, 15}, {15, 24}}},  // jamo take three bytes each
      {"S\u2011400", {{0, 1}, {1, 4}, {4, 5}, {5, 6}, {6, 7}}},
      {"Ｓa한", {{0, 3}, {3, 4}, {4, 7}}},
  };
  for (const RangeCase& c : cases) {
    const std::vector<FoldedChar> chars = folded(c.text);
    ASSERT_EQ(chars.size(), c.ranges.size()) << c.text;
    for (std::size_t i = 0; i < chars.size(); ++i) {
      EXPECT_EQ(chars[i].begin, c.ranges[i].first) << c.text << " character " << i;
      EXPECT_EQ(chars[i].end, c.ranges[i].second) << c.text << " character " << i;
    }
  }
}

void expect_sound_ranges(std::string_view text) {
  std::uint32_t begin = 0, end = 0;
  for (const FoldedChar& c : folded(text)) {
    ASSERT_LT(c.begin, c.end);
    ASSERT_LE(c.end, text.size());
    ASSERT_TRUE(is_boundary(text, c.begin)) << c.begin;
    ASSERT_TRUE(is_boundary(text, c.end)) << c.end;
    const bool same_as_before = c.begin == begin && c.end == end;
    ASSERT_TRUE(c.begin >= end || same_as_before) << "at byte " << c.begin;
    begin = c.begin;
    end = c.end;
  }
}

TEST(Fold, RangesAscendOnCharacterEdgesInEveryText) {
  for (const std::string& text : testing::report_texts()) {
    expect_sound_ranges(text);
    expect_sound_ranges(decomposed_hangul(text));
  }
  expect_sound_ranges(
      "ﷺ ﬃ ½ Å ㈜ ｶﾞ a\u0301\u0323b\u0323\u0301 한\u11AB \u1100\u1161\u11A8 "
      "👩‍👩‍👧 "
      "1️⃣");
}

TEST(Fold, LeavesNoCapitalOfAsciiForTermsBeginWithPrefixes) {
  for (char32_t c = 0x20; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    for (const FoldedChar& f : folded(to_utf8(c))) {
      ASSERT_FALSE(f.ch >= U'A' && f.ch <= U'Z')
          << "U+" << std::hex << static_cast<std::uint32_t>(c) << " becomes " << to_utf8(f.ch);
    }
  }
}

}  // namespace
}  // namespace ibid
