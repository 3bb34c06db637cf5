// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a summary or conclusion says that the body does not.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "corpus/code_points.h"
#include "search/audit/rule_groups.h"

namespace ibid {
namespace {

bool is_outer(const StoredPassage& passage) {
  return passage.kind == PassageKind::kSummary || passage.kind == PassageKind::kConclusion;
}

using Stems = std::unordered_set<std::string>;

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
    if (stems.contains(word.stem)) {
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

// A sentence has a counterpart if one body passage holds kOne of its weight, or the body as a whole
// kAll: a summary puts several passages into one sentence, in words of its own. Sentences of
// less than kFewestWords say too little to tell.
void find_unsupported_summary(const ReportView& view, StemWeights& weights, Findings& out) {
  constexpr double kOne = 0.4, kAll = 0.6;
  constexpr std::size_t kFewestWords = 5;
  std::vector<Stems> bodies(view.passages.size());
  Stems body;
  for (const AuditSentence& sentence : view.sentences) {
    if (!needs_source(view.passages[sentence.passage])) continue;
    for (const ContentWord& word : sentence.words) {
      bodies[sentence.passage].insert(word.stem);
      body.insert(word.stem);
    }
  }
  if (body.empty()) return;
  for (const AuditSentence& sentence : view.sentences) {
    const StoredPassage& passage = view.passages[sentence.passage];
    if (!is_outer(passage) || sentence.words.size() < kFewestWords) continue;
    const Coverage whole = covered(passage, sentence, body, weights);
    if (whole.share >= kAll) continue;
    const bool found = std::any_of(bodies.begin(), bodies.end(), [&](const Stems& stems) {
      return !stems.empty() && covered(passage, sentence, stems, weights).share >= kOne;
    });
    if (found) continue;
    out.push_back(make_finding(
        rule::kUnsupportedSummary,
        "the body says nothing like it; \"" + whole.heaviest_missing + "\" is nowhere in it",
        place_in(passage, sentence.text)));
  }
}

}  // namespace ibid
