// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/count_occurrences.h"

#include <gmock/gmock.h>

#include <ctime>
#include <random>
#include <string>

namespace ibid {
namespace {

using ::testing::ElementsAre;
using enum Occurrences;

Occurrences naive(std::string_view text, std::string_view wanted) {
  int count = 0;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos && count < 2;
       at = text.find(wanted, at + 1)) {
    ++count;
  }
  return static_cast<Occurrences>(count);
}

TEST(CountOccurrences, CountsInEnglishAndKorean) {
  EXPECT_THAT(
      count_occurrences("four ships, 네 척, 배 네 척", {"ships", "네 척", "네 척,", "five"}),
      ElementsAre(kOne, kSeveral, kOne, kNone));
}

TEST(CountOccurrences, CountsPlacesThatOverlap) {
  EXPECT_THAT(count_occurrences("aaa", {"aa"}), ElementsAre(kSeveral));
  EXPECT_THAT(count_occurrences("aaa", {"aa", "aaa", "a", "aaaa", "aa"}),
              ElementsAre(kSeveral, kOne, kSeveral, kNone, kSeveral));
}

TEST(CountOccurrences, CountsNothingAsOftenAsThereArePlaces) {
  EXPECT_THAT(count_occurrences("", {"", "a"}), ElementsAre(kOne, kNone));
  EXPECT_THAT(count_occurrences("", {""}), ElementsAre(kOne));
  EXPECT_THAT(count_occurrences("b", {""}), ElementsAre(kSeveral));
  EXPECT_THAT(count_occurrences("b", {"", "a"}), ElementsAre(kSeveral, kNone));
  EXPECT_THAT(count_occurrences("b", {}), ElementsAre());
}

TEST(CountOccurrences, CountsAsASearchOfEachDoes) {
  std::mt19937 random(7);
  const auto some = [&](std::size_t most, int letters) {
    std::string out;
    for (std::size_t length = random() % (most + 1); length > 0; --length) {
      out += static_cast<char>('a' + random() % static_cast<unsigned>(letters));
    }
    return out;
  };
  for (int round = 0; round < 2000; ++round) {
    const int letters = 1 + round % 3;
    const std::string text = some(40, letters);
    std::vector<std::string> wanted(random() % 8);
    for (std::string& one : wanted) one = some(6, letters);
    const std::vector<std::string_view> views(wanted.begin(), wanted.end());
    const std::vector<Occurrences> counts = count_occurrences(text, views);
    ASSERT_EQ(counts.size(), views.size());
    for (std::size_t i = 0; i < views.size(); ++i) {
      EXPECT_EQ(counts[i], naive(text, views[i])) << text << " / " << views[i];
      EXPECT_EQ(counts[i], count_occurrences(text, {views[i]}).front());
    }
  }
}

// More than one automaton holds.
TEST(CountOccurrences, ReadsAgainForManyLongStrings) {
  const std::string text = std::string(3'000'000, 'a') + "b" + std::string(3'000'000, 'a');
  const std::string_view all = text;
  EXPECT_THAT(count_occurrences(all, {all.substr(0, 3'000'001), all.substr(1, 2'999'999),
                                      all.substr(3'000'000), all.substr(0, 5'000'000)}),
              ElementsAre(kOne, kSeveral, kOne, kOne));
}

}  // namespace
}  // namespace ibid
