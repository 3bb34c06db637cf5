// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/json_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/text/code_points.h"
#include "search/render/json_lines.h"
#include "search/render/passage_json.h"

namespace ibid {
namespace {

std::string written(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

// By the library, and then escaped.
std::string by_library(const Json& value) {
  return escape_json_controls(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

TEST(JsonText, WritesEveryCharacterAsTheLibraryDoesAndEscapesWhatATerminalWouldObey) {
  std::size_t escaped = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "가";
    append_utf8(text, c);
    text += "z";
    const std::string out = written(text);
    if (out != '"' + text + '"') ++escaped;
    if (c >= 0x3100 && c % 7 != 0 && c < 0xE0000) continue;  // the library is slow
    ASSERT_EQ(out, by_library(text)) << "U+" << std::hex << static_cast<unsigned>(c);
  }
  EXPECT_EQ(escaped, 32U + 33U + 2U + 3U + 7U + 10U + 3U + 128U);
}

TEST(JsonText, ReplacesBrokenBytesAsTheLibraryDoes) {
  for (const std::string text :
       {"\x80", "a\xC3", "\xE2\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xC0\xAF\x1B",
        "가\xEA\xB0", "\xF0\x9F\x98", "\xE2\x80\xAE\xFF", "ok\xFE\"\\\n"}) {
    EXPECT_EQ(written(text), by_library(text)) << written(text);
    EXPECT_TRUE(is_utf8(written(text)));
  }
}

TEST(JsonText, WritesValuesAsTheLibraryDoes) {
  for (const char* text :
       {"null", "true", "[]", "{}", "[[],{}]", "[1,-2,0.5,1e300,18446744073709551615,12.3]",
        R"({"a":{"b":[1,"x\u001b\u202e"]},"c\n":false,"d":"\"\\"})", R"("한국")"}) {
    std::string out;
    const Json value = Json::parse(text);
    append_json(out, value);
    EXPECT_EQ(out, by_library(value));
  }
}

// What each sink makes of the same calls.
template <class Put>
void expect_same(const Put& put) {
  Json value;
  JsonTree tree(value);
  put(tree);
  std::string text;
  JsonText out(text);
  put(out);
  EXPECT_EQ(text, by_library(value));
  EXPECT_EQ(Json::parse(text), value);
}

TEST(JsonSink, IsATextOrAValueOfTheSameGrammar) {
  expect_same([](JsonSink& out) { out.text("alone"); });
  expect_same([](JsonSink& out) {
    out.begin_object();
    out.member("text", "한국 \"x\"");
    out.member("count", 7U);
    out.member("share", 0.25);
    out.member("yes", true);
    out.member_if_any("none", "");
    out.key("empty");
    out.begin_array();
    out.end_array();
    out.key("list");
    out.begin_array();
    out.begin_object();
    out.end_object();
    out.number(1);
    out.begin_array();
    out.truth(false);
    out.end_array();
    out.text("last");
    out.end_array();
    out.member("made", Json{{"b", 1}, {"a", {1, 2}}});
    out.end_object();
  });
}

TEST(JsonTree, AddsMembersToAnObject) {
  Json line = {{"type", "x"}};
  add_json_path(line, "a\xFF");
  EXPECT_EQ(line.dump(-1, ' ', false, Json::error_handler_t::replace),
            "{\"type\":\"x\",\"path\":\"a\uFFFD\",\"path_bytes\":\"61ff\"}");
  Json none;
  add_json_path(none, "b");
  EXPECT_EQ(none.dump(), "{\"path\":\"b\"}");
}

TEST(PassageJson, IsTheSameInATextAndAsAValue) {
  StoredPassage passage;
  passage.id = "r#1.1";
  passage.permalink = "r#1.1@ab";
  passage.language = "ko";
  passage.text = "북한\t\"핵\" \x1B[31m";
  passage.section = {{"1", "제목", ""}, {"", "Xi Jinping", "person"}};
  passage.bytes = {3, 40};
  passage.citations.resize(2);
  passage.citations[0].source = "go-a";
  passage.citations[0].bytes = {5, 9};
  passage.citations[1].source = "연합뉴스";
  passage.citations[1].form = Citation::Form::kOther;
  passage.citations[1].locator = "p. 4";
  passage.sources = {{"go-a", "T", "", "2024", ""}};
  passage.report.id = "r";
  passage.report.path = "/a/\xFE";
  passage.report.tags = {"one", "둘"};
  passage.report.author = "A";
  passage.origin.label = "3.";
  passage.origin.notes = {{7, "1"}};
  passage.origin.joints = {4, 9};
  std::string text;
  JsonText out(text);
  out.begin_object();
  out.key("passage");
  put_json_passage(out, passage);
  out.key("report");
  put_json_report(out, passage.report);
  put_json_place(out, passage);
  out.key("citations");
  put_json_citations(out, passage);
  out.end_object();
  Json value;
  value["passage"] = json_passage(passage);
  value["report"] = json_report(passage.report);
  add_json_place(value, passage);
  value["citations"] = json_citations(passage);
  EXPECT_EQ(text, by_library(value));
  EXPECT_NE(text.find(R"("bytes":{"begin":3,"end":40})"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("form":"other","sentence":1)"), std::string::npos) << text;
}

}  // namespace
}  // namespace ibid
