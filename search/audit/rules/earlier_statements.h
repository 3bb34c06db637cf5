// SPDX-License-Identifier: GPL-2.0-or-later
//
// The statements of the reports before one, by id. An audit of all reports has read them when it
// comes to the next, so it keeps them; an audit of a few looks them up in the index. Both find the
// same ones, but for texts that are copied more than kMostCompared times.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/audit/figures/statement_index.h"
#include "search/audit/rules/known_passages.h"
#include "search/audit/rules/report_view.h"

namespace ibid {

// May throw Xapian::Error. Thread: the snapshot's.
class EarlierStatements {
 public:
  // All are lent for the object's life.
  EarlierStatements(IndexSnapshot& snapshot, StemAnalyzer& analyzer, WordNumbers& numbers,
                    BilingualNames& names, KnownPassages& passages)
      : snapshot_(snapshot),
        analyzer_(analyzer),
        numbers_(numbers),
        names_(names),
        passages_(passages) {}

  // From now on each report is added after it was compared, the first one of the index first.
  // Keeps kMostKeptBytes at most: of more it forgets the first half.
  void keep_all() { keeps_all_ = true; }
  bool keeps_all() const { return keeps_all_; }
  void add(const ReportView& view, const FigureStatements& statements);

  // Calls `take` for the statements of reports before that of `view` that are near to `statement`,
  // the nearest before it first, until it stops. Their passage number is that of the document.
  void near(const ReportView& view, const FigureStatementRef& statement,
            const std::function<Next(const FigureStatementRef&)>& take);

 private:
  static constexpr std::size_t kMostKeptBytes = std::size_t{256} << 20U;

  std::vector<Xapian::docid> documents_with(std::span<const std::uint32_t> words,
                                            const ReportView& view) const;
  const FigureStatements& statements_of(Xapian::docid document);

  IndexSnapshot& snapshot_;
  StemAnalyzer& analyzer_;
  WordNumbers& numbers_;
  BilingualNames& names_;
  KnownPassages& passages_;
  bool keeps_all_ = false;
  struct Kept {
    FigureStatements list;
    StatementIndex index{list};
  };
  std::unique_ptr<Kept> older_, newer_;  // if all are kept: what is added goes into the second
  std::unordered_map<Xapian::docid, FigureStatements> read_;  // if not
};

}  // namespace ibid
