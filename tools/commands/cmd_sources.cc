// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid sources: shows what the reports cite and list, and how often.

#include <memory>
#include <string>

#include "search/open/open_index.h"
#include "search/render/escape_terminal.h"
#include "search/sources/render_sources.h"
#include "search/sources/source_reader.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/query_operands.h"

namespace ibid {
namespace {

struct SourcesCommand {
  IndexDirOption index;
  NodesOption nodes;
  OutputOptions output;
  LogOptions log;
  AliasOptions aliases;
  SourceSort sort = SourceSort::kCount;
  std::uint64_t limit = UINT64_MAX;

  void add(CLI::App& app);
  int run(const Operands& words) const;

 private:
  std::string shown(const SourceList& list) const;
};

void SourcesCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  add_count(app, "-n,--limit", limit, {1, UINT64_MAX}, "sources to show (default: all)");
  add_choice<SourceSort>(
      app, "--sort", sort,
      {{"count", SourceSort::kCount}, {"id", SourceSort::kId}, {"date", SourceSort::kDate}},
      "count: most cited first; date: most recently cited first (default: count)");
  aliases.add(app);
  output.add(app, OutputOptions::Csv::kToo);
  output.add_pager(app);
  log.add(app);
}

int SourcesCommand::run(const Operands& words) const {
  output.csv_start();  // misuse is reported before the index is read
  const std::string directory = index.directory();
  const std::string query = query_of(words);
  log.note("index: {}", escape_terminal(directory));
  log.note("query: {}", escape_terminal(query));
  OpenIndex opened(directory, nodes.wanted());
  const SourceOptions options = {sort, aliases.names(), limit};
  const SourceList list =
      pointing_at_errors(query, [&] { return SourceReader(opened).list(query, options); });
  output.show(shown(list));
  return settled(opened, list.sources.empty() ? kExitNothing : kExitFound);
}

std::string SourcesCommand::shown(const SourceList& list) const {
  if (output.format == Format::kJsonLines) return sources_json_lines(list);
  if (output.format == Format::kCsv) return std::string(output.csv_start()) + sources_csv(list);
  return sources_text(list, output.layout());
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<SourcesCommand>();
  command->add(app);
  return [command](const Operands& words) { return command->run(words); };
}

}  // namespace

const Command kSourcesCommand = {
    .name = "sources",
    .summary = "show which sources the reports cite and list, how often",
    .group = "Editing",
    .operands = "[QUERY...]",
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .about =
        "Shows each source with its title, publisher, URL, kind and language, how many "
        "passages of how many reports cite it, and the first and last date of those reports. "
        "With a query, it counts only the passages that match, and shows only the sources "
        "these cite.\n\n"
        "Titles, publishers and URLs come from the reports' source lists. An id with two "
        "titles is pointed out; spellings that differ only in case, spaces or punctuation are "
        "one title. Ids that break the grammar, and words or URLs in place of an id, are "
        "marked as such.\n\n"
        "CSV is RFC 4180 in UTF-8; a cell that a spreadsheet would take for a formula starts "
        "with an apostrophe. --bom makes Excel on Windows read it as UTF-8.",
    .examples =
        "ibid sources\n"
        "ibid sources -n 20\n"
        "ibid sources --sort date S-400 date:2024-07..\n"
        "ibid sources --format csv --bom > sources.csv\n"
        "ibid sources --format jsonl | jq -r 'select(.two_titles) | .source'",
    .exit_codes =
        "0    there are sources\n"
        "1    there are none\n"
        "2    error: no index, misuse of an operator or option\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
