// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "corpus/text/display_width.h"
#include "search/hits/render_hit.h"
#include "search/hits/render_text.h"
#include "search/render/escape_terminal.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

// Title, date and publisher, file: the head of a passage or an outline.
void add_report_head(Page& page, const ReportInfo& report, std::string_view language) {
  page.prose(0, plain(title_text(report.title), Role::kTitle));
  page.prose(0,
             plain(dotted({report.date, report.publisher, report.author, std::string(language),
                           report.collection, fmt::format("{}", fmt::join(report.tags, ", "))})));
  page.line(0, Role::kFaint, shown_path(report.path, page.layout().base_dir));
}

void add_neighbour(Page& page, const StoredPassage& passage) {
  page.line(2, Role::kFaint, escape_terminal(passage.id));
  Prose text = plain(with_label(passage), Role::kFaint);
  page.prose(2, text);
}

void add_asked(Page& page, const PassageInContext& context) {
  const StoredPassage& passage = context.passages[context.asked];
  page.line(0, Role::kTitle, "> " + dotted({escape_terminal(passage.id), kind_text(passage)}));
  page.prose(2, plain(with_label(passage)));
  if (!passage.origin.note_of.empty()) {
    page.line(2, Role::kPlain, "note to " + escape_terminal(passage.origin.note_of));
  }
  add_sources(page, 2, passage);
  if (context.stale) add_stale(page, 2);
  if (context.changed.value_or(false)) {
    page.prose(2, plain("not the text that was cited", Role::kWarning));
  }
  if (!context.cited_as.empty()) {
    page.line(2, Role::kWarning, "moved: cited as " + escape_terminal(context.cited_as));
  }
  add_permalink(page, 2, passage);
  add_place(page, 2, passage, context.place, PlaceBytes::kToo);
  add_link(page, 2, context.anchors);
  for (const std::string& permalink : context.cited_at) {
    page.line(2, Role::kWarning, "the cited text is at " + escape_terminal(permalink));
  }
}

// "(deleted) two ships"
std::string left_out_text(const FurnitureLine& line) {
  return line.reason.empty() ? line.text : "(" + line.reason + ") " + line.text;
}

// "7-2.1": the id without its report.
std::string_view locator_of(std::string_view passage_id) {
  const std::size_t hash = passage_id.find('#');
  return hash == std::string_view::npos ? passage_id : passage_id.substr(hash + 1);
}

// One line: its locator, its beginning, how many sources it cites.
void add_outline_passage(Page& page, std::size_t indent, const StoredPassage& passage) {
  const std::size_t sources = cited_sources(passage.citations).size();
  const std::string tail = sources == 0 ? "" : fmt::format("  ({})", counted(sources, "source"));
  std::string text = escape_terminal(locator_of(passage.id)) + "  ";
  const std::size_t taken = indent + display_width(text) + tail.size() + 1;
  const std::size_t left = page.layout().columns > taken + 16 ? page.layout().columns - taken : 16;
  const std::string prose = escape_prose(with_label(passage));
  const std::string_view shown = fit_width(prose, left);
  text += shown;
  if (shown.size() < prose.size()) text += "…";
  page.line(indent, Role::kPlain, text + tail);
}

// Of an extracted report also what --all would show.
std::string left_out_count(const Report& report, std::uint64_t shown) {
  if (shown != 0) return ", " + counted(shown, "line") + " left out (-)";
  const std::uint64_t hidden = report.extraction ? report.extraction->left_out : 0;
  return hidden == 0 ? "" : ", " + counted(hidden, "piece") + " of text left out (--all)";
}

}  // namespace

std::string passage_text(const PassageInContext& passage, const TextLayout& layout) {
  Page page(layout);
  add_report_head(page, passage.passages[passage.asked].report, "");
  std::string section;
  for (std::size_t i = 0; i < passage.passages.size(); ++i) {
    const StoredPassage& shown = passage.passages[i];
    page.blank();
    std::string its_section = section_path_text(shown.section);
    if (its_section != section) page.prose("", 2, plain(its_section, Role::kLocation));
    section = std::move(its_section);
    if (i == passage.asked) {
      add_asked(page, passage);
    } else {
      add_neighbour(page, shown);
    }
  }
  return page.take();
}

std::string outline_text(const ReportOutline& outline, const TextLayout& layout) {
  Page page(layout);
  const Report& report = outline.report;
  add_report_head(page, report_info(report), report.language);
  std::string example;
  std::uint64_t sections = 0;
  std::uint64_t passages = 0;
  std::uint64_t left_out = 0;
  for (const OutlineEntry& entry : outline.entries) {
    left_out += entry.left_out ? 1U : 0U;
    sections += entry.section ? 1U : 0U;
    passages += entry.passage ? 1U : 0U;
    if (entry.passage && example.empty()) example = entry.passage->id;
  }
  page.line(0, Role::kPlain,
            counted(sections, "heading") + ", " + counted(passages, "passage") +
                left_out_count(report, left_out));
  if (outline.stale) add_stale(page, 0);
  page.blank();
  for (const OutlineEntry& entry : outline.entries) {
    const std::size_t indent = entry.depth * 2;
    if (entry.left_out) page.prose("- ", 2, plain(left_out_text(*entry.left_out), Role::kFaint));
    if (entry.section) {
      const Section& section = *entry.section;
      page.prose(
          std::string(indent, ' '), indent + 2,
          plain(heading({section.number, section.title, section.entity_type}), Role::kLocation));
    }
    if (entry.passage) add_outline_passage(page, indent + 2, *entry.passage);
  }
  if (!example.empty()) {
    page.blank();
    page.line(0, Role::kFaint, "a passage in full: ibid show '" + escape_terminal(example) + "'");
  }
  return page.take();
}

}  // namespace ibid
