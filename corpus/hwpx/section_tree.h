// SPDX-License-Identifier: GPL-2.0-or-later
//
// Builds the tree of a section as its elements begin and end: paragraphs in lists in controls in
// paragraphs. What is out of this order finds a place all the same, so that no text is lost.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpus/hangul/hangul_document.h"

namespace ibid {

class SectionTree {
 public:
  explicit SectionTree(std::uint32_t part) : part_(part) {}

  void begin_paragraph(std::uint32_t shape);
  void begin_control(HangulControl control);
  void begin_list(HangulList list);
  // Ends what began last.
  void end();

  // What began last, if it is one; else nullptr.
  HangulParagraph* paragraph();
  HangulControl* control();
  HangulList* list();

  // Text of the innermost paragraph, or of what is deleted in it.
  void add_text(std::string_view text, ByteRange bytes);
  void add_unplaced(std::string_view text);
  void add_event(HangulParagraph::Event::Kind kind, std::string text, std::string guide);

  // Tracked deletions: from mark to mark, whatever elements are between. `takes_end`: the end of
  // the paragraph is deleted, too.
  void begin_deletion(std::string id) { deletions_.insert(std::move(id)); }
  void end_deletion(const std::string& id, bool takes_end);
  bool is_deleting() const { return !deletions_.empty(); }

  // All paragraphs; ends what is open.
  std::vector<HangulParagraph> take();

 private:
  struct Frame {
    std::variant<HangulParagraph, HangulControl, HangulList> node;
    bool joins_next = false;  // of a paragraph: its end is deleted
    bool join = false;        // of a list: the next paragraph goes on in the last one
    bool is_deleted = false;  // of a control: it is in a deletion
  };

  // What is in a deleted control is left out with it, and is text like other text until then.
  bool deletes_text() const { return is_deleting() && deleted_controls_ == 0; }
  void place(HangulParagraph paragraph, bool joins_next);
  void place(HangulControl control, bool is_deleted);
  void place(HangulList list);
  void end_deleted_text();

  std::uint32_t part_;
  std::vector<Frame> open_;
  std::vector<HangulParagraph> paragraphs_;
  bool join_ = false;
  std::set<std::string> deletions_;
  std::size_t deleted_controls_ = 0;  // open ones
  std::string deleted_;
};

}  // namespace ibid
