// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/window_scorer.h"

#include <algorithm>

#include "search/estimated_frequency.h"

namespace ibid {
namespace {

constexpr std::size_t kShortLength = 1024;
// Sums taken in another order may differ by so much.
constexpr double kRounding = 1e-9;

}  // namespace

WindowScorer::WindowScorer(const IndexView& index, const RankedWords& words)
    : bm25_(index), postings_(*index.postings), all_words_score_(words.all_words_score) {
  halves_.reserve(kShortLength);
  for (std::size_t length = 0; length < kShortLength; ++length) {
    halves_.push_back(bm25_.half(static_cast<double>(length)));
  }
  add_terms(words.terms, terms_);
  add_terms(words.boosts, boosts_);
  const auto documents = index.database.get_doccount();
  for (const RankedPair& pair : words.pairs) add_pair(index, pair);
  for (const RankedNames& names : words.names) add_names(index, names);
  for (const std::vector<std::string>& terms : words.all_words) {
    std::vector<const List*>& word = all_words_.emplace_back();
    for (const std::string& term : terms) word.push_back(&noted_list(term));
  }
  if (!all_words_.empty()) most_score_ += all_words_score_;
  most_score_ += most_unsettled_score_;
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
  if (!made.is_noted) made.wdf = std::make_unique<std::uint32_t[]>(kWindow);
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

void WindowScorer::add_pair(const IndexView& index, const RankedPair& pair) {
  const List &first = noted_list(pair.first), &second = noted_list(pair.second);
  pairs_.push_back({&first, &second, pair.weight * bm25_.term_weight(first.reader.frequency()),
                    pair.weight * bm25_.term_weight(second.reader.frequency()),
                    add_phrase(index, {{{pair.first}, {pair.second}}, pair.window})});
  most_unsettled_score_ += pairs_.back().first_weight + pairs_.back().second_weight;
}

void WindowScorer::add_names(const IndexView& index, const RankedNames& ranked) {
  const std::uint32_t documents = index.database.get_doccount();
  Names& names = names_.emplace_back();
  std::vector<std::uint32_t> any_name;
  for (const PhrasePlaces& places : ranked.names) {
    Name& name = names.names.emplace_back();
    std::vector<std::uint32_t> all_places;
    for (const PlaceTerms& terms : places) {
      std::vector<const List*>& place = name.places.emplace_back();
      std::vector<std::uint32_t> any_term;
      for (const std::string& term : terms) {
        place.push_back(&noted_list(term));
        any_term.push_back(place.back()->reader.frequency());
      }
      all_places.push_back(frequency_of_any(std::move(any_term), documents));
    }
    any_name.push_back(frequency_of_all(std::move(all_places), documents));
    if (places.size() == 1) continue;
    names.phrases = true;
    name.phrase = add_phrase(index, {places, static_cast<std::uint32_t>(places.size())});
  }
  names.weight =
      ranked.weight * bm25_.term_weight(frequency_of_any(std::move(any_name), documents));
  (names.phrases ? most_unsettled_score_ : most_score_) += names.weight;
}

std::size_t WindowScorer::add_phrase(const IndexView& index, Phrase phrase) {
  if (!phrases_) phrases_.emplace(index.database, index.places);
  phrases_->add(std::move(phrase));
  return phrases_->size() - 1;
}

// As if the terms had nothing to do with each other.
void WindowScorer::estimate(double documents) {
  double without = 1, most = 0;
  for (const auto* lists : {&terms_, &terms_unless_}) {
    for (const List* list : *lists) {
      const Xapian::doccount having = list->reader.frequency();
      if (list->unless == nullptr) least_matches_ = std::max(least_matches_, having);
      most += having;
      without *= std::max(0.0, 1 - having / documents);
    }
  }
  most_matches_ = static_cast<Xapian::doccount>(std::min(most, documents));
  const auto estimated = static_cast<Xapian::doccount>(documents * (1 - without) + 0.5);
  estimated_matches_ = std::clamp(estimated, least_matches_, most_matches_);
}

Xapian::docid WindowScorer::next(std::uint64_t docid, double least) {
  const double floor = least - kRounding * std::max(1.0, least);
  while (true) {
    if (docid >= end_) {
      if (!load(docid)) return 0;
      score_window();
    }
    docid = std::max(docid, begin_);
    auto at = possible_.next(static_cast<std::uint32_t>(docid - begin_));
    for (; at < kWindow; at = possible_.next(at + 1)) {
      score_ = scores_[at];
      bool matches = matched_.test(at);
      if (unsettled_.test(at) && score_ + most_unsettled_score_ >= floor) {
        score_ += unsettled_score(at, matches);
      }
      if (matches && score_ >= floor) return static_cast<Xapian::docid>(begin_ + at);
    }
    docid = end_;
  }
}

// The next window in which there is something at or behind `docid`.
bool WindowScorer::load(std::uint64_t docid) {
  std::uint64_t first = glass::PostingReader::kEnd;
  for (const auto* lists : {&terms_, &only_noted_, &terms_unless_}) {
    for (List* list : *lists) {
      list->reader.skip_to(docid);
      first = std::min(first, list->reader.docid());
    }
  }
  if (first == glass::PostingReader::kEnd) return false;
  begin_ = first / kWindow * kWindow;
  end_ = begin_ + kWindow;
  return true;
}

void WindowScorer::score_window() {
  lengths_ = postings_.lengths(static_cast<std::uint32_t>(begin_));
  scores_.fill(0);
  matched_.clear();
  unsettled_.clear();
  for (List* list : terms_) score(*list);
  for (List* list : only_noted_) note(*list);
  for (List* list : terms_unless_) score(*list);
  add_all_words();
  for (const Pair& pair : pairs_) {
    WindowBits both = pair.first->noted;
    both &= pair.second->noted;
    unsettled_ |= both;
  }
  for (Names& names : names_) find_names(names);
  possible_ = matched_;
  possible_ |= unsettled_;
  for (List* list : boosts_) boost(*list);
}

double WindowScorer::part(const List& list, std::uint32_t at, std::uint32_t wdf) const {
  const std::uint32_t length = lengths_[at];
  const double half = length < kShortLength ? halves_[length] : bm25_.half(length);
  return list.weight * wdf / (half + wdf);
}

void WindowScorer::score(List& list) {
  if (list.is_noted) list.noted.clear();
  const auto base = static_cast<std::uint32_t>(begin_);
  if (!list.is_noted && list.unless == nullptr) {
    list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
      const std::uint32_t at = docid - base;
      matched_.set(at);
      scores_[at] += part(list, at, wdf);
    });
    return;
  }
  list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
    const std::uint32_t at = docid - base;
    if (list.is_noted) {
      list.noted.set(at);
      list.wdf[at] = wdf;
    }
    if (list.unless != nullptr && list.unless->noted.test(at)) return;
    matched_.set(at);
    scores_[at] += part(list, at, wdf);
  });
}

void WindowScorer::note(List& list) {
  list.noted.clear();
  const auto base = static_cast<std::uint32_t>(begin_);
  list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
    list.noted.set(docid - base);
    list.wdf[docid - base] = wdf;
  });
}

void WindowScorer::add_all_words() {
  if (all_words_.empty()) return;
  WindowBits all;
  for (std::size_t i = 0; i < all_words_.size(); ++i) {
    WindowBits any;
    for (const List* list : all_words_[i]) any |= list->noted;
    if (i == 0) {
      all = any;
    } else {
      all &= any;
    }
  }
  for (auto at = all.next(0); at < kWindow; at = all.next(at + 1)) scores_[at] += all_words_score_;
  matched_ |= all;
}

void WindowScorer::boost(List& list) {
  const auto base = static_cast<std::uint32_t>(begin_);
  list.reader.skip_to(begin_);
  list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
    const std::uint32_t at = docid - base;
    if (possible_.test(at)) scores_[at] += part(list, at, wdf);
  });
}

void WindowScorer::find_names(Names& names) {
  WindowBits any_name;
  for (Name& name : names.names) {
    for (std::size_t i = 0; i < name.places.size(); ++i) {
      WindowBits any_term;
      for (const List* list : name.places[i]) any_term |= list->noted;
      if (i == 0) {
        name.holding = any_term;
      } else {
        name.holding &= any_term;
      }
    }
    any_name |= name.holding;
  }
  if (names.phrases) {
    unsettled_ |= any_name;
    return;
  }
  matched_ |= any_name;
  for (auto at = any_name.next(0); at < kWindow; at = any_name.next(at + 1)) {
    scores_[at] += names_part(names, at);
  }
}

// As a synonym counts: the words of names that do not stand side by side count with those that do.
double WindowScorer::names_part(const Names& names, std::uint32_t at) const {
  std::uint64_t wdf = 0;
  for (const Name& name : names.names) {
    if (!name.holding.test(at)) continue;
    for (const std::vector<const List*>& place : name.places) {
      for (const List* list : place) wdf += list->noted.test(at) ? list->wdf[at] : 0;
    }
  }
  const std::uint32_t length = lengths_[at];
  return names.weight *
         bm25_.saturation(static_cast<double>(std::min<std::uint64_t>(wdf, length)), length);
}

double WindowScorer::unsettled_score(std::uint32_t at, bool& held) {
  phrases_->move_to(static_cast<Xapian::docid>(begin_ + at));
  const std::uint32_t length = lengths_[at];
  double sum = 0;
  for (const Pair& pair : pairs_) {
    if (!pair.first->noted.test(at) || !pair.second->noted.test(at)) continue;
    if (!phrases_->holds(pair.phrase, true)) continue;
    held = true;
    sum += pair.first_weight * bm25_.saturation(pair.first->wdf[at], length) +
           pair.second_weight * bm25_.saturation(pair.second->wdf[at], length);
  }
  for (const Names& names : names_) {
    if (!names.phrases) continue;
    const bool stands = std::any_of(names.names.begin(), names.names.end(), [&](const Name& name) {
      if (!name.holding.test(at)) return false;
      return name.places.size() == 1 || phrases_->holds(name.phrase, true);
    });
    if (!stands) continue;
    held = true;
    sum += names_part(names, at);
  }
  return sum;
}

}  // namespace ibid
