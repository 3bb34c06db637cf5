// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/known_names.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

// The names in the row of `key` of a value of metadata: see kMetaAlias in schema.h.
void add_stored(std::string_view rows, std::string_view key, std::vector<std::string>& names) {
  while (!rows.empty()) {
    const std::size_t end = std::min(rows.find('\n'), rows.size());
    std::string_view row = rows.substr(0, end);
    rows.remove_prefix(std::min(end + 1, rows.size()));
    const std::size_t tab = row.find(schema::kAliasSeparator);
    if (row.substr(0, tab) != key || tab == std::string_view::npos) continue;
    row.remove_prefix(tab + 1);
    while (!row.empty()) {
      const std::size_t next = std::min(row.find(schema::kAliasSeparator), row.size());
      names.emplace_back(row.substr(0, next));
      row.remove_prefix(std::min(next + 1, row.size()));
    }
  }
}

}  // namespace

const std::vector<std::string>& ReportNames::others(const std::string& word) {
  constexpr std::size_t kMostKnown = 100'000;
  const auto known = known_.find(word);
  if (known != known_.end()) return known->second;
  if (known_.size() >= kMostKnown) known_.clear();
  std::vector<std::string> names;
  if (word.size() <= schema::kMaxFormBytes) {
    add_stored(database_.get_metadata(schema::kMetaAlias + word), word, names);
    const std::string pairs = schema::kAlias + word + schema::kAliasSeparator;
    const auto end = database_.allterms_end(pairs);
    for (auto it = database_.allterms_begin(pairs); it != end; ++it) {
      names.push_back((*it).substr(pairs.size()));
    }
  }
  return known_.emplace(word, std::move(names)).first->second;
}

bool ReportNames::is_korean_name(const std::string& word) {
  std::size_t at = 0;
  return !word.empty() && is_hangul(next_code_point(word, at)) && !others(word).empty();
}

}  // namespace ibid
