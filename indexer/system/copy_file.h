// SPDX-License-Identifier: GPL-2.0-or-later
//
// Copies of whole files, shared with the original where the file system can, so that they take
// neither time nor space.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace ibid {

enum class CopyOutcome : std::uint8_t { kCopied, kThereBefore, kStopped };

// Makes `to` a copy of `from`, on disk, unless it is one already: then nothing is written. Asks
// `go_on` now and then; if it returns false, `to` is left unfinished. Throws Error{kSystem} with
// the path and the system's reason.
CopyOutcome copy_durably(const std::string& from, const std::string& to,
                         const std::function<bool()>& go_on);

}  // namespace ibid
