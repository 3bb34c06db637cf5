// SPDX-License-Identifier: GPL-2.0-or-later
//
// CSL-JSON (citation-style-language/schema, csl-data.json): an array of items. What the schema has
// no member for is in "custom": the citation items of the passages, each with its locator.
#include "corpus/text/code_points.h"
#include "search/export/cited_work.h"
#include "search/export/render_export.h"
#include "search/render/json_lines.h"

namespace ibid {
namespace {

// Processors take a hyphen for the dash of a range, and "2-1" for sections 2 to 1; not a
// non-breaking one.
std::string csl_locator(std::string_view section) {
  std::string out;
  for (std::size_t at = 0; at < section.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(section, at);
    const bool dash = c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    out += dash ? "\u2011" : section.substr(begin, at - begin);
  }
  return out;
}

// A page if the file has pages, else the section.
void add_place(Json& item, const CitedPlace& place) {
  if (const CitedPages& pages = place.pages; !pages.empty()) {
    std::string printed = csl_locator(pages.first);
    if (pages.several()) printed += "-" + csl_locator(pages.last);
    item["locator"] = std::move(printed);
    item["label"] = "page";
    if (pages.renamed()) item["file-page"] = pages.of_file();
    return;
  }
  const std::string section = section_and_label(place);
  if (section.empty()) return;
  item["locator"] = csl_locator(section);
  item["label"] = "section";
}

Json citation_items(const CitedWork& work) {
  Json items = Json::array();
  for (const CitedLocator& locator : work.locators) {
    Json item = {{"id", work.id}};
    add_place(item, locator.place);
    item["permalink"] = locator.permalink;
    items.push_back(std::move(item));
  }
  return items;
}

Json csl_item(const CitedWork& work) {
  const bool report = work.kind == CitedWork::Kind::kReport && !work.web_page;
  Json item = {{"id", work.id}, {"type", report ? "report" : "webpage"}, {"title", work.title}};
  if (!responsible(work).empty()) {
    item["author"] = Json::array({{{"literal", responsible(work)}}});
  }
  if (!work.publisher.empty()) item["publisher"] = work.publisher;
  const std::vector<int> date = date_parts(work.date);
  if (!date.empty()) item["issued"] = {{"date-parts", Json::array({date})}};
  if (!work.url.empty()) item["URL"] = work.url;
  if (!work.language.empty()) item["language"] = work.language;
  if (!work.abstract_.empty()) item["abstract"] = work.abstract_;
  if (!work.locators.empty()) item["custom"] = {{"citation-items", citation_items(work)}};
  return item;
}

class Csl final : public ExportRenderer {
 public:
  std::string begin() override { return "["; }
  void report(const ExportedReport& report, const WriteText& write) override {
    write(item(work_of(report)));
  }
  std::string source(const SourceSummary& source) override { return item(work_of(source)); }
  std::string end(const ExportTotals& /*totals*/) override { return "\n]\n"; }

 private:
  std::string item(const CitedWork& work) {
    std::string line = dump_json_line(csl_item(work));
    line.pop_back();
    const char* before = first_ ? "\n" : ",\n";
    first_ = false;
    return before + line;
  }

  bool first_ = true;
};

}  // namespace

std::unique_ptr<ExportRenderer> export_csl_json() { return std::make_unique<Csl>(); }

}  // namespace ibid
