// SPDX-License-Identifier: GPL-2.0-or-later
//
// The lines of a text with their indentation and mark (bullet, "#"), before they are joined to
// blocks: see outline.h. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/text/byte_range.h"
#include "corpus/text/text_marks.h"

namespace ibid {

enum class LineMark : std::uint8_t { kNone, kBullet, kMiddleDot, kHash };

struct OutlineLine {
  ByteRange content;         // without indentation, mark and white space at the end
  std::uint32_t indent = 0;  // columns before the mark
  std::uint32_t hashes = 0;
  LineMark mark = LineMark::kNone;
  bool after_blank = false;
  bool square = false;   // the bullet is one that also stands before headings
  bool begins = false;   // a block, as Markdown has it
  bool is_text = false;  // of Block::kText, or the rest of a title above signs
  ByteRange header;
};

// Reads the lines that are not empty, and whether an empty one comes before each.
class LineReader {
 public:
  // See BlockReader::BlockReader().
  LineReader(std::string_view text, std::size_t begin, const TextMarks* markdown)
      : text_(text), markdown_(markdown), at_(begin) {}
  std::optional<OutlineLine> next();

 private:
  ByteRange take_line();
  // What Markdown says of the line that begins at `begin`. Ask in order.
  const MarkedLine* note_at(std::size_t begin);
  bool is_nothing(std::string_view content, const MarkedLine* noted) const;
  OutlineLine read_line(ByteRange whole, const MarkedLine* noted) const;
  void read_note(const MarkedLine& noted, ByteRange whole, OutlineLine& line) const;
  bool is_known_title(const OutlineLine& line) const;
  // A sentence or a date above "---" is text above a rule, whatever Markdown makes of it.
  bool is_title_above_dashes(const MarkedLine& noted, const OutlineLine& line) const;
  void read_mark(OutlineLine& line) const;
  // Marks of Korean official papers: "※ 다만 …", "** 잠정치", "o 수출은 …". "※ 출처" alone is a
  // heading. Returns where the text behind the mark begins; 0: it is none.
  static std::size_t official_mark(std::string_view content, char32_t sign, std::size_t after);
  // "## Title ##": the closing signs are decoration. "#hashtag" is text.
  void read_hash(OutlineLine& line) const;
  bool is_markdown() const;
  bool is_extracted() const;

  std::string_view text_;
  const TextMarks* markdown_;
  std::size_t at_ = 0;
  std::size_t note_ = 0;  // of markdown_; all before it are passed
  bool blank_ = true;
};

}  // namespace ibid
