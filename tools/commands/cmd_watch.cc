// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid watch: keeps the index in line with files and folders until it is told to stop.
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "corpus/error.h"
#include "indexer/watch/follow.h"
#include "indexer/watch/inotify_events.h"
#include "indexer/watch/watch_clock.h"
#include "search/render/escape_terminal.h"
#include "tools/commands/index_lines.h"
#include "tools/commands/index_summary.h"
#include "tools/commands/progress.h"
#include "tools/operands/update_choices.h"
#include "tools/terminal/command.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

struct WatchCommand {
  IndexDirOption index;
  LogOptions log;
  UpdateChoices choices;
  Format format = Format::kText;

  void add(CLI::App& app);
  int run(const Operands& paths);

 private:
  void report(const UpdateSummary& summary, const std::vector<Problem>& fresh);

  std::unique_ptr<ProgressDisplay> first_;  // until the first update is done
  bool is_following_ = false;
};

void WatchCommand::add(CLI::App& app) {
  index.add(app);
  choices.add_allow_removals(app);
  choices.add_metadata(app);
  choices.add_memory(app);
  choices.add_encoding(app);
  choices.add_require_sandbox(app);
  add_choice<Format>(app, "--format", format,
                     {{"text", Format::kText}, {"jsonl", Format::kJsonLines}},
                     "a sentence or a JSON line for each update")
      ->group("Output");
  log.add(app);
}

int WatchCommand::run(const Operands& paths) {
  if (std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    throw Error(ErrorKind::kUsage, "standard input cannot be followed; ibid index reads it once");
  }
  choices.settle(UpdateOptions::Removals::kFewOrNone);
  FollowOptions options;
  options.update = choices.update;
  options.update.index_dir = index.directory();
  options.update.paths = paths;
  log.note("index: {}", escape_terminal(options.update.index_dir));
  catch_interrupts();
  FollowNews news;
  news.go_on = [] { return interrupt_signal() == 0 && !reader_left(); };
  news.updated = [this](const UpdateSummary& summary, const std::vector<Problem>& fresh) {
    report(summary, fresh);
  };
  news.told = [](const std::string& sentence) {
    write_error(fmt::format("ibid: {}\n", escape_terminal(sentence)));
  };
  first_ = std::make_unique<ProgressDisplay>(ProgressMode::kAuto);
  news.progress = [this](const UpdateProgress& progress) {
    return first_ == nullptr || first_->show(progress);
  };
  InotifyEvents events;
  SystemClock clock;
  follow_folders(options, events, clock, news);
  first_.reset();
  return kExitFound;
}

// An update is one line, and one more for each problem that was not told before.
void WatchCommand::report(const UpdateSummary& summary, const std::vector<Problem>& fresh) {
  first_.reset();
  if (format == Format::kJsonLines) {
    write_output(summary_json_line(summary));
  } else if (summary.interrupted) {
    write_error(fmt::format("ibid: {}\n", interrupted_text(summary)));
  } else {
    const std::string text = summary_text(summary);
    std::error_code error;
    write_output(is_following_ ? text.substr(0, text.find('\n') + 1) : text);
    write_output(problems_text("failed", fresh, std::filesystem::current_path(error).string()));
  }
  flush_output();
  if (!is_following_ && !summary.interrupted) {
    write_error("ibid: following what changes; Ctrl-C ends\n");
  }
  is_following_ = true;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<WatchCommand>();
  command->add(app);
  return [command](const Operands& paths) { return command->run(paths); };
}

}  // namespace

const Command kWatchCommand = {
    .name = "watch",
    .summary = "keep the index up to date while files change",
    .group = "Index",
    .operands = "[PATH...]",
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .about =
        "Does what `ibid index` does, then follows the files and folders named, or without a PATH "
        "those that the index was made from, until Ctrl-C or SIGTERM ends it. A file that is "
        "closed, moved in, renamed or deleted is found, or no longer found, about three seconds "
        "later; searches and pages that are open see the new state.\n\n"
        "A file is read when its size and times have not changed for two seconds, so one that is "
        "still being copied waits; if that takes more than a minute it is named. What changes at "
        "about the same time is one update, and one line.\n\n"
        "Folders on NFS, SMB, FUSE and the like are looked through every minute, as their file "
        "systems do not tell of changes, and so are folders for which the kernel has no watch "
        "left. Everything is looked through every ten minutes. Links to files are followed, but "
        "what changes behind them is only seen then.\n\n"
        "While another ibid writes to the index, the update waits. If more than a third of the "
        "reports would be removed, or all of a folder, as when a disk is not mounted, they stay "
        "and this is said; new files come in all the same. With --allow-removals they are removed, "
        "each time.\n\n"
        "Only one computer may write to an index: watch where the index is.",
    .examples =
        "ibid watch reports/\n"
        "ibid watch --format jsonl | jq .index.generation\n"
        "systemctl --user enable --now ibid-watch    # from each login on",
    .exit_codes =
        "0    ended by Ctrl-C or SIGTERM; finished work is kept\n"
        "2    error before the first update was done",
    .add_options = add_options,
};

}  // namespace ibid
