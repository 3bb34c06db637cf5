// SPDX-License-Identifier: GPL-2.0-or-later
//
// The order of passages, by reports and within them (schema::kSlotOrder), which settles ties. A
// word that many passages have once ties hundreds, and the value of each lies in another block. So
// once as many values were read as the index has documents, the order of all is made and kept.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ibid {

struct IndexView;

// Of one state. Thread: one object, one thread. Throws whatever the readers of the tables throw.
class DocumentOrder {
 public:
  // The numbers of `documents`, which ascend, in the order of their passages.
  std::vector<std::size_t> sorted(const IndexView& index, std::span<const Xapian::docid> documents);

  // Beyond that, making the order would hold up an answer.
  static constexpr Xapian::docid kMostKept = 1'000'000;

 private:
  void learn(const IndexView& index);
  void rank(const IndexView& index);

  std::uint64_t read_ = 0;  // values
  bool is_known_ = false;
  std::vector<std::uint32_t> ranks_;  // by document; empty: documents are in order
};

// That of `index`, made with the first call.
DocumentOrder& document_order(const IndexView& index);

}  // namespace ibid
