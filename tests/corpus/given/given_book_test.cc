// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/given/given_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

class GivenBookTest : public ::testing::Test {
 protected:
  void write(std::string_view name, std::string_view text) const {
    testing::write_file(dir_.at(name), text);
  }
  GivenBook book(const std::string& named = "") const { return {{dir_.at("reports")}, named}; }
  // "title|date" of what is said.
  std::string said(GivenBook& book, const std::string& name, const std::string& id = "id") const {
    const auto fields = book.of(dir_.at("reports/" + name), id);
    if (!fields) return "";
    std::string all;
    for (const GivenField& field : *fields) {
      all += (all.empty() ? "" : "|") + field.name;
      for (const std::string& value : field.values) all += "=" + value;
    }
    return all;
  }
  testing::TempDir dir_;
};

TEST_F(GivenBookTest, TheLastEntryOfTheInnerFolderWinsFieldByField) {
  write("ibid.toml", "[[report]]\nmatch = '*'\nauthor = 'above the named folder'\n");
  write("reports/ibid.toml",
        "[[report]]\nmatch = '*'\ntitle = 'outer'\ndate = 2024\npublisher = '한빛'\n"
        "[[report]]\nmatch = 'a*'\ndate = 2023\n");
  write("reports/sub/ibid.toml", "[[report]]\nmatch = 'a.txt'\ntitle = 'inner'\n");
  write("more.toml", "[[report]]\nmatch = ['*/b.txt', '항구']\npublisher = ''\n");
  GivenBook all = book(dir_.at("more.toml"));
  EXPECT_EQ(said(all, "x.txt"), "date=2024|publisher=한빛|title=outer");
  EXPECT_EQ(said(all, "a.txt"), "date=2023|publisher=한빛|title=outer");
  EXPECT_EQ(said(all, "sub/a.txt"), "date=2023|publisher=한빛|title=inner");
  EXPECT_EQ(said(all, "sub/b.txt"), "date=2024|publisher=|title=outer");
  EXPECT_EQ(said(all, "b.txt", "항구"), "date=2024|publisher=|title=outer");
  EXPECT_THAT(all.unused(), IsEmpty());
  EXPECT_THAT(all.problems(), IsEmpty());
}

TEST_F(GivenBookTest, NamesReportsByIdFileNameAndPath) {
  write("reports/ibid.toml",
        "[[report]]\nmatch = ['harbour', 'other.md', 'sub/항구.txt', '2024-*/week']\ntags = 'x'\n");
  GivenBook all = book();
  EXPECT_EQ(said(all, "harbour.txt"), "tags=x");
  EXPECT_EQ(said(all, "sub/harbour.md"), "tags=x");
  EXPECT_EQ(said(all, "anything.txt", "harbour"), "tags=x");
  EXPECT_EQ(said(all, "sub/other.md"), "tags=x");
  EXPECT_EQ(said(all, "other.txt"), "");
  EXPECT_EQ(said(all, "sub/항구.txt"), "tags=x");
  EXPECT_EQ(said(all, "항구.txt"), "");
  EXPECT_EQ(said(all, "2024-06/week"), "tags=x");
}

TEST_F(GivenBookTest, OfAFileNamedByItselfIsThatOfItsFolder) {
  write("ibid.toml", "[[report]]\nmatch = '*'\ntitle = 'above'\n");
  write("reports/ibid.toml", "[[report]]\nmatch = '*'\ntitle = 'beside'\n");
  GivenBook alone({dir_.at("reports/a.txt")}, "");
  EXPECT_EQ(said(alone, "a.txt"), "title=beside");
}

TEST_F(GivenBookTest, KeepsApartWhatCannotBeRead) {
  write("reports/bad/ibid.toml", "[[report]]\nmatch = '*'\ntitel = 'x'\n");
  write("reports/good/ibid.toml", "[[report]]\nmatch = '*'\ntitle = 'x'\n");
  GivenBook all = book();
  EXPECT_TRUE(all.is_unknown(dir_.at("reports/bad/a.txt")));
  EXPECT_TRUE(all.is_unknown(dir_.at("reports/bad/below/a.txt")));
  EXPECT_FALSE(all.is_unknown(dir_.at("reports/good/a.txt")));
  EXPECT_FALSE(all.is_unknown(dir_.at("reports/a.txt")));
  EXPECT_EQ(said(all, "good/a.txt"), "title=x");
  ASSERT_THAT(all.problems(), SizeIs(1));
  EXPECT_EQ(all.problems().front().path, dir_.at("reports/bad/ibid.toml"));
  EXPECT_THAT(all.problems().front().message, StartsWith("line 3: titel is not known"));
  EXPECT_THROW(book(dir_.at("none.toml")), Error);
}

TEST_F(GivenBookTest, TellsWhatIsOfNoReport) {
  write("reports/ibid.toml",
        "[[report]]\nmatch = 'a*'\ntitle = 'x'\n\n[[report]]\nmatch = ['b', '없는-*']\ndate = "
        "2024\n");
  GivenBook all = book();
  EXPECT_EQ(said(all, "a.txt"), "title=x");
  ASSERT_THAT(all.unused(), SizeIs(1));
  EXPECT_EQ(all.unused().front().message, "line 5: no report is named b, 없는-*");
}

TEST_F(GivenBookTest, MapsTheFieldsOfAFeedByItsPath) {
  write("reports/ibid.toml",
        "[[feed]]\nmatch = '*.jsonl'\ntext = 'body'\nid = 'key'\nhtml = true\n"
        "[[feed]]\nmatch = 'none'\ntext = 'x'\n");
  write("reports/소식/ibid.toml", "[[feed]]\nmatch = 'a.*'\ntext = '본문'\nhtml = false\n");
  GivenBook all = book();
  FieldMapping outer, inner;
  outer.text = "body";
  outer.id = inner.id = "key";
  outer.html_text = true;
  inner.text = "본문";
  EXPECT_EQ(all.mapping_for(dir_.at("reports/b.jsonl")), outer);
  EXPECT_EQ(all.mapping_for(dir_.at("reports/소식/a.jsonl")), inner);
  EXPECT_EQ(all.mapping_for(dir_.at("reports/b.json")), FieldMapping{});
  ASSERT_THAT(all.unused(), SizeIs(1));
  EXPECT_EQ(all.unused().front().message, "line 6: no file is named none");
  write("named.toml", "[[feed]]\nmatch = 'b'\ntext = 'named'\n");
  GivenBook with_named = book(dir_.at("named.toml"));
  EXPECT_EQ(with_named.mapping_for(dir_.at("reports/b.jsonl")).text, "named");
  EXPECT_EQ(mapping_key({}), "");
  EXPECT_EQ(mapping_key(outer).size(), 16);
  EXPECT_EQ(mapping_key(outer), mapping_key(all.mapping_for(dir_.at("reports/x.jsonl"))));
  EXPECT_NE(mapping_key(outer), mapping_key(inner));
  inner = outer;
  inner.html_text = false;
  EXPECT_NE(mapping_key(outer), mapping_key(inner));
}

TEST_F(GivenBookTest, TheKeyTellsWhatIsSaid) {
  write("reports/ibid.toml", "[[report]]\nmatch = 'a*'\ntitle = 'x'\n");
  GivenBook one = book();
  const std::string key = given_key(*one.of(dir_.at("reports/a.txt"), "a"));
  EXPECT_EQ(key.size(), 16);
  EXPECT_EQ(key, given_key(*one.of(dir_.at("reports/a2.txt"), "a2")));
  write("reports/ibid.toml", "[[report]]\nmatch = 'a*'\ntitle = 'y'\n");
  GivenBook two = book();
  EXPECT_NE(key, given_key(*two.of(dir_.at("reports/a.txt"), "a")));
  EXPECT_EQ(given_key({}), "");
}

}  // namespace
}  // namespace ibid
