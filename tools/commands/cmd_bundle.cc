// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid bundle: packs cited passages and their proof into one file.
#include <fmt/core.h>

#include <cstdio>
#include <filesystem>
#include <memory>

#include "corpus/report/sha256.h"
#include "ibid_version.h"
#include "search/bundles/bundle.h"
#include "search/open/open_index.h"
#include "search/render/escape_terminal.h"
#include "tools/operands/named_places.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/query_operands.h"
#include "tools/terminal/standard_streams.h"
#include "tools/terminal/whole_file.h"

namespace ibid {
namespace {

struct BundleCommand {
  IndexDirOption index;
  LogOptions log;
  AliasOptions aliases;
  std::string query;
  std::string output;
  bool excerpts = false;
  bool force = false;

  void add(CLI::App& app);
  int run(const Operands& operands) const;
};

void BundleCommand::add(CLI::App& app) {
  index.add(app);
  app.add_option("-o,--output", output, "the file to write")
      ->type_name("FILE.zip")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--query", query, "the query that found the passages, to keep with them")
      ->type_name("QUERY")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  aliases.add(app);
  app.add_flag("--excerpts", excerpts,
               "keep only the passages' bytes (for PDF, DOCX and the like "
               "their extracted text), not the whole reports");
  app.add_flag("--force", force, "replace FILE.zip if it exists");
  log.add(app);
}

int BundleCommand::run(const Operands& operands) const {
  if (output.empty()) {
    throw Error(ErrorKind::kUsage, "bundle needs a file to write: -o FILE.zip");
  }
  if (query.empty() && (aliases.literal || !aliases.file.empty())) {
    throw Error(ErrorKind::kUsage, "--literal and --aliases apply to the words of --query QUERY");
  }
  std::error_code ignored;
  if (!force && std::filesystem::exists(output, ignored)) {
    throw Error(ErrorKind::kUsage, output + " already exists; --force replaces it");
  }
  BundleRequest request;
  request.query = query;
  request.names = aliases.names();
  request.mode = excerpts ? BundleMode::kExcerpts : BundleMode::kReports;
  request.program = fmt::format("ibid {}", kVersion);
  const std::string directory = index.directory();
  log.note("index: {}", escape_terminal(directory));
  OpenIndex opened(directory);
  ReportLister lister(opened);
  for (const std::string& operand : operands) {
    const std::vector<PassageRef> refs = named_passages(lister, operand);
    request.passages.insert(request.passages.end(), refs.begin(), refs.end());
  }
  const Bundle bundle = pointing_at_errors(query, [&] { return make_bundle(opened, request); });
  if (!bundle.refused.empty()) {
    for (const std::string& why : bundle.refused) {
      write_error(fmt::format("ibid: {}\n", escape_terminal(why)));
    }
    write_error("ibid: no bundle was written\n");
    return kExitNothing;
  }
  write_whole_file(output, bundle.bytes, force ? Existing::kReplace : Existing::kKeep);
  const std::size_t passages = bundle.manifest.passages.size();
  const std::size_t reports = bundle.manifest.reports.size();
  write_output(fmt::format("{}: {} passage{} of {} report{}, {} bytes, SHA-256 {}\n",
                           escape_terminal(output), passages, passages == 1 ? "" : "s", reports,
                           reports == 1 ? "" : "s", bundle.bytes.size(), sha256_hex(bundle.bytes)));
  return kExitFound;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<BundleCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kBundleCommand = {
    .name = "bundle",
    .summary = "pack cited passages and their proof into one file to keep",
    .group = "Scripts",
    .operands = "PASSAGE-ID|PERMALINK|REPORT#SECTION...",
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .about =
        "Writes a ZIP file with the reports that contain the passages, byte for byte, their "
        "hashes, ranges, selectors and citations (for PDF, DOCX and the like also the extracted "
        "text, and where in the file it is), the state of the index, and a page to read. "
        "'ibid check-bundle' verifies it later without an index; the same passages give the "
        "same file.\n\n"
        "A passage that is not in the index, a permalink whose text has changed or moved, and "
        "a file that has changed since it was indexed are refused, and nothing is written.",
    .examples =
        "ibid bundle 'china-russia-trade-2024-08-09#2-1.1@50ae8bec03c9' -o a.zip\n"
        "ibid bundle 'harbour-pact#2.1' --query pact --excerpts -o pact.zip",
    .exit_codes =
        "0    written\n"
        "1    a passage cannot be shown as cited; nothing was written\n"
        "2    error: no index, FILE.zip already exists",
    .add_options = add_options,
};

}  // namespace ibid
