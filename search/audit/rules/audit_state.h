// SPDX-License-Identifier: GPL-2.0-or-later
//
// What rules look up in one state of an index, with what they remember of it from report to report.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "search/audit/figures/bilingual_names.h"
#include "search/audit/figures/stem_weights.h"
#include "search/audit/figures/word_numbers.h"
#include "search/audit/rules/compared_passage.h"
#include "search/audit/rules/earlier_statements.h"
#include "search/audit/rules/kept_by_document.h"

namespace ibid {

// Reports whose files of other formats than text have one extracted text: SHA-256 of the text ->
// the first of them by id.
using SameTexts = std::map<std::string, std::string>;
// May throw Xapian::Error.
SameTexts same_texts(IndexSnapshot& snapshot);

struct AuditState {
  // `of` is lent for the object's life.
  explicit AuditState(IndexSnapshot& of) : snapshot(of) {}
  AuditState(const AuditState&) = delete;
  AuditState& operator=(const AuditState&) = delete;

  IndexSnapshot& snapshot;
  StemAnalyzer analyzer;
  StemWeights weights{snapshot.database()};
  BilingualNames names{snapshot.index()};
  WordNumbers numbers{weights};
  EarlierStatements earlier{snapshot, analyzer, numbers, names};
  std::optional<SameTexts> same_texts;  // once a report needs it

  // A passage of any report, whole or as it is compared. May throw Xapian::Error.
  std::shared_ptr<const StoredPassage> passage(Xapian::docid document) {
    return passages_.of(document, [&] { return snapshot.passage(document); });
  }
  std::shared_ptr<const ComparedPassage> compared_passage(Xapian::docid document) {
    return compared_.of(document, [&] { return compared(snapshot.passage(document), analyzer); });
  }
  // The same of a passage of the view. A later copy is compared with it soon.
  std::shared_ptr<const ComparedPassage> compared_passage(const ReportView& view,
                                                          std::size_t passage) {
    const StoredPassage& own = view.passages[passage];
    if (view.compared[passage]) compared_.keep(own.document, view.compared[passage]);
    return compared_.of(own.document, [&] { return compared(own, analyzer); });
  }

 private:
  KeptByDocument<StoredPassage> passages_{2048};    // some 6 MB
  KeptByDocument<ComparedPassage> compared_{8192};  // some 8 MB
};

}  // namespace ibid
