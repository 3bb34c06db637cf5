// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid cite: one passage or a few, ready to paste.
#include <fmt/core.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "search/escape_terminal.h"
#include "search/export/exporter.h"
#include "search/open_index.h"
#include "tools/command.h"
#include "tools/export_formats.h"
#include "tools/option_groups.h"
#include "tools/output.h"
#include "tools/passage_operand.h"

namespace ibid {
namespace {

struct CiteCommand {
  IndexDirOption index;
  LogOptions log;
  ExportFormatOptions format;

  void add(CLI::App& app);
  int run(const Operands& operands) const;
};

void CiteCommand::add(CLI::App& app) {
  index.add(app);
  format.add_format(app);
  format.add_fields(app);
  format.add_style(app);
  log.add(app);
}

// Puts `one` with the passages of its report, the first time at the end.
void add_passage(ExportedReport one, std::vector<ExportedReport>& reports) {
  const auto same = std::find_if(reports.begin(), reports.end(), [&](const ExportedReport& r) {
    return r.report.id == one.report.id;
  });
  if (same == reports.end()) {
    reports.push_back(std::move(one));
    return;
  }
  const std::string& id = one.passages.front().id;
  const bool twice = std::any_of(same->passages.begin(), same->passages.end(),
                                 [&](const StoredPassage& p) { return p.id == id; });
  if (!twice) same->passages.push_back(std::move(one.passages.front()));
}

int CiteCommand::run(const Operands& operands) const {
  log.start();
  std::vector<PassageRef> refs;
  for (const std::string& operand : operands) refs.push_back(passage_operand(operand));
  const auto renderer = format.renderer(ExportWhat::kPassages);
  const std::string directory = index.directory();
  spdlog::debug("index: {}", escape_terminal(directory));
  OpenIndex opened(directory);
  Exporter exporter(opened);
  std::vector<ExportedReport> reports;
  ExportTotals totals;
  for (std::size_t i = 0; i < refs.size(); ++i) {
    if (auto one = exporter.passage(refs[i])) {
      add_passage(std::move(*one), reports);
      continue;
    }
    totals.complete = false;
    fmt::print(stderr, "ibid: {}\n",
               escape_terminal(why_not_exported(operands[i], exporter.add(refs[i]))));
  }
  if (reports.empty()) return kExitNothing;
  std::string out = renderer->begin();
  for (const ExportedReport& report : reports) {
    totals.records += report.passages.size();
    out += renderer->report(report);
  }
  totals.index = exporter.state();
  totals.last_generation = totals.index.generation;
  write_output(out + renderer->end(totals));
  return totals.complete ? kExitFound : kExitNothing;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<CiteCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kCiteCommand = {
    .name = "cite",
    .summary = "a citation of a passage, ready to paste",
    .group = "Scripts",
    .operands = "PASSAGE-ID|PERMALINK...",
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .about =
        "Cites passages in words, or in any format of 'ibid export'. Passages of one report stand "
        "together, in the order given. A permalink is cited only while its text is the one that "
        "stands under its id.\n\n"
        "apa and chicago are in the manner of these styles. For a bibliography to the letter, give "
        "csl-json to a citation processor: see docs/export.md.",
    .examples =
        "ibid cite 'geopolitical-shifts-2024-06-27#7-2.1'\n"
        "ibid cite --style apa 'geopolitical-shifts-2024-06-27#7-2.1@3f9a12c40b77'\n"
        "ibid cite --format bibtex 'geopolitical-shifts-2024-06-27#7-2.1'",
    .exit_codes =
        "0    cited\n"
        "1    a passage is not there, or its text has changed\n"
        "2    error: no index, a word that is no passage id",
    .add_options = add_options,
};

}  // namespace ibid
