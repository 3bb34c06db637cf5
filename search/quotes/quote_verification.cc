// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_verification.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "corpus/markdown/markdown_text.h"
#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"
#include "indexer/analysis/term.h"
#include "indexer/schema.h"
#include "search/quotes/candidates/nearest_passages.h"
#include "search/quotes/candidates/quote_candidates.h"
#include "search/quotes/candidates/quote_loose_queries.h"
#include "search/quotes/candidates/wanted_phrases.h"
#include "search/quotes/quote_alteration.h"
#include "search/quotes/quote_matches.h"
#include "search/quotes/quote_omissions.h"
#include "search/quotes/quote_places.h"

namespace ibid {
namespace {

using Documents = std::vector<Xapian::docid>;

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
// Once a place is known, so many more passages are searched for others.
constexpr std::size_t kMostLooks = 5000;
// Pairs of neighbours looked at for a quotation over two passages, from each half.
constexpr std::size_t kMostPairs = 400;
// Passages with all words of the quotation, in any order, in which note marks may part them.
constexpr std::size_t kMostParted = 400;
// Passages that the nearest one is chosen from.
constexpr std::size_t kNearest = 12;

// The places of a quotation: the first few, and how many there are.
struct Places {
  std::uint64_t count = 0;
  std::vector<FormDifference> differences;  // of the first
  std::vector<QuoteMatch> told;
};

class Verification {
 public:
  Verification(const QuoteScope& scope, const std::string& quotation)
      : scope_(scope),
        index_(scope.snapshot.index()),
        quotation_(quotation),
        plain_(composed_lower(quotation)),
        words_(quote_words(plain_, index_.database, scope.analyzer)),
        normal_(quotation),
        certificate_(scope.certificate),
        passages_(scope.snapshot) {}

  QuoteAnswer run() {
    std::optional<QuoteAnswer> answer;
    for (const Attempt attempt : kAttempts) {
      answer = (this->*attempt)();
      if (answer) break;
    }
    if (!answer) answer.emplace();  // absent
    answer->quotation = quotation_;
    answer->certificate = std::move(certificate_);
    return std::move(*answer);
  }

 private:
  using Attempt = std::optional<QuoteAnswer> (Verification::*)();
  static const std::array<Attempt, 7> kAttempts;  // the first that has an answer has the answer

  // ---- exact, or normalised ------------------------------------------------------------------

  std::optional<QuoteAnswer> stands_in_a_passage() {
    if (words_.empty()) return places_in(all_of_report());
    return places_in(quote_phrases(words_, 0, words_.size(), index_));
  }

  // The quotation is a copy of Markdown, signs and all: they are no words of the index.
  std::optional<QuoteAnswer> is_written_with_signs() {
    const TextMarks markdown = read_markdown(quotation_);
    if (markdown.markup.empty()) return std::nullopt;
    const std::string seen = composed_lower(UnmarkedText(quotation_, markdown.markup).text());
    const auto words = quote_words(seen, index_.database, scope_.analyzer);
    if (words.empty()) return std::nullopt;
    return places_in(quote_phrases(words, 0, words.size(), index_));
  }

  // Note marks are words of the index: "rose[12] there".
  std::optional<QuoteAnswer> is_parted_by_note_marks() {
    return places_in(words_apart(words_), kMostParted);
  }

  // The words of a citation mark are no words of the index.
  std::optional<QuoteAnswer> begins_or_ends_in_a_mark() {
    if (words_.empty()) return std::nullopt;
    return places_in(cut_mark_phrases(plain_, scope_.sources, index_, scope_.analyzer));
  }

  std::optional<QuoteAnswer> places_in(const WantedPhrases& phrases, std::size_t most = kAll) {
    return places_in(documents_with(of_report(phrases), index_), most);
  }

  // Looks into the earliest `most` of `documents`, which ascend.
  std::optional<QuoteAnswer> places_in(const Documents& documents, std::size_t most = kAll) {
    Places exact, normalised;
    bool complete = true;
    std::size_t looks = 0;
    for (const Xapian::docid document : scope_.dates.sorted(documents, index_)) {
      if (looks >= most || (exact.count > 0 && looks >= kMostLooks)) {
        complete = false;
        break;
      }
      ++looks;
      const MarkedText text = marked(passages_.text(document));
      for (const ByteRange place : exact_matches(text, quotation_)) {
        add({document}, {place, {}, {}, place}, exact);
      }
      if (exact.count > 0) continue;
      for (const NormalFormMatch& place : normal_.matches(text)) {
        if (!is_turned({document}, place)) add({document}, place, normalised);
      }
    }
    auto answer = exact.count > 0 ? told(QuoteStatus::kExact, std::move(exact))
                                  : told(QuoteStatus::kNormalised, std::move(normalised));
    if (answer) answer->matches_exact = complete;
    return answer;
  }

  static MarkedText marked(const ComparedText& passage) {
    return {passage.text, passage.markup, passage.sentences, passage.joints};
  }

  std::optional<QuoteAnswer> runs_over_a_break() {
    Places found;
    for (const Passages& pair : neighbours()) {
      const std::uint64_t size = passages_.read(pair.first)->passage.text.size();
      const JoinedText joined = passages_.text_of(pair);
      for (NormalFormMatch& place : normal_.matches(joined.marked())) {
        if (place.text.begin >= size || place.text.end <= size + 1) continue;
        if (is_turned(pair, place)) continue;
        if (place.differences == std::vector{FormDifference::kUnicode}) place.differences.clear();
        place.differences.push_back(FormDifference::kPassageBreak);
        std::sort(place.differences.begin(), place.differences.end());
        add(pair, place, found);
      }
    }
    return told(QuoteStatus::kNormalised, std::move(found));
  }

  // One half of the quotation stands whole in one of the two, wherever the break is.
  std::vector<Passages> neighbours() {
    std::vector<Passages> pairs;
    if (words_.size() < 2) return pairs;
    const std::size_t half = words_.size() / 2;
    const auto add_pairs = [&](std::size_t begin, std::size_t end, Side side) {
      const WantedPhrases phrases = of_report(quote_phrases(words_, begin, end, index_));
      Documents documents = scope_.dates.sorted(documents_with(phrases, index_), index_);
      if (documents.size() > kMostPairs) {
        documents.resize(kMostPairs);
        certificate_.bounded = true;
      }
      for (const Xapian::docid document : documents) {
        if (!may_run(document, side)) continue;
        const auto other = scope_.snapshot.neighbour(document, side);
        if (!other) continue;
        const Passages pair =
            side == Side::kAfter ? Passages{document, *other} : Passages{*other, document};
        if (std::find(pairs.begin(), pairs.end(), pair) == pairs.end()) pairs.push_back(pair);
      }
    };
    add_pairs(0, half, Side::kAfter);
    add_pairs(half, words_.size(), Side::kBefore);
    return pairs;
  }

  bool may_run(Xapian::docid document, Side side) {
    const MarkedText text = marked(passages_.text(document));
    return side == Side::kAfter ? normal_.may_run_out_of(text) : normal_.may_run_into(text);
  }

  // ---- altered -------------------------------------------------------------------------------

  // True if an ellipsis stands for what the quotation may not leave out there.
  bool is_turned(const Passages& where, const NormalFormMatch& place) {
    if (place.left_out.empty()) return false;
    if (turning_omissions(place.left_out, scope_.analyzer).empty()) return false;
    if (!turned_) turned_.emplace(where, place);
    return true;
  }

  std::optional<QuoteAnswer> leaves_out_what_turns_it() {
    if (!turned_) return std::nullopt;
    const auto& [where, place] = *turned_;
    const JoinedText joined = passages_.text_of(where);
    const UnmarkedText text(joined.text, joined.markup);
    NormalFormMatch seen = place;
    seen.with_edges = text.without_signs(place.with_edges);
    QuoteAlteration made = turned_quotation(text.text(), seen, quotation_, scope_.analyzer);
    made.match = passages_.place(where, place.with_edges, place.left_out);
    QuoteAnswer answer;
    answer.status = QuoteStatus::kAltered;
    answer.alteration = std::move(made);
    return answer;
  }

  struct Nearest {
    Passages where;
    UnmarkedText text{{}, {}};
    NearestStretch stretch;  // of what a reader sees
  };

  std::optional<QuoteAnswer> is_made_of_the_nearest() {
    const WordsOfText words(quotation_, scope_.analyzer);
    const Nearest nearest = nearest_to(words);
    if (nearest.where.first == 0) return std::nullopt;
    if (!is_near(nearest.stretch, words)) {
      certificate_.nearest = nearest.stretch.similarity;
      return std::nullopt;
    }
    AlteredStretch altered =
        altered_stretch(nearest.text.text(), nearest.stretch.text, quotation_, scope_.analyzer);
    altered.alteration.similarity = nearest.stretch.similarity;
    altered.alteration.match =
        passages_.place(nearest.where, nearest.text.with_signs(altered.text), {});
    QuoteAnswer answer;
    answer.status = QuoteStatus::kAltered;
    answer.alteration = std::move(altered.alteration);
    return answer;
  }

  Nearest nearest_to(const WordsOfText& words) {
    Nearest nearest;
    const auto consider = [&](const Passages& where) {
      const JoinedText joined = passages_.text_of(where);
      UnmarkedText text(joined.text, joined.markup);
      const NearestStretch stretch =
          nearest_stretch(WordsOfText(text.text(), scope_.analyzer), words);
      const bool near = is_near(stretch, words);
      const bool known_near = is_near(nearest.stretch, words);
      if (near < known_near) return;
      if (near == known_near && stretch.similarity <= nearest.stretch.similarity + 1e-9) return;
      nearest = {where, std::move(text), stretch};
    };
    // The product of words is bounded, so that a page of quotation takes no more time than a line.
    constexpr std::size_t kLongQuotation = 500;
    const std::size_t limit = words.items().size() > kLongQuotation ? 2 : kNearest;
    Documents near = best_of(one_word_off(words_, index_), limit);
    const auto all_words = all_quote_words(plain_, index_.database, scope_.analyzer);
    if (all_words != words_) add_new(best_of(one_word_off(all_words, index_), limit), near);
    const std::vector<RankedTerm> terms = telling_terms(quotation_, index_, scope_.analyzer);
    add_new(best_of_terms(terms, report_term(), limit, index_), near);
    for (const Xapian::docid document : near) consider({document});
    if (nearest.where.first == 0) return nearest;
    // A stretch that ends where its passage does may go on in the next.
    constexpr std::uint64_t kNearEnd = 40;  // bytes
    const Xapian::docid document = nearest.where.first;
    const ByteRange range = nearest.stretch.text;
    if (range.end + kNearEnd >= nearest.text.text().size()) {
      const auto next = scope_.snapshot.neighbour(document, Side::kAfter);
      if (next) consider({document, *next});
    }
    if (range.begin <= kNearEnd) {
      const auto before = scope_.snapshot.neighbour(document, Side::kBefore);
      if (before) consider({*before, document});
    }
    return nearest;
  }

  // ---- passages and places -------------------------------------------------------------------

  // Empty if all reports are looked into.
  std::string report_term() const {
    const std::string& report = certificate_.report;
    return report.empty() ? report : value_term(schema::kReportId, report);
  }

  WantedPhrases of_report(WantedPhrases phrases) const {
    const std::string term = report_term();
    if (!term.empty() && !phrases.empty()) phrases.push_back({{term}});
    return phrases;
  }

  Documents all_of_report() const {
    const std::string term = report_term();
    return term.empty() ? all_documents(index_) : documents_with({{{term}}}, index_);
  }

  Documents best_of(std::vector<WantedPhrases> choices, std::size_t limit) const {
    for (WantedPhrases& phrases : choices) phrases = of_report(std::move(phrases));
    return best_with_any(choices, limit, index_);
  }

  static void add_new(const Documents& more, Documents& documents) {
    for (const Xapian::docid document : more) {
      const bool known = std::find(documents.begin(), documents.end(), document) != documents.end();
      if (!known) documents.push_back(document);
    }
  }

  void add(const Passages& where, const NormalFormMatch& found, Places& places) {
    if (places.count++ == 0) places.differences = found.differences;
    if (places.told.size() < kMostQuoteMatches)
      places.told.push_back(passages_.place(where, found.text, found.left_out));
  }

  static std::optional<QuoteAnswer> told(QuoteStatus status, Places found) {
    if (found.count == 0) return std::nullopt;
    QuoteAnswer answer;
    answer.status = status;
    answer.match_count = found.count;
    answer.differences = std::move(found.differences);
    answer.matches = std::move(found.told);
    return answer;
  }

  const QuoteScope& scope_;
  const IndexView& index_;
  const std::string& quotation_;
  const std::string plain_;  // composed, in small letters
  const std::vector<QuoteWord> words_;
  const NormalQuotation normal_;
  QuoteCertificate certificate_;
  QuotePlaces passages_;
  std::optional<std::pair<Passages, NormalFormMatch>> turned_;  // the first place that is
};

const std::array<Verification::Attempt, 7> Verification::kAttempts = {
    &Verification::stands_in_a_passage,       // exact, or normalised
    &Verification::is_written_with_signs,     // likewise
    &Verification::is_parted_by_note_marks,   // likewise
    &Verification::begins_or_ends_in_a_mark,  // likewise
    &Verification::runs_over_a_break,         // normalised
    &Verification::leaves_out_what_turns_it,  // altered
    &Verification::is_made_of_the_nearest,    // likewise
};                                            // else absent

}  // namespace

QuoteAnswer verify_quotation(const QuoteScope& scope, const std::string& quotation) {
  QuoteAnswer answer = Verification(scope, quotation).run();
  const std::string plain = without_bracketed_letters(quotation);
  if (plain != quotation && !is_verified(answer)) {
    answer = Verification(scope, plain).run();
    if (is_verified(answer)) {
      answer.quotation = quotation;
      answer.status = QuoteStatus::kNormalised;
      if (!std::count(answer.differences.begin(), answer.differences.end(),
                      FormDifference::kMarkup)) {
        answer.differences.push_back(FormDifference::kMarkup);
      }
    }
  }
  if (!is_verified(answer)) {
    answer.left_out = scope.left_out.find(scope.snapshot, plain);
    answer.certificate.left_out_bounded = !scope.left_out.complete();
  }
  return answer;
}

}  // namespace ibid
