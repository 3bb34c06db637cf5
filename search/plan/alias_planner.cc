// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/alias_planner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "indexer/names/alias_key.h"
#include "search/match/ranking.h"
#include "search/plan/plan_positions.h"

namespace ibid {
namespace {

constexpr std::array kSuffixes = std::to_array<std::string_view>({
#include "search/word_lists/name_suffixes.inc"
});

// The words by which a name may be stored: as written, or without particle, possessive or plural.
std::vector<std::string> key_words(const Analysis& analysis, const Word& word) {
  std::vector<std::string> keys{std::string(analysis.surface(word))};
  const std::string& surface = keys[0];
  if (word.hangul) {
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      if (form->kind != FormKind::kStem || analysis.text(*form) == surface) continue;
      keys.emplace_back(analysis.text(*form));
    }
    return keys;
  }
  constexpr std::size_t kShortestPlural = 5;
  const std::string bare =
      surface.ends_with("'s") ? surface.substr(0, surface.size() - 2) : surface;
  if (bare != surface) {
    keys.push_back(bare);
  } else if (surface.size() >= kShortestPlural && surface.ends_with('s')) {
    keys.push_back(surface.substr(0, surface.size() - 1));
  }
  return keys;
}

// True if `analysis` has the words of `name` side by side.
bool holds(const Analysis& analysis, const Analysis& name) {
  const auto& words = analysis.words;
  for (std::size_t first = 0; first + name.words.size() <= words.size(); ++first) {
    bool same = true;
    for (std::size_t i = 0; same && i < name.words.size(); ++i) {
      const std::vector<std::string> keys = key_words(analysis, words[first + i]);
      same = std::find(keys.begin(), keys.end(), name.surface(name.words[i])) != keys.end();
    }
    if (same) return true;
  }
  return false;
}

// The form by which a name of one word, or a designator, is a single term; null for other names.
const Form* whole_form(const Analysis& name) {
  const Word& first = name.words.front();
  const Form* stem = nullptr;
  for (const Form* form = name.begin_of(first); form != name.end_of(first); ++form) {
    const bool all = form->end == name.words.back().end;
    if (form->kind == FormKind::kDesignator && all) return form;
    if (form->kind == FormKind::kStem && name.words.size() == 1) stem = form;
  }
  return stem;
}

}  // namespace

std::span<const std::string_view> korean_name_suffixes() { return kSuffixes; }

void AliasPlanner::add_leaves(const Analysis& analysis, std::string_view text, FreeText& parts) {
  if (book_ == nullptr) return;
  std::set<std::string> seen;  // Russia and Russian have the same alias, 러시아
  for (std::size_t w = 0; w < analysis.words.size();) {
    const Run run = longest_run(analysis, w);
    if (run.words == 0) {
      ++w;
      continue;
    }
    const Word &first = analysis.words[w], &last = analysis.words[w + run.words - 1];
    std::vector<std::string> names;
    for (const std::string& name : run.names) {
      if (!seen.insert(name).second) continue;
      Analysis analysed;
      context_.analyzer.analyze(name, analysed);
      if (!analysed.words.empty() && !holds(analysis, analysed)) names.push_back(name);
    }
    add_leaf(text.substr(first.begin, last.end - first.begin), frequency(analysis, w, run.words),
             names, parts);
    w += run.words;
  }
}

AliasPlanner::Run AliasPlanner::longest_run(const Analysis& analysis, std::size_t first) const {
  Run best;
  const Word& start = analysis.words[first];
  for (const std::string& word : key_words(analysis, start)) {
    const EditorAliases::Names names = book_->beginning_with(word);
    if (names.empty()) continue;
    std::string run;  // the words before the last; only the last may be inflected
    for (std::size_t count = 1; count <= kMaxAliasWords; ++count) {
      if (first + count > analysis.words.size()) break;
      const Word& last = analysis.words[first + count - 1];
      // "us" is a pronoun, "US" is not; a name of several words may contain of, the, and.
      const bool said = count > 1 || last.weightiness != Weightiness::kStop;
      const std::vector<std::string> endings =
          count == 1 ? std::vector<std::string>{word} : key_words(analysis, last);
      for (const std::string& ending : endings) {
        const auto found = names.find(run + ending);
        if (found == names.end() || !said || count <= best.words) continue;
        best = {count, found->second};
      }
      run += (count == 1 ? word : std::string(analysis.surface(last))) + ' ';
    }
  }
  return best;
}

Xapian::doccount AliasPlanner::frequency(const Analysis& analysis, std::size_t first,
                                         std::size_t count) const {
  Xapian::doccount least = context_.database.get_doccount();
  for (std::size_t w = first; w < first + count; ++w) {
    const Word& word = analysis.words[w];
    Xapian::doccount most = 0;
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      if (form->kind != FormKind::kSurface && form->kind != FormKind::kStem) continue;
      const std::string term = form_term(TextField::kBody, form->kind, analysis.text(*form));
      most = std::max(most, context_.frequency(term));
    }
    least = std::min(least, most);
  }
  return least;
}

// An alias is rarer than the typed words if its language is rarer in the index. That says nothing
// about the alias, so it counts as being as rare as they are.
double AliasPlanner::weight(Xapian::doccount typed_frequency) const {
  if (typed_frequency <= names_frequency_ || names_frequency_ == 0) return kRanking.alias;
  const auto rarity = [this](Xapian::doccount frequency) {
    return std::log((context_.database.get_doccount() + 1.0) / (frequency + 0.5));
  };
  return kRanking.alias * rarity(typed_frequency) / rarity(names_frequency_);
}

void AliasPlanner::add_leaf(std::string_view typed, Xapian::doccount typed_frequency,
                            const std::vector<std::string>& names, FreeText& parts) {
  names_frequency_ = 0;
  XapianQueries bodies;
  PositionTerms headings;
  std::vector<PhrasePositions> found;  // the names behind `bodies`
  std::string shown;
  for (const std::string& name : names) {
    Analysis analysis;
    context_.analyzer.analyze(name, analysis);
    const auto headings_before = headings.size();
    const PhrasePositions positions =
        whole_form(analysis) != nullptr ? one_word(analysis, headings) : several_words(analysis);
    if (positions.empty() && headings.size() == headings_before) continue;
    XapianQueries either(headings.begin() + static_cast<std::ptrdiff_t>(headings_before),
                         headings.end());
    if (!positions.empty()) {
      either.push_back(phrase_query(context_.index, positions));
      bodies.push_back(positions.size() == 1 ? any_term(XapianOp::OP_SYNONYM, positions.front())
                                             : all_words_query(positions));
      found.push_back(positions);
    }
    context_.plan.aliases.push_back({combine(XapianOp::OP_OR, either), std::string(typed), name});
    shown += (shown.empty() ? "" : ", ") + name;
  }
  const double worth = weight(typed_frequency);
  if (!bodies.empty()) {
    // Not combine(): a single name of several words must also score as one term.
    Xapian::Query query(XapianOp::OP_SYNONYM, bodies.begin(), bodies.end());
    const bool phrases = std::any_of(found.begin(), found.end(),
                                     [](const PhrasePositions& name) { return name.size() > 1; });
    if (phrases) query = where_any_occurs(context_.index, query, found);
    parts.together.push_back(context_.leaf(query, worth, typed, shown, "alias"));
    parts.names.push_back({std::move(found), worth});
  }
  if (!headings.empty()) {
    const double less = worth * kRanking.heading;
    parts.together.push_back(context_.leaf(any_term(XapianOp::OP_SYNONYM, headings), less, typed,
                                           shown, "alias heading"));
    RankedAliases& in_headings = parts.names.emplace_back();
    for (const std::string& heading : headings) in_headings.names.push_back({{heading}});
    in_headings.weight = less;
  }
}

PhrasePositions AliasPlanner::one_word(const Analysis& name, PositionTerms& headings) {
  const Form& form = *whole_form(name);
  const std::string text(name.text(form));
  std::vector<std::string> texts{text};
  if (name.words.front().hangul) {
    for (const std::string_view suffix : kSuffixes) texts.push_back(text + std::string(suffix));
  }
  std::vector<std::string> terms;
  HighlightWord marked;
  for (const std::string& each : texts) {
    const std::string term = form_term(TextField::kBody, form.kind, each);
    const std::string heading = form_term(TextField::kHeading, form.kind, each);
    if (context_.has(heading)) headings.push_back(heading);
    if (!context_.has(term)) continue;
    terms.push_back(term);
    names_frequency_ += context_.frequency(term);
  }
  if (terms.empty()) return {};
  marked.terms = terms;
  context_.plan.words.push_back(std::move(marked));
  return {terms};
}

PhrasePositions AliasPlanner::several_words(const Analysis& name) {
  const auto notices = context_.plan.notices.size();
  const PhrasePositions positions = phrase_positions(context_, name, TextField::kBody);
  context_.plan.notices.resize(notices);  // the user did not ask for this phrase
  Xapian::doccount least = context_.database.get_doccount();
  for (const std::vector<std::string>& position : positions) {
    Xapian::doccount here = 0;
    for (const std::string& term : position) here += context_.frequency(term);
    least = std::min(least, here);
  }
  if (least == 0) return {};
  names_frequency_ += least;
  context_.plan.phrases.push_back({positions});
  return positions;
}

}  // namespace ibid
