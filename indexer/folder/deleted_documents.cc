// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/deleted_documents.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "corpus/error.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

Xapian::docid docid_of(std::string_view text) {
  Xapian::docid docid = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), docid);
  if (error != std::errc() || end != text.data() + text.size() || docid == 0) {
    throw Error(ErrorKind::kIndex,
                "the list of removed passages is damaged; run `ibid index --rebuild`");
  }
  return docid;
}

}  // namespace

DeletedDocuments::DeletedDocuments(const Xapian::Database& database) {
  const auto end = database.metadata_keys_end(schema::kMetaGone);
  for (auto key = database.metadata_keys_begin(schema::kMetaGone); key != end; ++key) {
    const std::string first = (*key).substr(std::strlen(schema::kMetaGone));
    ranges_.push_back({docid_of(first), docid_of(database.get_metadata(*key))});
    const Range& range = ranges_.back();
    if (range.last < range.first) docid_of("");
    count_ += range.last - range.first + 1;
  }
}

Xapian::docid DeletedDocuments::next(Xapian::docid docid) const {
  const auto range =
      std::lower_bound(ranges_.begin(), ranges_.end(), docid,
                       [](const Range& r, Xapian::docid wanted) { return r.last < wanted; });
  return range == ranges_.end() ? 0 : std::max(docid, range->first);
}

std::uint64_t passage_count(const Xapian::Database& database) {
  return database.get_doccount() - DeletedDocuments(database).count();
}

void remove_documents(Xapian::WritableDatabase& database, const std::string& report) {
  const std::string exact = database.get_metadata(schema::kMetaExactLists);
  const Xapian::docid last_exact = exact.empty() ? 0 : docid_of(exact);
  std::vector<Xapian::docid> emptied;
  for (auto it = database.postlist_begin(report); it != database.postlist_end(report); ++it) {
    if (*it <= last_exact) emptied.push_back(*it);
  }
  for (const Xapian::docid docid : emptied) database.replace_document(docid, Xapian::Document());
  for (std::size_t begin = 0, end = 0; begin < emptied.size(); begin = end) {
    for (end = begin + 1; end < emptied.size() && emptied[end] == emptied[end - 1] + 1;) ++end;
    char first[11];
    std::snprintf(first, sizeof first, "%010u", emptied[begin]);
    database.set_metadata(schema::kMetaGone + std::string(first), std::to_string(emptied[end - 1]));
  }
  database.delete_document(report);
}

}  // namespace ibid
