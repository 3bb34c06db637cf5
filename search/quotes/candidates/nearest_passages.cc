// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/candidates/nearest_passages.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "indexer/schema.h"
#include "search/index/live_query.h"
#include "search/match/bm25.h"
#include "search/match/ranked_matches.h"
#include "search/match/top_documents.h"
#include "search/plan/phrase.h"
#include "search/plan/plan_context.h"

namespace ibid {
namespace {

// The best of `found`, which are in the order of TopDocuments::take().
std::vector<Xapian::docid> best_in_order(std::vector<Candidate> found, std::size_t limit,
                                         const IndexView& index) {
  std::vector<Xapian::docid> best;
  for (auto begin = found.begin(); begin != found.end() && best.size() < limit;) {
    const auto end = std::find_if(begin + 1, found.end(), [&](const Candidate& each) {
      return !same_score(begin->score, each.score);
    });
    std::vector<Xapian::docid> alike;
    for (auto at = begin; at != end; ++at) alike.push_back(at->document);
    std::ranges::sort(alike);
    if (alike.size() > 1) {
      const std::vector<std::string> orders = values_of(index, schema::kSlotOrder, alike);
      std::vector<std::pair<std::string_view, Xapian::docid>> sorted;
      for (std::size_t i = 0; i < alike.size(); ++i) sorted.emplace_back(orders[i], alike[i]);
      std::ranges::sort(sorted);
      for (std::size_t i = 0; i < alike.size(); ++i) alike[i] = sorted[i].second;
    }
    best.insert(best.end(), alike.begin(), alike.end());
    begin = end;
  }
  best.resize(std::min(best.size(), limit));
  return best;
}

std::vector<Xapian::docid> best_by_xapian(const Xapian::Query& query, std::size_t limit,
                                          const IndexView& index) {
  if (query.empty()) return {};
  Xapian::Enquire enquire(index.database);
  score_by_bm25(enquire, index);
  enquire.set_query(live(index, query));
  Xapian::MultiValueKeyMaker by_order;
  by_order.add_value(schema::kSlotOrder, false);
  const bool on_nodes = is_on_nodes(index);
  if (on_nodes) {
    enquire.set_sort_by_relevance_then_value(schema::kSlotOrder, false);
  } else {
    enquire.set_sort_by_relevance_then_key(&by_order, false);
  }
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(limit),
                                              on_nodes ? index.database.get_doccount() : 0);
  std::vector<Xapian::docid> documents;
  for (auto it = found.begin(); it != found.end(); ++it) documents.push_back(*it);
  return documents;
}

// Adds up the scores of documents term by term.
class Scores {
 public:
  explicit Scores(const IndexView& index) : index_(index), bm25_(index) {}

  void add(const WantedPhrases& phrases) {
    const std::vector<Xapian::docid> documents = documents_with(phrases, index_);
    if (documents.empty()) return;
    std::vector<double*> scores;
    scores.reserve(documents.size());
    for (const Xapian::docid document : documents) scores.push_back(&scores_[document]);
    for (const PhrasePositions& phrase : phrases) {
      std::set<PositionTerms> seen;  // a word counts once, however often it is asked for
      for (const PositionTerms& terms : phrase) {
        if (!seen.insert(terms).second) continue;
        for (const std::string& term : terms) add(term, documents, scores);
      }
    }
  }

  std::vector<Candidate> take(std::size_t limit) const {
    TopDocuments best(limit);
    for (const auto& [document, score] : scores_) best.add({document, score});
    return best.take();
  }

 private:
  void add(const std::string& term, const std::vector<Xapian::docid>& documents,
           const std::vector<double*>& scores) {
    const std::uint32_t having = frequency(index_, term);
    if (having == 0) return;
    const double weight = bm25_.term_weight(having);
    glass::PostingReader postings = index_.postings->open(term);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      postings.skip_to(documents[i]);
      if (postings.docid() != documents[i]) continue;
      *scores[i] += weight * bm25_.saturation(postings.wdf(), length_of(documents[i]));
    }
  }

  std::uint32_t length_of(Xapian::docid document) const {
    const std::uint32_t at = document % kWindow;
    const std::uint16_t length = index_.postings->lengths(document - at)[at];
    return length == IndexPostings::kLongDocument ? index_.postings->long_length(document) : length;
  }

  const IndexView& index_;
  const Bm25 bm25_;
  std::map<Xapian::docid, double> scores_;
};

}  // namespace

std::vector<Xapian::docid> best_with_any(const std::vector<WantedPhrases>& choices,
                                         std::size_t limit, const IndexView& index) {
  if (!index.postings) {
    XapianQueries any;
    for (const WantedPhrases& phrases : choices) {
      XapianQueries all;
      for (const PhrasePositions& phrase : phrases) all.push_back(phrase_query(index, phrase));
      if (!all.empty()) any.push_back(combine(XapianOp::OP_AND, all));
    }
    return any.empty() ? std::vector<Xapian::docid>()
                       : best_by_xapian(combine(XapianOp::OP_OR, any), limit, index);
  }
  Scores scores(index);
  for (const WantedPhrases& phrases : choices) scores.add(phrases);
  return best_in_order(scores.take(limit), limit, index);
}

std::vector<Xapian::docid> best_of_terms(const std::vector<RankedTerm>& terms,
                                         const std::string& report, std::size_t limit,
                                         const IndexView& index) {
  if (terms.empty()) return {};
  if (index.postings && report.empty()) {
    RankedWords words;
    words.terms = terms;
    return best_in_order(ranked_matches(index, words, {limit, 0, 1}).best, limit, index);
  }
  XapianQueries queries;
  for (const RankedTerm& each : terms) {
    queries.push_back(scaled(Xapian::Query(each.term), each.weight));
  }
  Xapian::Query query = combine(XapianOp::OP_OR, queries);
  if (!report.empty()) query = {XapianOp::OP_FILTER, query, Xapian::Query(report)};
  return best_by_xapian(query, limit, index);
}

}  // namespace ibid
