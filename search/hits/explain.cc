// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/explain.h"

#include <algorithm>

#include "indexer/analysis/term.h"
#include "indexer/records/passage_record.h"
#include "indexer/schema.h"
#include "search/match/bm25.h"

namespace ibid {
namespace {

// Matches only the given documents and scores nothing.
class ListedDocuments : public Xapian::PostingSource {
 public:
  ListedDocuments(std::vector<Xapian::docid> documents) : documents_(std::move(documents)) {
    std::sort(documents_.begin(), documents_.end());
  }
  void init(const Xapian::Database& /*database*/) override {
    at_ = 0;
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return get_termfreq_est(); }
  Xapian::doccount get_termfreq_est() const override {
    return static_cast<Xapian::doccount>(documents_.size());
  }
  Xapian::doccount get_termfreq_max() const override { return get_termfreq_est(); }
  void next(double /*least_weight*/) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid document, double /*least_weight*/) override {
    started_ = true;
    while (at_ < documents_.size() && documents_[at_] < document) ++at_;
  }
  bool at_end() const override { return at_ >= documents_.size(); }
  Xapian::docid get_docid() const override { return documents_[at_]; }
  PostingSource* clone() const override { return new ListedDocuments(documents_); }

 private:
  std::vector<Xapian::docid> documents_;
  std::size_t at_ = 0;
  bool started_ = false;
};

// Matches only the given documents.
Xapian::Query listed(const IndexView& index, const std::vector<Xapian::docid>& documents) {
  if (!is_on_nodes(index)) return Xapian::Query((new ListedDocuments(documents))->release());
  std::vector<Xapian::Query> ids;
  for (const Xapian::docid document : documents) {
    ids.emplace_back(value_term(schema::kPassageId, decode_passage_id(record(index, document))));
  }
  return {Xapian::Query::OP_OR, ids.begin(), ids.end()};
}

}  // namespace

std::map<Xapian::docid, std::vector<TermMatch>> explain_matches(
    const QueryPlan& plan, const IndexView& index, const std::vector<Xapian::docid>& documents) {
  std::map<Xapian::docid, std::vector<TermMatch>> matches;
  const Xapian::Query these = listed(index, documents);
  for (const PlanLeaf& leaf : plan.leaves) {
    Xapian::Query query(Xapian::Query::OP_FILTER, leaf.query, these);
    if (!leaf.guard.empty()) query = {Xapian::Query::OP_FILTER, query, leaf.guard};
    Xapian::Enquire enquire(index.database);
    score_by_bm25(enquire, index);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(documents.size()));
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      matches[*hit].push_back({leaf.query_word, leaf.term, leaf.form, hit.get_weight()});
    }
  }
  for (auto& [document, list] : matches) {
    std::stable_sort(list.begin(), list.end(),
                     [](const TermMatch& a, const TermMatch& b) { return a.score > b.score; });
  }
  return matches;
}

std::map<Xapian::docid, std::vector<AliasMatch>> matching_aliases(
    const QueryPlan& plan, const IndexView& index, const std::vector<Xapian::docid>& documents) {
  std::map<Xapian::docid, std::vector<AliasMatch>> matches;
  if (plan.aliases.empty()) return matches;
  const Xapian::Query these = listed(index, documents);
  for (const PlanAlias& alias : plan.aliases) {
    Xapian::Enquire enquire(index.database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query({Xapian::Query::OP_FILTER, alias.query, these});
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(documents.size()));
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      matches[*hit].push_back({alias.query_word, alias.name, alias.kind});
    }
  }
  return matches;
}

}  // namespace ibid
