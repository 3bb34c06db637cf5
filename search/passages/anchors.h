// SPDX-License-Identifier: GPL-2.0-or-later
//
// What leads from a passage back to its place in the file and on the web, whoever follows it.
// Reads the report's file: an index does not hold what stands between passages.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "search/passages/hit.h"
#include "search/passages/report_text.h"

namespace ibid {

// Thread: one object, one thread.
class AnchorReader {
 public:
  // Nothing where the file is gone, cannot be read, or no longer holds the bytes that were indexed:
  // then nobody can say where in it the passage stands.
  std::optional<Anchors> read(const StoredPassage& passage);
  // The same of other bytes of the report's file: a sentence.
  std::optional<Anchors> read(const ReportInfo& report, ByteRange bytes);

 private:
  const std::optional<ReportText>& text_of(const ReportInfo& report);

  // Kept while they are few, for hits of one report come in any order.
  std::map<std::string, std::optional<ReportText>> texts_;
  std::uint64_t kept_bytes_ = 0;
};

}  // namespace ibid
