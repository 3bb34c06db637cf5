// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/pdf_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <string_view>

#include "corpus/extract/reader_rules.h"
#include "corpus/pdf/document_text.h"
#include "corpus/pdf/page_flow.h"
#include "corpus/pdf/page_frame.h"
#include "corpus/pdf/pdf_pages.h"
#include "corpus/pdf/reading_order.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// Programs put the name of the file, or their own, where a title belongs.
bool is_title(std::string_view title) {
  const std::string lower = ascii_lower(trim(title));
  if (lower.rfind("microsoft word", 0) == 0 || lower.rfind("microsoft powerpoint", 0) == 0 ||
      lower.rfind("untitled", 0) == 0 || lower == "제목 없음" || lower.find('\\') < lower.size()) {
    return false;
  }
  for (const std::string_view end :
       {".doc", ".docx", ".hwp", ".hwpx", ".pdf", ".indd", ".qxd", ".tex", ".dvi", ".ps", ".xls",
        ".xlsx", ".ppt", ".pptx", ".odt"}) {
    if (lower.size() > end.size() &&
        lower.compare(lower.size() - end.size(), end.size(), end) == 0) {
      return false;
    }
  }
  for (std::size_t at = 0; at < lower.size();) {
    if (is_letter(next_code_point(lower, at))) return true;
  }
  return false;
}

// "D:20240627…" -> "2024-06-27"; empty if it is not a date.
std::string date_of(std::string_view created) {
  if (created.rfind("D:", 0) == 0) created.remove_prefix(2);
  if (created.size() < 8 || !std::all_of(created.begin(), created.begin() + 8,
                                         [](char c) { return is_ascii_digit(c); })) {
    return {};
  }
  const std::string_view month = created.substr(4, 2), day = created.substr(6, 2);
  if (created[0] == '0' || month < "01" || month > "12" || day < "01" || day > "31") return {};
  return fmt::format("{}-{}-{}", created.substr(0, 4), month, day);
}

void add_fields(const PdfSource& source, ExtractBuilder& out) {
  if (is_title(source.title)) out.add_field("title", source.title, "PDF info Title");
  out.add_field("author", source.author, "PDF info Author");
  out.add_field("date", date_of(source.created), "PDF info CreationDate");
}

void add_pages(const PdfSource& source, const std::vector<PageFrame>& frames, ExtractBuilder& out) {
  for (std::size_t i = 0; i < source.pages.size(); ++i) {
    const PdfPage& page = source.pages[i];
    SourcePart part;
    const std::string place = std::to_string(i + 1);
    part.name = page.label.empty() || page.label == place ? frames[i].printed_number : page.label;
    if (part.name == place) part.name.clear();
    part.width = page.width;
    part.height = page.height;
    out.add_part(std::move(part));
  }
}

// "page 3", "pages 1-4, 7"; empty for none.
std::string pages_where(std::size_t count, const std::function<bool(std::size_t)>& is_so) {
  std::string list;
  std::size_t named = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_so(i)) continue;
    const std::size_t first = i;
    while (i + 1 < count && is_so(i + 1)) ++i;
    if (!list.empty()) list += ", ";
    list += std::to_string(first + 1);
    if (i > first) list += fmt::format("-{}", i + 1);
    named += i - first + 1;
  }
  return list.empty() ? list : (named == 1 ? "page " : "pages ") + list;
}

void add_notes(const PdfSource& source, const std::vector<PageFrame>& frames,
               const std::vector<PageLayout>& layouts, ExtractBuilder& out) {
  const std::size_t count = source.pages.size();
  const auto add = [&](const std::string& pages, std::string_view what) {
    if (!pages.empty()) out.add_note(fmt::format("{}: {}", pages, what));
  };
  add(pages_where(count, [&](std::size_t i) { return source.pages[i].damaged; }),
      "damaged, could not be read");
  add(pages_where(
          count,
          [&](std::size_t i) { return source.pages[i].words.empty() && !source.pages[i].damaged; }),
      "no text (scanned?)");
  add(pages_where(count, [&](std::size_t i) { return layouts[i].uncertain; }),
      "reading order is uncertain");
  add(pages_where(count, [&](std::size_t i) { return layouts[i].overlaid; }),
      "texts overlap, their order is uncertain");
  if (source.embedded_files > 0) {
    out.add_note(fmt::format("{} embedded file{} not opened", source.embedded_files,
                             source.embedded_files == 1 ? " was" : "s were"));
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (const std::size_t glyphs = frames[i].unreadable; glyphs > 0) {
      out.add_note(fmt::format("page {}: {} glyph{} without a meaning", i + 1, glyphs,
                               glyphs == 1 ? "" : "s"));
    }
  }
}

}  // namespace

std::vector<ExtractedFile> read_pdf(const ReaderInput& input) {
  const PdfSource source = load_pdf(input);
  const std::vector<PageFrame> frames = tell_frames(source);
  std::vector<PageLayout> layouts;
  for (std::size_t i = 0; i < source.pages.size(); ++i) {
    layouts.push_back(lay_out(source.pages[i], source.fonts, frames[i].body));
  }
  ExtractBuilder out(FileFormat::kPdf, AnchorGrade::kPage,
                     reader_rules(FileFormat::kPdf) + " poppler " + poppler_version(),
                     input.limits.text_bytes);
  add_pages(source, frames, out);
  write_document(source, frames, layouts, flow_of(source, layouts), out);
  add_fields(source, out);
  add_notes(source, frames, layouts, out);
  std::vector<ExtractedFile> files;
  files.push_back(out.finish());
  return files;
}

}  // namespace ibid
