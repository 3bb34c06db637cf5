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

void DocumentTerms::write(IndexDocument& out) {
  out.text_terms.clear();
  out.exact_terms.clear();
  for (const TermId id : held_) {
    const std::uint32_t wdf = slots_[id].wdf;
    (wdf == 0 ? out.exact_terms : out.text_terms).push_back({vocabulary_.term(id), id, wdf});
  }
  std::sort(
      out.exact_terms.begin(), out.exact_terms.end(),
      [this](const TermEntry& a, const TermEntry& b) { return vocabulary_.less(a.id, b.id); });
  encoder_.encode(places_, placed_, out.places);
}

}  // namespace ibid
