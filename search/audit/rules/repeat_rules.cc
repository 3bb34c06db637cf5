// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports and passages that repeat another, and repeated sentences that are cited to another
// source. Passages and sentences are looked up by terms of the index, so a report costs the same in
// a small and a large index; texts of whole reports are gathered once for all.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "indexer/analysis/shingles.h"
#include "indexer/analysis/term.h"
#include "indexer/analysis/unanalyzed.h"
#include "indexer/schema.h"
#include "search/audit/rules/rule_groups.h"

namespace ibid {
namespace {

constexpr double kNearlyTheSame = 0.8;
// How many of the passages with one term are compared: a text copied a thousand times is reported
// once for each copy, beside the first one.
constexpr int kMostSeen = 8;

// Every pair is reported once, at the later passage.
bool comes_before(const StoredPassage& a, const StoredPassage& b) {
  if (a.report.id != b.report.id) return a.report.id < b.report.id;
  return a.sequence < b.sequence;
}

class Repeats {
 public:
  Repeats(const ReportView& view, IndexSnapshot& snapshot, Analyzer& analyzer, Findings& out)
      : view_(view), snapshot_(snapshot), analyzer_(analyzer), out_(out) {}

  void find(const SameTexts& same) {
    repeated_report(same);
    for (const StoredPassage& passage : view_.passages) {
      if (passage.kind == PassageKind::kSource || passage.kind == PassageKind::kNote) continue;
      analyzer_.analyze(passage.text, unanalyzed_ranges(passage.text), passage.markup, analysis_);
      repeated(passage);
      drifted(passage);
    }
  }

 private:
  // Of the first kMostSeen passages with `term`, those that come before `passage`; by id.
  std::map<std::string, StoredPassage> earlier(const std::string& term,
                                               const StoredPassage& passage) {
    std::map<std::string, StoredPassage> found;
    const Xapian::Database& database = snapshot_.database();
    int seen = 0;
    for (auto it = database.postlist_begin(term);
         it != database.postlist_end(term) && seen < kMostSeen; ++it, ++seen) {
      StoredPassage other = snapshot_.passage(*it);
      if (comes_before(other, passage)) found.emplace(other.id, std::move(other));
    }
    return found;
  }

  bool has_text_of(const StoredPassage& other) const {
    const auto& extraction = other.report.extraction;
    return extraction && view_.ref.extraction && other.report.id != view_.ref.id &&
           extraction->text_sha256 == view_.ref.extraction->text_sha256;
  }

  void repeated_report(const SameTexts& same) {
    if (!view_.ref.extraction) return;
    const auto first = same.find(view_.ref.extraction->text_sha256);
    if (first == same.end() || first->second == view_.ref.id) return;
    const ReportInfo other = snapshot_.report_ref(first->second);
    FindingLocation beside;
    beside.report_id = other.id;
    beside.path = other.path;
    beside.extraction = other.extraction;
    out_.push_back(make_finding(rule::kRepeatedReport, "has the same text as " + other.id,
                                location_of_report(view_), {beside}));
  }

  void repeated(const StoredPassage& passage) {
    const std::vector<std::uint64_t> triples = word_triples(analysis_);
    const StoredPassage* best = nullptr;
    double most = 0;
    std::map<std::string, StoredPassage> others;
    for (const std::string& text : resemblance_terms(triples)) {
      others.merge(earlier(schema::kResembles + text, passage));
    }
    for (const auto& [id, other] : others) {
      if (has_text_of(other)) continue;
      Analysis analysis;
      analyzer_.analyze(other.text, unanalyzed_ranges(other.text), other.markup, analysis);
      const double share = resemblance(triples, word_triples(analysis));
      if (share < kNearlyTheSame || share <= most) continue;
      most = share;
      best = &other;
    }
    if (best == nullptr) return;
    out_.push_back(make_finding(
        rule::kRepeatedPassage,
        most >= 1
            ? "repeats " + best->id + " word for word"
            : fmt::format(
                  "repeats {} nearly word for word: {:.0f} % of their word triples are the same",
                  best->id, most * 100),
        location_of_passage(passage), {location_of_passage(*best)}));
    // Glossaries are copied from report to report.
    const bool glossary = passage.kind == PassageKind::kGlossary &&
                          best->kind == PassageKind::kGlossary &&
                          passage.report.id != best->report.id;
    if (glossary) out_.back().level = FindingLevel::kNote;
  }

  static std::set<std::string> sources_of(const StoredPassage& passage, std::size_t sentence) {
    std::set<std::string> sources;
    for (const Citation& citation : passage.citations) {
      if (citation.sentence == sentence + 1) sources.insert(citation.source);
    }
    return sources;
  }

  void drifted(const StoredPassage& passage) {
    for (std::size_t s = 0; s < passage.sentences.size(); ++s) {
      const std::set<std::string> sources = sources_of(passage, s);
      const std::string text = sentence_term(analysis_, passage.sentences[s]);
      if (sources.empty() || text.empty()) continue;
      for (const auto& [id, other] : earlier(schema::kSentence + text, passage)) {
        if (add_drift(passage, s, sources, text, other)) break;
      }
    }
  }

  // A sentence with an additional source has not changed its source.
  static bool holds(const std::set<std::string>& all, const std::set<std::string>& some) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
  }

  bool add_drift(const StoredPassage& passage, std::size_t sentence,
                 const std::set<std::string>& sources, const std::string& text,
                 const StoredPassage& other) {
    Analysis analysis;
    analyzer_.analyze(other.text, unanalyzed_ranges(other.text), other.markup, analysis);
    for (std::size_t s = 0; s < other.sentences.size(); ++s) {
      if (sentence_term(analysis, other.sentences[s]) != text) continue;
      const std::set<std::string> before = sources_of(other, s);
      if (before.empty() || holds(before, sources) || holds(sources, before)) continue;
      out_.push_back(make_finding(rule::kSourceDrift,
                                  "the same sentence is cited to " +
                                      fmt::format("{}", fmt::join(before, ", ")) + " in " +
                                      other.id,
                                  location_in(passage, passage.sentences[sentence]),
                                  {location_in(other, other.sentences[s])}));
      return true;
    }
    return false;
  }

  const ReportView& view_;
  IndexSnapshot& snapshot_;
  Analyzer& analyzer_;
  Findings& out_;
  Analysis analysis_;
};

}  // namespace

SameTexts same_texts(IndexSnapshot& snapshot) {
  SameTexts first;
  for (const std::string& id : stored_report_ids(snapshot.database())) {
    const auto record = snapshot.report(id);
    if (!record || !record->report.extraction) continue;
    first.try_emplace(record->report.extraction->text_sha256, id);
  }
  return first;
}

void find_repeats(const ReportView& view, IndexSnapshot& snapshot, Analyzer& analyzer,
                  const SameTexts& same, Findings& out) {
  Repeats(view, snapshot, analyzer, out).find(same);
}

}  // namespace ibid
