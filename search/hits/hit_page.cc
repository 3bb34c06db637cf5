// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/hit_page.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/analysis/unanalyzed.h"
#include "indexer/schema.h"
#include "search/hits/document_order.h"
#include "search/hits/facets.h"
#include "search/hits/source_entries.h"
#include "search/index/live_query.h"
#include "search/match/bm25.h"
#include "search/match/near_copies.h"
#include "search/match/ranked_matches.h"
#include "search/match/ranking.h"

namespace ibid {
namespace {

Xapian::doccount clamp(std::uint64_t value) {
  constexpr std::uint64_t kMost = 1u << 30;
  return static_cast<Xapian::doccount>(std::min(value, kMost));
}

// Which of the ordered matches to return, and up to how many are counted exactly.
struct PageRequest {
  Xapian::doccount offset = 0;
  Xapian::doccount limit = 0;
  std::uint64_t exact = 0;

  std::size_t end() const { return std::size_t{offset} + limit; }
};

HitPage nothing(const std::vector<Facet>& facets) {
  HitPage page;
  for (const Facet facet : facets) page.facets.emplace_back(facet, std::vector<FacetCount>());
  return page;
}

HitPage without_hits(const Xapian::MSet& found) {
  HitPage page;
  page.matches = found.get_matches_estimated();
  page.exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  return page;
}

// On nodes all are gone through: what Xapian leaves out otherwise may belong on the page
// (docs/nodes.md), and words are counted exactly elsewhere, too.
Xapian::doccount at_least(const IndexView& index, const PageRequest& request) {
  if (is_on_nodes(index)) return index.database.get_doccount();
  return std::min(clamp(request.exact), index.database.get_doccount());
}

void settle_ties(const IndexView& index, std::vector<Candidate>& found) {
  for (auto begin = found.begin(); begin != found.end();) {
    const auto end = std::find_if(begin + 1, found.end(), [&](const Candidate& c) {
      return !same_score(begin->score, c.score);
    });
    if (end - begin > 1) {
      std::sort(begin, end,
                [](const Candidate& a, const Candidate& b) { return a.document < b.document; });
      std::vector<Xapian::docid> documents;
      for (auto at = begin; at != end; ++at) documents.push_back(at->document);
      const std::vector<Candidate> tied(begin, end);
      auto to = begin;
      for (const std::size_t i : document_order(index).sorted(index, documents)) *to++ = tied[i];
    }
    begin = end;
  }
}

// Leaves those of the page, of all from the first one on.
void cut(std::vector<Candidate>& found, const PageRequest& page) {
  found.resize(std::min(found.size(), page.end()));
  const std::size_t before = std::min<std::size_t>(found.size(), page.offset);
  found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(before));
}

// `found`: best first, including all that tie with the last of the page.
std::vector<Candidate> settled_page(const IndexView& index, std::vector<Candidate> found,
                                    const PageRequest& request) {
  settle_ties(index, found);
  cut(found, request);
  return found;
}

// The same of hits that come with the values that settle ties.
std::vector<Candidate> settled_page(const Xapian::MSet& mset, std::vector<Candidate> found,
                                    const PageRequest& request) {
  std::map<Xapian::docid, std::string> orders;
  for (auto it = mset.begin(); it != mset.end(); ++it) orders.emplace(*it, it.get_sort_key());
  for (auto begin = found.begin(); begin != found.end();) {
    const auto end = std::find_if(begin + 1, found.end(), [&](const Candidate& c) {
      return !same_score(begin->score, c.score);
    });
    std::sort(begin, end, [&](const Candidate& a, const Candidate& b) {
      return orders.at(a.document) < orders.at(b.document);
    });
    begin = end;
  }
  cut(found, request);
  return found;
}

HitPage ranked_page(const IndexView& index, const RankedWords& words, const PageRequest& request,
                    std::size_t threads) {
  RankedMatches matches = ranked_matches(index, words, {request.end(), request.exact, threads});
  return {settled_page(index, std::move(matches.best), request), matches.count, matches.exact, {}};
}

HitPage sorted_page(const IndexView& index, Xapian::Enquire& enquire, const PageRequest& request) {
  const Xapian::MSet found =
      enquire.get_mset(request.offset, request.limit, at_least(index, request));
  HitPage page = without_hits(found);
  for (auto it = found.begin(); it != found.end(); ++it) {
    page.hits.push_back({*it, it.get_weight()});
  }
  return page;
}

// Fetches enough beyond the page to see all that tie with its last hit.
HitPage ranked_page(const IndexView& index, Xapian::Enquire& enquire, const PageRequest& request) {
  const std::size_t wanted = request.end();
  const bool on_nodes = is_on_nodes(index);
  if (on_nodes) enquire.set_sort_by_relevance_then_value(schema::kSlotOrder, false);
  for (std::size_t extra = 8;; extra *= 8) {
    const Xapian::MSet mset = enquire.get_mset(0, clamp(wanted + extra), at_least(index, request));
    HitPage page = without_hits(mset);
    std::vector<Candidate> found;
    for (auto it = mset.begin(); it != mset.end(); ++it) found.push_back({*it, it.get_weight()});
    const bool all_ties_seen = found.size() < wanted + extra || wanted == 0 ||
                               !same_score(found[wanted - 1].score, found.back().score);
    if (all_ties_seen) {
      page.hits = on_nodes ? settled_page(mset, std::move(found), request)
                           : settled_page(index, std::move(found), request);
      return page;
    }
    enquire.clear_matchspies();  // they have seen all
  }
}

// Sorts the first `count` hits by score; those that tie stay in the order that settled it, whatever
// the last bits of their sums.
void sort_again(std::vector<Candidate>& hits, std::size_t count) {
  std::vector<std::pair<Candidate, std::size_t>> placed;
  for (std::size_t i = 0; i < count; ++i) placed.emplace_back(hits[i], i);
  std::stable_sort(placed.begin(), placed.end(),
                   [](const auto& a, const auto& b) { return a.first.score > b.first.score; });
  for (auto begin = placed.begin(); begin != placed.end();) {
    const auto end = std::find_if(begin + 1, placed.end(), [&](const auto& hit) {
      return !same_score(begin->first.score, hit.first.score);
    });
    std::sort(begin, end, [](const auto& a, const auto& b) { return a.second < b.second; });
    begin = end;
  }
  for (std::size_t i = 0; i < count; ++i) hits[i] = placed[i].first;
}

// The order of the first kNearHits, by how close together the words stand in them; those further
// down stay behind, since nothing is taken off a score. Then the page itself.
void settle_near(const IndexView& index, const QueryPlan& plan, const PageRequest& page,
                 HitPage& found) {
  NearReader reader(plan.near);
  const std::size_t best = std::min(found.hits.size(), kNearHits);
  for (std::size_t i = 0; i < best; ++i) {
    Candidate& hit = found.hits[i];
    PassageRecord stored = decode_passage(record(index, hit.document));
    const Passage& passage = stored.passage;
    if (!plan.near_only_korean || passage.language != "en") {
      std::vector<ByteRange> marks;
      if (!passage.citations.empty()) marks = unanalyzed_ranges(passage.text);
      const NearPlace place = reader.best_place(passage.text, marks);
      hit.score += place.score;
      found.near.emplace(hit.document, place);
    }
    found.records.emplace(hit.document, std::move(stored));
  }
  sort_again(found.hits, best);
  SourceEntries(index).put_last(found.hits);
  cut(found.hits, page);
}

// Counts all that match, without ranking them.
void count_all(const Xapian::Query& query, const std::vector<Facet>& facets, const IndexView& index,
               HitPage& page) {
  Xapian::Enquire enquire(index.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(live(index, query));
  FacetCounter counter(index, facets);
  counter.watch(enquire);
  // Exact, as all are gone through.
  page.matches = enquire.get_mset(0, 0, index.database.get_doccount()).get_matches_estimated();
  page.exact = true;
  page.facets = counter.counts();
}

HitPage page_of(const QueryPlan& plan, const SearchOptions& options, PageRequest request,
                const IndexView& index) {
  const bool by_score = options.sort == Sort::kScore && !plan.leaves.empty();
  if (by_score && plan.ranked) {
    HitPage page = ranked_page(index, *plan.ranked, request, options.threads);
    if (!options.facets.empty()) count_all(plan.query, options.facets, index, page);
    return page;
  }
  Xapian::Enquire enquire(index.database);
  score_by_bm25(enquire, index);
  enquire.set_query(live(index, plan.query));
  Xapian::MultiValueKeyMaker by_date;
  if (options.sort == Sort::kFirstSeen) by_date.add_value(schema::kSlotFirstSeen, true);
  by_date.add_value(schema::kSlotDate, true);
  by_date.add_value(schema::kSlotOrder, false);
  if (options.sort == Sort::kDate && is_on_nodes(index))
    enquire.set_sort_by_value(schema::kSlotNewest, false);
  else if (options.sort == Sort::kDate || options.sort == Sort::kFirstSeen)
    enquire.set_sort_by_key(&by_date, false);
  else if (!by_score)
    enquire.set_sort_by_value(schema::kSlotOrder, false);
  const bool counts = !options.facets.empty() && !is_on_nodes(index);
  FacetCounter counter(index, options.facets);
  if (counts) {
    counter.watch(enquire);
    request.exact = index.database.get_doccount();
  }
  HitPage page =
      by_score ? ranked_page(index, enquire, request) : sorted_page(index, enquire, request);
  if (counts) page.facets = counter.counts();
  // Over several machines Xapian counts hits twice that it sorts by value, too
  // (findings/xapian-remote-facets.sh).
  if (is_on_nodes(index) && !options.facets.empty()) {
    count_all(plan.query, options.facets, index, page);
  }
  return page;
}

// The page in the order of scores, but entries of source lists behind all passages. More than the
// page is fetched only if entries are among its best.
HitPage page_by_score(const QueryPlan& plan, const SearchOptions& options,
                      const PageRequest& request, const IndexView& index) {
  const SourceEntries entries(index);
  if (!entries.any() || request.limit == 0) return page_of(plan, options, request, index);
  PageRequest wider = request;
  wider.offset = 0;
  wider.limit = clamp(request.end());
  while (true) {
    HitPage page = page_of(plan, options, wider, index);
    const std::size_t last = entries.put_last(page.hits);
    const bool all = page.hits.size() < wider.end();
    if (all || page.hits.size() - last >= request.end()) {
      cut(page.hits, request);
      return page;
    }
    wider.limit = clamp(request.end() + 2 * last);
  }
}

// Hits that are compared with each other: always the same ones, so that pages and limits agree.
constexpr std::uint64_t kComparedTogether = 50;

// Adds those of hits [begin, end) of `page`, all compared together, that are to be shown. `rank`:
// that of the hit `begin`.
void fold(HitPage& page, std::size_t begin, std::size_t end, std::uint64_t rank,
          const SearchOptions& options, const IndexView& index, HitPage& out) {
  NearCopies copies;
  std::vector<std::size_t> shown_as;  // of each text kept: its number in `out`, or none
  constexpr std::size_t kNotShown = SIZE_MAX;
  for (std::size_t i = begin; i < end; ++i, ++rank) {
    const Xapian::docid document = page.hits[i].document;
    auto [read, is_new] = page.records.try_emplace(document);
    if (is_new) read->second = decode_passage(record(index, document));
    if (const auto copy = copies.find_or_keep(read->second.passage.text)) {
      if (shown_as[*copy] != kNotShown) out.alike[shown_as[*copy]].push_back(document);
      continue;
    }
    const bool shown = rank > options.offset && out.hits.size() < options.limit;
    shown_as.push_back(shown ? out.hits.size() : kNotShown);
    if (!shown) continue;
    out.hits.push_back(page.hits[i]);
    out.ranks.push_back(rank);
    out.alike.emplace_back();
  }
}

// Adds the dates that `node` asks for, but not "none".
void find_dates(QueryNode& node, std::vector<DateRange*>& dates) {
  if (node.type == QueryNode::Type::kNot) return;
  if (node.type == QueryNode::Type::kField && node.field == Field::kDate && !node.dates.none) {
    dates.push_back(&node.dates);
  }
  for (const Clause& clause : node.clauses) {
    if (clause.occur != Occur::kMustNot) find_dates(*clause.node, dates);
  }
  for (const QueryNodePtr& child : node.children) find_dates(*child, dates);
}

}  // namespace

HitPage folded_page(const QueryPlan& plan, const SearchOptions& options, const IndexView& index) {
  SearchOptions some = options;
  some.offset = options.offset - options.offset % kComparedTogether;
  const std::uint64_t wanted = options.offset - some.offset + options.limit;
  some.limit = (wanted + kComparedTogether - 1) / kComparedTogether * kComparedTogether;
  HitPage out;
  for (bool first = true;; first = false) {
    HitPage page = matched_page(plan, some, index);
    if (first) {
      out.matches = page.matches;
      out.exact = page.exact;
      out.facets = std::move(page.facets);
      some.facets.clear();
    }
    const std::size_t found = page.hits.size();
    for (std::size_t begin = 0; begin < found; begin += kComparedTogether) {
      fold(page, begin, std::min<std::size_t>(found, begin + kComparedTogether),
           some.offset + begin + 1, options, index, out);
    }
    out.near.merge(page.near);
    out.records.merge(page.records);
    if (found < some.limit || out.hits.size() >= options.limit) return out;
    some.offset += some.limit;
  }
}

HitPage matched_page(const QueryPlan& plan, const SearchOptions& options, const IndexView& index) {
  if (plan.query.empty()) return nothing(options.facets);
  const PageRequest request{clamp(options.offset), clamp(options.limit), options.exact_matches};
  const bool near = options.sort == Sort::kScore && !plan.leaves.empty() && !plan.near.empty() &&
                    request.limit > 0 && request.offset < kNearHits;
  if (!near) {
    const bool by_score = options.sort == Sort::kScore && !plan.leaves.empty();
    return by_score ? page_by_score(plan, options, request, index)
                    : page_of(plan, options, request, index);
  }
  // Always the same first ones, so that pages and limits agree.
  PageRequest wider = request;
  wider.offset = 0;
  wider.limit = static_cast<Xapian::doccount>(std::max(request.end(), kNearHits));
  HitPage page = page_by_score(plan, options, wider, index);
  settle_near(index, plan, request, page);
  return page;
}

std::vector<Candidate> best_of(const Xapian::Query& query, std::uint64_t limit,
                               const IndexView& index) {
  Xapian::Enquire enquire(index.database);
  score_by_bm25(enquire, index);
  enquire.set_query(live(index, query));
  return ranked_page(index, enquire, {0, clamp(limit), 0}).hits;
}

UndatedMatches undated_matches(const ParsedQuery& parsed, const QueryPlan& plan,
                               const QueryAliases& names, QueryPlanner& planner,
                               const IndexView& index) {
  std::vector<DateRange*> dates;
  find_dates(*parsed.root, dates);
  if (dates.empty()) return {};
  // Read again, to be changed. The clock may change the dates meanwhile, but they do not stay.
  const ParsedQuery other = parse_query(parsed.text);
  dates.clear();
  find_dates(*other.root, dates);
  for (DateRange* date : dates) *date = {"", "", true};
  const QueryPlan undated = planner.plan(other, names, index);
  if (undated.query.empty()) return {};
  Xapian::Query query = undated.query;
  if (!plan.query.empty()) query = {Xapian::Query::OP_AND_NOT, query, plan.query};
  // Of "putin OR date:2024", only the second part leaves anything out.
  constexpr char kBeforeEveryDate[] = "0";
  query = {Xapian::Query::OP_AND_NOT, query,
           Xapian::Query(Xapian::Query::OP_VALUE_GE, schema::kSlotDate, kBeforeEveryDate)};
  HitPage page;
  count_all(query, {Facet::kReport}, index, page);
  return {page.matches, page.facets.front().second.size()};
}

}  // namespace ibid
