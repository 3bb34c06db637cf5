// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/statistics.h"

namespace ibid {

bool DatabaseStatistics::has_terms_beginning(const std::string& prefix) {
  return database_.allterms_begin(prefix) != database_.allterms_end(prefix);
}

std::optional<std::string> DatabaseStatistics::first_term_from(const std::string& term,
                                                               const std::string& prefix) {
  Xapian::TermIterator at = database_.allterms_begin(prefix);
  const Xapian::TermIterator end = database_.allterms_end(prefix);
  if (at != end) at.skip_to(term);
  if (at == end) return std::nullopt;
  return *at;
}

void DatabaseStatistics::each_term(const std::string& prefix, const std::string& first,
                                   const Take& take) {
  const auto end = database_.allterms_end(prefix);
  auto at = database_.allterms_begin(prefix);
  if (at != end && first > prefix) at.skip_to(first);
  while (at != end && take(*at)) ++at;
}

}  // namespace ibid
