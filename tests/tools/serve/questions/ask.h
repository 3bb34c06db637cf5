// SPDX-License-Identifier: GPL-2.0-or-later
//
// Requests as tests write them, and the sentence by which one is refused.
#pragma once

#include <string>
#include <utility>

#include "tools/serve/questions/parameters.h"
#include "tools/serve/questions/problem.h"

namespace ibid::testing {

// The question that `read(Parameters&)` makes of the fields, all of which must be its own.
template <typename Read>
auto asked(const HttpFields& fields, Read&& read) {
  Parameters parameters(fields);
  auto question = std::forward<Read>(read)(parameters);
  parameters.finish();
  return question;
}

// "bad-parameter limit: …"; empty if it is not refused.
template <typename Ask>
std::string refused(Ask&& ask) {
  try {
    std::forward<Ask>(ask)();
  } catch (const ProblemError& error) {
    const HttpProblem& problem = error.problem();
    return std::string(problem.name()) + " " + problem.parameter + ": " + problem.detail;
  }
  return {};
}

}  // namespace ibid::testing
