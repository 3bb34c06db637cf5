// SPDX-License-Identifier: GPL-2.0-or-later
//
// How WindowScorer sets up its lists from RankedWords, before it reads any of them.
#include <algorithm>
#include <numeric>

#include "search/match/estimated_frequency.h"
#include "search/match/window_scorer.h"

namespace ibid {

WindowScorer::WindowScorer(const IndexView& index, const RankedWords& words)
    : bm25_(index),
      table_(bm25_table(index)),
      postings_(*index.postings),
      deleted_(*index.deleted),
      all_words_score_(words.all_words_score) {
  add_terms(words.terms, terms_);
  add_terms(words.boosts, boosts_);
  const auto documents = statistics(index).documents();
  for (const RankedPhrase& phrase : words.phrases) add_phrase(index, phrase);
  for (const RankedAliases& names : words.names) add_names(index, names);
  all_words_ = all_of(words.all_words);
  if (!words.all_words.empty()) most_score_ += all_words_score_;
  for (auto& [term, list] : lists_) {
    if (list.is_noted && list.weight == 0) only_noted_.push_back(&list);
  }
  const auto excluded = std::stable_partition(
      terms_.begin(), terms_.end(), [](const List* list) { return list->unless == nullptr; });
  terms_unless_.assign(excluded, terms_.end());
  terms_.erase(excluded, terms_.end());
  estimate(documents);
}

WindowScorer::List& WindowScorer::list(const std::string& term) {
  const auto known = lists_.find(term);
  if (known != lists_.end()) return known->second;
  return lists_.try_emplace(term, postings_.open(term)).first->second;
}

WindowScorer::List& WindowScorer::noted_list(const std::string& term) {
  List& made = list(term);
  made.is_noted = true;
  return made;
}

void WindowScorer::add_terms(const std::vector<RankedTerm>& terms, std::vector<List*>& to) {
  for (const RankedTerm& term : terms) {
    List& made = list(term.term);
    const double weight = term.weight * bm25_.term_weight(made.reader.frequency());
    made.weight += weight;
    most_score_ += weight;
    if (!term.unless.empty()) made.unless = &noted_list(term.unless);
    if (std::find(to.begin(), to.end(), &made) == to.end()) to.push_back(&made);
  }
}

WindowScorer::AllOf WindowScorer::all_of(const PhrasePositions& positions) {
  AllOf words;
  for (const PositionTerms& terms : positions) {
    std::vector<List*>& position = words.positions.emplace_back();
    for (const std::string& term : terms) position.push_back(&noted_list(term));
  }
  return words;
}

void WindowScorer::add_phrase(const IndexView& index, const RankedPhrase& ranked) {
  Phrase& phrase = phrases_.emplace_back();
  phrase.words = all_of(ranked.positions);
  phrase.words.phrase = add_positions(index, ranked.positions, ranked.window);
  for (const std::vector<List*>& position : phrase.words.positions) {
    std::vector<double>& weights = phrase.weights.emplace_back();
    for (const List* list : position) {
      const std::uint32_t having = list->reader.frequency();
      weights.push_back(having == 0 ? 0 : ranked.weight * bm25_.term_weight(having));
      most_score_ += weights.back();
    }
  }
}

void WindowScorer::add_names(const IndexView& index, const RankedAliases& ranked) {
  const std::uint32_t documents = statistics(index).documents();
  Names& names = names_.emplace_back();
  std::vector<std::uint32_t> any_name;
  for (const PhrasePositions& positions : ranked.names) {
    AllOf& name = names.names.emplace_back(all_of(positions));
    std::vector<std::uint32_t> all_positions;
    for (const std::vector<List*>& position : name.positions) {
      std::vector<std::uint32_t> any_term;
      for (const List* list : position) any_term.push_back(list->reader.frequency());
      all_positions.push_back(frequency_of_any(std::move(any_term), documents));
    }
    any_name.push_back(frequency_of_all(std::move(all_positions), documents));
    if (positions.size() == 1) continue;
    names.phrases = true;
    name.phrase = add_positions(index, positions, static_cast<std::uint32_t>(positions.size()));
  }
  names.weight =
      ranked.weight * bm25_.term_weight(frequency_of_any(std::move(any_name), documents));
  most_score_ += names.weight;
}

std::size_t WindowScorer::add_positions(const IndexView& index, PhrasePositions positions,
                                        std::uint32_t window) {
  if (!matcher_) matcher_.emplace(index.database, index.positions);
  matcher_->add({std::move(positions), window});
  return matcher_->size() - 1;
}

std::uint64_t WindowScorer::postings() const {
  return std::accumulate(
      lists_.begin(), lists_.end(), std::uint64_t{0},
      [](std::uint64_t sum, const auto& list) { return sum + list.second.reader.frequency(); });
}

// Assumes that the terms are independent.
void WindowScorer::estimate(std::uint32_t documents) {
  if (documents == 0) return;
  std::vector<std::uint32_t> parts{0};
  double most = 0;
  const auto add = [&](std::uint32_t expected, std::uint64_t at_most) {
    parts.push_back(expected);
    most += static_cast<double>(at_most);
  };
  for (const auto* lists : {&terms_, &terms_unless_}) {
    for (const List* list : *lists) {
      const Xapian::doccount having = list->reader.frequency();
      if (list->unless == nullptr) least_matches_ = std::max(least_matches_, having);
      add(having, having);
    }
  }
  const auto add_all_of = [&](const AllOf& words) {
    std::vector<std::uint32_t> positions;
    std::uint64_t fewest = documents;
    for (const std::vector<List*>& position : words.positions) {
      std::vector<std::uint32_t> terms;
      for (const List* list : position) terms.push_back(list->reader.frequency());
      fewest = std::min(fewest, std::accumulate(terms.begin(), terms.end(), std::uint64_t{0}));
      positions.push_back(frequency_of_any(std::move(terms), documents));
    }
    add(frequency_of_all(std::move(positions), documents), fewest);
  };
  for (const Phrase& phrase : phrases_) add_all_of(phrase.words);
  for (const Names& names : names_) {
    for (const AllOf& name : names.names) add_all_of(name);
  }
  most_matches_ =
      std::max(least_matches_, static_cast<Xapian::doccount>(std::min<double>(most, documents)));
  estimated_matches_ =
      std::clamp(frequency_of_any(std::move(parts), documents), least_matches_, most_matches_);
}

}  // namespace ibid
