// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid copy: a copy of an index, of one state and checked.
#include <fmt/core.h>

#include <cstdio>
#include <memory>

#include "indexer/folder/copy_index.h"
#include "search/render/escape_terminal.h"
#include "tools/commands/index_lines.h"
#include "tools/terminal/command.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"

namespace ibid {
namespace {

struct CopyCommand {
  LogOptions log;
  CopyOptions copy;
  bool quiet = false;

  void add(CLI::App& app);
  int run(const Operands& folders);
};

void CopyCommand::add(CLI::App& app) {
  app.add_option_function<std::string>(
         "--lock-timeout",
         [this](const std::string& text) {
           copy.lock_timeout_ms = parse_seconds("--lock-timeout", text);
         },
         "how long to wait while another ibid writes (default: 0)")
      ->type_name("SECONDS")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_flag("-q,--quiet", quiet, "print no summary")->group("Output");
  log.add(app);
}

int CopyCommand::run(const Operands& folders) {
  copy.from = folders[0];
  copy.to = folders[1];
  log.note("from {} to {}", escape_terminal(copy.from), escape_terminal(copy.to));
  catch_interrupts();
  const CopySummary summary = copy_index(copy, [] { return interrupt_signal() == 0; });
  if (summary.interrupted) {
    fmt::print(stderr, "ibid: interrupted; {} is as it was, the same command goes on\n",
               escape_terminal(copy.to));
    return 128 + interrupt_signal();
  }
  if (!quiet) write_output(copy_text(summary));
  return kExitFound;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<CopyCommand>();
  command->add(app);
  return [command](const Operands& folders) { return command->run(folders); };
}

}  // namespace

const Command kCopyCommand = {
    .name = "copy",
    .summary = "copy an index while it is in use, and check the copy",
    .group = "Index",
    .operands = "INDEX DEST",
    .min_operands = 2,
    .max_operands = 2,
    .about =
        "Copies the index in the folder INDEX, with its aliases.toml, to DEST: a new or empty "
        "folder, or an older copy, which is replaced once the new one is whole. Reports are not "
        "copied.\n\n"
        "The copy is of one state, and its checksums are compared before it takes the place of an "
        "older one. Searches of both go on meanwhile; writers wait. If it is interrupted, DEST "
        "stays as it was, and the same command goes on with what is missing.",
    .examples =
        "ibid copy ~/.local/share/ibid /backup/ibid\n"
        "ibid copy --lock-timeout 60 /srv/index /mnt/usb/index",
    .exit_codes =
        "0    copied, or the copy was up to date\n"
        "2    error; DEST is as it was\n"
        "75   another ibid is writing to INDEX or DEST\n"
        "130  interrupted with Ctrl-C; DEST is as it was",
    .add_options = add_options,
};

}  // namespace ibid
