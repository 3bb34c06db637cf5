// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages as the parser finds them -> chunks, and chunks -> the lists of the report.
// Library-internal.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <utility>

#include "corpus/citations/mark_numbers.h"
#include "corpus/citations/reference_list.h"
#include "corpus/parser/report_chunks.h"
#include "corpus/report/report.h"

namespace ibid {

// Fills the current chunk, and maps sections of the report to the chunk's own.
class ChunkBuilder {
 public:
  ChunkBuilder(const Report& whole, std::uint64_t most_bytes, const TakeChunk& take)
      : whole_(whole), most_bytes_(most_bytes), take_(take) {
    begin();
  }

  // Section `section` of the report begins.
  void open_section(std::int32_t section) {
    if (bytes_ >= most_bytes_) hand_over();
    own_section(section);
  }

  // `passage.section` is an index into the report's sections.
  void add(Passage passage) {
    if (bytes_ >= most_bytes_) hand_over();
    bytes_ += passage.text.size() + passage.table_head.size();
    passage.section = own_section(passage.section);
    chunk_.passages.push_back(std::move(passage));
  }

  // Call it at the end, too: a report has at least one chunk.
  void hand_over() {
    take_(std::move(chunk_));
    begin();
  }

 private:
  void begin() {
    chunk_ = {};
    chunk_.id = whole_.id;
    chunk_.title = whole_.title;
    chunk_.publisher = whole_.publisher;
    chunk_.author = whole_.author;
    chunk_.url = whole_.url;
    chunk_.date = whole_.date;
    chunk_.encoding = whole_.encoding;
    chunk_.extraction = whole_.extraction;
    bytes_ = 0;
    own_.clear();
  }

  std::int32_t own_section(std::int32_t section) {
    if (section < 0) return section;
    if (const auto found = own_.find(section); found != own_.end()) return found->second;
    Section copy = whole_.sections[static_cast<std::size_t>(section)];
    copy.parent = own_section(copy.parent);
    bytes_ += sizeof copy + copy.title.size();
    const auto own = static_cast<std::int32_t>(chunk_.sections.size());
    chunk_.sections.push_back(std::move(copy));
    own_.emplace(section, own);
    return own;
  }

  const Report& whole_;
  std::uint64_t most_bytes_;
  const TakeChunk& take_;
  Report chunk_;
  std::uint64_t bytes_ = 0;
  std::unordered_map<std::int32_t, std::int32_t> own_;
};

// Gathers the lists of a report from its chunks.
class ReferenceCollector {
 public:
  void see(const Report& chunk) {
    for (const Passage& passage : chunk.passages) {
      if (passage.kind == PassageKind::kSource || passage.kind == PassageKind::kNote) {
        list_->add(passage);
      } else {
        watch_.see(passage.text);
      }
    }
  }

  std::shared_ptr<const ReferenceList> take() {
    if (watch_.counts_up()) list_->expect_numbers();
    return std::move(list_);
  }

 private:
  std::shared_ptr<ReferenceList> list_ = std::make_shared<ReferenceList>();
  NumberWatch watch_;
};

}  // namespace ibid
