// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid export: writes passages, sources and citations by the thousand.
#include <fmt/core.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "search/export/exporter.h"
#include "search/open/open_index.h"
#include "search/render/escape_terminal.h"
#include "search/render/wording.h"
#include "tools/operands/export_formats.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/output_file.h"
#include "tools/terminal/query_operands.h"
#include "tools/terminal/standard_streams.h"
#include "tools/terminal/text_lines.h"

namespace ibid {
namespace {

// The longest id, with room for the words or URL that a passage cites as its source.
constexpr std::size_t kMostIdBytes = 4096;

struct IdLine {
  std::uint64_t line = 0;
  std::string id;
};

// The result of reading --ids-from.
struct IdLines {
  std::vector<IdLine> sources;  // with --what sources; the exporter has the passages
  bool any = false;
  bool all_found = true;
  bool all_read = true;  // false if a line is not an id
};

// The files of so many reports are compared with what was indexed of them.
constexpr std::size_t kFewReports = 20;

void complain(const std::string& text) {
  flush_output();
  write_error(fmt::format("ibid: {}\n", escape_terminal(text)));
}

struct ExportCommand {
  IndexDirOption index;
  NodesOption nodes;
  LogOptions log;
  AliasOptions aliases;
  ExportFormatOptions format;
  ExportWhat what = ExportWhat::kPassages;
  bool all = false;
  std::string ids_from;
  std::string output;

  void add(CLI::App& app);
  int run(const Operands& words) const;

 private:
  ExportOptions options(const Operands& words) const;
  IdLines read_ids(Exporter& exporter) const;
  void take_id(Exporter& exporter, TextLine line, IdLines& ids) const;
  ExportTotals write_reports(Exporter& exporter, const ExportOptions& asked,
                             ExportRenderer& renderer, OutputFile& out) const;
  ExportTotals write_sources(Exporter& exporter, const ExportOptions& asked,
                             ExportRenderer& renderer, OutputFile& out, IdLines& ids) const;
  static SourceList named_sources(Exporter& exporter, IdLines& ids);
};

void ExportCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  app.add_flag("--all", all, "export everything in the index");
  app.add_option("--ids-from", ids_from,
                 "a file of passage ids or permalinks, one per line (- is standard input); with "
                 "--what sources, a file of sources")
      ->type_name("FILE|-")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  add_choice<ExportWhat>(app, "--what", what,
                         {{"passages", ExportWhat::kPassages},
                          {"sources", ExportWhat::kSources},
                          {"citations", ExportWhat::kCitations}},
                         "what to export (default: passages)");
  aliases.add(app);
  format.add_format(app);
  format.add_fields(app);
  format.add_style(app);
  app.add_option("--output", output, "write to this file, which appears once it is complete")
      ->type_name("FILE")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
      ->group("Output");
  log.add(app);
}

ExportOptions ExportCommand::options(const Operands& words) const {
  const int ways = (words.empty() ? 0 : 1) + (all ? 1 : 0) + (ids_from.empty() ? 0 : 1);
  if (ways != 1) {
    throw Error(ErrorKind::kUsage, ways == 0
                                       ? "nothing to export: give a query, --all or --ids-from"
                                       : "a query, --all and --ids-from exclude each other");
  }
  if (!format.format_given()) {
    throw Error(ErrorKind::kUsage, "export needs --format; see 'ibid export --help'");
  }
  ExportOptions out;
  out.select = all             ? ExportOptions::Select::kAll
               : words.empty() ? ExportOptions::Select::kIds
                               : ExportOptions::Select::kQuery;
  out.what = what;
  out.query = query_of(words);
  out.names = aliases.names();
  return out;
}

// A bad line is reported and does not stop the others.
IdLines ExportCommand::read_ids(Exporter& exporter) const {
  const std::vector<std::string> keys = what == ExportWhat::kSources
                                            ? std::vector<std::string>{"source"}
                                            : std::vector<std::string>{"permalink", "id"};
  TextLines lines(ids_from, {"id", keys, kMostIdBytes});
  IdLines out;
  try {
    while (auto line = lines.next()) {
      out.any = true;
      take_id(exporter, std::move(*line), out);
    }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInput || !out.any) throw;
    out.all_read = false;  // lines already read are still exported
    complain(error.what());
  }
  if (out.any) return out;
  throw Error(ErrorKind::kInput,
              fmt::format("{} contains no ids; write one per line",
                          ids_from == "-" ? "standard input" : quoted_excerpt(ids_from)));
}

void ExportCommand::take_id(Exporter& exporter, TextLine line, IdLines& ids) const {
  const std::string id(trim(line.text));
  const auto report = [&](const std::string& why) {
    complain(fmt::format("line {}: {}", line.origin.line, why));
  };
  if (!line.error.empty()) {
    ids.all_read = false;
    return report(line.error);
  }
  if (what == ExportWhat::kSources) {
    ids.sources.push_back({line.origin.line, id});
    return;
  }
  const auto ref = parse_passage_ref(id);
  if (!ref || ref->locator.empty()) {
    ids.all_read = false;
    return report(
        fmt::format("\"{}\" is neither a passage id nor a permalink", quoted_excerpt(id)));
  }
  const Exporter::Found found = exporter.add(*ref);
  if (found == Exporter::Found::kYes) return;
  ids.all_found = false;
  report(why_not_exported(id, found));
}

ExportTotals ExportCommand::write_reports(Exporter& exporter, const ExportOptions& asked,
                                          ExportRenderer& renderer, OutputFile& out) const {
  // Written with the first report, so that an error in the query comes before it.
  std::string begin = renderer.begin();
  std::vector<std::string> reports;  // one more than kFewReports at most
  const ExportTotals totals = exporter.run(asked, [&](const ExportedReport& report) {
    if (reports.size() <= kFewReports) reports.push_back(report.report.id);
    const bool first = !begin.empty();
    if (first) out.write(std::exchange(begin, {}));
    renderer.report(report, [&](std::string_view text) { out.write(text); });
    if (first) out.flush();
    return interrupt_signal() != 0 || reader_left() ? Next::kStop : Next::kGoOn;
  });
  out.write(begin + renderer.end(totals));
  if (reports.size() > kFewReports) return totals;
  for (const std::string& id : reports) {
    if (exporter.is_stale(id)) complain(stale_note(id));
  }
  return totals;
}

SourceList ExportCommand::named_sources(Exporter& exporter, IdLines& ids) {
  std::vector<std::string> names;
  for (const IdLine& line : ids.sources) names.push_back(line.id);
  Exporter::NamedSources named = exporter.sources(names);
  for (std::size_t i = 0; i < ids.sources.size(); ++i) {
    if (named.known[i]) continue;
    const IdLine& line = ids.sources[i];
    ids.all_found = false;
    complain(
        fmt::format("line {}: no report cites or lists {}", line.line, quoted_excerpt(line.id)));
  }
  return std::move(named.list);
}

ExportTotals ExportCommand::write_sources(Exporter& exporter, const ExportOptions& asked,
                                          ExportRenderer& renderer, OutputFile& out,
                                          IdLines& ids) const {
  const SourceList list = asked.select == ExportOptions::Select::kIds ? named_sources(exporter, ids)
                                                                      : exporter.sources(asked);
  ExportTotals totals;
  totals.index = list.index;
  totals.last_generation = list.index.generation;
  out.write(renderer.begin());
  for (const SourceSummary& source : list.sources) {
    if (interrupt_signal() != 0 || reader_left()) {
      totals.complete = false;
      break;
    }
    ++totals.records;
    out.write(renderer.source(source));
  }
  out.write(renderer.end(totals));
  return totals;
}

int ExportCommand::run(const Operands& words) const {
  const ExportOptions asked = options(words);
  const auto renderer = format.renderer(what);
  const std::string directory = index.directory();
  log.note("index: {}", escape_terminal(directory));
  OpenIndex opened(directory, nodes.wanted());
  Exporter exporter(opened);
  IdLines ids;
  if (asked.select == ExportOptions::Select::kIds) ids = read_ids(exporter);
  OutputFile out(output);
  catch_interrupts();
  const ExportTotals totals = pointing_at_errors(asked.query, [&] {
    return what == ExportWhat::kSources ? write_sources(exporter, asked, *renderer, out, ids)
                                        : write_reports(exporter, asked, *renderer, out);
  });
  if (const int signal = interrupt_signal(); signal != 0) return 128 + signal;
  out.finish();
  if (totals.last_generation != totals.index.generation) {
    complain(
        fmt::format("the index changed during the export (generation {} to {}): the reports come "
                    "from more than one state",
                    totals.index.generation, totals.last_generation));
  }
  if (!ids.all_read) return kExitError;
  return settled(opened, totals.records == 0 || !ids.all_found ? kExitNothing : kExitFound);
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<ExportCommand>();
  command->add(app);
  return [command](const Operands& words) { return command->run(words); };
}

}  // namespace

const Command kExportCommand = {
    .name = "export",
    .summary = "export passages, sources or citations to other tools",
    .group = "Scripts",
    .operands = "[QUERY...]",
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .about =
        "Writes what matches the query, everything (--all), or the passages named in a file, "
        "in the order of report ids and positions, whatever the index's history: the same "
        "index gives the same bytes.\n\n"
        "jsonl, csv and tsv have one record per passage, source or citation. csl-json, bibtex "
        "and ris have one item per report or source: a report's passages are the places in it "
        "that are cited. markdown has footnotes, webannotation has W3C selectors.\n\n"
        "Ids of --ids-from that are not found are named on standard error; the others are "
        "exported.",
    .examples =
        "ibid export --all --format jsonl > all.jsonl\n"
        "ibid export S-400 India --format csl-json --output s400.json\n"
        "ibid export --all --what citations --format csv --fields source,permalink\n"
        "ibid export --ids-from cited.txt --format markdown",
    .exit_codes =
        "0    exported\n"
        "1    nothing matches, or an id of --ids-from is not found\n"
        "2    error: no index, a wrong option or query, a line that is not an id\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
