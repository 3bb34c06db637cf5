// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/plan_quantities.h"

#include <set>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/quantities/quantity_terms.h"
#include "search/match/ranking.h"

namespace ibid {
namespace {

std::string for_people(const Quantity& quantity) {
  const std::string value = quantity.value.to_string();
  return quantity.unit.empty() || quantity.unit == "%" ? value + quantity.unit
                                                       : value + " " + quantity.unit;
}

class QuantityPlanner {
 public:
  QuantityPlanner(PlanContext& context, std::string_view text, TermParts& parts)
      : context_(context), text_(text), parts_(parts) {}

  void add(const Quantity& quantity) {
    const QuantityMeets meets = terms_meeting(quantity);
    HighlightWord marked;
    // The digits of a plain number are a word that scores already: this adds other spellings.
    const bool plain = quantity.kind == QuantityKind::kCount && !quantity.scaled;
    add_leaf(quantity, meets.same, kRanking.quantity, plain, marked);
    add_leaf(quantity, meets.loose, plain ? kRanking.quantity : kRanking.quantity_bare,
             !quantity.scaled, marked);
    if (!marked.terms.empty()) context_.plan.words.push_back(std::move(marked));
  }

 private:
  void add_leaf(const Quantity& quantity, const std::string& term, double weight,
                bool unlike_digits, HighlightWord& marked) {
    if (term.empty() || !seen_.insert(term).second || !context_.has(term)) return;
    Xapian::Query query(term);
    std::string digits = quantity.value.to_string();
    if (unlike_digits && context_.has(digits)) {
      query = {XapianOp::OP_AND_NOT, query, Xapian::Query(digits)};
    } else {
      digits.clear();
    }
    parts_.add(
        context_.leaf(query, weight, slice(text_, quantity.range), for_people(quantity), "figure"),
        {term, weight, std::move(digits)});
    marked.terms.push_back(term);
  }

  PlanContext& context_;
  std::string_view text_;
  TermParts& parts_;
  std::set<std::string> seen_;
};

}  // namespace

void quantity_leaves(PlanContext& context, std::string_view text,
                     const std::vector<Quantity>& quantities, TermParts& parts) {
  QuantityPlanner planner(context, text, parts);
  for (const Quantity& quantity : quantities) planner.add(quantity);
}

void or_quantity(PlanContext& context, std::string_view text, XapianQueries& queries) {
  if (queries.empty()) return;
  const ByteRange whole = trim(text, {0, text.size()});
  std::vector<Quantity> quantities;
  find_quantities(text, {}, quantities);
  // In a text, digits as long as "50000000" are an id; here they are asked for as a number.
  if (quantities.empty()) {
    if (auto number = parse_quantity(text); number && number->kind == QuantityKind::kCount) {
      number->range = whole;
      quantities.push_back(std::move(*number));
    }
  }
  if (quantities.size() != 1 || quantities[0].range != whole) return;
  TermParts either{{queries.back()}, {}};
  QuantityPlanner(context, text, either).add(quantities[0]);
  queries.back() = combine(XapianOp::OP_OR, either.queries);
}

}  // namespace ibid
