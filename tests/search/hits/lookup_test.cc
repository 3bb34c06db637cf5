// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a searcher returns besides hits: passages, their context, outlines, the index itself, and
// whether a file is still what was indexed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "indexer/schema.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::report_with;
using testing::SampleIndex;
using testing::search_in;
using ::testing::SizeIs;
using testing::TestIndex;

TEST(SearcherLookup, GivesEveryPassageBackWithItsProvenance) {
  SampleIndex samples;
  for (const Report& report : samples.reports()) {
    for (const Passage& wanted : report.passages) {
      const auto ref = parse_passage_ref(permalink(wanted.id, wanted.text));
      ASSERT_TRUE(ref) << wanted.id;
      const auto found = samples.searcher().passage(*ref);
      ASSERT_TRUE(found) << wanted.id;
      EXPECT_EQ(found->id, wanted.id);
      EXPECT_EQ(found->text, wanted.text);
      EXPECT_EQ(found->permalink, permalink(wanted.id, wanted.text));
      EXPECT_EQ(found->kind, wanted.kind);
      EXPECT_EQ(found->language, wanted.language);
      EXPECT_EQ(found->bytes, wanted.bytes);
      EXPECT_EQ(found->spans, wanted.spans);
      EXPECT_EQ(found->sentences, wanted.sentences);
      EXPECT_EQ(found->citations.size(), wanted.citations.size());
      EXPECT_EQ(found->report.title, report.title);
      EXPECT_EQ(found->report.date, report.date);
      EXPECT_EQ(found->report.sha256, report.sha256);
      EXPECT_EQ(found->section.size(), section_path(report.sections, wanted.section).size());
    }
  }
}

TEST(SearcherLookup, GivesNothingForUnknownPassages) {
  SampleIndex samples;
  for (const char* id : {"climate-and-grid-2024-09-20#99.1", "climate-and-grid-2024-09-20#1.99",
                         "없는-보고서#1.1"}) {
    EXPECT_FALSE(samples.searcher().passage(*parse_passage_ref(id))) << id;
  }
  EXPECT_FALSE(samples.searcher().outline("없는-보고서"));
  EXPECT_FALSE(samples.searcher().outline(""));
}

TEST(SearcherLookup, GivesTheContextInFileOrder) {
  SampleIndex samples;
  const Report& report = samples.reports().front();
  const std::size_t count = report.passages.size();
  for (const Passage& passage : report.passages) {
    const auto here = samples.searcher().passage(*parse_passage_ref(passage.id));
    ASSERT_TRUE(here);
    for (const std::uint32_t around : {0U, 1U, 3U, 1000U, UINT32_MAX}) {
      const std::size_t first = passage.sequence > around ? passage.sequence - around : 0;
      const std::size_t last =
          std::min<std::size_t>(std::uint64_t{passage.sequence} + around, count - 1);
      std::vector<std::string> expected, ids;
      for (std::size_t i = first; i <= last; ++i) expected.push_back(report.passages[i].id);
      for (const StoredPassage& p : samples.searcher().context(*here, around)) ids.push_back(p.id);
      ASSERT_EQ(ids, expected) << passage.id << " around " << around;
    }
  }
}

TEST(SearcherLookup, OutlinesAReportInFileOrder) {
  SampleIndex samples;
  for (const Report& report : samples.reports()) {
    const auto outline = samples.searcher().outline(report.id);
    ASSERT_TRUE(outline) << report.id;
    EXPECT_EQ(outline->report.title, report.title);
    EXPECT_FALSE(outline->stale);
    EXPECT_EQ(outline->entries.size(), report.sections.size() + report.passages.size());
    std::uint64_t begin = 0;
    std::vector<std::string> headings, passages;
    for (const OutlineEntry& entry : outline->entries) {
      ASSERT_NE(entry.section.has_value(), entry.passage.has_value());
      const ByteRange bytes = entry.section ? entry.section->bytes : entry.passage->bytes;
      EXPECT_GE(bytes.begin, begin) << report.id;
      begin = bytes.begin;
      if (entry.section)
        headings.push_back(entry.section->locator);
      else
        passages.push_back(entry.passage->id);
      EXPECT_TRUE(!entry.passage || entry.depth == entry.passage->section.size()) << report.id;
    }
    std::vector<std::string> expected_headings, expected_passages;
    for (const Section& section : report.sections) expected_headings.push_back(section.locator);
    for (const Passage& passage : report.passages) expected_passages.push_back(passage.id);
    EXPECT_EQ(headings, expected_headings);
    EXPECT_EQ(passages, expected_passages);
  }
}

TEST(SearcherLookup, ReportsWhatIsInTheIndex) {
  SampleIndex samples;
  const IndexInfo info = samples.open().info();
  std::uint64_t passages = 0, citations = 0;
  std::map<std::string, std::uint64_t> languages, kinds;
  for (const Report& report : samples.reports()) {
    for (const Passage& passage : report.passages) {
      ++passages;
      citations += passage.citations.size();
      ++languages[passage.language];
      ++kinds[to_string(passage.kind)];
    }
  }
  EXPECT_EQ(info.reports, samples.reports().size());
  EXPECT_EQ(info.passages, passages);
  EXPECT_EQ(info.citations, citations);
  EXPECT_EQ(info.passages_by_language, languages);
  EXPECT_EQ(info.passages_by_kind, kinds);
  EXPECT_EQ(info.first_date, "2024-06-21");
  EXPECT_EQ(info.last_date, "2024-09-20");
  EXPECT_EQ(info.analyzer, schema::kAnalyzer);
  EXPECT_GT(info.generation, 0U);
  EXPECT_GT(info.disk_bytes, 0U);
  const SearchResult result = samples.search("treaty");
  EXPECT_EQ(result.index.passages, passages);
  EXPECT_EQ(result.index.reports, info.reports);
  EXPECT_EQ(result.index.generation, info.generation);
}

TEST(SearcherLookup, MarksWhatIsNoLongerOnDisk) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"The pact of one."}));
  test.write("b.txt", report_with("B", {"국방 협정 pact."}));
  test.update_all();
  const auto stale = [&] {
    std::vector<std::string> ids;
    for (const Hit& hit : search_in(test.index(), "+pact", SampleIndex::everything()).hits) {
      if (hit.stale) ids.push_back(hit.passage.report.id);
    }
    return ids;
  };
  EXPECT_THAT(stale(), IsEmpty());
  testing::touch_file(test.report_path("a.txt"));  // a new time, the same bytes
  EXPECT_THAT(stale(), IsEmpty());
  test.change("a.txt", report_with("A", {"The pact of two."}));  // same size
  EXPECT_THAT(stale(), ElementsAre("a"));
  {
    OpenIndex index(test.index());
    Searcher changed(index);
    EXPECT_TRUE(changed.is_stale(changed.search("two one", {}).hits.at(0).passage.report));
    EXPECT_TRUE(changed.outline("a")->stale);
    EXPECT_FALSE(changed.outline("b")->stale);
  }
  test.remove("b.txt");
  EXPECT_EQ(stale().size(), 2U);
  test.update_all();
  EXPECT_THAT(stale(), IsEmpty());
}

TEST(SearcherLookup, MarksWhatChangesWhileItIsOpen) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"The pact of one."}));
  test.update_all();
  OpenIndex index(test.index());
  Searcher searcher(index);
  ASSERT_FALSE(searcher.search("+pact", {}).hits.at(0).stale);
  test.change("a.txt", report_with("A", {"The pact of two."}));
  EXPECT_TRUE(searcher.search("+pact", {}).hits.at(0).stale);
}

std::string refusal(const std::string& index) {
  try {
    OpenIndex opened(index);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kIndex);
    return error.what();
  }
  ADD_FAILURE() << "opened";
  return "";
}

TEST(SearcherOpening, NamesTheRemedy) {
  const TestIndex test;
  EXPECT_THAT(refusal(test.index()), HasSubstr("ibid index"));
  test.write("a.txt", report_with("A", {"A pact."}));
  test.update_all();
  const std::string manifest = testing::read_bytes(test.in_index(schema::kManifestFile));
  std::string other = manifest;
  other.replace(other.find(schema::kAnalyzer), 4, "else");
  testing::write_file(test.in_index(schema::kManifestFile), other);
  EXPECT_THAT(refusal(test.index()), HasSubstr("--rebuild"));
  testing::write_file(test.in_index(schema::kManifestFile), "{");
  EXPECT_THAT(refusal(test.index()), HasSubstr("--rebuild"));
  testing::write_file(test.in_index(schema::kManifestFile), manifest);
  std::filesystem::remove_all(test.in_index("passages.1"));
  EXPECT_THAT(refusal(test.index()), HasSubstr("--rebuild"));
}

TEST(SearcherOpening, AnswersFromAnEmptyIndex) {
  const TestIndex test;
  test.update_all();
  OpenIndex index(test.index());
  Searcher searcher(index);
  for (const char* query :
       {"pact", "+협정 -x", "-x", "\"a b\"", "a NEAR/3 b", "x*", "date:2024", "", "cites:none"}) {
    const SearchResult result = searcher.search(query, {});
    EXPECT_THAT(result.hits, IsEmpty()) << query;
    EXPECT_EQ(result.matches, 0U) << query;
  }
}

}  // namespace
}  // namespace ibid
