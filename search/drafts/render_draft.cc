// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/drafts/render_draft.h"

#include <fmt/core.h>

#include <algorithm>

#include "search/quotes/quote_json.h"
#include "search/render/csv.h"
#include "search/render/escape_terminal.h"
#include "search/render/json_lines.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

constexpr QuoteStatus kStatuses[] = {QuoteStatus::kExact, QuoteStatus::kNormalised,
                                     QuoteStatus::kAltered, QuoteStatus::kAbsent};

std::uint64_t count_of(const DraftCheck& check, QuoteStatus status) {
  return static_cast<std::uint64_t>(
      std::count_if(check.answers.begin(), check.answers.end(),
                    [&](const DraftAnswer& one) { return one.answer.status == status; }));
}

// The place that is shown: the first of several.
const QuoteMatch* place_of(const QuoteAnswer& answer) {
  if (answer.alteration) return &answer.alteration->match;
  return answer.matches.empty() ? nullptr : &answer.matches.front();
}

std::string permalink_of(const QuoteAnswer& answer) {
  const QuoteMatch* place = place_of(answer);
  return place == nullptr || place->spans.empty() ? "" : place->spans[0].passage.permalink;
}

// Of a file of another format than text: "p. 7".
std::string place_words(const QuoteAnswer& answer) {
  const QuoteMatch* place = place_of(answer);
  if (place == nullptr || place->spans.empty()) return {};
  return span_words(place->spans[0].passage, place->spans[0].bytes);
}

const char* name_of(DraftCiting citing) {
  switch (citing) {
    case DraftCiting::kNoSource:
      return "";
    case DraftCiting::kCited:
      return "yes";
    case DraftCiting::kNotCited:
      return "no";
  }
  return "";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

// "number: "$240.1" became "$241.1"", or how the typing differs.
std::string what_differs(const QuoteAnswer& answer) {
  std::vector<std::string> parts;
  for (const FormDifference difference : answer.differences) {
    parts.emplace_back(to_string(difference));
  }
  if (answer.alteration) {
    for (const QuoteChange& change : answer.alteration->changes) {
      parts.push_back(change_text(change));
    }
  }
  for (const LeftOutQuote& quote : answer.left_out) parts.push_back(left_out_text(quote));
  return joined(parts);
}

std::string summary(const DraftCheck& check) {
  std::string out = counted(check.answers.size(), "quotation");
  std::string counts;
  for (const QuoteStatus status : kStatuses) {
    const std::uint64_t count = count_of(check, status);
    if (count == 0) continue;
    counts += fmt::format("{}{} {}", counts.empty() ? ": " : ", ", count, to_string(status));
  }
  return out + counts;
}

constexpr std::size_t kIndent = 24;  // of what stands in the column of the quotation

void add_row(Page& page, const DraftAnswer& row) {
  const DraftQuotation& quotation = row.quotation;
  const QuoteAnswer& answer = row.answer;
  const std::string place = fmt::format("{}:{}", quotation.line, quotation.column);
  const std::string first = fmt::format("{:<10}{:<14}", place, to_string(answer.status));
  const Role role = is_verified(answer) ? Role::kPlain : Role::kWarning;
  page.prose(first, kIndent, plain("“" + quoted_excerpt(quotation.text) + "”", role));
  if (!quotation.attribution.empty())
    page.prose(kIndent, plain(quotation.attribution, Role::kFaint));
  const std::string differs = what_differs(answer);
  if (!differs.empty()) page.prose(kIndent, plain(differs, role));
  if (answer.alteration) {
    page.prose(kIndent, plain("report: “" + quoted_excerpt(answer.alteration->said) + "”"));
  }
  const std::string permalink = permalink_of(answer);
  if (!permalink.empty()) page.line(kIndent, Role::kId, escape_terminal(permalink));
  const std::string words = place_words(answer);
  if (!words.empty()) page.line(kIndent, Role::kFaint, escape_terminal(words));
  if (citing_of(row) == DraftCiting::kNotCited) {
    page.prose(kIndent, plain("no place cites " + joined(quotation.sources), Role::kWarning));
  }
}

}  // namespace

DraftCiting citing_of(const DraftAnswer& answer) {
  if (answer.quotation.sources.empty() || !is_verified(answer.answer))
    return DraftCiting::kNoSource;
  for (const QuoteMatch& match : answer.answer.matches) {
    for (const QuotedSpan& span : match.spans) {
      for (const Citation& citation : span.passage.citations) {
        const auto& named = answer.quotation.sources;
        if (std::find(named.begin(), named.end(), citation.source) != named.end()) {
          return DraftCiting::kCited;
        }
      }
    }
  }
  return DraftCiting::kNotCited;
}

bool is_verified(const DraftCheck& check) {
  return std::all_of(check.answers.begin(), check.answers.end(),
                     [](const DraftAnswer& one) { return is_verified(one.answer); });
}

std::string draft_text(const DraftCheck& check, const TextLayout& layout) {
  Page page(layout);
  page.prose(0, plain(summary(check), is_verified(check) ? Role::kTitle : Role::kWarning));
  if (check.answers.empty()) return page.take();
  page.blank();
  page.line(0, Role::kFaint, fmt::format("{:<10}{:<14}{}", "PLACE", "ANSWER", "QUOTATION"));
  for (const DraftAnswer& row : check.answers) add_row(page, row);
  return page.take();
}

std::string draft_json_lines(const DraftCheck& check) {
  std::string out;
  for (const DraftAnswer& row : check.answers) {
    const DraftQuotation& quotation = row.quotation;
    Json line = quote_json({quotation.line, ""}, row.answer);
    line["column"] = quotation.column;
    Json& draft = line["draft"] = Json::object();
    add_json_path(draft, check.draft);
    draft["block"] = quotation.is_block;
    draft["attribution"] = quotation.attribution;
    draft["sources"] = quotation.sources;
    const DraftCiting citing = citing_of(row);
    draft["cited"] =
        citing == DraftCiting::kNoSource ? Json(nullptr) : Json(citing == DraftCiting::kCited);
    out += dump_json_line(line);
  }
  Json end = json_line_head("draft-end");
  end["quotations"] = check.answers.size();
  for (const QuoteStatus status : kStatuses) end[to_string(status)] = count_of(check, status);
  return out + dump_json_line(end);
}

std::string draft_csv(const DraftCheck& check) {
  std::string out = csv_row({"line", "column", "status", "quotation", "attribution", "sources",
                             "cited", "differences", "report_words", "permalink", "place"});
  for (const DraftAnswer& row : check.answers) {
    const DraftQuotation& quotation = row.quotation;
    out += csv_row({std::to_string(quotation.line), std::to_string(quotation.column),
                    to_string(row.answer.status), quotation.text, quotation.attribution,
                    joined(quotation.sources), name_of(citing_of(row)), what_differs(row.answer),
                    row.answer.alteration ? row.answer.alteration->said : "",
                    permalink_of(row.answer), place_words(row.answer)});
  }
  return out;
}

}  // namespace ibid
