// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_alteration.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>

#include "corpus/text/code_points.h"
#include "indexer/analysis/unanalyzed.h"
#include "search/edges/quote_edges.h"
#include "search/quotes/quote_change_kind.h"
#include "search/quotes/quote_stretch.h"

namespace ibid {
namespace {

constexpr double kFunctionWord = 0.3;
constexpr double kCommonWordWorth = 0.6;
constexpr double kOtherForm = 0.7;
// What a word of one side costs that has no counterpart, of its worth. A pair of unlike words costs
// less than two words alone, so that a replaced word stays in the stretch.
constexpr double kQuoteWordAlone = 0.1;
constexpr double kPassageWordAlone = 0.2;
constexpr double kUnlikePair = 0.08;

WordsOfText::Item::Form form_of(std::string_view text) {
  return {std::string(text), std::hash<std::string_view>()(text)};
}

double likeness(const WordsOfText::Item& a, const WordsOfText::Item& b) {
  if (a.surface == b.surface) return 1;
  const bool same = a.stem == b.stem || (!a.lemma.text.empty() && a.lemma == b.lemma) ||
                    (!a.lemma.text.empty() && a.lemma == b.stem) ||
                    (!b.lemma.text.empty() && b.lemma == a.stem);
  return same ? kOtherForm : 0;
}

// A path's score and what it took up so far.
struct Cell {
  double score = 0;
  double common = 0;  // worth of the passage's words that have a counterpart
  std::uint32_t content = 0, words = 0;
  std::uint32_t begin = 0;  // first word of the passage on the path
};

Cell better(const Cell& a, const Cell& b) { return b.score > a.score ? b : a; }

// From the diff of `said` and `quoted`: each stretch of changed words, pair by pair.
std::vector<QuoteChange> changes_of(std::string_view said, std::string_view quoted,
                                    const std::vector<DiffSpan>& diff, Analyzer& analyzer) {
  ChangeReader reader(said, quoted, analyzer);
  for (std::size_t i = 0; i < diff.size(); ++i) {
    if (diff[i].kind == DiffKind::kEqual) continue;
    ByteRange dropped = diff[i].a;
    ByteRange added = diff[i].b;
    if (diff[i].kind == DiffKind::kDelete && i + 1 < diff.size() &&
        diff[i + 1].kind == DiffKind::kInsert) {
      added = diff[++i].b;
    }
    reader.read(dropped, added);
  }
  return reader.take();
}

}  // namespace

WordsOfText::WordsOfText(std::string_view text, Analyzer& analyzer) {
  Analysis analysis;
  analyzer.analyze(text, unanalyzed_ranges(text), analysis);
  for (const Word& word : analysis.words) {
    Item item;
    item.surface = form_of(analysis.surface(word));
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      if (form->kind == FormKind::kStem) item.stem = form_of(analysis.text(*form));
      if (form->kind == FormKind::kLemma) item.lemma = form_of(analysis.text(*form));
    }
    item.content = word.weightiness != Weightiness::kStop;
    item.worth = word.weightiness == Weightiness::kStop     ? kFunctionWord
                 : word.weightiness == Weightiness::kCommon ? kCommonWordWorth
                                                            : 1.0;
    item.text = {word.begin, word.end};
    items_.push_back(std::move(item));
  }
}

NearestStretch nearest_stretch(const WordsOfText& passage, const WordsOfText& quotation) {
  const auto& p = passage.items();
  const auto& q = quotation.items();
  if (p.empty() || q.empty()) return {};
  std::vector<Cell> row(p.size() + 1);
  for (std::size_t j = 0; j <= p.size(); ++j) row[j].begin = static_cast<std::uint32_t>(j);
  for (const WordsOfText::Item& word : q) {
    Cell diagonal = row[0];
    row[0].score -= kQuoteWordAlone * word.worth;
    for (std::size_t j = 1; j <= p.size(); ++j) {
      Cell pair = diagonal;
      const double like = likeness(word, p[j - 1]);
      pair.score += like > 0 ? like * word.worth : -kUnlikePair * word.worth;
      pair.common += like * (word.worth + p[j - 1].worth) / 2;
      if (like > 0 && word.content) ++pair.content;
      if (like > 0) ++pair.words;
      Cell alone = row[j];
      alone.score -= kQuoteWordAlone * word.worth;
      Cell extra = row[j - 1];
      extra.score -= kPassageWordAlone * p[j - 1].worth;
      diagonal = row[j];
      row[j] = better(better(pair, alone), extra);
    }
  }
  std::size_t end = 0;
  for (std::size_t j = 1; j <= p.size(); ++j) {
    if (row[j].score > row[end].score + 1e-9) end = j;
  }
  const Cell& best = row[end];
  if (best.common <= 0 || best.begin >= end) return {};
  double worth = 0;
  for (const auto& item : q) worth += item.worth;
  for (std::size_t j = best.begin; j < end; ++j) worth += p[j].worth;
  return {2 * best.common / worth,
          best.content,
          best.words,
          {p[best.begin].text.begin, p[end - 1].text.end}};
}

bool is_near(const NearestStretch& stretch, const WordsOfText& quotation) {
  constexpr std::size_t kFewestWords = 4, kFewestContent = 2;
  if (stretch.similarity < kQuoteFloor) return false;
  const auto& words = quotation.items();
  if (words.size() >= kFewestWords && stretch.in_order + 1 >= words.size()) return true;
  const auto content = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const auto& item) { return item.content; }));
  return stretch.common >= std::min(content, kFewestContent);
}

AlteredStretch altered_stretch(std::string_view text, ByteRange stretch, std::string_view quotation,
                               Analyzer& analyzer) {
  stretch = QuoteEdges(text).with_whole_figures(stretch);
  stretch = with_punctuation(text, with_negation(text, stretch, quotation), quotation);
  AlteredStretch out;
  QuoteAlteration& made = out.alteration;
  // The same words, so it is their neighbours that make them mean something else: $240 billion.
  for (const Widen how : {Widen::kNot, Widen::kEnd, Widen::kBegin, Widen::kBoth}) {
    out.text = widened(text, stretch, how);
    made.said = without_citation_marks(slice(text, out.text));
    made.diff = word_diff(made.said, quotation, WordMatch::kFolded);
    const bool differs = std::any_of(made.diff.begin(), made.diff.end(),
                                     [](const DiffSpan& p) { return p.kind != DiffKind::kEqual; });
    if (differs) break;
  }
  made.changes = changes_of(made.said, quotation, made.diff, analyzer);
  return out;
}

}  // namespace ibid
