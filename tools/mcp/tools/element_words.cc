// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/element_words.h"

#include <fmt/core.h>

#include <set>

#include "search/render/json_text.h"
#include "search/render/wording.h"
#include "tools/mcp/tools/verdict_words.h"

namespace ibid {
namespace {

constexpr std::size_t kMostCited = 5;

// "" for a member that is not there or no string.
std::string member(const Json& value, const char* name) {
  const auto found = value.find(name);
  return found == value.end() || !found->is_string() ? "" : found->get<std::string>();
}

// `  name: "text"`, unless it is empty.
void add_text(std::string& out, std::string_view name, const std::string& text) {
  if (!text.empty()) out += fmt::format("  {}: {}\n", name, in_quotes(text));
}

void add_report(std::string& out, const Json& report) {
  out += fmt::format("  report: {} title: {}", member(report, "id"), in_quotes(report.at("title")));
  if (const auto publisher = member(report, "publisher"); !publisher.empty()) {
    out += " publisher: " + in_quotes(publisher);
  }
  const std::string date = member(report, "date");
  out += (date.empty() ? " undated" : " date: " + in_quotes(date)) + "\n";
}

void add_citations(std::string& out, const Json& citations) {
  out += "  " + attribution_words(citations);
  std::set<std::string> named;
  for (const Json& citation : citations) {
    const std::string source = member(citation, "source");
    if (named.size() == kMostCited || !named.insert(source).second) continue;
    out += fmt::format("{} {}", named.size() == 1 ? ":" : ";", in_quotes(source));
    if (const auto title = member(citation, "title"); !title.empty()) {
      out += " title: " + in_quotes(title);
    }
    if (const auto publisher = member(citation, "publisher"); !publisher.empty()) {
      out += " publisher: " + in_quotes(publisher);
    }
  }
  out += '\n';
}

void add_standing(std::string& out, const Json& value) {
  if (value.value("stale", Json(false)) == Json(true)) {
    out += "  stale: the file has changed since it was indexed, or is gone\n";
  }
  const auto changed = value.find("changed");
  if (changed != value.end() && changed->is_boolean()) {
    out += changed->get<bool>() ? "  changed: this is not the text that the permalink was made of\n"
                                : "  unchanged: this is the text that the permalink was made of\n";
  }
}

// A hit, a passage of a list, a passage that cites.
std::string passage_words(const Json& value) {
  const Json& passage = value.at("passage");
  std::string out;
  if (value.contains("rank")) out += fmt::format("{}. ", value["rank"].get<std::uint64_t>());
  out += member(passage, "permalink");
  if (value.contains("position")) out += fmt::format(" position {}", value["position"].get<int>());
  out += '\n';
  add_text(out, "text", member(passage, "text"));
  if (const Json& sections = passage.at("section"); !sections.empty()) {
    add_text(out, "section",
             member(sections.back(), "number") + " " + member(sections.back(), "title"));
  }
  add_report(out, value.at("report"));
  if (const auto citations = value.find("citations"); citations != value.end()) {
    add_citations(out, *citations);
  }
  if (value.value("rests", false)) out += "  cites only this source\n";
  if (const auto alike = value.find("alike"); alike != value.end()) {
    out += fmt::format("  also said nearly so in {}\n", counted(alike->size(), "passage"));
  }
  add_standing(out, value);
  return out;
}

std::string report_words(const Json& value) {
  std::string out = member(value.at("report"), "id") + "\n";
  add_report(out, value.at("report"));
  if (value.contains("sections")) {
    out += fmt::format("  {}, {}\n", counted(value["sections"].get<std::uint64_t>(), "section"),
                       counted(value.at("passages").get<std::uint64_t>(), "passage"));
  }
  add_standing(out, value);
  return out;
}

std::string section_words(const Json& value) {
  const Json& section = value.at("section");
  return fmt::format("section {} title: {}\n", in_quotes(member(section, "number")),
                     in_quotes(member(section, "title")));
}

std::string source_words(const Json& value) {
  std::string out = "source " + in_quotes(member(value, "source")) + "\n";
  for (const char* name : {"title", "publisher", "author", "date", "url"}) {
    add_text(out, name, member(value, name));
  }
  if (value.contains("reports")) {
    out += fmt::format("  cited by {} of {}\n",
                       counted(value.at("passages").get<std::uint64_t>(), "passage"),
                       counted(value["reports"].get<std::uint64_t>(), "report"));
  } else if (value.contains("passages")) {
    out += fmt::format("  beside it in {}\n",
                       counted(value["passages"].get<std::uint64_t>(), "passage"));
  }
  return out;
}

std::string share_words(const Json& value) {
  std::string out = "share of a report\n";
  add_report(out, value.at("report"));
  out += fmt::format("  cites it in {} of {}, rests on it alone in {}\n",
                     value.at("citing_passages").get<std::uint64_t>(),
                     counted(value.at("passages").get<std::uint64_t>(), "passage"),
                     value.at("resting_passages").get<std::uint64_t>());
  return out;
}

std::string info_words(const Json& value) {
  return fmt::format("{} with {}, {} and {}, dated {} to {}; generation {}\n",
                     counted(value.at("reports").get<std::uint64_t>(), "report"),
                     counted(value.at("passages").get<std::uint64_t>(), "passage"),
                     counted(value.at("citations").get<std::uint64_t>(), "citation"),
                     counted(value.at("sources").get<std::uint64_t>(), "source"),
                     in_quotes(value.at("first_date")), in_quotes(value.at("last_date")),
                     value.at("generation").get<std::uint64_t>());
}

std::string left_out_words(const Json& value) {
  std::string out = "left out of the passages\n";
  add_text(out, "text", member(value, "text"));
  return out;
}

}  // namespace

std::string in_quotes(const Json& text) {
  std::string out;
  append_json_string(out, text.is_string() ? text.get_ref<const std::string&>() : "");
  return out;
}

std::string attribution_words(const Json& citations) {
  std::set<std::string> sources;
  for (const Json& citation : citations) sources.insert(member(citation, "source"));
  return sources.empty() ? "cites no source" : "cites " + counted(sources.size(), "source");
}

std::string element_words(const Json& value) {
  const std::string type = member(value, "type");
  if (type == "report") return report_words(value);
  if (type == "section") return section_words(value);
  if (type == "left-out") return left_out_words(value);
  if (type == "source" || type == "beside") return source_words(value);
  if (type == "share") return share_words(value);
  if (type == "info") return info_words(value);
  const bool is_passage = value.contains("passage") && value["passage"].is_object();
  if (type == "listing" && is_passage)
    return "listed as " + source_words(value) + passage_words(value);
  if (is_passage) return passage_words(value);
  return verdict_words(value);
}

}  // namespace ibid
