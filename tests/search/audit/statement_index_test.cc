// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/figures/statement_index.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <array>
#include <ctime>
#include <map>
#include <random>
#include <set>

#include "search/audit/auditor.h"
#include "search/open/open_index.h"
#include "tests/support/audit_cases.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

// Sentences that often differ in a word or in the figure only, each in a passage of its own or in
// the last one's.
class SomeTexts {
 public:
  explicit SomeTexts(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const bool joins = i > 0 && one_in(5);
      if (!joins) passages_.emplace_back().id = "port#1." + std::to_string(i);
      add_sentence(passages_.back());
    }
    StemAnalyzer analyzer;
    std::vector<AuditSentence> sentences;
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      add_sentences(i, passages_[i], {}, analyzer, sentences);
    }
    statements_.read(passages_, sentences, numbers_, names_);
  }

  const FigureStatements& statements() const { return statements_; }
  WordNumbers& numbers() { return numbers_; }

 private:
  bool one_in(unsigned n) { return random_() % n == 0; }

  void add_sentence(StoredPassage& passage) {
    static constexpr std::array kWords = {"harbour", "terminal", "cargo", "부두",
                                          "물동량",  "cranes",   "하역",  "ferry"};
    std::string text;
    for (const char* word : kWords) {
      if (!one_in(3)) text += std::string(word) + " ";
    }
    const std::string figure = std::to_string(10 + 5 * (random_() % 60));
    text += one_in(2) ? "$" + figure + " million " : figure + " percent ";
    if (one_in(4)) text += "rose ";
    if (one_in(4)) text += one_in(2) ? "in 2021 " : "in 2022 ";
    if (one_in(5)) text += one_in(2) ? "at Wando " : "at Jindo ";
    if (one_in(9)) text += "in the first quarter ";
    text.back() = '.';
    if (!passage.text.empty()) passage.text += ' ';
    const std::uint64_t begin = passage.text.size();
    passage.text += text;
    passage.sentences.push_back({begin, passage.text.size()});
  }

  std::mt19937 random_{3};
  std::vector<StoredPassage> passages_;
  const Xapian::Database none_;
  StemWeights weights_{none_};
  WordNumbers numbers_{weights_};
  const IndexView no_index_;
  BilingualNames names_{no_index_};
  FigureStatements statements_;
};

bool may_meet(const FigureStatementRef& statement, const FigureStatementRef& other,
              WordNumbers& numbers) {
  const WordSet nearby = other.words(other.statement().nearby);
  const auto rarest = rarest_words(statement, numbers);
  return are_near(statement, other) &&
         std::any_of(rarest.begin(), rarest.end(), [&](std::uint32_t word) {
           return std::binary_search(nearby.begin(), nearby.end(), word);
         });
}

TEST(StatementIndex, MissesNoneThatIsNear) {
  SomeTexts some(450);
  const FigureStatements& all = some.statements();
  StatementIndex index(all);
  std::size_t near = 0, same = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const FigureStatementRef statement{&all, i};
    std::vector<std::size_t> expected, found;
    for (std::size_t j = i; j-- > 0;) {
      if (may_meet(statement, {&all, j}, some.numbers())) expected.push_back(j);
    }
    index.near(statement, some.numbers(), [&](const FigureStatementRef& other) {
      found.push_back(other.index);
      same += same_thing(statement, other, some.numbers()).empty() ? 0 : 1;
      return Next::kGoOn;
    });
    ASSERT_EQ(found, expected) << i;
    near += found.size();
    index.add_next();
  }
  EXPECT_GT(all.size(), 400);
  EXPECT_GT(near, 1000);
  EXPECT_GT(same, 100);
}

TEST(StatementIndex, EndsWhenTold) {
  SomeTexts some(300);
  StatementIndex index(some.statements());
  for (std::size_t i = 0; i < some.statements().size(); ++i) {
    int taken = 0;
    index.near({&some.statements(), i}, some.numbers(), [&](const FigureStatementRef&) {
      ++taken;
      return Next::kStop;
    });
    EXPECT_LE(taken, 1);
    index.add_next();
  }
}

// One text copied with other figures: the last copies are compared.
TEST(StatementIndex, ComparesNoMoreThanItSays) {
  std::vector<StoredPassage> passages(3 * kMostCompared);
  StemAnalyzer analyzer;
  std::vector<AuditSentence> sentences;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    passages[i].text = "The harbour 항구 unloaded $" + std::to_string(5000 + i) + " million.";
    passages[i].sentences = {{0, passages[i].text.size()}};
    add_sentences(i, passages[i], {}, analyzer, sentences);
  }
  const Xapian::Database none;
  StemWeights weights(none);
  WordNumbers numbers(weights);
  const IndexView no_index;
  BilingualNames names(no_index);
  FigureStatements statements;
  statements.read(passages, sentences, numbers, names);
  ASSERT_EQ(statements.size(), passages.size());
  StatementIndex index(statements);
  while (index.size() + 1 < statements.size()) index.add_next();
  std::vector<std::size_t> found;
  index.near({&statements, index.size()}, numbers, [&](const FigureStatementRef& other) {
    found.push_back(other.index);
    return Next::kGoOn;
  });
  ASSERT_EQ(found.size(), kMostCompared);
  EXPECT_EQ(found.front(), index.size() - 1);
  EXPECT_EQ(found.back(), index.size() - kMostCompared);
}

// Thousands of findings in one passage hold its text and sources once.
TEST(Auditor, HoldsAPassageOnceForAllItsFindings) {
  std::string line = "  • The port 항구 unloaded 5,000 containers.";
  for (int i = 0; i < 300; ++i)
    line += " (source: go-public-web-eng-" + std::to_string(i) + "-0-0)";
  const testing::TestIndex index;
  index.write("one.txt", testing::report_of({"1. Harbour", line}));
  index.update_all();
  OpenIndex open(index.index());
  std::map<std::string, std::set<const FindingContext*>> contexts;
  std::size_t findings = 0;
  Auditor(open).run({}, [&](const ReportAudit& audit) {
    for (const Finding& finding : audit.findings) {
      if (finding.location.passage_id.empty()) continue;
      ++findings;
      contexts[finding.location.passage_id].insert(finding.location.context.get());
      EXPECT_FALSE(finding.location.context->text.empty());
    }
    return Next::kGoOn;
  });
  EXPECT_GT(findings, 250);
  for (const auto& [passage, different] : contexts) EXPECT_EQ(different.size(), 1) << passage;
}

// An audit of everything keeps what it read, one of a report looks it up in the index.
TEST(Auditor, FindsTheSameFiguresInOneReportAndInAll) {
  const testing::TestIndex index;
  std::mt19937 random(7);
  for (int i = 0; i < 60; ++i) {
    const auto figure = [&] { return std::to_string(100 + random() % 300); };
    index.write("port-" + std::to_string(i) + ".txt",
                testing::report_of({"1. Harbour",
                                    "  • The port handled cargo worth $" + figure() +
                                        " million through its northern terminal.",
                                    "  • 북항 터미널의 하역 물동량은 " + figure() + "억 달러였다.",
                                    "  • Busan 신항 terminal cargo 하역 costs rose " + figure() +
                                        " percent over the northern quay."}));
  }
  index.update_all();
  OpenIndex open(index.index());
  AuditOptions options;
  options.rules = {rule::kDisagreeingFigures};
  std::map<std::string, std::vector<std::string>> of_all, of_each;
  const auto collect = [](std::map<std::string, std::vector<std::string>>& into) {
    return [&into](const ReportAudit& audit) {
      for (const Finding& finding : audit.findings) {
        into[audit.report.id].push_back(finding.message + " " + finding.location.permalink);
      }
      return Next::kGoOn;
    };
  };
  Auditor(open).run(options, collect(of_all));
  for (int i = 0; i < 60; ++i) {
    options.query = "report:port-" + std::to_string(i);
    Auditor(open).run(options, collect(of_each));
  }
  EXPECT_GT(of_all.size(), 50);
  EXPECT_EQ(of_each, of_all);
}

// Each line was compared with each.
TEST(Auditor, AuditsALongListOfFiguresQuickly) {
  std::string text = testing::report_of({"1. Harbour"}) + "Table of contents\n\n";
  for (int i = 1; i < 6000; ++i) {
    text +=
        std::to_string(i) + ". Chapter about 항구 things ........ " + std::to_string(3 * i) + "\n";
  }
  const testing::TestIndex index;
  index.write("list.txt", text);
  index.update_all();
  OpenIndex open(index.index());
  AuditOptions options;
  options.rules = {rule::kDisagreeingFigures};
  const std::clock_t begin = std::clock();
  const AuditTotals totals =
      Auditor(open).run(options, [](const ReportAudit&) { return Next::kGoOn; });
  EXPECT_EQ(totals.reports, 1);
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 10);
}

// A million pairs.
TEST(Auditor, NamesAFewOfAThousandFiguresForOneThing) {
  std::vector<std::string> lines = {"1. Harbour"};
  for (int i = 0; i < 1000; ++i) {
    lines.push_back("  • The port 항구 unloaded " + std::to_string(3000 + i) +
                    " containers in the year.");
  }
  const testing::TestIndex index;
  index.write("one.txt", testing::report_of(lines));
  index.update_all();
  OpenIndex open(index.index());
  AuditOptions options;
  options.rules = {rule::kDisagreeingFigures};
  Auditor(open).run(options, [](const ReportAudit& audit) {
    EXPECT_EQ(audit.findings.size(), 999);
    for (std::size_t i = 0; i < audit.findings.size(); ++i) {
      EXPECT_EQ(audit.findings[i].related.size(), std::min<std::size_t>(i + 1, 32));
    }
    return Next::kGoOn;
  });
}

}  // namespace
}  // namespace ibid
