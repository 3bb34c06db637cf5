// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts that some program would treat as more than text, and a check that a renderer keeps them
// text.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/media_readers.h"

namespace ibid::testing {

// Every byte value, every class of code points that a medium may obey or lose, and commands of
// terminals, spreadsheets, browsers, TeX and others; each with letters after it, and also with
// letters on both sides.
std::vector<std::string> hostile_texts();

struct TriedRenderer {
  std::string name;  // "audit/html"
  Medium medium;
  // The output for an answer in which every external text is, or contains, this one.
  std::function<std::string(const std::string& text)> render;
};

// Expects that the output for each hostile text, read back, has the same structure as the output
// for a plain word.
void expect_text_only(const TriedRenderer& tried);

}  // namespace ibid::testing
