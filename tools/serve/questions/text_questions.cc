// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/text_questions.h"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "search/render/wording.h"
#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/problem.h"

namespace ibid {
namespace {

using nlohmann::json;

[[noreturn]] void refuse_body(const std::string& why,
                              HttpProblem::Kind kind = HttpProblem::Kind::kBadBody) {
  throw ProblemError({.kind = kind, .detail = why});
}

void expect_few(std::size_t texts) {
  if (texts <= kMostTexts) return;
  refuse_body(fmt::format("at most {} texts are read at once", kMostTexts),
              HttpProblem::Kind::kTooLarge);
}

// Counts brackets outside of strings: the parser's memory grows with their depth.
bool is_too_deep(std::string_view text) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMostBodyDepth) return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

GivenText given_text(const json& item, std::string_view name, std::uint64_t number) {
  GivenText out;
  out.origin.line = number;
  if (item.is_string()) {
    out.text = item.get<std::string>();
    return out;
  }
  if (item.is_object()) {
    for (const auto& [key, value] : item.items()) {
      if (key != "text" && key != "id") {
        refuse_body(fmt::format("{}[{}] has a member \"{}\"; it takes the strings text and id",
                                name, number - 1, quoted_excerpt(key)));
      }
      if (!value.is_string()) {
        refuse_body(fmt::format("{}[{}].{} is not a string", name, number - 1, key));
      }
      (key == "text" ? out.text : out.origin.id) = value.get<std::string>();
    }
    if (out.origin.id.size() > kMostIdBytes) {
      refuse_body(fmt::format("{}[{}].id has {} bytes; at most {} are read", name, number - 1,
                              out.origin.id.size(), kMostIdBytes));
    }
    if (item.contains("text")) return out;
  }
  refuse_body(fmt::format("{}[{}] is neither a string nor an object with the string text", name,
                          number - 1));
}

std::vector<GivenText> texts_of_json(std::string_view body, std::string_view name) {
  if (is_too_deep(body)) refuse_body("the body is nested too deep");
  const json value = json::parse(body, nullptr, false);
  const std::string form = fmt::format("{{\"{}\":[\"…\"]}}", name);
  if (value.is_discarded()) refuse_body("the body is not JSON; it is like " + form);
  if (!value.is_object() || value.size() != 1 || !value.contains(name) ||
      !value.begin()->is_array()) {
    refuse_body("the body is not like " + form);
  }
  const json& items = *value.begin();
  expect_few(items.size());
  std::vector<GivenText> out;
  for (const json& item : items) out.push_back(given_text(item, name, out.size() + 1));
  return out;
}

// Those of the body of a POST; else the one of the URL.
std::vector<GivenText> asked_texts(Parameters& parameters, const HttpRequest& request,
                                   std::string_view name, std::size_t most_bytes) {
  if (request.method != HttpMethod::kPost) {
    return {{LineOrigin{}, parameters.needed_text("q", most_bytes)}};
  }
  std::vector<GivenText> texts = texts_of_body(request, name);
  if (texts.empty()) refuse_body(fmt::format("the body has no {}", name));
  return texts;
}

}  // namespace

std::string media_type(const HttpRequest& request) {
  std::string type(request.header("content-type"));
  type.resize(std::min(type.find(';'), type.size()));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  std::ranges::transform(type, type.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return type;
}

std::vector<GivenText> texts_of_body(const HttpRequest& request, std::string_view name) {
  const std::string type = media_type(request);
  if (type == "application/json") return texts_of_json(request.body, name);
  if (type == "text/plain") return texts_of_lines(request.body);
  refuse_body(fmt::format("Content-Type: \"{}\" is not read; send application/json or text/plain",
                          quoted_excerpt(type)),
              HttpProblem::Kind::kUnsupportedBody);
}

std::vector<GivenText> texts_of_lines(std::string_view lines) {
  std::vector<GivenText> out;
  std::uint64_t number = 0;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    std::string_view line = lines.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    out.push_back({{number, ""}, std::string(line)});
    expect_few(out.size());
  }
  return out;
}

QuotesQuestion quotes_question(Parameters& parameters, const HttpRequest& request) {
  QuotesQuestion out;
  out.report = report_named(parameters.text("report", kMostIdBytes));
  out.generation = asked_generation(parameters);
  out.quotes = asked_texts(parameters, request, "quotes", kMostQueryBytes);
  return out;
}

ClaimsQuestion claims_question(Parameters& parameters, const HttpRequest& request) {
  ClaimsQuestion out;
  out.options.limit = parameters.count("limit", 1, kMostClaimPassages).value_or(3);
  out.options.alike = parameters.flag("fold", true) ? Alike::kFold : Alike::kList;
  out.options.names = asked_names(parameters);
  out.generation = asked_generation(parameters);
  out.claims = asked_texts(parameters, request, "claims", kMostQueryBytes);
  if (request.method != HttpMethod::kPost)
    out.claims.front().origin.line = 1;  // as of `ibid check`
  return out;
}

}  // namespace ibid
