// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_verifier.h"

#include <utility>
#include <vector>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "search/index/reports/measure_coverage.h"
#include "search/open/open_index_internals.h"
#include "search/passages/coverage.h"
#include "search/quotes/candidates/source_names.h"
#include "search/quotes/quote_verification.h"
#include "search/render/passage_lines.h"

namespace ibid {
namespace {

std::string_view checked(std::string_view text) {
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

void require_report(const IndexSnapshot& snapshot, const std::string& report) {
  if (report.empty() || snapshot.report(report)) return;
  throw Error(ErrorKind::kUsage, "the index holds no report " + report +
                                     "; `ibid search --facets report` lists report ids");
}

// What was not found may be on a node that did not answer.
void refuse_if_partial(const IndexState& index, const QuoteAnswer& answer) {
  const bool found =
      answer.status == QuoteStatus::kExact || answer.status == QuoteStatus::kNormalised;
  if (found || index.complete) return;
  throw Error(ErrorKind::kIndex,
              "the quotation was not found, but that is certified only if all nodes answer: " +
                  missing_nodes_text(index));
}

}  // namespace

class QuoteVerifier::Impl {
 public:
  Impl(OpenIndex::Internals& index, std::string report)
      : session_(index.session), analyzer_(index.analyzer), report_(std::move(report)) {
    session_.run([&] {
      require_report(session_.snapshot(), report_);
      return true;
    });
  }

  QuoteAnswer verify(std::string_view text) {
    const std::string quotation(checked(text));
    return session_.run(IndexUse::kVerify, [&] {
      if (known_of_ != session_.opened()) look_around();
      session_.snapshot().forget_freshness();
      QuoteAnswer answer = verify_quotation(
          {session_.snapshot(), analyzer_, sources_, certificate_, left_out_, dates_}, quotation);
      refuse_if_partial(session_.snapshot().state(), answer);
      return answer;
    });
  }

 private:
  // What every certificate of this state says, and the names of all cited sources.
  void look_around() {
    certificate_ = {};
    static_cast<AnswerCoverage&>(certificate_) = measure_coverage(session_.snapshot(), report_);
    certificate_.report = report_;
    certificate_.forms = {"to the byte",
                          "in normal form: quotes, dashes, spaces, case, Unicode form, diacritics",
                          "in order, with an ellipsis standing for words left out",
                          "with and without citation marks",
                          "over the end of a passage into the next",
                          "by its rarest words, for the nearest passage"};
    sources_ = SourceNames(session_.snapshot().database());
    left_out_.reset(report_);
    dates_ = {};
    known_of_ = session_.opened();
  }

  IndexSession& session_;
  Analyzer& analyzer_;
  std::string report_;
  // Of the state that was opened as number `known_of_`.
  QuoteCertificate certificate_;
  SourceNames sources_;
  LeftOutTexts left_out_;
  DateOrder dates_;
  int known_of_ = 0;
};

QuoteVerifier::QuoteVerifier(OpenIndex& index, const std::string& report)
    : impl_(std::make_unique<Impl>(index.internals(), report)) {}
QuoteVerifier::~QuoteVerifier() = default;

QuoteAnswer QuoteVerifier::verify(std::string_view quotation) { return impl_->verify(quotation); }

}  // namespace ibid
