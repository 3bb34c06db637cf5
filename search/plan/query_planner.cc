// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/query_planner.h"

#include "search/index/live_query.h"
#include "search/plan/query_plan.h"

namespace ibid {
namespace {

// Notes the documents of all matches, by number.
class Notes : public Xapian::MatchSpy {
 public:
  explicit Notes(std::vector<bool>& matched) : matched_(matched) {}
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    matched_[document.get_docid()] = true;
  }

 private:
  std::vector<bool>& matched_;
};

}  // namespace

QueryPlan QueryPlanner::plan(const ParsedQuery& parsed, const QueryAliases& names,
                             const IndexView& index) {
  if (names.aliases == Aliases::kNo) {
    return plan_query(*parsed.root, index, analyzer_, nullptr);
  }
  const AliasBook book(alias_reader_.read(names.alias_file, dir_, analyzer_), index);
  return plan_query(*parsed.root, index, analyzer_, &book);
}

std::vector<bool> QueryPlanner::matched_documents(std::string_view query, const QueryAliases& names,
                                                  const IndexView& index) {
  return ibid::matched_documents(plan(parse_query(query), names, index).query, index);
}

std::vector<bool> matched_documents(const Xapian::Query& query, const IndexView& index) {
  const Xapian::Database& database = index.database;
  std::vector<bool> matched(static_cast<std::size_t>(database.get_lastdocid()) + 1);
  if (!query.empty()) {
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(live(index, query));
    if (is_on_nodes(index)) {
      const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
      for (auto it = found.begin(); it != found.end(); ++it) matched[*it] = true;
      return matched;
    }
    Notes spy(matched);
    enquire.add_matchspy(&spy);
    enquire.get_mset(0, 0, database.get_doccount());
  }
  return matched;
}

}  // namespace ibid
