// SPDX-License-Identifier: GPL-2.0-or-later
//
// Contents, numbers and headings that do not match the text below them.
#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "corpus/text/code_points.h"
#include "indexer/analysis/normalize.h"
#include "search/audit/rules/rule_groups.h"

namespace ibid {
namespace {

// The same for equal titles, however their letters are written.
std::string folded(std::string_view title) {
  std::vector<FoldedChar> chars;
  fold(title, chars);
  std::string out;
  for (const FoldedChar& c : chars) {
    if (is_letter(c.ch) || is_ascii_digit(c.ch)) append_utf8(out, c.ch);
  }
  return out;
}

std::string heading(const Section& section) {
  return section.number.empty() ? section.title : section.number + ". " + section.title;
}

// Glossary and source list need not be in the table of contents.
bool belongs_in_contents(const Section& section) {
  return section.parent < 0 && !section.number.empty() && section.kind != PassageKind::kGlossary &&
         section.kind != PassageKind::kSource;
}

void contents_faults(const ReportView& view, Findings& out) {
  const Report& report = view.report;
  if (report.contents.empty()) return;
  std::map<std::string, const Section*> by_number;
  for (const Section& section : report.sections) by_number.emplace(section.number, &section);
  std::map<std::string, bool> listed;
  for (const ContentsEntry& entry : report.contents) {
    if (entry.number.empty()) continue;  // it was read because a heading repeats it
    listed[entry.number] = true;
    FindingLocation location = location_of_report(view);
    location.bytes = entry.bytes;
    location.excerpt = entry.number + ". " + entry.title;
    const auto found = by_number.find(entry.number);
    if (found == by_number.end()) {
      out.push_back(make_finding(rule::kContentsMismatch,
                                 "the table of contents lists \"" + location.excerpt +
                                     "\", but no heading has that number",
                                 location));
    } else if (folded(found->second->title) != folded(entry.title)) {
      out.push_back(make_finding(rule::kContentsMismatch,
                                 "its heading reads \"" + heading(*found->second) + "\"", location,
                                 {location_of_section(view, *found->second)}));
    }
  }
  for (const Section& section : report.sections) {
    if (!belongs_in_contents(section) || listed.contains(section.number)) continue;
    out.push_back(make_finding(rule::kContentsMismatch, "the table of contents omits this heading",
                               location_of_section(view, section)));
  }
}

// The last part of "7-2" or "3.1.2"; 0 for none.
int last_number(std::string_view number) {
  const std::size_t cut = number.find_last_of("-.");
  const std::string_view digits = cut == std::string_view::npos ? number : number.substr(cut + 1);
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

void numbering_faults(const ReportView& view, Findings& out) {
  std::map<std::int32_t, const Section*> last;  // by parent
  for (const Section& section : view.report.sections) {
    const int number = last_number(section.number);
    if (number == 0) continue;
    const Section*& before = last[section.parent];
    const int expected = before == nullptr ? 1 : last_number(before->number) + 1;
    const FindingLocation location = location_of_section(view, section);
    if (before != nullptr && number < expected) {
      out.push_back(make_finding(rule::kNumberingRepeat,
                                 "number " + section.number + " comes after " + before->number,
                                 location, {location_of_section(view, *before)}));
    } else if (number > expected) {
      const std::string message =
          before == nullptr ? "the numbering starts at " + section.number
                            : "number " + section.number + " comes right after " + before->number;
      out.push_back(make_finding(rule::kNumberingGap, message, location));
    }
    before = &section;
  }
}

void empty_headings(const ReportView& view, Findings& out) {
  const auto& sections = view.report.sections;
  std::vector<char> filled(sections.size(), 0), has_children(sections.size(), 0);
  for (const std::int32_t of : view.section_of) {
    for (std::int32_t s = of; s >= 0; s = sections[static_cast<std::size_t>(s)].parent) {
      filled[static_cast<std::size_t>(s)] = 1;
    }
  }
  for (const Section& section : sections) {
    if (section.parent >= 0) has_children[static_cast<std::size_t>(section.parent)] = 1;
  }
  for (std::size_t s = 0; s < sections.size(); ++s) {
    if (filled[s] != 0 || has_children[s] != 0) continue;
    const bool top = sections[s].parent < 0;
    out.push_back(make_finding(top ? rule::kEmptySection : rule::kHeadingWithoutPassage,
                               top ? "the section is empty" : "there is no passage below it",
                               location_of_section(view, sections[s])));
  }
}

}  // namespace

void find_structure_faults(const ReportView& view, Findings& out) {
  contents_faults(view, out);
  numbering_faults(view, out);
  empty_headings(view, out);
  for (const std::string& note : view.report.notes) {
    out.push_back(make_finding(rule::kReadingNote, note, location_of_report(view)));
  }
  if (view.stale) {
    out.push_back(
        make_finding(rule::kStaleReport,
                     "the file has changed or disappeared since it was indexed; positions "
                     "refer to the file as indexed",
                     location_of_report(view)));
  }
}

}  // namespace ibid
