// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/node_statistics.h"

#include <algorithm>

namespace ibid {
namespace {

constexpr std::size_t kMostFrequencies = 500'000;                 // about 50 MB
constexpr std::size_t kMostListedBytes = std::size_t{32} << 20U;  // then lists are dropped
constexpr std::size_t kBytesPerTerm = 40;                         // besides its text

}  // namespace

void NodeStatistics::note_frequency(const std::string& term, Xapian::doccount frequency) {
  if (known_->frequencies.size() >= kMostFrequencies) known_->frequencies.clear();
  known_->frequencies.insert_or_assign(term, frequency);
}

Xapian::doccount NodeStatistics::frequency(const std::string& term) {
  const auto known = known_->frequencies.find(term);
  if (known != known_->frequencies.end()) return known->second;
  const Xapian::doccount frequency = database_.get_termfreq(term);
  note_frequency(term, frequency);
  return frequency;
}

// The matcher exchanges the statistics of a query before it looks for anything.
void NodeStatistics::expect(std::span<const std::string> terms) {
  std::vector<std::string> unknown;
  for (const std::string& term : terms) {
    if (!term.empty() && !known_->frequencies.contains(term)) unknown.push_back(term);
  }
  if (unknown.size() < 2) return;
  Xapian::Enquire enquire(database_);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, unknown.begin(), unknown.end()));
  const Xapian::MSet none = enquire.get_mset(0, 0);
  for (const std::string& term : unknown) note_frequency(term, none.get_termfreq(term));
}

// A list of all of them would come whole; of one pattern, a server takes the first word.
bool NodeStatistics::has_terms_beginning(const std::string& prefix) {
  const auto known = known_->beginnings.find(prefix);
  if (known != known_->beginnings.end()) return known->second;
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_WILDCARD, prefix, 1, Xapian::Query::WILDCARD_LIMIT_FIRST));
  const bool any = enquire.get_mset(0, 0).get_matches_upper_bound() != 0;
  if (known_->beginnings.size() >= kMostFrequencies) known_->beginnings.clear();
  known_->beginnings.emplace(prefix, any);
  return any;
}

const std::vector<std::string>& NodeStatistics::list_with(const std::string& prefix) {
  for (std::size_t size = 0; size <= prefix.size(); ++size) {
    const auto known = known_->lists.find(std::string_view(prefix).substr(0, size));
    if (known != known_->lists.end()) return known->second;
  }
  if (known_->listed_bytes > kMostListedBytes) {
    known_->lists.clear();
    known_->listed_bytes = 0;
  }
  std::vector<std::string> terms;
  const auto end = database_.allterms_end(prefix);
  for (auto at = database_.allterms_begin(prefix); at != end; ++at) {
    terms.push_back(*at);
    note_frequency(terms.back(), at.get_termfreq());
    known_->listed_bytes += terms.back().size() + kBytesPerTerm;
  }
  return known_->lists.emplace(prefix, std::move(terms)).first->second;
}

std::optional<std::string> NodeStatistics::first_term_from(const std::string& term,
                                                           const std::string& prefix) {
  const std::vector<std::string>& terms = list_with(prefix);
  const auto at = std::lower_bound(terms.begin(), terms.end(), std::max(term, prefix));
  if (at == terms.end() || !at->starts_with(prefix)) return std::nullopt;
  return *at;
}

void NodeStatistics::each_term(const std::string& prefix, const std::string& first,
                               const Take& take) {
  // `take` may ask for another list, and so drop this one.
  const std::vector<std::string>& terms = list_with(prefix);
  auto at = std::lower_bound(terms.begin(), terms.end(), std::max(first, prefix));
  std::vector<std::string> wanted;
  for (; at != terms.end() && at->starts_with(prefix); ++at) wanted.push_back(*at);
  for (const std::string& term : wanted) {
    if (!take(term)) return;
  }
}

}  // namespace ibid
