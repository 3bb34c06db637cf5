// SPDX-License-Identifier: GPL-2.0-or-later
//
// Documents and posting lists of an index on several machines, as they were read lately: each is a
// message, and an answer asks several times for what it shows.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "search/index/recent_values.h"

namespace ibid {

// Of one state. Thread: one object, one thread. Throws Xapian::Error.
class NodeReads {
 public:
  explicit NodeReads(Xapian::Database nodes) : nodes_(std::move(nodes)) {}

  // With its record and values. Owner: this object, until the next call.
  const Xapian::Document& document(Xapian::docid document) {
    return documents_.get(std::to_string(document), [&] { return nodes_.get_document(document); });
  }
  // All documents that have the term, ascending. Owner: likewise.
  const std::vector<Xapian::docid>& with_term(const std::string& term) {
    return lists_.get(term, [&] {
      std::vector<Xapian::docid> documents;
      const auto end = nodes_.postlist_end(term);
      for (auto at = nodes_.postlist_begin(term); at != end; ++at) documents.push_back(*at);
      return documents;
    });
  }
  // Metadata of the first of `nodes` that has the key; empty if none has. Owner: likewise.
  const std::string& metadata(const std::vector<Xapian::Database>& nodes, const std::string& key) {
    return metadata_.get(key, [&] {
      std::string value;
      for (const Xapian::Database& node : nodes) {
        if (value.empty()) value = node.get_metadata(key);
      }
      return value;
    });
  }

 private:
  static constexpr std::size_t kDocuments = 1024;
  static constexpr std::size_t kLists = 4;
  static constexpr std::size_t kKeys = 4096;

  Xapian::Database nodes_;
  RecentValues<Xapian::Document> documents_{kDocuments};
  RecentValues<std::vector<Xapian::docid>> lists_{kLists};
  RecentValues<std::string> metadata_{kKeys};
};

}  // namespace ibid
