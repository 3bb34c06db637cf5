// SPDX-License-Identifier: GPL-2.0-or-later
//
// A reader's view of an index: search, look up passages and reports, tell what is in it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/passage_id.h"
#include "indexer/index_info.h"
#include "search/hit.h"
#include "search/looked_at.h"
#include "search/outline.h"
#include "search/resolution.h"
#include "search/similar.h"
#include "search/sources.h"

namespace ibid {

// Thread: one Searcher, one thread; open several to search in parallel. Each keeps up to 64 MB of
// what it has read of the index, and 2 bytes for each passage; half of the first and all of the
// second once more for each thread that helps it (SearchOptions::threads).
class Searcher {
 public:
  // Throws Error{kIndex}: no index there, another format or analyzer version, damage; each names
  // the remedy.
  explicit Searcher(const std::string& index_dir);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  // Throws QueryError, Error{kIndex}. A commit by a writer meanwhile is no error: the search is run
  // again on the new state, so that one answer is of one generation.
  SearchResult search(std::string_view query, const SearchOptions& options);

  // By passage id (a permalink's hash is not looked at). Nothing if the index does not hold it.
  std::optional<StoredPassage> passage(const PassageRef& ref);
  // What has become of a permalink; `ref` holds a hash. Files are looked at once each, whether they
  // are still what was indexed, until is_stale(), outline() or search() is called.
  Resolution resolve(const PassageRef& ref);
  // Up to `around` passages before and after `passage` in its report, itself included, in file
  // order.
  std::vector<StoredPassage> context(const StoredPassage& passage, std::uint32_t around);
  // Nothing if the index holds no such report.
  std::optional<ReportOutline> outline(std::string_view report_id);

  // Passages about the same thing as the one with this id. Nothing if the index does not hold it.
  std::optional<SimilarResult> similar(const std::string& passage_id,
                                       const SimilarOptions& options);
  // Every source that is cited or listed; with a query, those that passages matching it cite.
  // Throws like search().
  SourceList sources(std::string_view query, const SourceOptions& options);
  // By id, or by the words or URL that passages cite, as written. Nothing if the index knows none.
  std::optional<SourceCard> source(std::string_view source);
  // The source that one who asked for `source` in vain may have meant.
  std::optional<std::string> source_near(std::string_view source);

  bool is_stale(const ReportRef& report);
  IndexInfo info();
  // What a search of this state looks at.
  LookedAt looked_at();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ibid
