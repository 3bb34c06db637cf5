// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/error_pages.h"

#include <algorithm>

#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/questions/problem.h"

namespace ibid {
namespace {

// The state of an index that does not answer is not asked for.
PageLayout layout_of(const PageVisit& visit, const Wording& title, int status) {
  PageLayout layout;
  layout.title = visit.say(title);
  layout.status = status;
  if (status >= 500) layout.index = IndexState{};
  layout.query = visit.field("q");
  return layout;
}

HttpResponse plain_page(const PageVisit& visit, const PageLayout& layout,
                        const std::string& sentence) {
  HtmlWriter html;
  html.element("h1", layout.title).element("p", {visit.lang_of(sentence)}, sentence);
  html.open("p").link(visit.address("/"), visit.say(words::kToSearch)).close();
  return page_response(visit, layout, html.take());
}

HttpResponse query_error_page(const PageVisit& visit, const HttpProblem& problem) {
  const PageLayout layout = layout_of(visit, words::kBadQuery, 400);
  const std::string_view query = visit.field("q");
  const ByteRange range = problem.range.value_or(ByteRange{query.size(), query.size()});
  const std::size_t begin = std::min<std::size_t>(range.begin, query.size());
  const std::size_t end = std::clamp<std::size_t>(range.end, begin, query.size());
  HtmlWriter html;
  html.element("h1", layout.title);
  // At the end of the query, where something is missing, there is no text to mark.
  html.open("p", {{"class", "asked"}, {"dir", "auto"}}).text(query.substr(0, begin));
  html.element("mark", {{"class", "wrong"}}, begin < end ? query.substr(begin, end - begin) : "␣");
  html.text(query.substr(end)).close();
  html.element("p", {visit.lang_of(problem.detail)}, problem.detail);
  html.open("p").link(visit.address("/help") + "#query", visit.say(words::kHowToAsk)).close();
  return page_response(visit, layout, html.take());
}

}  // namespace

HttpResponse not_found_page(const PageVisit& visit, const std::string& sentence) {
  return plain_page(visit, layout_of(visit, words::kNotFound, 404), sentence);
}

HttpResponse not_allowed_page(const PageVisit& visit, const std::string& allowed_methods) {
  PageLayout layout = layout_of(visit, words::kNotAllowed, 405);
  layout.headers.emplace_back("Allow", allowed_methods);
  return plain_page(visit, layout, visit.say(words::kNotAllowed) + ": " + allowed_methods);
}

HttpResponse error_page(const PageVisit& visit, const std::exception& error) {
  const HttpProblem problem = problem_of(error, visit.field("q"));
  const int status = problem.status();
  if (problem.kind == HttpProblem::Kind::kBadQuery) return query_error_page(visit, problem);
  const Wording& title = status == 404   ? words::kNotFound
                         : status == 503 ? words::kNoAnswer
                         : status == 500 ? words::kFailed
                                         : words::kBadRequest;
  PageLayout layout = layout_of(visit, title, status);
  if (status == 503) layout.headers.emplace_back("Retry-After", "5");
  const bool korean = visit.language() == PageLanguage::kKorean && !problem.korean.empty();
  return plain_page(visit, layout, korean ? problem.korean : problem.detail);
}

}  // namespace ibid
