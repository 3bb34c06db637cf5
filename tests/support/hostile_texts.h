// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts that would be more than text somewhere, and the question whether a renderer keeps them
// text.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/media_readers.h"

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

// Expects that its output for each hostile text, read back, has the structure of its output for a
// plain word.
void expect_text_only(const TriedRenderer& tried);

}  // namespace ibid::testing
