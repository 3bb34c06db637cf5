// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_terms.h"

#include <algorithm>

namespace ibid {

void DocumentTerms::begin() {
  if (generation_ != vocabulary_.generation()) {
    slots_ = {};
    generation_ = vocabulary_.generation();
  }
  ++document_;
  held_.clear();
  placed_.clear();
  places_.clear();
}

void DocumentTerms::count_at(TermId id, std::uint32_t position) {
  Slot& held = slot(id);
  ++held.wdf;
  if (held.placed == 0) {
    placed_.push_back(vocabulary_.place_hash(id));
    held.placed = static_cast<std::uint32_t>(placed_.size());
  }
  places_.push_back({position, held.placed - 1});
}

void DocumentTerms::write(std::vector<TermEntry>& terms, std::string& places) {
  std::sort(held_.begin(), held_.end(), [this](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return vocabulary_.term(a.second) < vocabulary_.term(b.second);
  });
  terms.clear();
  for (const auto& [leading, id] : held_) {
    terms.push_back({vocabulary_.term(id), id, slots_[id].wdf});
  }
  encoder_.encode(places_, placed_, places);
}

}  // namespace ibid
