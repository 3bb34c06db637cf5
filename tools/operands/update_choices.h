// SPDX-License-Identifier: GPL-2.0-or-later
//
// The options of commands that bring an index in line with files, once (ibid index) or for as long
// as they run (ibid watch). Each add_… is a group that a command may have; their order is that of
// its help.
#pragma once

#include <CLI/CLI.hpp>

#include "indexer/update/update.h"

namespace ibid {

struct UpdateChoices {
  UpdateOptions update;

  void add_allow_removals(CLI::App& app);
  void add_metadata(CLI::App& app);  // and --no-metadata
  void add_memory(CLI::App& app);    // and --threads
  void add_encoding(CLI::App& app);
  void add_require_sandbox(CLI::App& app);

  // To be called when the options are read. `otherwise`: what happens to many removals that are not
  // allowed. Throws Error{kUsage}.
  void settle(UpdateOptions::Removals otherwise);

 private:
  bool allow_removals_ = false;
  bool no_metadata_ = false;
};

}  // namespace ibid
