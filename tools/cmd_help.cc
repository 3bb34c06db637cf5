// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid help: the same texts as --help.
#include <fmt/format.h>

#include <memory>

#include "tools/command.h"
#include "tools/help_format.h"
#include "tools/man_page.h"
#include "tools/output.h"

namespace ibid {
namespace {

std::string command_names() {
  std::string out;
  for (const Command* command : all_commands()) out += fmt::format("{}\n", command->name);
  return out;
}

enum class Page : std::uint8_t { kHelp, kManual };

int show(const CLI::App& program, const Operands& operands, Page page) {
  const bool manual = page == Page::kManual;
  if (operands.empty()) {
    write_output(manual ? program_man_page() : program_help(program));
    return kExitFound;
  }
  for (const Command* command : all_commands()) {
    if (operands[0] != command->name) continue;
    const CLI::App& app = *program.get_subcommand(command->name);
    write_output(manual ? man_page(*command, app) : command_help(*command, app));
    return kExitFound;
  }
  throw DetailedError(ErrorKind::kUsage, fmt::format("there is no command \"{}\"", operands[0]),
                      "see 'ibid help'");
}

Action add_options(CLI::App& app) {
  auto list = std::make_shared<bool>(false);
  app.add_flag("--list", *list, "only the names of the commands, one a line");
  auto manual = std::make_shared<bool>(false);
  app.add_flag("--man", *manual, "the manual page, for man -l");
  return [list, manual, &app](const Operands& operands) {
    if (!*list) return show(*app.get_parent(), operands, *manual ? Page::kManual : Page::kHelp);
    write_output(command_names());
    return static_cast<int>(kExitFound);
  };
}

}  // namespace

const Command kHelpCommand = {
    .name = "help",
    .summary = "this list, or all about one command",
    .group = "Help",
    .operands = "[COMMAND]",
    .min_operands = 0,
    .max_operands = 1,
    .about = "Shows what a command does, its options, examples and exit codes.",
    .examples =
        "ibid help search\n"
        "ibid help --man audit | man -l -\n"
        "ibid help --list",
    .exit_codes =
        "0    shown\n"
        "2    there is no such command",
    .add_options = add_options,
};

}  // namespace ibid
