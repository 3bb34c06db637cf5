// SPDX-License-Identifier: GPL-2.0-or-later
//
// The sources of an open index: the list of them, and all that is known of one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/sources/sources.h"

namespace ibid {

class OpenIndex;

// Throws Error{kIndex}. Thread: that of the index.
class SourceReader {
 public:
  // `index`: lent for the object's life.
  explicit SourceReader(OpenIndex& index) : index_(index) {}

  // Every cited or listed source; with a query, the sources that matching passages cite. Throws as
  // a search does.
  SourceList list(std::string_view query, const SourceOptions& options);
  // By id or URL; or by words that passages cite, or that the title, publisher, author or host of
  // sources has: of several such sources, one card for all (SourceCard::members). Nothing if the
  // index knows none.
  std::optional<SourceCard> card(std::string_view source);
  // The `limit` sources that most passages cite, and which of them are cited together.
  SourcesTogether together(std::size_t limit);
  // The source that someone who asked for `source` may have meant, if there is no such source.
  std::optional<std::string> nearest(std::string_view source);

 private:
  std::vector<std::string> sources_meant(std::string_view source);  // ascending
  bool is_cited_or_listed(const std::string& source);

  OpenIndex& index_;
};

}  // namespace ibid
