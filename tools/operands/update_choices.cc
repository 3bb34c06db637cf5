// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/operands/update_choices.h"

#include <string>

#include "corpus/error.h"
#include "search/render/escape_terminal.h"
#include "tools/terminal/option_groups.h"

namespace ibid {
namespace {

constexpr std::uint64_t kLeastMemory = 16U << 20U;
constexpr std::uint64_t kMostThreads = 256;
constexpr std::uint64_t kMostMemory = std::uint64_t{1} << 40U;

Encoding encoding_named(const std::string& name) {
  if (const std::optional<Encoding> encoding = parse_encoding(name)) return *encoding;
  throw Error(ErrorKind::kUsage,
              "--encoding: \"" + escape_terminal(name) +
                  "\" is not a known encoding; those are utf-8, utf-16le, utf-16be, "
                  "cp949 (euc-kr) and windows-1252");
}

}  // namespace

void UpdateChoices::add_allow_removals(CLI::App& app) {
  app.add_flag("--allow-removals", allow_removals_,
               "remove reports whose files are gone even if that is more than a third of the "
               "index, or all below a folder");
}

void UpdateChoices::add_metadata(CLI::App& app) {
  CLI::Option* metadata =
      app.add_option_function<std::string>(
             "--metadata", [this](const std::string& file) { update.metadata = file; },
             "a file that corrects what reports say of themselves, beside each ibid.toml; it is "
             "used from now on")
          ->type_name("FILE")
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_flag("--no-metadata", no_metadata_, "use no such file any more")->excludes(metadata);
}

void UpdateChoices::add_memory(CLI::App& app) {
  app.add_option_function<std::string>(
         "--memory",
         [this](const std::string& text) {
           update.memory_bytes = parse_size("--memory", text, {kLeastMemory, kMostMemory});
         },
         "memory to use before writing to disk (default: 512M, at least 16M)")
      ->type_name("SIZE")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  add_count(app, "--threads", update.threads, {1, kMostThreads},
            "threads that make a new index (default: one per processor)");
}

void UpdateChoices::add_encoding(CLI::App& app) {
  app.add_option_function<std::string>(
         "--encoding", [this](const std::string& name) { update.encoding = encoding_named(name); },
         "encoding of files that are neither UTF-8 nor marked as UTF-16 (default: detected from "
         "their bytes); files already indexed are read again only with --rebuild")
      ->type_name("NAME")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void UpdateChoices::add_require_sandbox(CLI::App& app) {
  app.add_flag("--require-sandbox", update.require_sandbox,
               "read files in formats other than text only if the kernel confines the process "
               "that reads them (seccomp and Landlock)");
}

void UpdateChoices::settle(UpdateOptions::Removals otherwise) {
  if (update.metadata && update.metadata->empty()) {
    throw Error(ErrorKind::kUsage,
                "--metadata: the name of the file is empty; --no-metadata ends "
                "its use");
  }
  if (no_metadata_) update.metadata = "";
  update.removals = allow_removals_ ? UpdateOptions::Removals::kAny : otherwise;
}

}  // namespace ibid
