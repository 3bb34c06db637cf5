// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/window_scorer.h"

#include <algorithm>
#include <numeric>

#include "search/estimated_frequency.h"

namespace ibid {
namespace {

constexpr std::size_t kShortLength = 512;
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
  for (const RankedPhrase& phrase : words.phrases) add_phrase(index, phrase);
  for (const RankedNames& names : words.names) add_names(index, names);
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

WindowScorer::AllOf WindowScorer::all_of(const PhrasePlaces& places) {
  AllOf words;
  for (const PlaceTerms& terms : places) {
    std::vector<List*>& place = words.places.emplace_back();
    for (const std::string& term : terms) place.push_back(&noted_list(term));
  }
  return words;
}

void WindowScorer::add_phrase(const IndexView& index, const RankedPhrase& ranked) {
  Phrase& phrase = phrases_.emplace_back();
  phrase.words = all_of(ranked.places);
  phrase.words.phrase = add_places(index, ranked.places, ranked.window);
  for (const std::vector<List*>& place : phrase.words.places) {
    std::vector<double>& weights = phrase.weights.emplace_back();
    for (const List* list : place) {
      const std::uint32_t having = list->reader.frequency();
      weights.push_back(having == 0 ? 0 : ranked.weight * bm25_.term_weight(having));
      most_score_ += weights.back();
    }
  }
}

void WindowScorer::add_names(const IndexView& index, const RankedNames& ranked) {
  const std::uint32_t documents = index.database.get_doccount();
  Names& names = names_.emplace_back();
  std::vector<std::uint32_t> any_name;
  for (const PhrasePlaces& places : ranked.names) {
    AllOf& name = names.names.emplace_back(all_of(places));
    std::vector<std::uint32_t> all_places;
    for (const std::vector<List*>& place : name.places) {
      std::vector<std::uint32_t> any_term;
      for (const List* list : place) any_term.push_back(list->reader.frequency());
      all_places.push_back(frequency_of_any(std::move(any_term), documents));
    }
    any_name.push_back(frequency_of_all(std::move(all_places), documents));
    if (places.size() == 1) continue;
    names.phrases = true;
    name.phrase = add_places(index, places, static_cast<std::uint32_t>(places.size()));
  }
  names.weight =
      ranked.weight * bm25_.term_weight(frequency_of_any(std::move(any_name), documents));
  most_score_ += names.weight;
}

std::size_t WindowScorer::add_places(const IndexView& index, PhrasePlaces places,
                                     std::uint32_t window) {
  if (!matcher_) matcher_.emplace(index.database, index.places);
  matcher_->add({std::move(places), window});
  return matcher_->size() - 1;
}

// As if the terms had nothing to do with each other.
void WindowScorer::estimate(std::uint32_t documents) {
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
    std::vector<std::uint32_t> places;
    std::uint64_t fewest = documents;
    for (const std::vector<List*>& place : words.places) {
      std::vector<std::uint32_t> terms;
      for (const List* list : place) terms.push_back(list->reader.frequency());
      fewest = std::min(fewest, std::accumulate(terms.begin(), terms.end(), std::uint64_t{0}));
      places.push_back(frequency_of_any(std::move(terms), documents));
    }
    add(frequency_of_all(std::move(places), documents), fewest);
  };
  for (const Phrase& phrase : phrases_) add_all_of(phrase.words);
  for (const Names& names : names_) {
    for (const AllOf& name : names.names) add_all_of(name);
  }
  most_matches_ = static_cast<Xapian::doccount>(std::min<double>(most, documents));
  estimated_matches_ =
      std::clamp(frequency_of_any(std::move(parts), documents), least_matches_, most_matches_);
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
      if (unsettled_.test(at) && score_ + most_unsettled(at) >= floor) {
        score_ += settled(at, matches);
      }
      if (matches && score_ >= floor) return static_cast<Xapian::docid>(begin_ + at);
    }
    docid = end_;
  }
}

// The next window in which there may be something at or behind `docid`.
bool WindowScorer::load(std::uint64_t docid) {
  std::uint64_t first = glass::PostingReader::kEnd;
  for (const auto* lists : {&terms_, &terms_unless_}) {
    for (List* list : *lists) {
      list->reader.skip_to(docid);
      first = std::min(first, list->reader.docid());
    }
  }
  if (!all_words_.places.empty()) first = std::min(first, first_of(all_words_, docid));
  for (Phrase& phrase : phrases_) first = std::min(first, first_of(phrase.words, docid));
  for (Names& names : names_) {
    for (AllOf& name : names.names) first = std::min(first, first_of(name, docid));
  }
  if (first == glass::PostingReader::kEnd) return false;
  begin_ = first / kWindow * kWindow;
  end_ = begin_ + kWindow;
  return true;
}

// No document before has them all, from `docid` on.
std::uint64_t WindowScorer::first_of(AllOf& words, std::uint64_t docid) {
  std::uint64_t all = docid;
  for (const std::vector<List*>& place : words.places) {
    std::uint64_t any = glass::PostingReader::kEnd;
    for (List* list : place) {
      list->reader.skip_to(docid);
      any = std::min(any, list->reader.docid());
    }
    all = std::max(all, any);
  }
  return all;
}

void WindowScorer::score_window() {
  lengths_ = postings_.lengths(static_cast<std::uint32_t>(begin_));
  scores_.fill(0);
  matched_.clear();
  unsettled_.clear();
  for (List* list : terms_) score(*list);
  for (List* list : only_noted_) note(*list);
  for (List* list : terms_unless_) score(*list);
  if (!all_words_.places.empty()) {
    find(all_words_);
    const WindowBits& all = all_words_.holding;
    for (auto at = all.next(0); at < kWindow; at = all.next(at + 1))
      scores_[at] += all_words_score_;
    matched_ |= all;
  }
  for (Phrase& phrase : phrases_) {
    find(phrase.words);
    unsettled_ |= phrase.words.holding;
  }
  for (Names& names : names_) find_names(names);
  possible_ = matched_;
  possible_ |= unsettled_;
  for (List* list : boosts_) boost(*list);
}

double WindowScorer::part(const List& list, std::uint32_t at, std::uint32_t wdf) const {
  return list.weight * wdf / (half(lengths_[at]) + wdf);
}

void WindowScorer::score(List& list) {
  const auto base = static_cast<std::uint32_t>(begin_);
  if (list.is_noted) note(list);
  if (!list.is_noted) {
    list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
      const std::uint32_t at = docid - base;
      if (list.unless != nullptr && list.unless->noted.test(at)) return;
      matched_.set(at);
      scores_[at] += part(list, at, wdf);
    });
    return;
  }
  for (auto at = list.noted.next(0); at < kWindow; at = list.noted.next(at + 1)) {
    if (list.unless != nullptr && list.unless->noted.test(at)) continue;
    matched_.set(at);
    scores_[at] += part(list, at, list.wdf[at]);
  }
}

void WindowScorer::note(List& list) {
  if (list.any_noted) list.noted.clear();
  list.reader.skip_to(begin_);
  list.any_noted = list.reader.docid() < end_;
  if (!list.any_noted) return;
  if (list.wdf == nullptr) list.wdf.reset(new std::uint32_t[kWindow]);
  const auto base = static_cast<std::uint32_t>(begin_);
  list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
    list.noted.set(docid - base);
    list.wdf[docid - base] = wdf;
  });
}

void WindowScorer::find(AllOf& words) {
  for (std::size_t i = 0; i < words.places.size(); ++i) {
    WindowBits any;
    for (const List* list : words.places[i]) {
      if (list->any_noted) any |= list->noted;
    }
    if (i == 0) {
      words.holding = any;
    } else {
      words.holding &= any;
    }
  }
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
  for (AllOf& name : names.names) {
    find(name);
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

double WindowScorer::phrase_part(const Phrase& phrase, std::uint32_t at) const {
  const double half_at = half(lengths_[at]);
  double sum = 0;
  for (std::size_t i = 0; i < phrase.words.places.size(); ++i) {
    for (std::size_t t = 0; t < phrase.words.places[i].size(); ++t) {
      const List& list = *phrase.words.places[i][t];
      if (!list.any_noted || !list.noted.test(at)) continue;
      sum += phrase.weights[i][t] * list.wdf[at] / (half_at + list.wdf[at]);
    }
  }
  return sum;
}

// As a synonym counts: the words of names that do not stand side by side count with those that do.
double WindowScorer::names_part(const Names& names, std::uint32_t at) const {
  std::uint64_t wdf = 0;
  for (const AllOf& name : names.names) {
    if (!name.holding.test(at)) continue;
    for (const std::vector<List*>& place : name.places) {
      for (const List* list : place) {
        wdf += list->any_noted && list->noted.test(at) ? list->wdf[at] : 0;
      }
    }
  }
  const std::uint32_t length = lengths_[at];
  return names.weight *
         bm25_.saturation(static_cast<double>(std::min<std::uint64_t>(wdf, length)), length);
}

// What phrases and names would add if they stand.
double WindowScorer::most_unsettled(std::uint32_t at) const {
  double most = 0;
  for (const Phrase& phrase : phrases_) {
    if (phrase.words.holding.test(at)) most += phrase_part(phrase, at);
  }
  for (const Names& names : names_) most += names.phrases ? names_part(names, at) : 0;
  return most;
}

// What they add. `held`: becomes true where any does.
double WindowScorer::settled(std::uint32_t at, bool& held) {
  matcher_->move_to(static_cast<Xapian::docid>(begin_ + at));
  double sum = 0;
  for (const Phrase& phrase : phrases_) {
    if (!phrase.words.holding.test(at) || !matcher_->holds(phrase.words.phrase, true)) continue;
    held = true;
    sum += phrase_part(phrase, at);
  }
  for (const Names& names : names_) {
    if (!names.phrases) continue;
    const bool stands = std::any_of(names.names.begin(), names.names.end(), [&](const AllOf& name) {
      if (!name.holding.test(at)) return false;
      return name.places.size() == 1 || matcher_->holds(name.phrase, true);
    });
    if (!stands) continue;
    held = true;
    sum += names_part(names, at);
  }
  return sum;
}

}  // namespace ibid
