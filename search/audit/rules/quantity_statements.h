// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a text states with a figure: its sentence, reduced to what shows whether two statements are
// about the same thing.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "search/audit/rules/bilingual_names.h"
#include "search/audit/rules/report_view.h"
#include "search/audit/sentences/figure_bounds.h"
#include "search/audit/sentences/scopes.h"

namespace ibid {

struct Statement {
  const StoredPassage* passage = nullptr;
  ByteRange sentence;
  const AuditSentence* read_from = nullptr;  // the sentence
  Quantity quantity;
  std::string counted;           // of a count: what is counted
  std::set<std::string> stems;   // of its sentence, without quantities
  std::set<std::string> nearby;  // those close to the quantity
  std::set<std::string> years;   // the quantity's own, else its sentence's
  std::set<int> months;          // of its sentence, else named last before it
  std::set<int> own_months;      // of its sentence
  std::set<std::string> names;   // capitalised words without the first; Korean names; as stems
  std::string opening;  // stem of the capitalised word that begins its sentence; else empty
  std::set<std::string> quantities;  // all of its sentence
  bool change = false;               // a percentage by which something rose or fell
  Scopes scopes;                     // of its sentence
  FigureBounds bounds;               // the numbers that the quantity admits
};

// A statement for each amount, percentage and count of the sentences, in order; passages and
// sentences are lent for the result's life. None for sentences of source lists, or for ranks,
// articles and times.
std::vector<Statement> statements_of(const std::vector<StoredPassage>& passages,
                                     const std::vector<AuditSentence>& sentences,
                                     BilingualNames& names);

// Equal for quantities that are the same.
std::string key_of(const Quantity& quantity);

}  // namespace ibid
