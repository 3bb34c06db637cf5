// SPDX-License-Identifier: GPL-2.0-or-later
//
// A report read in chunks is the report read whole, and no chunk is large.
#include "corpus/parser/report_chunks.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/files/reader.h"
#include "corpus/parser/passage_text.h"
#include "corpus/parser/report_parser.h"

namespace ibid {
namespace {

using ::testing::ElementsAreArray;

std::string shown(ByteRange range) { return fmt::format("{}-{}", range.begin, range.end); }

// All of a passage, and its sections by their content instead of their index.
std::string shown(const Passage& passage, const Report& report) {
  std::string out =
      fmt::format("{} {} {} {} {} {}", passage.id, to_string(passage.kind), passage.language,
                  passage.ordinal, passage.sequence, shown(passage.bytes));
  for (const std::int32_t s : section_path(report.sections, passage.section)) {
    const Section& section = report.sections[static_cast<std::size_t>(s)];
    out += fmt::format(" / {} {} {} {} {}", section.number, section.locator, section.title,
                       section.entity_type, shown(section.bytes));
  }
  for (const TextSpan& span : passage.spans) {
    out += fmt::format(" span {} {} {} {}", span.text_begin, span.file_begin, span.length,
                       span.file_length);
  }
  for (const ByteRange sentence : passage.sentences) out += " sentence " + shown(sentence);
  for (const Citation& citation : passage.citations) {
    out += fmt::format(" cites {} {} {} {} {}", citation.source, static_cast<int>(citation.form),
                       shown(citation.bytes), shown(citation.text), citation.sentence);
  }
  return out + " : " + passage.text;
}

std::vector<std::string> shown_passages(const Report& report) {
  std::vector<std::string> out;
  for (const Passage& passage : report.passages) out.push_back(shown(passage, report));
  return out;
}

// Everything except the passages.
std::vector<std::string> shown_rest(const Report& report) {
  std::vector<std::string> out = {report.id,   report.title, report.publisher,
                                  report.date, report.url,   report.language};
  for (const ContentsEntry& e : report.contents) out.push_back(e.number + e.title + shown(e.bytes));
  for (const Section& s : report.sections) {
    out.push_back(fmt::format("{} {} {} {}", s.number, s.locator, s.title, s.parent));
  }
  for (const ListedSource& s : report.listed_sources) {
    out.push_back(fmt::format("{} {} {} {} {}", s.id, s.title, s.publisher, s.url, s.sequence));
  }
  out.insert(out.end(), report.notes.begin(), report.notes.end());
  return out;
}

struct InChunks {
  Report report;  // without passages
  std::vector<std::string> passages;
  std::size_t chunks = 0;
  std::uint64_t largest = 0;  // bytes of the passages of a chunk
};

InChunks read_in_chunks(const DecodedText& decoded, std::uint64_t chunk_bytes) {
  InChunks out;
  PassageTotals totals;
  out.report = parse_in_chunks(decoded, "r", "stem", chunk_bytes, [&](Report chunk) {
    totals.append(finish_chunk(chunk));
    ++out.chunks;
    std::uint64_t bytes = 0;
    for (const Passage& passage : chunk.passages) bytes += passage.text.size();
    out.largest = std::max(out.largest, bytes);
    const auto passages = shown_passages(chunk);
    out.passages.insert(out.passages.end(), passages.begin(), passages.end());
  });
  EXPECT_EQ(totals.counts.passages, out.passages.size());
  conclude(out.report, std::move(totals));
  return out;
}

void check_chunks(const std::string& bytes) {
  const DecodedText decoded = decode(bytes);
  const Report whole = parse_report(decoded, "r", "stem");
  for (const std::uint64_t chunk_bytes : {1, 700, 20'000}) {
    const InChunks chunks = read_in_chunks(decoded, chunk_bytes);
    EXPECT_THAT(chunks.passages, ElementsAreArray(shown_passages(whole)));
    EXPECT_THAT(shown_rest(chunks.report), ElementsAreArray(shown_rest(whole)));
    EXPECT_GE(chunks.chunks, chunk_bytes == 1 ? whole.passages.size() : 1);
  }
}

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  return all;
}

TEST(ReportChunks, AreTogetherTheWholeOfEachSample) {
  std::size_t samples = 0;
  for (const auto& entry : std::filesystem::directory_iterator(IBID_SOURCE_DIR "/corpus/samples")) {
    if (entry.path().extension() != ".txt") continue;
    SCOPED_TRACE(entry.path());
    check_chunks(read_file(entry.path().string()));
    ++samples;
  }
  EXPECT_GT(samples, 3U);
}

TEST(ReportChunks, KnowTheSectionsAndSourcesThatTheirPassagesNeed) {
  const std::string ids = " (source: go-public-web-eng-12-0-0; go-public-web-eng-x)";
  const std::vector<std::string> table = {
      "",
      "Only a line.",
      "# 제목과 Title\n\nJune 27, 2024\n\n목차\n1. 요약\n2. Trade\n8. Missing\n\n1. 요약\n\n• "
      "협정." +
          ids + "\n\n2. Trade\n\n2-1. Deep\n\n• Text." + ids + "\n\n7. Other\n\n• 본문" + ids +
          "\n\n2-1. Again\n\n• Text." + ids + "\n\n2-2. 빈 절\n\n2-3. 또\n\n- A" + ids + "\n- 나" +
          ids + "\n- C" + ids,
      "# T\n\n## A\n\nText one.\n\n### B\n\n본문 둘.\n\n## C\n\n### D\n\nText three.\n",
      "1. Summary\n\n• Text.\n\nGlossary\n\n9-2. Xi Jinping [person]\n\n• President.\n\n"
      "Source Documents\n\n• Title - Ledger (go-public-web-eng-1-0-0)\n\nhttps://example.org/a\n\n"
      "• 제목 - 신문 (go-public-news-kor-2-0-0)\n• Other (go-public-web-eng-3-0-0)\n",
      "Title\n\n" + repeated("A wrapped line of English,\n그리고 한국어 한 줄이다.\n", 150'000) +
          "\n\n1. After\n\nText.",
      repeated("한국어 문장이 끝없이 이어진다. ", 150'000),
  };
  for (const std::string& text : table) {
    SCOPED_TRACE(text.substr(0, 60));
    check_chunks(text);
  }
}

TEST(ReportChunks, AreSmallWhateverTheReport) {
  constexpr std::size_t kBytes = 3'000'000;
  const std::vector<std::pair<std::string, std::string>> table = {
      {"one line a passage",
       repeated("- Russia sold 400 S-400 (출처: 연합뉴스). 협정이다.\n", kBytes)},
      {"one paragraph", repeated("Russia signed the pact.\n중국은 기다렸다.\n", kBytes)},
      {"one line", repeated("Russia signed the pact. 중국은 기다렸다. ", kBytes)},
      {"sections", repeated("## Title\n\nText.\n\n## 제목\n\n본문.\n\n", kBytes)},
  };
  for (const auto& [name, text] : table) {
    const InChunks chunks = read_in_chunks(decode(text), kChunkBytes);
    EXPECT_LT(chunks.largest, kChunkBytes + kMaxPassageBytes) << name;
    EXPECT_GE(chunks.chunks, kBytes / 2 / kChunkBytes) << name;
  }
}

}  // namespace
}  // namespace ibid
