// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an answer of "nothing found" is based on: how many reports and passages were searched, their
// dates and the state of the index.
#pragma once

#include <cstdint>
#include <string>

#include "search/passages/hit.h"

namespace ibid {

struct AnswerCoverage {
  IndexState index;
  std::uint64_t reports = 0;          // searched
  std::uint64_t passages = 0;         // searched
  std::uint64_t undated = 0;          // of `reports`
  std::string first_date, last_date;  // of the dated ones
};

}  // namespace ibid
