// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/mail/read_eml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "tests/corpus/feeds/feed_checks.h"
#include "tests/corpus/mail/mail_sample.h"

namespace ibid {
namespace {

using testing::base64;
using testing::blocks_of;
using ::testing::ElementsAre;
using testing::field_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::mail;
using testing::multipart;
using testing::read;
using ::testing::SizeIs;
using testing::why_refused;
using Kind = ExtractedBlock::Kind;

const char kPlain[] = "Content-Type: text/plain; charset=utf-8\r\n";
const char kCp949[] = "\xBC\xF6\xC3\xE2\xC0\xCC \xB4\xC3\xBE\xFA\xB4\xD9.";  // 수출이 늘었다.

TEST(ReadEml, ReadsHeadAndText) {
  const std::string body = "수출이 늘었다.\r\n계속 늘 것이다.\r\n\r\nThe end.\r\n";
  const auto files = read(mail(kPlain + ("\r\n" + body)));
  ASSERT_THAT(files, SizeIs(1));
  const ExtractedFile& file = files[0];
  EXPECT_EQ(file.format, FileFormat::kEml);
  EXPECT_EQ(file.grade, AnchorGrade::kPart);
  EXPECT_EQ(file.item, "");
  EXPECT_THAT(blocks_of(file), ElementsAre("수출이 늘었다.\n계속 늘 것이다.", "The end."));
  EXPECT_EQ(field_of(file, "title"), "Harbour");
  EXPECT_EQ(field_of(file, "author"), "김기자");
  EXPECT_EQ(field_of(file, "date"), "2024-06-27");
  ASSERT_THAT(file.parts, SizeIs(1));
  EXPECT_EQ(file.parts[0], (SourcePart{"1", sha256_hex(body), body.size(), 0, 0}));
  testing::expect_proven(body, file, [](std::string_view bytes) { return std::string(bytes); });
}

TEST(ReadEml, DecodesCharsetsAndTransferEncodings) {
  const struct {
    const char* head;
    std::string body;
    const char* text;
  } cases[] = {
      {"Content-Type: text/plain; charset=\"EUC-KR\"\r\nContent-Transfer-Encoding: base64\r\n",
       base64(kCp949), "수출이 늘었다."},
      {"Content-Type: text/plain; charset=ks_c_5601-1987\r\nContent-Transfer-Encoding: 8bit\r\n",
       kCp949, "수출이 늘었다."},
      {"Content-Type: text/plain;\r\n\tcharset=utf-8\r\nContent-Transfer-Encoding: "
       "Quoted-Printable\r\n",
       "=EC=88=98=EC=B6=\r\n=9C 3=3D3 a=b =\r\n end", "수출 3=3 a=b  end"},
      {"Content-Type: text/plain; charset=iso-2022-kr\r\n",
       "\x1B$)C\x0E<vCb@L\x0F \x0E"
       "4C>z4Y\x0F.",
       "수출이 늘었다."},
      {"Content-Type: text/plain; charset=windows-1252\r\n", "caf\xE9 \x80 5", "café € 5"},
      {"Content-Type: text/plain; charset=koi8-r\r\n", "\xF0\xD2\xC9\xD7\xC5\xD4", "Привет"},
      {"Content-Type: text/plain; charset=us-ascii\r\n", "거짓말 charset", "거짓말 charset"},
      {"Content-Type: text/plain; charset=iso-8859-1\r\n", "거짓말 charset", "거짓말 charset"},
      {"Content-Type: text/plain; charset=nonsense\r\n", kCp949, "수출이 늘었다."},
      {"Content-Type: text/plain; charset=utf-7\r\n", "+whjNnA ok", "수출 ok"},
      {"", kCp949, "수출이 늘었다."},
  };
  for (const auto& each : cases) {
    const auto files = read(mail(each.head + ("\r\n" + each.body)));
    EXPECT_EQ(files.at(0).text, each.text) << each.head;
    EXPECT_EQ(why_unsound(files[0]), "") << each.head;
  }
  const auto korean = read(mail(cases[1].head + std::string("\r\n") + kCp949));
  EXPECT_EQ(korean.at(0).anchors.at(0).span, (TextSpan{0, 0, 9, 6}));
  EXPECT_EQ(korean[0].parts[0].sha256, sha256_hex(kCp949));
}

TEST(ReadEml, DecodesWordsOfTheHead) {
  const struct {
    const char* subject;
    const char* title;
  } cases[] = {
      {"=?EUC-KR?B?vPbD4g==?= report", "수출 report"},
      {"=?euc-kr?Q?=BC=F6=C3=E2_2=2E3?=", "수출 2.3"},
      // One character of three bytes cut between two words.
      {"=?utf-8?B?7IiY7Lac7J20IA==?=\r\n =?utf-8?B?64qY7JeI64s=?= =?utf-8?B?pA==?=",
       "수출이 늘었다"},
      {"=?utf-8?q?a?= =?iso-8859-1?q?_=E9?= b", "a é b"},
      {"수출 8 bit", "수출 8 bit"},
      {"\xBC\xF6\xC3\xE2 raw", "수출 raw"},
      {"folded\r\n\tline =?x", "folded line =?x"},
      {"=?utf-8?X?abc?= =?utf-8?B?", "=?utf-8?X?abc?= =?utf-8?B?"},
      {"=?utf-8*ko?Q?=EC=88=98?=", "수"},
  };
  for (const auto& each : cases) {
    const auto files = read("Subject: " + std::string(each.subject) + "\r\n\r\ntext\r\n");
    EXPECT_EQ(field_of(files.at(0), "title"), each.title) << each.subject;
  }
}

TEST(ReadEml, NamesAuthors) {
  const struct {
    const char* from;
    const char* author;
  } cases[] = {
      {"kim@example.org", "kim@example.org"},
      {"<kim@example.org>", "kim@example.org"},
      {"\"Lee, Ann\" <a@example.org>, =?EUC-KR?B?seix4sDa?= <b@example.org>", "Lee, Ann, 김기자"},
      {"\"\" <c@example.org>", "c@example.org"},
      {"Desk \\<x <d@example.org>", "Desk \\"},
  };
  for (const auto& each : cases) {
    const auto files = read("From: " + std::string(each.from) + "\r\n\r\ntext\r\n");
    EXPECT_EQ(field_of(files.at(0), "author"), each.author) << each.from;
  }
}

TEST(ReadEml, KeepsQuotationsApart) {
  const auto files =
      read(mail(kPlain + std::string("\r\nLee wrote:\r\n> 첫 줄\r\n> second\r\n>\r\n"
                                     "> third\r\n>> older\r\n> > oldest\r\nMy answer.\r\n")));
  const ExtractedFile& file = files.at(0);
  EXPECT_THAT(blocks_of(file),
              ElementsAre("Lee wrote:", "첫 줄\nsecond", "third", "older\noldest", "My answer."));
  std::vector<Kind> kinds;
  for (const ExtractedBlock& block : file.blocks) kinds.push_back(block.kind);
  EXPECT_THAT(kinds, ElementsAre(Kind::kParagraph, Kind::kQuotation, Kind::kQuotation,
                                 Kind::kQuotation, Kind::kParagraph));
}

TEST(ReadEml, JoinsFlowedLines) {
  const std::string body =
      "A flowed \r\nline. \r\n> quoted \r\n> on\r\n\r\n stuffed\r\n-- \r\nsignature\r\n";
  EXPECT_THAT(blocks_of(read(mail("Content-Type: text/plain; format=flowed\r\n\r\n" + body)).at(0)),
              ElementsAre("A flowed line.", "quoted on", "stuffed\n-- \nsignature"));
  EXPECT_THAT(blocks_of(read(mail("Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n"
                                  "수출이 늘었 \r\n다.\r\n"))
                            .at(0)),
              ElementsAre("수출이 늘었다."));
}

TEST(ReadEml, TakesOneOfTwoAlternatives) {
  const testing::MailPart plain{kPlain, "plain text"};
  const testing::MailPart empty{"Content-Type: text/html\r\n", " "};
  const auto one = read(mail(multipart("alternative", "b", {plain, empty})));
  EXPECT_THAT(blocks_of(one.at(0)), ElementsAre("plain text"));
  EXPECT_EQ(one[0].parts[0].name, "1");
  const auto two =
      read(mail(multipart("alternative", "b", {{kPlain, "first"}, {kPlain, "second"}})));
  EXPECT_THAT(blocks_of(two.at(0)), ElementsAre("second"));
  ASSERT_THAT(two[0].left_out, SizeIs(1));
  EXPECT_EQ(two[0].left_out[0].text, "first");
  EXPECT_EQ(two[0].left_out[0].reason, LeftOutText::Reason::kCopy);
  EXPECT_EQ(two[0].parts.at(two[0].left_out[0].part).name, "1");
}

TEST(ReadEml, ShowsHtmlWhereItIs) {
  const std::string html =
      "<html><head><title>no</title><meta charset=utf-8></head><body><p>\xBC\xF6\xC3\xE2 &amp; <b>"
      "bold</b></p><blockquote>quoted</blockquote><p style='display:none'>hidden</p></body></html>";
  const auto files = read(mail(
      multipart("alternative", "b",
                {{"Content-Type: text/html; charset=euc-kr\r\n", html}, {kPlain, "수출 & bold"}})));
  const ExtractedFile& file = files.at(0);
  EXPECT_THAT(blocks_of(file), ElementsAre("수출 & bold", "quoted"));
  EXPECT_EQ(file.blocks[1].kind, Kind::kQuotation);
  EXPECT_EQ(field_of(file, "title"), "Harbour");
  EXPECT_EQ(file.anchors.at(0).span, (TextSpan{0, html.find("\xBC"), 6, 4}));
  EXPECT_EQ(file.parts.at(0).name, "1");
  std::vector<LeftOutText::Reason> reasons;
  for (const LeftOutText& text : file.left_out) reasons.push_back(text.reason);
  EXPECT_THAT(reasons, ::testing::Contains(LeftOutText::Reason::kCopy));
  EXPECT_THAT(reasons, ::testing::Contains(LeftOutText::Reason::kHidden));
  EXPECT_EQ(why_unsound(file), "");
}

TEST(ReadEml, NumbersPartsAsImapDoes) {
  const std::string inner = multipart("mixed", "in", {{kPlain, "one"}, {kPlain, "two"}});
  const auto files =
      read(mail(multipart("mixed", "out", {{kPlain, "first"}, {inner, ""}, {kPlain, "last"}})));
  EXPECT_THAT(blocks_of(files.at(0)), ElementsAre("first", "one", "two", "last"));
  std::vector<std::string> names;
  for (const SourcePart& part : files[0].parts) names.push_back(part.name);
  EXPECT_THAT(names, ElementsAre("1", "2.1", "2.2", "3"));
}

TEST(ReadEml, PutsAttachedTextsBelowTheirNames) {
  const auto files =
      read(mail(multipart("mixed", "b",
                          {{"Content-Type: text/plain\r\nContent-Disposition: attachment;\r\n "
                            "filename*=UTF-8''%EB%A9%94%EB%AA%A8.txt\r\n",
                            "attached text"},
                           {kPlain, "the mail"}})));
  EXPECT_THAT(blocks_of(files.at(0)), ElementsAre("the mail", "메모.txt", "attached text"));
  EXPECT_EQ(files[0].blocks[1].kind, Kind::kHeading);
}

TEST(ReadEml, ReadsNamesOfAttachments) {
  const struct {
    const char* head;
    const char* name;
  } cases[] = {
      {"Content-Disposition: attachment; filename=\"=?euc-kr?B?uriw7bytLmh3cA==?=\"\r\n",
       "보고서.hwp"},
      {"Content-Disposition: attachment; filename*=euc-kr''%BA%B8%B0%ED.hwp\r\n", "보고.hwp"},
      {"Content-Disposition: attachment; filename*0*=utf-8''%EB%B3%B4;\r\n filename*1*=%EA%B3%A0; "
       "filename*2=\".hwp\"\r\n",
       "보고.hwp"},
      {"Content-Disposition: attachment; filename=\"a;b \\\"c\\\".hwp\"\r\n", "a;b \"c\".hwp"},
      {"Content-Type: application/x-hwp; name=\"plain.hwp\"\r\n", "plain.hwp"},
      {"Content-Type: application/x-hwp\r\n", "part 2"},
  };
  for (const auto& each : cases) {
    std::string head = each.head;
    if (!head.starts_with("Content-Type")) head += "Content-Type: application/x-hwp\r\n";
    const auto files = read(mail(multipart("mixed", "b", {{kPlain, "t"}, {head, "x"}})));
    EXPECT_THAT(files.at(0).notes, ElementsAre("attachment " + std::string(each.name) +
                                               " is not read: application/x-hwp"));
  }
}

// A reader of attachments that takes texts that begin with "ok".
std::vector<ExtractedFile> read_ok(const ReaderInput& input) {
  if (!input.bytes.starts_with("ok")) throw Error(ErrorKind::kInput, "it is damaged");
  ExtractBuilder out(FileFormat::kPdf, AnchorGrade::kByte, "test/1", 1000);
  out.add_part({"", "", input.bytes.size(), 0, 0});
  out.add(input.bytes, 0, 0, input.bytes.size());
  return {out.finish()};
}

TEST(ReadEml, ReadsAttachmentsAsDocumentsOfTheirOwn) {
  const std::string head =
      "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n";
  const std::string bytes = mail(multipart("mixed", "b",
                                           {{kPlain, "see attached"},
                                            {head, base64("ok 하나")},
                                            {head, base64("ok two")},
                                            {head, base64("bad")}}));
  const auto files = read(bytes, read_ok);
  ASSERT_THAT(files, SizeIs(3));
  EXPECT_EQ(files[0].item, "message");
  EXPECT_EQ(files[1].item, "a.pdf");
  EXPECT_EQ(files[2].item, "a.pdf~2");
  EXPECT_EQ(files[1].text, "ok 하나");
  EXPECT_EQ(files[1].grade, AnchorGrade::kPart);
  EXPECT_EQ(files[1].parts.at(0), (SourcePart{"2", sha256_hex("ok 하나"), 9, 0, 0}));
  EXPECT_THAT(files[0].notes, ElementsAre("attachment a.pdf: it is damaged"));
  const auto only = read(mail(head + "\r\n" + base64("ok")), read_ok);
  ASSERT_THAT(only, SizeIs(1));
  EXPECT_EQ(only[0].item, "a.pdf");
}

TEST(ReadEml, ReadsAMailInAMailAsADocument) {
  const std::string inner =
      "From: lee@example.org\r\nSubject: =?utf-8?B?7KCE64us?=\r\n\r\n전달된 글\r\n";
  const auto files = read(mail(multipart(
      "mixed", "b", {{kPlain, "see below"}, {"Content-Type: message/rfc822\r\n", inner}})));
  ASSERT_THAT(files, SizeIs(2));
  EXPECT_EQ(files[0].item, "message");
  EXPECT_EQ(files[0].text, "see below");
  EXPECT_EQ(files[1].item, "전달");
  EXPECT_EQ(files[1].text, "전달된 글");
  EXPECT_EQ(files[1].parts.at(0).name, "2.1");
  EXPECT_EQ(field_of(files[1], "author"), "lee@example.org");
}

TEST(ReadEml, LeavesOutSignaturesAndPictures) {
  const auto files = read(mail(multipart(
      "signed", "b",
      {{multipart("related", "r", {{kPlain, "text"}, {"Content-Type: image/png\r\n", "x"}}), ""},
       {"Content-Type: application/pgp-signature; name=s.asc\r\n", "sig"}})));
  EXPECT_EQ(files.at(0).text, "text");
  EXPECT_THAT(files[0].notes, IsEmpty());
}

TEST(ReadEml, TellsWhyNothingIsRead) {
  const struct {
    std::string bytes;
    const char* why;
  } cases[] = {
      {"just a text\r\n", "it is not an e-mail"},
      {"", "it is not an e-mail"},
      {"X: y\r\n\r\ntext", "it is not an e-mail"},
      {mail("\r\n"), "it has no text"},
      {mail("Content-Type: application/pdf; name=a.pdf\r\n\r\nx"),
       "it has no text; attachment a.pdf is not read: application/pdf"},
      {mail("Content-Disposition: attachment; filename=a.txt\r\n\r\n \r\n"),
       "attachment a.txt has no text"},
      {mail(multipart("encrypted", "b", {{"Content-Type: application/octet-stream\r\n", "x"}})),
       "it is encrypted"},
  };
  for (const auto& each : cases) {
    EXPECT_THAT(why_refused([&] { read(each.bytes); }), HasSubstr(each.why)) << each.bytes;
  }
}

TEST(ReadEml, ReadsWhatIsOddButClear) {
  const struct {
    std::string bytes;
    const char* text;
  } cases[] = {
      {"From kim Thu Jun 27 2024\nSubject: x\n\nbody\n", "body"},
      {"\r\n\r\nSubject: x\r\n\r\nbody\r\n", "body"},
      {"Subject: x\nno field here\nbody\n", "no field here\nbody"},
      {"Subject: x\nContent-Type: multipart/mixed\n\nno boundary\n", "no boundary"},
      {"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ncut off", "cut off"},
      {"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b  \n\none\n--bb\n--b--\nend\n",
       "one\n--bb"},
      {"Subject: x\nContent-Type: nonsense\n\nbody\n", "body"},
      {"Subject : x\n\nbody\n", "body"},
  };
  for (const auto& each : cases) EXPECT_EQ(read(each.bytes).at(0).text, each.text) << each.bytes;
}

}  // namespace
}  // namespace ibid
