// SPDX-License-Identifier: GPL-2.0-or-later
//
// Links from a passage back to its location in the file and on the web, for any reader to follow.
// Reads the report's file: of plain text, an index does not hold the text between passages.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "search/passages/hit.h"
#include "search/passages/page_text.h"
#include "search/passages/report_text.h"

namespace ibid {

// Thread: one object, one thread.
class AnchorReader {
 public:
  // `space`: of the text that selectors point into.
  explicit AnchorReader(WhiteSpace space = WhiteSpace::kFolded) : space_(space) {}

  // Returns nothing if the file is missing, cannot be read, or no longer holds the indexed bytes:
  // then the passage's location in it is unknown.
  std::optional<Anchors> read(const StoredPassage& passage);
  // The selectors alone, of any bytes of the report's file, such as a sentence.
  std::optional<Selectors> selectors(const ReportInfo& report, ByteRange bytes);

 private:
  struct Texts {
    std::string bytes;                              // of the file, or the extracted text
    std::shared_ptr<const ExtractedFile> document;  // null for plain text and Markdown
    ReportText selected;                            // what selectors point into
    std::optional<PageText> page;                   // once a link is made
  };
  static Selectors selectors_in(const Texts& texts, ByteRange bytes);
  std::optional<Texts>& texts_of(const ReportInfo& report);

  WhiteSpace space_;
  // Cached up to a bound, because hits of one report come in any order.
  std::map<std::string, std::optional<Texts>> texts_;
  std::uint64_t kept_bytes_ = 0;
};

}  // namespace ibid
