// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/error_pages.h"

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "search/query/query.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/page_words.h"

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
  html.element("h1", layout.title).element("p", sentence);
  html.open("p").link(visit.address("/"), visit.say(words::kToSearch)).close();
  return page_response(visit, layout, html.take());
}

// The byte before which `characters` code points are.
std::size_t byte_after(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  while (characters-- > 0 && at < text.size()) at += first_char(text.substr(at)).length;
  return at;
}

HttpResponse query_error_page(const PageVisit& visit, const QueryError& error) {
  const PageLayout layout = layout_of(visit, words::kBadQuery, 400);
  const std::string_view query = visit.field("q");
  const std::size_t begin = byte_after(query, error.column() - 1);
  const std::size_t end = byte_after(query, error.column() - 1 + error.width());
  HtmlWriter html;
  html.element("h1", layout.title);
  // At the end of the query, where something is missing, there is no text to mark.
  html.open("p", {{"class", "asked"}, {"dir", "auto"}}).text(query.substr(0, begin));
  html.element("mark", {{"class", "wrong"}}, begin < end ? query.substr(begin, end - begin) : "␣");
  html.text(query.substr(end)).close();
  html.open("p").text(error.what()).text(" ");
  html.text("(" + visit.say(words::kQueryPlace, error.column()) + ")").close();
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
  if (const auto* wrong_query = dynamic_cast<const QueryError*>(&error)) {
    return query_error_page(visit, *wrong_query);
  }
  const auto* known = dynamic_cast<const Error*>(&error);
  if (known == nullptr) {
    return plain_page(visit, layout_of(visit, words::kFailed, 500), error.what());
  }
  if (known->kind() == ErrorKind::kUsage || known->kind() == ErrorKind::kQuery) {
    return plain_page(visit, layout_of(visit, words::kBadRequest, 400), known->what());
  }
  PageLayout layout = layout_of(visit, words::kNoAnswer, 503);
  layout.headers.emplace_back("Retry-After", "5");
  return plain_page(visit, layout, known->what());
}

}  // namespace ibid
