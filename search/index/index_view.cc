// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/index_view.h"

#include <algorithm>

#include "corpus/error.h"
#include "indexer/glass/format.h"
#include "indexer/glass/posting_reader.h"
#include "indexer/glass/value_reader.h"
#include "indexer/glass/version_file.h"

namespace ibid {

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
  return index.records ? index.records->read(document)
                       : index.database.get_document(document).get_data();
}

Xapian::doccount frequency(const IndexView& index, const std::string& term) {
  return index.postings ? index.postings->frequency(term) : index.database.get_termfreq(term);
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
  if (index.postings) return index.postings->has_terms_beginning(prefix);
  return index.database.allterms_begin(prefix) != index.database.allterms_end(prefix);
}

std::optional<std::string> first_term_from(const IndexView& index, const std::string& term) {
  if (index.postings) return index.postings->first_term_from(term);
  Xapian::TermIterator at = index.database.allterms_begin();
  at.skip_to(term);
  if (at == index.database.allterms_end()) return std::nullopt;
  return *at;
}

std::vector<Xapian::docid> with_term(const IndexView& index, const std::string& term,
                                     std::span<const Xapian::docid> documents) {
  std::vector<Xapian::docid> found;
  if (index.postings) {
    glass::PostingReader postings = index.postings->open(term);
    for (auto at = documents.begin(); at != documents.end();) {
      postings.skip_to(*at);
      if (postings.docid() == glass::PostingReader::kEnd) break;
      if (postings.docid() == *at) found.push_back(*at++);
      // Either side may be the shorter one.
      else
        at = std::lower_bound(at + 1, documents.end(), postings.docid());
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

std::string metadata(const IndexView& index, const std::string& key) {
  return index.postings ? index.postings->metadata(key) : index.database.get_metadata(key);
}

}  // namespace ibid
