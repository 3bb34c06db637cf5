// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/documents/document_terms.h"

#include <algorithm>
#include <map>

namespace ibid {
namespace {

// If these differ, they order two terms.
std::uint32_t first_bytes(std::string_view term) {
  const auto byte = [term](std::size_t i) -> std::uint32_t {
    return i < term.size() ? static_cast<unsigned char>(term[i]) : 0U;
  };
  return byte(0) << 8U | byte(1);
}

}  // namespace

std::uint64_t length_of(const IndexDocument& document) {
  std::uint64_t length = 0;
  for (const TermEntry& entry : document.text_terms) length += entry.wdf;
  for (const WordEntry& word : document.words) {
    length += std::uint64_t{word.times} * word.terms;
  }
  return length;
}

std::vector<TermEntry> all_text_terms(const IndexDocument& document, const Vocabulary& vocabulary) {
  if (document.words.empty()) return document.text_terms;
  std::map<TermId, std::uint32_t> counts;
  for (const TermEntry& entry : document.text_terms) counts[entry.id] += entry.wdf;
  for (const WordEntry& word : document.words) {
    for (const TermId id : vocabulary.words().terms(word.id)) counts[id] += word.times;
  }
  std::vector<TermEntry> terms;
  for (const auto& [id, wdf] : counts) terms.push_back({vocabulary.term(id), id, wdf});
  return terms;
}

void DocumentTerms::begin() {
  if (generation_ != vocabulary_.generation()) {
    slots_ = {};
    word_slots_ = {};
    position_slots_ = {};
    generation_ = vocabulary_.generation();
  }
  ++document_;
  held_.clear();
  held_words_.clear();
  unnumbered_text_.clear();
  unnumbered_.clear();
  hashes_.clear();
  positions_.clear();
  placed_.clear();
}

void DocumentTerms::write(IndexDocument& out) {
  out.text_terms.clear();
  out.exact_terms.clear();
  out.words.clear();
  for (const WordId word : held_words_) {
    const WordSlot& held = word_slots_[word];
    if (word_entries_ == WordEntries::kApart) {
      out.words.push_back({word, held.times, held.terms});
    } else {
      for (const TermId id : vocabulary_.words().terms(word)) slot(id).wdf += held.times;
    }
  }
  for (const TermId id : held_) {
    const std::uint32_t wdf = slots_[id].wdf;
    (wdf == 0 ? out.exact_terms : out.text_terms).push_back({vocabulary_.term(id), id, wdf});
  }
  for (const auto& [begin, size] : unnumbered_) {
    const std::string_view term = std::string_view(unnumbered_text_).substr(begin, size);
    out.exact_terms.push_back({term, TermEntry::kUnnumbered, 0});
  }
  // Most differ in their first bytes: the prefix and, of resemblance, the band.
  std::sort(out.exact_terms.begin(), out.exact_terms.end(),
            [](const TermEntry& a, const TermEntry& b) {
              const std::uint32_t x = first_bytes(a.term), y = first_bytes(b.term);
              return x != y ? x < y : a.term < b.term;
            });
  out.exact_terms.erase(
      std::unique(out.exact_terms.begin(), out.exact_terms.end(),
                  [](const TermEntry& a, const TermEntry& b) { return a.term == b.term; }),
      out.exact_terms.end());
  encoder_.encode(positions_, hashes_, out.positions);
  out.places.clear();
  for (const PlacedTerm& word : placed_) {
    out.places.emplace_back(vocabulary_.term(word.id), word.position);
  }
}

}  // namespace ibid
