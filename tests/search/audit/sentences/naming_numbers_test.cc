// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/naming_numbers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ibid {
namespace {

bool names(const std::string& text) {
  std::vector<Quantity> quantities;
  find_quantities(text, {}, quantities);
  EXPECT_FALSE(quantities.empty()) << text;
  return !quantities.empty() && names_something(text, quantities.front());
}

TEST(NamingNumbers, CountNothing) {
  for (const char* text :
       {"Flight 412 landed late.", "The crew of flight 412 left.", "Call 118 for help.",
        "Apollo 113 was lost.", "The Airbus 330 was grounded.", "They met in room 501.",
        "Resolution 2397 forbids it.", "결의 1874호도 같다.", "119 신고가 늘었다.",
        "112에 전화했다.", "국도 120을 따라간다.", "KE 902편이 늦었다.", "Pier 112 reopened."}) {
    EXPECT_TRUE(names(text)) << text;
  }
  for (const char* text :
       {"About 300 were hurt.", "In Gaza 300 civilians died.", "Some 412 new ships came.",
        "By May 300 were sold.", "The port hired 300 workers.", "Over 412 flights were late.",
        "Flight costs rose to 1,200 a head.", "직원 300명이 떠났다.", "On Monday 300 left.",
        "Employing 300 people, it grew.", "배 412척이 왔다."}) {
    EXPECT_FALSE(names(text)) << text;
  }
}

}  // namespace
}  // namespace ibid
