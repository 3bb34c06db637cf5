// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/operands/nodes_option.h"

#include <fmt/core.h>

#include "search/render/escape_terminal.h"
#include "search/render/passage_lines.h"
#include "tools/terminal/command.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {

void NodesOption::add(CLI::App& app) {
  app.add_flag("--require-all", require_all,
               "with --index FILE.toml: an error if a node does not answer (otherwise the others "
               "answer, and it is said which are missing)");
}

int settled(OpenIndex& opened, int exit_code) {
  if (!opened.is_on_nodes()) return exit_code;
  const std::string missing = missing_nodes_text(opened.state());
  if (missing.empty()) return exit_code;
  flush_output();
  write_error(fmt::format("ibid: {}\n", escape_terminal(missing)));
  return kExitPartial;
}

}  // namespace ibid
