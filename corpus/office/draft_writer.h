// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes drafts in the order of reading: a block, then the notes whose marks are in it, then what
// hangs on it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/office/draft.h"

namespace ibid {

class DraftWriter {
 public:
  // `addresses` are what links lead to; both are lent. Those that are not http or https lead
  // nowhere.
  DraftWriter(ExtractBuilder& out, const std::vector<std::string>& addresses)
      : out_(out), addresses_(addresses) {}

  void write(const Draft& draft);

  // A mark that was written, for labels that are known later.
  struct WrittenMark {
    std::uint32_t mark;  // index into ExtractedFile::marks, until the document is finished
    std::uint32_t note;  // index into ExtractedFile::blocks; ExtractedBlock::kNone without one
    std::uint8_t family;
    bool counted;
  };
  const std::vector<WrittenMark>& marks() const { return marks_; }
  void set_label(const WrittenMark& mark, const std::string& label);

 private:
  void write_pieces(const Draft& draft, std::size_t skipped);
  std::uint32_t write_block(const Draft& draft, std::size_t skipped = 0);
  void write_note(const Draft::Mark& mark, std::uint32_t index);
  void pull_marks_back(std::size_t first, std::uint64_t begin);

  ExtractBuilder& out_;
  const std::vector<std::string>& addresses_;
  std::map<std::uint32_t, std::uint32_t> heads_;  // table -> block of its head
  std::vector<WrittenMark> marks_;
  std::uint64_t address_bytes_ = 0;
};

}  // namespace ibid
