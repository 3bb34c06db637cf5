// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/passage_record.h"

#include <gtest/gtest.h>

#include "corpus/error.h"
#include "indexer/records/record_bytes.h"
#include "tests/support/sample_reports.h"

namespace ibid {
namespace {

PassageRecord korean_record() {
  PassageRecord record;
  record.report_id = "조약-2024";
  Passage& passage = record.passage;
  passage.id = "조약-2024#9-1.2";
  passage.kind = PassageKind::kGlossary;
  passage.language = "ko";
  passage.ordinal = 2;
  passage.sequence = 70000;
  passage.text = "푸틴은 S-400을 팔았다. 끝 (출처: go-public-web-kor-N12-0-0).";
  passage.bytes = {5'000'000'000, 5'000'000'000 + passage.text.size()};
  passage.spans = {{0, 5'000'000'000, 10, 10}, {11, 5'000'000'013, 20, 22}};
  passage.sentences = {{0, 28}, {29, passage.text.size()}};
  Citation citation;
  citation.source = "go-public-web-kor-N12-0-0";
  citation.form = Citation::Form::kOther;
  citation.text = {41, 66};
  citation.bytes = {5'000'000'041, 5'000'000'066};
  citation.sentence = 2;
  passage.citations = {citation};
  Section top;
  top.number = "9";
  top.locator = "9";
  top.title = "용어집";
  top.kind = PassageKind::kGlossary;
  Section below = top;
  below.number = "9-1";
  below.locator = "9-1";
  below.title = "블라디미르 푸틴";
  below.entity_type = "인물";
  record.section = {top, below};
  return record;
}

void expect_same(const Passage& a, const Passage& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.language, b.language);
  EXPECT_EQ(a.ordinal, b.ordinal);
  EXPECT_EQ(a.sequence, b.sequence);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.bytes, b.bytes);
  EXPECT_EQ(a.spans, b.spans);
  EXPECT_EQ(a.sentences, b.sentences);
  ASSERT_EQ(a.citations.size(), b.citations.size());
  for (std::size_t i = 0; i < a.citations.size(); ++i) {
    EXPECT_EQ(a.citations[i].source, b.citations[i].source);
    EXPECT_EQ(a.citations[i].form, b.citations[i].form);
    EXPECT_EQ(a.citations[i].bytes, b.citations[i].bytes);
    EXPECT_EQ(a.citations[i].text, b.citations[i].text);
    EXPECT_EQ(a.citations[i].sentence, b.citations[i].sentence);
    EXPECT_EQ(a.citations[i].locator, b.citations[i].locator);
  }
  EXPECT_EQ(a.markup, b.markup);
}

void expect_same(const Section& a, const Section& b) {
  EXPECT_EQ(a.number, b.number);
  EXPECT_EQ(a.locator, b.locator);
  EXPECT_EQ(a.title, b.title);
  EXPECT_EQ(a.entity_type, b.entity_type);
  EXPECT_EQ(a.kind, b.kind);
}

TEST(PassageRecord, ComesBackAsItWas) {
  const PassageRecord record = korean_record();
  const PassageRecord back = decode_passage(encode(record));
  EXPECT_EQ(back.report_id, record.report_id);
  expect_same(back.passage, record.passage);
  ASSERT_EQ(back.section.size(), record.section.size());
  for (std::size_t i = 0; i < back.section.size(); ++i)
    expect_same(back.section[i], record.section[i]);
  EXPECT_EQ(decode_passage_id(encode(record)), record.passage.id);
}

TEST(PassageRecord, KeepsEveryPassageOfTheSamples) {
  for (const Report& report : testing::sample_reports()) {
    for (const Passage& passage : report.passages) {
      const std::string bytes = encode(PassageRecord{passage, report.id, {}});
      expect_same(decode_passage(bytes).passage, passage);
      EXPECT_EQ(decode_passage_id(bytes), passage.id);
    }
  }
}

TEST(PassageRecord, TellsTheTextWithoutTheRest) {
  ComparedText told;
  const auto expect_told = [&](const PassageRecord& record) {
    decode_passage_text(encode(record), told);
    EXPECT_EQ(told.text, record.passage.text);
    EXPECT_EQ(told.sentences, record.passage.sentences);
    EXPECT_EQ(told.markup, record.passage.markup);
    EXPECT_EQ(told.joints, record.passage.origin.joints);
  };
  PassageRecord record = korean_record();
  record.passage.markup = {{0, 2}, {5, 6}};
  record.passage.citations.front().locator = "p. 12";
  expect_told(record);
  record.passage.origin.label = "가.";
  record.passage.origin.joints = {4, 9};
  expect_told(record);
  expect_told(korean_record());
  for (const Report& report : testing::sample_reports()) {
    for (const Passage& passage : report.passages) expect_told({passage, report.id, {}});
  }
  const std::string bytes = encode(record);
  EXPECT_THROW(decode_passage_text(std::string_view(bytes).substr(0, bytes.size() - 1), told),
               Error);
}

TEST(PassageRecord, KeepsLocatorsAndMarkup) {
  PassageRecord record = korean_record();
  const std::string without = encode(record);
  Citation page = record.passage.citations.front();
  page.form = Citation::Form::kListed;
  page.locator = "4쪽";
  record.passage.citations.push_back(page);
  record.passage.markup = {{0, 2}, {8, 10}};
  expect_same(decode_passage(encode(record)).passage, record.passage);
  record.passage.citations.pop_back();
  record.passage.markup.clear();
  EXPECT_EQ(encode(record), without);
  record.passage.markup = {{8, 10}, {0, 2}};
  EXPECT_THROW(decode_passage(encode(record)), Error);
}

TEST(ReportRecord, KeepsWhatFewReportsHave) {
  Report report = testing::sample_reports().front();
  const std::string without = encode(report, count_passages(report));
  report.author = "데이터팀";
  report.collection = "budget";
  report.tags = {"energy", "한국"};
  report.origins = {{"title", "first heading", {0, 12}}};
  report.furniture = {{"담당 부서", {80, 93}}};
  report.listed_sources.front().label = "^kea";
  report.listed_sources.back().accessed = "2024-09-05";
  const Report back = decode_report(encode(report, count_passages(report))).report;
  EXPECT_EQ(back.author, report.author);
  EXPECT_EQ(back.collection, report.collection);
  EXPECT_EQ(back.tags, report.tags);
  ASSERT_EQ(back.origins.size(), 1u);
  EXPECT_EQ(back.origins.front().rule, "first heading");
  EXPECT_EQ(back.origins.front().bytes, (ByteRange{0, 12}));
  ASSERT_EQ(back.furniture.size(), 1u);
  EXPECT_EQ(back.furniture.front().text, "담당 부서");
  EXPECT_EQ(back.listed_sources.front().label, "^kea");
  EXPECT_EQ(back.listed_sources.back().accessed, "2024-09-05");
  EXPECT_EQ(back.encoding, Encoding::kUtf8);
  EXPECT_LT(without.size(), encode(report, count_passages(report)).size());
}

TEST(ReportRecord, NamesTheEncodingOfItsFile) {
  Report report = testing::sample_reports().front();
  const std::string plain = encode(report, count_passages(report));
  EXPECT_EQ(decode_report(plain).report.encoding, Encoding::kUtf8);
  for (const Encoding encoding :
       {Encoding::kUtf16Le, Encoding::kUtf16Be, Encoding::kCp949, Encoding::kWindows1252}) {
    report.encoding = encoding;
    EXPECT_EQ(decode_report(encode(report, count_passages(report))).report.encoding, encoding);
  }
  EXPECT_THROW(decode_report(plain + '\0'), Error);  // UTF-8 is not written
  EXPECT_THROW(decode_report(plain + '\x05'), Error);
}

TEST(ReportRecord, ComesBackWithoutItsPassages) {
  for (const Report& report : testing::sample_reports()) {
    const ReportRecord back = decode_report(encode(report, count_passages(report)));
    std::size_t citations = 0;
    for (const Passage& passage : report.passages) citations += passage.citations.size();
    EXPECT_EQ(back.passage_count, report.passages.size());
    EXPECT_EQ(back.citation_count, citations);
    EXPECT_TRUE(back.report.passages.empty());
    EXPECT_EQ(back.report.id, report.id);
    EXPECT_EQ(back.report.title, report.title);
    EXPECT_EQ(back.report.publisher, report.publisher);
    EXPECT_EQ(back.report.date, report.date);
    EXPECT_EQ(back.report.url, report.url);
    EXPECT_EQ(back.report.language, report.language);
    EXPECT_EQ(back.report.path, report.path);
    EXPECT_EQ(back.report.sha256, report.sha256);
    EXPECT_EQ(back.report.size, report.size);
    EXPECT_EQ(back.report.contents.size(), report.contents.size());
    EXPECT_EQ(back.report.listed_sources.size(), report.listed_sources.size());
    ASSERT_EQ(back.report.sections.size(), report.sections.size());
    for (std::size_t i = 0; i < report.sections.size(); ++i) {
      expect_same(back.report.sections[i], report.sections[i]);
      EXPECT_EQ(back.report.sections[i].parent, report.sections[i].parent);
      EXPECT_EQ(back.report.sections[i].bytes, report.sections[i].bytes);
    }
  }
}

TEST(FileRecord, ComesBackAsItWas) {
  const FileRecord record{{"/srv/보고서/a b.txt", 123456789012, -5}, std::string(64, 'f')};
  const FileRecord back = decode_file(encode(record));
  EXPECT_EQ(back.stamp, record.stamp);
  EXPECT_EQ(back.sha256, record.sha256);
}

// Fails unless `decode` returns or throws Error.
template <class Decode>
void expect_error_or_value(const std::string& bytes, Decode&& decode) {
  try {
    decode(bytes);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kIndex);
  }
}

// Everything that a decoded passage's ranges are used for must be safe.
void use(const PassageRecord& record) {
  const std::string_view text = record.passage.text;
  for (const ByteRange range : record.passage.sentences) ASSERT_LE(range.end, text.size());
  for (const Citation& citation : record.passage.citations)
    ASSERT_LE(citation.text.end, text.size());
}

TEST(PassageRecord, ThrowsOnEveryTruncation) {
  const std::string bytes = encode(korean_record());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(decode_passage(bytes.substr(0, size)), Error) << size << " of " << bytes.size();
  }
  EXPECT_THROW(decode_passage(bytes + "x"), Error);
}

// Found by fuzzing: readers look up a citation's sentence.
TEST(PassageRecord, RefusesACitationOfAMissingSentence) {
  for (const std::uint32_t sentence : {0U, 3U, 400U}) {
    PassageRecord record = korean_record();
    record.passage.citations.front().sentence = sentence;
    EXPECT_THROW(decode_passage(encode(record)), Error) << sentence;
  }
}

// Found by fuzzing: a range of the text mapped to a range of the file that ended before it began.
TEST(PassageRecord, RefusesSpansAndSentencesOutOfOrder) {
  PassageRecord text = korean_record(), file = korean_record(), sentences = korean_record();
  text.passage.spans[1].text_begin = 9;
  file.passage.spans[0].file_begin += 100;
  std::swap(sentences.passage.sentences[0], sentences.passage.sentences[1]);
  for (const PassageRecord& record : {text, file, sentences}) {
    EXPECT_THROW(decode_passage(encode(record)), Error);
  }
}

// Every truncation is refused, and so is every byte of a record changed in four ways, except for
// the few bits of a frame that say nothing. Fields that are damaged under a correct checksum, as a
// program that is not ibid may write them, do no harm.
template <class Decode>
void check_damage(const std::string& bytes, Decode&& decode) {
  std::string room, other_room;
  const std::string fields(open_record(bytes, room));
  ASSERT_EQ(seal_record(fields), bytes);
  decode(bytes);
  std::size_t harmless = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    EXPECT_THROW(decode(bytes.substr(0, at)), Error) << at;
    for (const int flip : {0x01, 0x40, 0x80, 0xFF}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      try {
        EXPECT_EQ(open_record(damaged, other_room), fields) << at << " ^ " << flip;
        ++harmless;
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::kIndex);
      }
    }
  }
  EXPECT_LT(harmless, 8U);
  for (std::size_t at = 0; at < fields.size(); ++at) {
    for (const int flip : {0x01, 0x40, 0x80, 0xFF}) {
      std::string damaged = fields;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      expect_error_or_value(seal_record(damaged), decode);
    }
  }
}

TEST(PassageRecord, IsNotReadWhenDamaged) {
  const std::string bytes = encode(korean_record());
  check_damage(bytes, [](const std::string& b) { use(decode_passage(b)); });
  check_damage(bytes, [](const std::string& b) { decode_passage_id(b); });
}

TEST(ReportRecord, IsNotReadWhenDamaged) {
  check_damage(encode(testing::sample_reports().front(), {3, 2}),
               [](const std::string& b) { decode_report(b); });
}

TEST(FileRecord, IsNotReadWhenDamaged) {
  check_damage(encode(FileRecord{{"/a/b.txt", 300, 1'700'000'000'000'000'000}, "00ff"}),
               [](const std::string& b) { decode_file(b); });
}

}  // namespace
}  // namespace ibid
