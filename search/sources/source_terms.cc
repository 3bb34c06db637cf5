// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/sources/source_terms.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "corpus/text/edit_distance.h"
#include "indexer/analysis/term.h"
#include "indexer/records/passage_record.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

void for_each_term(const Xapian::Database& database, const std::string& prefix,
                   const std::function<void(const std::string&)>& take) {
  const auto end = database.allterms_end(prefix);
  for (auto it = database.allterms_begin(prefix); it != end; ++it) take(*it);
}

// Tells the sources of one cut term apart by their documents.
void take_long_sources(const Xapian::Database& database, const std::string& cut,
                       const std::vector<Xapian::docid>& documents, const TakeSource& take) {
  std::map<std::string, std::vector<Xapian::docid>> by_source;
  for (const Xapian::docid document : documents) {
    const PassageRecord record = decode_passage(database.get_document(document).get_data());
    for (const Citation& citation : record.passage.citations) {
      if (!citation.source.starts_with(cut)) continue;
      std::vector<Xapian::docid>& citing = by_source[citation.source];
      if (citing.empty() || citing.back() != document) citing.push_back(document);
    }
  }
  for (const auto& [source, citing] : by_source) take(source, citing);
}

std::string without_chunks(const SourceId& id) {
  const std::string all = to_string(id);
  return all.substr(0, all.rfind('-', all.rfind('-') - 1) + 1);
}

// Smaller is nearer; nothing if `candidate` is not near at all.
std::optional<std::tuple<int, std::size_t>> nearness(const std::optional<SourceId>& wanted,
                                                     std::string_view text,
                                                     const std::u32string& letters,
                                                     const std::string& candidate) {
  constexpr std::size_t kFarKin = 40;  // edits between two ids of one key
  constexpr std::size_t kShortestPart = 5;
  const std::u32string other = letters_of(candidate);
  if (wanted) {
    const auto id = parse_source_id(candidate);
    if (id && id->key == wanted->key) {
      return std::tuple(0, edit_distance(letters, other, kFarKin));
    }
  }
  const std::size_t limit = letters.size() < 4 ? 0 : letters.size() < 8 ? 1 : 2;
  const std::size_t distance = edit_distance(letters, other, limit);
  if (distance <= limit && limit > 0) return std::tuple(1, distance);
  if (text.size() >= kShortestPart && candidate.find(text) != std::string::npos) {
    return std::tuple(2, candidate.size());
  }
  return std::nullopt;
}

}  // namespace

void for_each_document(const Xapian::Database& database, char prefix, std::string_view source,
                       const std::function<void(Xapian::docid)>& take) {
  const std::string term = value_term(prefix, source);
  const auto end = database.postlist_end(term);
  for (auto it = database.postlist_begin(term); it != end; ++it) take(*it);
}

void for_each_cited_source(const Xapian::Database& database, const TakeSource& take) {
  std::vector<Xapian::docid> documents;
  for_each_term(database, std::string(1, schema::kCites), [&](const std::string& term) {
    const auto end = database.postlist_end(term);
    documents.clear();
    for (auto it = database.postlist_begin(term); it != end; ++it) documents.push_back(*it);
    const std::string source = term.substr(1);
    if (source.size() < schema::kMaxTermBytes) {
      take(source, documents);
    } else {
      take_long_sources(database, source, documents, take);
    }
  });
}

std::vector<std::string> other_chunks(const Xapian::Database& database, const SourceId& id) {
  const std::string self = to_string(id);
  std::set<std::string> found;
  for (const char prefix : {schema::kCites, schema::kLists}) {
    for_each_term(database, prefix + without_chunks(id), [&](const std::string& term) {
      const std::string source = term.substr(1);
      if (source != self && parse_source_id(source)) found.insert(source);
    });
  }
  return {found.begin(), found.end()};
}

std::string described_source(const Xapian::Database& database, const ListedSource& entry) {
  const Citation::Form form = source_form(entry.id);
  const bool identified = form == Citation::Form::kUrl || form == Citation::Form::kListed;
  if (!entry.id.empty() && !identified) return entry.id;
  const auto cited = [&database](const std::string& source) {
    return !source.empty() && database.term_exists(value_term(schema::kCites, source));
  };
  const std::string& own = entry.id.empty() ? entry.url : entry.id;
  return cited(entry.title) && !cited(own) ? entry.title : own;
}

std::optional<std::string> nearest_source(const IndexView& index, std::string_view source) {
  const std::optional<SourceId> wanted = parse_source_id(source);
  const std::u32string letters = letters_of(source);
  std::optional<std::tuple<int, std::size_t, std::string>> best;
  for (const char prefix : {schema::kCites, schema::kLists}) {
    for_each_term(index.database, std::string(1, prefix), [&](const std::string& term) {
      std::string candidate = term.substr(1);
      if (candidate.size() >= schema::kMaxTermBytes) return;  // may be cut, so it is not shown
      const auto near = nearness(wanted, source, letters, candidate);
      if (!near) return;
      auto ranked = std::tuple_cat(*near, std::tuple(std::move(candidate)));
      if ((!best || ranked < *best) && has_live(index, term)) best = std::move(ranked);
    });
  }
  if (!best) return std::nullopt;
  return std::get<2>(*best);
}

}  // namespace ibid
