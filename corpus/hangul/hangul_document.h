// SPDX-License-Identifier: GPL-2.0-or-later
//
// A document of the Hangul word processor as a tree, from HWP 5 records or HWPX elements alike:
// paragraphs, and what belongs between their characters. write_document.h makes text of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/hangul/number_format.h"
#include "corpus/text/byte_range.h"

namespace ibid {

struct HangulControl;

struct HangulParagraph {
  // What is at an offset of the text, between two characters.
  struct Event {
    enum class Kind : std::uint8_t {
      kControl,     // number `control`
      kFieldBegin,  // `text`: the address that a link leads to; empty for other fields
      kFieldEnd,
      kLeftOut,  // `text`, for `reason`
    };
    std::uint64_t at = 0;
    Kind kind = Kind::kControl;
    LeftOutText::Reason reason = LeftOutText::Reason::kDeleted;
    std::uint32_t control = 0;
    std::string text;
    // kFieldBegin: what the field says as long as nobody has filled it in, which is not printed.
    std::string guide;
  };

  std::uint32_t part = 0;   // see SourceAnchor::part
  std::uint32_t shape = 0;  // see LabelDefinitions::shapes
  std::string text;         // valid UTF-8; a LF is a line break
  // Ascending; what they do not cover is in no place of its own.
  std::vector<TextSpan> spans;
  std::vector<Event> events;  // ascending
  std::vector<HangulControl> controls;
};

// How footnotes or endnotes of a section are numbered, or one number is shown.
struct NumberLook {
  NumberFormat format = NumberFormat::kDigit;
  std::string sign;  // in place of the number, if not empty
  std::string prefix, suffix;
};

// Paragraphs in a control: of a cell, a box, a note.
struct HangulList {
  enum class Role : std::uint8_t { kBody, kCaptionAbove, kCaptionBelow };
  Role role = Role::kBody;
  std::uint32_t row = 0, column = 0;  // of a table's cell
  bool head = false;                  // of a table's cell: it heads its columns
  std::vector<HangulParagraph> paragraphs;
};

struct HangulControl {
  enum class Kind : std::uint8_t {
    kSection,  // what is said of the section that begins
    kNote,     // footnote or endnote
    kTable,
    kBox,     // text box, drawing, picture, equation: what text it holds
    kInline,  // its lists are text of the paragraph it is in
    kAutoNumber,
    kLeftOut,  // for `reason`
  };
  // What an automatic number counts.
  enum class Counts : std::uint8_t { kPages, kFootnotes, kEndnotes, kOthers };

  Kind kind = Kind::kBox;
  LeftOutText::Reason reason = LeftOutText::Reason::kPageFrame;
  std::vector<HangulList> lists;
  std::string unreadable;  // kBox: the source of an equation, which is not what is printed
  // kAutoNumber, kNote: the number as stored, 0 if it is not; of a note `counts` tells which.
  Counts counts = Counts::kOthers;
  std::uint32_t number = 0;
  NumberLook look;
  bool has_look = false;  // of a note: else its section says how it looks
  // kSection
  std::uint32_t outline = 0;  // id of the numbering of outlines
  NumberLook footnotes, endnotes;
};

// All text of `paragraphs` and of what belongs to them, a line each.
void append_all_text(const std::vector<HangulParagraph>& paragraphs, std::string& text);
// "1)" for number 1 and suffix ")".
std::string show_number(std::uint32_t number, const NumberLook& look);

}  // namespace ibid
