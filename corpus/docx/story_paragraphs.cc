// SPDX-License-Identifier: GPL-2.0-or-later
//
// StoryReader: paragraphs, tables and boxes become drafts.
#include <algorithm>
#include <utility>

#include "corpus/docx/story_reader.h"
#include "corpus/text/code_points.h"

namespace ibid {

using enum WordTag;
using BlockKind = ExtractedBlock::Kind;

void StoryReader::begin_paragraph() {
  Paragraph paragraph;
  paragraph.draft.part = part_;
  if (frame().carried) {
    paragraph.draft = std::move(frame().carried->draft);
    frame().carried.reset();
  }
  frame().paragraph = std::move(paragraph);
  frame().run = {};
}

void StoryReader::end_paragraph() {
  if (!frame().paragraph) return;
  Paragraph paragraph = std::move(*frame().paragraph);
  frame().paragraph.reset();
  frame().fields.end_paragraph();
  const bool hidden =
      !paragraph.mark_apart &&
      paragraph.mark_vanish.value_or(context_.styles.of(paragraph.style).vanish.value_or(false));
  const bool ends_section = paragraph.ends_section;
  // Without its mark a paragraph is one with the next, whose properties count.
  if (paragraph.mark_deleted || hidden) {
    frame().carried = std::move(paragraph);
  } else {
    complete(std::move(paragraph));
  }
  if (ends_section && frames_.size() == 1) {
    flush_carried();
    if (end_section) end_section(section_);
    section_ = {};
  }
}

void StoryReader::flush_carried() {
  if (!frame().carried) return;
  Paragraph paragraph = std::move(*frame().carried);
  frame().carried.reset();
  // Nothing of it is there, so it has no number either.
  const bool is_gone = trim(std::string_view(paragraph.draft.text)).empty();
  if (is_gone) paragraph.num_id.assign(1, '0');
  complete(std::move(paragraph));
}

void StoryReader::set_kind(Paragraph& paragraph) {
  const StyleFacts& style = context_.styles.of(paragraph.style);
  Draft& draft = paragraph.draft;
  const bool direct = !paragraph.num_id.empty();
  const std::string& num_id = direct ? paragraph.num_id : style.num_id;
  const bool is_left_out =
      frame().reason || (!frame().tables.empty() &&
                         (frame().tables.back().row_reason || frame().tables.back().cell_reason));
  int level = 0;
  if (const Numbering::List* list = context_.numbering.find(num_id); list && !is_left_out) {
    std::optional<int> of_style;
    if (!direct) of_style = Numbering::level_of_style(*list, style.list_style);
    if (!direct) of_style = of_style ? of_style : style.ilvl;
    level = paragraph.ilvl.value_or(of_style.value_or(0));
    draft.label = counters_.next(*list, num_id, level);
  }
  const int outline = paragraph.outline.value_or(style.outline.value_or(9));
  if (frames_.size() > 1) {
    draft.kind = BlockKind::kBox;
  } else if (style.role == StyleFacts::Role::kTitle) {
    draft.kind = BlockKind::kHeading;
    draft.level = 1;
    draft.is_title = true;
  } else if (outline < 9) {
    draft.kind = BlockKind::kHeading;
    draft.level = static_cast<std::uint8_t>(outline + 1);
  } else if (!draft.label.empty()) {
    draft.kind = BlockKind::kItem;
    draft.level = static_cast<std::uint8_t>(level + 1);
  } else if (style.role == StyleFacts::Role::kQuotation) {
    draft.kind = BlockKind::kQuotation;
  } else if (style.role == StyleFacts::Role::kCode) {
    draft.kind = BlockKind::kCode;
  } else if (style.role == StyleFacts::Role::kCaption) {
    draft.kind = BlockKind::kCaption;
  }
}

void StoryReader::complete(Paragraph&& paragraph) {
  paragraph.draft.part_raised_numbers();
  set_kind(paragraph);
  if (frame().tables.empty()) return deliver(std::move(paragraph.draft));
  frame().tables.back().row.append_to_row(std::move(paragraph.draft));
}

void StoryReader::begin_table() {
  flush_carried();
  Table table;
  table.number = context_.tables++;
  frame().tables.push_back(std::move(table));
}

void StoryReader::end_table() {
  if (!frame().tables.empty()) frame().tables.pop_back();
}

void StoryReader::begin_row() {
  if (frame().tables.empty()) return;
  Table& table = frame().tables.back();
  table.row = {};
  table.row.part = part_;
  table.row.kind = BlockKind::kRow;
  table.row.table = table.number;
  table.cells = 0;
  table.row_is_head = false;
  table.row_reason.reset();
}

void StoryReader::end_row() {
  if (frame().tables.empty()) return;
  Table& table = frame().tables.back();
  const bool first_by_style =
      table.rows == 0 && table.first_row_look && context_.styles.of(table.style).has_first_row;
  // Heads repeat on each page only if they are the first rows.
  table.row.is_head = (table.row_is_head && table.only_heads) || first_by_style;
  table.only_heads = table.only_heads && table.row_is_head;
  ++table.rows;
  Draft row = std::move(table.row);
  table.row = {};
  if (frame().tables.size() > 1) {
    frame().tables[frame().tables.size() - 2].row.after.push_back(std::move(row));
  } else {
    deliver(std::move(row));
  }
}

void StoryReader::begin_cell() {
  if (frame().tables.empty()) return;
  Table& table = frame().tables.back();
  table.cell_reason.reset();
  if (table.cells++ > 0) table.row.add_unplaced("\t");
}

void StoryReader::end_cell() {
  flush_carried();
  if (!frame().tables.empty()) frame().tables.back().cell_reason.reset();
}

void StoryReader::begin_box() {
  const auto reason = reason_to_leave_out();
  Frame box;
  box.reason = reason;
  frames_.push_back(std::move(box));
}

void StoryReader::end_box() {
  flush_carried();
  if (frames_.size() > 1) frames_.pop_back();
}

void StoryReader::deliver(Draft&& draft) {
  if (frames_.size() > 1) {
    Frame& outer = frames_[frames_.size() - 2];
    if (outer.paragraph) {
      outer.paragraph->draft.after.push_back(std::move(draft));
      return;
    }
  }
  if (take) take(std::move(draft));
}

}  // namespace ibid
