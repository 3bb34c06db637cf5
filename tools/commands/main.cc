// SPDX-License-Identifier: GPL-2.0-or-later
//
// The `ibid` program: the table of commands, the parsing of the command line, and the one place
// where failures become messages and exit codes.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <map>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "corpus/text/code_points.h"
#include "corpus/text/edit_distance.h"
#include "ibid_version.h"
#include "search/render/escape_terminal.h"
#include "tools/terminal/command.h"
#include "tools/terminal/help_format.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

// In the order of the list that `ibid help` shows; the commands of a group are adjacent.
constexpr auto kCommands = std::to_array<const Command*>({
    &kIndexCommand,  &kWatchCommand,       &kInfoCommand,        &kCopyCommand,    &kListCommand,
    &kRemoveCommand, &kSearchCommand,      &kShowCommand,        &kSimilarCommand, &kSourcesCommand,
    &kSourceCommand, &kAuditCommand,       &kVerifyQuoteCommand, &kResolveCommand, &kCheckCommand,
    &kBundleCommand, &kCheckBundleCommand, &kExportCommand,      &kCiteCommand,    &kServeCommand,
    &kMcpCommand,    &kHelpCommand,
});

DetailedError usage_error(const Command* command, const std::string& message) {
  const std::string help =
      command == nullptr ? "ibid --help" : fmt::format("ibid {} --help", command->name);
  return {ErrorKind::kUsage, message, fmt::format("see '{}'", help)};
}

// "; did you mean X?" for the name nearest to `typed`, if one is near.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& names) {
  constexpr std::size_t kFarthest = 2;
  const std::u32string letters = letters_of(typed);
  std::string_view best;
  std::size_t best_distance = kFarthest + 1;
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(letters, letters_of(name), kFarthest);
    if (distance < best_distance) {
      best = name;
      best_distance = distance;
    }
  }
  return best.empty() ? "" : fmt::format("; did you mean {}?", best);
}

const Command* find_command(std::string_view name) {
  const auto it = std::find_if(kCommands.begin(), kCommands.end(),
                               [name](const Command* c) { return name == c->name; });
  return it == kCommands.end() ? nullptr : *it;
}

const Command& command_named(const std::string& name) {
  if (const Command* command = find_command(name)) return *command;
  std::vector<std::string> names;
  for (const Command* command : kCommands) names.emplace_back(command->name);
  throw usage_error(nullptr,
                    fmt::format("there is no command \"{}\"{}", name, did_you_mean(name, names)));
}

// "-china": a dash and a word. No option looks like this, but CLI11 would read it as -c -h -i -n
// -a, and -h shows the help.
bool is_dashed_word(std::string_view argument) {
  return argument.size() > 2 && argument[0] == '-' && argument[1] != '-' &&
         !is_ascii_digit(argument[1]);
}

// "-n5": a short option of the command with its number.
bool is_short_option(std::string_view argument, const CLI::App& app) {
  const auto named = [argument](const CLI::Option* option) {
    const std::vector<std::string>& names = option->get_snames();
    return option->get_type_size() != 0 &&
           std::find(names.begin(), names.end(), argument.substr(1, 1)) != names.end();
  };
  const std::string_view value = argument.substr(std::min<std::size_t>(2, argument.size()));
  if (value.find_first_not_of("0123456789") != std::string_view::npos) return false;
  const std::vector<const CLI::Option*> options = app.get_options();
  return std::any_of(options.begin(), options.end(), named);
}

bool takes_query(const Command& command) {
  return std::string_view(command.operands).find("QUERY") != std::string_view::npos;
}

DetailedError unknown_option(const Command& command, const CLI::App& app,
                             const std::string& argument) {
  if (takes_query(command) && !argument.starts_with("--")) {
    return {ErrorKind::kUsage, fmt::format("\"{}\" looks like an option", argument),
            fmt::format("to leave out passages with a word, put -- before the query: "
                        "ibid {} -- QUERY {}",
                        command.name, argument)};
  }
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::string name = argument.substr(0, argument.find('='));
  return usage_error(&command, fmt::format("unknown option {}{}", name, did_you_mean(name, names)));
}

// The words that are not options. CLI11 only collects them: as one of its positionals, "[person]"
// would lose its brackets.
Operands operands_of(const Command& command, const CLI::App& app, const Operands& after_dashes) {
  Operands out = app.remaining();
  for (const std::string& word : out) {
    if (word.size() > 1 && word[0] == '-') throw unknown_option(command, app, word);
  }
  out.insert(out.end(), after_dashes.begin(), after_dashes.end());
  if (out.size() < command.min_operands) {
    throw usage_error(&command, fmt::format("{} needs {}", command.name, command.operands));
  }
  if (out.size() > command.max_operands) {
    throw usage_error(&command, fmt::format("\"{}\" is one argument too many for {}",
                                            out[command.max_operands], command.name));
  }
  return out;
}

// CLI11's sentences in our words.
std::string parse_error_text(const CLI::ParseError& error) {
  const std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return text.substr(0, text.find(':')) + " needs a value";
  }
  return text;
}

// After the version, as docs/licence.md has it.
constexpr const char* kLicence =
    "ibid: GNU GPL, version 2 or later <https://gnu.org/licenses/gpl.html>\n"
    "ibid-read, with the libraries that it is linked with: GNU GPL, version 3\n"
    "There is no warranty, to the extent permitted by law.\n";

// The parsed command line. CLI11 sees only the options; the command and what follows "--" are
// removed first.
class Program {
 public:
  Program() {
    app_.set_help_flag("-h,--help", "show this text");
    app_.add_flag("--version", version_, "show the version and the licence");
    app_.require_subcommand(0, 1);
    for (const Command* command : kCommands) {
      CLI::App* sub = app_.add_subcommand(command->name, command->summary);
      sub->set_help_flag("-h,--help", "show this text");
      sub->allow_extras();
      actions_[command] = command->add_options(*sub);
    }
  }

  int run(std::vector<std::string> arguments) {
    if (arguments.empty()) {
      write_error(program_help(app_));
      return kExitError;
    }
    if (arguments[0].empty() || arguments[0][0] != '-') {
      const Command& command = command_named(arguments[0]);
      return run_command(command, std::move(arguments));
    }
    return run_bare(std::move(arguments));
  }

 private:
  // ibid --version, ibid --help
  int run_bare(std::vector<std::string> arguments) {
    try {
      std::reverse(arguments.begin(), arguments.end());
      app_.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
      write_output(program_help(app_));
      return kExitFound;
    } catch (const CLI::ParseError&) {
      throw usage_error(nullptr, "the command comes first: ibid COMMAND [OPTION]... [ARGUMENT]...");
    }
    if (version_) write_output(fmt::format("ibid {}\n{}", kVersion, kLicence));
    return kExitFound;
  }

  int run_command(const Command& command, std::vector<std::string> arguments) {
    const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
    const Operands after(dashes == arguments.end() ? dashes : dashes + 1, arguments.end());
    arguments.erase(dashes, arguments.end());
    const CLI::App& app = *app_.get_subcommand(command.name);
    const auto dashed = std::find_if(arguments.begin(), arguments.end(), [&](const auto& word) {
      return is_dashed_word(word) && !is_short_option(word, app);
    });
    if (dashed != arguments.end()) throw unknown_option(command, app, *dashed);
    try {
      std::reverse(arguments.begin(), arguments.end());
      app_.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
      write_output(command_help(command, app));
      return kExitFound;
    } catch (const CLI::ParseError& error) {
      throw usage_error(&command, parse_error_text(error));
    }
    return actions_.at(&command)(operands_of(command, app, after));
  }

  CLI::App app_;
  bool version_ = false;
  std::map<const Command*, Action> actions_;
};

void print_lines(std::string_view beginning, std::string_view message, std::string_view details) {
  // If both streams go to one terminal, earlier output comes first.
  std::fflush(stdout);
  write_error(fmt::format("ibid: {}{}\n", beginning, escape_terminal(message)));
  // Several lines, each of which may name what the user typed.
  while (!details.empty()) {
    const std::string_view line = details.substr(0, details.find('\n'));
    write_error(fmt::format("{}\n", escape_terminal(line)));
    details.remove_prefix(std::min(details.size(), line.size() + 1));
  }
}

// For handlers: whatever leaves one ends the process without an exit code.
void print_error(std::string_view beginning, std::string_view message,
                 std::string_view details = {}) noexcept {
  try {
    print_lines(beginning, message, details);
  } catch (const std::exception&) {
    write_error("ibid: out of memory while reporting an error\n");
  }
}

constexpr std::string_view kUnexpected = "this should not happen, please report it: ";

// The one place that turns exceptions into exit codes.
template <typename Run>
int exit_code_of(const Run& run) noexcept {
  try {
    const int code = run();
    flush_output();
    return code;
  } catch (const DetailedError& error) {
    print_error("", error.what(), error.details());
  } catch (const Error& error) {
    print_error("", error.what());
    if (error.kind() == ErrorKind::kLocked) return kExitLocked;
  } catch (const std::bad_alloc&) {
    print_error("", "out of memory; --memory and --threads 1 make an index with less");
  } catch (const std::system_error& error) {
    print_error("the system refused: ", error.what());
  } catch (const std::exception& error) {
    print_error(kUnexpected, error.what());
  } catch (...) {
    print_error(kUnexpected, "an exception without a description");
  }
  return kExitError;
}

}  // namespace

std::span<const Command* const> all_commands() { return kCommands; }

}  // namespace ibid

int main(int argc, char** argv) {
  ibid::occupy_standard_streams();
  // A reader that goes away is noticed by a failed write (tools/terminal/output.h), not by a
  // signal: an index run must not die because nobody reads its progress.
  std::signal(SIGPIPE, SIG_IGN);
  // A limit on the size of files is reported like a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
  return ibid::exit_code_of(
      [&] { return ibid::Program().run(std::vector<std::string>(argv + 1, argv + argc)); });
}
