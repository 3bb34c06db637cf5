// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages by the thousand, in one order whatever the index's history: by report id, then in file
// order. Holds one report at a time, and one bit for each passage of the index, so memory does not
// grow with the number of records.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "corpus/report/passage_id.h"
#include "search/export/export_record.h"
#include "search/index/take_report.h"
#include "search/passages/query_aliases.h"

namespace ibid {

class OpenIndex;

struct ExportOptions {
  enum class Select : std::uint8_t { kAll, kQuery, kIds };  // kIds: those taken by add()
  Select select = Select::kAll;
  ExportWhat what = ExportWhat::kPassages;
  std::string query;
  QueryAliases names;
};

// Thread: that of the index.
class Exporter {
 public:
  // `index`: lent for the object's life.
  explicit Exporter(OpenIndex& index);
  ~Exporter();
  Exporter(const Exporter&) = delete;
  Exporter& operator=(const Exporter&) = delete;

  // Takes a passage to be exported. kChanged: there is a passage with this id, but its text is not
  // that of the permalink. Memory: the ids taken.
  enum class Found : std::uint8_t { kYes, kUnknown, kChanged };
  Found add(const PassageRef& ref);

  // Passes each report with its passages to `take`; for citations, only passages that cite
  // something. Ends early if `take` says so. A commit by a writer meanwhile is not an error: the
  // reports that follow are those of the new state, and the totals say so. Throws QueryError,
  // Error{kIndex}.
  ExportTotals run(const ExportOptions& options, const TakeReport<ExportedReport>& take);

  // Whether the file of a report is gone or has other bytes than were indexed; reads the file.
  bool is_stale(const std::string& report_id);

  // Passages by name, grouped by report: reports and passages in the order of their first mention.
  struct NamedPassages {
    std::vector<ExportedReport> reports;
    std::vector<Found> found;  // for each name
    ExportTotals totals;       // not complete if one is not found
  };
  NamedPassages passages(const std::vector<PassageRef>& refs);

  // The sources by id; with a query, those that matching passages cite. Memory: the sources. Throws
  // like run().
  SourceList sources(const ExportOptions& options);

  // Sources by name: an id, or words or a URL as passages cite them.
  struct NamedSources {
    SourceList list;          // by id
    std::vector<bool> known;  // for each name: whether it is cited or listed
  };
  NamedSources sources(const std::vector<std::string>& names);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ibid
