// SPDX-License-Identifier: GPL-2.0-or-later
//
// The value of slot schema::kSlotOrder. By its bytes, passages sort by report id, then in the order
// of the report: report id, NUL, position in the report (4 bytes, big-endian).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

struct PassageOrder {
  std::string_view report_id;
  std::uint32_t sequence = 0;  // 0-based; see Passage::sequence
};

std::string order_value(PassageOrder order);

// Reads what order_value() made; no report for an empty value. The id is a view of `value`.
PassageOrder read_order_value(std::string_view value);

}  // namespace ibid
