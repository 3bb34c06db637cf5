// SPDX-License-Identifier: GPL-2.0-or-later
//
// One quotation, looked for in one state of an index, attempt by attempt as docs/quotes.md tells
// them. Names Xapian: search internals only. May throw Xapian::Error.
#pragma once

#include <string>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_snapshot.h"
#include "search/quotes/candidates/date_order.h"
#include "search/quotes/candidates/source_names.h"
#include "search/quotes/forms/quote_answer.h"
#include "search/quotes/left_out_texts.h"

namespace ibid {

// Where it is looked for, and what is known of that state. All is lent.
struct QuoteScope {
  IndexSnapshot& snapshot;
  Analyzer& analyzer;
  const SourceNames& sources;
  // What every answer says; `report` is the only one looked into, unless it is empty.
  const QuoteCertificate& certificate;
  LeftOutTexts& left_out;
  DateOrder& dates;
};

// `quotation`: bare_quotation() of valid UTF-8, not empty.
QuoteAnswer verify_quotation(const QuoteScope& scope, const std::string& quotation);

}  // namespace ibid
