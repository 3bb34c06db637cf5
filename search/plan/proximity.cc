// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/proximity.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "indexer/analysis/term.h"
#include "indexer/records/passage_record.h"
#include "indexer/schema.h"
#include "search/index/live_query.h"
#include "search/plan/plan_context.h"

namespace ibid {
namespace {

// An alternative, by the numbers that a PositionReader gives its words.
using WordNumbers = std::vector<std::size_t>;

std::vector<Span> spans_of(PositionReader& reader, const std::vector<WordNumbers>& alternatives) {
  std::vector<Span> spans;
  std::vector<std::uint32_t> starts, next;
  for (const WordNumbers& words : alternatives) {
    reader.find(words.front(), false, starts);
    for (std::uint32_t i = 1; i < words.size() && !starts.empty(); ++i) {
      reader.find(words[i], false, next);
      std::erase_if(starts, [&](std::uint32_t start) {
        return !std::binary_search(next.begin(), next.end(), start + i);
      });
    }
    const auto length = static_cast<std::uint32_t>(words.size());
    for (const std::uint32_t start : starts) spans.push_back({start, start + length - 1});
  }
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.first != b.first ? a.first < b.first : a.last < b.last;
  });
  return spans;
}

// Looks for one span of each operand, without overlaps, with at most `between` words between them.
// `slack` is how many of these words are left.
class Arrangement {
 public:
  Arrangement(const std::vector<std::vector<Span>>& operands, std::uint32_t between, bool ordered)
      : operands_(operands), between_(between), ordered_(ordered) {}

  bool exists() {
    std::vector<bool> used(operands_.size(), false);
    for (std::size_t first = 0; first < operands_.size(); ++first) {
      if (ordered_ && first > 0) break;
      used[first] = true;
      for (const Span& span : operands_[first]) {
        if (extend(used, 1, span.last, between_)) return true;
      }
      used[first] = false;
    }
    return false;
  }

 private:
  // Adds operands from left to right: the next one begins after `last`.
  bool extend(std::vector<bool>& used, std::size_t count, std::uint32_t last, std::uint32_t slack) {
    if (count == operands_.size()) return true;
    for (std::size_t next = 0; next < operands_.size(); ++next) {
      if (used[next] || (ordered_ && next != count)) continue;
      const auto& spans = operands_[next];
      auto at = std::upper_bound(spans.begin(), spans.end(), last,
                                 [](std::uint32_t p, const Span& s) { return p < s.first; });
      used[next] = true;
      for (; at != spans.end() && at->first - last - 1 <= slack; ++at) {
        if (extend(used, count + 1, at->last, slack - (at->first - last - 1))) return true;
      }
      used[next] = false;
    }
    return false;
  }

  const std::vector<std::vector<Span>>& operands_;
  std::uint32_t between_;
  bool ordered_;
};

Xapian::Query all_present(const Proximity& proximity) {
  XapianQueries operands;
  for (const std::vector<Alternative>& alternatives : proximity.operands) {
    XapianQueries any;
    for (const Alternative& words : alternatives) {
      XapianQueries all;
      for (const PositionTerms& terms : words) all.push_back(any_term(XapianOp::OP_OR, terms));
      any.push_back(combine(XapianOp::OP_AND, all));
    }
    operands.push_back(combine(XapianOp::OP_OR, any));
  }
  return combine(XapianOp::OP_AND, operands);
}

// Those of `candidates` in which the operands are near enough, ascending.
std::vector<Xapian::docid> where_near(const IndexView& index, const Xapian::Query& candidates,
                                      const Proximity& proximity) {
  Xapian::Enquire enquire(index.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(live(index, candidates));
  PositionReader reader(
      index.database, index.positions,
      is_on_nodes(index) ? PositionReader::Values::kByDocument : PositionReader::Values::kByStream);
  std::vector<std::vector<WordNumbers>> operands;
  for (const auto& alternatives : proximity.operands) {
    auto& operand = operands.emplace_back();
    for (const Alternative& words : alternatives) {
      WordNumbers& numbers = operand.emplace_back();
      for (const PositionTerms& terms : words) numbers.push_back(reader.add(terms));
    }
  }
  const Xapian::MSet found = enquire.get_mset(0, index.database.get_doccount());
  std::vector<Xapian::docid> documents;
  for (auto it = found.begin(); it != found.end(); ++it) documents.push_back(*it);
  std::sort(documents.begin(), documents.end());
  std::erase_if(documents, [&](Xapian::docid document) {
    reader.move_to(document);
    std::vector<std::vector<Span>> spans;
    for (const auto& operand : operands) spans.push_back(spans_of(reader, operand));
    return !are_near(spans, proximity.distance, proximity.ordered);
  });
  return documents;
}

class ProximitySource : public Xapian::PostingSource {
 public:
  ProximitySource(std::shared_ptr<const PositionFile> file,
                  std::shared_ptr<const DeletedDocuments> deleted, Proximity proximity)
      : file_(std::move(file)), deleted_(std::move(deleted)), proximity_(std::move(proximity)) {}

  void init(const Xapian::Database& database) override {
    next_ = 0;
    const IndexView index{.database = database, .positions = file_, .deleted = deleted_};
    documents_ = where_near(index, all_present(proximity_), proximity_);
  }

  Xapian::doccount get_termfreq_min() const override { return get_termfreq_est(); }
  Xapian::doccount get_termfreq_est() const override {
    return static_cast<Xapian::doccount>(documents_.size());
  }
  Xapian::doccount get_termfreq_max() const override { return get_termfreq_est(); }

  // Xapian calls next() or skip_to() before it reads: `next_` is one past the current document.
  void next(double /*least_weight*/) override { ++next_; }
  void skip_to(Xapian::docid document, double /*least_weight*/) override {
    if (next_ == 0) next_ = 1;
    while (!at_end() && get_docid() < document) ++next_;
  }
  bool at_end() const override { return next_ > documents_.size(); }
  Xapian::docid get_docid() const override { return documents_[next_ - 1]; }
  PostingSource* clone() const override { return new ProximitySource(file_, deleted_, proximity_); }

 private:
  std::shared_ptr<const PositionFile> file_;
  std::shared_ptr<const DeletedDocuments> deleted_;
  Proximity proximity_;
  std::vector<Xapian::docid> documents_;  // ascending
  std::size_t next_ = 0;
};

// Words beside words, which Xapian finds itself.
Xapian::Query near_words(const Proximity& proximity) {
  XapianQueries operands;
  for (const std::vector<Alternative>& alternatives : proximity.operands) {
    std::vector<std::string> terms;
    for (const Alternative& words : alternatives) {
      terms.insert(terms.end(), words.front().begin(), words.front().end());
    }
    operands.push_back(any_term(XapianOp::OP_OR, terms));
  }
  const auto count = static_cast<Xapian::termcount>(operands.size());
  return {proximity.ordered ? XapianOp::OP_PHRASE : XapianOp::OP_NEAR, operands.begin(),
          operands.end(), count - 1 + proximity.distance};
}

// Phrases beside others: their first words must be near enough for all of them, which Xapian finds;
// the rest is looked at here.
Xapian::Query near_phrases(const IndexView& index, const Proximity& proximity) {
  Proximity first = proximity;
  first.ordered = false;
  for (std::vector<Alternative>& alternatives : first.operands) {
    std::size_t longest = 0;
    for (Alternative& words : alternatives) {
      longest = std::max(longest, words.size());
      words.resize(1);
    }
    first.distance += static_cast<std::uint32_t>(longest - 1);
  }
  const Xapian::Query candidates(XapianOp::OP_FILTER, all_present(proximity), near_words(first));
  std::vector<std::string> found;
  for (const Xapian::docid document : where_near(index, candidates, proximity)) {
    found.push_back(value_term(schema::kPassageId, decode_passage_id(record(index, document))));
  }
  return found.empty() ? Xapian::Query::MatchNothing : any_term(XapianOp::OP_OR, found);
}

bool has_phrases(const Proximity& proximity) {
  return std::any_of(proximity.operands.begin(), proximity.operands.end(), [](const auto& operand) {
    return std::any_of(operand.begin(), operand.end(),
                       [](const Alternative& words) { return words.size() > 1; });
  });
}

}  // namespace

bool are_near(const std::vector<std::vector<Span>>& operands, std::uint32_t distance,
              bool ordered) {
  return Arrangement(operands, distance - 1, ordered).exists();
}

Xapian::Query proximity_query(const IndexView& index, const Proximity& proximity) {
  const Xapian::Query terms = all_present(proximity);
  if (is_on_nodes(index)) {
    const Xapian::Query near =
        has_phrases(proximity) ? near_phrases(index, proximity) : near_words(proximity);
    return steady(index, {XapianOp::OP_FILTER, terms, near});
  }
  const Xapian::Query near(
      (new ProximitySource(index.positions, index.deleted, proximity))->release());
  return {XapianOp::OP_FILTER, terms, near};
}

}  // namespace ibid
