// SPDX-License-Identifier: GPL-2.0-or-later
//
// The input of ibid-bench, and its clock.
#pragma once

#include <chrono>
#include <fstream>
#include <functional>
#include <string>

#include "corpus/error.h"

namespace ibid::bench {

inline double now_seconds() {
  using std::chrono::steady_clock;
  return std::chrono::duration<double>(steady_clock::now().time_since_epoch()).count();
}

// Reads lines of id TAB text; skips others. Throws Error{kInput}.
inline void each_line(const std::string& path,
                      const std::function<void(std::string id, std::string text)>& take) {
  std::ifstream in(path);
  if (!in) throw Error(ErrorKind::kInput, "cannot read " + path);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) take(line.substr(0, tab), line.substr(tab + 1));
  }
}

}  // namespace ibid::bench
