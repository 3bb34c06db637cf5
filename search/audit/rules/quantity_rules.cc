// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sentences about the same thing that give different figures.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/analysis/term.h"
#include "indexer/schema.h"
#include "search/audit/rules/near_statements.h"
#include "search/audit/rules/quantity_statements.h"
#include "search/audit/rules/rule_groups.h"
#include "search/audit/rules/same_thing.h"
#include "search/index/live_query.h"

namespace ibid {
namespace {

// Of the same report. More are of no use to a reader, and a report that gives a thousand figures
// for one thing would have a million of them.
constexpr std::size_t kMostRelated = 32;

bool comes_before(const Statement& a, const Statement& b) {
  if (a.passage->report.id != b.passage->report.id) {
    return a.passage->report.id < b.passage->report.id;
  }
  return std::pair(a.passage->sequence, a.sentence.begin) <
         std::pair(b.passage->sequence, b.sentence.begin);
}

class Disagreements {
 public:
  Disagreements(const ReportView& view, IndexSnapshot& snapshot, Analyzer& analyzer,
                StemWeights& weights, BilingualNames& names, Findings& out)
      : view_(view),
        snapshot_(snapshot),
        analyzer_(analyzer),
        weights_(weights),
        names_(names),
        out_(out) {}

  void find() {
    const std::vector<Statement> here = statements_of(view_.passages, view_.sentences, names_);
    for (std::size_t i = 0; i < here.size(); ++i) {
      // Statements of one sentence share their search terms.
      const bool same_sentence = i > 0 && here[i].passage == here[i - 1].passage &&
                                 here[i].sentence == here[i - 1].sentence;
      if (!same_sentence) look_elsewhere(here[i]);
      compare(here[i]);
    }
  }

 private:
  void compare(const Statement& statement) {
    std::vector<FindingLocation> related;
    std::string message;
    std::set<std::string> shared;
    const auto compare_with = [&](const Statement& other) {
      if (!comes_before(other, statement)) return;
      const std::set<std::string> both = same_thing(statement, other, weights_);
      if (both.empty()) return;
      message += (message.empty() ? "" : ", ") + written(other) + " in " + other.passage->id;
      if (related.empty()) shared = both;
      related.push_back(location_in(*other.passage, other.sentence));
    };
    near_.add(statement, [&](const Statement& other) {
      compare_with(other);
      return related.size() < kMostRelated ? Next::kGoOn : Next::kStop;
    });
    for (const Statement& other : elsewhere_) compare_with(other);
    if (related.empty()) return;
    out_.push_back(make_finding(
        rule::kDisagreeingFigures,
        written(statement) + " here, " + message + "; both speak of " + named(statement, shared),
        location_in(*statement.passage, statement.sentence), std::move(related)));
  }

  static std::string written(const Statement& statement) {
    return std::string(slice(statement.passage->text, statement.quantity.range));
  }

  // The shared words as the statement writes them, at most five.
  static std::string named(const Statement& statement, const std::set<std::string>& shared) {
    constexpr std::size_t kMost = 5;
    std::string names;
    std::set<std::string> taken;
    for (const ContentWord& word : statement.read_from->words) {
      if (taken.size() == kMost || !shared.contains(word.stem)) continue;
      if (!taken.insert(word.stem).second) continue;
      names += (names.empty() ? "" : ", ") + std::string(slice(statement.passage->text, word.text));
    }
    return names;
  }

  // Finds the statements in the passages of other reports that share most with the sentence.
  void look_elsewhere(const Statement& statement) {
    constexpr std::size_t kMostStems = 8;
    constexpr Xapian::doccount kMostPassages = 8;
    elsewhere_.clear();
    sentences_.clear();
    others_.clear();
    std::vector<std::pair<double, std::string>> stems;
    for (const std::string& stem : statement.stems) stems.emplace_back(-weights_.of(stem), stem);
    std::sort(stems.begin(), stems.end());
    if (stems.size() < kSharedWords) return;
    stems.resize(std::min(stems.size(), kMostStems));
    std::vector<Xapian::Query> terms;
    for (const auto& [weight, stem] : stems) {
      terms.emplace_back(form_term(TextField::kBody, FormKind::kStem, stem));
    }
    const Xapian::Query own(value_term(schema::kReportId, view_.ref.id));
    Xapian::Enquire enquire(snapshot_.database());
    const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
    enquire.set_query(live(snapshot_.index(), {Xapian::Query::OP_AND_NOT, any, own}));
    const Xapian::MSet found = enquire.get_mset(0, kMostPassages);
    for (auto it = found.begin(); it != found.end(); ++it) {
      others_.push_back(snapshot_.passage(*it));
    }
    for (std::size_t i = 0; i < others_.size(); ++i) {
      add_sentences(i, others_[i], find_citation_marks(others_[i].text), analyzer_, sentences_);
    }
    elsewhere_ = statements_of(others_, sentences_, names_);
  }

  const ReportView& view_;
  IndexSnapshot& snapshot_;
  Analyzer& analyzer_;
  StemWeights& weights_;
  BilingualNames& names_;
  Findings& out_;
  NearStatements near_;                // of the report
  std::vector<StoredPassage> others_;  // of other reports, for the current sentence
  std::vector<AuditSentence> sentences_;
  std::vector<Statement> elsewhere_;
};

}  // namespace

void find_disagreeing_figures(const ReportView& view, IndexSnapshot& snapshot, Analyzer& analyzer,
                              StemWeights& weights, BilingualNames& names, Findings& out) {
  Disagreements(view, snapshot, analyzer, weights, names, out).find();
}

}  // namespace ibid
