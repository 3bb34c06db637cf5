// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid cite: cites one passage or a few, ready to paste.
#include <fmt/core.h>

#include <memory>
#include <string>
#include <vector>

#include "search/export/exporter.h"
#include "search/open/open_index.h"
#include "search/render/escape_terminal.h"
#include "tools/operands/export_formats.h"
#include "tools/operands/named_places.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

struct CiteCommand {
  IndexDirOption index;
  NodesOption nodes;
  LogOptions log;
  ExportFormatOptions format;

  void add(CLI::App& app);
  int run(const Operands& operands) const;
};

void CiteCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  format.add_format(app);
  format.add_fields(app);
  format.add_style(app);
  log.add(app);
}

int CiteCommand::run(const Operands& operands) const {
  const auto renderer = format.renderer(ExportWhat::kPassages);
  const std::string directory = index.directory();
  log.note("index: {}", escape_terminal(directory));
  OpenIndex opened(directory, nodes.wanted());
  ReportLister reports(opened);
  std::vector<PassageRef> refs;
  std::vector<std::string> names;  // of each, for messages
  for (const std::string& operand : operands) {
    for (PassageRef& ref : named_passages(reports, operand)) {
      refs.push_back(std::move(ref));
      names.push_back(operand);
    }
  }
  Exporter exporter(opened);
  const Exporter::NamedPassages named = exporter.passages(refs);
  for (std::size_t i = 0; i < refs.size(); ++i) {
    if (named.found[i] == Exporter::Found::kYes) continue;
    write_error(
        fmt::format("ibid: {}\n", escape_terminal(why_not_exported(names[i], named.found[i]))));
  }
  if (named.reports.empty()) return settled(opened, kExitNothing);
  for (const ExportedReport& report : named.reports) {
    if (!exporter.is_stale(report.report.id)) continue;
    write_error(fmt::format("ibid: {}\n", escape_terminal(stale_note(report.report.id))));
  }
  std::string out = renderer->begin();
  for (const ExportedReport& report : named.reports) {
    renderer->report(report, [&](std::string_view text) { out += text; });
  }
  write_output(out + renderer->end(named.totals));
  return settled(opened, named.totals.complete ? kExitFound : kExitNothing);
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<CiteCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kCiteCommand = {
    .name = "cite",
    .summary = "print a citation of a passage, ready to paste",
    .group = "Scripts",
    .operands = "PASSAGE-ID|PERMALINK|REPORT#SECTION...",
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .about =
        "Cites passages in words, or in any format of 'ibid export'. A citation names the "
        "report; for the sources that reports cite, use 'ibid export --what sources'. A section "
        "stands for its passages; a report may be named by the beginning of its id or its file. "
        "Passages "
        "of one report come together, in the order given. A permalink is cited only while its "
        "passage has the same text.\n\n"
        "The apa and chicago styles are approximate. For a bibliography correct to the letter, "
        "give csl-json to a citation processor: see docs/export.md.",
    .examples =
        "ibid cite 'china-russia-trade-2024-08-09#2-1.1'\n"
        "ibid cite --style apa 'china-russia-trade-2024-08-09#2-1.1@50ae8bec03c9'\n"
        "ibid cite --format bibtex 'china-russia-trade-2024-08-09#2-1.1'",
    .exit_codes =
        "0    cited\n"
        "1    a passage does not exist, or its text has changed\n"
        "2    error: no index, an argument that is not a passage id\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
