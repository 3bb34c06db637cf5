// SPDX-License-Identifier: GPL-2.0-or-later
//
// One opened state of an index, and reads from it by key. Any member may throw Xapian::Error;
// DatabaseModifiedError says that the state was overwritten.
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
#include "search/index/freshness.h"
#include "search/index/index_view.h"
#include "search/index/node_statistics.h"
#include "search/index/recent_values.h"
#include "search/passages/hit.h"

namespace ibid {

// Whether a passage counts, by document number. Without a value all passages count.
using PassageFilter = std::optional<std::vector<bool>>;

enum class Side : std::uint8_t { kBefore, kAfter };

class IndexSnapshot {
 public:
  // Throws Error{kIndex, kSystem} as OpenIndex's constructor does.
  explicit IndexSnapshot(const IndexDir& dir);
  // Of an index on several machines: of those that answer, and of all. `terms`: what is known of
  // the words of these builds.
  IndexSnapshot(std::vector<Xapian::Database> nodes, std::vector<NodeState> states,
                std::shared_ptr<KnownTerms> terms);

  const Xapian::Database& database() const { return index_.database; }
  const IndexView& index() const { return index_; }
  const Manifest& manifest() const { return manifest_; }
  const IndexState& state() const { return state_; }

  PassageRecord record(Xapian::docid document) const;
  StoredPassage passage(PassageRecord record);
  StoredPassage passage(Xapian::docid document);
  std::optional<Xapian::docid> find_passage(const std::string& passage_id) const;
  // The passage before or after that of `document` in its report; nothing at the report's ends.
  std::optional<Xapian::docid> neighbour(Xapian::docid document, Side side) const;
  // The report's passages that count, in file order.
  std::vector<StoredPassage> passages_of(std::string_view report_id,
                                         const PassageFilter& filter = std::nullopt);
  std::optional<ReportRecord> report(std::string_view report_id) const;
  // What the first list that has the source says of it; nothing if none has, or says nothing.
  std::optional<NamedSource> listed(const std::string& source);
  // The next id in order of ids; the first one for an empty `report_id`, nothing after the last.
  std::optional<std::string> report_after(std::string_view report_id) const;
  // The report of a passage. Owner: this object; valid until the next call. Throws Error{kIndex} if
  // the index has lost the report's record.
  const ReportInfo& report_ref(const std::string& report_id);
  // Examines the file once, if it is of this machine; else that is not known, and false (see
  // ReportInfo::elsewhere). forget_freshness() makes it examine files again.
  bool is_stale(std::string_view report_id, FreshnessCheck check);
  void forget_freshness() { stale_.clear(); }

 private:
  struct KnownReport {
    ReportInfo info;
    std::map<std::string, NamedSource, std::less<>> sources;  // those with a title or publisher
  };
  // Owner: this object; valid until the next call.
  const KnownReport& known_report(const std::string& report_id);
  KnownReport read_report(const std::string& report_id) const;
  const std::vector<std::string>& kept_report_ids() const;
  bool has_order(Xapian::docid document, const std::string& order) const;
  std::string order_of(Xapian::docid document) const;
  void expect_documents(const IndexDir& dir) const;

  Manifest manifest_;
  IndexView index_;
  IndexState state_;
  // An answer of ten hits names ten reports of an index that may have thousands. A report takes
  // about 2 KB, a file 0.4 KB.
  static constexpr std::size_t kRecentReports = 2048;
  RecentValues<KnownReport> reports_{kRecentReports};
  mutable std::vector<std::string> report_ids_;  // of nodes, once asked for
  RecentValues<std::optional<FileRecord>> files_{kRecentReports};
  struct Freshness {
    FreshnessCheck check = FreshnessCheck::kStamp;
    bool stale = false;
  };
  std::map<std::string, Freshness, std::less<>> stale_;
};

}  // namespace ibid
