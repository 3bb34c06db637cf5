// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index_view.h"

namespace ibid {

Xapian::doccount frequency(const IndexView& index, const std::string& term) {
  return index.postings ? index.postings->frequency(term) : index.database.get_termfreq(term);
}

bool has_terms_beginning(const IndexView& index, const std::string& prefix) {
  if (index.postings) return index.postings->has_terms_beginning(prefix);
  return index.database.allterms_begin(prefix) != index.database.allterms_end(prefix);
}

std::string metadata(const IndexView& index, const std::string& key) {
  return index.postings ? index.postings->metadata(key) : index.database.get_metadata(key);
}

}  // namespace ibid
