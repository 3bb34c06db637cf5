// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files in encodings other than UTF-8: detected, and every range still counts the file's own bytes.
#include "corpus/text/encoding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/text/decode.h"
#include "tests/support/report_checks.h"

namespace ibid {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kEnglish =
    "Harbour Pact\n\n1. Summary\n\n• The ministers signed the pact in June, at a price of $5.43 "
    "billion (source: go-public-web-eng-2877220144866105163-0-0).\n• Both sides said that the "
    "agreement covers ports, ships and the training of crews.\n";
const std::string kKorean =
    "항만 협정\n\n1. 요약\n\n• 장관들은 6월에 협정에 서명했다 (출처: 연합뉴스). 그 가격은 2,401억 "
    "달러였다.\n• 양측은 이 협정이 항구와 선박, 그리고 승무원의 훈련을\n  포함한다고 말했다.\n";
const std::string kMixed = kEnglish + kKorean + "• S-400을 Café Zürich에서 논의했다는 보도.\n";
const std::string kWestern =
    "Harbour Pact\n\n1. Summary\n\n• “The minister’s visit to the café in Zürich cost €40,” said "
    "François Müller – the attaché of the consulate.\n• The two delegations’ résumés weren’t "
    "published, and the price isn’t known.\n";

// Uses ICU's converters, which decode() does not use for UTF-16.
std::string in(Encoding encoding, const std::string& text) {
  const char* charset = encoding == Encoding::kCp949 ? "windows-949" : to_string(encoding);
  std::string out(text.size() * 4, '\0');
  UErrorCode status = U_ZERO_ERROR;
  UConverter* from = ucnv_open("UTF-8", &status);
  UConverter* to = ucnv_open(charset, &status);
  char* target = out.data();
  const char* source = text.data();
  ucnv_setFromUCallBack(to, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_convertEx(to, from, &target, out.data() + out.size(), &source, source + text.size(), nullptr,
                 nullptr, nullptr, nullptr, 1, 1, &status);
  EXPECT_TRUE(U_SUCCESS(status)) << charset << " " << u_errorName(status);
  ucnv_close(from);
  ucnv_close(to);
  out.resize(static_cast<std::size_t>(target - out.data()));
  return out;
}

// CP949 has none of these.
std::string for_cp949(std::string text) {
  const std::vector<std::pair<std::string, std::string>> other = {
      {"•", "·"}, {"é", "e"}, {"ü", "u"}};
  for (const auto& [from, to] : other) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from)) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

struct Case {
  const char* name;
  Encoding encoding;
  std::string mark, text;
};

std::vector<Case> cases() {
  return {{"UTF-16LE English", Encoding::kUtf16Le, "", kEnglish},
          {"UTF-16LE Korean", Encoding::kUtf16Le, "", kKorean},
          {"UTF-16LE mixed, marked", Encoding::kUtf16Le, "\xFF\xFE", kMixed},
          {"UTF-16BE English, marked", Encoding::kUtf16Be, "\xFE\xFF", kEnglish},
          {"UTF-16BE Korean", Encoding::kUtf16Be, "", kKorean},
          {"UTF-16BE mixed and 😀", Encoding::kUtf16Be, "", kMixed + "• 😀 웃음이다.\n"},
          {"CP949 Korean", Encoding::kCp949, "", for_cp949(kKorean)},
          {"CP949 mixed", Encoding::kCp949, "", for_cp949(kMixed)},
          {"CP949 beyond EUC-KR", Encoding::kCp949, "",
           for_cp949(kKorean + "• 똠방각하와 펲시콜라.\n")},
          {"CP949 name in English", Encoding::kCp949, "", "Kim Jong Un (김정은) met him.\n"},
          {"windows-1252", Encoding::kWindows1252, "", kWestern}};
}

TEST(Encoding, IsDetectedFromTheBytes) {
  for (const Case& c : cases()) {
    const DecodedText decoded = decode(c.mark + in(c.encoding, c.text));
    EXPECT_EQ(decoded.encoding, c.encoding) << c.name << to_string(decoded.encoding);
    EXPECT_EQ(decoded.text, c.text) << c.name;
    EXPECT_THAT(decoded.notes, IsEmpty()) << c.name;
  }
}

TEST(Encoding, RangesAreOfTheFileAsItIs) {
  for (const Case& c : cases()) {
    const std::string bytes = c.mark + in(c.encoding, c.text);
    const Report report = read_report("/r.txt", bytes, "r");
    const Report plain = read_report("/r.txt", c.text, "r");
    EXPECT_EQ(report.encoding, c.encoding);
    testing::check_invariants(report, bytes);
    ASSERT_EQ(report.passages.size(), plain.passages.size()) << c.name;
    ASSERT_EQ(report.sections.size(), plain.sections.size()) << c.name;
    for (std::size_t i = 0; i < plain.passages.size(); ++i) {
      const Passage& passage = report.passages[i];
      const Passage& same = plain.passages[i];
      const auto cut = [](std::string_view whole, ByteRange range) {
        return std::string(whole.substr(range.begin, range.size()));
      };
      EXPECT_EQ(passage.text, same.text) << c.name;
      EXPECT_EQ(cut(bytes, passage.bytes), in(c.encoding, cut(c.text, same.bytes))) << c.name;
      ASSERT_EQ(passage.citations.size(), same.citations.size()) << c.name;
      for (std::size_t k = 0; k < same.citations.size(); ++k) {
        EXPECT_EQ(cut(bytes, passage.citations[k].bytes), in(c.encoding, same.citations[k].source));
      }
      for (const ByteRange sentence : passage.sentences) {
        EXPECT_EQ(cut(bytes, file_range(passage, sentence)),
                  in(c.encoding, cut(c.text, file_range(same, sentence))))
            << c.name;
      }
    }
    for (std::size_t i = 0; i < plain.sections.size(); ++i) {
      const ByteRange range = report.sections[i].bytes;
      const ByteRange same = plain.sections[i].bytes;
      EXPECT_EQ(bytes.substr(range.begin, range.size()),
                in(c.encoding, c.text.substr(same.begin, same.size())));
    }
  }
}

// `cat a.txt b.txt` of files that each begin with a byte-order mark: the second mark is text, of no
// width, wherever it is.
TEST(Encoding, AMarkWithinAFileIsText) {
  for (const Case& c : cases()) {
    if (c.encoding == Encoding::kCp949 || c.encoding == Encoding::kWindows1252) continue;
    const std::string mark = in(c.encoding, "\uFEFF");
    const std::string tail = "• 한국 talks, by \uFEFF\uFEFFname, end.\n";
    const std::string bytes = mark + in(c.encoding, c.text + "\n\uFEFF" + c.text + "\uFEFF" + tail);
    const Report report = read_report("/r.txt", bytes, "r");
    const Report plain = read_report("/r.txt", c.text + "\n" + c.text + tail, "r");
    testing::check_invariants(report, bytes);
    ASSERT_EQ(report.passages.size(), plain.passages.size()) << c.name;
    for (std::size_t i = 0; i < plain.passages.size(); ++i) {
      EXPECT_EQ(report.passages[i].text, plain.passages[i].text) << c.name;
    }
    EXPECT_THAT(report.passages.back().text, ::testing::HasSubstr("by \uFEFF\uFEFFname")) << c.name;
  }
}

TEST(Encoding, KoreanTakesFewSpans) {
  const std::string bytes = in(Encoding::kCp949, "대한민국 정부는 협정에 서명했다.\n");
  const Report report = read_report("/r.txt", bytes, "r");
  ASSERT_EQ(report.passages.size(), 1U);
  // Four words, three spaces, a full stop.
  EXPECT_EQ(report.passages[0].spans.size(), 8U);
  EXPECT_THAT(file_range(report.passages[0], {3, 9}), (ByteRange{2, 6}));
}

TEST(Encoding, BrokenBytesOfAUtf8FileCostThemselvesOnly) {
  const std::string bytes = kKorean + "• 깨진 \xC7\xD1 글자와 \xFF 하나.\n";
  const DecodedText decoded = decode(bytes);
  EXPECT_EQ(decoded.encoding, Encoding::kUtf8);
  EXPECT_THAT(decoded.text, AllOf(HasSubstr(kKorean), HasSubstr("깨진 \xEF\xBF\xBD"),
                                  HasSubstr(" 글자와 \xEF\xBF\xBD 하나.")));
  EXPECT_THAT(decoded.notes, ElementsAre(HasSubstr("(line 8)"), HasSubstr("(line 8)")));
  const Report report = read_report("/r.txt", bytes, "r");
  testing::check_invariants(report, bytes);
}

TEST(Encoding, BrokenBytesOfOtherEncodingsAreNotedToo) {
  const std::string cp949 = in(Encoding::kCp949, for_cp949(kKorean));
  const DecodedText decoded = decode(cp949 + "\xFF\n");
  EXPECT_EQ(decoded.encoding, Encoding::kCp949);
  EXPECT_THAT(decoded.notes, ElementsAre(AllOf(HasSubstr("(line 8)"), HasSubstr("not CP949"))));
  const DecodedText odd = decode("\xFF\xFE" + in(Encoding::kUtf16Le, kEnglish) + "x");
  EXPECT_EQ(odd.text, kEnglish + "\xEF\xBF\xBD");
  EXPECT_THAT(odd.notes, ElementsAre(HasSubstr("not UTF-16LE")));
}

std::string refusal(std::string_view bytes) {
  try {
    return std::string("taken as ") + to_string(tell_encoding(bytes));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
}

TEST(Encoding, IsNotGuessedBelowItsThreshold) {
  // Polish in windows-1250, Russian in KOI8-R, Japanese in Shift_JIS and Chinese in GB 2312.
  const std::string polish =
      "Za\xBF\xF3\xB3\xE6 g\xEA\x9Cl\xB9 ja\x9F\xF1. Minister podpisa\xB3 porozumienie i "
      "powiedzia\xB3, \xBF"
      "e b\xEA"
      "dzie wa\xBFne przez dwa lata; \x9Cwiat czeka\xB3.\n";
  const std::string russian =
      "\xED\xC9\xCE\xC9\xD3\xD4\xD2 \xD0\xCF\xC4\xD0\xC9\xD3\xC1\xCC "
      "\xC4\xCF\xC7\xCF\xD7\xCF\xD2 \xD7 \xC9\xC0\xCE\xC5.\n";
  const std::string japanese =
      "\x91\xE5\x90\x62\x82\xCD\x8B\xA6\x92\xE8\x82\xC9\x8F\x90\x96\xBC\x82\xB5\x82\xBD\x81\x42\n";
  const std::string chinese =
      "\xB2\xBF\xB3\xA4\xC7\xA9\xCA\xF0\xC1\xCB\xD0\xAD\xB6\xA8\xA1\xA3\xD6\xD0\xB9\xFA\xBA\xCD"
      "\xB6\xED\xC2\xDE\xCB\xB9\xD4\xDA\xC1\xF9\xD4\xC2\xB7\xA2\xB1\xED\xC9\xF9\xC3\xF7\n";
  for (const std::string& text : {polish, russian, japanese, chinese}) {
    EXPECT_THAT(refusal(text), HasSubstr("--encoding")) << text;
  }
  EXPECT_THAT(refusal(std::string("\xFF\xFE\0\0a\0\0\0", 8)), HasSubstr("UTF-32"));
  EXPECT_THAT(refusal(std::string("\x89PNG\r\n\0\0\0\rIHDR\0\0", 16)), HasSubstr("NUL"));
}

// Surrogate pairs in three bytes each, as some programs write what is beyond U+FFFF.
std::string in_cesu8(std::size_t emoji) {
  std::string text = "기사 ";
  for (std::size_t i = 0; i < emoji; ++i) text += "\xED\xA0\xBD\xED\xB8\x80";
  return text + "\n";
}

TEST(Encoding, IsNotCalledItsOwnBestGuess) {
  EXPECT_EQ(refusal(in_cesu8(20)),
            "its encoding cannot be detected: it looks like UTF-8, but 120 of its 126 bytes beyond "
            "ASCII make no character; name it with --encoding, or convert the file to UTF-8");
  std::string korean = in(Encoding::kCp949, for_cp949(kKorean));
  const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const auto characters = std::count_if(kKorean.begin(), kKorean.end(), is_first_byte);
  for (const std::size_t at : {korean.rfind('\n'), korean.find('\n')})
    korean.insert(at, "\xFF\xFF");
  EXPECT_EQ(refusal(korean),
            "its encoding cannot be detected: it looks like CP949, but 4 of its " +
                std::to_string(characters + 4) +
                " characters are broken; name it with --encoding, or convert the file to UTF-8");
  EXPECT_EQ(tell_encoding(korean, Encoding::kCp949), Encoding::kCp949);
}

TEST(Encoding, AssumedIsForWhatIsNotCertain) {
  const Encoding cp949 = Encoding::kCp949;
  EXPECT_EQ(tell_encoding(kMixed, cp949), Encoding::kUtf8);
  EXPECT_EQ(tell_encoding("\xFF\xFE", cp949), Encoding::kUtf16Le);
  EXPECT_EQ(tell_encoding(in(Encoding::kUtf16Be, kMixed), cp949), Encoding::kUtf16Be);
  EXPECT_EQ(tell_encoding("caf\xE9 au lait", cp949), cp949);
  EXPECT_EQ(tell_encoding(in(cp949, for_cp949(kKorean)), Encoding::kWindows1252),
            Encoding::kWindows1252);
}

TEST(Encoding, HasNamesPeopleKnow) {
  EXPECT_EQ(parse_encoding("EUC-KR"), Encoding::kCp949);
  EXPECT_EQ(parse_encoding("utf-16le"), Encoding::kUtf16Le);
  EXPECT_EQ(parse_encoding("Latin1"), Encoding::kWindows1252);
  EXPECT_EQ(parse_encoding("utf-16"), std::nullopt);
  for (int i = 0; i <= static_cast<int>(kLastEncoding); ++i) {
    const auto encoding = static_cast<Encoding>(i);
    EXPECT_EQ(parse_encoding(to_string(encoding)), encoding);
  }
}

}  // namespace
}  // namespace ibid
