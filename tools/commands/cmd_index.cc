// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid index: brings the index in line with files and folders.
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "corpus/error.h"
#include "indexer/folder/kept_stream.h"
#include "indexer/update/update.h"
#include "search/render/escape_terminal.h"
#include "tools/commands/index_lines.h"
#include "tools/commands/index_summary.h"
#include "tools/commands/progress.h"
#include "tools/operands/update_choices.h"
#include "tools/terminal/command.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

struct IndexCommand {
  IndexDirOption index;
  LogOptions log;
  UpdateChoices choices;
  UpdateOptions& update = choices.update;
  ProgressMode progress = ProgressMode::kAuto;
  bool rebuild = false;
  bool verify = false;
  bool quiet = false;
  std::string name;  // of standard input

  void add(CLI::App& app);
  int run(const Operands& paths);

 private:
  void add_lock_timeout(CLI::App& app);
  void take_standard_input();
  void report(const UpdateSummary& summary) const;
  int exit_code(const UpdateSummary& summary) const;
};

void IndexCommand::add(CLI::App& app) {
  index.add(app);
  CLI::Option* again = app.add_flag(
      "--rebuild", rebuild,
      "read everything again, also folders that are not named, then switch to the new index at "
      "once");
  app.add_flag("--verify", verify,
               "read every file, to find changes that kept size, times and inode")
      ->excludes(again);
  app.add_flag_callback(
      "--for-nodes", [this] { update.made_for = MadeFor::kNodes; },
      "make an index that Xapian's servers can answer from, one of several that are searched as "
      "one; each update makes it anew");
  choices.add_allow_removals(app);
  choices.add_metadata(app);
  choices.add_memory(app);
  add_lock_timeout(app);
  choices.add_encoding(app);
  add_choice<ProgressMode>(app, "--progress", progress,
                           {{"auto", ProgressMode::kAuto},
                            {"bar", ProgressMode::kBar},
                            {"json", ProgressMode::kJson},
                            {"none", ProgressMode::kNone}},
                           "progress on standard error; auto: a bar on a terminal")
      ->group("Output");
  app.add_flag("-q,--quiet", quiet, "print no summary; name failed files on standard error")
      ->group("Output");
  app.add_flag(
      "--strict", update.all_or_nothing,
      "change nothing unless every file can be indexed (all are read first), and exit with 1 also "
      "if a file was indexed with notes");
  app.add_option("--name", name,
                 "with the PATH -: the file name under which the index keeps what comes from "
                 "standard input")
      ->type_name("NAME")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  choices.add_require_sandbox(app);
  log.add(app);
}

void IndexCommand::add_lock_timeout(CLI::App& app) {
  app.add_option_function<std::string>(
         "--lock-timeout",
         [this](const std::string& text) {
           update.lock_timeout_ms = parse_seconds("--lock-timeout", text);
         },
         "how long to wait while another ibid writes (default: 0)")
      ->type_name("SECONDS")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

int IndexCommand::run(const Operands& paths) {
  update.index_dir = index.directory();
  update.paths = paths;
  take_standard_input();
  choices.settle(UpdateOptions::Removals::kFew);
  update.mode = rebuild  ? UpdateOptions::Mode::kRebuild
                : verify ? UpdateOptions::Mode::kVerify
                         : UpdateOptions::Mode::kUpdate;
  log.note("index: {}", escape_terminal(update.index_dir));
  catch_interrupts();
  update.go_on = [] { return interrupt_signal() == 0; };
  UpdateSummary summary;
  {
    ProgressDisplay display(progress);
    summary = update_index(update, [&display](const UpdateProgress& p) { return display.show(p); });
  }
  if (progress == ProgressMode::kJson) write_error(summary_json_line(summary));
  report(summary);
  return exit_code(summary);
}

// A stream becomes a file of the index, so that a passage of it can be proven, too.
void IndexCommand::take_standard_input() {
  const auto stream = std::find(update.paths.begin(), update.paths.end(), "-");
  if (stream == update.paths.end()) {
    if (name.empty()) return;
    throw Error(ErrorKind::kUsage, "--name is the name of standard input; add - as a PATH");
  }
  if (name.empty()) {
    throw Error(ErrorKind::kUsage,
                "a report from standard input needs a file name; give one with --name, with its "
                "extension if it has one (--name 2024-06-27.html)");
  }
  const std::filesystem::path file(name);
  if (file.has_parent_path() || file.filename() == "." || file.filename() == "..") {
    throw Error(ErrorKind::kUsage, "--name: \"" + escape_terminal(name) +
                                       "\" is not a file name; leave out the folder");
  }
  *stream = keep_stream(update.index_dir, name, STDIN_FILENO);
}

void IndexCommand::report(const UpdateSummary& summary) const {
  std::error_code error;
  const std::string here = std::filesystem::current_path(error).string();
  const std::string failed = problems_text("failed", summary.problems, here);
  if (summary.interrupted) {
    write_error(fmt::format("ibid: {}\n", interrupted_text(summary)));
  } else if (!quiet) {
    write_output(summary_text(summary));
  }
  if (quiet) {
    write_error(failed);
  } else {
    write_output(failed);
  }
  const std::string unused = problems_text("unused", summary.unused, here);
  if (quiet) {
    write_error(unused);
  } else {
    write_output(unused);
  }
  if (log.verbose || update.all_or_nothing) {
    const std::string notes = problems_text("notes", summary.notes, here);
    if (quiet) {
      write_error(notes);
    } else {
      write_output(notes);
    }
  }
}

int IndexCommand::exit_code(const UpdateSummary& summary) const {
  if (summary.interrupted) return 128 + interrupt_signal();
  const bool findings =
      !summary.problems.empty() || (update.all_or_nothing && !summary.notes.empty());
  return findings ? kExitNothing : kExitFound;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<IndexCommand>();
  command->add(app);
  return [command](const Operands& paths) { return command->run(paths); };
}

}  // namespace

const Command kIndexCommand = {
    .name = "index",
    .summary = "index reports, or bring the index up to date",
    .group = "Index",
    .operands = "[PATH...]",
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .about =
        "Indexes the named files and, below named folders, every file that is not hidden and ends "
        "in .txt, .text, .md, .markdown, .html, .htm, .xhtml, .pdf, .docx, .docm, .hwp, .hwpx, "
        ".odt, .epub, .eml, .json, .jsonl, .ndjson, .rss or .atom. The content of a file decides "
        "its format, not its name. Entries of feeds and mails attached to mails are reports of "
        "their "
        "own.\n\n"
        "Old Word files, slides, spreadsheets and RTF (.doc, .ppt, .pptx, .xls, .xlsx, .rtf) are "
        "not read: each is named, unless its text is beside it (a.txt beside a.doc). Encrypted and "
        "damaged files are named with what to do.\n\n"
        "Files in formats other than text are read by separate processes (ibid-read) that have no "
        "access to the network or to other files of yours. --require-sandbox makes it an error if "
        "the kernel cannot confine them.\n\n"
        "The PATH - reads one file from standard input; --name names it.\n\n"
        "An ibid.toml in a folder corrects what the reports there and below say of themselves:\n\n"
        "  [[report]]\n"
        "  match = \"energy-*\"\n"
        "  title = \"Energy outlook\"\n"
        "  date = 2024-06-21\n"
        "  tags = [\"energy\", \"Asia\"]\n\n"
        "It may give title, date, publisher, author, url, language, collection and tags; "
        "collection: and tag: find the reports, and `ibid show --why` says what was given.\n\n"
        "A second run reads only new and changed files (those of another size, time or inode), "
        "and removes reports whose files were deleted from the named folders; reports from other "
        "folders stay, and so do those whose file cannot be read now. Without a PATH the folders "
        "of the index are looked through again. Searches go on meanwhile and see only finished "
        "states of the index.\n\n"
        "If more than a third of the reports would be removed, or all of a folder, as when a disk "
        "is not mounted, nothing is changed: --allow-removals says that it is meant. A PATH that "
        "is "
        "missing itself is then forgotten, with its reports.",
    .examples =
        "ibid index reports/\n"
        "ibid index --index /srv/index --memory 2G /srv/reports\n"
        "ibid index --rebuild\n"
        "curl -s https://example.org/report | ibid index --name report.html -\n"
        "ibid index --progress json --lock-timeout 60 reports/ 2>progress.jsonl",
    .exit_codes =
        "0    done, even if nothing had changed\n"
        "1    done, but a file could not be read, or is of a kind that is not read\n"
        "     yet (each is named); with --strict:\n"
        "     nothing was changed, or a file has notes\n"
        "2    error, or more reports would be removed than is likely to be meant\n"
        "75   another ibid is writing to this index\n"
        "130  interrupted with Ctrl-C; the message says what was kept",
    .add_options = add_options,
};

}  // namespace ibid
