// SPDX-License-Identifier: GPL-2.0-or-later
//
// What md4c reports of a text, in its order -> lines and signs. Library-internal, as md4c's header.
#pragma once

#include <md4c.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/markdown/markdown_text.h"
#include "corpus/markdown/ordered_lists.h"
#include "corpus/markdown/text_runs.h"

namespace ibid {

// A line of the block that is being read.
struct LeafLine {
  SourceLine source;
  std::uint64_t content = 0;  // where its text begins, with the signs of spans before it
  ByteRange range() const { return {content, source.end}; }
};

// The calls come in the order of the text. Thread: one object, one thread.
class MarkdownReader {
 public:
  MarkdownReader(std::string_view text, std::uint64_t begin) : text_(text), runs_(text, begin) {}

  void enter(MD_BLOCKTYPE type, void* detail);
  void leave(MD_BLOCKTYPE type);
  // False: md4c adds cells without end to the rows of a wide table, as GitHub's specification asks.
  bool take_cell() { return ++cells_ <= text_.size() + kMostAddedCells; }
  void take(MD_TEXTTYPE type, const char* at, std::size_t size);
  void enter_link() { links_.push_back({0, runs_.mark()}); }
  void leave_link();
  void enter_picture() { ++pictures_; }
  void leave_picture() { --pictures_; }
  TextMarks finish();

 private:
  static constexpr std::size_t kMostAddedCells = 10'000;
  enum class Leaf { kNone, kParagraph, kHeading, kIndentedCode, kFencedCode, kHtml, kRow };
  struct Container {
    MD_BLOCKTYPE type;
    std::vector<OrderedItem> items;  // of an ordered list
  };
  struct Link {
    std::uint64_t first;  // where its first run begins; 0: none yet
    std::size_t mark;
  };

  void open_leaf(Leaf leaf);
  void end_leaf();
  std::uint64_t begin_line(std::uint64_t run);
  std::uint64_t content_of(const SourceLine& line, std::uint64_t first_run, bool first_line);
  void note(const LeafLine& line, MarkedLine::Kind kind, bool begins);
  void note_next_line();
  void end_paragraph();
  void end_heading();
  void end_html();
  void end_row();
  void end_table_of_short_dashes();
  void end_texts();
  void take_pairs();
  bool is_pair(std::uint64_t open, std::uint64_t close) const;
  bool is_quoted() const { return quotations_ > 0; }

  std::string_view text_;
  TextRuns runs_;
  TextMarks out_;
  std::vector<std::size_t> code_;    // notes of indented code
  std::vector<std::size_t> listed_;  // notes of items that are no headings
  std::size_t headings_ = 0;         // outside of containers, but for one that begins the text

  std::vector<Container> containers_;
  std::size_t cells_ = 0;
  std::size_t quotations_ = 0;  // of the containers
  Leaf leaf_ = Leaf::kNone;
  std::uint8_t level_ = 0;
  std::vector<LeafLine> lines_;       // of the leaf
  std::size_t leaf_mark_ = 0;         // its first sign
  std::size_t new_bullets_ = 0;       // items that begin with the next line
  bool new_number_ = false;           // likewise, of an ordered list
  bool in_head_ = false;              // of a table
  ByteRange header_;                  // likewise
  std::vector<std::uint64_t> pairs_;  // "**" and "~~" in the text of the leaf
  std::vector<Link> links_;
  std::size_t pictures_ = 0;         // that are open
  std::vector<ByteRange> captions_;  // text in pictures, in the leaf
  bool has_words_ = false;           // the leaf has text outside of pictures
};

}  // namespace ibid
