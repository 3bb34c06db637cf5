// SPDX-License-Identifier: GPL-2.0-or-later
//
// The statements of the reports before one, by id. An audit of all reports has read them when it
// comes to the next, so it keeps them; an audit of a few looks them up in the index. Both find the
// same ones, unless more than kMostCompared statements or kMostRead passages could be compared.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "search/audit/figures/statement_index.h"
#include "search/audit/rules/kept_by_document.h"
#include "search/audit/rules/report_view.h"

namespace ibid {

// May throw Xapian::Error. Thread: the snapshot's.
class EarlierStatements {
 public:
  // All are lent for the object's life.
  EarlierStatements(IndexSnapshot& snapshot, StemAnalyzer& analyzer, WordNumbers& numbers,
                    BilingualNames& names)
      : snapshot_(snapshot), analyzer_(analyzer), numbers_(numbers), names_(names) {}

  // From now on each report is added after it was compared, the first one of the index first.
  // Keeps kMostKeptBytes at most: of more it forgets the first half.
  void keep_all() { keeps_all_ = true; }
  void add(const ReportView& view, const FigureStatements& statements);

  // Calls `take` for the statements of reports before that of `view` that are near to `statement`,
  // the nearest before it first, until it stops. Their passage number is that of the document.
  void near(const ReportView& view, const FigureStatementRef& statement,
            const std::function<Next(const FigureStatementRef&)>& take);

 private:
  static constexpr std::size_t kMostKeptBytes = std::size_t{256} << 20U;
  static constexpr std::size_t kMostRead = 1000;  // passages for one statement

  std::vector<Xapian::docid> documents_near(const ReportView& view,
                                            const FigureStatementRef& statement,
                                            std::span<const std::uint32_t> rarest) const;
  FigureStatements statements_of(Xapian::docid document);

  IndexSnapshot& snapshot_;
  StemAnalyzer& analyzer_;
  WordNumbers& numbers_;
  BilingualNames& names_;
  bool keeps_all_ = false;
  struct Kept {
    FigureStatements list;
    StatementIndex index{list};
  };
  std::unique_ptr<Kept> older_, newer_;  // if all are kept: what is added goes into the second
  KeptByDocument<FigureStatements> read_{8192};  // if not
};

}  // namespace ibid
