// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON that nobody means well: refused or read, in bounded time, and sound.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/feeds/read_json.h"
#include "tests/corpus/feeds/feed_checks.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using testing::why_refused;

std::vector<ExtractedFile> read(std::string_view bytes, FileFormat format = FileFormat::kJson,
                                std::uint64_t file_bytes = ReaderLimits{}.file_bytes) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = format;
  input.limits.file_bytes = file_bytes;
  return read_json(input);
}

// Read or refused; what is read is sound.
void expect_safe(std::string_view bytes, FileFormat format) {
  std::vector<ExtractedFile> files;
  why_refused([&] { files = read(bytes, format); });
  for (const ExtractedFile& file : files) ASSERT_EQ(why_unsound(file), "") << bytes;
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

const char kFeed[] = R"({"version": "https://jsonfeed.org/version/1.1", "title": "항구 소식",
 "items": [{"id": "a\u00e9", "title": "제목 \ud83d\ude00", "date": "2024-06-27T10:00:00+09:00",
  "tags": [1, -2.5e3, true, null, {"x": []}], "content_text": "첫 문단.\n\n둘째 \"문단\" & more."},
 {"id": "b", "text": "R&amp;D <b>x</b>", "authors": [{"name": "이"}, "Lee"], "text": "last"}]})";

TEST(HostileJson, RefusesBracketsInBrackets) {
  for (const char* open : {"[", "{\"items\":", "[{\"a\":"}) {
    const std::string deep = repeated(open, 100'000);
    EXPECT_THAT(why_refused([&] { read(deep); }), HasSubstr("at most 1000 brackets in brackets"));
    EXPECT_THAT(why_refused([&] { read("{\"text\": " + deep, FileFormat::kJsonLines); }),
                HasSubstr("at most 1000 brackets in brackets"));
  }
  const auto files =
      read("{\"text\": \"t\", \"a\": " + repeated("[", 900) + repeated("]", 900) + "}");
  EXPECT_THAT(files, SizeIs(1));
}

TEST(HostileJson, TakesAMillionSmallEntriesOneByOne) {
  const std::string bytes = repeated("{\"text\":\"글\"}\n", 1'000'000);
  EXPECT_THAT(why_refused([&] { read(bytes, FileFormat::kJsonLines); }), HasSubstr("split it"));
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kJsonLines;
  std::size_t taken = 0;
  stream_json(input, [&](const ExtractedFile& file) { taken += file.text.size(); });
  EXPECT_EQ(taken, 3'000'000u);
}

TEST(HostileJson, CountsAMillionBrokenLines) {
  const std::string bytes = "{\"text\":\"t\"}\n" + repeated("{\"\n", 1'000'000);
  const auto files = read(bytes, FileFormat::kJsonLines);
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_THAT(files[0].notes, SizeIs(21));
  EXPECT_EQ(files[0].notes.back(), "999980 more like these");
}

TEST(HostileJson, LeavesOutAnObjectOfTooManyFields) {
  std::string many = "{\"text\":\"many\"";
  for (int i = 0; i < 100'000; ++i) many += fmt::format(",\"f{}\":{}", i, i);
  const auto files = read("[{\"text\":\"one\"},\n" + many + "}]");
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_THAT(files[0].notes,
              ::testing::ElementsAre("line 2: an object with more than 100000 fields is left out"));
  const std::string same = "{\"text\":\"t\"" + repeated(",\"x\":1", 90'000) + "}";
  EXPECT_THAT(read(same).at(0).notes, SizeIs(1));
}

TEST(HostileJson, BoundsTheTextOfADocument) {
  ReaderInput input;
  const std::string bytes = "{\"text\": \"" + std::string(2000, 'x') + "\"}";
  input.bytes = bytes;
  input.format = FileFormat::kJson;
  input.limits.text_bytes = 1000;
  EXPECT_THAT(why_refused([&] { read_json(input); }), HasSubstr("more than 1000 bytes of text"));
  EXPECT_THAT(why_refused([&] { read(bytes, FileFormat::kJson, 2000); }), HasSubstr("split it"));
}

TEST(HostileJson, ReadsAHugeNumberAsAWord) {
  const std::string digits(1'000'000, '9');
  const auto files = read("{\"id\": " + digits + ", \"date\": " + digits + ", \"text\": \"t\"}");
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_LE(files[0].item.size(), 200u);
}

TEST(HostileJson, TakesLinearTimeForManyEscapes) {
  const std::string escapes = repeated("\\ud83d\\n\\uD55C&amp;", 200'000);
  const auto files = read("{\"text\": \"" + escapes + "\"}");
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_EQ(why_unsound(files[0]), "");
}

TEST(HostileJson, IsSafeWhereAFileIsCut) {
  const std::string_view whole = kFeed;
  for (std::size_t part = 0; part < 64; ++part) {
    const std::string_view cut = whole.substr(0, whole.size() * part / 64);
    EXPECT_NE(why_refused([&] { read(cut); }), "") << cut;
    expect_safe(cut, FileFormat::kJsonLines);
  }
  EXPECT_THAT(read(whole), SizeIs(2));
}

TEST(HostileJson, IsSafeWithAnyByteChanged) {
  std::string bytes = kFeed;
  std::string one_line = bytes;
  for (char& c : one_line) c = c == '\n' ? ' ' : c;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const unsigned flip : {0x01U, 0x20U, 0x80U, 0xFFU}) {
      const auto changed = static_cast<char>(static_cast<unsigned char>(kFeed[at]) ^ flip);
      const char kept = bytes[at], kept_line = one_line[at];
      bytes[at] = one_line[at] = changed;
      expect_safe(bytes, FileFormat::kJson);
      expect_safe(one_line, FileFormat::kJsonLines);
      bytes[at] = kept;
      one_line[at] = kept_line;
    }
  }
}

}  // namespace
}  // namespace ibid
