// SPDX-License-Identifier: GPL-2.0-or-later
//
// An argument that names a passage.
#pragma once

#include <string>

#include "corpus/report/passage_id.h"

namespace ibid {

// Parses a passage id or permalink. Throws Error{kUsage} for anything else, such as a report id.
PassageRef passage_operand(const std::string& text);

}  // namespace ibid
