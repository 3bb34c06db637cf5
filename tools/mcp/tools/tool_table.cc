// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/tool_table.h"

#include <algorithm>
#include <array>

namespace ibid {
namespace {

constexpr ToolArgument kGeneration = {
    "generation", "generation",
    "The state of the index that an earlier page came from; refused if the index has changed."};
constexpr ToolArgument kLiteral = {"literal", "literal"};
constexpr ToolArgument kLimit = {"limit", "limit"};
constexpr ToolArgument kExplain = {"explain", "explain"};
constexpr const char* kQueryWords =
    "Words in any language find passages with any of them; \"a phrase\" in quotes, +needed, -not, "
    "AND OR NEAR/8, weapon*, $5.4bn or 26.3% however written. Fields: report: source: title: "
    "section: publisher: lang:ko date:2024-06..2024-07 kind:summary cites:none.";
constexpr const char* kPassageId =
    "A permalink, such as harbour-pact#2.1@3f9a12c40b77, or the id before its @.";

constexpr auto kSearch = std::to_array<ToolArgument>({
    {"query", "q", kQueryWords},
    kLimit,
    {"offset", "offset"},
    {"sort", "sort"},
    {"facets", "facets", "Counts of all matches by these."},
    {"fold", "fold"},
    kExplain,
    kLiteral,
    kGeneration,
});
constexpr auto kShow = std::to_array<ToolArgument>({
    {"id", "{id}", kPassageId},
    {"around", "around"},
    kGeneration,
});
constexpr auto kOutline = std::to_array<ToolArgument>({
    {"report", "{id}", "The id of a report: what comes before the # of a permalink."},
    {"all", "all"},
    kGeneration,
});
constexpr auto kVerifyQuote = std::to_array<ToolArgument>({{"report", "report"}, kGeneration});
constexpr auto kCheckClaims =
    std::to_array<ToolArgument>({kLimit, {"fold", "fold"}, kLiteral, kGeneration});
constexpr auto kSimilar =
    std::to_array<ToolArgument>({{"id", "id", kPassageId}, kLimit, kExplain, kGeneration});
constexpr auto kSources = std::to_array<ToolArgument>({
    {"query", "q", "Only sources that passages of this query cite, as in search."},
    {"sort", "sort"},
    kLiteral,
    kGeneration,
});
constexpr auto kSource = std::to_array<ToolArgument>({
    {"source", "{id}", "Its id or URL as the reports write it, or words that name it."},
    kGeneration,
});
constexpr auto kResolve = std::to_array<ToolArgument>({
    {"permalinks", "permalink", "Permalinks, such as harbour-pact#2.1@3f9a12c40b77."},
    {"cited", "cited"},
});
constexpr auto kAudit = std::to_array<ToolArgument>({
    {"query", "q",
     "Only reports with a passage that matches, such as report:harbour-pact. Without it all "
     "are audited, again for each page."},
    {"rules", "rules", "Only findings of these rules."},
    {"citations_expected", "citations_expected"},
    kLiteral,
    kGeneration,
});
constexpr auto kCite = std::to_array<ToolArgument>({
    {"ids", "id", "Permalinks, or ids of passages."},
    {"format", "format", "json: records, as of show; the others: one text."},
    {"style", "style"},
    kGeneration,
});

constexpr auto kTools = std::to_array<Tool>({
    {"search", "Search the reports",
     "Finds passages of the reports, best first, each with its text, its permalink, the report it "
     "is in, and the sources it cites, or that it cites no source. If nothing is found, the answer "
     "says what was searched.",
     "/v1/search", "", kSearch, "SearchAnswer", Tool::Pages::kOfAnswer, "passages"},
    {"show", "Show a passage in its context",
     "The whole text of one passage and its neighbours, as the report has it now. Of a permalink "
     "it says whether the text is still the cited one.",
     "/v1/passages/{id}", "", kShow, "PassageAnswer", Tool::Pages::kOfElements, "passages"},
    {"outline", "Outline of a report",
     "A report from beginning to end: its title, publisher and date, sections and passages.",
     "/v1/reports/{id}", "", kOutline, "OutlineAnswer", Tool::Pages::kOfElements, "lines"},
    {"verify_quote", "Verify quotations",
     "Says of each quotation whether a report says exactly this (exact), with other typography "
     "(normalised), with changed words, each named (altered), or nowhere (absent, with what was "
     "searched). Use it for every quotation before you write it.",
     "/v1/quotes", "quotes", kVerifyQuote, "QuotesAnswer", Tool::Pages::kOfTexts, "quotations"},
    {"check_claims", "Compare claims with the reports",
     "For each sentence the passages that hold most of it: which words, names, figures and dates "
     "they have, which they lack, and what they say otherwise. It finds evidence and does not "
     "judge "
     "whether a claim is true.",
     "/v1/claims", "claims", kCheckClaims, "ClaimsAnswer", Tool::Pages::kOfTexts, "claims"},
    {"similar", "Passages like one",
     "Passages that say something like the one named, those of other reports first.", "/v1/similar",
     "", kSimilar, "SimilarAnswer", Tool::Pages::kOfElements, "passages"},
    {"sources", "List the cited sources",
     "Which sources the reports cite, by how many passages of how many reports.", "/v1/sources", "",
     kSources, "SourcesAnswer", Tool::Pages::kOfElements, "sources"},
    {"source", "Everything about a source",
     "One source: how reports list it, which passages cite it, which rest on it alone, what is "
     "cited beside it.",
     "/v1/sources/{id}", "", kSource, "SourceAnswer", Tool::Pages::kOfElements, "lines"},
    {"resolve", "What has become of permalinks",
     "Says of each permalink whether the passage is the same, has moved, has changed or is gone.",
     "/v1/resolve", "", kResolve, "ResolveAnswer", Tool::Pages::kOfElements, "permalinks"},
    {"audit", "Audit attribution",
     "How much of each report is attributed to sources, and findings: missing, broken and "
     "disagreeing citations, figures that differ, dependence on one source.",
     "/v1/audit", "", kAudit, "AuditAnswer", Tool::Pages::kOfElements, "lines"},
    {"cite", "Write citations",
     "Citations of passages, ready to paste: as notes, APA or Chicago, BibTeX, RIS or CSL-JSON.",
     "/v1/cite", "", kCite, "ExportAnswer", Tool::Pages::kOfNames, "passages"},
    {"info",
     "What the index holds",
     "How many reports, passages and sources there are, in which languages and of which dates.",
     "/v1/info",
     "",
     {},
     "InfoAnswer",
     Tool::Pages::kOne,
     ""},
});

}  // namespace

std::span<const Tool> all_tools() { return kTools; }

const Tool* find_tool(std::string_view name) {
  const auto found = std::ranges::find(kTools, name, &Tool::name);
  return found == kTools.end() ? nullptr : &*found;
}

}  // namespace ibid
