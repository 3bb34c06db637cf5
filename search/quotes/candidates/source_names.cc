// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/candidates/source_names.h"

#include <cstdint>
#include <cstring>

#include "corpus/text/code_points.h"
#include "indexer/schema.h"

namespace ibid {

std::size_t SourceNames::bit_of(std::string_view run) {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, run.data(), kRun);
  return bytes * 2654435761U >> 16;  // Knuth's multiplicative hash
}

SourceNames::SourceNames(const Xapian::Database& database) {
  for (const char first : {schema::kCites, schema::kLists}) {
    const std::string prefix(1, first);
    const auto end = database.allterms_end(prefix);
    for (auto it = database.allterms_begin(prefix); it != end; ++it) {
      Source source{*it, {}};
      source.small = ascii_lower(std::string_view(source.term).substr(prefix.size()));
      const std::string_view small = source.small;
      for (std::size_t at = 0; at + kRun <= small.size(); ++at) {
        runs_.set(bit_of(small.substr(at, kRun)));
      }
      sources_.push_back(std::move(source));
    }
  }
}

std::vector<std::string> SourceNames::containing(std::string_view item) const {
  for (std::size_t at = 0; at + kRun <= item.size(); ++at) {
    if (!runs_.test(bit_of(item.substr(at, kRun)))) return {};
  }
  std::vector<std::string> terms;
  for (const Source& source : sources_) {
    if (source.small.find(item) != std::string::npos) terms.push_back(source.term);
  }
  return terms;
}

}  // namespace ibid
