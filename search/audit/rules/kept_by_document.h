// SPDX-License-Identifier: GPL-2.0-or-later
//
// Values made from documents, with the last ones made kept: reports made from the same text are
// compared with the same passages.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ibid {

// Thread: one object, one thread.
template <class Value>
class KeptByDocument {
 public:
  explicit KeptByDocument(std::size_t most) : kept_(most) {}

  // The value of the document: as it is kept, else as `make()` makes it.
  template <class Make>
  std::shared_ptr<const Value> of(Xapian::docid document, Make&& make) {
    const auto known = known_.find(document);
    if (known != known_.end()) return known->second;
    auto made = std::make_shared<const Value>(std::forward<Make>(make)());
    keep(document, made);
    return made;
  }

  // Of a document that has none yet.
  void keep(Xapian::docid document, std::shared_ptr<const Value> made) {
    if (!known_.emplace(document, std::move(made)).second) return;
    known_.erase(kept_[next_]);
    kept_[next_] = document;
    next_ = (next_ + 1) % kept_.size();
  }

 private:
  std::unordered_map<Xapian::docid, std::shared_ptr<const Value>> known_;
  std::vector<Xapian::docid> kept_;  // a ring of those in known_, the oldest at next_; 0: free
  std::size_t next_ = 0;
};

}  // namespace ibid
