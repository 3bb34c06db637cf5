// SPDX-License-Identifier: GPL-2.0-or-later
//
// A block that is not yet in its place. Office formats have text boxes, notes and inner tables
// within the paragraph that they belong to: they are put down here until the paragraph is complete,
// and written after it (draft_writer.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/raised_number.h"

namespace ibid {

struct Draft {
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // A piece of the block, in their order.
  struct Piece {
    enum class Kind : std::uint8_t { kText, kUnplaced, kMark, kLeftOut };
    Kind kind = Kind::kText;
    std::uint32_t link = kNone;       // of text: index into the document's addresses
    std::uint32_t index = kNone;      // of a mark or left-out text: index into its list
    std::uint64_t size = 0;           // of text: its bytes
    std::uint64_t source = 0;         // kText: where it is in the part, see TextSpan
    std::uint64_t source_length = 0;  // kText
  };
  struct Mark {
    std::string label;        // as printed; may be empty until the note is counted
    std::vector<Draft> note;  // its blocks, of the part `note_part`
    std::uint8_t family = 0;  // footnotes 0, endnotes 1: each counted by itself
    bool counted = true;      // false: the label is the author's
    std::string id;           // for the reader that makes the draft
  };
  // Of the text: raised or lowered.
  struct Stretch {
    TextHeight height;
    std::size_t begin, end;
  };
  struct LeftOut {
    LeftOutText::Reason reason;
    std::string text;
    std::uint32_t part;
  };

  ExtractedBlock::Kind kind = ExtractedBlock::Kind::kParagraph;
  std::uint8_t level = 0;
  bool is_title = false;  // of the document
  bool is_head = false;   // of the columns of `table`
  std::uint32_t table = kNone;
  std::uint32_t part = 0;
  std::string label;
  std::string text;
  std::vector<Piece> pieces;
  std::vector<Stretch> raised;  // in their order, until part_raised_numbers()
  std::vector<Mark> marks;
  std::vector<LeftOut> left_out;
  std::vector<Draft> after;  // what belongs to it: boxes, rows of inner tables

  // `source` is where the text is in the part, a row of like characters (see TextSpan).
  void add(std::string_view added, ByteRange source, std::uint32_t link = kNone);
  void add_unplaced(std::string_view added, std::uint32_t link = kNone);
  void add_mark(Mark mark);
  // What was added from `begin` on stands at `height`.
  void set_height(std::size_t begin, TextHeight height);
  // Puts signs before raised and lowered numbers right behind a digit (raised_number.h): 10² is
  // 10^2. Of a paragraph whose text is complete.
  void part_raised_numbers();
  // Goes on with what was left out just before for the same reason.
  void leave_out(LeftOutText::Reason reason, std::string_view added, std::uint32_t of_part);
  // Takes over all that `other` holds, after what is here.
  void append(Draft&& other);
  // Of a row: takes over the next paragraph of its cells, behind a space. The label of the row's
  // first text is the row's own; other ones stand in its text, since a row is one block.
  void append_to_row(Draft&& paragraph);
  bool ends_in_space() const;  // or is empty
};

// Its text, and that of all that belongs to it, a line each.
void append_lines(std::string& out, const Draft& draft);

}  // namespace ibid
