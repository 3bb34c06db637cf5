// SPDX-License-Identifier: GPL-2.0-or-later
//
// Statistics of an index on several machines: of all of them together, since only those make scores
// that can be compared. Each answer is kept, as a question is a message to each node.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "search/index/statistics.h"

namespace ibid {

// What was asked of the words of certain builds, for as long as these are live.
struct KnownTerms {
  std::unordered_map<std::string, Xapian::doccount> frequencies;
  std::unordered_map<std::string, bool> beginnings;
  // All terms that begin with the key, ascending.
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::size_t listed_bytes = 0;
};

class NodeStatistics : public DatabaseStatistics {
 public:
  NodeStatistics(const Xapian::Database& nodes, std::shared_ptr<KnownTerms> known)
      : DatabaseStatistics(nodes), known_(std::move(known)) {}

  Xapian::doccount frequency(const std::string& term) override;
  bool has_terms_beginning(const std::string& prefix) override;
  std::optional<std::string> first_term_from(const std::string& term,
                                             const std::string& prefix) override;
  void each_term(const std::string& prefix, const std::string& first, const Take& take) override;
  // One message to each node, however many terms.
  void expect(std::span<const std::string> terms) override;

 private:
  void note_frequency(const std::string& term, Xapian::doccount frequency);
  // One that has all terms with the prefix, and perhaps more.
  const std::vector<std::string>& list_with(const std::string& prefix);

  std::shared_ptr<KnownTerms> known_;
};

}  // namespace ibid
