// SPDX-License-Identifier: GPL-2.0-or-later
//
// Letters that too many passages have raise no score, whether the index lists them or not, and also
// after an update has added a few more of these passages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

#include "tests/support/sample_index.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TestIndex;

// An index of so many passages with letters of "wonderful", one with the word, and one with letters
// of "marvellous". Builds of `exact_from` bytes and more keep short lists of terms.
class LettersIndex {
 public:
  LettersIndex(int passages, std::uint64_t exact_from) : exact_from_(exact_from) {
    std::vector<std::string> texts = {"A wonderful day.", "marvelloses"};
    for (int i = 0; i < passages; ++i) texts.push_back("wonderfol " + std::to_string(i));
    test_.write("many.txt", testing::report_with("Many", texts));
    update();
  }
  void add(std::string_view name, std::string_view text) {
    test_.write(name, testing::report_with("More", {std::string(text)}));
    update();
  }
  // The letters by which passages with all of the query's words were raised.
  std::vector<std::string> letters(std::string_view query) const {
    SearchOptions options = testing::SampleIndex::everything();
    options.explain = Explain::kYes;
    std::vector<std::string> out;
    for (const Hit& hit : testing::search_in(test_.index(), query, options).hits) {
      for (const TermMatch& match : hit.matches) {
        if (match.form == "letters") out.push_back(match.term);
      }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  void update() const {
    UpdateOptions options = test_.options();
    options.exact_lists_from = exact_from_;
    EXPECT_THAT(update_index(options).problems, IsEmpty());
  }

  TestIndex test_;
  const std::uint64_t exact_from_;
};

TEST(FrequentLetters, RaiseNoScore) {
  for (const std::uint64_t exact_from : {std::uint64_t{0}, UINT64_MAX}) {
    LettersIndex few(100, exact_from), many(2100, exact_from);
    EXPECT_THAT(few.letters("wonderful"),
                ElementsAre("derf", "erfu", "nder", "onde", "rful", "wond"));
    EXPECT_THAT(many.letters("wonderful"), ElementsAre("erfu", "rful"));
    many.add("new.txt", "Another wonderful day.");
    EXPECT_THAT(many.letters("wonderful"), ElementsAre("erfu", "rful"));
    many.add("rare.txt", "A marvellous day.");
    EXPECT_THAT(many.letters("marvellous"),
                ElementsAre("arve", "ello", "llou", "lous", "marv", "rvel", "vell"));
  }
}

}  // namespace
}  // namespace ibid
