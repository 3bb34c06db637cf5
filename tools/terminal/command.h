// SPDX-License-Identifier: GPL-2.0-or-later
//
// A subcommand. The table of all of them, in main.cc, drives dispatch, help and tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpus/error.h"

namespace CLI {
class App;
}

namespace ibid {

// Scripts may rely on these: ripgrep's 0, 1, 2 and sysexits.h's EX_TEMPFAIL.
enum ExitCode : int {
  kExitFound = 0,    // found, done, clean
  kExitNothing = 1,  // nothing found, or findings
  kExitError = 2,    // no answer: usage, a bad query, no index, disk full
  kExitPartial = 3,  // an answer without the reports of a node that did not answer
  kExitLocked = 75,  // another writer holds the index
};

// Arguments that are not options, in order.
using Operands = std::vector<std::string>;

// Runs after the options are read; returns the exit code. Throws Error.
using Action = std::function<int(const Operands&)>;

inline constexpr std::size_t kAnyNumber = SIZE_MAX;

// A section of the manual page of one command only.
struct ManualSection {
  std::string title;                                         // in capitals
  std::vector<std::pair<std::string, std::string>> entries;  // term, what it means
};

struct Command {
  const char* name;
  const char* summary;   // for the list of commands; 60 columns at most
  const char* group;     // its heading in that list
  const char* operands;  // as in the usage line
  std::size_t min_operands;
  std::size_t max_operands;
  const char* about;                     // what it does; an empty line between paragraphs
  const char* examples;                  // lines
  const char* exit_codes;                // lines
  Action (*add_options)(CLI::App& app);  // the action lives at least as long as `app`'s options
  ManualSection (*more)() = nullptr;     // for the manual page; most have none
};

extern const Command kIndexCommand;
extern const Command kWatchCommand;
extern const Command kCopyCommand;
extern const Command kListCommand;
extern const Command kRemoveCommand;
extern const Command kSearchCommand;
extern const Command kShowCommand;
extern const Command kSimilarCommand;
extern const Command kCheckCommand;
extern const Command kResolveCommand;
extern const Command kVerifyQuoteCommand;
extern const Command kAuditCommand;
extern const Command kInfoCommand;
extern const Command kSourcesCommand;
extern const Command kSourceCommand;
extern const Command kBundleCommand;
extern const Command kCheckBundleCommand;
extern const Command kExportCommand;
extern const Command kCiteCommand;
extern const Command kServeCommand;
extern const Command kMcpCommand;
extern const Command kHelpCommand;

std::span<const Command* const> all_commands();

// An error with lines for the user below the message: the position in a query, where to find help.
class DetailedError : public Error {
 public:
  DetailedError(ErrorKind kind, const std::string& message, std::string details)
      : Error(kind, message), details_(std::move(details)) {}
  const std::string& details() const { return details_; }

 private:
  std::string details_;  // without a final line end
};

}  // namespace ibid
