// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/plan_positions.h"

#include <optional>
#include <set>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/text_scan.h"
#include "search/match/ranked_words.h"
#include "search/plan/proximity.h"

namespace ibid {
namespace {

// The surface terms one place of a phrase may hold. The last word goes on into its particle, ending
// or possessive, as it does in the text: "국방 협정" stands in 국방 협정을, "North Korea" in North
// Korea's.
std::vector<std::string> phrase_place(PlanContext& context, const Analysis& analysis,
                                      const Word& word, bool last, TextField field) {
  const std::string_view surface = analysis.surface(word);
  if (!last) return {form_term(field, FormKind::kSurface, surface)};
  if (!word.hangul) {
    return {form_term(field, FormKind::kSurface, surface),
            form_term(field, FormKind::kSurface, std::string(surface) + "'s")};
  }
  return expand_ending(context.database, field, surface);
}

// A wildcard word, folded as terms are, in the parts that the analyzer makes words of: "co-op*" has
// co and op*, "S-4??" s and 4??.
struct WildcardWord {
  std::vector<std::string> parts;
  bool designator = false;  // letters and digits: found as one term too
};

WildcardWord fold_wildcard(const std::string& text) {
  std::vector<FoldedChar> chars;
  fold(text, chars);
  WildcardWord word;
  bool letters = false, digits = false;
  std::optional<CharClass> part;  // of the letters or digits in the part at hand
  bool inside = false;
  for (const FoldedChar& c : chars) {
    const bool star = c.ch == U'*' || c.ch == U'?';
    if (!star && c.cls != CharClass::kApostrophe && !is_word_class(c.cls)) {
      inside = false;
      continue;
    }
    const bool classed = is_word_class(c.cls);
    letters |= c.cls == CharClass::kLetter;
    digits |= c.cls == CharClass::kDigit;
    if (!inside || (classed && part && *part != c.cls)) {
      word.parts.emplace_back();
      part.reset();
    }
    append_utf8(word.parts.back(), c.ch);
    if (classed) part = c.cls;
    inside = true;
  }
  word.designator = letters && digits;
  return word;
}

PositionTerms expand_part(PlanContext& context, const std::string& pattern, TextField field,
                       FormKind kind, const std::string& typed) {
  const Expansion found = expand_wildcard(context.database, field, kind, pattern);
  context.tell_if_cut(typed, found);
  if (found.terms.empty()) context.plan.notices.push_back(typed + " matches no word of the index");
  return found.terms;
}

// Empty where a part matches no word.
Alternative wildcard_places(PlanContext& context, const std::string& text, TextField field) {
  Alternative places;
  for (const std::string& part : fold_wildcard(text).parts) {
    PositionTerms terms = expand_part(context, part, field, FormKind::kSurface, text);
    if (terms.empty()) return {};
    places.push_back(std::move(terms));
  }
  return places;
}

// The places of a phrase, each with its terms; empty where the text holds no word.
Alternative text_places(PlanContext& context, const std::string& text, TextField field) {
  Analysis analysis;
  context.analyzer.analyze(text, analysis);
  return phrase_places(context, analysis, field);
}

// All inflections of a single word that the index knows.
PositionTerms inflections(PlanContext& context, const std::string& typed, const Analysis& analysis,
                       TextField field) {
  const Word& word = analysis.words[0];
  std::set<std::string> terms;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    if (form->kind != FormKind::kStem) continue;
    const Expansion found =
        expand_stem(context.database, field, analysis.text(*form), context.analyzer);
    context.tell_if_cut(typed, found);
    terms.insert(found.terms.begin(), found.terms.end());
  }
  terms.insert(form_term(field, FormKind::kSurface, analysis.surface(word)));
  return {terms.begin(), terms.end()};
}

void near_alternatives(PlanContext& context, const QueryNode& n, TextField field,
                       std::vector<Alternative>& alternatives) {
  switch (n.type) {
    case QueryNode::Type::kOr:
      for (const QueryNodePtr& child : n.children) {
        near_alternatives(context, *child, field, alternatives);
      }
      return;
    case QueryNode::Type::kGroup:
      for (const Clause& clause : n.clauses) {
        near_alternatives(context, *clause.node, field, alternatives);
      }
      return;
    case QueryNode::Type::kWildcard:
      if (Alternative places = wildcard_places(context, n.text, field); !places.empty()) {
        alternatives.push_back(std::move(places));
      }
      return;
    case QueryNode::Type::kWord:
    case QueryNode::Type::kPhrase: {
      Analysis analysis;
      context.analyzer.analyze(n.text, analysis);
      if (analysis.words.empty()) return context.tell_no_word(n.text);
      if (n.type == QueryNode::Type::kWord && analysis.words.size() == 1) {
        alternatives.push_back({inflections(context, n.text, analysis, field)});
      } else {
        alternatives.push_back(text_places(context, n.text, field));
      }
      return;
    }
    case QueryNode::Type::kAnd:
    case QueryNode::Type::kNot:
    case QueryNode::Type::kNear:
    case QueryNode::Type::kField:
      return;  // have no position: the parser lets none of them beside NEAR
  }
}

// Words side by side.
RankedQuery places_leaf(PlanContext& context, const Alternative& places, const std::string& text,
                        TextField field, const char* form) {
  if (field == TextField::kBody) context.plan.phrases.push_back({places});
  const Xapian::Query query = context.leaf(phrase_query(context.index, places), 1.0, text, text,
                                           field == TextField::kBody ? form : field_name(field));
  if (context.index.postings == nullptr || places.size() == 1) return {query, nullptr};
  // The same, only sooner.
  RankedWords words;
  words.phrases.push_back({places, static_cast<std::uint32_t>(places.size()), 1.0});
  return context.ranked(std::move(words));
}

}  // namespace

PhrasePositions phrase_places(PlanContext& context, const Analysis& analysis, TextField field) {
  PhrasePositions places;
  for (std::size_t w = 0; w < analysis.words.size(); ++w) {
    const bool last = w + 1 == analysis.words.size();
    places.push_back(phrase_place(context, analysis, analysis.words[w], last, field));
  }
  return places;
}

RankedQuery plan_phrase(PlanContext& context, const std::string& text, TextField field) {
  const Alternative places = text_places(context, text, field);
  if (places.empty()) {
    context.tell_no_word(text);
    return {Xapian::Query::MatchNothing, nullptr};
  }
  return places_leaf(context, places, text, field, "phrase");
}

Xapian::Query plan_near(PlanContext& context, const QueryNode& node, TextField field) {
  Proximity proximity;
  proximity.distance = node.distance;
  proximity.ordered = node.ordered;
  std::string shown;
  for (const QueryNodePtr& child : node.children) {
    std::vector<Alternative> alternatives;
    near_alternatives(context, *child, field, alternatives);
    if (alternatives.empty()) return Xapian::Query::MatchNothing;
    if (field == TextField::kBody) {
      for (const Alternative& places : alternatives) context.plan.phrases.push_back({places});
    }
    proximity.operands.push_back(std::move(alternatives));
    shown += (shown.empty() ? "" : node.ordered ? " ADJ " : " NEAR ") + to_string(*child);
  }
  return context.leaf(proximity_query(context.index, proximity), 1.0, shown, shown,
                      node.ordered ? "adj" : "near");
}

Xapian::Query plan_wildcard(PlanContext& context, const std::string& text, TextField field) {
  const WildcardWord word = fold_wildcard(text);
  if (word.parts.size() > 1 && !word.designator) {
    const Alternative places = wildcard_places(context, text, field);
    if (places.empty()) return Xapian::Query::MatchNothing;
    return places_leaf(context, places, text, field, "wildcard").query;
  }
  std::string pattern;
  for (const std::string& part : word.parts) pattern += part;
  const FormKind kind = word.designator ? FormKind::kDesignator : FormKind::kSurface;
  const PositionTerms terms = expand_part(context, pattern, field, kind, text);
  if (terms.empty()) return Xapian::Query::MatchNothing;
  if (field == TextField::kBody) context.plan.words.push_back({terms, {}});
  return context.leaf(any_term(XapianOp::OP_SYNONYM, terms), 1.0, text, text, "wildcard");
}

}  // namespace ibid
