// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwpx/hwpx_section.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>

#include "corpus/hwpx/element_names.h"
#include "corpus/hwpx/hwpx_fields.h"
#include "corpus/hwpx/hwpx_package.h"
#include "corpus/hwpx/section_tree.h"
#include "corpus/hwpx/xml_number.h"
#include "corpus/xml/parse_xml.h"

namespace ibid {
namespace {

using Control = HangulControl;
using Event = HangulParagraph::Event;
using Reason = LeftOutText::Reason;

Control control_of(Control::Kind kind, Reason reason = Reason::kPageFrame) {
  Control control;
  control.kind = kind;
  control.reason = reason;
  return control;
}

class SectionHandler : public XmlHandler {
 public:
  SectionHandler(std::string_view part_name, std::uint32_t part)
      : part_name_(part_name), tree_(part) {}

  void start(const XmlElement& element) override {
    open_.push_back({});
    if (!is_of_hwpx(element.space)) return;
    start(hwpx_name(element.name), element);
  }

  void end(std::string_view, std::string_view) override {
    const Open ended = open_.back();
    open_.pop_back();
    if (ended.is_text) --text_depth_;
    if (ended.is_script) in_script_ = false;
    if (ended.is_parameter) fields_.end_parameter();
    if (ended.is_note_look) note_look_ = nullptr;
    for (int i = 0; i < ended.nodes; ++i) tree_.end();
    if (ended.is_field) {
      HwpxField field = fields_.end();
      tree_.add_event(Event::Kind::kFieldBegin, std::move(field.link), std::move(field.guide));
    }
  }

  void text(std::string_view text, ByteRange bytes) override {
    if (fields_.in_parameter()) {
      fields_.add(text);
    } else if (in_script_) {
      if (Control* control = tree_.control()) control->unreadable += text;
    } else if (text_depth_ > 0) {
      add_text(text, bytes);
    }
  }

  HwpxSection take() {
    HwpxSection section;
    if (tree_.is_deleting()) notes_.push_back(fmt::format("{}: a deletion has no end", part_name_));
    section.paragraphs = tree_.take();
    section.notes = std::move(notes_);
    return section;
  }

 private:
  // What is to be done when an element ends.
  struct Open {
    int nodes = 0;  // of the tree that began with it
    bool is_text = false, is_script = false, is_parameter = false, is_field = false;
    bool is_note_look = false;
    bool branch_taken = false;  // of a switch
  };

  bool is_of_hwpx(std::string_view space) {
    if (space == last_space_) return last_is_hwpx_;
    last_space_ = space;
    // Switches may be of EPUB's.
    last_is_hwpx_ = is_hwpx_namespace(space) || space == "http://www.idpf.org/2007/ops";
    if (is_hwpx_namespace(space) && !is_known_hwpx_namespace(space) &&
        !std::exchange(told_, true)) {
      notes_.push_back(
          fmt::format("{}: its namespace {} is newer than this reader", part_name_, space));
    }
    return last_is_hwpx_;
  }

  void start(HwpxName name, const XmlElement& element) {
    switch (name) {
      case HwpxName::kParagraph:
        return begin_paragraph(element);
      case HwpxName::kText:
      case HwpxName::kMainText:
        return begin_text();
      case HwpxName::kTab:
        return tree_.add_unplaced("\t");
      case HwpxName::kLineBreak:
        return tree_.add_unplaced("\n");
      case HwpxName::kHyphen:
        return tree_.add_unplaced("-");
      case HwpxName::kNoBreakSpace:
        return tree_.add_unplaced("\u00A0");
      case HwpxName::kFixedWidthSpace:
        return tree_.add_unplaced(" ");
      case HwpxName::kCompose:
        return tree_.add_unplaced(element.value("composeText"));
      case HwpxName::kDeleteBegin:
        return tree_.begin_deletion(change_id(element));
      case HwpxName::kDeleteEnd:
        return tree_.end_deletion(change_id(element), element.value("paraend") == "1");
      case HwpxName::kFieldBegin:
        return begin_field(element);
      case HwpxName::kFieldEnd:
        return tree_.add_event(Event::Kind::kFieldEnd, {}, {});
      case HwpxName::kParameter:
        open_.back().is_parameter = true;
        return fields_.begin_parameter(element.value("name"));
      case HwpxName::kScript:
        in_script_ = open_.back().is_script = true;
        return;
      case HwpxName::kSwitch:
        return;
      case HwpxName::kCase:
        return begin_branch(is_known_hwpx_namespace(element.value("required-namespace")));
      case HwpxName::kDefault:
        return begin_branch(true);
      default:
        return start_control(name, element);
    }
  }

  void start_control(HwpxName name, const XmlElement& element) {
    using Kind = Control::Kind;
    switch (name) {
      case HwpxName::kSection:
        return begin_section(element);
      case HwpxName::kFootnotes:
      case HwpxName::kEndnotes:
        return begin_note_look(name == HwpxName::kFootnotes);
      case HwpxName::kFootnote:
        return begin_note(Control::Counts::kFootnotes, element);
      case HwpxName::kEndnote:
        return begin_note(Control::Counts::kEndnotes, element);
      case HwpxName::kAutoNumber:
        return begin_auto_number(element);
      case HwpxName::kAutoNumberLook:
        return read_look(element);
      case HwpxName::kPageFrame:
        return begin(control_of(Kind::kLeftOut, Reason::kPageFrame));
      case HwpxName::kHiddenComment:
        return begin(control_of(Kind::kLeftOut, Reason::kComment));
      case HwpxName::kTable:
        return begin(control_of(Kind::kTable));
      case HwpxName::kShape:
        return begin(control_of(Kind::kBox));
      case HwpxName::kTextArt:
        return begin_text_art(element);
      case HwpxName::kCell:
        return begin_cell(element);
      case HwpxName::kCellAddress:
        return read_address(element);
      case HwpxName::kCaption:
        return begin_caption(element);
      case HwpxName::kDrawText:
      case HwpxName::kList:
        if (tree_.list() == nullptr) begin(HangulList());
        return;
      default:
        return;
    }
  }

  static std::string change_id(const XmlElement& element) {
    const XmlAttribute* id = element.find("TcId");
    return std::string(id != nullptr ? id->value : element.value("Id"));
  }

  void begin(Control control) {
    tree_.begin_control(std::move(control));
    ++open_.back().nodes;
  }
  void begin(HangulList list) {
    tree_.begin_list(std::move(list));
    ++open_.back().nodes;
  }

  void begin_paragraph(const XmlElement& element) {
    tree_.begin_paragraph(number_of(element, "paraPrIDRef"));
    ++open_.back().nodes;
  }

  void begin_text() {
    ++text_depth_;
    open_.back().is_text = true;
  }

  // Line ends and tabs of the XML are white space of the text, and in no place of their own.
  void add_text(std::string_view text, ByteRange bytes) {
    if (text.size() != bytes.size()) {
      if (text == "\n" || text == "\t") return tree_.add_unplaced(" ");
      return tree_.add_text(text, bytes);
    }
    while (!text.empty()) {
      const std::size_t plain = std::min(text.size(), text.find_first_of("\n\t\r"));
      if (plain > 0) tree_.add_text(text.substr(0, plain), {bytes.begin, bytes.begin + plain});
      if (plain == text.size()) return;
      tree_.add_unplaced(" ");
      text.remove_prefix(plain + 1);
      bytes.begin += plain + 1;
    }
  }

  void begin_section(const XmlElement& element) {
    Control section = control_of(Control::Kind::kSection);
    section.outline = number_of(element, "outlineShapeIDRef");
    begin(std::move(section));
  }

  void begin_note_look(bool of_footnotes) {
    note_look_ = of_footnotes ? &Control::footnotes : &Control::endnotes;
    open_.back().is_note_look = true;
  }

  void begin_note(Control::Counts counts, const XmlElement& element) {
    Control note = control_of(Control::Kind::kNote);
    note.counts = counts;
    note.number = number_of(element, "number");
    begin(std::move(note));
  }

  void begin_auto_number(const XmlElement& element) {
    Control number = control_of(Control::Kind::kAutoNumber);
    const std::string_view counted = element.value("numType");
    number.counts = counted == "FOOTNOTE"                          ? Control::Counts::kFootnotes
                    : counted == "ENDNOTE"                         ? Control::Counts::kEndnotes
                    : counted == "PAGE" || counted == "TOTAL_PAGE" ? Control::Counts::kPages
                                                                   : Control::Counts::kOthers;
    number.number = number_of(element, "num");
    begin(std::move(number));
  }

  void read_look(const XmlElement& element) {
    Control* control = tree_.control();
    if (control == nullptr) return;
    NumberLook* look = nullptr;
    if (control->kind == Control::Kind::kAutoNumber) look = &control->look;
    if (control->kind == Control::Kind::kSection && note_look_ != nullptr) {
      look = &(control->*note_look_);
    }
    if (look == nullptr) return;
    const std::string_view type = element.value("type");
    look->format = number_format(type);
    if (type == "USER_CHAR" || type == "SYMBOL") look->sign = element.value("userChar");
    look->prefix = element.value("prefixChar");
    look->suffix = element.value("suffixChar");
  }

  void begin_text_art(const XmlElement& element) {
    begin(control_of(Control::Kind::kBox));
    tree_.begin_list({});
    tree_.begin_paragraph(kNoShape);
    tree_.add_unplaced(element.value("text"));
    tree_.end();
    tree_.end();
  }

  void begin_cell(const XmlElement& element) {
    HangulList cell;
    cell.head = element.value("header") == "1";
    begin(std::move(cell));
  }

  void read_address(const XmlElement& element) {
    HangulList* cell = tree_.list();
    if (cell == nullptr) return;
    cell->row = number_of(element, "rowAddr");
    cell->column = number_of(element, "colAddr");
  }

  void begin_caption(const XmlElement& element) {
    const std::string_view side = element.value("side");
    HangulList caption;
    caption.role = side == "TOP" || side == "LEFT" ? HangulList::Role::kCaptionAbove
                                                   : HangulList::Role::kCaptionBelow;
    begin(std::move(caption));
  }

  // A field's own lists are memos.
  void begin_field(const XmlElement& element) {
    begin(control_of(Control::Kind::kLeftOut, Reason::kComment));
    open_.back().is_field = true;
    fields_.begin(element.value("type"));
  }

  // Exactly one branch of a switch is text; the others say the same in another way.
  void begin_branch(bool understood) {
    const bool has_switch = open_.size() > 1;
    const bool taken = has_switch && open_[open_.size() - 2].branch_taken;
    if (understood && !taken) {
      if (has_switch) open_[open_.size() - 2].branch_taken = true;
      return;
    }
    begin(control_of(Control::Kind::kLeftOut, Reason::kCopy));
    begin(HangulList());
    tree_.begin_paragraph(kNoShape);
    ++open_.back().nodes;
  }

  static constexpr std::uint32_t kNoShape = 0xFFFFFFFF;

  std::string part_name_;
  SectionTree tree_;
  std::vector<Open> open_;
  std::string last_space_;
  bool last_is_hwpx_ = false, told_ = false;
  int text_depth_ = 0;
  bool in_script_ = false;
  NumberLook Control::*note_look_ = nullptr;  // which of a section's it is
  HwpxFields fields_;
  std::vector<std::string> notes_;
};

}  // namespace

HwpxSection read_hwpx_section(std::string_view part_name, std::string_view bytes,
                              std::uint32_t part, const ReaderLimits& limits) {
  SectionHandler handler(part_name, part);
  parse_xml(part_name, bytes, handler, limits);
  return handler.take();
}

}  // namespace ibid
