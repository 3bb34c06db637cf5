// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid audit: a linter for attribution.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <cstdio>
#include <memory>
#include <utility>

#include "corpus/files/discover.h"
#include "corpus/files/reader.h"
#include "ibid_version.h"
#include "search/audit/auditor.h"
#include "search/audit/render_audit.h"
#include "search/open/open_index.h"
#include "search/render/escape_terminal.h"
#include "tools/commands/index_summary.h"
#include "tools/operands/scratch_index.h"
#include "tools/terminal/command.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/query_operands.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

enum class AuditFormat : std::uint8_t { kText, kJsonLines, kSarif, kJunit, kHtml, kMarkdown, kCsv };

struct AuditCommand {
  IndexDirOption index;
  AuditFormat format = AuditFormat::kText;
  bool sections = false;
  OutputOptions output;  // without its format
  ByteOrderMarkOption byte_order_mark;
  LogOptions log;
  AliasOptions aliases;
  std::vector<std::string> rules;
  FindingLevel fail_on = FindingLevel::kWarning;
  std::string baseline;
  bool write_baseline = false;
  bool citations_expected = false;

  void add(CLI::App& app);
  int run(const Operands& operands) const;

 private:
  AuditOptions options(const std::string& query) const;
  AuditOptions::Uncited uncited() const {
    return citations_expected ? AuditOptions::Uncited::kAccused : AuditOptions::Uncited::kNoted;
  }
  AuditHead head(const std::string& query, const std::string& directory) const;
  int run_query(const std::string& query) const;
  int run_paths(const Operands& paths) const;
  int audit(const AuditHead& head, const AuditOptions& asked) const;
  std::unique_ptr<AuditRenderer> renderer() const;
  int list_rules() const;
  int exit_code(const AuditTotals& totals) const;
};

void AuditCommand::add(CLI::App& app) {
  index.add(app);
  app.add_option("--rules", rules,
                 "only these rules, separated by commas; \"list\" prints the table of rules")
      ->type_name("RULES|list")
      ->delimiter(',');
  add_choice<FindingLevel>(app, "--fail-on", fail_on,
                           {{"note", FindingLevel::kNote},
                            {"warning", FindingLevel::kWarning},
                            {"error", FindingLevel::kError}},
                           "exit with 1 for findings of this level and above (default: warning)");
  app.add_flag("--citations-expected", citations_expected,
               "call passages uncited also in a report of which no citation was recognised, as "
               "in a draft of the house");
  CLI::Option* accepted =
      app.add_option("--baseline", baseline, "a file of known, accepted findings")
          ->type_name("FILE");
  app.add_flag("--write-baseline", write_baseline,
               "print the findings as a baseline file, and nothing else")
      ->excludes(accepted);
  add_choice<AuditFormat>(app, "--format", format,
                          {{"text", AuditFormat::kText},
                           {"jsonl", AuditFormat::kJsonLines},
                           {"sarif", AuditFormat::kSarif},
                           {"junit", AuditFormat::kJunit},
                           {"html", AuditFormat::kHtml},
                           {"markdown", AuditFormat::kMarkdown},
                           {"csv", AuditFormat::kCsv}},
                          "text for people, JSON lines, SARIF 2.1.0, JUnit XML, one page to send "
                          "on, Markdown to paste, or a row a finding (docs/audit.md)")
      ->group("Output");
  byte_order_mark.add(app);
  app.add_flag("--sections", sections, "in text, show the attribution of each section too")
      ->group("Output");
  aliases.add(app);
  output.add_layout(app);
  log.add(app);
}

AuditOptions AuditCommand::options(const std::string& query) const {
  AuditOptions out;
  out.query = query;
  out.names = aliases.names();
  out.rules = rules;
  out.uncited = uncited();
  if (!baseline.empty()) out.baseline = parse_baseline(read_file(baseline), baseline);
  return out;
}

// The findings as a baseline file.
class BaselineLines final : public AuditRenderer {
 public:
  std::string begin(const AuditHead&) override {
    return "# findings accepted by ibid audit --baseline; one per line\n";
  }
  std::string report(const ReportAudit& audit) override {
    std::string out;
    for (const Finding& finding : audit.findings) out += baseline_line(finding);
    return out;
  }
  std::string end(const AuditTotals&) override { return {}; }
};

std::unique_ptr<AuditRenderer> AuditCommand::renderer() const {
  if (write_baseline) return std::make_unique<BaselineLines>();
  switch (format) {
    case AuditFormat::kJsonLines:
      return audit_jsonl();
    case AuditFormat::kSarif:
      return audit_sarif();
    case AuditFormat::kJunit:
      return audit_junit();
    case AuditFormat::kHtml:
      return audit_html();
    case AuditFormat::kMarkdown:
      return audit_markdown();
    case AuditFormat::kCsv:
      return audit_csv(byte_order_mark.start());
    case AuditFormat::kText:
      break;
  }
  return audit_text(output.layout(), sections ? Sections::kYes : Sections::kNo);
}

AuditHead AuditCommand::head(const std::string& query, const std::string& directory) const {
  AuditHead out;
  out.query = query;
  out.index_dir = directory;
  out.program = "ibid";
  out.version = kVersion;
  out.base_dir = output.layout().base_dir;
  out.fail_on = fail_on;
  out.rules = rules;
  out.uncited = uncited();
  return out;
}

int AuditCommand::list_rules() const {
  if (format != AuditFormat::kText && format != AuditFormat::kJsonLines) {
    throw Error(ErrorKind::kUsage, "the table of rules is available as text or jsonl only");
  }
  write_output(format == AuditFormat::kJsonLines ? rules_json_lines()
                                                 : rules_text(output.layout()));
  return kExitFound;
}

int AuditCommand::exit_code(const AuditTotals& totals) const {
  const std::uint64_t failing = totals.errors +
                                (fail_on <= FindingLevel::kWarning ? totals.warnings : 0) +
                                (fail_on == FindingLevel::kNote ? totals.notes : 0);
  return failing == 0 || write_baseline ? kExitFound : kExitNothing;
}

int AuditCommand::audit(const AuditHead& head, const AuditOptions& asked) const {
  OpenIndex opened(head.index_dir);
  Auditor auditor(opened);
  const auto out = renderer();
  // Written with the first report, so that an error in the query or rules comes before it.
  std::string begin = out->begin(head);
  catch_interrupts();
  const AuditTotals totals = auditor.run(asked, [&](const ReportAudit& audit) {
    write_output(std::exchange(begin, {}));
    out->report_to(audit, [](std::string_view piece) { write_output(piece); });
    return interrupt_signal() == 0 ? Next::kGoOn : Next::kStop;
  });
  write_output(begin + out->end(totals));
  if (const int signal = interrupt_signal(); signal != 0) return 128 + signal;
  return exit_code(totals);
}

int AuditCommand::run_query(const std::string& query) const {
  const std::string directory = index.directory();
  log.note("index: {}", escape_terminal(directory));
  return pointing_at_errors(query, [&] { return audit(head(query, directory), options(query)); });
}

// A file that cannot be read is not one without findings.
int AuditCommand::run_paths(const Operands& paths) const {
  const AuditOptions asked = options("");
  catch_interrupts();
  const ScratchIndex scratch(paths);
  const UpdateSummary& read = scratch.summary();
  if (read.interrupted) return 128 + interrupt_signal();
  const std::string unread = problems_text("failed", read.problems, output.layout().base_dir);
  if (read.total_reports == 0) {
    write_error(unread);
    throw Error(ErrorKind::kInput, fmt::format("there is no report in {}", fmt::join(paths, ", ")));
  }
  AuditHead of_paths = head("", scratch.directory());
  for (const std::string& path : paths) of_paths.paths.push_back(absolute_path(path));
  const int code = audit(of_paths, asked);
  if (read.problems.empty() || code >= 128) return code;
  flush_output();
  write_error(unread);
  return kExitError;
}

int AuditCommand::run(const Operands& operands) const {
  byte_order_mark.check(format == AuditFormat::kCsv ? ByteOrderMarkOption::Csv::kYes
                                                    : ByteOrderMarkOption::Csv::kNo);
  if (rules.size() == 1 && rules[0] == "list") return list_rules();
  if (!name_paths(operands)) return run_query(query_of(operands));
  if (!index.given.empty()) {
    throw Error(ErrorKind::kUsage,
                "files are audited without an index; leave out --index, or name an indexed report "
                "as report:PATH");
  }
  return run_paths(operands);
}

ManualSection rules_section() {
  ManualSection section = {"RULES", {}};
  for (const Rule& rule : audit_rules()) {
    section.entries.emplace_back(
        fmt::format("{} ({})", rule.id, to_string(rule.level)),
        fmt::format("{}. Example: {}. Remedy: {}.", rule.meaning, rule.example, rule.remedy));
  }
  return section;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<AuditCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kAuditCommand = {
    .name = "audit",
    .summary = "find missing or unlisted sources, contradictions, repeats",
    .group = "Editing",
    .operands = "[PATH...|QUERY...]",
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .about =
        "Checks reports for attribution problems: passages, figures, dates and quotations "
        "without a source, citations in the wrong place, source ids that are malformed, "
        "unlisted or never cited, tables of contents and section numbers that do not fit, "
        "repeated passages, sentences that changed their source, figures that disagree, "
        "summaries that the body does not support.\n\n"
        "Files and folders that are named are read as they are now and compared with each other; "
        "the index is neither needed nor changed. Else the words are a query, and only the "
        "passages "
        "of the index that match it count. Rules on a report as a whole hold for reports all of "
        "whose passages match; the last lines say for how many they were left out. A PATH or a "
        "report: that names nothing is an error. A word that is also the name of a file is "
        "searched for in quotes: ibid audit '\"reports\"'.\n\n"
        "A report of which no citation was recognised gets one note; --citations-expected calls "
        "its passages uncited.\n\n"
        "Each finding names its rule, file, line, column and bytes. `ibid audit --rules list` "
        "explains the rules. To accept known findings, keep them in a baseline file: a finding "
        "stays accepted while its text is the same, wherever it moves in the file.",
    .examples =
        "ibid audit\n"
        "ibid audit drafts/harbour.txt\n"
        "ibid audit report:china-russia-trade-2024-08-09\n"
        "ibid audit --rules disagreeing-figures,source-drift\n"
        "ibid audit --format html > audit.html\n"
        "ibid audit --write-baseline > known.txt; ibid audit --baseline known.txt",
    .exit_codes =
        "0    no finding at or above the --fail-on level\n"
        "1    findings\n"
        "2    error: no index, no such file or report, an unknown rule, a baseline\n"
        "     that cannot be read; or a named file could not be read (the others were\n"
        "     checked)",
    .add_options = add_options,
    .more = rules_section,
};

}  // namespace ibid
