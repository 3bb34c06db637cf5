// SPDX-License-Identifier: GPL-2.0-or-later
//
// StoryReader: what is said of paragraphs, runs, tables and sections.
#include <algorithm>

#include "corpus/docx/story_reader.h"

namespace ibid {

using enum WordTag;

void StoryReader::start_property(WordTag tag, const XmlElement& element) {
  switch (parent()) {
    case kPPr:
    case kNumPr:
      paragraph_property(tag, element);
      break;
    case kRPr:
      run_property(tag, element);
      break;
    case kTblPr:
    case kTrPr:
    case kTcPr:
      table_property(tag, element);
      break;
    case kFootnotePr:
    case kEndnotePr:
      section_property(tag, element);
      break;
    default:
      break;
  }
  // A section's last paragraph holds what is said of the section.
  if (tag == kSectPr && parent() == kPPr && frame().paragraph) {
    frame().paragraph->ends_section = true;
  }
}

void StoryReader::paragraph_property(WordTag tag, const XmlElement& element) {
  if (!frame().paragraph) return;
  Paragraph& paragraph = *frame().paragraph;
  const std::string_view value = element.value("val");
  switch (tag) {
    case kPStyle:
      paragraph.style = value;
      break;
    case kNumId:
      paragraph.num_id = value;
      break;
    case kIlvl:
      paragraph.ilvl = number_in(value, 0, kListLevels - 1);
      break;
    case kOutlineLvl:
      paragraph.outline = number_in(value, 0, 9);
      break;
    default:
      break;
  }
}

void StoryReader::run_property(WordTag tag, const XmlElement& element) {
  if (parent(2) == kPPr) {
    if (!frame().paragraph) return;
    if (tag == kVanish) frame().paragraph->mark_vanish = is_on(element);
    if (tag == kSpecVanish) frame().paragraph->mark_apart = is_on(element);
    return;
  }
  if (parent(2) != kR) return;
  Run& run = frame().run;
  const std::string_view value = element.value("val");
  switch (tag) {
    case kRStyle:
      run.style = value;
      break;
    case kVanish:
      run.vanish = is_on(element);
      break;
    case kVertAlign:
      run.height = height_at(value);
      break;
    default:
      break;
  }
}

void StoryReader::table_property(WordTag tag, const XmlElement& element) {
  if (frame().tables.empty()) return;
  Table& table = frame().tables.back();
  const std::string_view value = element.value("val");
  switch (tag) {
    case kTblStyle:
      table.style = value;
      break;
    case kTblLook: {
      const std::string_view first = element.value("firstRow");
      table.first_row_look = first == "1" || first == "true" || first == "on";
      // Before Word 2010: 04A0, of which 0020 is the first row.
      if (first.empty() && value.size() == 4) {
        const char digit = value[2];
        table.first_row_look = digit == '2' || digit == '3' || digit == '6' || digit == '7' ||
                               digit == 'A' || digit == 'B' || digit == 'E' || digit == 'F';
      }
      break;
    }
    case kTblHeader:
      table.row_is_head = is_on(element);
      break;
    case kHidden:
      if (is_on(element)) table.row_reason = Reason::kHidden;
      break;
    case kDel:
      table.row_reason = Reason::kDeleted;
      break;
    case kVMerge:
      // What a cell holds that another one covers.
      if (value.empty() || value == "continue") table.cell_reason = Reason::kHidden;
      break;
    case kCellDel:
      table.cell_reason = Reason::kDeleted;
      break;
    default:
      break;
  }
}

void StoryReader::section_property(WordTag tag, const XmlElement& element) {
  set_note_rule(section_[parent() == kFootnotePr ? 0 : 1], tag, element.value("val"));
}

}  // namespace ibid
