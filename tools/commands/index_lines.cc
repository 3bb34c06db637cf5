// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/commands/index_lines.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>

#include "corpus/dates/utc_time.h"
#include "search/render/escape_terminal.h"
#include "search/render/json_lines.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

std::string size_text(std::uint64_t bytes) {
  constexpr std::array<const char*, 5> kUnits = {"bytes", "kB", "MB", "GB", "TB"};
  if (bytes < 1000) return fmt::format("{} bytes", bytes);
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 999.95 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  return fmt::format("{:.1f} {}", value, kUnits[unit]);
}

std::string map_text(const std::map<std::string, std::uint64_t>& counts) {
  std::vector<std::string> items;
  for (const auto& [name, count] : counts) items.push_back(fmt::format("{} {}", count, name));
  return fmt::format("{}", fmt::join(items, ", "));
}

Json problem_list(const std::vector<Problem>& problems) {
  Json out = Json::array();
  for (const Problem& problem : problems) out.push_back(json_problem(problem));
  return out;
}

}  // namespace

std::string info_text(const IndexInfo& info, const std::string& reader, const TextLayout& layout) {
  Page page(layout);
  const auto row = [&page](std::string_view name, std::string_view value) {
    page.prose(fmt::format("{:<12}", name), 12, plain(value));
  };
  const std::string dates = info.first_date.empty() ? ""
                            : info.first_date == info.last_date
                                ? ", " + info.first_date
                                : fmt::format(", {} to {}", info.first_date, info.last_date);
  page.line(0, Role::kPlain, fmt::format("{:<12}{}", "index", escape_terminal(info.directory)));
  for (const std::string& root : info.roots) {
    page.line(0, Role::kPlain,
              fmt::format("{:<12}{}", &root == &info.roots.front() ? "made from" : "",
                          escape_terminal(root)));
  }
  if (!info.metadata.empty()) {
    page.line(0, Role::kPlain, "corrected by " + escape_terminal(info.metadata));
  }
  row("reports", fmt::format("{}{}", info.reports, dates));
  row("passages", fmt::format("{}", info.passages));
  if (info.passages > 0) {
    row("  language", map_text(info.passages_by_language));
    row("  kind", map_text(info.passages_by_kind));
  }
  row("citations",
      fmt::format("{} of {}", info.citations, counted(info.sources, "distinct source")));
  row("generation", fmt::format("{}", info.generation));
  if (info.committed != 0) row("committed", utc_time(info.committed));
  if (info.undated_passages != 0) {
    row("first seen", fmt::format("not known of {}: indexed before format 8, which notes it",
                                  counted(info.undated_passages, "passage")));
  }
  row("analyzer", info.analyzer);
  row("made by",
      fmt::format("{}, format {}, {}", info.created_by, info.format_version, info.storage));
  row("size", size_text(info.disk_bytes));
  row("ibid-read", reader);
  return page.take();
}

std::string schema_json_lines(const std::vector<SchemaRow>& rows) {
  std::string out;
  for (const SchemaRow& row : rows) {
    Json line = json_line_head("schema");
    line["where"] = row.where;
    line["key"] = row.key;
    line["meaning"] = row.meaning;
    out += dump_json_line(line);
  }
  return out;
}

std::string check_json_line(const std::vector<std::string>& problems) {
  Json line = json_line_head("check");
  line["whole"] = problems.empty();
  line["problems"] = problems;
  return dump_json_line(line);
}

std::string copy_text(const CopySummary& summary) {
  const std::string what =
      fmt::format("generation {}: {}, {}", summary.generation, counted(summary.reports, "report"),
                  counted(summary.passages, "passage"));
  if (summary.up_to_date) return "the copy is up to date, " + what + "; checked\n";
  const std::string there = summary.files_there == 0
                                ? ""
                                : fmt::format(" ({} of them {} there)", summary.files_there,
                                              summary.files_there == 1 ? "was" : "were");
  return fmt::format("copied {}, {} in {}{}; checked\n", what, size_text(summary.bytes),
                     counted(summary.files, "file"), there);
}

std::string progress_json_line(const UpdateProgress& progress) {
  Json line = json_line_head("progress");
  line["phase"] = to_string(progress.phase);
  line["files"] = {{"done", progress.files_done}, {"total", progress.files_total}};
  line["bytes"] = {{"done", progress.bytes_done}, {"total", progress.bytes_total}};
  line["passages"] = progress.passages;
  add_json_path(line, progress.current);
  return dump_json_line(line);
}

std::string summary_json_line(const UpdateSummary& summary) {
  Json line = json_line_head("summary");
  line["added"] = summary.added;
  line["updated"] = summary.updated;
  line["removed"] = summary.removed;
  line["unchanged"] = summary.unchanged;
  line["failed"] = summary.failed;
  line["touched"] = summary.touched;
  line["moved"] = summary.moved;
  line["skipped"] = summary.skipped;
  line["unread"] = summary.unread;
  line["kept_out"] = summary.kept_out;
  line["passages"] = summary.passages;
  line["bytes"] = summary.bytes;
  line["index"] = {{"generation", summary.generation},
                   {"passages", summary.total_passages},
                   {"reports", summary.total_reports}};
  line["interrupted"] = summary.interrupted;
  line["withheld"] = summary.withheld;
  line["problems"] = problem_list(summary.problems);
  line["notes"] = problem_list(summary.notes);
  return dump_json_line(line);
}

}  // namespace ibid
