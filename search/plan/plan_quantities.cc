// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/plan_quantities.h"

#include <set>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/quantities/quantity_terms.h"
#include "search/match/ranking.h"

namespace ibid {
namespace {

std::string for_people(const Quantity& figure) {
  const std::string value = figure.value.to_string();
  return figure.unit.empty() || figure.unit == "%" ? value + figure.unit
                                                   : value + " " + figure.unit;
}

class QuantityPlanner {
 public:
  QuantityPlanner(PlanContext& context, std::string_view text, TermParts& parts)
      : context_(context), text_(text), parts_(parts) {}

  void add(const Quantity& figure) {
    const QuantityMeets meets = terms_meeting(figure);
    HighlightWord marked;
    // A plain number's digits are a word that scores already: what it adds is other spellings.
    const bool plain = figure.kind == QuantityKind::kCount && !figure.scaled;
    add_leaf(figure, meets.same, kRanking.quantity, plain, marked);
    add_leaf(figure, meets.loose, plain ? kRanking.quantity : kRanking.quantity_bare, !figure.scaled,
             marked);
    if (!marked.terms.empty()) context_.plan.words.push_back(std::move(marked));
  }

 private:
  void add_leaf(const Quantity& figure, const std::string& term, double weight, bool unlike_digits,
                HighlightWord& marked) {
    if (term.empty() || !seen_.insert(term).second || !context_.has(term)) return;
    Xapian::Query query(term);
    std::string digits = figure.value.to_string();
    if (unlike_digits && context_.has(digits)) {
      query = {XapianOp::OP_AND_NOT, query, Xapian::Query(digits)};
    } else {
      digits.clear();
    }
    parts_.add(
        context_.leaf(query, weight, slice(text_, figure.range), for_people(figure), "figure"),
        {term, weight, std::move(digits)});
    marked.terms.push_back(term);
  }

  PlanContext& context_;
  std::string_view text_;
  TermParts& parts_;
  std::set<std::string> seen_;
};

}  // namespace

void figure_leaves(PlanContext& context, std::string_view text,
                   const std::vector<Quantity>& figures, TermParts& parts) {
  QuantityPlanner planner(context, text, parts);
  for (const Quantity& figure : figures) planner.add(figure);
}

void or_figure(PlanContext& context, std::string_view text, XapianQueries& queries) {
  if (queries.empty()) return;
  const ByteRange whole = trim(text, {0, text.size()});
  std::vector<Quantity> figures;
  find_quantities(text, {}, figures);
  if (figures.size() != 1 || figures[0].range != whole) return;
  TermParts either{{queries.back()}, {}};
  QuantityPlanner(context, text, either).add(figures[0]);
  queries.back() = combine(XapianOp::OP_OR, either.queries);
}

}  // namespace ibid
