// SPDX-License-Identifier: GPL-2.0-or-later
//
// OdfText: paragraphs, lists and tables become drafts.
#include <charconv>
#include <utility>

#include "corpus/opendocument/odf_text.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using enum OdfTag;
using BlockKind = ExtractedBlock::Kind;

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || at != text.data() + text.size()) return std::nullopt;
  if (number < 0 || number > 1'000'000) return std::nullopt;
  return number;
}

}  // namespace

void OdfText::start_block(OdfTag tag, const XmlElement& element) {
  switch (tag) {
    case kParagraph:
    case kHeading:
      begin_paragraph(tag, element);
      break;
    case kList:
      begin_list(element);
      break;
    case kListItem:
    case kListHeader:
      if (!frame().lists.empty()) {
        frame().lists.back().items = {
            {tag == kListHeader, number_of(element.value("start-value"))}};
      }
      break;
    case kTable:
      begin_table();
      break;
    case kHeaderRows:
      if (!frame().tables.empty()) frame().tables.back().in_head = true;
      break;
    case kRow:
      if (!frame().tables.empty()) {
        Table& table = frame().tables.back();
        table.row = {};
        table.row.part = part_;
        table.row.kind = BlockKind::kRow;
        table.row.table = table.number;
        table.row.is_head = table.in_head;
        table.cells = 0;
      }
      break;
    case kCell:
    case kCoveredCell:
      if (!frame().tables.empty()) {
        Table& table = frame().tables.back();
        if (table.cells++ > 0) table.row.add_unplaced("\t");
      }
      break;
    default:
      break;
  }
}

void OdfText::end_block(OdfTag tag) {
  switch (tag) {
    case kParagraph:
    case kHeading:
      end_paragraph();
      break;
    case kList:
      if (!frame().lists.empty()) frame().lists.pop_back();
      break;
    case kTable:
      if (!frame().tables.empty()) frame().tables.pop_back();
      break;
    case kHeaderRows:
      if (!frame().tables.empty()) frame().tables.back().in_head = false;
      break;
    case kRow:
      end_row();
      break;
    default:
      break;
  }
}

void OdfText::begin_paragraph(OdfTag tag, const XmlElement& element) {
  if (frame().paragraph) end_paragraph();  // nothing that is valid
  Paragraph paragraph;
  paragraph.draft.part = part_;
  paragraph.style = element.value("style-name");
  paragraph.is_heading = tag == kHeading;
  const int level = number_of(element.value("outline-level")).value_or(1);
  paragraph.level = level < 1 ? 1 : level > 10 ? 10 : level;
  paragraph.numbered = element.value("is-list-header") != "true" && hidden_ == 0;
  if (element.value("restart-numbering") == "true") {
    paragraph.start = number_of(element.value("start-value")).value_or(1);
  }
  frame().paragraph = std::move(paragraph);
}

void OdfText::set_kind(Paragraph& paragraph) {
  Draft& draft = paragraph.draft;
  std::size_t level = 0;
  auto& lists = frame().lists;
  if (!lists.empty() && !lists.back().items.empty() && paragraph.numbered) {
    Item& item = lists.back().items.back();
    level = std::min(lists.size(), kOdfListLevels) - 1;
    const OdfListStyle* style = styles_.list(lists.back().style);
    if (style == nullptr) style = styles_.list(styles_.list_style_of(paragraph.style));
    if (!std::exchange(item.labelled, true) && style != nullptr) {
      draft.label = lists.back().numbers->next(*style, level, item.start);
    }
  } else if (paragraph.is_heading && paragraph.numbered) {
    const auto outline = static_cast<std::size_t>(paragraph.level - 1);
    draft.label = headings_.next(styles_.outline(), outline, paragraph.start);
  }
  if (frame().kind == Frame::Kind::kBox) {
    draft.kind = BlockKind::kBox;
  } else if (paragraph.is_heading || styles_.is_title(paragraph.style)) {
    draft.kind = BlockKind::kHeading;
    draft.level = static_cast<std::uint8_t>(paragraph.is_heading ? paragraph.level : 1);
    draft.is_title = !paragraph.is_heading;
  } else if (!draft.label.empty()) {
    draft.kind = BlockKind::kItem;
    draft.level = static_cast<std::uint8_t>(level + 1);
  } else {
    draft.kind = styles_.kind(paragraph.style);
  }
}

void OdfText::end_paragraph() {
  if (!frame().paragraph) return;
  Paragraph paragraph = std::move(*frame().paragraph);
  frame().paragraph.reset();
  paragraph.draft.part_raised_numbers();
  set_kind(paragraph);
  if (frame().tables.empty()) return deliver(std::move(paragraph.draft));
  frame().tables.back().row.append_to_row(std::move(paragraph.draft));
}

void OdfText::begin_list(const XmlElement& element) {
  auto& lists = frame().lists;
  List list;
  list.style = element.value("style-name");
  if (!lists.empty()) {
    if (list.style.empty()) list.style = lists.back().style;
    list.id = lists.back().id;
    list.numbers = lists.back().numbers;
  } else {
    // It goes on with the list that it names, or with the last one of its style.
    std::string id(element.value("id"));
    if (id.empty()) id = "\x1F" + std::to_string(unnamed_lists_++);
    std::string from(element.value("continue-list"));
    if (from.empty() && element.value("continue-numbering") == "true") {
      from = last_list_[list.style];
    }
    ListNumbers numbers;
    if (const auto before = lists_.find(from); before != lists_.end()) numbers = before->second;
    list.numbers = &lists_.insert_or_assign(id, numbers).first->second;
    last_list_[list.style] = id;
    list.id = std::move(id);
  }
  lists.push_back(std::move(list));
}

void OdfText::begin_table() {
  Table table;
  table.number = tables_++;
  frame().tables.push_back(std::move(table));
}

void OdfText::end_row() {
  if (frame().tables.empty()) return;
  Draft row = std::move(frame().tables.back().row);
  frame().tables.back().row = {};
  if (frame().tables.size() > 1) {
    frame().tables[frame().tables.size() - 2].row.after.push_back(std::move(row));
  } else {
    deliver(std::move(row));
  }
}

void OdfText::deliver(Draft&& draft) {
  switch (frame().kind) {
    case Frame::Kind::kNote:
      frame().mark.note.push_back(std::move(draft));
      return;
    case Frame::Kind::kAside:
      append_lines(frame().aside, draft);
      return;
    case Frame::Kind::kBox:
      // On the paragraph that it belongs to, through boxes in boxes; a frame on a page has none.
      for (std::size_t i = frames_.size() - 1; i > 0; --i) {
        Frame& outer = frames_[i - 1];
        if (outer.paragraph) {
          outer.paragraph->draft.after.push_back(std::move(draft));
          return;
        }
        if (outer.kind != Frame::Kind::kBox) break;
      }
      break;
    case Frame::Kind::kBody:
      break;
  }
  if (take) take(std::move(draft));
}

}  // namespace ibid
