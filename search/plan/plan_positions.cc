// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/plan_positions.h"

#include <optional>
#include <set>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/text_scan.h"
#include "search/match/ranked_words.h"
#include "search/match/ranking.h"
#include "search/plan/phrase.h"
#include "search/plan/proximity.h"
#include "search/words/respaced.h"

namespace ibid {
namespace {

// The surface terms that may occur at one position of a phrase. The last word may continue with a
// particle, ending or possessive, as in the text: "국방 협정" occurs in 국방 협정을, "North Korea"
// in North Korea's.
std::vector<std::string> phrase_position(PlanContext& context, const Analysis& analysis,
                                         const Word& word, bool last, TextField field) {
  const std::string_view surface = analysis.surface(word);
  if (!last) return {form_term(field, FormKind::kSurface, surface)};
  if (!word.hangul) {
    return {form_term(field, FormKind::kSurface, surface),
            form_term(field, FormKind::kSurface, std::string(surface) + "'s")};
  }
  return expand_ending(context.statistics, field, surface);
}

// A wildcard word, folded like terms, split into the parts that the analyzer takes as words:
// "co-op*" has co and op*, "S-4??" has s and 4??.
struct WildcardWord {
  std::vector<std::string> parts;
  bool designator = false;  // letters and digits: also found as one term
};

WildcardWord fold_wildcard(const std::string& text) {
  std::vector<FoldedChar> chars;
  fold(text, chars);
  WildcardWord word;
  bool letters = false, digits = false;
  std::optional<CharClass> part;  // of the letters or digits in the current part
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
  const Expansion found = expand_wildcard(context.statistics, field, kind, pattern);
  context.note_if_cut(typed, found);
  if (found.terms.empty()) context.plan.notices.push_back(typed + " matches no word of the index");
  return found.terms;
}

// Empty if a part matches no word.
Alternative wildcard_positions(PlanContext& context, const std::string& text, TextField field) {
  Alternative positions;
  for (const std::string& part : fold_wildcard(text).parts) {
    PositionTerms terms = expand_part(context, part, field, FormKind::kSurface, text);
    if (terms.empty()) return {};
    positions.push_back(std::move(terms));
  }
  return positions;
}

// Adds to each way each of the rows.
void append_rows(const std::vector<WordRow>& rows, std::vector<Alternative>& ways) {
  std::vector<Alternative> all;
  for (const WordRow& row : rows) {
    for (const Alternative& way : ways) {
      if (all.size() == kMostSpacings + 1) break;
      all.push_back(way);
      all.back().insert(all.back().end(), row.begin(), row.end());
    }
  }
  ways = std::move(all);
}

// The positions of a phrase, each with its terms: as it is typed, then with its Korean words spaced
// otherwise. Empty if the text holds no word.
std::vector<Alternative> text_positions(PlanContext& context, const std::string& text,
                                        TextField field) {
  Analysis analysis;
  context.analyzer.analyze(text, analysis);
  const Alternative typed = phrase_positions(context, analysis, field);
  if (typed.empty()) return {};
  std::vector<Alternative> ways(1);
  for (std::size_t w = 0; w < typed.size();) {
    WordRow row;
    std::vector<std::string> korean;
    for (; w < typed.size() && analysis.words[w].hangul; ++w) {
      row.push_back(typed[w]);
      korean.emplace_back(analysis.surface(analysis.words[w]));
    }
    std::vector<WordRow> rows;
    if (korean.empty()) {
      rows.push_back({typed[w++]});
    } else {
      const bool last = w == typed.size();
      rows = respaced(context.index, field, korean, last ? RowEnd::kOpen : RowEnd::kClosed);
      rows.insert(rows.begin(), std::move(row));
    }
    append_rows(rows, ways);
  }
  return ways;
}

// All inflections of a single word that are in the index.
PositionTerms inflections(PlanContext& context, const std::string& typed, const Analysis& analysis,
                          TextField field) {
  const Word& word = analysis.words[0];
  std::set<std::string> terms;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    if (form->kind != FormKind::kStem) continue;
    const Expansion found =
        expand_stem(context.statistics, field, analysis.text(*form), context.analyzer);
    context.note_if_cut(typed, found);
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
      if (Alternative positions = wildcard_positions(context, n.text, field); !positions.empty()) {
        alternatives.push_back(std::move(positions));
      }
      return;
    case QueryNode::Type::kWord:
    case QueryNode::Type::kPhrase: {
      Analysis analysis;
      context.analyzer.analyze(n.text, analysis);
      if (analysis.words.empty()) return context.note_no_word(n.text);
      if (analysis.words.size() == 1) {
        alternatives.push_back(n.type == QueryNode::Type::kWord
                                   ? Alternative{inflections(context, n.text, analysis, field)}
                                   : phrase_positions(context, analysis, field));
      } else {
        for (Alternative& positions : text_positions(context, n.text, field)) {
          alternatives.push_back(std::move(positions));
        }
      }
      return;
    }
    case QueryNode::Type::kAnd:
    case QueryNode::Type::kNot:
    case QueryNode::Type::kNear:
    case QueryNode::Type::kField:
      return;  // they have no position: the parser does not allow them beside NEAR
  }
}

// A leaf for words side by side, in any of these ways; at least one.
RankedQuery positions_leaf(PlanContext& context, const std::vector<Alternative>& ways,
                           const std::string& text, TextField field, const char* form) {
  XapianQueries queries;
  RankedWords words;
  for (const Alternative& positions : ways) {
    if (field == TextField::kBody) context.plan.phrases.push_back({positions});
    queries.push_back(phrase_query(context.index, positions));
    words.phrases.push_back({positions, static_cast<std::uint32_t>(positions.size()), 1.0});
  }
  const Xapian::Query query = context.leaf(combine(XapianOp::OP_OR, queries), 1.0, text, text,
                                           field == TextField::kBody ? form : field_name(field));
  const bool one_word = ways.size() == 1 && ways.front().size() == 1;
  if (context.index.postings == nullptr || one_word) return {query, nullptr};
  // The same, only faster.
  return context.ranked(std::move(words));
}

}  // namespace

PhrasePositions phrase_positions(PlanContext& context, const Analysis& analysis, TextField field) {
  PhrasePositions positions;
  for (std::size_t w = 0; w < analysis.words.size(); ++w) {
    const bool last = w + 1 == analysis.words.size();
    positions.push_back(phrase_position(context, analysis, analysis.words[w], last, field));
  }
  return positions;
}

RankedQuery plan_phrase(PlanContext& context, const std::string& text, TextField field) {
  const std::vector<Alternative> ways = text_positions(context, text, field);
  if (ways.empty()) {
    context.note_no_word(text);
    return {Xapian::Query::MatchNothing, nullptr};
  }
  return positions_leaf(context, ways, text, field, "phrase");
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
      for (const Alternative& positions : alternatives) context.plan.phrases.push_back({positions});
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
    const Alternative positions = wildcard_positions(context, text, field);
    if (positions.empty()) return Xapian::Query::MatchNothing;
    return positions_leaf(context, {positions}, text, field, "wildcard").query;
  }
  std::string pattern;
  for (const std::string& part : word.parts) pattern += part;
  const FormKind kind = word.designator ? FormKind::kDesignator : FormKind::kSurface;
  const PositionTerms terms = expand_part(context, pattern, field, kind, text);
  if (terms.empty()) return Xapian::Query::MatchNothing;
  if (field == TextField::kBody) context.plan.words.push_back({terms, {}});
  return context.leaf(as_one_term(context.index, terms), 1.0, text, text, "wildcard");
}

}  // namespace ibid
