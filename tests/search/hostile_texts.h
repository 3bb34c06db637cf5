// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts that would be more than text somewhere, and answers with one of them in every place that
// comes from outside. The one table that all renderers are tried with.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/search/media_readers.h"

namespace ibid::testing {

// Every byte value, every class of code points that a medium may obey or lose, and what terminals,
// spreadsheets, browsers, TeX and others run; each with letters behind it, and before it too.
std::vector<std::string> hostile_texts();

struct TriedRenderer {
  std::string name;  // "audit/html"
  Medium medium;
  // The output for an answer whose every text from outside is, or holds, this one.
  std::function<std::string(const std::string& text)> render;
};
std::vector<TriedRenderer> all_renderers();

}  // namespace ibid::testing
