// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/phrase.h"

#include <algorithm>
#include <optional>
#include <set>

#include "search/plan/plan_context.h"

namespace ibid {
namespace {

// All passages except those that hold one of the phrases: an AND_NOT of the passages that hold the
// words and these leaves the passages that hold the phrase.
class ElsewhereSource : public Xapian::PostingSource {
 public:
  ElsewhereSource(std::shared_ptr<const PositionFile> file, std::vector<Phrase> phrases)
      : file_(std::move(file)), phrases_(std::move(phrases)) {}

  void init(const Xapian::Database& database) override {
    matcher_.emplace(database, file_);
    for (const Phrase& phrase : phrases_) matcher_->add(phrase);
    current_ = 0;
  }

  // Pretends to be rare: the estimates of the AND_NOT are then those of the AND.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return 0; }

  void next(double least_weight) override { skip_to(current_ + 1, least_weight); }
  void skip_to(Xapian::docid document, double /*least_weight*/) override {
    for (current_ = document; holds(current_);) ++current_;
  }
  bool at_end() const override { return false; }  // else Xapian would drop the AND_NOT
  Xapian::docid get_docid() const override { return current_; }
  PostingSource* clone() const override { return new ElsewhereSource(file_, phrases_); }

 private:
  bool holds(Xapian::docid document) {
    matcher_->move_to(document);
    // If there is only one phrase, all passages examined hold all of its words.
    const bool words_known = phrases_.size() == 1;
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      if (matcher_->holds(i, words_known)) return true;
    }
    return false;
  }

  std::shared_ptr<const PositionFile> file_;
  std::vector<Phrase> phrases_;
  std::optional<PhraseMatcher> matcher_;
  Xapian::docid current_ = 0;
};

Xapian::Query unless_elsewhere(const IndexView& index, const Xapian::Query& query,
                               std::vector<Phrase> phrases) {
  return {XapianOp::OP_AND_NOT, query,
          Xapian::Query((new ElsewhereSource(index.positions, std::move(phrases)))->release())};
}

}  // namespace

Xapian::Query all_words_query(const PhrasePositions& positions) {
  XapianQueries words;
  // Each word once: a phrase of one word repeated ten thousand times would read as many lists at
  // each passage.
  std::set<PositionTerms> seen;
  for (const PositionTerms& terms : positions) {
    if (seen.insert(terms).second) words.push_back(any_term(XapianOp::OP_OR, terms));
  }
  return combine(XapianOp::OP_AND, words);
}

Xapian::Query phrase_query(const IndexView& index, const PhrasePositions& positions,
                           std::uint32_t window) {
  const Xapian::Query all = all_words_query(positions);
  if (positions.size() == 1) return all;
  const auto side_by_side = static_cast<std::uint32_t>(positions.size());
  return unless_elsewhere(index, all, {{positions, std::max(window, side_by_side)}});
}

Xapian::Query where_any_occurs(const IndexView& index, const Xapian::Query& query,
                               const std::vector<PhrasePositions>& phrases) {
  std::vector<Phrase> each;
  for (const PhrasePositions& positions : phrases) {
    each.push_back({positions, static_cast<std::uint32_t>(positions.size())});
  }
  // Single words come first: posting lists alone decide them.
  std::stable_sort(each.begin(), each.end(), [](const Phrase& a, const Phrase& b) {
    return a.positions.size() < b.positions.size();
  });
  return unless_elsewhere(index, query, std::move(each));
}

}  // namespace ibid
