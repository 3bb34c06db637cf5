// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/searcher.h"

#include <fmt/core.h>
#include <xapian.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/unmarked_text.h"
#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/term.h"
#include "indexer/records/first_seen.h"
#include "indexer/schema.h"
#include "search/hits/explain.h"
#include "search/hits/highlight.h"
#include "search/hits/hit_page.h"
#include "search/hits/outline_entries.h"
#include "search/hits/similar_plan.h"
#include "search/hits/snippet.h"
#include "search/index/index_metadata.h"
#include "search/index/reports/measure_coverage.h"
#include "search/match/ranking.h"
#include "search/open/open_index_internals.h"
#include "search/plan/plan_context.h"
#include "search/plan/query_planner.h"
#include "search/query/query.h"
#include "search/words/alias_file.h"
#include "search/words/suggest.h"

namespace ibid {
namespace {

// Without signs of Markdown.
std::string seen_text(const StoredPassage& passage) {
  return UnmarkedText(passage.text, passage.markup).text();
}

// What the hits show as looked for, folded.
std::vector<std::string> shown_words(const std::vector<Hit>& hits) {
  std::vector<std::string> words;
  for (const Hit& hit : hits) {
    for (const ByteRange range : hit.highlights) {
      words.push_back(folded_text(hit.passage.text.substr(range.begin, range.size())));
    }
  }
  return words;
}

}  // namespace

class Searcher::Impl {
 public:
  explicit Impl(OpenIndex::Internals& index)
      : session_(index.session),
        analyzer_(index.analyzer),
        terms_(index.terms),
        planner_(index.planner) {}

  SearchResult search(std::string_view query, const SearchOptions& options) {
    const ParsedQuery parsed =
        options.syntax == QuerySyntax::kPlain ? plain_query(query) : parse_query(query);
    return session_.run(IndexUse::kSearch, [&] { return run(parsed, options); });
  }

  std::optional<SimilarResult> similar(const std::string& id, const SimilarOptions& options) {
    const auto document = snapshot().find_passage(id);
    if (!document) return std::nullopt;
    SimilarResult result;
    result.asked = snapshot().passage(*document);
    result.index = snapshot().state();
    snapshot().forget_freshness();
    const QueryPlan plan = plan_similar(seen_text(result.asked), snapshot().index(), analyzer_);
    if (plan.query.empty()) return result;
    const Xapian::Query itself(value_term(schema::kPassageId, id));
    const Xapian::Query report(value_term(schema::kReportId, result.asked.report.id));
    const auto of_itself = best({XapianOp::OP_FILTER, plan.query, itself}, 1);
    if (of_itself.empty()) return result;  // its words are cut in the index
    // Entries of source lists name things without saying anything about them.
    const Xapian::Query entries(std::string(schema::kKind) + to_string(PassageKind::kSource));
    const Xapian::Query none(XapianOp::OP_OR, itself, entries);
    const Xapian::Query words(XapianOp::OP_AND_NOT, plan.query, none);
    const double most = of_itself[0].score;
    add_similar(best({XapianOp::OP_AND_NOT, words, report}, options.limit), plan, most, options,
                result);
    add_similar(best({XapianOp::OP_FILTER, words, report}, options.limit), plan, most, options,
                result);
    if (result.hits.size() > options.limit) result.hits.resize(options.limit);
    for (std::size_t i = 0; i < result.hits.size(); ++i) result.hits[i].hit.rank = i + 1;
    return result;
  }

  IndexSession& session() { return session_; }
  IndexSnapshot& snapshot() { return session_.snapshot(); }

 private:
  SearchResult run(const ParsedQuery& parsed, const SearchOptions& options) {
    SearchResult result;
    result.query = parsed.text;
    result.parsed = to_string(*parsed.root);
    result.ignored = parsed.notices;
    result.index = snapshot().state();
    snapshot().forget_freshness();
    if (session_.is_on_nodes() && (options.since || options.sort == Sort::kFirstSeen)) {
      throw Error(ErrorKind::kUsage,
                  "each node counts its own generations, so they cannot be asked for over several "
                  "nodes; ask one of them");
    }
    QueryPlan plan = planner_.plan(parsed, options.names, snapshot().index());
    if (options.since) keep_since(*options.since, plan);
    result.ignored.insert(result.ignored.end(), plan.notices.begin(), plan.notices.end());
    for (const PlanAlias& alias : plan.aliases) {
      result.names.push_back({alias.query_word, alias.name, alias.kind});
    }
    const bool folded = options.alike == Alike::kFold && options.limit > 0;
    HitPage page = folded ? folded_page(plan, options, snapshot().index())
                          : matched_page(plan, options, snapshot().index());
    result.matches = page.matches;
    result.matches_exact = page.exact;
    result.facets = std::move(page.facets);
    name_sources(result.facets);
    fill_hits(page, plan, options, result);
    explain_near(page, options, result);
    if (options.since || options.sort == Sort::kFirstSeen) date_hits(page, result);
    if (options.syntax == QuerySyntax::kFull && !options.since) {
      const UndatedMatches undated =
          undated_matches(parsed, plan, options.names, planner_, snapshot().index());
      result.undated_passages = undated.passages;
      result.undated_reports = undated.reports;
    }
    if (options.detail == Detail::kAll && !plan.words.empty()) {
      result.suggestion = suggest_for(parsed);
      // A word that has an alias is spelt correctly.
      const bool known =
          std::all_of(plan.aliases.begin(), plan.aliases.end(), [&](const PlanAlias& alias) {
            return !result.suggestion || alias.kind == AliasKind::kSpelling ||
                   result.suggestion->find(alias.query_word) != std::string::npos;
          });
      if (!known) result.suggestion.reset();
      if (result.suggestion) {
        result.suggestion =
            still_to_offer(parsed.text, *result.suggestion, shown_words(result.hits));
      }
    }
    return result;
  }

  // Leaves what was first seen after this generation.
  void keep_since(std::uint64_t generation, QueryPlan& plan) {
    if (const std::uint64_t now = snapshot().state().generation; generation > now) {
      plan.notices.push_back(fmt::format(
          "the index has generation {} now, so nothing in it came after {}", now, generation));
    }
    plan.ranked.reset();
    if (plan.query.empty()) return;
    const Xapian::Query since(Xapian::Query::OP_VALUE_GE, schema::kSlotFirstSeen,
                              first_seen_value(generation + 1));
    plan.query = {Xapian::Query::OP_FILTER, plan.query, since};
  }

  // When the passages of hits were first seen; each generation is asked for its time once.
  void date_hits(const HitPage& page, SearchResult& result) {
    const Xapian::Database& database = snapshot().database();
    std::map<std::uint64_t, std::uint64_t> times;
    for (std::size_t i = 0; i < page.hits.size(); ++i) {
      Hit& hit = result.hits[i];
      hit.first_seen = read_first_seen_value(
          database.get_document(page.hits[i].document).get_value(schema::kSlotFirstSeen));
      if (hit.first_seen == 0) continue;
      const auto [time, is_new] = times.try_emplace(hit.first_seen, 0);
      if (is_new) time->second = stored_time(database, hit.first_seen);
      hit.first_seen_at = time->second;
    }
  }

  // The part of each score that near_words.h adds.
  static void explain_near(const HitPage& page, const SearchOptions& options,
                           SearchResult& result) {
    if (options.explain != Explain::kYes) return;
    for (std::size_t i = 0; i < page.hits.size(); ++i) {
      const auto place = page.near.find(page.hits[i].document);
      if (place == page.near.end() || place->second.score == 0) continue;
      Hit& hit = result.hits[i];
      const ByteRange range = place->second.text;
      const std::string words = hit.passage.text.substr(range.begin, range.size());
      hit.matches.push_back({result.query, words, "close together", place->second.score});
      std::stable_sort(hit.matches.begin(), hit.matches.end(),
                       [](const TermMatch& a, const TermMatch& b) { return a.score > b.score; });
    }
  }

  // Those that are shown first.
  void name_sources(std::vector<std::pair<Facet, std::vector<FacetCount>>>& facets) {
    constexpr std::size_t kMostNamed = 200;
    for (auto& [facet, counts] : facets) {
      if (facet != Facet::kSource) continue;
      for (std::size_t i = 0; i < std::min(counts.size(), kMostNamed); ++i) {
        const auto named = snapshot().listed(counts[i].value);
        if (named) counts[i].words = told_of(&*named);
      }
    }
  }

  std::vector<Candidate> best(const Xapian::Query& query, std::uint64_t limit) {
    return best_of(query, limit, snapshot().index());
  }

  // Adds the hits that have enough in common with the passage; its own score is `most`.
  void add_similar(std::vector<Candidate> page, const QueryPlan& plan, double most,
                   const SimilarOptions& options, SimilarResult& result) {
    std::erase_if(page, [&](const Candidate& c) { return c.score < kSimilarFloor * most; });
    SearchOptions all;
    all.explain = Explain::kYes;
    all.snippet_columns = options.snippet_columns;
    SearchResult found;
    HitPage hits;
    hits.hits = std::move(page);
    fill_hits(hits, plan, all, found);
    for (Hit& hit : found.hits) {
      std::set<std::string> in_common;  // a word may match in two forms
      for (const TermMatch& match : hit.matches) in_common.insert(match.query_word);
      if (in_common.size() < kSimilarWords) continue;
      SimilarHit similar;
      hit.score /= most;
      for (TermMatch& match : hit.matches) match.score /= most;
      if (options.explain == Explain::kNo) hit.matches.clear();
      similar.same_report = hit.passage.report.id == result.asked.report.id;
      similar.shared_triples =
          shared_triples(seen_text(result.asked), seen_text(hit.passage), analyzer_);
      similar.near_duplicate = similar.shared_triples >= kNearDuplicate;
      similar.hit = std::move(hit);
      result.hits.push_back(std::move(similar));
    }
  }

  // Only plain words are corrected: a suggestion must be a query that does what it seems to do.
  std::optional<std::string> suggest_for(const ParsedQuery& parsed) {
    const auto plain = [](const Clause& clause) {
      return clause.node->type == QueryNode::Type::kWord ||
             clause.node->type == QueryNode::Type::kPhrase;
    };
    const auto& clauses = parsed.root->clauses;
    if (!std::all_of(clauses.begin(), clauses.end(), plain)) return std::nullopt;
    return suggest(parsed.text, snapshot().index(), analyzer_);
  }

  void fill_hits(HitPage& page, const QueryPlan& plan, const SearchOptions& options,
                 SearchResult& result) {
    std::vector<Xapian::docid> documents;
    for (const Candidate& candidate : page.hits) documents.push_back(candidate.document);
    std::map<Xapian::docid, std::vector<AliasMatch>> aliases;
    if (options.detail == Detail::kAll && !documents.empty()) {
      aliases = matching_aliases(plan, snapshot().index(), documents);
    }
    std::map<Xapian::docid, std::vector<TermMatch>> explained;
    if (options.explain == Explain::kYes) {
      explained = explain_matches(plan, snapshot().index(), documents);
    }
    std::vector<double> weights;
    if (options.detail == Detail::kAll && options.snippet_columns > 0)
      weights = target_weights(plan, snapshot().index());
    Highlighter highlighter(plan, terms_);
    std::uint64_t rank = options.offset;
    result.hits.reserve(page.hits.size());
    for (std::size_t i = 0; i < page.hits.size(); ++i) {
      const Candidate& candidate = page.hits[i];
      Hit hit;
      hit.rank = page.ranks.empty() ? ++rank : page.ranks[i];
      hit.score = candidate.score;
      const auto read = page.records.find(candidate.document);
      const bool is_read = read != page.records.end();
      if (options.detail == Detail::kId) {
        hit.passage.id = is_read
                             ? read->second.passage.id
                             : decode_passage_id(record(snapshot().index(), candidate.document));
        result.hits.push_back(std::move(hit));
        continue;
      }
      hit.passage = is_read ? snapshot().passage(std::move(read->second))
                            : snapshot().passage(candidate.document);
      if (options.detail == Detail::kPassage) {
        result.hits.push_back(std::move(hit));
        continue;
      }
      const std::vector<Highlight> highlights =
          highlighter.find(hit.passage.text, hit.passage.markup);
      hit.highlights = merged_ranges(highlights);
      if (options.snippet_columns > 0) {
        const auto near = page.near.find(candidate.document);
        const SnippetTargets targets = {highlights, weights,
                                        near == page.near.end() ? ByteRange{} : near->second.text};
        hit.snippet =
            best_snippet(hit.passage.text, hit.passage.sentences, targets, options.snippet_columns);
      }
      hit.stale = snapshot().is_stale(hit.passage.report.id, FreshnessCheck::kStamp);
      hit.aliases = std::move(aliases[candidate.document]);
      hit.matches = std::move(explained[candidate.document]);
      if (!page.alike.empty()) {
        for (const Xapian::docid document : page.alike[i]) {
          hit.alike.push_back(snapshot().passage(document).permalink);
        }
      }
      result.hits.push_back(std::move(hit));
    }
  }

  IndexSession& session_;
  Analyzer& analyzer_;
  KeptTerms& terms_;
  QueryPlanner& planner_;
};

Searcher::Searcher(OpenIndex& index) : impl_(std::make_unique<Impl>(index.internals())) {}
Searcher::~Searcher() = default;

SearchResult Searcher::search(std::string_view query, const SearchOptions& options) {
  return impl_->search(query, options);
}

std::optional<StoredPassage> Searcher::passage(const PassageRef& ref) {
  return impl_->session().run([&]() -> std::optional<StoredPassage> {
    IndexSnapshot& snapshot = impl_->snapshot();
    const auto document = snapshot.find_passage(passage_id(ref.report, ref.locator, ref.ordinal));
    if (!document) return std::nullopt;
    return snapshot.passage(*document);
  });
}

std::vector<StoredPassage> Searcher::context(const StoredPassage& passage, std::uint32_t around) {
  return impl_->session().run([&] {
    IndexSnapshot& snapshot = impl_->snapshot();
    std::vector<StoredPassage> near;
    const std::optional<Xapian::docid> found = snapshot.find_passage(passage.id);
    if (!found) return near;
    std::deque<Xapian::docid> documents = {*found};
    for (std::uint32_t i = 0; i < around; ++i) {
      const auto before = snapshot.neighbour(documents.front(), Side::kBefore);
      if (!before) break;
      documents.push_front(*before);
    }
    for (std::uint32_t i = 0; i < around; ++i) {
      const auto after = snapshot.neighbour(documents.back(), Side::kAfter);
      if (!after) break;
      documents.push_back(*after);
    }
    for (const Xapian::docid document : documents) near.push_back(snapshot.passage(document));
    return near;
  });
}

std::optional<ReportOutline> Searcher::outline(std::string_view report_id, LeftOut left_out) {
  return impl_->session().run([&]() -> std::optional<ReportOutline> {
    IndexSnapshot& snapshot = impl_->snapshot();
    std::optional<ReportRecord> record = snapshot.report(report_id);
    if (!record) return std::nullopt;
    ReportOutline outline;
    outline.report = std::move(record->report);
    snapshot.forget_freshness();
    outline.stale = snapshot.is_stale(report_id, FreshnessCheck::kBytes);
    if (left_out == LeftOut::kShown && outline.report.extraction) {
      if (const auto text = report_text(snapshot.index(), report_id)) {
        for (FurnitureLine& line : left_out_lines(*text)) {
          outline.report.furniture.push_back(std::move(line));
        }
      }
    }
    outline.entries = outline_entries(outline.report, snapshot.passages_of(report_id), left_out);
    return outline;
  });
}

std::optional<SimilarResult> Searcher::similar(const std::string& passage_id,
                                               const SimilarOptions& options) {
  return impl_->session().run([&] { return impl_->similar(passage_id, options); });
}

bool Searcher::is_stale(const ReportInfo& report) {
  return impl_->session().run([&] {
    impl_->snapshot().forget_freshness();
    return impl_->snapshot().is_stale(report.id, FreshnessCheck::kBytes);
  });
}

}  // namespace ibid
