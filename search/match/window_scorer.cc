// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/window_scorer.h"

#include <algorithm>

#include "search/match/top_documents.h"

namespace ibid {

Xapian::docid WindowScorer::next(std::uint64_t docid, std::uint64_t end, double least) {
  const double floor = least - score_tolerance(least);
  while (true) {
    if (docid >= end_) {
      if (!load(docid, end)) return 0;
      score_window();
    }
    docid = std::max(docid, begin_);
    const auto at = possible_.find(static_cast<std::uint32_t>(docid - begin_),
                                   [&](std::uint32_t d) { return is_found(d, floor); });
    if (at < kWindow) return static_cast<Xapian::docid>(begin_ + at);
    docid = end_;
  }
}

// True if the document at `at` matches with a score of at least `floor`, which is then score().
inline bool WindowScorer::is_found(std::uint32_t at, double floor) {
  const double score = scores_[at];
  if (score < floor && !unsettled_.test(at)) return false;
  score_ = score;
  bool matches = matched_.test(at);
  if (unsettled_.test(at) && score + most_unsettled(at) >= floor) score_ += settled(at, matches);
  return matches && score_ >= floor;
}

// Loads the next window that may have a match from `docid` on; returns false if that is not before
// `end`.
bool WindowScorer::load(std::uint64_t docid, std::uint64_t end) {
  std::uint64_t first = glass::PostingReader::kEnd;
  for (const auto* lists : {&terms_, &terms_unless_}) {
    for (List* list : *lists) {
      list->reader.skip_to(docid);
      first = std::min(first, list->reader.docid());
    }
  }
  if (!all_words_.positions.empty()) first = std::min(first, first_of(all_words_, docid));
  for (Phrase& phrase : phrases_) first = std::min(first, first_of(phrase.words, docid));
  for (Names& names : names_) {
    for (AllOf& name : names.names) first = std::min(first, first_of(name, docid));
  }
  if (first >= end) return false;
  begin_ = first / kWindow * kWindow;
  end_ = begin_ + kWindow;
  return true;
}

// From `docid` on, no document before the returned one has all the words.
std::uint64_t WindowScorer::first_of(AllOf& words, std::uint64_t docid) {
  std::uint64_t all = docid;
  for (const std::vector<List*>& position : words.positions) {
    std::uint64_t any = glass::PostingReader::kEnd;
    for (List* list : position) {
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
  if (!all_words_.positions.empty()) {
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
  drop_deleted();
  possible_ = matched_;
  possible_ |= unsettled_;
  const std::uint32_t certain = matched_.count();
  certain_ += certain;
  if (matcher_) uncertain_ += possible_.count() - certain;
  for (List* list : boosts_) boost(*list);
}

void WindowScorer::drop_deleted() {
  for (std::uint64_t docid = begin_; docid < end_; ++docid) {
    docid = deleted_.next(static_cast<Xapian::docid>(docid));
    if (docid == 0 || docid >= end_) return;
    matched_.reset(static_cast<std::uint32_t>(docid - begin_));
    unsettled_.reset(static_cast<std::uint32_t>(docid - begin_));
  }
}

// What a term adds to the document at `at`, in which it occurs `wdf` times.
inline double WindowScorer::term_score(double weight, std::uint32_t at, std::uint32_t wdf) const {
  const std::uint32_t length = lengths_[at];
  if (wdf - 1 < Bm25Table::kWdfs && length < Bm25Table::kLengths) {  // a value has a wdf of 0
    return weight * table_.saturation(wdf, length);
  }
  return weight * wdf / (half(at) + wdf);
}

void WindowScorer::score(List& list) {
  if (list.unless != nullptr) return score_unless(list);
  if (list.is_noted && !begin_note(list)) return;
  const auto base = static_cast<std::uint32_t>(begin_);
  const double weight = list.weight;
  std::uint32_t* const wdfs = list.wdf.get();
  if (list.is_noted) {
    list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
      const std::uint32_t at = docid - base;
      list.noted.set(at);
      wdfs[at] = wdf;
      scores_[at] += term_score(weight, at, wdf);
    });
    matched_ |= list.noted;
  } else {
    list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
      const std::uint32_t at = docid - base;
      matched_.set(at);
      scores_[at] += term_score(weight, at, wdf);
    });
  }
}

void WindowScorer::score_unless(List& list) {
  if (list.is_noted && !begin_note(list)) return;
  const auto base = static_cast<std::uint32_t>(begin_);
  list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
    const std::uint32_t at = docid - base;
    if (list.is_noted) {
      list.noted.set(at);
      list.wdf[at] = wdf;
    }
    if (list.unless->noted.test(at)) return;
    matched_.set(at);
    scores_[at] += term_score(list.weight, at, wdf);
  });
}

void WindowScorer::note(List& list) {
  if (!begin_note(list)) return;
  const auto base = static_cast<std::uint32_t>(begin_);
  list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
    list.noted.set(docid - base);
    list.wdf[docid - base] = wdf;
  });
}

// Starts noting the documents of the current window. False if the list has none there.
bool WindowScorer::begin_note(List& list) {
  if (list.any_noted) list.noted.clear();
  list.reader.skip_to(begin_);
  list.any_noted = list.reader.docid() < end_;
  if (list.any_noted && list.wdf == nullptr) list.wdf.reset(new std::uint32_t[kWindow]);
  return list.any_noted;
}

void WindowScorer::find(AllOf& words) {
  for (std::size_t i = 0; i < words.positions.size(); ++i) {
    WindowBits of_several;
    const WindowBits* any = nullptr;  // of the position's terms; null: the window has none
    for (const List* list : words.positions[i]) {
      if (!list->any_noted) continue;
      if (any == nullptr) {
        any = &list->noted;
        continue;
      }
      if (any != &of_several) of_several = *any;
      of_several |= list->noted;
      any = &of_several;
    }
    if (any == nullptr) return words.holding.clear();
    if (i == 0) {
      words.holding = *any;
    } else {
      words.holding &= *any;
    }
  }
}

void WindowScorer::boost(List& list) {
  const auto base = static_cast<std::uint32_t>(begin_);
  list.reader.skip_to(begin_);
  list.reader.take_below(end_, [&](std::uint32_t docid, std::uint32_t wdf) {
    const std::uint32_t at = docid - base;
    if (possible_.test(at)) scores_[at] += term_score(list.weight, at, wdf);
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
    scores_[at] += names_score(names, at);
  }
}

double WindowScorer::phrase_score(const Phrase& phrase, std::uint32_t at) const {
  const double half_at = half(at);
  double sum = 0;
  for (std::size_t i = 0; i < phrase.words.positions.size(); ++i) {
    for (std::size_t t = 0; t < phrase.words.positions[i].size(); ++t) {
      const List& list = *phrase.words.positions[i][t];
      if (!list.any_noted || !list.noted.test(at)) continue;
      sum += phrase.weights[i][t] * list.wdf[at] / (half_at + list.wdf[at]);
    }
  }
  return sum;
}

// Counts like a synonym: words of names count even where they are not adjacent.
double WindowScorer::names_score(const Names& names, std::uint32_t at) const {
  std::uint64_t wdf = 0;
  for (const AllOf& name : names.names) {
    if (!name.holding.test(at)) continue;
    for (const std::vector<List*>& position : name.positions) {
      for (const List* list : position) {
        wdf += list->any_noted && list->noted.test(at) ? list->wdf[at] : 0;
      }
    }
  }
  const std::uint32_t length = length_of(at);
  return names.weight *
         bm25_.saturation(static_cast<double>(std::min<std::uint64_t>(wdf, length)), length);
}

// What phrases and names would add if the passage holds them.
double WindowScorer::most_unsettled(std::uint32_t at) const {
  double most = 0;
  for (const Phrase& phrase : phrases_) {
    if (phrase.words.holding.test(at)) most += phrase_score(phrase, at);
  }
  for (const Names& names : names_) most += names.phrases ? names_score(names, at) : 0;
  return most;
}

// What they do add. `held` becomes true if the passage holds any of them.
double WindowScorer::settled(std::uint32_t at, bool& held) {
  matcher_->move_to(static_cast<Xapian::docid>(begin_ + at));
  double sum = 0;
  for (const Phrase& phrase : phrases_) {
    if (!phrase.words.holding.test(at) || !matcher_->holds(phrase.words.phrase, true)) continue;
    held = true;
    sum += phrase_score(phrase, at);
  }
  for (const Names& names : names_) {
    if (!names.phrases) continue;
    const bool found = std::any_of(names.names.begin(), names.names.end(), [&](const AllOf& name) {
      if (!name.holding.test(at)) return false;
      return name.positions.size() == 1 || matcher_->holds(name.phrase, true);
    });
    if (!found) continue;
    held = true;
    sum += names_score(names, at);
  }
  return sum;
}

}  // namespace ibid
