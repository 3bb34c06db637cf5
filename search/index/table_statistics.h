// SPDX-License-Identifier: GPL-2.0-or-later
//
// Statistics of one index on this machine, as far as possible from its tables.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "search/index/index_postings.h"
#include "search/index/statistics.h"

namespace ibid {

class TableStatistics : public DatabaseStatistics {
 public:
  TableStatistics(const Xapian::Database& database, std::shared_ptr<IndexPostings> postings)
      : DatabaseStatistics(database), postings_(std::move(postings)) {}

  Xapian::doccount frequency(const std::string& term) override {
    return postings_->frequency(term);
  }
  bool has_terms_beginning(const std::string& prefix) override {
    return postings_->has_terms_beginning(prefix);
  }
  std::optional<std::string> first_term_from(const std::string& term,
                                             const std::string& prefix) override {
    std::optional<std::string> found = postings_->first_term_from(term);
    if (found && !found->starts_with(prefix)) found.reset();
    return found;
  }

 private:
  std::shared_ptr<IndexPostings> postings_;
};

}  // namespace ibid
