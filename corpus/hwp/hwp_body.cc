// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/hwp_body.h"

#include <algorithm>
#include <utility>

#include "corpus/hangul/field_command.h"
#include "corpus/hwp/hwp_control.h"
#include "corpus/hwp/hwp_records.h"
#include "corpus/hwp/little_endian.h"
#include "corpus/hwp/paragraph_text.h"

namespace ibid {
namespace {

using Event = HangulParagraph::Event;
using Kind = HangulControl::Kind;

// Each record is met once. What is nested is deeper, so that 10 bits of level bound the recursion.
class BodyReader {
 public:
  BodyReader(const std::vector<HwpRecord>& records, std::uint32_t part)
      : records_(records), part_(part) {}

  std::vector<HangulParagraph> read() {
    std::vector<HangulParagraph> paragraphs;
    HangulControl memos = memo_control();
    bool in_memos = false;
    while (at_ < records_.size()) {
      const HwpRecord& record = records_[at_];
      if (record.tag == kHwpMemoList) in_memos = true;
      if (record.tag != kHwpParagraph) {
        ++at_;
      } else if (in_memos && record.level > 0) {
        memos.lists[0].paragraphs.push_back(read_paragraph());
      } else {
        paragraphs.push_back(read_paragraph());
      }
    }
    if (!memos.lists[0].paragraphs.empty()) {
      if (paragraphs.empty()) paragraphs.emplace_back();
      append_control(paragraphs.back(), std::move(memos));
    }
    return paragraphs;
  }

 private:
  static HangulControl memo_control() {
    HangulControl control;
    control.kind = Kind::kLeftOut;
    control.reason = LeftOutText::Reason::kComment;
    control.lists.emplace_back();
    return control;
  }

  static void append_control(HangulParagraph& paragraph, HangulControl control) {
    Event event;
    event.at = paragraph.text.size();
    event.control = static_cast<std::uint32_t>(paragraph.controls.size());
    paragraph.events.push_back(std::move(event));
    paragraph.controls.push_back(std::move(control));
  }

  bool is_below(std::uint32_t level) const {
    return at_ < records_.size() && records_[at_].level > level;
  }

  HangulParagraph read_paragraph() {
    const HwpRecord& head = records_[at_++];
    HangulParagraph paragraph;
    paragraph.part = part_;
    paragraph.shape = u16_at(head.bytes, 8);
    std::vector<ControlPlace> places;
    std::size_t next_place = 0;
    bool has_text = false;
    // Paragraphs that no control holds: memos stand so below the last paragraph.
    HangulControl memos = memo_control(), others;
    others.lists.emplace_back();
    bool in_memos = false;
    while (is_below(head.level)) {
      const HwpRecord& record = records_[at_];
      if (record.tag == kHwpText && !has_text) {
        places = append_hwp_text(paragraph, record.bytes, record.begin);
        has_text = true;
        ++at_;
      } else if (record.tag == kHwpControl) {
        read_control(paragraph, places, next_place);
      } else if (record.tag == kHwpParagraph) {
        (in_memos ? memos : others).lists[0].paragraphs.push_back(read_paragraph());
      } else {
        in_memos = in_memos || record.tag == kHwpMemoList;
        ++at_;
      }
    }
    for (HangulControl* control : {&others, &memos}) {
      if (!control->lists[0].paragraphs.empty()) append_control(paragraph, std::move(*control));
    }
    std::erase_if(paragraph.events, [](const Event& event) {
      return event.kind == Event::Kind::kControl && event.control == kNoControl;
    });
    return paragraph;
  }

  // The control, at the place in the text that waits for it, or else at the end.
  void read_control(HangulParagraph& paragraph, const std::vector<ControlPlace>& places,
                    std::size_t& next_place) {
    constexpr std::size_t kMostSkipped = 8;
    const HwpRecord& head = records_[at_];
    const std::uint32_t id = u32_at(head.bytes, 0);
    std::size_t place = next_place;
    const std::size_t last = std::min(places.size(), next_place + kMostSkipped);
    while (place < last && places[place].id != id) ++place;
    const bool found = place < last;
    if (found) next_place = place + 1;
    if (is_hwp_field(id)) {
      const std::string command = hwp_field_command(head.bytes);
      if (found) {
        Event& event = paragraph.events[places[place].event];
        event.text = link_of_command(id == hwp_control_id("%hlk") ? command : std::string());
        event.guide = guide_of_command(id == hwp_control_id("%clk") ? command : std::string());
      }
      HangulControl rest = read_control_tree();
      if (!rest.lists.empty()) append_control(paragraph, std::move(rest));
      return;
    }
    HangulControl control = read_control_tree();
    if (found) {
      paragraph.events[places[place].event].control =
          static_cast<std::uint32_t>(paragraph.controls.size());
      paragraph.events[places[place].event].kind = Event::Kind::kControl;
      paragraph.controls.push_back(std::move(control));
    } else {
      append_control(paragraph, std::move(control));
    }
  }

  HangulControl read_control_tree() {
    const HwpRecord& head = records_[at_++];
    HwpControlReader control(head, part_);
    while (is_below(head.level)) {
      if (records_[at_].tag == kHwpParagraph) {
        control.list().paragraphs.push_back(read_paragraph());
      } else {
        control.add(records_[at_++]);
      }
    }
    return control.take();
  }

  const std::vector<HwpRecord>& records_;
  std::uint32_t part_;
  std::size_t at_ = 0;
};

}  // namespace

HwpSection read_hwp_section(std::string_view stream, std::uint32_t part) {
  HwpSection section;
  const HwpRecords records = read_hwp_records(stream);
  section.paragraphs = BodyReader(records.records, part).read();
  section.is_cut_off = records.is_cut_off;
  return section;
}

bool begins_with_paragraph(std::string_view stream) {
  return stream.size() > 4 && (u32_at(stream, 0) & 0x3FF) == kHwpParagraph;
}
}  // namespace ibid
