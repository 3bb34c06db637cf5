// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "search/quotes/quote_verifier.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/text_pages/draft_results.h"
#include "tools/serve/text_pages/pasted_text.h"
#include "tools/serve/text_pages/quote_results.h"
#include "tools/serve/text_pages/text_pages.h"
#include "tools/serve/text_pages/text_words.h"

namespace ibid {
namespace {

constexpr TextForm kForm = {
    "/quote",
    text_words::kVerify,
    {{"quote", text_words::kOneQuotation}, {"draft", text_words::kDraftOfQuotations}},
    true,
    false};

}  // namespace

HttpResponse quote_page(const PageVisit& visit) {
  const std::string text = pasted_text(visit);
  if (const std::string address = address_of_short(visit, text); !address.empty()) {
    return redirect_response(address);
  }
  const std::string report(trim(visit.field("report")));
  const bool draft = visit.field("as") == "draft";
  if (!text.empty() && draft && visit.field("format") == "csv") {
    return draft_download(visit, text, report);
  }
  PageLayout layout;
  layout.place = PagePlace::kQuote;
  layout.title = visit.say(text_words::kVerifyQuote);
  HtmlWriter html;
  html.element("h1", layout.title);
  html.element("p", {{"class", "faint no-print"}}, visit.say(text_words::kQuoteAbout));
  write_text_form(html, visit, kForm);
  if (text.empty()) return page_response(visit, layout, html.take());
  try {
    QuoteVerifier verifier(visit.index(), report);
    if (draft) {
      write_draft(html, visit, text, report);
    } else {
      const QuoteAnswer answer = verifier.verify(text);
      layout.index = answer.certificate.index;
      write_quote_answer(html, visit, answer);
    }
  } catch (const Error& error) {
    // An unknown report, or what is no quotation: said below the form, which keeps the text.
    if (error.kind() != ErrorKind::kInput && error.kind() != ErrorKind::kUsage) throw;
    layout.status = 400;
    html.element("p", {{"class", "error"}, {"role", "alert"}, {"lang", "en"}}, error.what());
  }
  return page_response(visit, layout, html.take());
}

PageRoutes text_page_routes() {
  return {{"/quote", quote_page, true}, {"/check", check_page, true}};
}

bool is_long_text_page(const HttpRequest& request) {
  if (request.path != "/quote" && request.path != "/check") return false;
  const std::string_view text = request.field("q").value_or(std::string_view());
  const bool many = request.path == "/check" || request.field("as") == "draft";
  return many && text.size() > 500;
}

}  // namespace ibid
