// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/escape_terminal.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

struct Case {
  std::string text;
  std::string shown;
};

std::string utf8(char32_t code) {
  std::string out;
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
  return out;
}

TEST(EscapeTerminal, LeavesTextAlone) {
  for (const std::string& text : std::vector<std::string>{
           "", "plain text", "C:\\new \\u{1B}", "India’s S-400", "푸틴이 서명했다",
           "S-400을 인도에", "日本語", "e\xCC\x81", "👍🏽",
           "a\xE2\x80\x8D"
           "b"}) {
    EXPECT_EQ(escape_terminal(text), text);
    EXPECT_EQ(escape_prose(text), text);
  }
}

TEST(EscapeTerminal, ShowsControls) {
  const std::vector<Case> cases = {
      {"a\x1b[31mred", "a\\u{1B}[31mred"},
      {"bell\x07", "bell\\u{7}"},
      {std::string("nul\0", 4), "nul\\u{0}"},
      {"a\tb\nc\rd", "a\\tb\\nc\\rd"},
      {"del\x7f", "del\\u{7F}"},
      {"csi\xC2\x9B"
       "31m",
       "csi\\u{9B}31m"},
      {"abc\xE2\x80\xAE"
       "cba",
       "abc\\u{202E}cba"},
      {"line\xE2\x80\xA8separator", "line\\u{2028}separator"},
      {"한국\xE2\x81\xA6어", "한국\\u{2066}어"},
  };
  for (const Case& c : cases) EXPECT_EQ(escape_terminal(c.text), c.shown);
}

TEST(EscapeTerminal, LetsNoControlThrough) {
  std::vector<char32_t> codes = {0x7F, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029};
  for (char32_t c = 0; c < 0x20; ++c) codes.push_back(c);
  for (char32_t c = 0x80; c < 0xA0; ++c) codes.push_back(c);
  for (char32_t c = 0x202A; c <= 0x202E; ++c) codes.push_back(c);
  for (char32_t c = 0x2066; c <= 0x2069; ++c) codes.push_back(c);
  for (const char32_t code : codes) {
    const std::string character = utf8(code);
    EXPECT_EQ(escape_terminal("가" + character + "b").find(character), std::string::npos)
        << "U+" << std::hex << static_cast<unsigned>(code);
    EXPECT_EQ(escape_prose("가" + character + "b").find(character), std::string::npos)
        << "U+" << std::hex << static_cast<unsigned>(code);
  }
}

TEST(EscapeTerminal, ShowsBrokenUtf8) {
  const std::vector<Case> cases = {
      {"\x9b"
       "31m",
       "\\x{9B}31m"},                                        // a C1 byte on its own
      {"\xC0\x9B", "\\x{C0}\\x{9B}"},                        // overlong
      {"\xE0\x9F\xBF", "\\x{E0}\\x{9F}\\x{BF}"},             // overlong
      {"\xED\xA0\x80", "\\x{ED}\\x{A0}\\x{80}"},             // a surrogate
      {"\xF4\x90\x80\x80", "\\x{F4}\\x{90}\\x{80}\\x{80}"},  // past U+10FFFF
      {"\xEA\xB0", "\\x{EA}\\x{B0}"},                        // cut off
      {"가\xFF나", "가\\x{FF}나"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(escape_terminal(c.text), c.shown);
    EXPECT_TRUE(is_utf8(c.shown));
  }
}

TEST(EscapeTerminal, TurnsWhiteSpaceOfProseIntoSpaces) {
  EXPECT_EQ(escape_prose("a\tb\nc\r\x1b"), "a b c \\u{1B}");
}

}  // namespace
}  // namespace ibid
