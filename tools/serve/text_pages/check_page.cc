// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "corpus/error.h"
#include "corpus/sentences/sentences.h"
#include "corpus/text/code_points.h"
#include "search/claims/claim_checker.h"
#include "search/claims/render_claim.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/parts/downloads.h"
#include "tools/serve/text_pages/claim_results.h"
#include "tools/serve/text_pages/pasted_text.h"
#include "tools/serve/text_pages/text_pages.h"
#include "tools/serve/text_pages/text_words.h"

namespace ibid {
namespace {

// More claims of one request are not compared, and that is said.
constexpr std::size_t kMostClaims = 300;

constexpr TextForm kForm = {
    "/check",
    text_words::kCompare,
    {{"lines", text_words::kClaimPerLine}, {"text", text_words::kClaimPerSentence}},
    false,
    true};

// One a line, or one a sentence; kMostClaims and one more at most.
std::vector<ClaimRow> claims_of(std::string_view text, bool sentences) {
  std::vector<ClaimRow> out;
  std::size_t number = 0;
  const auto add = [&](std::string_view claim) {
    ++number;
    claim = trim(claim);
    if (claim.empty() || out.size() > kMostClaims) return;
    out.push_back({number, std::string(claim), {}, {}});
  };
  if (sentences) {
    for (const ByteRange& sentence : split_sentences(text, {})) add(slice(text, sentence));
    return out;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    add(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

void compare(const PageVisit& visit, std::vector<ClaimRow>& rows) {
  ClaimOptions options;
  options.names = visit.names();
  ClaimChecker checker(visit.index(), options);
  for (ClaimRow& row : rows) {
    try {
      row.answer = checker.check(row.text);
    } catch (const Error& error) {  // in this claim alone
      if (error.kind() != ErrorKind::kInput && error.kind() != ErrorKind::kQuery) throw;
      row.error = error.what();
    }
  }
}

HttpResponse csv_of(const std::vector<ClaimRow>& rows) {
  // The mark that spreadsheets need to read Korean.
  const auto csv = claim_csv(CsvStart::kByteOrderMark);
  std::string out = csv->begin();
  ClaimTotals totals;
  for (const ClaimRow& row : rows) {
    const LineOrigin origin{row.number, ""};
    out += row.error.empty() ? csv->claim(origin, row.answer) : csv->error(origin, row.error);
  }
  return download("text/csv; charset=utf-8", "claims.csv", out + csv->end(totals));
}

void write_rows(HtmlWriter& html, const PageVisit& visit, const std::vector<ClaimRow>& rows,
                bool is_cut) {
  const auto with_passage = std::count_if(
      rows.begin(), rows.end(), [](const ClaimRow& row) { return !row.answer.passages.empty(); });
  html.element("h2", visit.say(text_words::kClaimCount, rows.size(), with_passage));
  if (is_cut)
    html.element("p", {{"class", "warning"}}, visit.say(text_words::kClaimsFirst, kMostClaims));
  html.element("p", {{"class", "faint"}}, visit.say(text_words::kClaimNoteOnPage));
  write_claim_table(html, visit, rows);
}

}  // namespace

HttpResponse check_page(const PageVisit& visit) {
  const std::string text = pasted_text(visit);
  if (const std::string address = address_of_short(visit, text); !address.empty()) {
    return redirect_response(address);
  }
  std::vector<ClaimRow> rows = claims_of(text, visit.field("as") == "text");
  const bool is_cut = rows.size() > kMostClaims;
  if (is_cut) rows.pop_back();
  if (!rows.empty()) compare(visit, rows);
  if (!rows.empty() && visit.field("format") == "csv") return csv_of(rows);
  PageLayout layout;
  layout.place = PagePlace::kClaims;
  layout.title = visit.say(text_words::kCheckClaims);
  HtmlWriter html;
  html.element("h1", layout.title);
  html.element("p", {{"class", "faint no-print"}}, visit.say(text_words::kCheckAbout));
  write_text_form(html, visit, kForm);
  if (!rows.empty()) write_rows(html, visit, rows, is_cut);
  return page_response(visit, layout, html.take());
}

}  // namespace ibid
