// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/plan_context.h"

#include <memory>
#include <utility>

namespace ibid {

Xapian::Query combine(XapianOp op, const XapianQueries& queries) {
  if (queries.size() == 1) return queries.front();
  return {op, queries.begin(), queries.end()};
}

Xapian::Query any_term(XapianOp op, const std::vector<std::string>& terms) {
  return {op, terms.begin(), terms.end()};
}

Xapian::Query scaled(const Xapian::Query& query, double weight) {
  return weight == 1.0 ? query : Xapian::Query(XapianOp::OP_SCALE_WEIGHT, query, weight);
}

Xapian::Query everything() { return {XapianOp::OP_SCALE_WEIGHT, Xapian::Query::MatchAll, 0.0}; }

const char* field_name(TextField field) {
  switch (field) {
    case TextField::kHeading:
      return "heading";
    case TextField::kTitle:
      return "title";
    case TextField::kEntity:
      return "entity";
    case TextField::kBody:
      break;
  }
  return "";
}

Xapian::Query PlanContext::leaf(const Xapian::Query& part, double weight,
                                std::string_view query_word, std::string_view term,
                                const std::string& form) {
  plan.leaves.push_back(
      {scaled(part, weight), {}, std::string(query_word), std::string(term), form});
  return plan.leaves.back().query;
}

RankedQuery PlanContext::ranked(RankedWords words) const {
  const auto shared = std::make_shared<const RankedWords>(std::move(words));
  return {ranked_query(index, shared), shared};
}

void PlanContext::guard_leaves(std::size_t first, const Xapian::Query& guard) {
  for (std::size_t i = first; i < plan.leaves.size(); ++i) {
    Xapian::Query& old = plan.leaves[i].guard;
    old = old.empty() ? guard : Xapian::Query(XapianOp::OP_FILTER, old, guard);
  }
}

void PlanContext::note_if_cut(const std::string& what, const Expansion& expansion) {
  if (expansion.found <= expansion.terms.size()) return;
  plan.notices.push_back(what + " matches " + std::to_string(expansion.found) + " words; the " +
                         std::to_string(expansion.terms.size()) + " most frequent were searched");
}

void PlanContext::note_no_word(const std::string& text) {
  plan.notices.push_back("\"" + text + "\" holds no word and matches nothing");
}
}  // namespace ibid
