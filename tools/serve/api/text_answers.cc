// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quotations verified and claims compared: one, or many, answered as they are read on.
#include <memory>
#include <utility>

#include "corpus/error.h"
#include "ibid_version.h"
#include "search/claims/render_claim.h"
#include "search/quotes/quote_verifier.h"
#include "search/quotes/render_quote.h"
#include "tools/serve/api/answer_form.h"
#include "tools/serve/api/api_context.h"
#include "tools/serve/questions/problem.h"
#include "tools/serve/questions/text_questions.h"

namespace ibid {
namespace {

constexpr auto kMany = DocumentPart::Many::kYes;
constexpr auto kOne = DocumentPart::Many::kNo;

const DocumentShape kQuotesShape = {{"quotes", kMany, {"quote", "quote-error"}}};
const DocumentShape kClaimsShape = {{"claims", kMany, {"claim", "claim-error"}},
                                    {"end", kOne, {"end"}}};

// An index of their own: the service answers others while these are sent.
struct QuoteWork {
  QuoteWork(const std::string& directory, QuotesQuestion asked)
      : question(std::move(asked)), index(directory), verifier(index, question.report) {}
  QuotesQuestion question;
  OpenIndex index;
  QuoteVerifier verifier;
  std::size_t done = 0;

  bool next(std::string& out) {
    const GivenText& quote = question.quotes[done];
    try {
      out += quote_json_line(quote.origin, verifier.verify(quote.text));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;
      out += quote_error_json_line(quote.origin, error.what());
    }
    return ++done < question.quotes.size();
  }
};

struct ClaimWork {
  ClaimWork(const std::string& directory, ClaimsQuestion asked,
            std::unique_ptr<ClaimRenderer> renders)
      : question(std::move(asked)),
        renderer(std::move(renders)),
        index(directory),
        checker(index, question.options) {}
  ClaimsQuestion question;
  std::unique_ptr<ClaimRenderer> renderer;
  OpenIndex index;
  ClaimChecker checker;
  ClaimTotals totals;
  std::size_t done = 0;

  bool next(std::string& out) {
    if (done == 0) out += renderer->begin();
    const GivenText& claim = question.claims[done];
    try {
      const ClaimAnswer answer = checker.check(claim.text);
      out += renderer->claim(claim.origin, answer);
      ++totals.claims;
      totals.with_passage += answer.passages.empty() ? 0 : 1;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput && error.kind() != ErrorKind::kQuery) throw;
      out += renderer->error(claim.origin, error.what());
      ++totals.errors;
    }
    if (++done < question.claims.size()) return true;
    out += renderer->end(totals);
    return false;
  }
};

template <class Work>
NextPiece pieces_of(std::shared_ptr<Work> work) {
  return [work = std::move(work)](std::string& out) { return work->next(out); };
}

enum class ClaimFormat : std::uint8_t { kJson, kCsv, kMarkdown, kHtml, kReview };

HttpResponse claim_head(const HttpRequest& request, ClaimFormat format) {
  switch (format) {
    case ClaimFormat::kCsv:
      return file_response("text/csv; charset=utf-8", "ibid-claims.csv", "");
    case ClaimFormat::kMarkdown:
      return file_response("text/markdown; charset=utf-8", "ibid-claims.md", "");
    case ClaimFormat::kHtml:
      return file_response("text/html; charset=utf-8", "ibid-claims.html", "");
    case ClaimFormat::kReview:
      return file_response(kJsonLinesType, "ibid-claimreview.jsonl", "");
    case ClaimFormat::kJson:
      break;
  }
  return lines_head(request);
}

std::unique_ptr<ClaimRenderer> claim_renderer(ClaimFormat format) {
  const ClaimHead head{"ibid", kVersion, ""};
  switch (format) {
    case ClaimFormat::kCsv:
      return claim_csv();
    case ClaimFormat::kMarkdown:
      return claim_markdown(head);
    case ClaimFormat::kHtml:
      return claim_html(head);
    case ClaimFormat::kReview:
      return claim_review();
    case ClaimFormat::kJson:
      break;
  }
  return claim_jsonl();
}

}  // namespace

MadeAnswer quotes_answer(ApiContext& context, ApiQuestion& asked) {
  QuotesQuestion question = quotes_question(asked.parameters, asked.request);
  finish_plain(asked.parameters);
  expect_state(context.index.open(), question.generation);
  if (asked.request.method == HttpMethod::kPost) {
    auto work = std::make_shared<QuoteWork>(context.index.directory(), std::move(question));
    return {pieces_response(lines_head(asked.request),
                            in_form(asked.request, kQuotesShape, pieces_of(std::move(work))))};
  }
  const GivenText& quote = question.quotes.front();
  QuoteVerifier verifier(context.index.open(), question.report);
  std::string line;
  try {
    line = quote_json_line(quote.origin, verifier.verify(quote.text));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInput) throw;
    Parameters::refuse("q", error.what());
  }
  return {lines_response(asked.request, kQuotesShape, std::move(line))};
}

MadeAnswer claims_answer(ApiContext& context, ApiQuestion& asked) {
  ClaimsQuestion question = claims_question(asked.parameters, asked.request);
  const ClaimFormat format =
      asked.parameters.choice<ClaimFormat>("format", ClaimFormat::kJson,
                                           {{"json", ClaimFormat::kJson},
                                            {"jsonl", ClaimFormat::kJson},
                                            {"csv", ClaimFormat::kCsv},
                                            {"markdown", ClaimFormat::kMarkdown},
                                            {"html", ClaimFormat::kHtml},
                                            {"claimreview", ClaimFormat::kReview}});
  asked.parameters.finish();
  expect_state(context.index.open(), question.generation);
  auto work = std::make_shared<ClaimWork>(context.index.directory(), std::move(question),
                                          claim_renderer(format));
  NextPiece next = pieces_of(std::move(work));
  if (format == ClaimFormat::kJson) next = in_form(asked.request, kClaimsShape, std::move(next));
  return {pieces_response(claim_head(asked.request, format), std::move(next))};
}

}  // namespace ibid
