// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/passage_lines.h"

#include <fmt/core.h>

#include "search/render/escape_terminal.h"
#include "search/render/file_uri.h"
#include "search/render/wording.h"

namespace ibid {

Prose plain(std::string_view text, Role role) { return {escape_prose(text), {}, role}; }

std::string dotted(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += " · ";
    out += part;
  }
  return out;
}

std::string heading(const SectionTitle& section) {
  std::string out = section.number;
  if (!out.empty() && !section.title.empty()) out += ' ';
  out += section.title;
  if (!section.entity_type.empty()) out += " [" + section.entity_type + "]";
  return out;
}

std::string section_path_text(const std::vector<SectionTitle>& path) {
  std::string out;
  for (const SectionTitle& section : path) {
    if (!out.empty()) out += " › ";
    out += heading(section);
  }
  return out;
}

std::string with_label(const StoredPassage& passage) {
  const std::string& label = passage.origin.label;
  return label.empty() ? passage.text : label + " " + passage.text;
}

std::string title_text(std::string_view title) {
  return title.empty() ? "(no title)" : std::string(title);
}

namespace {

// " p. 7", " (bytes 120-240)", " (word/document.xml, bytes 3209-3215)"
std::string place_in_file(const StoredPassage& passage, PlaceBytes bytes) {
  const std::vector<PartRange>& places = passage.origin.places;
  if (places.empty()) return {};
  const std::string where = escape_terminal(origin_words(passage));
  if (passage.report.extraction->grade == AnchorGrade::kPage) return " " + where;
  if (bytes == PlaceBytes::kIfNeeded && !where.empty()) return fmt::format(" ({})", where);
  return fmt::format(" ({}{}bytes {}-{})", where, where.empty() ? "" : ", ",
                     places.front().bytes.begin, places.back().bytes.end);
}

}  // namespace

void add_place(Page& page, std::size_t indent, const StoredPassage& passage,
               const std::optional<LineLocation>& place, PlaceBytes bytes) {
  const std::string& path = passage.report.path;
  LinePart where{Role::kFaint, shown_path(path, page.layout().base_dir)};
  if (place) where.text += fmt::format(":{}:{}", place->line, place->column);
  // With the host, so that a terminal does not open a file of another machine.
  where.uri = "file://" + percent_encode_path(page.layout().host) + percent_encode_path(path);
  LinePart of_file{Role::kFaint, ""};
  if (passage.report.extraction) {
    of_file.text = place_in_file(passage, bytes);
  } else if (!place || bytes == PlaceBytes::kToo) {
    of_file.text = fmt::format(" (bytes {}-{})", passage.bytes.begin, passage.bytes.end);
  }
  page.line(indent, {where, of_file});
}

std::string place_behind(const StoredPassage& passage, ByteRange bytes) {
  if (!passage.report.extraction) return fmt::format(" (bytes {}-{})", bytes.begin, bytes.end);
  const std::string words = span_words(passage, bytes);
  const bool page = passage.report.extraction->grade == AnchorGrade::kPage;
  std::string out;
  if (!words.empty()) out = page ? " " + words : " (" + words + ")";
  if (!passage.origin.label.empty()) out += " " + passage.origin.label;
  return out;
}

std::string coverage_text(const AnswerCoverage& coverage) {
  std::string dates = coverage.first_date;
  if (coverage.last_date != dates) dates += " to " + coverage.last_date;
  if (!dates.empty()) dates = ", " + dates;
  if (coverage.undated != 0 && !dates.empty()) {
    dates += fmt::format(" ({} without date)", coverage.undated);
  }
  return fmt::format("searched {} of {}{}, generation {}", counted(coverage.passages, "passage"),
                     counted(coverage.reports, "report"), dates, coverage.index.generation);
}

std::string missing_nodes_text(const IndexState& index) {
  if (index.complete) return {};
  std::size_t answered = 0;
  std::string missing;
  for (const NodeState& node : index.nodes) {
    if (node.status == NodeStatus::kAnswered) {
      ++answered;
    } else {
      missing += (missing.empty() ? "" : ", ") + node.name + " (" + to_string(node.status) + ")";
    }
  }
  return std::to_string(answered) + " of " + std::to_string(index.nodes.size()) +
         " nodes answered: the reports of " + missing +
         " are not in it, and scores are of the rest";
}

}  // namespace ibid
