// SPDX-License-Identifier: GPL-2.0-or-later
//
// BibTeX entries that biblatex reads too: @misc, or @report with pages; ASCII keys, titles and
// corporate authors in double braces so that no style changes their letters. Permalinks are in
// "annote", which no style prints.
#include <string>
#include <unordered_map>

#include "corpus/text/code_points.h"
#include "search/export/cited_work.h"
#include "search/export/render_export.h"

namespace ibid {
namespace {

// Text for a braced value. BibTeX counts braces even after a backslash, so a single brace cannot be
// written as such.
std::string tex_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
      case '%':
      case '#':
      case '_':
      case '$':
        out += '\\';
        out += c;
        break;
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '{':
        out += "\\textbraceleft{}";
        break;
      case '}':
        out += "\\textbraceright{}";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Unchanged, except for what would end the value.
std::string tex_url(std::string_view url) {
  std::string out;
  for (const char c : url) {
    if (c == '{') {
      out += "%7B";
    } else if (c == '}') {
      out += "%7D";
    } else if (c == '\\') {
      out += "%5C";
    } else if (c == ' ') {
      out += "%20";
    } else {
      out += c;
    }
  }
  return out;
}

std::string babel_name(const std::string& language) {
  if (language == "en") return "english";
  if (language == "ko") return "korean";
  return {};
}

void add(std::string& entry, const char* name, const std::string& value) {
  if (!value.empty()) entry += std::string("  ") + name + " = {" + value + "},\n";
}

std::string doubly_braced(const std::string& text) {
  return text.empty() ? "" : "{" + tex_text(text) + "}";
}

std::string locators_text(const CitedWork& work) {
  std::string out;
  for (const CitedLocator& locator : work.locators) {
    if (!out.empty()) out += "; ";
    const CitedPages& pages = locator.place.pages;
    const std::string section = section_and_label(locator.place);
    if (!pages.empty()) {
      out += (pages.several() ? "pp. " : "p. ") + pages.printed() + ": ";
    } else if (!section.empty()) {
      out += "section " + section + ": ";
    }
    out += locator.permalink;
  }
  return out;
}

// biblatex has "pages" of a @report, not of a @misc, and wants to know whose report it is; of
// others a note says the page.
void add_kind(std::string& entry, const CitedWork& work, const CitedPages& pages) {
  if (!pages.empty() && !responsible(work).empty()) {
    add(entry, "type", work.language == "ko" ? "보고서" : "Report");
    add(entry, "institution",
        doubly_braced(work.publisher.empty() ? responsible(work) : work.publisher));
    const std::string first = tex_text(pages.first);
    add(entry, "pages", pages.several() ? first + "--" + tex_text(pages.last) : first);
    return;
  }
  add(entry, "organization", doubly_braced(work.publisher));
  if (pages.empty()) return;
  add(entry, "note", (pages.several() ? "pp. " : "p. ") + tex_text(pages.printed()));
}

std::string entry_of(const CitedWork& work, const std::string& key) {
  const CitedPages pages = cited_pages(work);
  const bool report = !pages.empty() && !responsible(work).empty();
  std::string out = (report ? "@report{" : "@misc{") + key + ",\n";
  add(out, "author", doubly_braced(responsible(work)));
  add(out, "title", doubly_braced(work.title));
  add_kind(out, work, pages);
  const std::vector<int> date = date_parts(work.date);
  if (!date.empty()) {
    // biblatex reads "date"; the styles of BibTeX itself read only year and month.
    add(out, "date", work.date);
    add(out, "year", std::to_string(date[0]));
    if (date.size() > 1) add(out, "month", std::to_string(date[1]));
  }
  add(out, "url", tex_url(work.url));
  add(out, "langid", babel_name(work.language));
  add(out, "annote", tex_text(locators_text(work)));
  return out + "}\n\n";
}

class Bibtex final : public ExportRenderer {
 public:
  void report(const ExportedReport& report, const WriteText& write) override {
    write(entry(work_of(report)));
  }
  std::string source(const SourceSummary& source) override { return entry(work_of(source)); }

 private:
  // BibTeX takes keys that differ in capitals only for one.
  std::string entry(const CitedWork& work) {
    std::string key = ascii_key(work.id);
    const auto [taken, is_new] = ids_.emplace(ascii_lower(key), work.id);
    if (!is_new && taken->second != work.id) key = ascii_key_with_digits(work.id);
    return entry_of(work, key);
  }

  std::unordered_map<std::string, std::string>
      ids_;  // of the works so far, by key in small letters
};

}  // namespace

std::unique_ptr<ExportRenderer> export_bibtex() { return std::make_unique<Bibtex>(); }

}  // namespace ibid
