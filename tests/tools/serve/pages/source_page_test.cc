// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "search/open/open_index.h"
#include "tests/tools/serve/pages/site_of_samples.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::PageElement;
using testing::ReadPage;
using testing::report_with;
using testing::Site;
using testing::TestIndex;

class SourcePageTest : public ::testing::Test {
 protected:
  SourcePageTest() {
    index_.write("a.txt", report_with("Gas", {"A treaty on gas (source: Daily Ledger).",
                                              "A treaty on oil (source: Daily Ledger; AP)."}));
    index_.write("b.txt", report_with("가스", {"조약을 맺었다 (출처: 연합뉴스/경제)."}));
    index_.update_all();
  }
  TestIndex index_;
};

TEST_F(SourcePageTest, ListsSourcesWithTheirCounts) {
  Site site(index_.index());
  const ReadPage page = site.page("/sources");
  EXPECT_THAT(page.one("main").text, HasSubstr("3 sources; 3 of 3 passages cite one"));
  EXPECT_THAT(page.one("tbody").text, HasSubstr("Daily Ledger"));
  const ReadPage some = site.page("/sources", {{"q", "+oil"}});
  EXPECT_THAT(some.one("main").text, HasSubstr("2 sources; 1 of 1 passages cite one"));
  EXPECT_THAT(some.one("main").text, Not(HasSubstr("연합뉴스")));
}

TEST_F(SourcePageTest, SaysWhoCitesASourceAndWhatRestsOnItAlone) {
  Site site(index_.index());
  const ReadPage page = site.page("/source", {{"id", "Daily Ledger"}});
  EXPECT_THAT(page.one("main").text, HasSubstr("1 of 2 citing passages lose their only source"));
  EXPECT_THAT(page.one("main").text, HasSubstr("A treaty on gas"));
  EXPECT_THAT(page.one("main").text, HasSubstr("A treaty on oil"));
  const ReadPage alone = site.page("/source", {{"id", "Daily Ledger"}, {"alone", "yes"}});
  EXPECT_THAT(alone.one("main").text, HasSubstr("A treaty on gas"));
  EXPECT_THAT(alone.one("main").text, Not(HasSubstr("A treaty on oil")));
}

TEST_F(SourcePageTest, TakesSourcesInThePathAndWithSlashesAsAField) {
  Site site(index_.index());
  EXPECT_EQ(site.page("/source/AP").one("h1").text, "AP");
  EXPECT_EQ(site.page("/source", {{"id", "연합뉴스/경제"}}).one("h1").text, "연합뉴스/경제");
}

TEST_F(SourcePageTest, SuggestsASourceForAMisspeltOne) {
  const ReadPage page = Site(index_.index()).page("/source", {{"id", "Daily Lodger"}}, 404);
  EXPECT_THAT(page.one("main").text, HasSubstr("Did you mean: Daily Ledger"));
}

}  // namespace
}  // namespace ibid
