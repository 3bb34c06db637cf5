// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an answer of "nothing found" rests on: how much was looked at, of which dates and state.
#pragma once

#include <cstdint>
#include <string>

#include "search/passages/hit.h"

namespace ibid {

struct AnswerCoverage {
  IndexState index;
  std::uint64_t reports = 0;          // looked at
  std::uint64_t passages = 0;         // looked at
  std::uint64_t undated = 0;          // of `reports`
  std::string first_date, last_date;  // of the dated ones
};

}  // namespace ibid
