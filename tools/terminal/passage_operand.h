// SPDX-License-Identifier: GPL-2.0-or-later
//
// A passage among the arguments.
#pragma once

#include <string>

#include "corpus/report/passage_id.h"

namespace ibid {

// A passage id or permalink. Throws Error{kUsage} for anything else, a report id among it.
PassageRef passage_operand(const std::string& text);

}  // namespace ibid
