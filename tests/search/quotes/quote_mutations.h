// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quotations that say something else than the text they were made of, by small changes of every
// kind at every place. Shares no rule and no list with the search.
#pragma once

#include <string>
#include <vector>

namespace ibid::testing {

struct Mutation {
  std::string kind;       // "negation dropped", "digit", "scale", …
  std::string quotation;  // what it was made into
  // It leaves out words: it stands nowhere, but its parts do.
  bool has_ellipsis = false;
  // It begins or ends inside a figure, and stands in the text therefore.
  bool is_cut = false;
};

// A run of words of a text that begins and ends at no number.
struct QuotedRun {
  std::string text;                // as it stands
  std::vector<std::string> words;  // apart by white space
};

// Runs of 6 to 14 words, every `step`-th.
std::vector<QuotedRun> runs_of(const std::string& text, std::size_t step);

// All mutations inside the run: nothing is changed at its first and last word.
std::vector<Mutation> mutations_of(const QuotedRun& run);

// Runs cut out of a text inside its figures.
std::vector<Mutation> cut_figures_of(const std::string& text);

// The word turns the sense of what it stands in: for telling a fair ellipsis.
bool turns_sense(const std::string& word);

// A number in digits or words stands within some words of `at`.
bool is_near_number(const std::string& text, std::size_t at);

}  // namespace ibid::testing
