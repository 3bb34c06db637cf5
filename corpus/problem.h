// SPDX-License-Identifier: GPL-2.0-or-later
//
// One thing that went wrong with one file, while the other files went on.
#pragma once

#include <string>

namespace ibid {

struct Problem {
  // As the user gave it or as found below a folder; bytes that may not be UTF-8.
  std::string path;
  std::string message;  // lower case, no full stop: what, why, and the remedy if there is one
};

}  // namespace ibid
