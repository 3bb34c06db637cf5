// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/query_plan.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/report/source_id.h"
#include "corpus/report/source_identity.h"
#include "indexer/analysis/term.h"
#include "indexer/schema.h"
#include "search/index/reports/report_names.h"
#include "search/match/ranking.h"
#include "search/plan/plan_context.h"
#include "search/plan/plan_positions.h"
#include "search/plan/plan_words.h"
#include "search/plan/quantity_filter.h"
#include "search/plan/whole_names.h"
#include "search/words/named_sources.h"

namespace ibid {
namespace {

TextField text_field(Field field) {
  if (field == Field::kTitle) return TextField::kTitle;
  return field == Field::kEntity ? TextField::kEntity : TextField::kHeading;
}

class Planner {
 public:
  Planner(const IndexView& index, Analyzer& analyzer, const AliasBook* aliases)
      : context_(index, analyzer), free_text_(context_, aliases) {}

  QueryPlan plan(const QueryNode& root) {
    RankedQuery whole = group(root, TextField::kBody);
    context_.plan.query = std::move(whole.query);
    context_.plan.ranked = std::move(whole.words);
    return std::move(context_.plan);
  }

 private:
  // ---- structure ----------------------------------------------------------------------

  Xapian::Query node(const QueryNode& n, TextField field) {
    switch (n.type) {
      case QueryNode::Type::kGroup:
        return group(n, field).query;
      case QueryNode::Type::kAnd:
        return all_of(n, field);
      case QueryNode::Type::kOr:
        return any_of(n, field);
      case QueryNode::Type::kNot:
        return {XapianOp::OP_AND_NOT, everything(), negated(*n.children[0], field)};
      case QueryNode::Type::kNear:
        return plan_near(context_, n, field);
      case QueryNode::Type::kField:
        return field_clause(n);
      case QueryNode::Type::kPhrase:
        return plan_phrase(context_, n.text, field).query;
      case QueryNode::Type::kWildcard:
        return plan_wildcard(context_, n.text, field);
      case QueryNode::Type::kWord:
        return plan_word(context_, n.text, field);
    }
    return {};
  }

  // Excluded parts neither score nor highlight.
  Xapian::Query negated(const QueryNode& n, TextField field) {
    const auto leaves = context_.plan.leaves.size();
    const auto words = context_.plan.words.size();
    const auto phrases = context_.plan.phrases.size();
    const auto aliases = context_.plan.aliases.size();
    NearWords near = context_.plan.near;
    const bool near_only_korean = context_.plan.near_only_korean;
    const Xapian::Query query = node(n, field);
    context_.plan.near = std::move(near);
    context_.plan.near_only_korean = near_only_korean;
    context_.plan.leaves.resize(leaves);
    context_.plan.words.resize(words);
    context_.plan.phrases.resize(phrases);
    context_.plan.aliases.resize(aliases);
    return query;
  }

  // The queries of a group's clauses, by their role in it.
  struct Parts {
    XapianQueries should, must, filters, exclusions;
    XapianQueries preferred;  // score, and match nothing by themselves
    // The words of the first of `should`, if it is words or a phrase.
    std::shared_ptr<const RankedWords> words;

    void add_ranked(RankedQuery part) {
      if (should.empty()) words = std::move(part.words);
      // Words that no passage has find nothing, whatever filters are beside them.
      should.push_back(part.query.empty() ? Xapian::Query::MatchNothing : std::move(part.query));
    }
    bool is_words() const {
      return should.size() == 1 && must.empty() && filters.empty() && exclusions.empty();
    }
  };

  RankedQuery group(const QueryNode& n, TextField field) {
    Parts parts;
    std::map<std::pair<Field, bool>, XapianQueries> by_field;  // text and exact values apart
    std::string text;  // adjacent words are analysed together: "S 400"
    const auto first_leaf = context_.plan.leaves.size();
    const auto flush = [&] {
      if (!text.empty()) parts.add_ranked(free_text_.plan(text, field));
      text.clear();
    };
    for (const Clause& clause : n.clauses) {
      const QueryNode& child = *clause.node;
      if (clause.occur == Occur::kShould && child.type == QueryNode::Type::kWord) {
        text += (text.empty() ? "" : " ") + child.text;
        continue;
      }
      flush();
      if (clause.occur == Occur::kMustNot) {
        parts.exclusions.push_back(negated(child, field));
      } else if (clause.occur == Occur::kMust) {
        parts.must.push_back(node(child, field));
      } else if (child.type == QueryNode::Type::kNot) {
        parts.exclusions.push_back(negated(*child.children[0], field));
      } else if (child.type == QueryNode::Type::kField) {
        by_field[{child.field, is_exact(child)}].push_back(field_clause(child));
        prefer_exact_amount(context_, child, parts.preferred);
      } else if (child.type == QueryNode::Type::kPhrase) {
        parts.add_ranked(plan_phrase(context_, child.text, field));
      } else {
        parts.should.push_back(node(child, field));
      }
    }
    flush();
    for (const auto& [field_and_exact, queries] : by_field) {
      (field_and_exact.second ? parts.filters : parts.must)
          .push_back(combine(XapianOp::OP_OR, queries));
    }
    const Xapian::Query query = assemble(parts, first_leaf);
    return {query, parts.is_words() ? parts.words : nullptr};
  }

  Xapian::Query assemble(const Parts& parts, std::size_t first_leaf) {
    Xapian::Query query;
    if (!parts.must.empty()) {
      query = combine(XapianOp::OP_AND, parts.must);
      if (!parts.should.empty()) {
        // Not OP_AND_MAYBE: Xapian 1.4.22 scores phrases on its right side without checking
        // positions.
        const XapianQueries all{query, combine(XapianOp::OP_OR, parts.should)};
        query = Xapian::Query(XapianOp::OP_FILTER, combine(XapianOp::OP_OR, all), query);
      }
    } else if (!parts.should.empty()) {
      query = combine(XapianOp::OP_OR, parts.should);
    } else if (!parts.filters.empty() || !parts.exclusions.empty()) {
      query = everything();
    } else {
      return {};
    }
    if (!parts.filters.empty()) {
      query = {XapianOp::OP_FILTER, query, combine(XapianOp::OP_AND, parts.filters)};
    }
    if (!parts.exclusions.empty()) {
      query = {XapianOp::OP_AND_NOT, query, combine(XapianOp::OP_OR, parts.exclusions)};
    }
    for (const Xapian::Query& preferred : parts.preferred) {
      query = {XapianOp::OP_AND_MAYBE, query, preferred};
    }
    context_.guard_leaves(first_leaf, query);
    return query;
  }

  Xapian::Query all_of(const QueryNode& n, TextField field) {
    XapianQueries positive, negative;
    const auto first_leaf = context_.plan.leaves.size();
    for (const QueryNodePtr& child : n.children) {
      if (child->type == QueryNode::Type::kNot)
        negative.push_back(negated(*child->children[0], field));
      else
        positive.push_back(node(*child, field));
    }
    Xapian::Query query = positive.empty() ? everything() : combine(XapianOp::OP_AND, positive);
    if (!negative.empty())
      query = {XapianOp::OP_AND_NOT, query, combine(XapianOp::OP_OR, negative)};
    context_.guard_leaves(first_leaf, query);
    return query;
  }

  Xapian::Query any_of(const QueryNode& n, TextField field) {
    XapianQueries queries;
    for (const QueryNodePtr& child : n.children) queries.push_back(node(*child, field));
    return combine(XapianOp::OP_OR, queries);
  }

  // ---- fields -------------------------------------------------------------------------

  // Whether the clause only leaves passages out; the words of other fields score.
  static bool is_exact(const QueryNode& n) { return n.children.empty(); }

  Xapian::Query field_clause(const QueryNode& n) {
    if (n.whole) {
      return filter(n.field == Field::kSection ? of_section(context_, n.value)
                                               : cites_publisher(context_, n.value));
    }
    switch (n.field) {
      case Field::kTitle:
      case Field::kSection:
      case Field::kEntity: {
        const auto first = context_.plan.leaves.size();
        const Xapian::Query query = node(*n.children[0], text_field(n.field));
        for (std::size_t i = first; i < context_.plan.leaves.size(); ++i) {
          context_.plan.leaves[i].form = field_name(text_field(n.field));
        }
        return query;
      }
      case Field::kReport:
        return report(n);
      case Field::kSource:
        return source(n);
      case Field::kPublisher:
        return published_by(n);
      case Field::kCollection:
        return named(schema::kCollection, n, "report in the collection");
      case Field::kTag:
        return named(schema::kTag, n, "report with the tag");
      case Field::kCites:
        return cites(n);
      case Field::kLang:
        return filter(Xapian::Query(schema::kLanguage + n.value));
      case Field::kKind:
        return filter(Xapian::Query(schema::kKind + n.value));
      case Field::kDate:
        return dates(n.dates);
      case Field::kAmount:
      case Field::kPercent:
      case Field::kYear:
        return filter(quantity_filter(context_, n.field, n.quantities));
    }
    return {};
  }

  Xapian::Query report(const QueryNode& n) {
    const ReportTerms found = report_terms(context_.index, n.value);
    if (!found.terms.empty()) return filter(any_term(XapianOp::OP_OR, found.terms));
    context_.plan.notices.push_back("the index holds no " +
                                    std::string(found.id ? "passage in " : "report ") + n.value +
                                    did_you_mean(found.near));
    return Xapian::Query::MatchNothing;
  }

  // An id or address means itself; words, all sources that have them, too.
  Xapian::Query source(const QueryNode& as_written) {
    QueryNode n;
    n.value = as_written.value;
    const std::string address = canonical_url(n.value);
    if (!address.empty() && !n.value.ends_with('*')) n.value = address;
    const XapianQueries either{exact(schema::kCites, n, ""), exact(schema::kLists, n, "")};
    const Xapian::Query as_typed = combine(XapianOp::OP_OR, either);
    const bool words = source_form(n.value) == Citation::Form::kOther && !n.value.ends_with('*');
    if (!words) return as_typed;
    const NamedSources sources =
        sources_named(context_.index, context_.analyzer, n.value, SourceWords::kAll);
    const bool typed = std::any_of(either.begin(), either.end(), [](const Xapian::Query& query) {
      return !query.empty() && query.get_type() != Xapian::Query::LEAF_MATCH_NOTHING;
    });
    if (sources.sources.empty()) {
      if (!typed) context_.plan.notices.push_back("the index holds no source " + n.value);
      return as_typed;
    }
    return combine(XapianOp::OP_OR, {as_typed, any_of_sources(n, sources)});
  }

  Xapian::Query published_by(const QueryNode& n) {
    const NamedSources sources =
        sources_named(context_.index, context_.analyzer, n.value, SourceWords::kPublisher);
    if (!sources.sources.empty()) return any_of_sources(n, sources);
    context_.plan.notices.push_back("the index holds no source published by " + n.value);
    return Xapian::Query::MatchNothing;
  }

  Xapian::Query any_of_sources(const QueryNode& n, const NamedSources& sources) {
    if (sources.cut) {
      context_.plan.notices.push_back(
          fmt::format("{} names more than {} sources: only the first are looked for", n.value,
                      kMostNamedSources));
    }
    std::vector<std::string> terms;
    for (const std::string& source : sources.sources) {
      terms.push_back(value_term(schema::kCites, source));
      terms.push_back(value_term(schema::kLists, source));
    }
    return filter(any_term(XapianOp::OP_OR, terms));
  }

  // What is given by hand: in any case; all that begin so if the value ends in *.
  Xapian::Query named(const char* prefix, const QueryNode& n, const std::string& noun) {
    const bool begins = n.value.ends_with('*');
    const std::string_view value =
        std::string_view(n.value).substr(0, n.value.size() - (begins ? 1 : 0));
    const std::string term = folded_term(prefix, value);
    std::vector<std::string> terms;
    if (begins) {
      terms = terms_beginning(term);
    } else if (has_live(context_.index, term)) {
      terms.push_back(term);
    }
    if (!terms.empty()) return filter(any_term(XapianOp::OP_OR, terms));
    context_.plan.notices.push_back("the index holds no " + noun + " " + n.value +
                                    did_you_mean(nearest_given(prefix, std::string(value))));
    return Xapian::Query::MatchNothing;
  }

  std::vector<std::string> nearest_given(const std::string& prefix, const std::string& value) {
    std::vector<std::string> names;
    for (const std::string& term : terms_beginning(prefix)) {
      if (has_live(context_.index, term)) names.push_back(term.substr(prefix.size()));
    }
    return nearest_ids(value, names);
  }

  std::vector<std::string> terms_beginning(const std::string& prefix) {
    std::vector<std::string> terms;
    context_.statistics.each_term(prefix, prefix, [&terms](const std::string& term) {
      terms.push_back(term);
      return true;
    });
    return terms;
  }

  static Xapian::Query filter(const Xapian::Query& query) { return scaled(query, 0.0); }

  // A value, or all values with a prefix if it ends in *. Adds a notice if there is none, unless
  // `noun` is empty.
  Xapian::Query exact(char prefix, const QueryNode& n, const std::string& noun) {
    if (n.value.ends_with('*')) {
      const std::string start =
          value_term(prefix, std::string_view(n.value).substr(0, n.value.size() - 1));
      const std::vector<std::string> terms = terms_beginning(start);
      if (!terms.empty()) return filter(any_term(XapianOp::OP_OR, terms));
    } else if (const std::string term = value_term(prefix, n.value); context_.has(term)) {
      return filter(Xapian::Query(term));
    }
    if (!noun.empty())
      context_.plan.notices.push_back("the index holds no " + noun + " " + n.value);
    return Xapian::Query::MatchNothing;
  }

  Xapian::Query cites(const QueryNode& n) {
    if (n.value == "none") return filter(Xapian::Query(schema::kCitesNone));
    if (n.value == "any") return filter(Xapian::Query(schema::kCitesAny));
    return exact(schema::kCites, n, "passage that cites");
  }

  static constexpr char kBeforeEveryDate[] = "0";  // and after a missing one

  static Xapian::Query dates(const DateRange& range) {
    if (range.none) {
      const Xapian::Query dated(XapianOp::OP_VALUE_GE, schema::kSlotDate, kBeforeEveryDate);
      return {XapianOp::OP_AND_NOT, everything(), dated};
    }
    if (range.first.empty() && range.last.empty()) return everything();
    if (range.last.empty()) return {XapianOp::OP_VALUE_GE, schema::kSlotDate, range.first};
    if (range.first.empty()) {
      return {XapianOp::OP_VALUE_RANGE, schema::kSlotDate, kBeforeEveryDate, range.last};
    }
    return {XapianOp::OP_VALUE_RANGE, schema::kSlotDate, range.first, range.last};
  }

  PlanContext context_;
  FreeTextPlanner free_text_;
};

}  // namespace

QueryPlan plan_query(const QueryNode& root, const IndexView& index, Analyzer& analyzer,
                     const AliasBook* aliases) {
  return Planner(index, analyzer, aliases).plan(root);
}

}  // namespace ibid
