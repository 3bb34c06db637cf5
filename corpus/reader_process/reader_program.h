// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the program is that reads files: ibid-read.
#pragma once

#include <string>

namespace ibid {

// The environment's IBID_READ; else ibid-read beside the running program, as in a build; else that
// of an installation the running program is in; else that of the prefix ibid was built for. The
// last one is returned even if it is not there.
std::string reader_program();

}  // namespace ibid
