// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hit_page.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "indexer/schema.h"
#include "search/bm25.h"
#include "search/facets.h"
#include "search/live_query.h"
#include "search/ranked_matches.h"

namespace ibid {
namespace {

Xapian::doccount clamp(std::uint64_t value) {
  constexpr std::uint64_t kMost = 1u << 30;
  return static_cast<Xapian::doccount>(std::min(value, kMost));
}

std::size_t last_of_page(const SearchOptions& options) {
  return std::size_t{clamp(options.offset)} + clamp(options.limit);
}

void count_matches(const Xapian::MSet& found, SearchResult& result) {
  result.matches = found.get_matches_estimated();
  result.matches_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
}

void settle_ties(const IndexView& index, std::vector<Candidate>& found) {
  for (std::size_t begin = 0; begin < found.size();) {
    std::size_t end = begin + 1;
    while (end < found.size() && same_score(found[begin].score, found[end].score)) ++end;
    if (end - begin > 1) {
      std::vector<std::pair<std::string, Candidate>> keyed;
      for (std::size_t i = begin; i < end; ++i) {
        const Xapian::Document document = index.database.get_document(found[i].document);
        keyed.emplace_back(document.get_value(schema::kSlotOrder), found[i]);
      }
      std::sort(keyed.begin(), keyed.end(),
                [](const auto& a, const auto& b) { return a.first < b.first; });
      for (std::size_t i = begin; i < end; ++i) found[i] = keyed[i - begin].second;
    }
    begin = end;
  }
}

// `found`: best first, with all that tie with the last of the page.
std::vector<Candidate> settled_page(const IndexView& index, std::vector<Candidate> found,
                                    const SearchOptions& options) {
  settle_ties(index, found);
  found.resize(std::min<std::size_t>(found.size(), last_of_page(options)));
  found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(
                                                 found.size(), clamp(options.offset))));
  return found;
}

std::vector<Candidate> ranked_page(const IndexView& index, const RankedWords& words,
                                   const SearchOptions& options, SearchResult& result) {
  RankedMatches matches =
      ranked_matches(index, words, {last_of_page(options), options.exact_matches, options.threads});
  result.matches = matches.count;
  result.matches_exact = matches.exact;
  return settled_page(index, std::move(matches.best), options);
}

std::vector<Candidate> sorted_page(Xapian::Enquire& enquire, const SearchOptions& options,
                                   Xapian::doccount at_least, SearchResult& result) {
  const Xapian::MSet found =
      enquire.get_mset(clamp(options.offset), clamp(options.limit), at_least);
  count_matches(found, result);
  std::vector<Candidate> page;
  for (auto it = found.begin(); it != found.end(); ++it) page.push_back({*it, it.get_weight()});
  return page;
}

// Takes enough beyond the page to know all that tie with its last hit.
std::vector<Candidate> ranked_page(const IndexView& index, Xapian::Enquire& enquire,
                                   const SearchOptions& options, Xapian::doccount at_least,
                                   const std::vector<std::unique_ptr<FacetSpy>>& spies,
                                   SearchResult& result) {
  const std::size_t wanted = last_of_page(options);
  std::vector<Candidate> found;
  for (std::size_t extra = 8;; extra *= 8) {
    const Xapian::MSet mset = enquire.get_mset(0, clamp(wanted + extra), at_least);
    count_matches(mset, result);
    found.clear();
    for (auto it = mset.begin(); it != mset.end(); ++it) found.push_back({*it, it.get_weight()});
    const bool all_ties_seen = found.size() < wanted + extra || wanted == 0 ||
                               !same_score(found[wanted - 1].score, found.back().score);
    if (all_ties_seen) break;
    for (const auto& spy : spies) spy->clear();
  }
  return settled_page(index, std::move(found), options);
}

}  // namespace

std::vector<Candidate> matched_page(const QueryPlan& plan, const SearchOptions& options,
                                    const IndexView& index, SearchResult& result) {
  for (const Facet facet : options.facets)
    result.facets.emplace_back(facet, std::vector<FacetCount>());
  if (plan.query.empty()) return {};
  const bool by_score = options.sort == Sort::kScore && !plan.leaves.empty();
  if (by_score && plan.ranked && options.facets.empty()) {
    return ranked_page(index, *plan.ranked, options, result);
  }
  Xapian::Enquire enquire(index.database);
  enquire.set_weighting_scheme(Bm25Weight(index));
  enquire.set_query(live(index, plan.query));
  Xapian::MultiValueKeyMaker by_date;
  by_date.add_value(schema::kSlotDate, true);
  by_date.add_value(schema::kSlotOrder, false);
  if (options.sort == Sort::kDate)
    enquire.set_sort_by_key(&by_date, false);
  else if (!by_score)
    enquire.set_sort_by_value(schema::kSlotOrder, false);
  std::vector<std::unique_ptr<FacetSpy>> spies;
  for (const Facet facet : options.facets) {
    spies.push_back(std::make_unique<FacetSpy>(facet));
    enquire.add_matchspy(spies.back().get());
  }
  const Xapian::doccount at_least =
      spies.empty() ? std::min(clamp(options.exact_matches), index.database.get_doccount())
                    : index.database.get_doccount();
  std::vector<Candidate> page = by_score
                                    ? ranked_page(index, enquire, options, at_least, spies, result)
                                    : sorted_page(enquire, options, at_least, result);
  for (std::size_t i = 0; i < spies.size(); ++i) result.facets[i].second = spies[i]->counts();
  return page;
}

std::vector<Candidate> best_of(const Xapian::Query& query, std::uint64_t limit,
                               const IndexView& index) {
  Xapian::Enquire enquire(index.database);
  enquire.set_weighting_scheme(Bm25Weight(index));
  enquire.set_query(live(index, query));
  SearchOptions options;
  options.limit = limit;
  SearchResult counts;
  return ranked_page(index, enquire, options, 0, {}, counts);
}

}  // namespace ibid
