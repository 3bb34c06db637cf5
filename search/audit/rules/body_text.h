// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the body of a report says, in whatever form: the other inflection or spelling of a word, the
// name in the other language, a figure in another unit or rounded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "search/audit/figures/bilingual_names.h"
#include "search/audit/rules/report_view.h"

namespace ibid {

// A passage, or several.
class BodyText {
 public:
  void add(const StoredPassage& passage);
  void add(const AuditSentence& sentence);
  bool empty() const { return keys_.empty(); }

  // Whether it says `word` of `sentence`, in any form. May throw Xapian::Error.
  bool says(const AuditSentence& sentence, const ContentWord& word, BilingualNames& names) const;

 private:
  bool has(const std::string& stem) const;
  bool says_figure(const Quantity& figure) const;
  bool says_name(const std::string& name) const;

  std::unordered_set<std::string> keys_;  // stems, their beginnings, spellings
  std::vector<Quantity> quantities_;
  std::string letters_;  // folded, without spaces and signs: "ceasefire" of "cease-fire"
};

}  // namespace ibid
