// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/source_entries.h"

#include <xapian.h>

#include <algorithm>

#include "corpus/report/report.h"
#include "indexer/schema.h"

namespace ibid {

SourceEntries::SourceEntries(const IndexView& index)
    : index_(index), term_(std::string(schema::kKind) + to_string(PassageKind::kSource)) {
  any_ = frequency(index, term_) != 0;
}

std::size_t SourceEntries::put_last(std::vector<Candidate>& hits) const {
  if (!any_ || hits.empty()) return 0;
  std::vector<Xapian::docid> documents;
  for (const Candidate& hit : hits) documents.push_back(hit.document);
  std::sort(documents.begin(), documents.end());
  const std::vector<Xapian::docid> entries = with_term(index_, term_, documents);
  if (entries.empty()) return 0;
  std::stable_partition(hits.begin(), hits.end(), [&](const Candidate& hit) {
    return !std::binary_search(entries.begin(), entries.end(), hit.document);
  });
  return entries.size();
}

}  // namespace ibid
