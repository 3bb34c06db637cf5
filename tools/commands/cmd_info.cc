// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid info: shows what is in the index, how it is laid out, whether it is whole.
#include <fmt/core.h>

#include <algorithm>
#include <memory>

#include "corpus/error.h"
#include "corpus/reader_process/reader_pool.h"
#include "corpus/text/display_width.h"
#include "indexer/folder/index_info.h"
#include "indexer/schema.h"
#include "search/open/open_index.h"
#include "search/open/render_info.h"
#include "search/render/escape_terminal.h"
#include "search/render/wording.h"
#include "search/render/wrap_text.h"
#include "tools/commands/index_lines.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"

namespace ibid {
namespace {

struct InfoCommand {
  IndexDirOption index;
  OutputOptions output;
  LogOptions log;
  bool schema = false;
  bool check = false;

  void add(CLI::App& app);
  int run() const;

 private:
  int show_schema() const;
  int show_check(const std::string& directory) const;
};

void InfoCommand::add(CLI::App& app) {
  index.add(app);
  CLI::Option* layout = app.add_flag("--schema", schema,
                                     "show how an index is laid out: prefixes, slots, keys, files");
  app.add_flag("--check", check, "read the whole index and report any damage")->excludes(layout);
  output.add(app);
  log.add(app);
}

std::string reader_words() {
  try {
    return in_words(ReaderPool().guards());
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kSystem) throw;
    return error.what();
  }
}

int InfoCommand::run() const {
  if (schema) return show_schema();
  const std::string directory = index.directory();
  log.note("index: {}", escape_terminal(directory));
  if (check) return show_check(directory);
  const IndexInfo info = OpenIndex(directory).info();
  const std::string reader = reader_words();
  write_output(output.format == Format::kJsonLines ? info_json_line(info, reader)
                                                   : info_text(info, reader, output.layout()));
  return kExitFound;
}

std::string padded(const std::string& text, std::size_t columns) {
  return text + std::string(columns - std::min(columns, display_width(text)), ' ');
}

// A table of where, key and meaning; the meaning is wrapped in its column.
std::string schema_text(const std::vector<SchemaRow>& rows, std::size_t columns) {
  std::size_t where = 0;
  std::size_t key = 0;
  for (const SchemaRow& row : rows) {
    where = std::max(where, display_width(row.where));
    key = std::max(key, display_width(row.key));
  }
  const std::size_t indent = where + key + 4;
  const std::size_t left = columns > indent + 20 ? columns - indent : 20;
  std::string out;
  for (const SchemaRow& row : rows) {
    std::string before = padded(row.where, where + 2) + padded(row.key, key + 2);
    for (const ByteRange line : wrap_text(row.meaning, left)) {
      out += before + row.meaning.substr(line.begin, line.size()) + '\n';
      before.assign(indent, ' ');
    }
  }
  return out;
}

int InfoCommand::show_schema() const {
  const std::vector<SchemaRow> rows = schema_rows();
  write_output(output.format == Format::kJsonLines ? schema_json_lines(rows)
                                                   : schema_text(rows, output.layout().columns));
  return kExitFound;
}

int InfoCommand::show_check(const std::string& directory) const {
  const std::vector<std::string> problems = check_index(directory);
  if (problems.empty()) note_whole_copy(directory);
  if (output.format == Format::kJsonLines) {
    write_output(check_json_line(problems));
  } else if (problems.empty()) {
    const IndexInfo info = OpenIndex(directory).info();
    write_output(fmt::format("the index is whole: {}, {} (generation {})\n",
                             counted(info.reports, "report"), counted(info.passages, "passage"),
                             info.generation));
  } else {
    std::string out =
        fmt::format("the index is damaged, {}:\n", counted(problems.size(), "finding"));
    for (const std::string& problem : problems) out += "  " + escape_terminal(problem) + '\n';
    write_output(out + "rebuild it with ibid index --rebuild\n");
  }
  return problems.empty() ? kExitFound : kExitNothing;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<InfoCommand>();
  command->add(app);
  return [command](const Operands&) { return command->run(); };
}

}  // namespace

const Command kInfoCommand = {
    .name = "info",
    .summary = "show what is in the index, and whether it is whole",
    .group = "Index",
    .operands = "",
    .min_operands = 0,
    .max_operands = 0,
    .about =
        "Shows how many reports, passages, citations and distinct sources the index holds, "
        "their languages, kinds and dates, and what made it.",
    .examples =
        "ibid info\n"
        "ibid info --check --index /srv/index\n"
        "ibid info --format jsonl | jq .passages_by_language",
    .exit_codes =
        "0    shown; with --check: the index is whole\n"
        "1    --check found damage\n"
        "2    error: no index, or one of another version",
    .add_options = add_options,
};

}  // namespace ibid
