// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/report_pages/report_text.h"

#include <algorithm>
#include <set>

#include "search/render/passage_lines.h"
#include "tools/serve/page/pictures/page_figure.h"
#include "tools/serve/report_pages/report_words.h"

namespace ibid {
namespace {

std::string section_place(const Section& section) { return "s-" + section.locator; }

std::string heading_text(const Section& section) {
  return heading(SectionTitle{section.number, section.title, section.entity_type});
}

void write_heading(HtmlWriter& html, const PageVisit& visit, const OutlineEntry& entry) {
  static constexpr const char* kLevels[] = {"h2", "h3", "h4", "h5", "h6"};
  const std::string words = heading_text(*entry.section);
  html.element(kLevels[std::min<std::size_t>(entry.depth, 4)],
               {{"id", section_place(*entry.section)}, visit.lang_of(words)}, words);
}

// A page is a link to how it looks.
void write_origin(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage) {
  const std::string where = origin_words(passage);
  if (where.empty()) return;
  html.text(" · ");
  const auto& extraction = passage.report.extraction;
  if (extraction && extraction->grade == AnchorGrade::kPage && !passage.origin.places.empty()) {
    html.link(page_address_of(visit, passage.report, passage.origin.places.front().part,
                              place_name(passage.id)),
              where);
  } else {
    html.text(where);
  }
}

void write_margin(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                  const Margin& margin) {
  html.open("ul", {{"class", "margin"}});
  html.open("li").link(visit.passage_address(passage.permalink),
                       std::string(place_name(passage.id)),
                       {{"title", visit.say(report_words::kPassageLink, passage.id)}});
  write_origin(html, visit, passage);
  html.close();
  std::set<std::string_view> cited;
  for (const Citation& citation : passage.citations) {
    if (!cited.insert(citation.source).second) continue;
    html.open("li", {{"class", "cited"}});
    write_source_link(html, visit, passage, citation.source);
    html.close();
  }
  for (const Finding* finding : margin.of_passage(passage.id)) {
    html.open("li");
    write_finding(html, visit, *finding);
    html.close();
  }
  html.close();
}

void write_passage(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                   const Margin& margin) {
  html.open("div", {{"class", std::string("line kind-") + to_string(passage.kind)},
                    {"id", place_name(passage.id)}});
  html.open("p", {{"class", "passage"}, visit.lang_of(passage.text), {"dir", "auto"}});
  if (!passage.origin.label.empty()) {
    html.element("span", {{"class", "label"}}, passage.origin.label).text(" ");
  }
  html.marked(passage.text, margin.parts(passage)).close();
  write_margin(html, visit, passage, margin);
  html.close();
}

void write_left_out(HtmlWriter& html, const PageVisit& visit, const FurnitureLine& line) {
  html.open("p", {{"class", "left-out"}, visit.lang_of(line.text)});
  html.element("span", {{"class", "hush"}}, visit.say(report_words::kLeftOutLine) + ": ");
  html.text(line.text).close();
}

// The address of a line on the page that shows it.
std::string line_address(const PageVisit& visit, const ReportOutline& outline, std::size_t line,
                         const ListPart& shown) {
  const std::string place = "#" + section_place(*outline.entries[line].section);
  if (line >= shown.begin && line < shown.end) return place;
  HttpFields fields = fields_without(visit.request().query, {"at", "from"});
  const std::size_t first = line / kLinesOnPage * kLinesOnPage;
  if (first > 0) fields.emplace_back("from", std::to_string(first + 1));
  return visit.address(visit.request().path, fields) + place;
}

}  // namespace

ListPart asked_lines(const PageVisit& visit, const ReportOutline& outline) {
  const std::size_t total = outline.entries.size();
  const std::string_view at = visit.field("at");
  for (std::size_t i = 0; !at.empty() && i < total; ++i) {
    const auto& passage = outline.entries[i].passage;
    if (!passage || place_name(passage->id) != at) continue;
    const std::size_t begin = i / kLinesOnPage * kLinesOnPage;
    return {begin, std::min(total, begin + kLinesOnPage), total, kLinesOnPage};
  }
  return asked_part(visit, total, kLinesOnPage);
}

void write_outline(HtmlWriter& html, const PageVisit& visit, const ReportOutline& outline,
                   const ListPart& shown) {
  const auto is_heading = [](const OutlineEntry& entry) { return entry.section.has_value(); };
  if (std::none_of(outline.entries.begin(), outline.entries.end(), is_heading)) return;
  html.open("nav", {{"class", "outline"}, {"aria-labelledby", "outline"}});
  html.element("h2", {{"id", "outline"}}, visit.say(report_words::kOutline));
  std::vector<std::size_t> depths;  // of the open lists
  for (std::size_t i = 0; i < outline.entries.size(); ++i) {
    const OutlineEntry& entry = outline.entries[i];
    if (!entry.section) continue;
    while (!depths.empty() && depths.back() > entry.depth) {
      html.close().close();  // the last entry of the inner list, and the list
      depths.pop_back();
    }
    if (depths.empty() || depths.back() < entry.depth) {
      html.open("ul");
      depths.push_back(entry.depth);
    } else {
      html.close();
    }
    const std::string words = heading_text(*entry.section);
    html.open("li").link(line_address(visit, outline, i, shown), words, {visit.lang_of(words)});
  }
  for (std::size_t i = 0; i < depths.size(); ++i) html.close().close();
  html.close();
}

void write_text(HtmlWriter& html, const PageVisit& visit, const ReportOutline& outline,
                const ListPart& shown, const Margin& margin) {
  for (std::size_t i = shown.begin; i < shown.end; ++i) {
    const OutlineEntry& entry = outline.entries[i];
    if (entry.section) write_heading(html, visit, entry);
    if (entry.passage) write_passage(html, visit, *entry.passage, margin);
    if (entry.left_out) write_left_out(html, visit, *entry.left_out);
  }
}

}  // namespace ibid
