// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/figure_bounds.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace ibid {
namespace {

constexpr double kAll = std::numeric_limits<double>::infinity();

FigureBounds of(const std::string& text, std::size_t index) {
  std::vector<Quantity> quantities;
  find_quantities(text, {}, quantities);
  return bounds_of(text, {0, text.size()}, quantities, index);
}

TEST(FigureBounds, AreWhatAFigureAdmits) {
  const struct {
    const char* text;
    double least, most;
  } cases[] = {
      {"The yard employs 12,000 workers", 12'000, 12'000},
      {"The yard employs about 12,000 workers", 12'000, 12'000},
      {"The yard employs more than 12,000 workers", 12'000, kAll},
      {"Orders topped $7 billion in May", 7e9, kAll},
      {"Orders came to $7 billion or more", 7e9, kAll},
      {"It employs fewer than 900 people", 0, 900},
      {"Orders of up to $7 billion", 0, 7e9},
      {"수주액은 70억 달러를 넘었다", 7e9, kAll},
      {"수주액은 70억 달러 이상이다", 7e9, kAll},
      {"비용은 300억 원을 밑돌았다", 0, 3e10},
      {"비용은 최대 300억 원이다", 0, 3e10},
      {"Over the year it paid, in all, $7 billion", 7e9, 7e9},
  };
  for (const auto& c : cases) {
    const FigureBounds bounds = of(c.text, 0);
    EXPECT_EQ(bounds.least, c.least) << c.text;
    EXPECT_EQ(bounds.most, c.most) << c.text;
  }
}

TEST(FigureBounds, OfARangeAreItsEnds) {
  for (const char* text :
       {"The dyke will take between 300 million and 400 million won",
        "The dyke will take 300–400 million won", "방파제 공사비는 3억~4억 원이다",
        "방파제 공사비는 3억에서 4억 원 사이다"}) {
    for (const std::size_t end : {0, 1}) {
      EXPECT_EQ(of(text, end).least, 3e8) << text;
      EXPECT_EQ(of(text, end).most, 4e8) << text;
    }
  }
  EXPECT_EQ(of("The bill grew from $300 million to $400 million", 0).most, 3e8);
  EXPECT_TRUE(of("공사비는 3억~4억 원이다", 0).meets(of("공사비는 3억 5천만 원이다", 0)));
  EXPECT_FALSE(of("공사비는 3억~4억 원이다", 0).meets(of("공사비는 4억 5천만 원이다", 0)));
}

}  // namespace
}  // namespace ibid
