// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file that is there whole or not at all: written beside its place, then put there in one step.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

enum class Existing : std::uint8_t { kKeep, kReplace };

// Throws Error{kUsage} where a file is in the place and to be kept (then it is untouched),
// Error{kSystem} where the system refuses; nothing is left behind.
void write_whole_file(const std::string& path, std::string_view bytes, Existing existing);

}  // namespace ibid
