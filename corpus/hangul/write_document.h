// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text of a Hangul document in reading order: each paragraph, then what belongs to it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/hangul/hangul_document.h"
#include "corpus/hangul/paragraph_labels.h"

namespace ibid {

class HangulWriter {
 public:
  // Both are lent.
  HangulWriter(ExtractBuilder& out, const LabelDefinitions& definitions);

  // The paragraphs of a section.
  void write(const std::vector<HangulParagraph>& section);
  // All text of `paragraphs`, for what is not shown.
  void leave_out(const std::vector<HangulParagraph>& paragraphs, LeftOutText::Reason reason);

 private:
  using Kind = ExtractedBlock::Kind;
  // Where paragraphs stand decides of what kind their blocks are.
  enum class Place : std::uint8_t { kBody, kBox, kCaption, kNote, kCell };
  // What belongs to a block and comes after it.
  struct Hanging {
    const HangulControl* control = nullptr;
    std::size_t mark = 0;  // of a note: index into the marks of the file
    std::string label;     // of a note
  };

  // Returns the first block that was written, or kNone.
  std::uint32_t write_paragraphs(const std::vector<HangulParagraph>& paragraphs, Place place,
                                 std::string first_label = {});
  std::uint32_t write_paragraph(const HangulParagraph& paragraph, Place place, std::string label);
  void begin_block(const HangulParagraph& paragraph, Place place, std::string label);
  void write_text(const HangulParagraph& paragraph, Place place, std::vector<Hanging>& after);
  void add_range(const HangulParagraph& paragraph, ByteRange range, Place place, std::size_t& span);
  void write_event(const HangulParagraph& paragraph, const HangulParagraph::Event& event,
                   Place place, std::vector<Hanging>& after);
  void write_control(const HangulControl& control, std::uint32_t part, Place place,
                     std::vector<Hanging>& after);
  void write_hanging(const std::vector<Hanging>& after, Place place);
  void write_note(const Hanging& hanging);
  void write_lists(const HangulControl& control, HangulList::Role role, Place place);
  void write_table(const HangulControl& table, Place around);
  void write_cell(const HangulList& cell, std::vector<Hanging>& after);
  void read_sections(const HangulParagraph& paragraph);
  std::string note_label(const HangulControl& note);
  void open_field(const std::string& url);
  void close_field();
  void begin_link();
  void end_link();

  ExtractBuilder& out_;
  ParagraphLabels labels_;
  NumberLook footnotes_, endnotes_;
  std::uint32_t footnote_ = 0, endnote_ = 0;
  std::vector<std::string> fields_;  // that are open, the inner one last
  std::uint64_t link_begin_ = 0;
  bool link_open_ = false;
  const HangulControl* number_in_label_ = nullptr;  // of the note that is written
};

}  // namespace ibid
