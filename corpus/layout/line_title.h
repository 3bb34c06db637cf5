// SPDX-License-Identifier: GPL-2.0-or-later
//
// Headings of plain text that have no number of the "3.1.2" kind: "Ⅰ. …", "제1장 …", "가. …",
// "<…>", lines in capitals, and short lines on their own. Knows a line and its neighbours.
#pragma once

#include <cstdint>
#include <string_view>

namespace ibid {

enum class TitleSign : std::uint8_t {
  kNone,
  kChapter,      // "제1장", "제 2 편", "Chapter 3."
  kPart,         // of a chapter: "제1절"
  kRoman,        // "Ⅰ.", "II."
  kParenthesis,  // "1)"
  kBracket,      // "(1)"
  kCircled,      // "①"
  kHangul,       // "가."
  kLetter,       // "A."
  kAngle,        // "<…>" around all of it
  kEdit,         // "[edit]" behind it, as on pages of wikis
};

struct SignedTitle {
  TitleSign sign = TitleSign::kNone;
  std::string_view title;  // without the sign; never empty if there is a sign
};

// Reads the sign that `line` begins with, and what follows it. Lender: `line`.
SignedTitle parse_signed_title(std::string_view line);

// An unmarked line and what is around it.
struct LineSurroundings {
  bool after_blank = false;    // a blank line, or the start, comes before it
  bool free = false;           // it need not continue the text before it
  bool last = false;           // no line follows
  bool before_blank = false;   // a blank line, or the end, follows
  bool above_bullet = false;   // the next line is a bullet
  std::string_view following;  // the next line with text; without its bullet mark
};

// Goes through the lines of a document; remembers whether it uses such headings. Without a sign or
// capitals a short line is one only in a document that has others.
class LineTitles {
 public:
  enum class Answer : std::uint8_t { kNo, kYes, kIfOthers };

  // Tells whether `line`, unmarked and without a number, is a heading. Call it for every such line.
  // kIfOthers: it is if the document has others like it, of which none came before.
  Answer take(std::string_view line, const LineSurroundings& around);

  // A line that is a heading for another reason: its number. Lender: `title` outlives this.
  void note_heading(std::string_view title);
  // The document has headings of plain text.
  void note_use() { headed_ = true; }
  // A Markdown heading: such a document marks its headings, and no plain line is one.
  void note_markup() { markup_ = true; }
  // True for a line behind "■" that is a title and no item of a list.
  bool is_square_title(std::string_view line, const LineSurroundings& around) const;
  // A bullet, which is no title and no item of a list with signs.
  void note_other() {
    list_ = TitleSign::kNone;
    ++lines_;
  }

 private:
  bool is_item(TitleSign sign, const LineSurroundings& around) const;
  bool take_signed(const SignedTitle& title, const LineSurroundings& around);
  bool in_sources() const;
  Answer unsigned_title(std::string_view line, const LineSurroundings& around) const;

  std::uint64_t lines_ = 0;            // so far
  TitleSign list_ = TitleSign::kNone;  // of the line before, if that is an item of a list
  bool spread_ = false;                // a blank line came before that item
  bool headed_ = false;                // a heading came before
  std::string_view heading_;           // the last one, if a source list may be below it
  bool markup_ = false;
};

}  // namespace ibid
