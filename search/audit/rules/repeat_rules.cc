// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports and passages that repeat another, and repeated sentences that are cited to another
// source. Passages and sentences are looked up by terms of the index, so a report costs the same in
// a small and a large index; texts of whole reports are gathered once for all.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "indexer/analysis/shingles.h"
#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "search/audit/rules/rule_groups.h"

namespace ibid {
namespace {

constexpr double kNearlyTheSame = 0.8;
// How many of the passages with one term are compared: a text copied a thousand times is reported
// once for each copy, beside the first one.
constexpr int kMostSeen = 8;

using Sources = std::set<std::string>;

Sources sources_of(const StoredPassage& passage, std::size_t sentence) {
  Sources sources;
  for (const Citation& citation : passage.citations) {
    if (citation.sentence == sentence + 1) sources.insert(citation.source);
  }
  return sources;
}

// The first passages with `term`, at most kMostSeen.
void add_first_with(const IndexView& index, const std::string& term,
                    std::vector<Xapian::docid>& documents) {
  int seen = 0;
  // Lists of these terms still name removed passages.
  const auto add = [&](Xapian::docid document) {
    if (index.deleted->next(document) == document) return;
    documents.push_back(document);
    ++seen;
  };
  if (index.postings) {
    glass::PostingReader postings = index.postings->open(term);
    while (postings.docid() != glass::PostingReader::kEnd && seen < kMostSeen) {
      add(static_cast<Xapian::docid>(postings.docid()));
      postings.skip_to(postings.docid() + 1);
    }
    return;
  }
  const auto end = index.database.postlist_end(term);
  for (auto it = index.database.postlist_begin(term); it != end && seen < kMostSeen; ++it) add(*it);
}

class Repeats {
 public:
  Repeats(const ReportView& view, AuditState& state, Findings& out)
      : view_(view), state_(state), out_(out) {}

  void find() {
    if (view_.ref.extraction) repeated_report();
    for (std::size_t i = 0; i < view_.passages.size(); ++i) {
      const StoredPassage& passage = view_.passages[i];
      if (passage.kind == PassageKind::kSource || passage.kind == PassageKind::kNote) continue;
      own_ = state_.compared_passage(view_, i);
      repeated(passage);
      drifted(passage);
    }
  }

 private:
  using Other = std::shared_ptr<const ComparedPassage>;

  // Of the first kMostSeen passages with each term, those that come before the own one, by id:
  // every pair is reported once, at the later passage.
  std::map<std::string, Other> earlier_with(const std::vector<std::string>& terms) {
    const IndexView& index = state_.snapshot.index();
    std::vector<Xapian::docid> documents;
    for (const std::string& term : terms) add_first_with(index, term, documents);
    std::ranges::sort(documents);
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    std::erase(documents, own_->document);
    std::map<std::string, Other> found;
    if (documents.empty()) return found;
    const std::string own = order_value({own_->report_id, own_->sequence});
    const std::vector<std::string> orders = values_of(index, schema::kSlotOrder, documents);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (orders[i] >= own) continue;  // what comes later is read when it is its turn
      Other other = state_.compared_passage(documents[i]);
      found.emplace(other->id, std::move(other));
    }
    return found;
  }

  bool has_text_of(const ComparedPassage& other) const {
    return !own_->text_sha256.empty() && other.report_id != own_->report_id &&
           other.text_sha256 == own_->text_sha256;
  }

  void repeated_report() {
    // Looks at every report of the index, so only once one needs it.
    if (!state_.same_texts) state_.same_texts = same_texts(state_.snapshot);
    const auto first = state_.same_texts->find(view_.ref.extraction->text_sha256);
    if (first == state_.same_texts->end() || first->second == view_.ref.id) return;
    const ReportInfo other = state_.snapshot.report_ref(first->second);
    FindingLocation beside;
    beside.report_id = other.id;
    beside.path = other.path;
    beside.extraction = other.extraction;
    out_.push_back(make_finding(rule::kRepeatedReport, "has the same text as " + other.id,
                                location_of_report(view_), {beside}));
  }

  void repeated(const StoredPassage& passage) {
    std::vector<std::string> terms = resemblance_terms(own_->triples);
    for (std::string& term : terms) term.insert(term.begin(), schema::kResembles);
    Other best;
    double most = 0;
    for (const auto& [id, other] : earlier_with(terms)) {
      if (has_text_of(*other)) continue;
      const double share = resemblance(own_->triples, other->triples);
      if (share < kNearlyTheSame || share <= most) continue;
      most = share;
      best = other;
    }
    if (best) add_repeat(passage, *state_.passage(best->document), most);
  }

  void add_repeat(const StoredPassage& passage, const StoredPassage& other, double share) {
    constexpr double kPercent = 100;
    out_.push_back(make_finding(
        rule::kRepeatedPassage,
        share >= 1
            ? "repeats " + other.id + " word for word"
            : fmt::format(
                  "repeats {} nearly word for word: {:.0f} % of their word triples are the same",
                  other.id, share * kPercent),
        location_of_passage(view_, passage), {location_of_passage(other)}));
    // Glossaries are copied from report to report.
    const bool glossary = passage.kind == PassageKind::kGlossary &&
                          other.kind == PassageKind::kGlossary &&
                          passage.report.id != other.report.id;
    if (glossary) out_.back().level = FindingLevel::kNote;
  }

  void drifted(const StoredPassage& passage) {
    for (std::size_t s = 0; s < passage.sentences.size(); ++s) {
      const Sources sources = sources_of(passage, s);
      const std::string& text = own_->sentences[s];
      if (sources.empty() || text.empty()) continue;
      for (const auto& [id, other] : earlier_with({schema::kSentence + text})) {
        if (add_drift(passage, s, sources, *other)) break;
      }
    }
  }

  // A sentence with an additional source has not changed its source.
  static bool holds(const Sources& all, const Sources& some) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
  }

  bool add_drift(const StoredPassage& passage, std::size_t sentence, const Sources& sources,
                 const ComparedPassage& compared) {
    const auto other = state_.passage(compared.document);
    for (std::size_t s = 0; s < other->sentences.size(); ++s) {
      if (compared.sentences[s] != own_->sentences[sentence]) continue;
      const Sources before = sources_of(*other, s);
      if (before.empty() || holds(before, sources) || holds(sources, before)) continue;
      out_.push_back(make_finding(rule::kSourceDrift,
                                  "the same sentence is cited to " +
                                      fmt::format("{}", fmt::join(before, ", ")) + " in " +
                                      other->id,
                                  location_in(view_, passage, passage.sentences[sentence]),
                                  {location_in(*other, other->sentences[s])}));
      return true;
    }
    return false;
  }

  const ReportView& view_;
  AuditState& state_;
  Findings& out_;
  Other own_;
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

void find_repeats(const ReportView& view, AuditState& state, Findings& out) {
  Repeats(view, state, out).find();
}

}  // namespace ibid
