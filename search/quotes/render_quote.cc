// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/render_quote.h"

#include <fmt/core.h>

#include "corpus/text/code_points.h"
#include "search/quotes/quote_json.h"
#include "search/render/escape_terminal.h"
#include "search/render/passage_json.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

// ---- JSON -----------------------------------------------------------------------------

Json match_json(const QuoteMatch& match) {
  Json parts = Json::array();
  for (const QuotedSpan& span : match.spans) {
    Json part = {{"passage", json_passage(span.passage)},
                 {"report", json_report(span.passage.report)},
                 {"text", json_range(span.text)}};
    add_json_span(part, span.passage, span.bytes);
    part["citations"] = json_citations(span.passage);
    parts.push_back(std::move(part));
  }
  return {{"parts", std::move(parts)},
          {"left_out", match.left_out},
          {"stale", json_stale(match.stale, match.spans.front().passage.report)}};
}

const char* kind_name(DiffKind kind) {
  switch (kind) {
    case DiffKind::kEqual:
      return "equal";
    case DiffKind::kDelete:
      return "dropped";
    case DiffKind::kInsert:
      return "added";
  }
  return "equal";
}

std::string span_text(const DiffSpan& span, const QuoteAlteration& alteration,
                      const std::string& quotation) {
  const bool added = span.kind == DiffKind::kInsert;
  return added ? quotation.substr(span.b.begin, span.b.size())
               : alteration.said.substr(span.a.begin, span.a.size());
}

Json alteration_json(const QuoteAlteration& alteration, const std::string& quotation) {
  Json changes = Json::array();
  for (const QuoteChange& change : alteration.changes) {
    changes.push_back(
        {{"kind", to_string(change.kind)}, {"said", change.said}, {"quoted", change.quoted}});
  }
  Json diff = Json::array();
  for (const DiffSpan& span : alteration.diff) {
    diff.push_back(
        {{"kind", kind_name(span.kind)}, {"text", span_text(span, alteration, quotation)}});
  }
  return {{"similarity", rounded_score(alteration.similarity)},
          {"changes", std::move(changes)},
          {"said", alteration.said},
          {"diff", std::move(diff)},
          {"place", match_json(alteration.match)}};
}

Json certificate_json(const QuoteCertificate& certificate) {
  Json out = {{"index", json_index(certificate.index)},
              {"report", certificate.report.empty() ? Json(nullptr) : Json(certificate.report)}};
  add_json_coverage(out, certificate);
  out["forms"] = certificate.forms;
  out["nearest"] = certificate.nearest ? Json(rounded_score(*certificate.nearest)) : Json(nullptr);
  out["bounded"] = certificate.bounded;
  if (certificate.left_out_bounded) out["left_out_bounded"] = true;
  return out;
}

void add_origin(Json& line, const LineOrigin& origin) {
  if (origin.line > 0) line["line"] = origin.line;
  if (!origin.id.empty()) line["id"] = origin.id;
}

Json left_out_json(const LeftOutQuote& quote) {
  Json out = {{"report", quote.report.id}, {"reason", to_string(quote.reason)}};
  const auto& extraction = quote.report.extraction;
  if (extraction && extraction->grade == AnchorGrade::kPage) out["page"] = quote.part + 1;
  if (extraction && extraction->grade == AnchorGrade::kPart &&
      quote.part < extraction->parts.size()) {
    out["part"] = extraction->parts[quote.part].name;
  }
  out["text"] = quote.text;
  return out;
}

// ---- text -----------------------------------------------------------------------------

void add_match(Page& page, const QuoteMatch& match) {
  for (const QuotedSpan& span : match.spans) {
    const StoredPassage& passage = span.passage;
    const std::string date =
        passage.report.date.empty() ? "" : " · " + escape_terminal(passage.report.date);
    page.prose(4, plain(passage.report.title.empty() ? "(no title)" : passage.report.title + date));
    page.line(4, Role::kId, escape_terminal(passage.permalink));
    page.line(4, Role::kFaint,
              shown_path(passage.report.path, page.layout().base_dir) +
                  escape_terminal(place_behind(passage, span.bytes)));
  }
  for (const std::string& words : match.left_out) page.prose(4, plain("left out: " + words));
  if (match.stale) {
    page.line(4, Role::kWarning, "the file is gone, or has changed since it was indexed");
  }
}

// Escaped text with the spans of one kind marked. Escaping moves bytes, so it is assembled span by
// span.
Prose marked(const std::string& text, const std::vector<ByteRange>& ranges) {
  Prose prose;
  std::uint64_t at = 0;
  for (const ByteRange range : ranges) {
    prose.text += escape_prose(text.substr(at, range.begin - at));
    const std::uint64_t begin = prose.text.size();
    prose.text += escape_prose(text.substr(range.begin, range.size()));
    prose.marked.push_back({begin, prose.text.size()});
    at = range.end;
  }
  prose.text += escape_prose(text.substr(at));
  return prose;
}

void add_alteration(Page& page, const QuoteAnswer& answer) {
  const QuoteAlteration& alteration = *answer.alteration;
  std::vector<ByteRange> dropped;
  std::vector<ByteRange> added;
  for (const DiffSpan& span : alteration.diff) {
    if (span.kind == DiffKind::kDelete) dropped.push_back(span.a);
    if (span.kind == DiffKind::kInsert) added.push_back(span.b);
  }
  for (const QuoteChange& change : alteration.changes) {
    page.prose(2, plain(change_text(change), Role::kWarning));
  }
  page.prose("  quoted  ", 10, marked(answer.quotation, added));
  page.prose("  report  ", 10, marked(alteration.said, dropped));
  add_match(page, alteration.match);
}

void add_certificate(Page& page, const QuoteCertificate& c) {
  page.prose(2, plain(coverage_text(c)));
  if (!c.report.empty()) page.prose(2, plain("only report " + c.report));
  std::string forms;
  for (const std::string& form : c.forms) forms += (forms.empty() ? "" : "; ") + form;
  page.prose("  looked for  ", 14, plain(forms));
  if (c.nearest) {
    page.prose(2,
               plain(fmt::format("the nearest passage has {:.0f} % in common", *c.nearest * 100)));
  }
  if (c.bounded) {
    page.prose(2, plain("its halves are too common to search every pair of neighbouring passages",
                        Role::kWarning));
  }
}

void add_left_out(Page& page, const QuoteAnswer& answer) {
  for (const LeftOutQuote& quote : answer.left_out) {
    page.prose(2, plain(left_out_text(quote), Role::kWarning));
  }
  if (answer.certificate.left_out_bounded && !answer.alteration) {
    page.prose(2, plain("not all text that the files hold beside their passages was searched"));
  }
}

std::string status_text(const QuoteAnswer& answer) {
  std::string out = to_string(answer.status);
  if (answer.status == QuoteStatus::kNormalised) {
    std::string names;
    for (const FormDifference d : answer.differences) {
      names += (names.empty() ? " except for " : ", ") + std::string(to_string(d));
    }
    out += names;
  }
  if (answer.match_count > 1) {
    out +=
        fmt::format(" · {}{} places", answer.matches_exact ? "" : "at least ", answer.match_count);
  }
  if (answer.alteration) {
    out += fmt::format(" · {:.0f} % in common", answer.alteration->similarity * 100);
  }
  return out;
}

// The beginning of a quotation, for the line that names it.
std::string excerpt(const std::string& text) {
  constexpr std::size_t kColumns = 300;
  if (text.size() <= kColumns) return text;
  return text.substr(0, floor_boundary(text, kColumns)) + "…";
}

}  // namespace

std::string change_text(const QuoteChange& change) {
  const std::string kind = std::string(to_string(change.kind)) + ": ";
  if (change.said.empty()) return kind + "added \"" + change.quoted + "\"";
  if (change.quoted.empty()) return kind + "dropped \"" + change.said + "\"";
  return kind + "\"" + change.said + "\" became \"" + change.quoted + "\"";
}

std::string left_out_text(const LeftOutQuote& quote) {
  std::string out = fmt::format("found in {} of {}", left_out_words(quote.reason), quote.report.id);
  if (!quote.report.extraction) return out;
  const std::string place = origin_words(*quote.report.extraction, {{quote.part, {}}});
  return place.empty() ? out : out + ", " + place;
}

std::string quote_json_line(const LineOrigin& origin, const QuoteAnswer& answer) {
  return dump_json_line(quote_json(origin, answer));
}

Json quote_json(const LineOrigin& origin, const QuoteAnswer& answer) {
  Json line = json_line_head("quote");
  add_origin(line, origin);
  line["quote"] = answer.quotation;
  line["status"] = to_string(answer.status);
  Json& differences = line["differences"] = Json::array();
  for (const FormDifference d : answer.differences) differences.push_back(to_string(d));
  Json& places = line["places"] = Json::array();
  for (const QuoteMatch& match : answer.matches) places.push_back(match_json(match));
  line["place_count"] = answer.match_count;
  line["places_exact"] = answer.matches_exact;
  line["alteration"] =
      answer.alteration ? alteration_json(*answer.alteration, answer.quotation) : Json(nullptr);
  for (const LeftOutQuote& quote : answer.left_out) {
    line["left_out"].push_back(left_out_json(quote));
  }
  line["certificate"] = certificate_json(answer.certificate);
  return line;
}

std::string quote_error_json_line(const LineOrigin& origin, const std::string& message) {
  Json line = json_line_head("quote-error");
  add_origin(line, origin);
  line["message"] = message;
  return dump_json_line(line);
}

std::string quote_text(const LineOrigin& origin, const QuoteAnswer& answer,
                       const TextLayout& layout) {
  Page page(layout);
  std::string head;
  if (origin.line > 0) head = fmt::format("{}  ", origin.line);
  if (!origin.id.empty()) head += escape_terminal(origin.id) + "  ";
  page.line(0, is_verified(answer) ? Role::kTitle : Role::kWarning, head + status_text(answer));
  if (!answer.alteration) page.prose(2, plain(excerpt(answer.quotation)));
  constexpr std::size_t kShown = 5;
  for (std::size_t i = 0; i < answer.matches.size() && i < kShown; ++i) {
    add_match(page, answer.matches[i]);
  }
  if (answer.match_count > kShown) {
    page.line(4, Role::kFaint, fmt::format("and {} more", answer.match_count - kShown));
  }
  if (answer.alteration) add_alteration(page, answer);
  add_left_out(page, answer);
  if (answer.status == QuoteStatus::kAbsent) add_certificate(page, answer.certificate);
  page.blank();
  return page.take();
}

}  // namespace ibid
