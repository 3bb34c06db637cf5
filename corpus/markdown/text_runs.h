// SPDX-License-Identifier: GPL-2.0-or-later
//
// Goes along the runs of text that md4c reports, line by line: what is between two runs of a line
// is a sign. Library-internal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

struct SourceLine {
  std::uint64_t begin = 0, end = 0;  // without its line end
  std::uint64_t next = 0;            // begin of the line below; past the text: none
  std::size_t number = 0;            // counts the lines that are not blank
  bool after_blank = true;
};

// Thread: one object, one thread. The text is lent for its life.
class TextRuns {
 public:
  TextRuns(std::string_view text, std::uint64_t begin);

  const SourceLine& line() const { return line_; }
  // Moves down to the line of `at`, which is not above the current one.
  void go_to(std::uint64_t at);
  // A run on the current line, whose own signs before it begin at `from` or where the last run of
  // the line ended.
  void take(ByteRange run, std::uint64_t from);
  // What is left of the current line is signs, if it has a run.
  void end_line();

  // Signs from here on are cut so that a pipe is one of its own, or are not.
  void part_at_pipes() { pipes_part_ = true; }
  void part_at_nothing() { pipes_part_ = false; }

  // Goes through the lines that are left.
  void end_text();

  // `sign` is one though it is part of a run, or of no run. At any place from mark() on.
  void add_sign(ByteRange sign);
  // Of a link from `first` to the end of the last run, the brackets and a label behind it are text.
  void keep_brackets(std::uint64_t first);

  std::uint64_t end_of_runs() const { return covered_; }
  std::size_t mark() const { return markup_.size(); }
  // Puts the signs since `mark` in order.
  void sort_since(std::size_t mark);
  std::vector<ByteRange> take_markup() { return std::move(markup_); }

 private:
  void read_line(std::uint64_t begin);
  void pass_line();
  bool is_blank_line() const;
  bool is_times(ByteRange sign) const;

  std::string_view text_;
  SourceLine line_;
  bool pipes_part_ = false;
  std::uint64_t covered_;  // where the last run ended
  std::vector<ByteRange> markup_;
};

}  // namespace ibid
