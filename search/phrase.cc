// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/phrase.h"

#include <algorithm>
#include <optional>
#include <set>

#include "search/plan_context.h"

namespace ibid {
namespace {

struct Phrase {
  PhrasePlaces places;
  std::uint32_t window = 0;
};

// All passages but those that hold one of the phrases: of passages that hold the words, an AND_NOT
// leaves the phrase.
class ElsewhereSource : public Xapian::PostingSource {
 public:
  ElsewhereSource(std::shared_ptr<const PlaceFile> file, std::vector<Phrase> phrases)
      : file_(std::move(file)), phrases_(std::move(phrases)) {}

  void init(const Xapian::Database& database) override {
    reader_.emplace(database, file_);
    for (const Phrase& phrase : phrases_) {
      for (const PlaceTerms& terms : phrase.places) reader_->add(terms);
    }
    current_ = 0;
  }

  // As if it were rare: the estimates of the AND_NOT are then those of the AND.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return 0; }

  void next(double least_weight) override { skip_to(current_ + 1, least_weight); }
  void skip_to(Xapian::docid document, double /*least_weight*/) override {
    for (current_ = document; holds(current_);) ++current_;
  }
  bool at_end() const override { return false; }  // else Xapian would take the AND_NOT away
  Xapian::docid get_docid() const override { return current_; }
  PostingSource* clone() const override { return new ElsewhereSource(file_, phrases_); }

 private:
  bool holds(Xapian::docid document) {
    reader_->move_to(document);
    std::size_t word = 0;  // of the reader
    for (const Phrase& phrase : phrases_) {
      if (holds(phrase, word)) return true;
      word += phrase.places.size();
    }
    return false;
  }

  bool holds(const Phrase& phrase, std::size_t first_word) {
    const PhrasePlaces& places = phrase.places;
    if (places.size() == 1) return reader_->holds(first_word);
    if (places.size() > reader_->words()) return false;
    if (phrase.window == places.size()) return holds_side_by_side(places, first_word);
    positions_.resize(std::max(positions_.size(), places.size()));
    for (std::size_t i = 0; i < places.size(); ++i) {
      reader_->find(first_word + i, is_known_held(places[i]), positions_[i]);
      if (positions_[i].empty()) return false;
    }
    return std::any_of(positions_[0].begin(), positions_[0].end(),
                       [&](std::uint32_t first) { return follow(phrase, first); });
  }

  // A last word may have a hundred endings: those of the word with the fewest are looked for, and
  // the others where they would have to stand.
  bool holds_side_by_side(const PhrasePlaces& places, std::size_t first_word) {
    const auto fewest = std::min_element(
        places.begin(), places.end(),
        [](const PlaceTerms& a, const PlaceTerms& b) { return a.size() < b.size(); });
    const auto anchor = static_cast<std::size_t>(fewest - places.begin());
    positions_.resize(std::max<std::size_t>(positions_.size(), 1));
    reader_->find(first_word + anchor, is_known_held(places[anchor]), positions_[0]);
    return std::any_of(positions_[0].begin(), positions_[0].end(), [&](std::uint32_t at) {
      if (at < anchor) return false;
      const std::uint32_t first = at - static_cast<std::uint32_t>(anchor);
      for (std::size_t i = 0; i < places.size(); ++i) {
        if (i == anchor) continue;
        const std::uint32_t position = first + static_cast<std::uint32_t>(i);
        if (!reader_->stands(first_word + i, position, is_known_held(places[i]))) return false;
      }
      return true;
    });
  }

  // All passages looked at hold all words: a word of one term is that term.
  bool is_known_held(const PlaceTerms& terms) const {
    return phrases_.size() == 1 && terms.size() == 1;
  }

  // The nearest of each next word leaves most room to the ones after it.
  bool follow(const Phrase& phrase, std::uint32_t first) const {
    std::uint32_t last = first;
    for (std::size_t i = 1; i < phrase.places.size(); ++i) {
      const auto next = std::upper_bound(positions_[i].begin(), positions_[i].end(), last);
      if (next == positions_[i].end() || *next - first >= phrase.window) return false;
      last = *next;
    }
    return true;
  }

  std::shared_ptr<const PlaceFile> file_;
  std::vector<Phrase> phrases_;
  std::optional<PlaceReader> reader_;
  std::vector<std::vector<std::uint32_t>> positions_;  // of each word, in the passage at hand
  Xapian::docid current_ = 0;
};

Xapian::Query unless_elsewhere(const IndexView& index, const Xapian::Query& query,
                               std::vector<Phrase> phrases) {
  return {XapianOp::OP_AND_NOT, query,
          Xapian::Query((new ElsewhereSource(index.places, std::move(phrases)))->release())};
}

}  // namespace

Xapian::Query all_words_query(const PhrasePlaces& places) {
  XapianQueries words;
  // Each once: a phrase of one word ten thousand times would read as many lists at each passage.
  std::set<PlaceTerms> seen;
  for (const PlaceTerms& terms : places) {
    if (seen.insert(terms).second) words.push_back(any_term(XapianOp::OP_OR, terms));
  }
  return combine(XapianOp::OP_AND, words);
}

Xapian::Query phrase_query(const IndexView& index, const PhrasePlaces& places,
                           std::uint32_t window) {
  const Xapian::Query all = all_words_query(places);
  if (places.size() == 1) return all;
  const auto side_by_side = static_cast<std::uint32_t>(places.size());
  return unless_elsewhere(index, all, {{places, std::max(window, side_by_side)}});
}

Xapian::Query where_any_stands(const IndexView& index, const Xapian::Query& query,
                               const std::vector<PhrasePlaces>& phrases) {
  std::vector<Phrase> each;
  for (const PhrasePlaces& places : phrases) {
    each.push_back({places, static_cast<std::uint32_t>(places.size())});
  }
  // Single words are told by posting lists alone.
  std::stable_sort(each.begin(), each.end(), [](const Phrase& a, const Phrase& b) {
    return a.places.size() < b.places.size();
  });
  return unless_elsewhere(index, query, std::move(each));
}

}  // namespace ibid
