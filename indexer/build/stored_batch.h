// SPDX-License-Identifier: GPL-2.0-or-later
//
// The data that tables hold by document, ready to be written: made on any thread, written in the
// order of the docids.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/documents/index_document.h"
#include "indexer/glass/block_table.h"
#include "indexer/glass/deflate.h"
#include "indexer/glass/termlist.h"
#include "indexer/records/position_file.h"

namespace ibid {

struct StoredBatch {
  struct Tag {
    std::uint32_t size = 0;
    bool deflated = false;
  };
  struct Item {
    std::uint32_t docid = 0;
    Tag data, terms, slots, positions;  // one after the other in `bytes`
  };
  std::vector<Item> items;
  std::string bytes;

  void clear() {
    items.clear();
    bytes.clear();
  }
};

// What a document's termlist holds, which Xapian uses for deletions: all terms, or the exact ones
// but for schema::kResembles, and schema::kTextLength for all of the text. Lists of all terms are
// half of an index and a third of the work.
enum class TermLists { kAll, kExact };

// `length`: the sum of all wdf. Lender: `document`, and static storage.
void listed_terms(const IndexDocument& document, std::uint32_t length, TermLists lists,
                  std::vector<glass::TermWdf>& out);

// Thread: one object, one thread.
class BatchEncoder {
 public:
  explicit BatchEncoder(TermLists lists) : lists_(lists) {}

  // Appends `document`, of `length` (the sum of all wdf), to `batch`.
  void add(std::uint32_t docid, const IndexDocument& document, std::uint32_t length,
           StoredBatch& batch);

 private:
  static StoredBatch::Tag append(std::string_view tag, std::string& out);
  StoredBatch::Tag append_list(std::string_view tag, std::string& out);

  TermLists lists_;
  glass::Deflater deflater_;
  std::vector<glass::TermWdf> terms_;
  std::vector<std::uint32_t> slots_;
  std::string tag_, deflated_;
};

// Thread: one object, one thread. Throws what TableWriter throws.
class BatchWriter {
 public:
  explicit BatchWriter(const std::string& database_dir);
  // Docids ascend over all batches.
  void write(const StoredBatch& batch);
  // Once, at the end.
  glass::TableRoot finish_data() { return data_.finish(); }
  glass::TableRoot finish_terms() { return terms_.finish(); }
  void finish_positions();
  // The number of documents, including gaps, that the file of positions covers; 0 if there is no
  // file.
  std::uint32_t documents_with_positions() const {
    return positions_ ? positions_->documents() : 0;
  }

 private:
  std::string database_dir_;
  glass::TableWriter data_, terms_;
  std::optional<PositionFileWriter> positions_;  // from the first document on
  std::string key_;
};

}  // namespace ibid
