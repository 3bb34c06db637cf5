// SPDX-License-Identifier: GPL-2.0-or-later
//
// Mails that nobody means well, and GMime's reading of those that are well-formed.
#include <fmt/format.h>
#include <gmime/gmime.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/mail/mime_tree.h"
#include "tests/corpus/feeds/feed_checks.h"
#include "tests/corpus/mail/mail_sample.h"

namespace ibid {
namespace {

using testing::base64;
using ::testing::HasSubstr;
using testing::mail;
using testing::multipart;
using testing::read;
using testing::why_refused;

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

void expect_safe(std::string_view bytes) {
  std::vector<ExtractedFile> files;
  why_refused([&] { files = read(bytes); });
  for (const ExtractedFile& file : files) ASSERT_EQ(why_unsound(file), "") << bytes;
}

std::string sample() {
  const std::string inner = "Subject: in\r\n\r\ninner text\r\n";
  return mail(multipart(
      "mixed", "out",
      {{multipart("alternative", "alt",
                  {{"Content-Type: text/plain; charset=euc-kr\r\n", "\xBC\xF6\xC3\xE2 > text"},
                   {"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
                    "quoted-printable\r\n",
                    "=EC=88=98=EC=B6=9C =3D\r\n> 인용"}}),
        ""},
       {"Content-Type: message/rfc822\r\n", inner},
       {"Content-Type: text/plain; name*0*=utf-8''%EB%A9; name*1*=%94.txt\r\n"
        "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n",
        base64("attached 글")}}));
}

TEST(HostileMail, IsSafeWhereItIsCut) {
  const std::string whole = sample();
  for (std::size_t part = 0; part < 64; ++part) {
    expect_safe(std::string_view(whole).substr(0, whole.size() * part / 64));
  }
  EXPECT_EQ(read(whole).size(), 2u);
}

TEST(HostileMail, IsSafeWithAnyByteChanged) {
  const std::string whole = sample();
  std::string bytes = whole;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const unsigned flip : {0x01U, 0x20U, 0x80U, 0xFFU}) {
      bytes[at] = static_cast<char>(static_cast<unsigned char>(whole[at]) ^ flip);
      expect_safe(bytes);
    }
    bytes[at] = whole[at];
  }
}

TEST(HostileMail, RefusesPartsNestedDeep) {
  std::string deep = "Subject: x\n";
  for (int i = 0; i < 1000; ++i) {
    deep += fmt::format("Content-Type: multipart/mixed; boundary=b{}\n\n--b{}\n", i, i);
  }
  EXPECT_THAT(why_refused([&] { read(deep + "\ntext"); }), HasSubstr("nested more than 200 deep"));
  const std::string mails =
      "Subject: x\n" + repeated("Content-Type: message/rfc822\n\nSubject: y\n", 100'000);
  EXPECT_THAT(why_refused([&] { read(mails); }), HasSubstr("nested more than 200 deep"));
  std::string same =
      "Subject: x\n" + repeated("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 150);
  EXPECT_EQ(read(same + "\ntext\n" + repeated("--b--\n", 150)).at(0).text, "text");
}

TEST(HostileMail, RefusesAMillionParts) {
  const std::string parts =
      "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n\n", 1'000'000);
  EXPECT_THAT(why_refused([&] { read(parts); }), HasSubstr("more than 10000 parts"));
}

TEST(HostileMail, ReadsManyLinesBetweenManyBoundaries) {
  std::string bytes = "Subject: x\n";
  for (int i = 0; i < 190; ++i) {
    bytes += fmt::format("Content-Type: multipart/mixed; boundary=b{}\n\n--b{}\n", i, i);
  }
  bytes += "\nt" + repeated("\n--b", 1'000'000);
  EXPECT_EQ(read(bytes).at(0).text.size(), 4'000'001u);
}

TEST(HostileMail, BoundsFieldsOfTheHead) {
  for (const char* piece : {"g:", "(", "a@b, ", "=?utf-8?q?a?= ", "<", "\\", "=?"}) {
    expect_safe("From: " + repeated(piece, 300'000) + "\nSubject: " + repeated(piece, 300'000) +
                "\nContent-Type: text/plain; " + repeated(piece, 300'000) + "\n\ntext\n");
  }
  std::string pieces = "Subject: x\nContent-Type: text/plain";
  for (int i = 0; i < 200'000; ++i) pieces += fmt::format("; name*{}=a", i);
  expect_safe(pieces + "\n\ntext\n");
  expect_safe("Subject: x\n" + repeated("X: y\n", 1'000'000) + "\ntext\n");
}

TEST(HostileMail, BoundsWhatPartsUnpackTo) {
  ReaderInput input;
  const std::string bytes = mail("\r\n" + std::string(5000, 'x'));
  input.bytes = bytes;
  input.limits.file_bytes = 4000;
  EXPECT_THAT(why_refused([&] { read_eml(input); }), HasSubstr("unpack to more than 4000 bytes"));
}

// Number, type and bytes of all leaves, in order.
void list_leaves(const MimePart& part, std::vector<std::string>& leaves) {
  if (!part.is_multipart() && !part.is_message()) leaves.push_back(part.type + " " + part.bytes);
  for (const MimePart& inner : part.parts) list_leaves(inner, leaves);
}

void list_leaves(GMimeObject* object, std::vector<std::string>& leaves) {
  if (GMIME_IS_MULTIPART(object)) {
    for (int i = 0; i < g_mime_multipart_get_count(GMIME_MULTIPART(object)); ++i) {
      list_leaves(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), leaves);
    }
  } else if (GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage* const inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    list_leaves(g_mime_message_get_mime_part(inner), leaves);
  } else {
    char* const type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object));
    GMimeStream* const stream = g_mime_stream_mem_new();
    g_mime_data_wrapper_write_to_stream(g_mime_part_get_content(GMIME_PART(object)), stream);
    const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    leaves.push_back(std::string(type) + " " +
                     std::string(reinterpret_cast<const char*>(bytes->data), bytes->len));
    g_object_unref(stream);
    g_free(type);
  }
}

TEST(MimeTree, IsThatOfGMime) {
  g_mime_init();
  const std::string cases[] = {
      sample(),
      mail("Content-Type: text/html\r\n\r\n<p>one\r\n"),
      mail(multipart("mixed", "a",
                     {{"", "first\r\n"}, {"Content-Type: text/x\r\n", "--a-not\r\n--"}})),
      mail(multipart("digest", "d", {{"\r\nSubject: y\r\n", "of a digest"}})),
      mail("Content-Transfer-Encoding: base64\r\n\r\nU3Vub\nWFsbA==\n"),
      mail("Content-Transfer-Encoding: quoted-printable\r\n\r\na=20b=\nc=3D d  \ne=E9 =\n\n"),
  };
  for (const std::string& bytes : cases) {
    std::vector<std::string> ours, theirs;
    list_leaves(mime_tree(bytes, {}), ours);
    GMimeStream* const stream = g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size());
    GMimeParser* const parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage* const message = g_mime_parser_construct_message(parser, nullptr);
    list_leaves(g_mime_message_get_mime_part(message), theirs);
    EXPECT_EQ(ours, theirs) << bytes;
    g_object_unref(message);
    g_object_unref(parser);
    g_object_unref(stream);
  }
}

}  // namespace
}  // namespace ibid
