// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which report a name means, and which are offered if none does.
#include "search/index/reports/report_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "search/index/index_snapshot.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;
using testing::report_with;
using ::testing::SizeIs;
using testing::TestIndex;

class ReportNames : public ::testing::Test {
 protected:
  void SetUp() override {
    index_.write("port-2024-06-27.txt", report_with("Port", {"A pact.", "Cranes came."}));
    index_.write("port-2024-07-01.txt", report_with("Port", {"It grew."}));
    index_.write("조약-2024.txt", report_with("조약", {"항구 조약이다."}));
    index_.write("Busan 항 v2.1.md", report_with("Busan 항", {"The 북항 terminal is open."}));
    index_.update_all();
  }

  ReportChoice find(std::string_view name) {
    return find_report(IndexSnapshot(IndexDir(index_.index())).index(), name);
  }

  std::vector<std::string> terms(std::string_view value) {
    return report_terms(IndexSnapshot(IndexDir(index_.index())).index(), value).terms;
  }

  TestIndex index_;
};

TEST_F(ReportNames, AreIdsBeginningsAndFiles) {
  struct Case {
    std::string name, id;
  };
  const std::string busan = "Busan-항-v2.1";
  const Case cases[] = {{"port-2024-06-27", "port-2024-06-27"},
                        {"port-2024-06", "port-2024-06-27"},
                        {"조", "조약-2024"},
                        {"조약-2024", "조약-2024"},
                        {"조약-2024.txt", "조약-2024"},
                        {"Bus", busan},
                        {"Busan-항", busan},
                        {"Busan 항 v2.1.md", busan},
                        {index_.report_path("Busan 항 v2.1.md"), busan},
                        {index_.folder() + "/./조약-2024.txt", "조약-2024"}};
  for (const Case& c : cases) EXPECT_THAT(find(c.name).id, Optional(c.id)) << c.name;
}

TEST_F(ReportNames, ThatBeginSeveralIdsNameNone) {
  const ReportChoice choice = find("port-2024");
  EXPECT_FALSE(choice.id);
  EXPECT_THAT(choice.near, ElementsAre("port-2024-06-27", "port-2024-07-01"));
}

TEST_F(ReportNames, ThatFitNothingGetTheNearest) {
  EXPECT_THAT(find("prot-2024-06-27").near, ElementsAre("port-2024-06-27"));
  EXPECT_THAT(find("조악-2024").near, ElementsAre("조약-2024"));
  EXPECT_THAT(find("Bussan-항").near, ElementsAre("Busan-항-v2.1"));
  EXPECT_THAT(find("2024-07-01").near, ElementsAre("port-2024-07-01"));
  EXPECT_THAT(find(index_.report_path("조악-2024.txt")).near, ElementsAre("조약-2024"));
  for (const char* name : {"xylophone", "", "#", "/", "실로폰"}) {
    EXPECT_FALSE(find(name).id) << name;
    EXPECT_THAT(find(name).near, IsEmpty()) << name;
  }
}

TEST_F(ReportNames, MeanPassagesOfReportsAndSections) {
  EXPECT_THAT(terms("port-2024-06-27"), ElementsAre("Rport-2024-06-27"));
  EXPECT_THAT(terms("port-2024-06"), ElementsAre("Rport-2024-06-27"));
  EXPECT_THAT(terms("port*"), SizeIs(2));
  EXPECT_THAT(terms("port-2024-06-27#2"), ElementsAre("Qport-2024-06-27#2.1"));
  EXPECT_THAT(terms("조약#2.1"), ElementsAre("Q조약-2024#2.1"));
  EXPECT_THAT(terms("port-2024-06-27#9"), IsEmpty());
  EXPECT_THAT(terms("port"), IsEmpty());
}

TEST_F(ReportNames, OfReportsThatAreGoneMeanNothing) {
  index_.remove("조약-2024.txt");
  index_.update();
  EXPECT_FALSE(find("조약").id);
  EXPECT_THAT(find("조악-2024").near, IsEmpty());
  EXPECT_THAT(terms("조약-2024"), IsEmpty());
  EXPECT_THAT(terms("조*"), IsEmpty());
}

TEST(DidYouMean, ListsNames) {
  EXPECT_EQ(did_you_mean({}), "");
  EXPECT_EQ(did_you_mean({"a"}), "; did you mean a?");
  EXPECT_EQ(did_you_mean({"a", "나", "c"}), "; did you mean a, 나 or c?");
}

}  // namespace
}  // namespace ibid
