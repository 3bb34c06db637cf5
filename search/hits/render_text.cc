// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/render_text.h"

#include <fmt/format.h>

#include <utility>

#include "search/hits/render_hit.h"
#include "search/render/escape_terminal.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

std::string count_line(const SearchResult& result) {
  if (result.index.passages == 0) return "no passage matches: the index is empty";
  if (result.matches == 0) {
    return fmt::format("no passage matches (0 of {} in {})",
                       counted(result.index.passages, "passage"),
                       counted(result.index.reports, "report"));
  }
  std::string out = fmt::format("{}{} of {} {}", result.matches_exact ? "" : "about ",
                                result.matches, counted(result.index.passages, "passage"),
                                result.matches == 1 ? "matches" : "match");
  if (result.hits.empty()) {
    out += " · none shown";
  } else if (result.hits.size() == 1 && result.matches > 1) {
    out += fmt::format(" · showing {}", result.hits.front().rank);
  } else if (result.hits.size() < result.matches) {
    out += fmt::format(" · showing {}-{}", result.hits.front().rank, result.hits.back().rank);
  }
  std::size_t folded = 0;
  for (const Hit& hit : result.hits) folded += hit.alike.size();
  if (folded > 0) out += fmt::format(" · {} more nearly alike (--all)", folded);
  return out + fmt::format(" · generation {}", result.index.generation);
}

// "2 passages of 1 report without a date are left out; date:none finds them". Empty if there are
// none.
std::string undated_text(const SearchResult& result) {
  if (result.undated_passages == 0) return "";
  return fmt::format(
      "{} of {} without a date {} left out; date:none finds {}",
      counted(result.undated_passages, "passage"), counted(result.undated_reports, "report"),
      result.undated_passages == 1 ? "is" : "are", result.undated_passages == 1 ? "it" : "them");
}

void add_facets(Page& page, const SearchResult& result) {
  for (const auto& [facet, counts] : result.facets) {
    page.blank();
    page.line(0, Role::kTitle, fmt::format("by {}", to_string(facet)));
    if (counts.empty()) page.line(2, Role::kPlain, "none");
    for (const FacetCount& row : counts) {
      const std::string& name = row.words.empty() ? row.value : row.words;
      page.prose(fmt::format("{:>7}  ", row.count), 9, plain(name));
      if (&name == &row.words) page.line(9, Role::kFaint, escape_terminal(row.value));
    }
  }
}

}  // namespace

std::vector<std::string> notes_of(const SearchResult& result) {
  std::vector<std::string> notes = result.ignored;
  if (std::string undated = undated_text(result); !undated.empty()) {
    notes.push_back(std::move(undated));
  }
  if (std::string missing = missing_nodes_text(result.index); !missing.empty()) {
    notes.push_back(std::move(missing));
  }
  return notes;
}

std::string search_text(const SearchResult& result, const SearchTextOptions& options) {
  Page page(options.layout);
  page.prose(0, {count_line(result), {}, Role::kFaint});
  if (options.explain == Explain::kYes) page.prose("", 2, plain("understood as: " + result.parsed));
  for (const std::string& note : notes_of(result)) {
    page.prose("", 2, plain("note: " + note, Role::kWarning));
  }
  if (result.suggestion) page.prose("", 2, plain("did you mean: " + *result.suggestion));
  const std::uint64_t last_rank = result.hits.empty() ? 0 : result.hits.back().rank;
  const std::size_t indent = fmt::formatted_size("{}", last_rank) + 2;
  for (const Hit& hit : result.hits) {
    page.blank();
    add_hit(page, hit, indent, options);
  }
  add_facets(page, result);
  return page.take();
}

std::string similar_text(const SimilarResult& result, const SearchTextOptions& options) {
  Page page(options.layout);
  const std::string like = " like " + escape_terminal(result.asked.id);
  if (result.hits.empty()) {
    page.prose(0, {"no passage is" + like, {}, Role::kFaint});
    return page.take();
  }
  page.prose(0, {counted(result.hits.size(), "passage") + like, {}, Role::kFaint});
  const std::size_t indent = fmt::formatted_size("{}", result.hits.back().hit.rank) + 2;
  const SimilarHit* before = nullptr;
  for (const SimilarHit& similar : result.hits) {
    page.blank();
    if (before == nullptr || before->same_report != similar.same_report) {
      page.line(0, Role::kTitle, similar.same_report ? "in the same report" : "in other reports");
      page.blank();
    }
    add_hit(page, similar.hit, indent, options);
    if (similar.near_duplicate) page.line(indent, Role::kWarning, "nearly the same text");
    before = &similar;
  }
  return page.take();
}

}  // namespace ibid
