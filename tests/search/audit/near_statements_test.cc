// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/near_statements.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <ctime>
#include <random>

#include "search/audit/auditor.h"
#include "search/audit/rules/same_thing.h"
#include "search/open/open_index.h"
#include "tests/support/audit_cases.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

// Statements that often differ in one condition only, each in a passage of its own or in the last
// one's.
class SomeStatements {
 public:
  explicit SomeStatements(std::size_t count) : passages_(count) {
    for (std::size_t i = 0; i < count; ++i) {
      passages_[i].id = "port#1." + std::to_string(i);
      statements_.push_back(statement(passages_[i > 0 && one_in(5) ? i - 1 : i]));
    }
  }
  const std::vector<Statement>& all() const { return statements_; }

 private:
  bool one_in(unsigned n) { return random_() % n == 0; }
  std::set<std::string> some(unsigned long most, unsigned long of) {
    std::set<std::string> out;
    for (unsigned long i = random_() % (most + 1); i > 0; --i) {
      out.insert((one_in(2) ? "ship" : "배") + std::to_string(random_() % of));
    }
    return out;
  }
  Statement statement(const StoredPassage& passage) {
    Statement out;
    out.passage = &passage;
    out.quantity.kind = static_cast<QuantityKind>(random_() % 3);
    out.quantity.value = *Decimal::parse(std::to_string(one_in(9) ? 0 : 10 + 5 * (random_() % 60)));
    out.quantity.unit = one_in(4) ? "USD" : "";
    const double value = as_double(out.quantity.value);
    out.bounds = {value, value};
    if (one_in(9)) out.scopes.marks = {one_in(2) ? "quarter=1" : "quarter=2"};
    out.counted = one_in(4) ? "container" : "";
    out.nearby = some(6, 4);
    out.stems = some(6, 4);
    out.stems.insert(out.nearby.begin(), out.nearby.end());
    if (one_in(3)) out.years = some(2, 2);
    if (one_in(3)) out.names = some(2, 2);
    if (one_in(3)) out.months = {static_cast<int>(random_() % 2)};
    out.quantities = {key_of(out.quantity)};
    if (one_in(9)) out.quantities.insert(std::to_string(10 + 5 * (random_() % 60)) + " ");
    out.change = one_in(2);
    return out;
  }

  std::mt19937 random_{3};
  std::vector<StoredPassage> passages_;
  std::vector<Statement> statements_;
};

TEST(NearStatements, MissNoneThatAreAboutTheSameThing) {
  const Xapian::Database none;
  StemWeights weights(none);
  const SomeStatements some(1500);
  NearStatements near;
  std::size_t expected_count = 0, looked_at = 0;
  for (std::size_t i = 0; i < some.all().size(); ++i) {
    std::vector<const Statement*> expected, found;
    for (std::size_t j = 0; j < i; ++j) {
      if (same_thing(some.all()[i], some.all()[j], weights).empty()) continue;
      expected.push_back(&some.all()[j]);
    }
    near.add(some.all()[i], [&](const Statement& other) {
      ++looked_at;
      if (!same_thing(some.all()[i], other, weights).empty()) found.push_back(&other);
      return Next::kGoOn;
    });
    ASSERT_EQ(found, expected) << i;
    expected_count += expected.size();
  }
  EXPECT_GT(expected_count, 1000);
  EXPECT_LT(looked_at, 3 * expected_count);
}

TEST(NearStatements, EndWhenTold) {
  const SomeStatements some(300);
  NearStatements near;
  for (const Statement& statement : some.all()) {
    int taken = 0;
    near.add(statement, [&](const Statement&) {
      ++taken;
      return Next::kStop;
    });
    EXPECT_LE(taken, 1);
  }
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
