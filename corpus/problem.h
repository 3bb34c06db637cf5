// SPDX-License-Identifier: GPL-2.0-or-later
//
// One thing that went wrong with one file while the others went on.
#pragma once

#include <string>

namespace ibid {

struct Problem {
  // As the user gave it or as it was found below a folder; bytes, maybe not UTF-8.
  std::string path;
  std::string message;  // lower case, no full stop: what, why, and the remedy where there is one
};

}  // namespace ibid
