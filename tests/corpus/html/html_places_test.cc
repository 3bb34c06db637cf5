// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the text is: bytes of the file, whatever its encoding and however it is broken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "corpus/error.h"
#include "corpus/html/read_html.h"
#include "corpus/text/code_points.h"
#include "tests/corpus/html/html_checks.h"
#include "tests/corpus/html/html_samples.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using testing::lines;
using testing::read_page;
using testing::why_untrue;

// The bytes that an anchor gives for the first place of `text`; all of it is in one anchor.
ByteRange bytes_of(const ExtractedFile& file, std::string_view text) {
  const std::size_t at = file.text.find(text);
  for (const SourceAnchor& anchor : file.anchors) {
    const TextSpan& span = anchor.span;
    if (at < span.text_begin || at + text.size() > span.text_begin + span.length) continue;
    const TextSpan piece = span.clip(at, at + text.size());
    return {piece.file_begin, piece.file_begin + piece.file_length};
  }
  return {};
}

TEST(HtmlPlaces, AreBytesOfUtf8) {
  const std::string html = "\xEF\xBB\xBF<p>가 &amp;&#45796;\r\n<b>b</b></p>";
  const ExtractedFile file = read_page(html);
  EXPECT_EQ(file.text, "가 &다 b");
  EXPECT_EQ(bytes_of(file, "가 "), (ByteRange{6, 10}));
  EXPECT_EQ(bytes_of(file, "&"), (ByteRange{10, 15}));
  EXPECT_EQ(bytes_of(file, "다"), (ByteRange{15, 23}));
  EXPECT_EQ(bytes_of(file, "b"), (ByteRange{28, 29}));
  EXPECT_EQ(why_untrue(file, html), "");
}

TEST(HtmlPlaces, AreBytesOfOtherEncodings) {
  // "가 &amp;" in CP949; "똠" (8C 63) is not in EUC-KR.
  const std::string korean = "<meta charset=euc-kr><p>\xB0\xA1 &amp;\x8C\x63 100%";
  const ExtractedFile file = read_page(korean);
  EXPECT_EQ(file.text, "가 &똠 100%");
  EXPECT_EQ(bytes_of(file, "가"), (ByteRange{24, 26}));
  EXPECT_EQ(bytes_of(file, "똠"), (ByteRange{32, 34}));
  EXPECT_EQ(why_untrue(file, korean), "");

  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<p>a")) (wide += c) += '\0';
  wide += std::string("\x00\xAC", 2);
  const ExtractedFile utf16 = read_page(wide);
  EXPECT_EQ(utf16.text, "a가");
  EXPECT_EQ(bytes_of(utf16, "가"), (ByteRange{10, 12}));
  EXPECT_EQ(why_untrue(utf16, wide), "");
}

TEST(HtmlEncoding, BelievesTheBytesBeforeTheMetaTag) {
  const auto told = [](const std::string& html) { return tell_html_encoding(html); };
  EXPECT_EQ(told("<meta charset=gb2312><p>가나다"), Encoding::kUtf8);
  EXPECT_EQ(told("<meta charset=euc-kr><p>가나다"), Encoding::kUtf8);
  EXPECT_EQ(told("<meta charset='ks_c_5601-1987'><p>\xB0\xA1"), Encoding::kCp949);
  EXPECT_EQ(told("<META http-equiv=Content-Type content=\"text/html; CHARSET = EUC-KR\">\xB0\xA1"),
            Encoding::kCp949);
  EXPECT_EQ(told("<?xml version='1.0' encoding='euc-kr'?><p>\xB0\xA1"), Encoding::kCp949);
  EXPECT_EQ(told("<meta charset=iso-8859-1><p>caf\xE9"), Encoding::kWindows1252);
  EXPECT_EQ(told("<meta charset=x-unknown><meta charset=korean><p>\xB0\xA1"), Encoding::kCp949);
  // Not declared, or declared as UTF-8 and broken: as for any text.
  EXPECT_EQ(told("<p>\xC7\xD1\xB1\xB9\xC0\xC7 \xBC\xF6\xC3\xE2\xC0\xBA "
                 "\xC7\xD1\xB1\xB9\xC0\xC7 \xBC\xF6\xC0\xD4"),
            Encoding::kCp949);
  EXPECT_EQ(told("<meta charset=utf-8><p>가나다라마바사 \xFF 가나다라마바사아자차카타파하"),
            Encoding::kUtf8);
  EXPECT_EQ(told("\xEF\xBB\xBF<meta charset=euc-kr><p>a"), Encoding::kUtf8);
  EXPECT_THROW(told(std::string("<meta charset=euc-kr>\0\0\0\xB0\xA1\0\0\0", 30)), Error);
}

TEST(HtmlPlaces, AreTrueForAllSamples) {
  for (const std::string& html : testing::html_samples()) {
    EXPECT_EQ(why_untrue(read_page(html), html), "") << html;
  }
}

// Reads what may be refused.
std::string why_untrue_if_read(const std::string& bytes) {
  try {
    return why_untrue(read_page(bytes), bytes);
  } catch (const Error& error) {
    return error.kind() == ErrorKind::kInput ? "" : error.what();
  }
}

TEST(HtmlPlaces, AreTrueForEveryTruncation) {
  const std::string html = testing::html_sample();
  for (std::size_t i = 0; i <= 64; ++i) {
    EXPECT_EQ(why_untrue_if_read(html.substr(0, html.size() * i / 64)), "") << i;
  }
}

TEST(HtmlPlaces, AreTrueWhicheverByteIsFlipped) {
  const std::string html = testing::html_sample();
  for (std::size_t i = 0; i < html.size(); ++i) {
    for (const int flip : {0x01, 0x20, 0x80, 0xFF}) {
      std::string broken = html;
      broken[i] = static_cast<char>(broken[i] ^ flip);
      ASSERT_EQ(why_untrue_if_read(broken), "") << i << " ^ " << flip;
    }
  }
}

TEST(HtmlPlaces, AreTrueForPiecesOfSamplesInAnyOrder) {
  std::string all;
  for (const std::string& html : testing::html_samples()) all += html;
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    std::string html;
    for (int k = 0; k < 12; ++k) {
      const std::size_t begin = random() % all.size();
      html += all.substr(begin, random() % 60);
    }
    ASSERT_EQ(why_untrue_if_read(html), "") << html;
  }
}

// HTML in a JSON string, in which quotation marks have an escape: \" is two bytes.
TEST(AppendHtml, MapsThroughTheTextThatHeldTheHtml) {
  const std::string json = R"({"t": "<p class=\"x\">A \"quote\" &amp; 글\n<a href='/b'>b</a>"})";
  const std::size_t begin = json.find("<p");
  std::string html;
  AppendHtml how;
  for (std::size_t at = begin; at < json.size() - 2;) {
    const bool escape = json[at] == '\\';
    how.places.push_back({html.size(), at, 1, escape ? 2U : 1U});
    html += escape ? (json[at + 1] == 'n' ? '\n' : json[at + 1]) : json[at];
    at += escape ? 2 : 1;
  }
  how.is_page = false;
  how.with_fields = false;
  how.base = "https://feed.example/";
  ExtractBuilder out(FileFormat::kJson, AnchorGrade::kByte, "test/1", 1000);
  how.part = out.add_part({});
  append_html(out, html, how);
  append_html(out, "<title>t</title><p>more",
              {{}, how.part, false, false, false, "", 100, nullptr});
  const ExtractedFile file = out.finish();
  EXPECT_EQ(why_unsound(file), "");
  EXPECT_THAT(lines(file), ElementsAre("p A \"quote\" & 글 b", "p more"));
  EXPECT_THAT(testing::links(file), ElementsAre("b -> https://feed.example/b"));
  EXPECT_TRUE(file.fields.empty());
  const auto raw = [&](std::string_view text) {
    const ByteRange bytes = bytes_of(file, text);
    return json.substr(bytes.begin, bytes.size());
  };
  EXPECT_EQ(raw("A "), "A ");
  EXPECT_EQ(raw("\""), "\\\"");
  EXPECT_EQ(raw("quote"), "quote");
  EXPECT_EQ(raw("&"), "&amp;");
  EXPECT_EQ(raw("글"), "글");
}

TEST(AppendHtml, KeepsAllButHiddenTextOfWhatIsNoPage) {
  AppendHtml how;
  how.is_page = false;
  ExtractBuilder out(FileFormat::kEpub, AnchorGrade::kPart, "test/1", 1000);
  how.part = out.add_part({"c1.xhtml", "", 0});
  append_html(out, "<aside>곁글</aside><nav>차례</nav><p hidden>숨김</p><footer>끝</footer>", how);
  EXPECT_THAT(lines(out.finish()), ElementsAre("p 곁글", "p 차례", "p 끝"));
}

TEST(AppendHtml, TellsWhereIdsAre) {
  std::vector<HtmlId> ids;
  AppendHtml how;
  how.ids = &ids;
  ExtractBuilder out(FileFormat::kHtml, AnchorGrade::kByte, "test/1", 1000);
  how.part = out.add_part({});
  append_html(out, "<h1 id=top>제목</h1><p>글 <a name=in></a>더</p><p id=end>", how);
  const ExtractedFile file = out.finish();
  ASSERT_EQ(ids.size(), 3u);
  EXPECT_EQ(ids[0].id + "," + ids[1].id + "," + ids[2].id, "top,in,end");
  EXPECT_EQ(ids[0].at, 0u);
  EXPECT_EQ(ids[1].at, file.text.find("글") + 3);
  EXPECT_GE(ids[2].at, file.text.size());
}

TEST(AppendHtml, RefusesTooMuchText) {
  ReaderInput input;
  const std::string html = "<p>" + std::string(1000, 'x');
  input.bytes = html;
  input.limits.text_bytes = 999;
  EXPECT_THROW(read_html(input), Error);
  input.limits.text_bytes = 1000;
  EXPECT_EQ(read_html(input).at(0).text.size(), 1000u);
}

}  // namespace
}  // namespace ibid
