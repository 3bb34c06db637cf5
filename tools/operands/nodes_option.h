// SPDX-License-Identifier: GPL-2.0-or-later
//
// --require-all, of commands that answer from an index on several machines, and what they say and
// return if one of these did not answer.
#pragma once

#include <CLI/CLI.hpp>

#include "search/open/open_index.h"

namespace ibid {

struct NodesOption {
  bool require_all = false;
  void add(CLI::App& app);
  Nodes wanted() const { return require_all ? Nodes::kAll : Nodes::kAny; }
};

// `exit_code`, or kExitPartial with a note on standard error if a node did not answer.
int settled(OpenIndex& opened, int exit_code);

}  // namespace ibid
