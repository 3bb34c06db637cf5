// SPDX-License-Identifier: GPL-2.0-or-later
//
// How an export and an audit deliver their reports: one at a time, to a function that says whether
// to go on.
#pragma once

#include <cstdint>
#include <functional>

namespace ibid {

enum class Next : std::uint8_t { kGoOn, kStop };

template <class Report>
using TakeReport = std::function<Next(const Report&)>;

}  // namespace ibid
