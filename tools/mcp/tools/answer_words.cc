// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/answer_words.h"

#include <fmt/core.h>

#include "search/render/wording.h"
#include "tools/mcp/tools/element_words.h"

namespace ibid {
namespace {

const Json* member(const Json& value, const char* name) {
  const auto found = value.find(name);
  return found == value.end() ? nullptr : &*found;
}

// Which machines of the index did not answer.
std::string missing_words(const Json& index) {
  if (index.value("complete", true)) return {};
  std::string missing;
  for (const Json& node : index.at("nodes")) {
    if (node.at("state") == "answered") continue;
    missing += (missing.empty() ? "" : ", ") + in_quotes(node.at("name"));
  }
  return "Not all nodes of the index answered: the reports of " + missing +
         " are not in this answer, and what it does not have may be there.\n";
}

// How a query was read, and what its words might be meant to be.
std::string query_words(const Json& document) {
  const Json* const query = member(document, "query");
  if (query == nullptr) return {};
  std::string out = fmt::format("The query was read as {}.\n", in_quotes(query->at("parsed")));
  for (const Json& notice : query->at("ignored")) out += in_quotes(notice) + "\n";
  return out + missing_words(query->at("index"));
}

// Of all that an audit found, on this page or not.
std::string audit_words(const Json& end) {
  return fmt::format("In all {}, {} and {} in {}.\n",
                     counted(end.at("errors").get<std::uint64_t>(), "error"),
                     counted(end.at("warnings").get<std::uint64_t>(), "warning"),
                     counted(end.at("notes").get<std::uint64_t>(), "note"),
                     counted(end.at("reports").get<std::uint64_t>(), "report"));
}

std::string end_words(const Json& document) {
  const Json* const end = member(document, "end");
  if (end == nullptr) return {};
  if (end->contains("warnings")) return audit_words(*end);
  if (!end->contains("suggestion")) return {};
  std::string out;
  if (const Json& suggestion = end->at("suggestion"); suggestion.is_string()) {
    out += fmt::format("Perhaps {} is meant.\n", in_quotes(suggestion));
  }
  const Json& undated = end->at("undated");
  if (const auto passages = undated.at("passages").get<std::uint64_t>(); passages > 0) {
    out +=
        fmt::format("{} left out because the report has no date.\n", counted(passages, "passage"));
  }
  return out;
}

// Nothing was found: what was searched.
std::string nothing_words(const Tool& tool, const Json& document) {
  std::string out = fmt::format("There are no {} to this question.\n", tool.things);
  if (const Json* const query = member(document, "query")) {
    const Json& index = query->at("index");
    out = fmt::format("No {} found: none of the {} in generation {} of the index answers this.\n",
                      tool.things, counted(index.at("passages").get<std::uint64_t>(), "passage"),
                      index.at("generation").get<std::uint64_t>());
  }
  return out;
}

std::string count_words(const Tool& tool, const Json& page) {
  const auto number = [&](const char* name) { return page.at(name).get<std::uint64_t>(); };
  std::string out = fmt::format("{} of {}{} {}", number("returned"),
                                page.at("matches_exact").get<bool>() ? "" : "about ",
                                number("matches"), tool.things);
  if (number("offset") > 0) out += fmt::format(", after the first {}", number("offset"));
  out += ".\n";
  if (page.contains("next_offset")) {
    out += fmt::format("For the next ask again with offset {}.\n", number("next_offset"));
  }
  return out;
}

}  // namespace

std::string page_words(const Tool& tool, const Json& document, const Json& page) {
  std::string out;
  if (tool.pages != Tool::Pages::kOne) {
    const bool none = page.at("matches") == 0;
    out = none ? nothing_words(tool, document) : count_words(tool, page);
  }
  if (page.contains("shortened")) {
    out += fmt::format("Not whole here, as they are long: {}. With a larger max_bytes they are.\n",
                       counted(page.at("shortened").size(), "text or list"));
  }
  return out;
}

std::string document_words(const Json& document) {
  std::string out = query_words(document) + end_words(document);
  for (const auto& [name, value] : document.items()) {
    if (!value.is_object()) continue;
    const std::string words = element_words(value);
    if (name == "similar_to" && !words.empty()) out += "Asked about: ";
    out += words;
  }
  return out;
}

}  // namespace ibid
