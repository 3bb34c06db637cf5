// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwpx/section_tree.h"

#include <utility>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Event = HangulParagraph::Event;

template <typename Node, typename Frames>
Node* last(Frames& open) {
  return open.empty() ? nullptr : std::get_if<Node>(&open.back().node);
}

void append_control(HangulParagraph& paragraph, HangulControl control) {
  Event event;
  event.at = paragraph.text.size();
  event.control = static_cast<std::uint32_t>(paragraph.controls.size());
  paragraph.events.push_back(std::move(event));
  paragraph.controls.push_back(std::move(control));
}

// Appends `next` to the paragraph before it, whose end is deleted.
void append_paragraph(HangulParagraph& paragraph, HangulParagraph next) {
  // What is left of a deleted paragraph belongs to the one that follows.
  if (trim(std::string_view(paragraph.text)).empty()) paragraph.shape = next.shape;
  const std::uint64_t shift = paragraph.text.size();
  const auto controls = static_cast<std::uint32_t>(paragraph.controls.size());
  paragraph.text += next.text;
  for (TextSpan& span : next.spans) {
    span.text_begin += shift;
    paragraph.spans.push_back(span);
  }
  for (Event& event : next.events) {
    event.at += shift;
    event.control += controls;
    paragraph.events.push_back(std::move(event));
  }
  for (HangulControl& control : next.controls) paragraph.controls.push_back(std::move(control));
}

void append_to(std::vector<HangulParagraph>& paragraphs, bool& join, HangulParagraph paragraph,
               bool joins_next) {
  if (std::exchange(join, joins_next) && !paragraphs.empty()) {
    append_paragraph(paragraphs.back(), std::move(paragraph));
  } else {
    paragraphs.push_back(std::move(paragraph));
  }
}

}  // namespace

HangulParagraph* SectionTree::paragraph() { return last<HangulParagraph>(open_); }
HangulControl* SectionTree::control() { return last<HangulControl>(open_); }
HangulList* SectionTree::list() { return last<HangulList>(open_); }

void SectionTree::begin_paragraph(std::uint32_t shape) {
  if (paragraph() != nullptr) end_deleted_text();
  HangulParagraph begun;
  begun.part = part_;
  begun.shape = shape;
  open_.push_back({std::move(begun)});
}

void SectionTree::begin_control(HangulControl control) {
  if (paragraph() != nullptr) end_deleted_text();
  open_.push_back({std::move(control)});
  open_.back().is_deleted = is_deleting();
  if (is_deleting()) ++deleted_controls_;
}

void SectionTree::begin_list(HangulList list) { open_.push_back({std::move(list)}); }

void SectionTree::end() {
  if (open_.empty()) return;
  if (paragraph() != nullptr) end_deleted_text();
  Frame frame = std::move(open_.back());
  open_.pop_back();
  if (auto* ended = std::get_if<HangulParagraph>(&frame.node)) {
    place(std::move(*ended), frame.joins_next || deletes_text());
  } else if (auto* control_ended = std::get_if<HangulControl>(&frame.node)) {
    if (frame.is_deleted) --deleted_controls_;
    place(std::move(*control_ended), frame.is_deleted);
  } else if (auto* list_ended = std::get_if<HangulList>(&frame.node)) {
    place(std::move(*list_ended));
  }
}

void SectionTree::place(HangulParagraph ended, bool joins_next) {
  if (open_.empty()) return append_to(paragraphs_, join_, std::move(ended), joins_next);
  if (control() != nullptr) control()->lists.emplace_back();
  if (HangulList* around = control() != nullptr ? &control()->lists.back() : list()) {
    append_to(around->paragraphs, open_.back().join, std::move(ended), joins_next);
    return;
  }
  HangulControl box;
  box.lists.emplace_back();
  box.lists.back().paragraphs.push_back(std::move(ended));
  append_control(*paragraph(), std::move(box));
}

void SectionTree::place(HangulControl ended, bool is_deleted) {
  if (is_deleted && ended.kind != HangulControl::Kind::kSection) {
    ended.kind = HangulControl::Kind::kLeftOut;
    ended.reason = LeftOutText::Reason::kDeleted;
  }
  if (HangulControl* around = control()) {  // a drawing in a group
    for (HangulList& list : ended.lists) around->lists.push_back(std::move(list));
    around->unreadable += ended.unreadable;
    return;
  }
  if (HangulParagraph* around = paragraph()) return append_control(*around, std::move(ended));
  HangulParagraph alone;
  alone.part = part_;
  append_control(alone, std::move(ended));
  place(std::move(alone), false);
}

void SectionTree::place(HangulList ended) {
  if (HangulControl* around = control()) {
    around->lists.push_back(std::move(ended));
    return;
  }
  for (HangulParagraph& paragraph : ended.paragraphs) place(std::move(paragraph), false);
}

void SectionTree::add_text(std::string_view text, ByteRange bytes) {
  HangulParagraph* to = paragraph();
  if (to == nullptr) return;
  if (deletes_text()) {
    deleted_ += text;
    return;
  }
  const std::uint64_t at = to->text.size();
  to->text += text;
  if (!to->spans.empty()) {
    TextSpan& before = to->spans.back();
    if (before.length == before.file_length && text.size() == bytes.size() &&
        before.text_end() == at && before.file_end() == bytes.begin) {
      before.length += text.size();
      before.file_length += text.size();
      return;
    }
  }
  to->spans.push_back({at, bytes.begin, text.size(), bytes.size()});
}

void SectionTree::add_unplaced(std::string_view text) {
  if (HangulParagraph* to = paragraph()) (deletes_text() ? deleted_ : to->text) += text;
}

void SectionTree::add_event(Event::Kind kind, std::string text, std::string guide) {
  HangulParagraph* to = paragraph();
  if (to == nullptr) return;
  Event event;
  event.at = to->text.size();
  event.kind = kind;
  event.text = std::move(text);
  event.guide = std::move(guide);
  to->events.push_back(std::move(event));
}

void SectionTree::end_deletion(const std::string& id, bool takes_end) {
  end_deleted_text();
  deletions_.erase(id);
  if (takes_end && paragraph() != nullptr) open_.back().joins_next = true;
}

void SectionTree::end_deleted_text() {
  HangulParagraph* to = paragraph();
  if (to == nullptr || deleted_.empty()) return;
  add_event(Event::Kind::kLeftOut, std::exchange(deleted_, {}), {});
  to->events.back().reason = LeftOutText::Reason::kDeleted;
}

std::vector<HangulParagraph> SectionTree::take() {
  while (!open_.empty()) end();
  return std::move(paragraphs_);
}

}  // namespace ibid
