// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/position_reader.h"

#include <algorithm>
#include <utility>

#include "indexer/schema.h"

namespace ibid {

PositionReader::PositionReader(const Xapian::Database& database,
                               std::shared_ptr<const PositionFile> file, Values values)
    : database_(database), file_(std::move(file)), values_read_(values) {}

std::size_t PositionReader::add(const PositionTerms& terms) {
  std::vector<Term>& word = words_.emplace_back();
  for (const std::string& term : terms) word.push_back({term, place_hash(term), {}, false});
  return words_.size() - 1;
}

void PositionReader::move_to(Xapian::docid document) {
  document_ = document;
  if (document <= file_->documents()) return positions_.read(file_->value(document));
  if (values_read_ == Values::kByDocument) {
    value_ = database_.get_document(document).get_value(schema::kSlotPlaces);
    return positions_.read(value_);
  }
  if (!values_) values_ = database_.valuestream_begin(schema::kSlotPlaces);
  const auto end = database_.valuestream_end(schema::kSlotPlaces);
  if (*values_ != end) values_->skip_to(document);
  const bool found = *values_ != end && values_->get_docid() == document;
  value_ = found ? **values_ : std::string();
  positions_.read(value_);
}

// A code may belong to another term: the term's own posting list decides.
bool PositionReader::holds(Term& term) {
  const auto end = database_.postlist_end(term.term);
  if (!term.opened) {
    term.postings = database_.postlist_begin(term.term);
    term.opened = true;
  }
  if (term.postings != end) term.postings.skip_to(document_);
  return term.postings != end && *term.postings == document_;
}

bool PositionReader::holds(std::size_t word) {
  return std::any_of(words_[word].begin(), words_[word].end(),
                     [this](Term& term) { return holds(term); });
}

bool PositionReader::occurs(std::size_t word, std::uint32_t position, bool known_held) {
  return std::any_of(words_[word].begin(), words_[word].end(), [&](Term& term) {
    return positions_.stands(term.hash, position) && (known_held || holds(term));
  });
}

void PositionReader::find(std::size_t word, bool known_held,
                          std::vector<std::uint32_t>& positions) {
  positions.clear();
  for (Term& term : words_[word]) {
    const std::size_t before = positions.size();
    positions_.find(term.hash, positions);
    if (positions.size() > before && !known_held && !holds(term)) positions.resize(before);
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

}  // namespace ibid
