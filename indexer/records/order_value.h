// SPDX-License-Identifier: GPL-2.0-or-later
//
// The value of slot schema::kSlotOrder, by whose bytes passages sort by report id, then as they
// come in the report: report id, NUL, place in the report (4 bytes, big-endian).
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

// Of what order_value() made; of an empty value: no report. The id is a view of `value`.
PassageOrder read_order_value(std::string_view value);

}  // namespace ibid
