// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/hostile_texts.h"

#include <gtest/gtest.h>
#include <unicode/utf8.h>

namespace ibid::testing {
namespace {

std::string utf8(UChar32 code) {
  char bytes[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code);
  return {bytes, static_cast<std::size_t>(length)};
}

std::vector<std::string> troublemakers() {
  std::vector<std::string> out;
  for (int byte = 0; byte < 256; ++byte) out.emplace_back(1, static_cast<char>(byte));
  for (UChar32 c = 0x80; c <= 0xA0; ++c) out.push_back(utf8(c));  // C1
  for (UChar32 c = 0x2000; c <= 0x206F; ++c) out.push_back(utf8(c));
  for (UChar32 c = 0xFFF0; c <= 0xFFFF; ++c) out.push_back(utf8(c));
  for (UChar32 c = 0xE0000; c <= 0xE0080; c += 8) out.push_back(utf8(c));  // tags
  for (const UChar32 c : {0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x3164, 0xFDD0, 0xFE0F, 0xFEFF,
                          0xFF1D, 0xFF0B, 0x1FFFE, 0x1FFFF, 0xE0100, 0x10FFFE, 0x10FFFF}) {
    out.push_back(utf8(c));
  }
  for (const char* text : {"\x1b[31m",
                           "\x1b[2J\x1b[H",
                           "\x1b]0;title\x07",
                           "\x1b]8;;http://evil.example\x1b\\",
                           "\x1bP1$r\x1b\\",
                           "\x9b"
                           "31m",
                           "\xC2\x9B"
                           "31m",
                           "\xC0\x9B",
                           "\xED\xA0\x80",
                           "\xF4\x90\x80\x80",
                           "\r",
                           "\r\n",
                           "\n\n",
                           "\r\x1b[K",
                           "=cmd|' /C calc'!A0",
                           "=1+1",
                           "+1",
                           "-1",
                           "@SUM(1)",
                           "\t=1",
                           "\r=1",
                           " =1",
                           "\"=1",
                           "\",\"=1",
                           ",",
                           ";",
                           "\"",
                           "\"\"",
                           "a\"b,c\nd",
                           "<script>alert(1)</script>",
                           "</script>",
                           "</style><img src=x onerror=alert(1)>",
                           "<!--",
                           "-->",
                           "]]>",
                           "<![CDATA[",
                           "<?php",
                           "&lt;",
                           "&#60;",
                           "&",
                           "\" onload=\"alert(1)",
                           "' onload='alert(1)",
                           "javascript:alert(1)",
                           "`",
                           "``",
                           "```",
                           "*",
                           "**",
                           "_",
                           "~~",
                           "|",
                           "[x](javascript:alert(1))",
                           "![x](y)",
                           "[^1]",
                           "[^1]: ",
                           "\n# h",
                           "# h",
                           "> q",
                           "- i",
                           "1. i",
                           "\\",
                           "\\\\",
                           "{",
                           "}",
                           "{{",
                           "}}",
                           "%",
                           "#",
                           "$",
                           "^",
                           "~",
                           "\\input{/etc/passwd}",
                           "\\write18{ls}",
                           "},\n@misc{x,",
                           "}\n\n@misc{x,",
                           "TY  - ",
                           "\r\nER  - \r\n\r\nTY  - BOOK",
                           "{0}",
                           "{}",
                           "%s%n",
                           "${x}",
                           "$(x)",
                           "'; rm -rf /; '",
                           "../../x",
                           "\\u001b",
                           "\"}\n{\"type\":\"hit\"}"}) {
    out.emplace_back(text);
  }
  return out;
}

std::string shown(const std::string& text) {
  return ::testing::PrintToString(text) + " of " + std::to_string(text.size()) + " bytes";
}

}  // namespace

std::vector<std::string> hostile_texts() {
  std::vector<std::string> out;
  for (const std::string& text : troublemakers()) {
    out.push_back(text + "b");
    out.push_back("a" + text + "b");
  }
  return out;
}

void expect_text_only(const TriedRenderer& tried) {
  const ReadBack plain = read_back(tried.medium, tried.render("axb"));
  ASSERT_TRUE(plain.faults.empty()) << tried.name << ": " << plain.faults.front();
  ASSERT_FALSE(plain.structure.empty()) << tried.name;
  int failures = 0;
  for (const std::string& text : hostile_texts()) {
    const ReadBack read = read_back(tried.medium, tried.render(text));
    const bool good = read.faults.empty() && read.structure == plain.structure;
    if (good) continue;
    ADD_FAILURE() << tried.name << " with " << shown(text) << ": "
                  << (read.faults.empty() ? "another structure" : read.faults.front());
    if (++failures == 3) break;
  }
}

}  // namespace ibid::testing
