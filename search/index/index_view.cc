// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/index_view.h"

#include <algorithm>
#include <iterator>

#include "corpus/error.h"
#include "indexer/glass/format.h"
#include "indexer/glass/posting_reader.h"
#include "indexer/glass/value_reader.h"
#include "indexer/glass/version_file.h"
#include "search/index/node_reads.h"
#include "search/index/node_statistics.h"

namespace ibid {
namespace {

// Of one index on this machine, as far as possible from its tables.
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

NodeReads& node_reads(const IndexView& index) {
  if (!index.derived->node_reads) {
    index.derived->node_reads = std::make_shared<NodeReads>(index.database);
  }
  return *index.derived->node_reads;
}

}  // namespace

void open_tables(IndexView& index) {
  index.commit = glass::read_version_file(index.directory);
  glass::TreeRoots roots;
  try {
    roots = glass::decode_tree_roots(index.commit);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kIndex) throw;
    return;
  }
  const auto path = [&](glass::Table table) {
    return index.directory + "/" + glass::kTableFiles[static_cast<std::size_t>(table)];
  };
  const auto root = [&](glass::Table table) {
    return roots.tables[static_cast<std::size_t>(table)];
  };
  using glass::Table;
  index.postings = std::make_shared<IndexPostings>(path(Table::kPostlist), root(Table::kPostlist),
                                                   roots.revision);
  index.records =
      std::make_shared<IndexRecords>(path(Table::kDocdata), root(Table::kDocdata), roots.revision);
}

std::string record(const IndexView& index, Xapian::docid document) {
  if (is_on_nodes(index)) return node_reads(index).document(document).get_data();
  return index.records ? index.records->read(document)
                       : index.database.get_document(document).get_data();
}

Statistics& statistics(const IndexView& index) {
  std::shared_ptr<Statistics>& made = index.derived->statistics;
  if (!made && index.postings) {
    made = std::make_shared<TableStatistics>(index.database, index.postings);
  } else if (!made && is_on_nodes(index)) {
    made = std::make_shared<NodeStatistics>(index.database, std::make_shared<KnownTerms>());
  } else if (!made) {
    made = std::make_shared<DatabaseStatistics>(index.database);
  }
  return *made;
}

Xapian::doccount frequency(const IndexView& index, const std::string& term) {
  return statistics(index).frequency(term);
}

bool has_live(const IndexView& index, const std::string& term) {
  if (!index.deleted || index.deleted->empty()) return frequency(index, term) != 0;
  const auto end = index.database.postlist_end(term);
  for (auto it = index.database.postlist_begin(term); it != end; ++it) {
    if (index.deleted->next(*it) != *it) return true;
  }
  return false;
}

bool has_terms_beginning(const IndexView& index, const std::string& prefix) {
  return statistics(index).has_terms_beginning(prefix);
}

std::vector<Xapian::docid> with_term(const IndexView& index, const std::string& term,
                                     std::span<const Xapian::docid> documents) {
  std::vector<Xapian::docid> found;
  if (is_on_nodes(index)) {
    const std::vector<Xapian::docid>& all = node_reads(index).with_term(term);
    std::set_intersection(all.begin(), all.end(), documents.begin(), documents.end(),
                          std::back_inserter(found));
    return found;
  }
  if (index.postings) {
    glass::PostingReader postings = index.postings->open(term);
    for (auto at = documents.begin(); at != documents.end();) {
      postings.skip_to(*at);
      if (postings.docid() == glass::PostingReader::kEnd) break;
      if (postings.docid() == *at) {
        found.push_back(*at++);
      } else {  // either side may be the shorter one
        at = std::lower_bound(at + 1, documents.end(), postings.docid());
      }
    }
    return found;
  }
  auto at = index.database.postlist_begin(term);
  const auto end = index.database.postlist_end(term);
  for (const Xapian::docid document : documents) {
    if (at != end) at.skip_to(document);
    if (at == end) break;
    if (*at == document) found.push_back(document);
  }
  return found;
}

std::vector<std::string> values_of(const IndexView& index, Xapian::valueno slot,
                                   std::span<const Xapian::docid> documents) {
  std::vector<std::string> values;
  if (is_on_nodes(index)) {
    for (const Xapian::docid document : documents) {
      values.push_back(node_reads(index).document(document).get_value(slot));
    }
    return values;
  }
  if (index.postings) {
    glass::ValueReader reader = index.postings->values(slot);
    for (const Xapian::docid document : documents) values.emplace_back(reader.value(document));
    return values;
  }
  auto value = index.database.valuestream_begin(slot);
  const auto end = index.database.valuestream_end(slot);
  for (const Xapian::docid document : documents) {
    if (value != end) value.skip_to(document);
    const bool has = value != end && value.get_docid() == document;
    values.push_back(has ? *value : std::string());
  }
  return values;
}

std::map<std::string, Xapian::doccount> value_counts(const IndexView& index, Xapian::valueno slot) {
  Xapian::Enquire enquire(index.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query::MatchAll);
  Xapian::ValueCountMatchSpy spy(slot);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, index.database.get_doccount());
  std::map<std::string, Xapian::doccount> counts;
  for (auto at = spy.values_begin(); at != spy.values_end(); ++at) {
    counts.emplace(*at, at.get_termfreq());
  }
  return counts;
}

std::string metadata(const IndexView& index, const std::string& key) {
  if (is_on_nodes(index)) return node_reads(index).metadata(index.nodes, key);
  return index.postings ? index.postings->metadata(key) : index.database.get_metadata(key);
}

}  // namespace ibid
