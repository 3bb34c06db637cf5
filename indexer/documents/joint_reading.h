// SPDX-License-Identifier: GPL-2.0-or-later
//
// The other reading of a joint: a place where a line of a page ends and nobody knows whether a
// space belongs there (PassageOrigin::joints). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

struct JointReading {
  std::string text;         // what stands around the joint up to white space, read the other way
  std::uint64_t joint = 0;  // the offset there
};

// `text` is that of a passage, `joint` one of its joints. Without text if nothing is at one of
// the joint's sides.
JointReading other_reading(std::string_view text, std::uint64_t joint);

}  // namespace ibid
