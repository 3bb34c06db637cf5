// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/ordered_work.h"

#include <gtest/gtest.h>

#include <atomic>
#include <optional>
#include <stdexcept>
#include <vector>

namespace ibid {
namespace {

TEST(OrderedWork, GivesAnswersInTheOrderOfTheItemsWithinAWindow) {
  for (const std::size_t workers : {1U, 2U, 7U}) {
    int next = 0;
    std::atomic<int> taken{0};
    std::atomic<int> farthest{0};
    std::vector<int> answers;
    OrderedWork<int, int>::run(
        workers,
        [&]() -> std::optional<int> {
          if (next == 2000) return std::nullopt;
          farthest = std::max(farthest.load(), next - taken.load());
          return next++;
        },
        [](std::size_t, int item) { return item * 2; },
        [&](int answer) {
          answers.push_back(answer);
          ++taken;
        });
    ASSERT_EQ(answers.size(), 2000U);
    for (int i = 0; i < 2000; ++i) EXPECT_EQ(answers[static_cast<std::size_t>(i)], 2 * i);
    EXPECT_LE(farthest, static_cast<int>(16 * workers) + 1);
  }
}

TEST(OrderedWork, EndsAtTheFirstFailureWhereverItIs) {
  for (const int where : {0, 1, 2}) {
    int next = 0;
    const auto fail_at = [&](int here, int item) {
      if (here == where && item == 50) throw std::runtime_error("stop");
    };
    EXPECT_THROW((OrderedWork<int, int>::run(
                     3,
                     [&]() -> std::optional<int> {
                       fail_at(0, next);
                       return next++;
                     },
                     [&](std::size_t, int item) {
                       fail_at(1, item);
                       return item;
                     },
                     [&](int answer) { fail_at(2, answer); })),
                 std::runtime_error);
    EXPECT_LT(next, 50 + 3 * 16 + 3);
  }
}

TEST(OrderedWork, OfNothingIsNothing) {
  OrderedWork<int, int>::run(
      2, [] { return std::optional<int>(); }, [](std::size_t, int item) { return item; },
      [](int) { FAIL(); });
}

}  // namespace
}  // namespace ibid
