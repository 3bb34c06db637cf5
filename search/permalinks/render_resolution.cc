// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/permalinks/render_resolution.h"

#include <fmt/core.h>

#include <algorithm>

#include "corpus/text/code_points.h"
#include "search/render/escape_terminal.h"
#include "search/render/passage_json.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

constexpr std::size_t kIndent = 9;  // past "changed  "

Prose prose_of(std::string text, Role role = Role::kPlain) { return {std::move(text), {}, role}; }

// "[-four-] {+five+} ports", as wdiff writes it; the differing spans are marked too.
Prose diff_prose(const CitedDiff& diff) {
  Prose out;
  for (const DiffSpan& span : diff.spans) {
    if (!out.text.empty()) out.text += ' ';
    const std::uint64_t begin = out.text.size();
    if (span.kind == DiffKind::kDelete) {
      out.text += "[-" + escape_prose(slice(diff.cited, span.a)) + "-]";
    } else if (span.kind == DiffKind::kInsert) {
      out.text += "{+" + escape_prose(slice(diff.present, span.b)) + "+}";
    } else {
      out.text += escape_prose(slice(diff.present, span.b));
      continue;
    }
    out.marked.push_back({begin, out.text.size()});
  }
  return out;
}

bool no_word_differs(const CitedDiff& diff) {
  return std::all_of(diff.spans.begin(), diff.spans.end(),
                     [](const DiffSpan& span) { return span.kind == DiffKind::kEqual; });
}

void add_diff(Page& page, const CitedDiff& diff) {
  if (!diff.proven) {
    page.prose(kIndent, prose_of("the text given is not the text of the permalink: the differences "
                                 "below are between the text given and the present one",
                                 Role::kWarning));
  }
  if (no_word_differs(diff)) {
    page.prose(kIndent, prose_of("no word differs, only white space"));
  } else {
    page.prose(kIndent, diff_prose(diff));
  }
}

void add_places(Page& page, const Resolution& resolution) {
  for (const StoredPassage& place : resolution.passages) {
    if (resolution.present && place.id == resolution.present->id) continue;
    const bool moved = resolution.standing == Standing::kMoved;
    page.line(kIndent, Role::kId,
              std::string(moved ? "now " : "also ") + escape_terminal(place.permalink));
  }
  if (resolution.passage_count > resolution.passages.size()) {
    page.line(kIndent, Role::kPlain,
              fmt::format("and {} more", resolution.passage_count - resolution.passages.size()));
  }
}

void add_gone(Page& page, const Resolution& resolution) {
  page.prose(kIndent, prose_of(fmt::format(
                          "neither the id nor the text is in the index ({} in {}); {}",
                          counted(resolution.index.passages, "passage"),
                          counted(resolution.index.reports, "report"),
                          resolution.report_known ? "the report is" : "nor is the report")));
}

const char* op_name(DiffKind kind) {
  switch (kind) {
    case DiffKind::kDelete:
      return "delete";
    case DiffKind::kInsert:
      return "insert";
    case DiffKind::kEqual:
      break;
  }
  return "equal";
}

Json json_place(const StoredPassage& place) {
  Json sections = Json::array();
  for (const SectionTitle& section : place.section) sections.push_back(json_section(section));
  Json out = {{"id", place.id},
              {"permalink", place.permalink},
              {"section", std::move(sections)},
              {"report", json_report(place.report)}};
  add_json_place(out, place);
  return out;
}

Json json_diff(const CitedDiff& diff) {
  Json parts = Json::array();
  for (const DiffSpan& span : diff.spans) {
    const bool deleted = span.kind == DiffKind::kDelete;
    parts.push_back({{"op", op_name(span.kind)},
                     {"text", deleted ? slice(diff.cited, span.a) : slice(diff.present, span.b)},
                     {"cited", json_range(span.a)},
                     {"present", json_range(span.b)}});
  }
  return {{"proven", diff.proven}, {"parts", std::move(parts)}};
}

}  // namespace

std::string resolution_text(const Resolution& resolution, const std::optional<CitedDiff>& diff,
                            const TextLayout& layout) {
  Page page(layout);
  page.line(0, resolution.standing == Standing::kSame ? Role::kId : Role::kWarning,
            fmt::format("{:<{}}{}", to_string(resolution.standing), kIndent,
                        escape_terminal(resolution.permalink)));
  add_places(page, resolution);
  if (resolution.standing == Standing::kMoved && resolution.present) {
    page.prose(kIndent, prose_of("another text has its id"));
  }
  if (resolution.standing == Standing::kChanged && diff) {
    add_diff(page, *diff);
  } else if (resolution.standing == Standing::kChanged && resolution.present) {
    page.prose(fmt::format("{:{}}now: ", "", kIndent), kIndent + 2,
               prose_of(escape_prose(resolution.present->text)));
  }
  if (!resolution.reader_before.empty() && !resolution.stale) {
    page.prose(kIndent,
               prose_of(fmt::format("the file is the same, its reader is not: {} then, {} now",
                                    escape_prose(resolution.reader_before),
                                    escape_prose(resolution.present->report.extraction->reader))));
  }
  if (resolution.standing == Standing::kGone) add_gone(page, resolution);
  if (resolution.stale) {
    page.prose(kIndent, prose_of("stale: this is what was indexed; the file has changed since, or "
                                 "is gone",
                                 Role::kWarning));
  }
  return page.take();
}

std::string resolution_json_line(const Resolution& resolution,
                                 const std::optional<CitedDiff>& diff) {
  Json line = json_line_head("resolution");
  line["permalink"] = resolution.permalink;
  line["standing"] = to_string(resolution.standing);
  Json& places = line["places"] = Json::array();
  for (const StoredPassage& place : resolution.passages) places.push_back(json_place(place));
  line["place_count"] = resolution.passage_count;
  line["present"] = nullptr;
  if (resolution.present) line["present"] = json_passage(*resolution.present);
  line["diff"] = diff ? json_diff(*diff) : Json(nullptr);
  line["report_known"] = resolution.report_known;
  if (!resolution.reader_before.empty()) line["reader_before"] = resolution.reader_before;
  line["stale"] = resolution.index.nodes.empty() ? Json(resolution.stale) : Json(nullptr);
  line["index"] = json_index(resolution.index);
  return dump_json_line(line);
}

}  // namespace ibid
