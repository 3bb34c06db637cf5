// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sentences about the same thing that give different figures.
#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/text/code_points.h"
#include "search/audit/figures/same_thing.h"
#include "search/audit/rules/rule_groups.h"

namespace ibid {
namespace {

// Of the report itself and of others. More are of no use to a reader, and a report that gives a
// thousand figures for one thing would have a million of them.
constexpr std::size_t kMostHere = 32, kMostElsewhere = 8;

// Another statement about the same thing.
struct Related {
  std::uint32_t passage = 0;  // of the view, or a document
  ByteRange sentence, figure;
  std::vector<std::uint32_t> shared;  // words
};

class Disagreements {
 public:
  Disagreements(const ReportView& view, AuditState& state, Findings& out)
      : view_(view), state_(state), out_(out) {
    statements_.read(view.passages, view.sentences, state.numbers, state.names);
  }

  void find() {
    StatementIndex here(statements_);
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      const FigureStatementRef statement{&statements_, i};
      const std::uint32_t own = statement.sentence().passage;
      const std::vector<Related> of_report = related(statement, kMostHere, [&](const auto& take) {
        here.near(statement, state_.numbers, [&](const FigureStatementRef& other) {
          return other.sentence().passage == own ? Next::kGoOn : take(other);
        });
      });
      const std::vector<Related> of_others =
          related(statement, kMostElsewhere,
                  [&](const auto& take) { state_.earlier.near(view_, statement, take); });
      report(statement, of_report, of_others);
      here.add_next();
    }
    state_.earlier.add(view_, statements_);
  }

 private:
  using Take = std::function<Next(const FigureStatementRef&)>;

  // Of those that `find` finds, the nearest before first, the first `most` about the same thing; in
  // their order.
  template <typename Find>
  std::vector<Related> related(const FigureStatementRef& statement, std::size_t most, Find find) {
    std::vector<Related> found;
    find(Take([&](const FigureStatementRef& other) {
      std::vector<std::uint32_t> shared = same_thing(statement, other, state_.numbers);
      if (!shared.empty()) {
        const auto& sentence = other.sentence();
        found.push_back({sentence.passage,
                         {sentence.begin, sentence.end},
                         {other.statement().begin, other.statement().end},
                         std::move(shared)});
      }
      return found.size() < most ? Next::kGoOn : Next::kStop;
    }));
    std::reverse(found.begin(), found.end());
    return found;
  }

  void report(const FigureStatementRef& statement, const std::vector<Related>& of_report,
              const std::vector<Related>& of_others) {
    if (of_report.empty() && of_others.empty()) return;
    std::string message;
    std::vector<FindingLocation> locations;
    const auto add = [&](const StoredPassage& passage, const Related& other,
                         FindingLocation location) {
      message += (message.empty() ? "" : ", ") + std::string(slice(passage.text, other.figure)) +
                 " in " + passage.id;
      locations.push_back(std::move(location));
    };
    for (const Related& other : of_report) {
      const StoredPassage& passage = view_.passages[other.passage];
      add(passage, other, location_in(view_, passage, other.sentence));
    }
    for (const Related& other : of_others) {
      const auto passage = state_.passage(other.passage);
      add(*passage, other, location_in(*passage, other.sentence));
    }
    const StoredPassage& passage = view_.passages[statement.sentence().passage];
    const auto& shared = (of_report.empty() ? of_others : of_report).front().shared;
    const auto& made = statement.statement();
    const auto& sentence = statement.sentence();
    out_.push_back(make_finding(
        rule::kDisagreeingFigures,
        std::string(slice(passage.text, {made.begin, made.end})) + " here, " + message +
            "; both speak of " + named(statement, shared),
        location_in(view_, passage, {sentence.begin, sentence.end}), std::move(locations)));
  }

  // The shared words as the statement writes them, at most five.
  std::string named(const FigureStatementRef& statement, std::vector<std::uint32_t> shared) const {
    constexpr std::size_t kMost = 5;
    const auto& sentence = statement.sentence();
    const std::string& text = view_.passages[sentence.passage].text;
    const auto read_from = std::partition_point(
        view_.sentences.begin(), view_.sentences.end(), [&](const AuditSentence& read) {
          return std::pair<std::uint64_t, std::uint64_t>(read.passage, read.text.begin) <
                 std::pair<std::uint64_t, std::uint64_t>(sentence.passage, sentence.begin);
        });
    std::string names;
    std::size_t count = 0;
    for (const ContentWord& word : read_from->words) {
      if (count == kMost) break;
      if (std::erase(shared, state_.numbers.number_of(word.stem)) == 0) continue;
      ++count;
      names += (names.empty() ? "" : ", ") + std::string(slice(text, word.text));
    }
    return names;
  }

  const ReportView& view_;
  AuditState& state_;
  Findings& out_;
  FigureStatements statements_;
};

}  // namespace

void find_disagreeing_figures(const ReportView& view, AuditState& state, Findings& out) {
  Disagreements(view, state, out).find();
}

}  // namespace ibid
