// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/phrase.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "search/index/live_query.h"
#include "search/match/estimated_frequency.h"
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

// The same by Xapian's own table of positions.
Xapian::Query where_in_order(const Xapian::Query& query, const std::vector<Phrase>& phrases) {
  XapianQueries any;
  for (const Phrase& phrase : phrases) {
    XapianQueries words;
    for (const PositionTerms& terms : phrase.positions) {
      words.push_back(any_term(XapianOp::OP_OR, terms));
    }
    any.push_back(words.size() == 1 ? words.front()
                                    : Xapian::Query(XapianOp::OP_PHRASE, words.begin(), words.end(),
                                                    phrase.window));
  }
  return {XapianOp::OP_FILTER, query, combine(XapianOp::OP_OR, any)};
}

Xapian::Query unless_elsewhere(const IndexView& index, const Xapian::Query& query,
                               std::vector<Phrase> phrases) {
  if (is_on_nodes(index)) return steady(index, where_in_order(query, phrases));
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

namespace {

// Without weights an OP_MAX of two is an OR that Xapian does not merge with those around it.
ScoredTogether joined(Statistics& numbers, const ScoredTogether& a, const ScoredTogether& b,
                      XapianOp op) {
  return {Xapian::Query(op, a.query, b.query),
          frequency_of_any({a.frequency, b.frequency}, numbers.documents())};
}

ScoredTogether take_rarest(std::vector<ScoredTogether>& parts) {
  const auto rarest = std::min_element(
      parts.begin(), parts.end(),
      [](const ScoredTogether& a, const ScoredTogether& b) { return a.frequency < b.frequency; });
  ScoredTogether taken = std::move(*rarest);
  parts.erase(rarest);
  return taken;
}

ScoredTogether joined_all(Statistics& numbers, std::vector<ScoredTogether> parts, XapianOp last) {
  while (parts.size() > 1) {
    const ScoredTogether a = take_rarest(parts), b = take_rarest(parts);
    parts.push_back(joined(numbers, a, b, parts.empty() ? last : XapianOp::OP_MAX));
  }
  return std::move(parts.front());
}

std::vector<ScoredTogether> parts_of(Statistics& numbers, const std::vector<std::string>& terms) {
  numbers.expect(terms);
  std::vector<ScoredTogether> parts;
  for (const std::string& term : terms) {
    parts.push_back({Xapian::Query(term), numbers.frequency(term)});
  }
  return parts;
}

}  // namespace

ScoredTogether any_together(const IndexView& index, const std::vector<std::string>& terms) {
  if (!is_on_nodes(index)) return {any_term(XapianOp::OP_SYNONYM, terms), 0};
  Statistics& numbers = statistics(index);
  return joined_all(numbers, parts_of(numbers, terms), XapianOp::OP_MAX);
}

ScoredTogether all_together(const IndexView& index,
                            const std::vector<std::vector<std::string>>& words) {
  if (!is_on_nodes(index)) return {all_words_query(words), 0};
  Statistics& numbers = statistics(index);
  std::vector<std::uint32_t> frequencies;
  for (const std::vector<std::string>& terms : words) {
    std::vector<std::uint32_t> any;
    for (const std::string& term : terms) any.push_back(numbers.frequency(term));
    frequencies.push_back(frequency_of_any(std::move(any), numbers.documents()));
  }
  return {all_words_query(words), frequency_of_all(std::move(frequencies), numbers.documents())};
}

Xapian::Query as_one_term(const IndexView& index, std::vector<ScoredTogether> parts) {
  if (is_on_nodes(index) && parts.size() > 1) {
    return joined_all(statistics(index), std::move(parts), XapianOp::OP_SYNONYM).query;
  }
  XapianQueries queries;
  for (ScoredTogether& part : parts) queries.push_back(std::move(part.query));
  return {XapianOp::OP_SYNONYM, queries.begin(), queries.end()};
}

Xapian::Query as_one_term(const IndexView& index, const std::vector<std::string>& terms) {
  if (!is_on_nodes(index)) return any_term(XapianOp::OP_SYNONYM, terms);
  return as_one_term(index, parts_of(statistics(index), terms));
}

}  // namespace ibid
