// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/order_value.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace ibid {
namespace {

TEST(OrderValue, ReadsBackWhatItWasMadeOf) {
  for (const char* report : {"a", "geopolitical-shifts-2024-06-27", "항구-2024"}) {
    for (const std::uint32_t sequence : {0U, 1U, 255U, 256U, 0x01020304U, UINT32_MAX}) {
      const std::string value = order_value({report, sequence});
      const PassageOrder order = read_order_value(value);
      EXPECT_EQ(order.report_id, report);
      EXPECT_EQ(order.sequence, sequence);
    }
  }
  EXPECT_EQ(read_order_value("").report_id, "");
}

TEST(OrderValue, HoldsThePositionInFourBytesAfterANul) {
  EXPECT_EQ(order_value({"r", 0x01020304}), std::string("r\0\x01\x02\x03\x04", 6));
}

TEST(OrderValue, SortsByReportThenByPosition) {
  const std::vector<std::string> values = {order_value({"a", 0}),   order_value({"a", 2}),
                                           order_value({"a", 300}), order_value({"a-b", 0}),
                                           order_value({"ab", 1}),  order_value({"항구", 0})};
  EXPECT_TRUE(std::is_sorted(values.begin(), values.end()));
}

}  // namespace
}  // namespace ibid
