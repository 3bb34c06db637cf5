// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_verifier.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/negation.h"
#include "indexer/analysis/term.h"
#include "indexer/analysis/unanalyzed.h"
#include "indexer/records/passage_record.h"
#include "indexer/schema.h"
#include "search/index/measure_coverage.h"
#include "search/open/open_index_internals.h"
#include "search/quotes/quote_alteration.h"
#include "search/quotes/quote_candidates.h"
#include "search/quotes/quote_change_kind.h"
#include "search/quotes/quote_matches.h"

namespace ibid {
namespace {

using Documents = std::vector<Xapian::docid>;
using XapianOp = Xapian::Query::op;

// Once a place is known, so many more passages are looked at for others.
constexpr std::size_t kMostLooks = 5000;
// Pairs of neighbours looked at for a quotation over two passages, from each half.
constexpr std::size_t kMostPairs = 400;
// Passages that the nearest one is chosen from.
constexpr Xapian::doccount kNearest = 12;

// The passages found for a quotation, before they are read as places.
struct FoundMatch {
  Xapian::docid first = 0, second = 0;  // second: 0 where one passage holds it
  NormalFormMatch place;                    // of the passage's text; of both joined by a space
};

}  // namespace

class QuoteVerifier::Impl {
 public:
  Impl(OpenIndex::Internals& index, std::string report)
      : session_(index.session), analyzer_(index.analyzer), report_(std::move(report)) {
    session_.run([&] {
      require_report();
      return true;
    });
  }

  QuoteAnswer verify(std::string_view text) {
    const std::string quotation(checked(text));
    return session_.run(IndexUse::kVerify, [&] { return run(quotation); });
  }

 private:
  static std::string_view checked(std::string_view text) {
    if (text.size() > kMostQuoteBytes) {
      throw Error(ErrorKind::kInput, "the quotation has " + std::to_string(text.size()) +
                                         " bytes; at most " + std::to_string(kMostQuoteBytes) +
                                         " can be verified, split it");
    }
    if (!is_utf8(text)) {
      throw Error(ErrorKind::kInput, "the quotation is not UTF-8; convert it first");
    }
    const std::string_view bare = bare_quotation(text);
    if (bare.empty()) throw Error(ErrorKind::kInput, "the quotation is empty");
    return bare;
  }

  void require_report() {
    if (report_.empty() || snapshot().report(report_)) return;
    throw Error(ErrorKind::kUsage, "the index holds no report " + report_ +
                                       "; `ibid search --facets report` lists report ids");
  }

  IndexSnapshot& snapshot() { return session_.snapshot(); }
  const Xapian::Database& database() { return index().database; }
  const IndexView& index() { return session_.snapshot().index(); }

  QuoteAnswer run(const std::string& quotation) {
    snapshot().forget_freshness();
    QuoteAnswer answer;
    answer.quotation = quotation;
    answer.certificate = certificate();
    const std::string plain = composed_lower(quotation);
    const std::vector<QuoteWord> words = quote_words(plain, database(), analyzer_);
    const NormalQuotation normal(quotation);
    const Xapian::Query query =
        words.empty() ? Xapian::Query(std::string()) : quote_query(words, 0, words.size(), index());
    look_for(quotation, normal, in_order_of_date(of_report(query), index()), answer);
    if (answer.status != QuoteStatus::kAbsent) return answer;
    if (!words.empty()) {
      const Xapian::Query cut = cut_mark_query(plain, sources_, index(), analyzer_);
      look_for(quotation, normal, in_order_of_date(of_report(cut), index()), answer);
    }
    if (answer.status != QuoteStatus::kAbsent) return answer;
    look_over_breaks(normal, words, answer);
    if (answer.status != QuoteStatus::kAbsent) return answer;
    look_for_nearest(quotation, answer);
    return answer;
  }

  Xapian::Query of_report(const Xapian::Query& query) const {
    if (report_.empty() || query.empty()) return query;
    return {XapianOp::OP_FILTER, query, Xapian::Query(value_term(schema::kReportId, report_))};
  }

  std::string text_of(Xapian::docid document) {
    return decode_passage(record(snapshot().index(), document)).passage.text;
  }

  void look_for(const std::string& quotation, const NormalQuotation& normal,
                const Documents& documents, QuoteAnswer& answer) {
    std::vector<FoundMatch> exact;
    std::vector<FoundMatch> normalised;
    std::size_t looks = 0;
    for (const Xapian::docid document : documents) {
      if (!exact.empty() && looks >= kMostLooks) {
        answer.places_exact = false;
        break;
      }
      ++looks;
      const std::string text = text_of(document);
      for (const ByteRange place : exact_places(text, quotation)) {
        exact.push_back({document, 0, {place, {}, {}}});
      }
      if (!exact.empty()) continue;
      for (NormalFormMatch& place : normal.places(text)) {
        normalised.push_back({document, 0, std::move(place)});
      }
    }
    if (!exact.empty()) settle(QuoteStatus::kExact, exact, answer);
    if (exact.empty() && !normalised.empty()) settle(QuoteStatus::kNormalised, normalised, answer);
  }

  void settle(QuoteStatus status, const std::vector<FoundMatch>& found, QuoteAnswer& answer) {
    answer.status = status;
    answer.place_count = found.size();
    answer.differences = found[0].place.differences;
    for (const FoundMatch& place : found) {
      if (answer.places.size() == kMostQuoteMatches) break;
      answer.places.push_back(read(place));
    }
  }

  StoredPassage stored(Xapian::docid document) { return snapshot().passage(document); }

  static QuotedSpan part(StoredPassage passage, ByteRange text) {
    const ByteRange bytes = file_range(passage.runs, text);
    return {std::move(passage), text, bytes};
  }

  QuoteMatch read(const FoundMatch& found) {
    QuoteMatch place;
    StoredPassage first = stored(found.first);
    const std::uint64_t size = first.text.size();
    const ByteRange range = found.place.text;
    place.left_out = found.place.left_out;
    place.stale = snapshot().is_stale(first.report.id);
    if (found.second == 0 || range.end <= size) {
      place.parts.push_back(part(std::move(first), range));
      return place;
    }
    // Where the next passage's text begins in the joined one.
    const std::uint64_t second = size + 1;
    if (range.begin < size) place.parts.push_back(part(std::move(first), {range.begin, size}));
    place.parts.push_back(
        part(stored(found.second),
             {range.begin > second ? range.begin - second : 0, range.end - second}));
    return place;
  }

  // One of the halves stands whole in one of the two passages, wherever the break is.
  void look_over_breaks(const NormalQuotation& normal, const std::vector<QuoteWord>& words,
                        QuoteAnswer& answer) {
    if (words.size() < 2) return;
    const std::size_t half = words.size() / 2;
    std::vector<std::pair<Xapian::docid, Xapian::docid>> pairs;
    const auto add_pairs = [&](std::size_t begin, std::size_t end, Side side) {
      Documents documents =
          in_order_of_date(of_report(quote_query(words, begin, end, index())), index());
      if (documents.size() > kMostPairs) {
        documents.resize(kMostPairs);
        answer.certificate.bounded = true;
      }
      for (const Xapian::docid document : documents) {
        const auto other = snapshot().neighbour(document, side);
        if (!other) continue;
        const std::pair<Xapian::docid, Xapian::docid> pair =
            side == Side::kAfter ? std::pair(document, *other) : std::pair(*other, document);
        if (std::find(pairs.begin(), pairs.end(), pair) == pairs.end()) pairs.push_back(pair);
      }
    };
    add_pairs(0, half, Side::kAfter);
    add_pairs(half, words.size(), Side::kBefore);
    std::vector<FoundMatch> found;
    for (const auto& [first, second] : pairs) {
      const std::string before = text_of(first);
      for (NormalFormMatch& place : normal.places(before + " " + text_of(second))) {
        if (place.text.begin >= before.size() || place.text.end <= before.size() + 1) continue;
        if (place.differences == std::vector{FormDifference::kUnicode}) place.differences.clear();
        place.differences.push_back(FormDifference::kPassageBreak);
        found.push_back({first, second, std::move(place)});
      }
    }
    if (!found.empty()) settle(QuoteStatus::kNormalised, found, answer);
  }

  struct Nearest {
    FoundMatch place;
    NearestStretch stretch;
    std::string text;
  };

  void look_for_nearest(const std::string& quotation, QuoteAnswer& answer) {
    const WordsOfText words(quotation, analyzer_);
    Nearest nearest;
    const auto consider = [&](Xapian::docid first, Xapian::docid second, std::string text) {
      const NearestStretch stretch = nearest_stretch(WordsOfText(text, analyzer_), words);
      if (stretch.similarity <= nearest.stretch.similarity + 1e-9) return;
      nearest = {{first, second, {stretch.text, {}, {}}}, stretch, std::move(text)};
    };
    // The product of words is bounded, so that a page of quotation takes no more time than a line.
    constexpr std::size_t kLongQuotation = 500;
    const Xapian::doccount limit = words.items().size() > kLongQuotation ? 2 : kNearest;
    for (const Xapian::docid document : best_matches(
             of_report(likeness_query(quotation, database(), analyzer_)), limit, index())) {
      consider(document, 0, text_of(document));
    }
    if (nearest.place.first == 0) return;
    consider_neighbours(nearest, consider);
    const auto content = static_cast<std::size_t>(std::count_if(
        words.items().begin(), words.items().end(), [](const auto& item) { return item.content; }));
    const bool near = nearest.stretch.similarity >= kQuoteFloor &&
                      nearest.stretch.common >= std::min<std::size_t>(content, 2);
    if (!near) {
      answer.certificate.nearest = nearest.stretch.similarity;
      return;
    }
    answer.status = QuoteStatus::kAltered;
    answer.alteration = alteration(quotation, nearest);
  }

  // A stretch that ends where its passage does may go on in the next.
  template <class Consider>
  void consider_neighbours(const Nearest& nearest, const Consider& consider) {
    constexpr std::uint64_t kNearEnd = 40;  // bytes
    const Xapian::docid document = nearest.place.first;
    const ByteRange range = nearest.stretch.text;
    const std::string text = nearest.text;
    if (range.end + kNearEnd >= text.size()) {
      if (const auto next = snapshot().neighbour(document, Side::kAfter)) {
        consider(document, *next, text + " " + text_of(*next));
      }
    }
    if (range.begin <= kNearEnd) {
      if (const auto before = snapshot().neighbour(document, Side::kBefore)) {
        consider(*before, document, text_of(*before) + " " + text);
      }
    }
  }

  QuoteAlteration alteration(const std::string& quotation, Nearest& nearest) {
    ByteRange range = with_negation(nearest.text, nearest.stretch.text, quotation);
    range = with_punctuation(nearest.text, range, quotation);
    QuoteAlteration out;
    const auto compare = [&] {
      out.said = without_marks(slice(nearest.text, range));
      out.diff = word_diff(out.said, quotation, WordMatch::kFolded);
      return std::any_of(out.diff.begin(), out.diff.end(),
                         [](const DiffSpan& p) { return p.kind != DiffKind::kEqual; });
    };
    // The same words, so it is their neighbours that make them mean something else: $240 billion.
    const ByteRange same = range;
    for (const Widen how : {Widen::kNot, Widen::kEnd, Widen::kBegin, Widen::kBoth}) {
      range = widened(nearest.text, same, how);
      if (compare()) break;
    }
    out.similarity = nearest.stretch.similarity;
    out.changes = changes_of(out.said, quotation, out.diff, analyzer_);
    nearest.place.place.text = range;
    out.place = read(nearest.place);
    return out;
  }

  // A Korean negation follows its verb: 체결하지 않았다 quoted as 체결했다 has lost it.
  static ByteRange with_negation(std::string_view text, ByteRange range,
                                 std::string_view quotation) {
    const ByteRange more = widened(text, range, Widen::kEnd);
    const std::string_view next = text.substr(range.end, more.end - range.end);
    const std::size_t space = std::min(text.rfind(' ', range.end - 1) + 1, range.end);
    const std::string_view last = text.substr(space, range.end - space);
    const bool kept = !last.empty() && quotation.find(last) != std::string_view::npos;
    return is_korean_negation(next) && !kept ? more : range;
  }

  // Takes in the punctuation on the sides where the quotation has some.
  static ByteRange with_punctuation(std::string_view text, ByteRange range,
                                    std::string_view quotation) {
    const auto is_sign = [](char c) {
      return std::string_view(".,;:!?)\"'").find(c) != std::string_view::npos;
    };
    if (!quotation.empty() && is_sign(quotation.back())) {
      while (range.end < text.size() && is_sign(text[range.end])) ++range.end;
    }
    return range;
  }

  enum class Widen { kNot, kEnd, kBegin, kBoth };

  // By a word.
  static ByteRange widened(std::string_view text, ByteRange range, Widen how) {
    if (how == Widen::kEnd || how == Widen::kBoth) {
      std::size_t at = skip_spaces(text, range.end);
      while (at < text.size()) {
        std::size_t next = at;
        if (is_space(next_code_point(text, next))) break;
        at = next;
      }
      range.end = at;
    }
    if (how == Widen::kBegin || how == Widen::kBoth) {
      bool letters = false;
      for (std::size_t before = range.begin; before > 0; range.begin = before) {
        const bool space = is_space(previous_code_point(text, before));
        if (space && letters) break;
        letters |= !space;
      }
    }
    return range;
  }

  static std::string without_marks(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    for (const ByteRange mark : unanalyzed_ranges(text)) {
      out += trim(text.substr(at, mark.begin - at));
      at = mark.end;
      if (at < text.size() && is_space(static_cast<unsigned char>(text[at]))) out += ' ';
      at = skip_spaces(text, at);
    }
    out += text.substr(at);
    return out;
  }

  const QuoteCertificate& certificate() {
    load_state();
    return certificate_;
  }

  // What every certificate of this generation says, and the names of all cited sources.
  void load_state() {
    const IndexState index = snapshot().state();
    if (loaded_ && certificate_.index.generation == index.generation) return;
    certificate_ = {};
    static_cast<AnswerCoverage&>(certificate_) = look_at(snapshot(), report_);
    certificate_.report = report_;
    certificate_.forms = {"to the byte",
                          "in normal form: quotes, dashes, spaces, case, Unicode form, diacritics",
                          "in order, with an ellipsis standing for words left out",
                          "with and without citation marks",
                          "over the end of a passage into the next",
                          "by its rarest words, for the nearest passage"};
    sources_ = named_source_terms(database());
    loaded_ = true;
  }

  IndexSession& session_;
  Analyzer& analyzer_;
  std::string report_;
  bool loaded_ = false;
  QuoteCertificate certificate_;
  std::vector<std::string> sources_;
};

QuoteVerifier::QuoteVerifier(OpenIndex& index, const std::string& report)
    : impl_(std::make_unique<Impl>(index.internals(), report)) {}
QuoteVerifier::~QuoteVerifier() = default;

QuoteAnswer QuoteVerifier::verify(std::string_view quotation) { return impl_->verify(quotation); }

}  // namespace ibid
