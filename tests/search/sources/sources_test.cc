// SPDX-License-Identifier: GPL-2.0-or-later
//
// The list of sources and the card of one, against counts made in the files by other means: a
// regular expression over their bytes, grep, or by hand in texts written here.
#include "search/sources/sources.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <regex>
#include <set>

#include "corpus/files/reader.h"
#include "search/sources/source_reader.h"
#include "search/sources/source_titles.h"
#include "tests/support/sample_index.h"
#include "tests/support/sample_reports.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::report_with;
using testing::SampleIndex;
using ::testing::SizeIs;
using testing::TestIndex;

SourceOptions by(SourceSort sort) {
  SourceOptions options;
  options.sort = sort;
  return options;
}

const SourceSummary* find(const SourceList& list, std::string_view source) {
  const auto it = std::find_if(list.sources.begin(), list.sources.end(),
                               [&](const SourceSummary& s) { return s.source == source; });
  return it == list.sources.end() ? nullptr : &*it;
}

std::vector<std::string> names(const SourceList& list) {
  std::vector<std::string> out;
  for (const SourceSummary& source : list.sources) out.push_back(source.source);
  return out;
}

std::set<std::string> ids_in(const std::string& bytes) {
  static const std::regex kId("go-[a-z]+-[a-z]+-[a-z]{3}-N?[0-9]+-[0-9]+-[0-9]+");
  return {std::sregex_token_iterator(bytes.begin(), bytes.end(), kId),
          std::sregex_token_iterator()};
}

TEST(Sources, OfTheSamplesAreThoseInTheirBytes) {
  std::map<std::string, std::uint64_t> citing, listing;  // id -> files
  for (const std::string& path : testing::sample_paths()) {
    const std::string bytes = read_file(path);
    std::size_t list = 0;
    for (const char* title : {"Source Documents", "출처 문서"}) {
      const std::size_t at = bytes.rfind(title);
      if (at != std::string::npos) list = std::max(list, at);
    }
    ASSERT_GT(list, 0U) << path;
    for (const std::string& id : ids_in(bytes.substr(0, list))) ++citing[id];
    for (const std::string& id : ids_in(bytes.substr(list))) ++listing[id];
  }
  SampleIndex samples;
  const SourceList list = SourceReader(samples.open()).list("", by(SourceSort::kId));
  std::set<std::string> ids;
  for (const SourceSummary& source : list.sources) {
    if (source.form != Citation::Form::kId) continue;
    ids.insert(source.source);
    EXPECT_EQ(source.reports, citing[source.source]) << source.source;
    EXPECT_EQ(source.listings, listing[source.source]) << source.source;
  }
  std::set<std::string> expected;
  for (const auto& [id, files] : citing) expected.insert(id);
  for (const auto& [id, files] : listing) expected.insert(id);
  EXPECT_EQ(ids, expected);
  EXPECT_THAT(ids, SizeIs(28));  // grep -ohE <pattern> * | sort -u | wc -l
}

TEST(Sources, CountPassagesAsGrepDoes) {
  struct Row {
    std::string source;
    std::uint64_t passages, reports;  // lines above the source list: grep -c ID, file by file
    std::string language, kind, first_date, last_date;
  };
  const std::vector<Row> table = {
      {"go-public-web-eng-6408871925530174629-0-0", 5, 3, "eng", "web", "2024-06-21", "2024-08-12"},
      {"go-public-news-kor-N4485910263377108952-0-0", 5, 2, "kor", "news", "2024-08-12",
       "2024-09-05"},
      {"go-public-pdf-eng-3349018827561204478-0-1", 7, 2, "eng", "pdf", "2024-06-21", "2024-06-22"},
      {"go-public-pdf-eng-5590213874466018327-2-0", 8, 3, "eng", "pdf", "2024-06-21", "2024-07-16"},
      // Without its last part in the treaty report, on purpose.
      {"go-public-web-eng-5301187746209934418-0", 1, 1, "", "", "2024-06-21", "2024-06-21"},
  };
  SampleIndex samples;
  const SourceList list = SourceReader(samples.open()).list("", by(SourceSort::kCount));
  for (const Row& row : table) {
    const SourceSummary* source = find(list, row.source);
    ASSERT_TRUE(source != nullptr) << row.source;
    EXPECT_EQ(source->passages, row.passages) << row.source;
    EXPECT_EQ(source->reports, row.reports) << row.source;
    EXPECT_EQ(source->language, row.language) << row.source;
    EXPECT_EQ(source->kind, row.kind) << row.source;
    EXPECT_EQ(source->first_date, row.first_date) << row.source;
    EXPECT_EQ(source->last_date, row.last_date) << row.source;
    const auto card = SourceReader(samples.open()).card(row.source);
    ASSERT_TRUE(card) << row.source;
    EXPECT_THAT(card->passages, SizeIs(row.passages));
    EXPECT_THAT(card->shares, SizeIs(row.reports));
  }
  EXPECT_EQ(list.sources.front().source, "go-public-pdf-eng-5590213874466018327-2-0");
  EXPECT_EQ(find(list, table.back().source)->form, Citation::Form::kMalformed);
}

TEST(Sources, OfTheSamplesHaveOneIdUnderTwoTitles) {
  // The list of the trade report, and the list of the Korean chip report, which gives a new title.
  SampleIndex samples;
  std::vector<std::string> found;
  for (const SourceSummary& source :
       SourceReader(samples.open()).list("", by(SourceSort::kId)).sources) {
    if (has_two_titles(source)) found.push_back(source.source);
  }
  ASSERT_THAT(found, ElementsAre("go-public-web-eng-6408871925530174629-0-0"));
  const auto card = SourceReader(samples.open()).card(found[0]);
  EXPECT_THAT(card->summary.titles,
              ElementsAre(SourceTitle{"China–Russia trade in 2023: the customs figures", 1},
                          SourceTitle{"How China and Russia traded in 2023", 1}));
}

TEST(SourceTitles, AreOneIfOnlyTheSpellingDiffers) {
  SourceTitles titles;
  for (const char* title : {"China–Russia trade", "China-Russia Trade ", "중러 교역액 2,401억 달러",
                            "중러 교역액, 2,401억 달러", "중러 교역액, 2,401억 달러", ""}) {
    titles.add(title);
  }
  EXPECT_THAT(titles.titles(), ElementsAre(SourceTitle{"중러 교역액, 2,401억 달러", 3},
                                           SourceTitle{"China-Russia Trade ", 2}));
  EXPECT_NE(title_key("2,401억 달러"), title_key("2,410억 달러"));
  EXPECT_NE(title_key("—"), title_key("…"));
}

TEST(SourceTitles, AreOneIfThePublisherIsPartOfOne) {
  SourceTitles titles;
  titles.add("Trade figures", "Eastern Ledger");
  titles.add("Trade figures, Eastern Ledger");
  titles.add("교역액 | 한결경제");
  titles.add("교역액", "한결경제");
  titles.add("Ledger", "Ledger");  // nothing would be left
  EXPECT_THAT(titles.titles(), ElementsAre(SourceTitle{"Trade figures", 2},
                                           SourceTitle{"교역액", 2}, SourceTitle{"Ledger", 1}));
}

constexpr char kA[] = "go-public-web-eng-11111-0-0";
constexpr char kAOther[] = "go-public-web-eng-11111-2-0";
constexpr char kB[] = "go-public-news-kor-N22222-0-0";
constexpr char kUncited[] = "go-public-pdf-eng-33333-0-0";

std::string cite(const std::string& sources) { return " (source: " + sources + ")."; }

// Two reports in English and Korean, counted by hand below.
class SmallIndex {
 public:
  SmallIndex() {
    const std::string a = kA, b = kB, other = kAOther;
    test_.write("english-2024-06-27.txt",
                report_with("Two Pacts",
                            {
                                "The pact has ten clauses" + cite(a) + " It has a term" + cite(b),
                                "Ships refuel" + cite(a) + " Refuelling is free" + cite(a),
                                "Nobody said so.",
                                "Trade grew" + cite("Harbour Weekly") + " It shrank" +
                                    cite("https://example.org/x"),
                                "The id is cut (source: go-public-web-eng-11111-0).",
                            }) +
                    "7. Source Documents\n\n  • Ten clauses - Ledger (" + a +
                    ")\n\n  • Ten years - Ledger (" + a + ")\n\n  • Uncited (" + kUncited +
                    ")\n\n  • [A page](https://example.org/x)\n\n"
                    "  • Harbour Weekly\n\n  • An almanac\n");
    std::string korean =
        report_with(
            "두 협정",
            {
                "협정은 열 조항이다 (출처: " + a + ", " + b + "). 기한이 있다 (출처: " + a + ").",
                "교역이 늘었다 (출처: " + b + "; " + other + "). Exports grew too.",
            }) +
        "4. 출처 문서\n\n  • 열 조항(" + a + ")\n\n  • " + b + "：두 번째\n";
    const std::string date = "June 27, 2024";
    korean.replace(korean.find(date), date.size(), "2024년 6월 30일");
    test_.write("korean-2024-06-30.txt", korean);
    test_.update_all();
    index_ = std::make_unique<OpenIndex>(test_.index());
    reader_ = std::make_unique<SourceReader>(*index_);
  }
  SourceReader& reader() { return *reader_; }
  const TestIndex& test() const { return test_; }

 private:
  TestIndex test_;
  std::unique_ptr<OpenIndex> index_;
  std::unique_ptr<SourceReader> reader_;
};

TEST(Sources, AreDistinguishedByForm) {
  SmallIndex index;
  const SourceList list = index.reader().list("", by(SourceSort::kId));
  EXPECT_THAT(names(list), ElementsAre("Harbour Weekly", kB, kUncited, "go-public-web-eng-11111-0",
                                       kA, kAOther, "https://example.org/x"));
  EXPECT_EQ(list.matches, 7U + 8U);  // bullets of the bodies, entries of the lists
  EXPECT_EQ(list.citing, 6U);
  EXPECT_EQ(find(list, "Harbour Weekly")->form, Citation::Form::kOther);
  EXPECT_EQ(find(list, "Harbour Weekly")->listings, 1U);
  EXPECT_EQ(find(list, "https://example.org/x")->titles.front().title, "A page");
  EXPECT_EQ(find(list, "go-public-web-eng-11111-0")->form, Citation::Form::kMalformed);
  const SourceSummary* uncited = find(list, kUncited);
  EXPECT_EQ(uncited->passages, 0U);
  EXPECT_EQ(uncited->first_date, "");
  // "Ten clauses", "Ten years" in one list, "열 조항" in another.
  EXPECT_THAT(find(list, kA)->titles, SizeIs(3));
  EXPECT_EQ(find(list, kA)->publisher, "Ledger");
  EXPECT_EQ(find(list, kAOther)->listings, 0U);
}

TEST(Sources, ComeInTheOrderAskedFor) {
  SmallIndex index;
  // Three passages each, then one each, then none.
  EXPECT_THAT(names(index.reader().list("", by(SourceSort::kCount))),
              ElementsAre(kB, kA, "Harbour Weekly", "go-public-web-eng-11111-0", kAOther,
                          "https://example.org/x", kUncited));
  EXPECT_THAT(names(index.reader().list("", by(SourceSort::kDate))),
              ElementsAre(kB, kA, kAOther, "Harbour Weekly", "go-public-web-eng-11111-0",
                          "https://example.org/x", kUncited));
}

TEST(Sources, OfAQueryAreThoseItsPassagesCite) {
  SmallIndex index;
  const auto of = [&](const char* query) {
    std::vector<std::pair<std::string, std::uint64_t>> out;
    const SourceList list = index.reader().list(query, by(SourceSort::kId));
    for (const SourceSummary& s : list.sources) out.emplace_back(s.source, s.passages);
    return out;
  };
  using Pair = std::pair<std::string, std::uint64_t>;
  EXPECT_THAT(of("pact"), ElementsAre(Pair(kB, 1), Pair(kA, 1)));
  EXPECT_THAT(of("lang:ko 협정"), ElementsAre(Pair(kB, 1), Pair(kA, 1)));
  EXPECT_THAT(of("exports 교역"), ElementsAre(Pair(kB, 1), Pair(kAOther, 1)));
  EXPECT_THAT(of("refuelling"), ElementsAre(Pair(kA, 1)));
  EXPECT_THAT(of("nobody"), IsEmpty());
  EXPECT_THAT(of("xylophone"), IsEmpty());
  // An entry of a source list matches and cites nothing.
  const SourceList list = index.reader().list("almanac", by(SourceSort::kId));
  EXPECT_EQ(list.matches, 1U);
  EXPECT_EQ(list.citing, 0U);
  // Titles come from lists that do not match.
  EXPECT_EQ(index.reader().list("pact", by(SourceSort::kId)).sources[0].titles[0].title, "두 번째");
}

TEST(SourceCard, SaysWhatRestsOnASource) {
  SmallIndex index;
  const auto card = index.reader().card(kA);
  ASSERT_TRUE(card);
  EXPECT_EQ(card->parts->key, "11111");
  EXPECT_THAT(card->siblings, ElementsAre(kAOther));
  EXPECT_THAT(card->listings, SizeIs(3));
  ASSERT_THAT(card->passages, SizeIs(3));
  const auto rests = [&](std::size_t passage) {
    std::vector<std::pair<std::uint32_t, bool>> out;
    for (const auto& s : card->passages[passage].sentences) out.emplace_back(s.number, s.rests);
    return out;
  };
  using Sentence = std::pair<std::uint32_t, bool>;
  EXPECT_FALSE(card->passages[0].rests);
  EXPECT_THAT(rests(0), ElementsAre(Sentence(1, true)));
  EXPECT_TRUE(card->passages[1].rests);
  EXPECT_THAT(rests(1), ElementsAre(Sentence(1, true), Sentence(2, true)));
  EXPECT_FALSE(card->passages[2].rests);
  EXPECT_THAT(rests(2), ElementsAre(Sentence(1, false), Sentence(2, true)));

  ASSERT_THAT(card->shares, SizeIs(2));
  const ReportShare& english = card->shares[0];
  EXPECT_EQ(english.report.id, "english-2024-06-27");
  EXPECT_EQ(english.passages, 5U);
  EXPECT_EQ(english.cited_passages, 4U);
  EXPECT_EQ(english.citing_passages, 2U);
  EXPECT_EQ(english.resting_passages, 1U);
  EXPECT_EQ(english.citing_sentences, 3U);
  EXPECT_EQ(english.resting_sentences, 3U);
  const ReportShare& korean = card->shares[1];
  EXPECT_EQ(korean.passages, 2U);
  EXPECT_EQ(korean.cited_passages, 2U);
  EXPECT_EQ(korean.resting_passages, 0U);
  EXPECT_EQ(korean.resting_sentences, 1U);
}

TEST(SourceCard, LeadsToTheBytesOfEachSentence) {
  SmallIndex index;
  for (const SourceSummary& source : index.reader().list("", by(SourceSort::kId)).sources) {
    const auto card = index.reader().card(source.source);
    ASSERT_TRUE(card) << source.source;
    for (const CitingPassage& citing : card->passages) {
      const std::string bytes = read_file(citing.passage.report.path);
      ASSERT_THAT(citing.sentences, ::testing::Not(IsEmpty()));
      for (const CitingSentence& s : citing.sentences) {
        const std::string sentence = bytes.substr(s.bytes.begin, s.bytes.size());
        EXPECT_EQ(sentence, citing.passage.text.substr(s.text.begin, s.text.size()));
        EXPECT_NE(sentence.find(source.source), std::string::npos) << sentence;
      }
    }
  }
}

TEST(SourceCard, ReportsWhatIsCitedBeside) {
  SmallIndex index;
  const auto card = index.reader().card(kB);
  ASSERT_TRUE(card);
  ASSERT_THAT(card->beside, SizeIs(2));
  EXPECT_EQ(card->beside[0].source,
            kA);  // in "The pact …" and "협정은 …", in the latter in one sentence
  EXPECT_EQ(card->beside[0].passages, 2U);
  EXPECT_EQ(card->beside[0].sentences, 1U);
  EXPECT_EQ(card->beside[0].title, "Ten clauses");
  EXPECT_EQ(card->beside[1].source, kAOther);
  EXPECT_EQ(card->beside[1].sentences, 1U);
  EXPECT_EQ(card->beside[1].title, "");
}

// Facets count passage by passage.
TEST(Sources, OfAQueryAreItsSourceFacet) {
  SampleIndex samples;
  for (const char* query : {"S-400", "러시아", "trade 반도체", "lang:ko", "date:2024-07..",
                            "\"no limits\"", "kind:source", "cites:any -putin"}) {
    SearchOptions options;
    options.facets = {Facet::kSource};
    std::map<std::string, std::uint64_t> facet, listed;
    const SearchResult result = samples.search(query, options);
    for (const FacetCount& row : result.facets[0].second) facet[row.value] = row.count;
    const SourceList list = SourceReader(samples.open()).list(query, by(SourceSort::kCount));
    for (const SourceSummary& source : list.sources) listed[source.source] = source.passages;
    EXPECT_EQ(listed, facet) << query;
    EXPECT_EQ(list.matches, result.matches) << query;
  }
}

// The card and the list are made in different ways.
TEST(SourceCard, AgreesWithTheList) {
  SmallIndex small;
  SampleIndex samples;
  SourceReader of_samples(samples.open());
  for (SourceReader* reader : {&small.reader(), &of_samples}) {
    for (const SourceSummary& listed : reader->list("", by(SourceSort::kId)).sources) {
      const auto card = reader->card(listed.source);
      ASSERT_TRUE(card) << listed.source;
      const SourceSummary& own = card->summary;
      EXPECT_EQ(own.form, listed.form) << listed.source;
      EXPECT_EQ(own.titles, listed.titles) << listed.source;
      EXPECT_EQ(own.publisher, listed.publisher) << listed.source;
      EXPECT_EQ(own.url, listed.url) << listed.source;
      EXPECT_EQ(own.passages, listed.passages) << listed.source;
      EXPECT_EQ(own.reports, listed.reports) << listed.source;
      EXPECT_EQ(own.listings, listed.listings) << listed.source;
      EXPECT_EQ(own.first_date, listed.first_date) << listed.source;
      EXPECT_EQ(own.last_date, listed.last_date) << listed.source;
    }
  }
}

TEST(Sources, LongerThanATermAreDistinguished) {
  const std::string words(300, 'x');
  TestIndex test;
  test.write("t.txt",
             report_with("T", {"One" + cite(words + " one"), "둘 (출처: " + words + " 둘).",
                               "Both" + cite(words + " one; " + words + " 둘")}));
  test.update_all();
  OpenIndex index(test.index());
  SourceReader reader(index);
  const SourceList list = reader.list("", by(SourceSort::kId));
  EXPECT_THAT(names(list), ElementsAre(words + " one", words + " 둘"));
  for (const SourceSummary& source : list.sources) {
    EXPECT_EQ(source.passages, 2U);
    const auto card = reader.card(source.source);
    ASSERT_TRUE(card);
    EXPECT_THAT(card->passages, SizeIs(2));
  }
  EXPECT_FALSE(reader.card(words + " three"));
}

TEST(Sources, FollowAnUpdate) {
  SmallIndex index;
  index.test().remove("english-2024-06-27.txt");
  index.test().update_all();
  OpenIndex reopened(index.test().index());
  SourceReader after(reopened);
  EXPECT_THAT(names(after.list("", by(SourceSort::kId))), ElementsAre(kB, kA, kAOther));
  EXPECT_FALSE(after.card("Harbour Weekly"));
}

TEST(SourceNear, NamesTheSourceThatMayBeMeant) {
  SmallIndex index;
  using Near = std::pair<std::string, std::string>;  // asked, found; "" for nothing
  const std::vector<Near> table = {
      {"go-public-web-eng-11111-0-1", kA},
      {"go-public-web-eng-11111-2-1", kAOther},
      {"go-public-news-kor-N22222-7-7", kB},
      {"go-public-web-kor-N22222-0-0", kB},       // another kind
      {"go-public-pdf-eng-33334-0-0", kUncited},  // a slip
      {"Harbor Weekly", "Harbour Weekly"},
      {"N22222", kB},
      {"go-public-web-eng-98765-0-0", ""},
      {"연합", ""},
  };
  for (const auto& [asked, found] : table) {
    EXPECT_FALSE(index.reader().card(asked));
    EXPECT_EQ(index.reader().nearest(asked).value_or(""), found) << asked;
  }
}

TEST(Sources, OfAnEmptyIndexAreNone) {
  TestIndex test;
  test.update_all();
  OpenIndex index(test.index());
  SourceReader reader(index);
  EXPECT_THAT(reader.list("", by(SourceSort::kCount)).sources, IsEmpty());
  EXPECT_FALSE(reader.card(kA));
  EXPECT_FALSE(reader.nearest(kA));
}

}  // namespace
}  // namespace ibid
