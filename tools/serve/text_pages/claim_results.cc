// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/text_pages/claim_results.h"

#include <cmath>

#include "search/claims/render_claim.h"
#include "search/render/passage_lines.h"
#include "tools/serve/page/parts/page_parts.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/text_pages/pasted_text.h"
#include "tools/serve/text_pages/text_words.h"

namespace ibid {
namespace {

void write_sentence(HtmlWriter& html, const PageVisit& visit, const ClaimEvidence& evidence) {
  html.open("p", {visit.lang_of(evidence.passage.text), {"dir", "auto"}});
  for (const SentencePiece& piece : sentence_pieces(evidence)) {
    if (piece.held) {
      html.element("mark", piece.text);
    } else {
      html.text(piece.text);
    }
  }
  html.close();
}

void write_where(HtmlWriter& html, const PageVisit& visit, const ClaimEvidence& evidence) {
  const StoredPassage& passage = evidence.passage;
  html.open("p", {{"class", "where"}});
  write_report_name(html, visit, passage.report, visit.place_address(passage.id));
  html.text(" · ").link(visit.passage_address(passage.permalink), passage.id).text(" · ");
  const ClaimSources sources = claim_sources(evidence);
  if (sources.sentence.empty() && sources.elsewhere.empty()) {
    html.text(visit.say(text_words::kPassageCitesNone));
  } else {
    html.text(visit.say(text_words::kPassageCites) + " ");
    bool first = true;
    std::vector<std::string_view> shown;
    for (const Citation& citation : passage.citations) {
      bool known = false;
      for (const std::string_view other : shown) known = known || other == citation.source;
      if (known) continue;
      shown.push_back(citation.source);
      if (!first) html.text("; ");
      first = false;
      write_source_link(html, visit, passage, citation.source);
    }
  }
  if (!evidence.alike.empty()) {
    html.text(" · " + visit.say(text_words::kAlikeMore, evidence.alike.size()));
  }
  html.close();
  if (evidence.stale)
    html.element("p", {{"class", "warning small"}}, visit.say(part_words::kStale));
}

void write_differences(HtmlWriter& html, const PageVisit& visit, const ClaimEvidence& evidence) {
  if (evidence.differences.empty()) return;
  html.open("ul", {{"class", "differences warning"}});
  for (const ClaimDifference& difference : evidence.differences) {
    const Wording* words = &text_words::kOtherFigure;
    if (difference.kind == DifferenceKind::kNegation) words = &text_words::kDeniesIt;
    if (difference.kind == DifferenceKind::kReversal) words = &text_words::kReversesIt;
    html.element("li", visit.say(*words, difference.claimed, difference.said));
  }
  html.close();
}

void write_units(HtmlWriter& html, const PageVisit& visit, const Wording& name,
                 const std::vector<std::string>& units) {
  if (units.empty()) return;
  const std::string list = joined(units, ", ");
  html.element("dt", visit.say(name)).element("dd", {visit.lang_of(list)}, list);
}

void write_overlap(HtmlWriter& html, const PageVisit& visit, const ClaimAnswer& answer,
                   const ClaimEvidence& evidence) {
  std::vector<std::string> holds, lacks;
  for (const HeldUnit& held : evidence.held) {
    const ClaimUnit& unit = answer.units[held.unit];
    if (!unit.counts) continue;
    holds.push_back(held.said.empty() || held.said == unit.text
                        ? unit.text
                        : unit.text + " (" + held.said + ")");
  }
  for (const std::size_t unit : evidence.lacked) {
    if (answer.units[unit].counts) lacks.push_back(answer.units[unit].text);
  }
  html.open("dl", {{"class", "small"}});
  write_units(html, visit, text_words::kHolds, holds);
  write_units(html, visit, text_words::kLacks, lacks);
  html.close();
}

void write_evidence(HtmlWriter& html, const PageVisit& visit, const ClaimAnswer& answer,
                    const ClaimEvidence& evidence) {
  html.open("div", {{"class", "evidence"}});
  write_differences(html, visit, evidence);
  write_sentence(html, visit, evidence);
  write_where(html, visit, evidence);
  write_overlap(html, visit, answer, evidence);
  html.close();
}

void write_no_passage(HtmlWriter& html, const PageVisit& visit, const ClaimAnswer& answer) {
  html.element("p", visit.say(text_words::kNoPassageFor));
  if (!answer.certificate) return;
  html.open("details").element("summary", visit.say(text_words::kCertificate)).open("ul");
  write_coverage(html, visit, *answer.certificate, answer.certificate->forms);
  html.element(
      "li", visit.say(text_words::kNearestShare, std::lround(answer.certificate->nearest * 100)));
  html.close().close();
}

void write_answer(HtmlWriter& html, const PageVisit& visit, const ClaimAnswer& answer) {
  if (answer.passages.empty()) return write_no_passage(html, visit, answer);
  write_evidence(html, visit, answer, answer.passages.front());
  if (answer.passages.size() == 1) return;
  html.open("details").element("summary",
                               visit.say(text_words::kMorePassages, answer.passages.size() - 1));
  for (std::size_t i = 1; i < answer.passages.size(); ++i) {
    write_evidence(html, visit, answer, answer.passages[i]);
  }
  html.close();
}

}  // namespace

void write_claim_table(HtmlWriter& html, const PageVisit& visit,
                       const std::vector<ClaimRow>& rows) {
  html.open("div", {{"class", "table"}}).open("table", {{"class", "claims"}});
  write_head_row(html,
                 {"#", visit.say(text_words::kClaim), visit.say(text_words::kNearestPassage)});
  html.open("tbody");
  for (const ClaimRow& row : rows) {
    const std::string number = std::to_string(row.number);
    html.open("tr", {{"id", "c" + number}}).element("td", {{"class", "number"}}, number);
    html.element("td", {{"class", "claim"}, visit.lang_of(row.text), {"dir", "auto"}}, row.text);
    html.open("td");
    if (row.error.empty()) {
      write_answer(html, visit, row.answer);
    } else {
      html.element("p", {{"class", "error"}}, visit.say(text_words::kClaimError, row.error));
    }
    html.close().close();
  }
  html.close().close().close();
}

}  // namespace ibid
