// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid help: the same texts as --help.
#include <fmt/core.h>

#include <memory>

#include "tools/manual/completion.h"
#include "tools/manual/man_page.h"
#include "tools/terminal/command.h"
#include "tools/terminal/help_format.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"

namespace ibid {
namespace {

std::string command_names() {
  std::string out;
  for (const Command* command : all_commands()) out += fmt::format("{}\n", command->name);
  return out;
}

// The block of docs/query-language.md, which its manual page has, too.
constexpr char kQueryScreen[] =
#include "tools/commands/query_screen.inc"
    ;

enum class Page : std::uint8_t { kHelp, kManual };

int show(const CLI::App& program, const Operands& operands, Page page) {
  const bool manual = page == Page::kManual;
  if (operands.empty()) {
    write_output(manual ? program_man_page() : program_help(program));
    return kExitFound;
  }
  if (operands[0] == "query") {
    if (manual) {
      throw Error(ErrorKind::kUsage, "the manual page of the query language is ibid-query(7)");
    }
    write_output(kQueryScreen);
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

struct HelpOptions {
  bool list = false, manual = false;
  Shell shell = Shell::kBash;
  const CLI::Option* completion = nullptr;
};

int run(const CLI::App& program, const HelpOptions& options, const Operands& operands) {
  if (options.completion->count() > 0) {
    write_output(completion_script(options.shell, program));
  } else if (options.list) {
    write_output(command_names());
  } else {
    return show(program, operands, options.manual ? Page::kManual : Page::kHelp);
  }
  return kExitFound;
}

Action add_options(CLI::App& app) {
  auto options = std::make_shared<HelpOptions>();
  app.add_flag("--list", options->list, "print only the names of the commands, one per line");
  app.add_flag("--man", options->manual, "print the manual page, for man -l");
  options->completion =
      add_choice<Shell>(app, "--completion", options->shell,
                        {{"bash", Shell::kBash}, {"zsh", Shell::kZsh}, {"fish", Shell::kFish}},
                        "print the script by which a shell completes command lines");
  return [options, &app](const Operands& operands) {
    return run(*app.get_parent(), *options, operands);
  };
}

}  // namespace

const Command kHelpCommand = {
    .name = "help",
    .summary = "show this list, help for a command, or the query language",
    .group = "Help",
    .operands = "[COMMAND|query]",
    .min_operands = 0,
    .max_operands = 1,
    .about =
        "Shows what a command does, its options, examples and exit codes. 'ibid help query' shows "
        "the query language on one screen; all of it is in ibid-query(7).",
    .examples =
        "ibid help search\n"
        "ibid help query\n"
        "ibid help --man audit | man -l -\n"
        "ibid help --list\n"
        "ibid help --completion bash > ~/.local/share/bash-completion/completions/ibid",
    .exit_codes =
        "0    shown\n"
        "2    there is no such command",
    .add_options = add_options,
};

}  // namespace ibid
