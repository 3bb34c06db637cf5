// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hangul/write_document.h"

#include <algorithm>
#include <utility>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Control = HangulControl;
using Event = HangulParagraph::Event;

constexpr std::size_t kMostFields = 64;  // open at once; a link in more is none

// The number that a note's own text begins with; nullptr if it has none.
const HangulControl* number_of(const HangulControl& note) {
  for (const HangulList& list : note.lists) {
    for (const HangulParagraph& paragraph : list.paragraphs) {
      for (const HangulControl& control : paragraph.controls) {
        if (control.kind == Control::Kind::kAutoNumber && control.counts == note.counts) {
          return &control;
        }
      }
      break;
    }
  }
  return nullptr;
}

// True if the field that event `i` begins holds nothing but its guide.
bool is_guide(const HangulParagraph& paragraph, std::size_t i) {
  const Event& begin = paragraph.events[i];
  if (begin.guide.empty() || i + 1 == paragraph.events.size()) return false;
  const Event& end = paragraph.events[i + 1];
  return end.kind == Event::Kind::kFieldEnd &&
         trim(std::string_view(paragraph.text).substr(begin.at, end.at - begin.at)) == begin.guide;
}

}  // namespace

HangulWriter::HangulWriter(ExtractBuilder& out, const LabelDefinitions& definitions)
    : out_(out), labels_(definitions) {}

void HangulWriter::write(const std::vector<HangulParagraph>& section) {
  write_paragraphs(section, Place::kBody);
  fields_.clear();
}

void HangulWriter::leave_out(const std::vector<HangulParagraph>& paragraphs,
                             LeftOutText::Reason reason) {
  if (paragraphs.empty()) return;
  std::string text;
  append_all_text(paragraphs, text);
  if (!text.empty()) out_.leave_out(reason, text, paragraphs.front().part);
}

std::uint32_t HangulWriter::write_paragraphs(const std::vector<HangulParagraph>& paragraphs,
                                             Place place, std::string first_label) {
  std::uint32_t first = ExtractedBlock::kNone;
  for (const HangulParagraph& paragraph : paragraphs) {
    const std::uint32_t block = write_paragraph(paragraph, place, std::move(first_label));
    first_label.clear();
    first = std::min(first, block);
  }
  return first;
}

std::uint32_t HangulWriter::write_paragraph(const HangulParagraph& paragraph, Place place,
                                            std::string label) {
  read_sections(paragraph);
  begin_block(paragraph, place, std::move(label));
  std::vector<Hanging> after;
  begin_link();
  write_text(paragraph, place, after);
  end_link();
  const std::uint32_t block = out_.end_block();
  write_hanging(after, place);
  return block;
}

// Before the paragraph's label: the section that begins in it may count anew.
void HangulWriter::read_sections(const HangulParagraph& paragraph) {
  for (const HangulControl& control : paragraph.controls) {
    if (control.kind != Control::Kind::kSection) continue;
    labels_.set_outline(control.outline);
    footnotes_ = control.footnotes;
    endnotes_ = control.endnotes;
  }
}

void HangulWriter::begin_block(const HangulParagraph& paragraph, Place place, std::string label) {
  using Head = ParagraphShape::Head;
  const ParagraphShape shape = labels_.shape(paragraph.shape);
  if (std::string own = labels_.next(shape); label.empty()) label = std::move(own);
  const auto level = static_cast<std::uint8_t>(shape.level + 1);
  switch (place) {
    case Place::kBox:
      return out_.begin_block(Kind::kBox, 0, std::move(label));
    case Place::kCaption:
      return out_.begin_block(Kind::kCaption, 0, std::move(label));
    case Place::kNote:
      return out_.begin_block(Kind::kNote, 0, std::move(label));
    case Place::kBody:
    case Place::kCell:
      break;
  }
  if (shape.head == Head::kNone) return out_.begin_block(Kind::kParagraph, 0, std::move(label));
  const Kind kind = shape.head == Head::kOutline ? Kind::kHeading : Kind::kItem;
  out_.begin_block(kind, level, std::move(label));
}

void HangulWriter::write_text(const HangulParagraph& paragraph, Place place,
                              std::vector<Hanging>& after) {
  std::uint64_t at = 0;
  std::size_t span = 0;
  for (std::size_t i = 0; i < paragraph.events.size(); ++i) {
    const Event& event = paragraph.events[i];
    add_range(paragraph, {at, event.at}, place, span);
    at = event.at;
    if (is_guide(paragraph, i)) {
      out_.leave_out(LeftOutText::Reason::kHidden, event.guide, paragraph.part);
      at = paragraph.events[++i].at;
      continue;
    }
    write_event(paragraph, event, place, after);
  }
  add_range(paragraph, {at, paragraph.text.size()}, place, span);
}

void HangulWriter::add_range(const HangulParagraph& paragraph, ByteRange range, Place place,
                             std::size_t& span) {
  const std::string_view text = paragraph.text;
  const auto& spans = paragraph.spans;
  while (range.begin < range.end) {
    while (span < spans.size() && spans[span].text_end() <= range.begin) {
      ++span;
    }
    if (span < spans.size() && spans[span].text_begin <= range.begin) {
      const TextSpan& whole = spans[span];
      const std::uint64_t end = std::min(range.end, whole.text_end());
      const bool is_all = range.begin == whole.text_begin && end == range.begin + whole.length;
      const TextSpan piece = is_all ? whole : whole.clip(range.begin, end);
      out_.add(text.substr(range.begin, end - range.begin), paragraph.part, piece.file_begin,
               piece.file_length);
      range.begin = end;
      continue;
    }
    const std::uint64_t end =
        span < spans.size() ? std::min(range.end, spans[span].text_begin) : range.end;
    std::string piece(text.substr(range.begin, end - range.begin));
    if (place == Place::kCell) {
      std::replace(piece.begin(), piece.end(), '\n', ' ');
      std::replace(piece.begin(), piece.end(), '\t', ' ');
    }
    out_.add_unplaced(piece);
    range.begin = end;
  }
}

void HangulWriter::write_event(const HangulParagraph& paragraph, const Event& event, Place place,
                               std::vector<Hanging>& after) {
  switch (event.kind) {
    case Event::Kind::kControl:
      return write_control(paragraph.controls[event.control], paragraph.part, place, after);
    case Event::Kind::kFieldBegin:
      return open_field(event.text);
    case Event::Kind::kFieldEnd:
      return close_field();
    case Event::Kind::kLeftOut:
      return out_.leave_out(event.reason, event.text, paragraph.part);
  }
}

void HangulWriter::write_control(const HangulControl& control, std::uint32_t part, Place place,
                                 std::vector<Hanging>& after) {
  switch (control.kind) {
    case Control::Kind::kNote: {
      std::string label = note_label(control);
      out_.add_mark(label);
      after.push_back({&control, out_.file().marks.size() - 1, std::move(label)});
      return;
    }
    case Control::Kind::kBox:
      if (!control.unreadable.empty()) {
        out_.leave_out(LeftOutText::Reason::kUnreadable, control.unreadable, part);
      }
      [[fallthrough]];
    case Control::Kind::kTable:
      after.push_back({&control, 0, {}});
      return;
    case Control::Kind::kInline:
      for (const HangulList& list : control.lists) {
        for (const HangulParagraph& paragraph : list.paragraphs) {
          write_text(paragraph, place, after);
        }
      }
      return;
    case Control::Kind::kAutoNumber:
      if (&control == number_in_label_ || control.counts == Control::Counts::kPages) return;
      out_.add_unplaced(show_number(control.number, control.look));
      return;
    case Control::Kind::kSection:
    case Control::Kind::kLeftOut: {
      std::string text;
      for (const HangulList& list : control.lists) append_all_text(list.paragraphs, text);
      if (!text.empty()) out_.leave_out(control.reason, text, part);
      return;
    }
  }
}

// A number in the note's own text tells how it is printed; else its section does.
std::string HangulWriter::note_label(const HangulControl& note) {
  const bool is_endnote = note.counts == Control::Counts::kEndnotes;
  std::uint32_t& counter = is_endnote ? endnote_ : footnote_;
  const HangulControl* number = number_of(note);
  const std::uint32_t stored =
      number != nullptr && number->number != 0 ? number->number : note.number;
  counter = stored != 0 ? stored : counter + 1;
  if (number != nullptr) return show_number(counter, number->look);
  return show_number(counter, note.has_look ? note.look : is_endnote ? endnotes_ : footnotes_);
}

void HangulWriter::write_hanging(const std::vector<Hanging>& after, Place place) {
  if (after.empty()) return;
  std::vector<std::string> fields = std::exchange(fields_, {});
  for (const Hanging& hanging : after) {
    const HangulControl& control = *hanging.control;
    if (control.kind == Control::Kind::kNote) {
      write_note(hanging);
      continue;
    }
    write_lists(control, HangulList::Role::kCaptionAbove, Place::kCaption);
    if (control.kind == Control::Kind::kTable) {
      write_table(control, place);
    } else {
      write_lists(control, HangulList::Role::kBody, Place::kBox);
    }
    write_lists(control, HangulList::Role::kCaptionBelow, Place::kCaption);
    fields_.clear();
  }
  fields_ = std::move(fields);
}

void HangulWriter::write_note(const Hanging& hanging) {
  const HangulControl* outer = std::exchange(number_in_label_, number_of(*hanging.control));
  std::uint32_t first = ExtractedBlock::kNone;
  std::string label = hanging.label;
  for (const HangulList& list : hanging.control->lists) {
    first = std::min(first, write_paragraphs(list.paragraphs, Place::kNote, std::move(label)));
    label.clear();
  }
  number_in_label_ = outer;
  out_.file().marks[hanging.mark].note = first;
  fields_.clear();
}

void HangulWriter::write_lists(const HangulControl& control, HangulList::Role role, Place place) {
  for (const HangulList& list : control.lists) {
    if (list.role == role) write_paragraphs(list.paragraphs, place);
  }
}

void HangulWriter::write_table(const HangulControl& table, Place around) {
  std::vector<const HangulList*> cells;
  for (const HangulList& list : table.lists) {
    if (list.role == HangulList::Role::kBody) cells.push_back(&list);
  }
  if (cells.size() == 1) {  // a frame around text
    write_paragraphs(cells[0]->paragraphs, around);
    return;
  }
  std::stable_sort(cells.begin(), cells.end(), [](const HangulList* a, const HangulList* b) {
    return std::pair(a->row, a->column) < std::pair(b->row, b->column);
  });
  std::uint32_t head = ExtractedBlock::kNone;
  for (auto cell = cells.begin(); cell != cells.end();) {
    const auto begin = cell;
    std::vector<Hanging> after;
    out_.begin_block(Kind::kRow);
    out_.block().header = head;
    bool is_head = true;
    for (; cell != cells.end() && (*cell)->row == (*begin)->row; ++cell) {
      if (cell != begin) out_.add_unplaced("\t");
      write_cell(**cell, after);
      is_head = is_head && (*cell)->head;
    }
    const std::uint32_t row = out_.end_block();
    if (is_head && head == ExtractedBlock::kNone) head = row;
    write_hanging(after, around == Place::kCell ? Place::kBody : around);
  }
}

// Its paragraphs with a space between. The row is one block: their labels stand in its text.
void HangulWriter::write_cell(const HangulList& cell, std::vector<Hanging>& after) {
  for (const HangulParagraph& paragraph : cell.paragraphs) {
    read_sections(paragraph);
    if (!out_.ends_in_space()) out_.add_unplaced(" ");
    if (const std::string label = labels_.next(labels_.shape(paragraph.shape)); !label.empty()) {
      out_.add_unplaced(label + " ");
    }
    begin_link();
    write_text(paragraph, Place::kCell, after);
    end_link();
  }
  fields_.clear();
}

void HangulWriter::open_field(const std::string& url) {
  end_link();
  if (fields_.size() < kMostFields) fields_.push_back(url);
  begin_link();
}

void HangulWriter::close_field() {
  end_link();
  if (!fields_.empty()) fields_.pop_back();
  begin_link();
}

void HangulWriter::begin_link() {
  link_open_ = std::any_of(fields_.begin(), fields_.end(), [](auto& url) { return !url.empty(); });
  link_begin_ = out_.at();
}

void HangulWriter::end_link() {
  if (!std::exchange(link_open_, false)) return;
  const auto inner = std::find_if(fields_.rbegin(), fields_.rend(),
                                  [](const std::string& url) { return !url.empty(); });
  if (inner != fields_.rend()) out_.add_link(link_begin_, *inner);
}

}  // namespace ibid
