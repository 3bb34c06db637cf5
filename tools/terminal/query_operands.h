// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads a query from the arguments, with the options that say how its words are understood, and
// shows its errors with carets.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>

#include "search/passages/query_aliases.h"
#include "search/passages/search_options.h"
#include "search/query/query.h"
#include "tools/terminal/command.h"

namespace ibid {

// The words joined by spaces, empty if there are none; for "-" alone, standard input without the
// line ends at its end.
std::string query_of(const Operands& words);

struct AliasOptions {
  std::string file;  // empty: aliases.toml in the index, if it exists
  bool literal = false;
  void add(CLI::App& app);
  QueryAliases names() const { return {literal ? Aliases::kNo : Aliases::kYes, file}; }
};

// Runs `action`; a QueryError becomes a DetailedError that points at the position in `query`.
template <typename Action>
auto pointing_at_errors(const std::string& query, Action&& action) {
  try {
    return std::forward<Action>(action)();
  } catch (const QueryError& error) {
    throw DetailedError(error.kind(), error.what(), caret_lines(query, error));
  }
}

}  // namespace ibid
