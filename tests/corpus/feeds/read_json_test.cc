// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feeds/read_json.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/corpus/feeds/feed_checks.h"

namespace ibid {
namespace {

using testing::blocks_of;
using ::testing::ElementsAre;
using testing::field_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::rule_of;
using ::testing::SizeIs;
using testing::why_refused;

ReaderInput input_of(std::string_view bytes, FileFormat format, FieldMapping mapping = {}) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = format;
  input.mapping = std::move(mapping);
  return input;
}

std::vector<ExtractedFile> read(std::string_view bytes, FieldMapping mapping = {}) {
  return read_json(input_of(bytes, FileFormat::kJson, std::move(mapping)));
}

std::vector<ExtractedFile> read_lines(std::string_view bytes, FieldMapping mapping = {}) {
  return read_json(input_of(bytes, FileFormat::kJsonLines, std::move(mapping)));
}

std::vector<std::string> items_of(const std::vector<ExtractedFile>& files) {
  std::vector<std::string> items;
  for (const ExtractedFile& file : files) items.push_back(file.item);
  return items;
}

// Another program's reading of a piece of a JSON string.
std::string by_nlohmann(std::string_view piece) {
  return nlohmann::json::parse("\"" + std::string(piece) + "\"").get<std::string>();
}

TEST(ReadJson, ReadsAnObjectAsADocument) {
  const std::string bytes = R"({
    "id": "k-1", "headline": "수출 2.3% 증가", "date": "2024-06-27T23:30:00+09:00",
    "url": "https://example.org/a", "author": {"name": "김기자"}, "source": {"id": null, "name": "한빛신문"},
    "language": "ko", "body": "수출이 늘었다.\n\n반도체가 이끌었다."})";
  const auto files = read(bytes);
  ASSERT_THAT(files, SizeIs(1));
  const ExtractedFile& file = files[0];
  EXPECT_EQ(file.format, FileFormat::kJson);
  EXPECT_EQ(file.grade, AnchorGrade::kByte);
  EXPECT_EQ(file.item, "k-1");
  EXPECT_THAT(blocks_of(file),
              ElementsAre("수출 2.3% 증가", "수출이 늘었다.", "반도체가 이끌었다."));
  EXPECT_EQ(file.blocks[0].kind, ExtractedBlock::Kind::kHeading);
  EXPECT_EQ(field_of(file, "title"), "수출 2.3% 증가");
  EXPECT_EQ(rule_of(file, "title"), "JSON field headline");
  EXPECT_EQ(field_of(file, "date"), "2024-06-27");
  EXPECT_EQ(rule_of(file, "date"), "JSON field date");
  EXPECT_EQ(field_of(file, "url"), "https://example.org/a");
  EXPECT_EQ(field_of(file, "author"), "김기자");
  EXPECT_EQ(field_of(file, "publisher"), "한빛신문");
  EXPECT_EQ(field_of(file, "language"), "ko");
  testing::expect_proven(bytes, file, by_nlohmann);
  EXPECT_EQ(bytes.substr(file.anchors[1].span.file_begin, 9), "수출이");
}

TEST(ReadJson, ReadsListsUnderTheirUsualNames) {
  const char* texts[] = {
      R"([{"text": "One."}, {"text": "둘."}])",
      R"({"items": [{"text": "One."}, {"text": "둘."}]})",
      R"({"status": "ok", "articles": [{"content": "One."}, {"content": null, "description": "둘."}]})",
      R"({"data": [{"text": {"rendered": "One."}}, {"paragraphs": ["둘."]}]})",
      R"({"results": [{"abstract": "One.", "text": ""}, {"body": "둘."}], "description": "no"})",
      "{\"text\": \"One.\"}\n{\"text\": \"둘.\"}\n",
  };
  for (const char* text : texts) {
    const auto files = read(text);
    ASSERT_THAT(files, SizeIs(2)) << text;
    EXPECT_EQ(files[0].text, "One.");
    EXPECT_EQ(files[1].text, "둘.");
    EXPECT_THAT(items_of(files), ElementsAre("1", "2"));
    for (const auto& file : files) testing::expect_proven(text, file, by_nlohmann);
  }
  EXPECT_EQ(read(texts[5])[0].format, FileFormat::kJsonLines);
}

TEST(ReadJson, ReadsAJsonFeed) {
  const auto files =
      read(R"({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour News",
    "language": "en", "authors": [{"name": "Desk"}], "description": "Daily",
    "items": [{"id": 7, "url": "https://example.org/7", "title": "Ferry &amp; port",
               "content_text": "Tariffs <5% stay.\nFor now.", "date_published": "2024-06-01T00:00:00Z",
               "authors": [{"name": "Ann Lee"}, {"name": "이현"}]},
              {"id": "8", "summary": "둘째 글", "content_text": ""}]})");
  ASSERT_THAT(files, SizeIs(2));
  EXPECT_EQ(files[0].item, "7");
  EXPECT_THAT(blocks_of(files[0]), ElementsAre("Ferry & port", "Tariffs <5% stay.\nFor now."));
  EXPECT_EQ(field_of(files[0], "publisher"), "Harbour News");
  EXPECT_EQ(rule_of(files[0], "publisher"), "JSON field title of the feed");
  EXPECT_EQ(field_of(files[0], "author"), "Ann Lee, 이현");
  EXPECT_EQ(field_of(files[1], "author"), "Desk");
  EXPECT_EQ(field_of(files[1], "language"), "en");
  EXPECT_EQ(files[1].text, "둘째 글");
}

TEST(ReadJson, FollowsTheMapping) {
  FieldMapping mapping;
  mapping.items = "response.docs";
  mapping.id = "meta.key";
  mapping.title = "head";
  mapping.date = "meta.when.1";
  mapping.text = "parts.0.본문";
  mapping.author = "by.line";
  const auto files = read(R"({"response": {"docs": [{"head": "제목", "title": "no", "text": "no",
      "meta": {"key": "가", "when": ["2020-01-01", "2024-02-03"]}, "by.line": "Kim",
      "parts": [{"본문": "맞는 글"}]}]}})",
                          mapping);
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_THAT(blocks_of(files[0]), ElementsAre("제목", "맞는 글"));
  EXPECT_EQ(files[0].item, "가");
  EXPECT_EQ(field_of(files[0], "date"), "2024-02-03");
  EXPECT_EQ(rule_of(files[0], "date"), "JSON field meta.when.1");
  EXPECT_EQ(field_of(files[0], "author"), "Kim");
}

TEST(ReadJson, KeepsTheWayBackThroughEscapes) {
  const std::string bytes =
      "{\"text\": \"A \\\"quoted\\\" word, \\uD55C\\uAE00 \\ud83d\\ude00 \\u00e9 back\\\\slash "
      "\\/ 한글\\tend\\r\\nnext\\nline\"}";
  const auto files = read(bytes);
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_EQ(files[0].text, "A \"quoted\" word, 한글 😀 é back\\slash / 한글\tend\nnext\nline");
  EXPECT_THAT(files[0].blocks, SizeIs(1));
  testing::expect_proven(bytes, files[0], by_nlohmann);
}

TEST(ReadJson, ReplacesWhatNoTextCanHold) {
  const auto files =
      read(R"({"text": "a\uD800b \uDC00 \uD800\u0041 \u0000 \u001b[1m", "title": "x\u0007y"})");
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_EQ(files[0].text, "x\uFFFDy\na\uFFFDb \uFFFD \uFFFDA \uFFFD \uFFFD[1m");
  EXPECT_THAT(files[0].notes, ElementsAre(HasSubstr("surrogates replaced by U+FFFD: 3"),
                                          HasSubstr("characters replaced by U+FFFD: 3")));
}

TEST(ReadJson, TakesTheLastOfTwoMembersOfOneName) {
  const auto files = read(R"({"text": "first", "te\u0078t": "last", "a": 1, "a": 2})");
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_EQ(files[0].text, "last");
  EXPECT_THAT(files[0].notes, ElementsAre("the name a occurs twice; the last one counts",
                                          "the name text occurs twice; the last one counts"));
}

TEST(ReadJson, ReadsOtherEncodings) {
  const std::string utf8 = R"([{"id": "가나다", "text": "수출이 늘었다"}])";
  const std::string cp949 =
      "[{\"id\": \"\xB0\xA1\xB3\xAA\xB4\xD9\", \"text\": "
      "\"\xBC\xF6\xC3\xE2\xC0\xCC \xB4\xC3\xBE\xFA\xB4\xD9\"}]";
  const auto files = read("\xEF\xBB\xBF" + utf8);
  EXPECT_EQ(files.at(0).text, "수출이 늘었다");
  testing::expect_proven("\xEF\xBB\xBF" + utf8, files[0], by_nlohmann);
  const auto korean = read(cp949);
  EXPECT_EQ(korean.at(0).text, "수출이 늘었다");
  EXPECT_EQ(korean[0].item, "가나다");
  ASSERT_THAT(korean[0].anchors, ::testing::Not(IsEmpty()));
  EXPECT_EQ(korean[0].anchors[0].span, (TextSpan{0, cp949.find("\xBC\xF6"), 9, 6}));
}

TEST(ReadJson, KeepsABrokenByteAsOneReplacement) {
  const auto files =
      read("{\"text\": \"A long enough sentence with one broken \xC3 byte in it.\"}");
  EXPECT_THAT(files.at(0).text, HasSubstr("broken \uFFFD byte"));
  EXPECT_THAT(files[0].notes, SizeIs(1));
}

TEST(ReadJson, ReadsTheOtherLinesBesideABrokenOne) {
  const std::string bytes =
      "{\"id\": 1, \"text\": \"하나\"}\r\n\n{\"id\": 2, \"text\": \"cut\n[1]\n"
      "{\"id\": 3, \"text\": \"Three\"} x\n{\"id\": 4, \"text\": \"넷\"}";
  const auto files = read_lines(bytes);
  EXPECT_THAT(items_of(files), ElementsAre("1", "4"));
  EXPECT_EQ(files[1].text, "넷");
  EXPECT_THAT(files[0].notes,
              ElementsAre("line 3 is not JSON: the end instead of the quote that ends a string",
                          "line 4 is not JSON: [ instead of an object in { }",
                          "line 5 is not JSON: more text after its object"));
  for (const auto& file : files) testing::expect_proven(bytes, file, by_nlohmann);
}

TEST(ReadJson, NamesEachDocumentOnce) {
  const std::string long_id(300, 'x');
  const std::string bytes = fmt::format(
      "{{\"id\": \"a\", \"text\": \"t\"}}\n{{\"id\": \"a\", \"text\": \"t\"}}\n"
      "{{\"id\": \"a~2\", \"text\": \"t\"}}\n{{\"id\": \"a\", \"text\": \"t\"}}\n"
      "{{\"url\": \"https://example.org/x\", \"text\": \"t\"}}\n{{\"text\": \"t\"}}\n"
      "{{\"id\": \" two\\n words\\u001b \", \"text\": \"t\"}}\n{{\"id\": \"{}\", \"text\": "
      "\"t\"}}\n"
      "{{\"id\": {{\"$oid\": \"66\"}}, \"text\": \"t\"}}\n",
      long_id);
  const std::vector<std::string> items = items_of(read_lines(bytes));
  ASSERT_THAT(items, SizeIs(9));
  EXPECT_THAT(
      std::vector<std::string>(items.begin(), items.begin() + 7),
      ElementsAre("a", "a~2", "a~2~2", "a~3", "https://example.org/x", "6", "two words\uFFFD"));
  EXPECT_EQ(items[7].size(), 200u);
  EXPECT_TRUE(items[7].starts_with(std::string(183, 'x') + "~"));
  EXPECT_EQ(items[8], "66");
}

TEST(ReadJson, LeavesOutEntriesWithoutText) {
  const auto files = read(R"([{"id": 1, "text": "  "}, {"id": 2, "text": "둘"}, 7, {"id": 3}])");
  EXPECT_THAT(items_of(files), ElementsAre("2"));
  EXPECT_THAT(files[0].notes, ElementsAre("entries of its list that are not objects: 1",
                                          "2 of 3 entries left out: they have no text"));
}

TEST(ReadJson, TellsWhyNothingIsRead) {
  const struct {
    const char* text;
    const char* why;
  } cases[] = {
      {R"([{"제목": "x", "본문": "y"}])",
       "their fields are 제목, 본문; name its field in ibid.toml"},
      {R"({"count": 0, "items": []})", "their fields are count, items"},
      {"[]", "it contains no JSON object"},
      {"[1, 2]", "it contains no JSON object"},
      {"7", "it contains no JSON object"},
      {"", "it is not JSON: line 1: the end instead of a value"},
      {"{\"text\": \"a\",\n \"b\": tru}", "it is not JSON: line 2: tru instead of a value"},
      {"{\"text\": \"a\"} {\"text\": \"b\"}", "line 1: more text behind the first value"},
      {"{\"text\": \"a\" \"b\"}", "\" instead of a comma or }"},
      {"{\"text\": 01}", "instead of a number without zeros before it"},
      {"{\"text\": .5}", ". instead of a value"},
      {"{\"text\": 1.}", "} instead of a digit"},
      {"{\"text\": NaN}", "NaN instead of a value"},
      {"{\"text\": nullx}", "nullx instead of a value"},
      {"{'text': 1}", "' instead of a name in quotes"},
      {"[1,]", "] instead of a value"},
      {"{\"a\": 1,}", "} instead of a name in quotes"},
      {"{\"a\": \"\\x\"}", "x instead of an escape"},
      {"{\"a\": \"\\u12G4\"}", "G4 instead of a digit of \\u"},
      {"{\"a\": \"x\ty\"}", "the control character U+0009 instead of an escape for it"},
      {"[{\"text\": \"a\"}", "the end instead of a comma or ]"},
  };
  for (const auto& each : cases) {
    EXPECT_THAT(why_refused([&] { read(each.text); }), HasSubstr(each.why)) << each.text;
  }
  FieldMapping mapping;
  mapping.items = "list";
  EXPECT_THAT(why_refused([&] { read(R"({"rows": [{"text": "a"}]})", mapping); }),
              HasSubstr("no list list, which ibid.toml names as its items; its fields are rows"));
  EXPECT_THAT(why_refused([] { read_lines("no\nlines\n"); }),
              HasSubstr("line 1 is not JSON: no instead of an object"));
}

TEST(ReadJson, ReadsHowProgramsWriteDays) {
  const struct {
    const char* value;
    const char* day;
  } cases[] = {
      {"1719414000", "2024-06-26"},
      {"1719414000.25", "2024-06-26"},
      {"1719414000123", "2024-06-26"},
      {"1719414000123456", "2024-06-26"},
      {"20240627", "2024-06-27"},
      {"\"20240627153000\"", "2024-06-27"},
      {"\"2024-06-27 23:30\"", "2024-06-27"},
      {"\"2024-06-27T00:10:00+09:00\"", "2024-06-27"},
      {"\"20240627T0010\"", "2024-06-27"},
      {"\"2024-06\"", "2024-06"},
      {"2024", "2024"},
      {"\"Thu, 27 Jun 2024 10:00:00 GMT\"", "2024-06-27"},
      {"\"27 Jun 24 10:00 +0900\"", "2024-06-27"},
      {"\"Thursday, 27-Jun-99 10:00:00 GMT\"", "1999-06-27"},
      {"\"2024. 6. 27. 오후 3:00\"", "2024-06-27"},
      {"\"2024년 6월 27일\"", "2024-06-27"},
      {"\"June 27, 2024 at 3 pm\"", "2024-06-27"},
      {"{\"$date\": \"2024-06-27T01:02:03Z\"}", "2024-06-27"},
      {"\"soon\"", ""},
      {"1e999999", ""},
      {"123456789012345678901234567890", ""},
      {"\"2024-02-30T00:00:00Z\"", ""},
      {"-1", ""},
      {"\"20241399\"", ""},
  };
  for (const auto& each : cases) {
    const auto files = read(fmt::format("{{\"text\": \"t\", \"date\": {}}}", each.value));
    EXPECT_EQ(field_of(files.at(0), "date"), each.day) << each.value;
    EXPECT_EQ(files[0].notes.empty(), *each.day != '\0') << each.value;
  }
}

TEST(ReadJson, TellsNoAddressThatIsNone) {
  EXPECT_EQ(field_of(read(R"({"text": "t", "url": "file:///etc/passwd"})").at(0), "url"), "");
  EXPECT_EQ(field_of(read(R"({"text": "t", "url": "/a/b"})").at(0), "url"), "");
}

TEST(ReadJson, ReadsEntitiesOfTextThatHasNoTags) {
  const std::string bytes = R"({"text": "R&amp;D\n\n&quot;연구&quot; &#8217;24 AT&T; x<y"})";
  const auto files = read(bytes);
  EXPECT_THAT(blocks_of(files.at(0)), ElementsAre("R&D", "\"연구\" ’24 AT&T; x<y"));
  EXPECT_EQ(why_unsound(files[0]), "");
  EXPECT_EQ(files[0].anchors[1].span, (TextSpan{1, bytes.find("&amp;"), 1, 5}));
}

}  // namespace
}  // namespace ibid
