// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid remove: takes reports out of the index and keeps them out, or lets them in again.
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "corpus/error.h"
#include "corpus/files/discover.h"
#include "corpus/report/passage_id.h"
#include "indexer/folder/index_dir.h"
#include "indexer/update/update.h"
#include "search/index/reports/report_names.h"
#include "search/open/open_index.h"
#include "search/render/escape_terminal.h"
#include "search/render/wording.h"
#include "tools/commands/index_summary.h"
#include "tools/operands/named_places.h"
#include "tools/terminal/command.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

struct RemoveCommand {
  IndexDirOption index;
  LogOptions log;
  UpdateOptions update;
  bool restore = false;

  void add(CLI::App& app);
  int run(const Operands& names);

 private:
  void choose_removed(const Operands& names);
  void choose_restored(const Operands& names);
};

void RemoveCommand::add(CLI::App& app) {
  index.add(app);
  app.add_flag("--restore", restore, "index removed reports again, and no longer keep them out");
  app.add_option_function<std::string>(
         "--lock-timeout",
         [this](const std::string& text) {
           update.lock_timeout_ms = parse_seconds("--lock-timeout", text);
         },
         "how long to wait while another ibid writes (default: 0)")
      ->type_name("SECONDS")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  log.add(app);
}

std::string file_id(const std::string& path) {
  return report_id_from_file_name(std::filesystem::path(path).filename().string());
}

// The removed files that `name` may mean: by the path, the name, the id of the report, else the
// beginning of one.
std::vector<std::string> removed_files(const std::vector<std::string>& removed,
                                       const std::string& name) {
  const std::string path = absolute_path(name);
  if (std::find(removed.begin(), removed.end(), path) != removed.end()) return {path};
  std::vector<std::string> same, begun;
  for (const std::string& file : removed) {
    const std::string id = file_id(file);
    if (id == name || id == file_id(name)) same.push_back(file);
    if (id.starts_with(name)) begun.push_back(file);
  }
  return same.empty() ? begun : same;
}

void RemoveCommand::choose_removed(const Operands& names) {
  const std::vector<std::string> removed = IndexDir(update.index_dir).usable_manifest().removed;
  OpenIndex opened(update.index_dir);
  ReportLister reports(opened);
  for (const std::string& name : names) {
    if (const auto id = reports.find(name).id) {
      update.remove.push_back(reports.path_of(*id));
    } else if (const auto files = removed_files(removed, name); files.size() == 1) {
      update.remove.push_back(files.front());  // it is out already, and stays out
    } else {
      named_report(reports, name);  // throws
    }
  }
}

void RemoveCommand::choose_restored(const Operands& names) {
  const std::vector<std::string> removed = IndexDir(update.index_dir).usable_manifest().removed;
  std::vector<std::string> ids;
  for (const std::string& file : removed) ids.push_back(file_id(file));
  for (const std::string& name : names) {
    const std::vector<std::string> files = removed_files(removed, name);
    if (files.size() != 1) {
      throw Error(ErrorKind::kUsage, files.empty()
                                         ? fmt::format("no report {} was removed{}", name,
                                                       did_you_mean(nearest_ids(name, ids)))
                                         : fmt::format("{} names several removed reports{}", name,
                                                       did_you_mean(files)));
    }
    update.restore.push_back(files.front());
  }
  update.paths = update.restore;
}

int RemoveCommand::run(const Operands& names) {
  update.index_dir = index.directory();
  log.note("index: {}", escape_terminal(update.index_dir));
  restore ? choose_restored(names) : choose_removed(names);
  catch_interrupts();
  const UpdateSummary summary =
      update_index(update, [](const UpdateProgress&) { return interrupt_signal() == 0; });
  if (summary.interrupted) {
    write_error(fmt::format("ibid: {}\n", interrupted_text(summary)));
    return 128 + interrupt_signal();
  }
  std::error_code ignored;
  const std::string here = std::filesystem::current_path(ignored).string();
  std::string out;
  for (const std::string& path : restore ? update.restore : update.remove) {
    out += fmt::format("{}: {}\n", restore ? "restored" : "removed", shown_path(path, here));
  }
  write_output(out + summary_text(summary) + problems_text("failed", summary.problems, here));
  return summary.problems.empty() ? kExitFound : kExitNothing;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<RemoveCommand>();
  command->add(app);
  return [command](const Operands& names) { return command->run(names); };
}

}  // namespace

const Command kRemoveCommand = {
    .name = "remove",
    .summary = "take reports out of the index and keep them out",
    .group = "Index",
    .operands = "REPORT...",
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .about =
        "Takes reports out of the index. Their files stay as they are, but are kept out of the "
        "index by their paths: `ibid index` passes over them, also with --rebuild and if they are "
        "named, until `ibid remove --restore`. `ibid list --removed` shows them.\n\n"
        "A REPORT is an id, the beginning of one id only, or the path of a file. If one of them "
        "names no report, nothing is changed.",
    .examples =
        "ibid remove china-russia-trade-2024-08-09\n"
        "ibid remove reports/draft.txt\n"
        "ibid list --removed\n"
        "ibid remove --restore china-russia-trade-2024-08-09",
    .exit_codes =
        "0    done\n"
        "1    restored, but a file could not be read (each is named)\n"
        "2    error: no such report, no index\n"
        "75   another ibid is writing to this index\n"
        "130  interrupted with Ctrl-C",
    .add_options = add_options,
};

}  // namespace ibid
