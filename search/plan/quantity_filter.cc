// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/quantity_filter.h"

#include <utility>

#include "indexer/quantities/quantity_terms.h"
#include "indexer/schema.h"
#include "search/match/ranking.h"
#include "search/query/query_fields.h"

namespace ibid {
namespace {

class QuantitySource : public Xapian::ValuePostingSource {
 public:
  explicit QuantitySource(QuantityBounds bounds)
      : ValuePostingSource(schema::kSlotFigures), bounds_(std::move(bounds)) {}

  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_termfreq_min(0);
    set_termfreq_est(get_termfreq_max() / 2);
  }
  void next(double least_weight) override {
    ValuePostingSource::next(least_weight);
    skip_others(least_weight);
  }
  void skip_to(Xapian::docid document, double least_weight) override {
    ValuePostingSource::skip_to(document, least_weight);
    skip_others(least_weight);
  }
  bool check(Xapian::docid document, double least_weight) override {
    if (!ValuePostingSource::check(document, least_weight)) return false;
    return at_end() || is_within();
  }
  PostingSource* clone() const override { return new QuantitySource(bounds_); }

 private:
  bool is_within() const { return has_quantity_within(get_value(), bounds_); }
  void skip_others(double least_weight) {
    while (!at_end() && !is_within()) ValuePostingSource::next(least_weight);
  }

  QuantityBounds bounds_;
};

std::string key_of(const std::string& digits) {
  const auto value = Decimal::parse(digits);
  return value ? value->sort_key() : std::string();
}

// In an index for nodes each figure of a passage is also a term.
Xapian::Query any_figure_within(Statistics& statistics, const QuantityBounds& bounds) {
  std::vector<std::string> within;
  const std::string all(1, schema::kFigureEntry);
  statistics.each_term(all, all, [&](const std::string& term) {
    const std::string entry = term.substr(1) + '\0';
    if (has_quantity_within(entry, bounds)) within.push_back(term);
    return true;
  });
  return within.empty() ? Xapian::Query::MatchNothing : any_term(XapianOp::OP_OR, within);
}

}  // namespace

Xapian::Query quantity_filter(PlanContext& context, Field field, const QuantityRange& range) {
  QuantityBounds bounds;
  bounds.kind = field == Field::kAmount    ? QuantityKind::kAmount
                : field == Field::kPercent ? QuantityKind::kPercent
                                           : QuantityKind::kYear;
  bounds.unit = range.currency;
  if (range.single && field == Field::kAmount) {
    bounds.about = Decimal::parse(range.first);
  } else {
    bounds.first_key = key_of(range.first);
    bounds.last_key = key_of(range.last);
  }
  if (is_on_nodes(context.index)) return any_figure_within(context.statistics, bounds);
  return Xapian::Query((new QuantitySource(std::move(bounds)))->release());
}

void prefer_exact_amount(PlanContext& context, const QueryNode& field, XapianQueries& preferred) {
  const QuantityRange& asked = field.quantities;
  if (field.field != Field::kAmount || !asked.single) return;
  Quantity quantity;
  quantity.kind = QuantityKind::kAmount;
  quantity.value = Decimal::parse(asked.first).value_or(Decimal());
  quantity.unit = asked.currency;
  const std::string term = terms_meeting(quantity).same;
  if (!context.has(term)) return;
  const std::string typed = to_string(asked);
  preferred.push_back(context.leaf(Xapian::Query(term), kRanking.quantity, typed, typed, "figure"));
}

}  // namespace ibid
