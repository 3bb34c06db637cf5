// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sentences about the same thing that give different figures.
//
// Two figures are about the same thing if all of this is true:
//   - they have one kind and unit: both dollars, both percent; counts have the same counted word
//     right after them;
//   - one is at most kMostApart times the other (a tenfold figure is another thing, not a dispute);
//   - they are in different passages (a single passage may be about a changing figure), and neither
//     sentence has the other's figure too;
//   - their sentences do not each name what the other does not (capitals inside a sentence: Costco
//     here, Publix there);
//   - their years do not contradict: the year right after a figure ("in 2021"), else any year of
//     its sentence, else those named last before it in the passage; nor do their months;
//   - of percentages, both are changes ("rose 26.3 percent") or neither is;
//   - kSharedNearby of the words beside each figure are in the other's sentence; the sentences
//     share kSharedWords distinct words and kSharedWeight of the lighter one's weight (idf), not
//     counting figures and dates.
// The thresholds were set on the samples and the shared report; docs/audit.md has the precision.
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/analysis/term.h"
#include "indexer/schema.h"
#include "search/audit/rules/quantity_statements.h"
#include "search/audit/rules/rule_groups.h"
#include "search/index/live_query.h"

namespace ibid {
namespace {

constexpr double kMostApart = 1.5;
constexpr std::size_t kSharedWords = 3;

// Two amounts of money more often mean the same thing than two percentages do, and these more often
// than two counts; so counts must share most.
struct Likeness {
  double shared_weight;
  std::size_t shared_nearby;
};
Likeness needed(QuantityKind kind) {
  if (kind == QuantityKind::kAmount) return {0.25, 2};
  if (kind == QuantityKind::kPercent) return {0.45, 2};
  return {0.5, 3};
}

double as_double(const Decimal& value) { return std::strtod(value.to_string().c_str(), nullptr); }

bool comparable(const Quantity& a, const Quantity& b) {
  if (a.kind != b.kind || a.unit != b.unit || a.value == b.value) return false;
  const double x = as_double(a.value), y = as_double(b.value);
  return std::min(x, y) > 0 && std::max(x, y) <= kMostApart * std::min(x, y);
}

template <typename T>
std::set<T> in_both(const std::set<T>& a, const std::set<T>& b) {
  std::set<T> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
  return both;
}

double weight_of(const std::set<std::string>& stems, StemWeights& weights) {
  double sum = 0;
  for (const std::string& stem : stems) sum += weights.of(stem);
  return sum;
}

template <typename T>
bool contradict(const std::set<T>& a, const std::set<T>& b) {
  return !a.empty() && !b.empty() && in_both(a, b).empty();
}

bool name_others(const std::set<std::string>& a, const std::set<std::string>& b) {
  return !std::includes(a.begin(), a.end(), b.begin(), b.end()) &&
         !std::includes(b.begin(), b.end(), a.begin(), a.end());
}

// The words in common if both statements are about the same thing, else nothing.
std::set<std::string> same_thing(const Statement& a, const Statement& b, StemWeights& weights) {
  if (!comparable(a.quantity, b.quantity) || a.counted != b.counted) return {};
  if (a.passage->id == b.passage->id) return {};
  if (a.quantity.kind == QuantityKind::kPercent && a.change != b.change) return {};
  if (a.quantities.contains(key_of(b.quantity)) || b.quantities.contains(key_of(a.quantity)))
    return {};
  if (name_others(a.names, b.names)) return {};
  if (contradict(a.years, b.years) || contradict(a.months, b.months)) return {};
  const Likeness least = needed(a.quantity.kind);
  if (in_both(a.nearby, b.stems).size() < least.shared_nearby ||
      in_both(b.nearby, a.stems).size() < least.shared_nearby) {
    return {};
  }
  std::set<std::string> both = in_both(a.stems, b.stems);
  const double lighter = std::min(weight_of(a.stems, weights), weight_of(b.stems, weights));
  if (both.size() < kSharedWords || weight_of(both, weights) < least.shared_weight * lighter)
    return {};
  return both;
}

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
                StemWeights& weights, Findings& out)
      : view_(view), snapshot_(snapshot), analyzer_(analyzer), weights_(weights), out_(out) {}

  void find() {
    const std::vector<Statement> here = statements_of(view_.passages, view_.sentences);
    for (std::size_t i = 0; i < here.size(); ++i) {
      // Statements of one sentence share their search terms.
      const bool same_sentence = i > 0 && here[i].passage == here[i - 1].passage &&
                                 here[i].sentence == here[i - 1].sentence;
      if (!same_sentence) look_elsewhere(here[i]);
      compare(here[i], here);
    }
  }

 private:
  void compare(const Statement& statement, const std::vector<Statement>& here) {
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
    for (const Statement& other : here) compare_with(other);
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
  std::string named(const Statement& statement, const std::set<std::string>& shared) const {
    constexpr std::size_t kMost = 5;
    std::string names;
    std::set<std::string> taken;
    for (const AuditSentence& sentence : view_.sentences) {
      if (&view_.passages[sentence.passage] != statement.passage ||
          !(sentence.text == statement.sentence)) {
        continue;
      }
      for (const ContentWord& word : sentence.words) {
        if (taken.size() == kMost || !shared.contains(word.stem)) continue;
        if (!taken.insert(word.stem).second) continue;
        names +=
            (names.empty() ? "" : ", ") + std::string(slice(statement.passage->text, word.text));
      }
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
    elsewhere_ = statements_of(others_, sentences_);
  }

  const ReportView& view_;
  IndexSnapshot& snapshot_;
  Analyzer& analyzer_;
  StemWeights& weights_;
  Findings& out_;
  std::vector<StoredPassage> others_;  // of other reports, for the current sentence
  std::vector<AuditSentence> sentences_;
  std::vector<Statement> elsewhere_;
};

}  // namespace

void find_disagreeing_figures(const ReportView& view, IndexSnapshot& snapshot, Analyzer& analyzer,
                              StemWeights& weights, Findings& out) {
  Disagreements(view, snapshot, analyzer, weights, out).find();
}

}  // namespace ibid
