// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/reports/render_report_list.h"

#include <fmt/core.h>

#include <array>

#include "search/render/csv.h"
#include "search/render/escape_terminal.h"
#include "search/render/passage_json.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

constexpr std::array kStates = {ReportState::kFresh, ReportState::kChanged, ReportState::kGone,
                                ReportState::kKept};

struct Totals {
  std::uint64_t passages = 0, matches = 0;
  std::array<std::uint64_t, kStates.size()> states = {};
};

Totals totals_of(const std::vector<ReportLine>& lines) {
  Totals totals;
  for (const ReportLine& line : lines) {
    totals.passages += line.passages;
    totals.matches += line.matches.value_or(0);
    ++totals.states[static_cast<std::size_t>(line.state)];
  }
  return totals;
}

void append(std::string& text, const std::string& part) {
  if (part.empty()) return;
  text += (text.empty() ? "" : " · ") + part;
}

std::string facts_of(const ReportLine& line) {
  std::string text;
  append(text, escape_prose(line.report.date));
  append(text, escape_prose(line.report.publisher));
  append(text, escape_prose(line.report.collection));
  append(text, counted(line.passages, "passage") +
                   (line.matches ? fmt::format(", {} matching", *line.matches) : ""));
  append(text, to_string(line.state));
  return text;
}

}  // namespace

std::string report_list_text(const std::vector<ReportLine>& lines, const TextLayout& layout) {
  Page page(layout);
  for (const ReportLine& line : lines) {
    page.line(0, Role::kId, escape_terminal(line.report.id));
    if (!line.report.title.empty()) {
      page.prose(2, {escape_prose(line.report.title), {}, Role::kTitle});
    }
    const bool fresh = line.state == ReportState::kFresh;
    page.prose(2, {facts_of(line), {}, fresh ? Role::kFaint : Role::kWarning});
  }
  const Totals totals = totals_of(lines);
  std::string sum =
      fmt::format("{}, {}", counted(lines.size(), "report"), counted(totals.passages, "passage"));
  for (std::size_t i = 1; i < kStates.size(); ++i) {
    if (totals.states[i] > 0)
      sum += fmt::format(", {} {}", totals.states[i], to_string(kStates[i]));
  }
  page.prose(0, {sum, {}, Role::kPlain});
  return page.take();
}

std::string report_list_json_lines(const std::vector<ReportLine>& lines) {
  std::string out;
  for (const ReportLine& line : lines) {
    Json json = json_line_head("listed_report");
    json["report"] = json_report(line.report);
    json["passages"] = line.passages;
    if (line.matches) json["matches"] = *line.matches;
    json["state"] = to_string(line.state);
    out += dump_json_line(json);
  }
  const Totals totals = totals_of(lines);
  Json end = json_line_head("reports");
  end["reports"] = lines.size();
  end["passages"] = totals.passages;
  for (std::size_t i = 0; i < kStates.size(); ++i) end[to_string(kStates[i])] = totals.states[i];
  return out + dump_json_line(end);
}

std::string report_list_csv(const std::vector<ReportLine>& lines) {
  std::string out =
      csv_row({"report", "title", "date", "publisher", "passages", "matches", "state", "path"});
  for (const ReportLine& line : lines) {
    out +=
        csv_row({line.report.id, line.report.title, line.report.date, line.report.publisher,
                 std::to_string(line.passages), line.matches ? std::to_string(*line.matches) : "",
                 to_string(line.state), line.report.path});
  }
  return out;
}

std::string removed_text(const std::vector<std::string>& paths, const TextLayout& layout) {
  Page page(layout);
  for (const std::string& path : paths) {
    page.line(0, Role::kPlain, shown_path(path, layout.base_dir));
  }
  page.prose(0, {counted(paths.size(), "report") + " removed", {}, Role::kPlain});
  return page.take();
}

std::string removed_json_lines(const std::vector<std::string>& paths) {
  std::string out;
  for (const std::string& path : paths) {
    Json json = json_line_head("removed_report");
    add_json_path(json, path);
    out += dump_json_line(json);
  }
  return out;
}

std::string removed_csv(const std::vector<std::string>& paths) {
  std::string out = csv_row({"path"});
  for (const std::string& path : paths) out += csv_row({path});
  return out;
}

}  // namespace ibid
