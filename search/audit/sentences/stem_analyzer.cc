// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/stem_analyzer.h"

#include <algorithm>

namespace ibid {
namespace {

std::string_view stem_among_forms(const Analysis& analysis, const Word& word) {
  const auto stem =
      std::find_if(analysis.begin_of(word), analysis.end_of(word), [](const Form& form) {
        return form.kind == FormKind::kLemma || form.kind == FormKind::kStem;
      });
  return stem == analysis.end_of(word) ? analysis.surface(word) : analysis.text(*stem);
}

}  // namespace

void StemAnalyzer::analyze(std::string_view text, const std::vector<ByteRange>& skip,
                           const std::vector<ByteRange>& markup, Analysis& out) {
  analyzer_.analyze_words(text, skip, markup, out);
  if (analyzer_.known_generation() != generation_) {
    generation_ = analyzer_.known_generation();
    stems_.clear();
  }
  // Numbers come in order, each first with all forms.
  for (const Word& word : out.words) {
    if (word.known == stems_.size()) stems_.emplace_back(stem_among_forms(out, word));
  }
}

std::string_view StemAnalyzer::stem_of(const Analysis& analysis, const Word& word) const {
  return word.known == Word::kUnknown ? stem_among_forms(analysis, word)
                                      : std::string_view(stems_[word.known]);
}

}  // namespace ibid
