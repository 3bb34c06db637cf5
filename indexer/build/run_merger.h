// SPDX-License-Identifier: GPL-2.0-or-later
//
// Many runs -> one sequence of lists, and the parts of one list -> its entries in the order of
// their docids. Library-internal.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/posting_run.h"
#include "indexer/glass/encoding.h"

namespace ibid {

// Thread: one object, one thread. Throws Error{kSystem}.
class RunMerger {
 public:
  struct Part {
    std::string_view bytes;
    std::uint32_t last_docid;
  };

  explicit RunMerger(std::vector<std::unique_ptr<RunReader>> runs);

  bool next();  // moves to the first key, then to the next
  std::string_view key() const { return runs_[same_.front()]->key(); }
  // The runs' lists under the key, in the order of the runs; lender: this object, until next().
  const std::vector<Part>& parts() const { return parts_; }

 private:
  bool after(std::size_t a, std::size_t b) const { return runs_[a]->key() > runs_[b]->key(); }
  void push(std::size_t run);

  std::vector<std::unique_ptr<RunReader>> runs_;
  std::vector<std::size_t> heap_;  // of runs that have a list, the least key on top
  std::vector<std::size_t> same_;  // runs at the current key
  std::vector<Part> parts_;
};

// Calls take(docid, at, end) for each entry of all `parts`, by docid; it reads what follows the gap
// and moves `at` past it. No docid is in two parts.
template <class Take>
void merge_entries(const std::vector<RunMerger::Part>& parts, Take&& take) {
  struct Cursor {
    const char* at;
    const char* end;
    std::uint32_t docid = 0;
    bool next() {
      if (at == end) return false;
      docid += static_cast<std::uint32_t>(glass::read_varint(at, end));
      return true;
    }
  };
  std::vector<Cursor> cursors;
  for (const RunMerger::Part& part : parts) {
    Cursor cursor{part.bytes.data(), part.bytes.data() + part.bytes.size()};
    if (cursor.next()) cursors.push_back(cursor);
  }
  while (!cursors.empty()) {
    std::size_t least = 0;
    for (std::size_t i = 1; i < cursors.size(); ++i) {
      if (cursors[i].docid < cursors[least].docid) least = i;
    }
    std::uint32_t limit = UINT32_MAX;  // the least docid of the others
    for (std::size_t i = 0; i < cursors.size(); ++i) {
      if (i != least && cursors[i].docid < limit) limit = cursors[i].docid;
    }
    Cursor& cursor = cursors[least];
    bool more = true;
    while (more && cursor.docid < limit) {
      take(cursor.docid, cursor.at, cursor.end);
      more = cursor.next();
    }
    if (!more) cursors.erase(cursors.begin() + static_cast<std::ptrdiff_t>(least));
  }
}

}  // namespace ibid
