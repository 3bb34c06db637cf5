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
  links_.clear();
}

void DocumentTerms::count_at(TermId id, std::uint32_t position) {
  Slot& held = slot(id);
  ++held.wdf;
  const auto link = static_cast<std::uint32_t>(links_.size());
  links_.push_back({position, kNone});
  if (held.first == kNone) {
    held.first = link;
  } else {
    links_[held.last].next = link;
  }
  held.last = link;
}

void DocumentTerms::write(IndexDocument& out) {
  std::sort(held_.begin(), held_.end(), [this](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return vocabulary_.term(a.second) < vocabulary_.term(b.second);
  });
  out.terms.clear();
  out.positions.clear();
  out.positions.reserve(links_.size());  // the spans below point into it
  for (const auto& [leading, id] : held_) {
    const Slot& held = slots_[id];
    const std::size_t first = out.positions.size();
    for (std::uint32_t at = held.first; at != kNone; at = links_[at].next) {
      out.positions.push_back(links_[at].position);
    }
    out.terms.push_back({vocabulary_.term(id), id, held.wdf,
                         {out.positions.data() + first, out.positions.size() - first}});
  }
}

}  // namespace ibid
