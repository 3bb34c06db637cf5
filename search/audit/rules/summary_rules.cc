// SPDX-License-Identifier: GPL-2.0-or-later
//
// Statements of a summary or conclusion that the body does not have.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "search/audit/rules/rule_groups.h"

namespace ibid {
namespace {

constexpr std::array kItself = std::to_array<std::string_view>({
#include "search/word_lists/report_words.inc"
});

bool is_outer(const StoredPassage& passage) {
  return passage.kind == PassageKind::kSummary || passage.kind == PassageKind::kConclusion;
}

using Stems = std::unordered_set<std::string>;

// The beginning that inflections and derivations share: two syllables, or five letters.
std::string beginning_of(std::string_view stem) {
  constexpr std::size_t kLetters = 5, kSyllables = 2, kSyllableBytes = 3;
  const bool latin = static_cast<unsigned char>(stem[0]) < 0x80;
  const std::size_t bytes = latin ? kLetters : kSyllables * kSyllableBytes;
  return std::string(stem.substr(0, floor_boundary(stem, bytes))) + '*';
}

bool holds(const Stems& stems, const std::string& stem) {
  return stems.contains(stem) || stems.contains(beginning_of(stem));
}

// "This report sets out …": a statement about the report itself needs no counterpart.
bool speaks_of_itself(const AuditSentence& sentence) {
  constexpr std::size_t kBeginning = 2;  // words
  const auto end = sentence.words.begin() +
                   static_cast<std::ptrdiff_t>(std::min(kBeginning, sentence.words.size()));
  return std::any_of(sentence.words.begin(), end,
                     [](const ContentWord& word) { return is_one_of(word.stem, kItself); });
}

struct Coverage {
  double share = 0;  // of the sentence's weight that the stems hold
  std::string heaviest_missing;
};

Coverage covered(const StoredPassage& passage, const AuditSentence& sentence, const Stems& stems,
                 StemWeights& weights) {
  double all = 0, held = 0, heaviest = 0;
  Coverage coverage;
  for (const ContentWord& word : sentence.words) {
    const double weight = weights.of(word.stem);
    all += weight;
    if (holds(stems, word.stem)) {
      held += weight;
    } else if (weight > heaviest) {
      heaviest = weight;
      coverage.heaviest_missing = slice(passage.text, word.text);
    }
  }
  coverage.share = all > 0 ? held / all : 1;
  return coverage;
}

}  // namespace

// A sentence has a counterpart if one body passage holds kOne of its weight, or the whole body
// kAll: a summary puts several passages into one sentence, in its own words; one without a figure
// or date more often does. Sentences with fewer than kFewestWords say too little to judge.
void find_unsupported_summary(const ReportView& view, StemWeights& weights, Findings& out) {
  constexpr double kOne = 0.35, kAll = 0.5, kAllWithoutFigure = 0.4;
  constexpr std::size_t kFewestWords = 5;
  std::vector<Stems> bodies(view.passages.size());
  Stems body;
  for (const AuditSentence& sentence : view.sentences) {
    if (!needs_source(view, sentence.passage)) continue;
    for (const ContentWord& word : sentence.words) {
      for (const std::string& key : {word.stem, beginning_of(word.stem)}) {
        bodies[sentence.passage].insert(key);
        body.insert(key);
      }
    }
  }
  if (body.empty()) return;
  for (const AuditSentence& sentence : view.sentences) {
    const StoredPassage& passage = view.passages[sentence.passage];
    if (!is_outer(passage) || sentence.cited || sentence.words.size() < kFewestWords ||
        sentence.own || speaks_of_itself(sentence)) {
      continue;
    }
    const Coverage whole = covered(passage, sentence, body, weights);
    if (whole.share >= (sentence.quantities.empty() ? kAllWithoutFigure : kAll)) continue;
    const bool found = std::any_of(bodies.begin(), bodies.end(), [&](const Stems& stems) {
      return !stems.empty() && covered(passage, sentence, stems, weights).share >= kOne;
    });
    if (found) continue;
    out.push_back(make_finding(
        rule::kUnsupportedSummary,
        "the body says nothing like it; \"" + whole.heaviest_missing + "\" is nowhere in it",
        location_in(passage, sentence.text)));
  }
}

}  // namespace ibid
