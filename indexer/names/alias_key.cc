// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/alias_key.h"

namespace ibid {

std::string alias_key(std::string_view name, Analyzer& analyzer) {
  Analysis analysis;
  analyzer.analyze(name, analysis);
  std::string key;
  if (analysis.words.size() > kMaxAliasWords) return key;
  for (const Word& word : analysis.words) {
    if (!key.empty()) key += ' ';
    key += analysis.surface(word);
  }
  return key;
}

}  // namespace ibid
