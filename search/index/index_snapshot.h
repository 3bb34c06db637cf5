// SPDX-License-Identifier: GPL-2.0-or-later
//
// One opened state of an index, and what is read from it by key. Names Xapian: search internals
// only. Any member may throw Xapian::Error; DatabaseModifiedError says that the state is gone.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/folder/index_dir.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/stored_reports.h"
#include "search/index/index_view.h"
#include "search/passages/hit.h"

namespace ibid {

// By document number: whether its passage counts. Nothing: all do.
using PassageFilter = std::optional<std::vector<bool>>;

enum class Side : std::uint8_t { kBefore, kAfter };

class IndexSnapshot {
 public:
  // Throws Error{kIndex, kSystem} as OpenIndex's constructor does.
  explicit IndexSnapshot(const IndexDir& dir);

  const Xapian::Database& database() const { return index_.database; }
  const IndexView& index() const { return index_; }
  const Manifest& manifest() const { return manifest_; }
  const IndexState& state() const { return state_; }

  PassageRecord record(Xapian::docid document) const;
  StoredPassage passage(PassageRecord record);
  StoredPassage passage(Xapian::docid document) { return passage(record(document)); }
  std::optional<Xapian::docid> find_passage(const std::string& passage_id) const;
  // The passage before or after that of `document` in its report; nothing at its ends.
  std::optional<Xapian::docid> neighbour(Xapian::docid document, Side side) const;
  // Those that count, in file order.
  std::vector<StoredPassage> passages_of(std::string_view report_id,
                                         const PassageFilter& filter = std::nullopt);
  std::optional<ReportRecord> report(std::string_view report_id) const;
  // The id that comes next in order of ids; the first after an empty one, nothing after the last.
  std::optional<std::string> report_after(std::string_view report_id) const;
  // Of a report that a passage is of. Lender: this object, until the next call. Throws
  // Error{kIndex} where the index has lost it.
  const ReportInfo& report_ref(const std::string& report_id);
  // Looks at the file once; forget_freshness() makes it look again.
  bool is_stale(std::string_view report_id);
  void forget_freshness() { stale_.clear(); }

 private:
  std::string order_of(Xapian::docid document) const;
  void expect_documents(const IndexDir& dir) const;

  Manifest manifest_;
  IndexView index_;
  IndexState state_;
  std::map<std::string, ReportInfo, std::less<>> reports_;
  std::map<std::string, bool, std::less<>> stale_;
};

}  // namespace ibid
