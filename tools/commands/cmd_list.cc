// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid list: shows the reports of the index, and what has become of their files.

#include <memory>
#include <string>
#include <vector>

#include "indexer/folder/index_dir.h"
#include "search/open/open_index.h"
#include "search/render/escape_terminal.h"
#include "search/reports/render_report_list.h"
#include "search/reports/report_lister.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/query_operands.h"

namespace ibid {
namespace {

struct ListCommand {
  IndexDirOption index;
  NodesOption nodes;
  OutputOptions output;
  LogOptions log;
  AliasOptions aliases;
  bool removed = false;

  void add(CLI::App& app);
  int run(const Operands& words) const;

 private:
  int list_removed(const std::string& directory) const;
};

void ListCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  app.add_flag("--removed", removed, "show the files that ibid remove keeps out of the index");
  aliases.add(app);
  output.add(app, OutputOptions::Csv::kToo);
  output.add_pager(app);
  log.add(app);
}

int ListCommand::list_removed(const std::string& directory) const {
  const std::vector<std::string> paths = IndexDir(directory).usable_manifest().removed;
  output.show(output.format == Format::kJsonLines ? removed_json_lines(paths)
              : output.format == Format::kCsv ? std::string(output.csv_start()) + removed_csv(paths)
                                              : removed_text(paths, output.layout()));
  return paths.empty() ? kExitNothing : kExitFound;
}

int ListCommand::run(const Operands& words) const {
  output.csv_start();  // misuse is reported before the index is read
  const std::string directory = index.directory();
  log.note("index: {}", escape_terminal(directory));
  if (removed && !words.empty()) {
    throw Error(ErrorKind::kUsage, "--removed shows all removed reports; leave out the query");
  }
  if (removed) return list_removed(directory);
  const std::string query = query_of(words);
  OpenIndex opened(directory, nodes.wanted());
  const std::vector<ReportLine> lines =
      pointing_at_errors(query, [&] { return ReportLister(opened).list(query, aliases.names()); });
  output.show(output.format == Format::kJsonLines ? report_list_json_lines(lines)
              : output.format == Format::kCsv
                  ? std::string(output.csv_start()) + report_list_csv(lines)
                  : report_list_text(lines, output.layout()));
  return settled(opened, lines.empty() ? kExitNothing : kExitFound);
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<ListCommand>();
  command->add(app);
  return [command](const Operands& words) { return command->run(words); };
}

}  // namespace

const Command kListCommand = {
    .name = "list",
    .summary = "show the reports of the index and their state",
    .group = "Index",
    .operands = "[QUERY...]",
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .about =
        "Shows each report with its id, title, date, publisher, number of passages and state; with "
        "a query, those with a passage that matches, and how many do.\n\n"
        "The state says what has become of the file: fresh (as it was indexed), changed (it has "
        "other bytes; `ibid index` reads it again), gone (it is no longer in its folder; the "
        "report goes with the next `ibid index`) or kept (it cannot be read, or its folder is "
        "missing, as of a disk that is not mounted; the report stays).\n\n"
        "CSV is RFC 4180 in UTF-8; a cell that a spreadsheet would take for a formula starts "
        "with an apostrophe. --bom makes Excel on Windows read it as UTF-8.",
    .examples =
        "ibid list\n"
        "ibid list date:2024-06.. S-400\n"
        "ibid list --format csv > reports.csv\n"
        "ibid list --format jsonl | jq -r 'select(.state == \"gone\") | .report.path'\n"
        "ibid list --removed",
    .exit_codes =
        "0    there are reports\n"
        "1    there are none\n"
        "2    error: no index, misuse of an operator or option\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
