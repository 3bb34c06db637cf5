// SPDX-License-Identifier: GPL-2.0-or-later
//
// RIS: lines "XX  - value" that end in CRLF, TY first and ER last. ID holds 20 characters, so the
// whole id is in AN.
#include <fmt/core.h>

#include "search/export/cited_work.h"
#include "search/export/render_export.h"

namespace ibid {
namespace {

void add(std::string& record, const char* tag, const std::string& value) {
  if (!value.empty()) record += std::string(tag) + "  - " + value + "\r\n";
}

const char* type_of(const CitedWork& work) {
  if (work.kind == CitedWork::Kind::kReport) return work.web_page ? "ELEC" : "RPRT";
  return work.news ? "NEWS" : "ELEC";
}

// "2024/06/27/", "2024/06//", "2024///": what is unknown is left empty.
std::string ris_date(const std::vector<int>& date) {
  if (date.empty()) return {};
  std::string out = fmt::format("{:04}/", date[0]);
  for (std::size_t i = 1; i < 3; ++i) out += i < date.size() ? fmt::format("{:02}/", date[i]) : "/";
  return out;
}

// The section that all locators share; empty if they differ.
std::string shared_section(const CitedWork& work) {
  if (work.locators.empty()) return {};
  std::string shared = section_and_label(work.locators.front().place);
  for (const CitedLocator& locator : work.locators) {
    if (section_and_label(locator.place) != shared) return {};
  }
  return shared;
}

// One permalink, or how many passages are cited: readers make a note of it.
std::string cited_places(const CitedWork& work) {
  if (work.locators.size() == 1) return work.locators.front().permalink;
  return work.locators.empty() ? "" : fmt::format("{} passages cited", work.locators.size());
}

std::string record_of(const CitedWork& work) {
  std::string out;
  add(out, "TY", type_of(work));
  add(out, "ID", short_key(work.id));
  add(out, "AN", work.id);
  add(out, "AU", responsible(work));
  add(out, "TI", work.title);
  const std::vector<int> date = date_parts(work.date);
  if (!date.empty()) add(out, "PY", fmt::format("{:04}", date[0]));
  add(out, "DA", ris_date(date));
  // The name of a newspaper or site: Zotero's web page had no publisher up to schema 33.
  if (work.kind == CitedWork::Kind::kSource || work.web_page) add(out, "T2", work.publisher);
  add(out, "PB", work.publisher);
  const CitedPages pages = cited_pages(work);
  add(out, "SP", pages.first);
  add(out, "EP", pages.last);
  add(out, "SE", shared_section(work));
  add(out, "UR", work.url);
  add(out, "AB", work.abstract_);
  add(out, "N1", cited_places(work));
  add(out, "LA", work.language);
  return out + "ER  - \r\n\r\n";
}

class Ris final : public ExportRenderer {
 public:
  void report(const ExportedReport& report, const WriteText& write) override {
    write(record_of(work_of(report)));
  }
  std::string source(const SourceSummary& source) override { return record_of(work_of(source)); }
};

}  // namespace

std::unique_ptr<ExportRenderer> export_ris() { return std::make_unique<Ris>(); }

}  // namespace ibid
