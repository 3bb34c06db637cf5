// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid check-bundle: verifies evidence bundles, without an index.
#include <fmt/core.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

#include "corpus/files/reader.h"
#include "corpus/reader_process/reader_pool.h"
#include "ibid_version.h"
#include "search/bundles/check_bundle.h"
#include "search/bundles/render_bundle_check.h"
#include "search/render/escape_terminal.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

struct CheckBundleCommand {
  Format format = Format::kText;
  bool reread = false;
  LogOptions log;

  void add(CLI::App& app);
  int run(const Operands& operands) const;
};

void CheckBundleCommand::add(CLI::App& app) {
  add_choice(app, "--format", format, {{"text", Format::kText}, {"jsonl", Format::kJsonLines}},
             "text for people, or JSON lines for scripts (default: text)");
  app.add_flag("--reread", reread,
               "read PDF, DOCX and other files of the bundle again, and compare their text");
  log.add(app);
}

BundleCheck check(const std::string& path, const ReadDocuments& read) {
  // Checked first, so that no memory is used for a file that is refused.
  std::error_code ignored;
  const auto size = std::filesystem::file_size(path, ignored);
  if (!ignored && size > kMaxBundleBytes) {
    throw Error(ErrorKind::kInput,
                fmt::format("cannot check {}: it is larger than {} bytes", path, kMaxBundleBytes));
  }
  const std::string bytes = read_file(path);
  try {
    return check_bundle(bytes, fmt::format("ibid {}", kVersion), read);
  } catch (const Error& error) {
    throw Error(error.kind(), fmt::format("cannot check {}: {}", path, error.what()));
  }
}

// One file that cannot be read does not stop the others.
int CheckBundleCommand::run(const Operands& operands) const {
  int code = kExitFound;
  std::optional<ReaderPool> pool;
  ReadDocuments read;
  if (reread) {
    pool.emplace();
    read = [&pool](const ReaderInput& input) { return pool->read(input); };
  }
  for (const std::string& path : operands) {
    try {
      const BundleCheck found = check(path, read);
      write_output(format == Format::kJsonLines ? bundle_check_json_lines(path, found)
                                                : bundle_check_text(path, found));
      if (!found.problems.empty() && code == kExitFound) code = kExitNothing;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;
      flush_output();
      write_error(fmt::format("ibid: {}\n", escape_terminal(error.what())));
      code = kExitError;
    }
  }
  return code;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<CheckBundleCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kCheckBundleCommand = {
    .name = "check-bundle",
    .summary = "verify evidence bundles, without an index",
    .group = "Scripts",
    .operands = "FILE.zip...",
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .about =
        "Verifies bundles of 'ibid bundle' from the file alone: every byte of the ZIP file, "
        "every hash, every range, and that each passage's bytes say its text. A changed byte "
        "anywhere is reported, with its position.\n\n"
        "The text of a PDF, DOCX or similar file was extracted by a reader. That the file says "
        "this text is proven only with --reread, and for HTML and JSON also where its bytes "
        "decode to the text; see 'extraction_proven'.\n\n"
        "This proves that nothing has changed since, not who made the bundle: for that, store "
        "the SHA-256 printed by 'ibid bundle' somewhere else.",
    .examples =
        "ibid check-bundle s400.zip\n"
        "ibid check-bundle --reread white-paper.zip\n"
        "ibid check-bundle --format jsonl *.zip | jq -r 'select(.whole) | .path'",
    .exit_codes =
        "0    every bundle is whole\n"
        "1    at least one is not\n"
        "2    error: not a bundle, or a file that cannot be read",
    .add_options = add_options,
};

}  // namespace ibid
