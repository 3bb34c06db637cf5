// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages by the thousand, in one order whatever the index's history: by report id, then as they
// stand in the report. One report is held at a time, and a bit a passage of the index, so memory
// does not grow with the number of records.
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
  enum class Select : std::uint8_t { kAll, kQuery, kIds };  // kIds: what add() took
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

  // Takes a passage to be exported. kChanged: there is one of this id, but its text is not the one
  // that the permalink was made of. Memory: the ids taken.
  enum class Found : std::uint8_t { kYes, kUnknown, kChanged };
  Found add(const PassageRef& ref);

  // Hands over each report with its passages; without those that cite nothing where citations are
  // asked for. Ends early when `take` says so. A commit by a writer meanwhile is no error: the
  // reports that follow are those of the new state, and the totals say so. Throws QueryError,
  // Error{kIndex}.
  ExportTotals run(const ExportOptions& options, const TakeReport<ExportedReport>& take);

  // Passages by name, those of one report together: reports and passages in the order in which
  // they are named first.
  struct NamedPassages {
    std::vector<ExportedReport> reports;
    std::vector<Found> found;  // of each name
    ExportTotals totals;       // not complete where one is not found
  };
  NamedPassages passages(const std::vector<PassageRef>& refs);

  // The sources by id; with a query, those that its passages cite. Memory: the sources. Throws
  // like run().
  SourceList sources(const ExportOptions& options);

  // Sources by name: an id, or words or a URL as passages cite them.
  struct NamedSources {
    SourceList list;          // by id
    std::vector<bool> known;  // of each name: whether it is cited or listed
  };
  NamedSources sources(const std::vector<std::string>& names);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ibid
