// SPDX-License-Identifier: GPL-2.0-or-later
//
// Searches an open index, and looks up passages and reports in it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/passage_id.h"
#include "search/passages/hit.h"
#include "search/passages/outline.h"
#include "search/passages/similar.h"

namespace ibid {

class OpenIndex;

// Thread: that of the index.
class Searcher {
 public:
  // `index`: lent for the object's life.
  explicit Searcher(OpenIndex& index);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  // Throws QueryError, Error{kIndex}. A commit by a writer meanwhile is not an error: the search
  // runs again on the new state, so each answer is of one generation.
  SearchResult search(std::string_view query, const SearchOptions& options);

  // By passage id (a permalink's hash is ignored). Nothing if the index does not hold it.
  std::optional<StoredPassage> passage(const PassageRef& ref);
  // `passage` with up to `around` passages before and after it in its report, in file order.
  std::vector<StoredPassage> context(const StoredPassage& passage, std::uint32_t around);
  // Nothing if the index does not hold the report.
  std::optional<ReportOutline> outline(std::string_view report_id,
                                       LeftOut left_out = LeftOut::kHidden);

  // Passages on the same subject as the one with this id. Nothing if the index does not hold it.
  std::optional<SimilarResult> similar(const std::string& passage_id,
                                       const SimilarOptions& options);

  bool is_stale(const ReportInfo& report);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ibid
