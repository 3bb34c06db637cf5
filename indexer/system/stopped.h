// SPDX-License-Identifier: GPL-2.0-or-later
//
// Thrown to end the work on a report in the middle of its passages when its run is stopped. Thrown
// and caught within a thread's work; never leaves the indexer.
#pragma once

namespace ibid {

struct Stopped {};

}  // namespace ibid
