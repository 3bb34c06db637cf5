// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/export/cited_place.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/report/source_places.h"
#include "corpus/text/code_points.h"
#include "search/export/cited_work.h"

namespace ibid {
namespace {

// Letters and numbers in a circle or in brackets: some are symbols to Unicode ("㉮", "Ⓐ").
bool is_enclosed(char32_t c) {
  return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x3200 && c <= 0x32FF);
}

// "가.", "(1)", "②", but no "●" and no "-".
bool names_a_place(std::string_view label) {
  for (std::size_t at = 0; at < label.size();) {
    const char32_t c = next_code_point(label, at);
    const int kind = u_charType(static_cast<UChar32>(c));
    if (u_isalnum(static_cast<UChar32>(c)) != 0 || kind == U_OTHER_NUMBER ||
        kind == U_LETTER_NUMBER || is_enclosed(c)) {
      return true;
    }
  }
  return false;
}

std::string printed_number(const std::vector<SourcePart>& parts, std::uint32_t part) {
  const std::string printed = one_line(parts[part].name);
  return printed.empty() ? std::to_string(part + 1) : printed;
}

// `pages`: indices of parts.
CitedPages pages_of(const ReportExtraction& extraction, const std::vector<std::uint32_t>& pages) {
  CitedPages out;
  if (extraction.grade != AnchorGrade::kPage || pages.empty()) return out;
  const auto [first, last] = std::minmax_element(pages.begin(), pages.end());
  if (*last >= extraction.parts.size()) return out;
  out.first = printed_number(extraction.parts, *first);
  out.last = printed_number(extraction.parts, *last);
  out.first_page = *first + 1;
  out.last_page = *last + 1;
  return out;
}

}  // namespace

bool CitedPages::renamed() const { return printed() != of_file(); }

std::string CitedPages::printed() const { return several() ? first + "-" + last : first; }

std::string CitedPages::of_file() const {
  if (empty()) return {};
  std::string out = std::to_string(first_page);
  if (several()) out += "-" + std::to_string(last_page);
  return out;
}

std::string section_locator(const StoredPassage& passage) {
  if (passage.section.empty()) return {};
  const SectionTitle& section = passage.section.back();
  return one_line(section.number.empty() ? section.title : section.number);
}

std::string section_and_label(const CitedPlace& place) {
  const bool both = !place.section.empty() && !place.label.empty();
  return place.section + (both ? " " : "") + place.label;
}

CitedPlace cited_place(const StoredPassage& passage) {
  CitedPlace place;
  place.section = section_locator(passage);
  if (!passage.report.extraction) return place;
  std::string label = one_line(passage.origin.label);
  if (passage.kind == PassageKind::kNote) {
    place.note = std::move(label);
  } else if (names_a_place(label)) {
    place.label = std::move(label);
  }
  std::vector<std::uint32_t> pages;
  for (const PartRange& range : passage.origin.places) pages.push_back(range.part);
  place.pages = pages_of(*passage.report.extraction, pages);
  return place;
}

CitedPlace cited_place(const StoredPassage& passage, ByteRange text,
                       const ExtractedFile* document) {
  CitedPlace place = cited_place(passage);
  if (!place.pages.several() || document == nullptr || text.empty()) return place;
  std::vector<std::uint32_t> pages;
  for (const SourcePlace& one : source_places(*document, file_range(passage.spans, text))) {
    pages.push_back(one.part);
  }
  CitedPages exact = pages_of(*passage.report.extraction, pages);
  if (!exact.empty()) place.pages = std::move(exact);
  return place;
}

}  // namespace ibid
