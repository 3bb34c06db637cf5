// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/order_value.h"

#include <algorithm>

namespace ibid {

std::string order_value(PassageOrder order) {
  std::string value(order.report_id);
  value += '\0';
  for (int shift = 24; shift >= 0; shift -= 8) {
    value += static_cast<char>(order.sequence >> shift & 0xFF);
  }
  return value;
}

PassageOrder read_order_value(std::string_view value) {
  const std::size_t end = std::min(value.find('\0'), value.size());
  PassageOrder order;
  order.report_id = value.substr(0, end);
  for (std::size_t i = end + 1; i < value.size(); ++i) {
    order.sequence = order.sequence << 8U | static_cast<unsigned char>(value[i]);
  }
  return order;
}

}  // namespace ibid
