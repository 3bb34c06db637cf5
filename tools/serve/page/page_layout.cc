// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/page_layout.h"

#include "tools/serve/page/index_time.h"
#include "tools/serve/page/page_files.h"
#include "tools/serve/page/page_words.h"

namespace ibid {
namespace {

struct NavigationLink {
  PagePlace place;
  const char* path;
  const Wording& words;
};
constexpr NavigationLink kLinks[] = {{PagePlace::kSearch, "/", words::kSearch},
                                     {PagePlace::kSources, "/sources", words::kSources},
                                     {PagePlace::kReports, "/reports", words::kReports},
                                     {PagePlace::kQuote, "/quote", words::kQuote},
                                     {PagePlace::kClaims, "/check", words::kClaims},
                                     {PagePlace::kAudit, "/audit", words::kAudit},
                                     {PagePlace::kHelp, "/help", words::kHelp}};

void write_head(HtmlWriter& html, const PageVisit& visit, const PageLayout& layout) {
  html.open("head").lone("meta", {{"charset", "utf-8"}});
  html.lone("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.lone("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.element("title", layout.title.empty() ? "ibid" : layout.title + " · ibid");
  html.lone("link", {{"rel", "icon"}, {"href", file_address(kIconFile)}});
  html.lone("link", {{"rel", "stylesheet"}, {"href", file_address(kStyleFile)}});
  if (!layout.feed.empty()) {
    html.lone("link", {{"rel", "alternate"},
                       {"type", "application/atom+xml"},
                       {"title", visit.say(words::kFeed) + ": " + layout.title},
                       {"href", layout.feed}});
  }
  html.element("script", {{"src", file_address(kScriptFile)}, {"defer", ""}}, "").close();
}

void write_search_box(HtmlWriter& html, const PageVisit& visit, const PageLayout& layout) {
  html.open("form", {{"role", "search"}, {"action", "/"}, {"method", "get"}, {"id", "ask"}});
  html.element("label", {{"for", "q"}, {"class", "hush"}}, visit.say(words::kSearchFor));
  html.lone("input", {{"id", "q"},
                      {"name", "q"},
                      {"type", "search"},
                      exact("value", layout.query),
                      {"placeholder", visit.say(words::kSearchFor)},
                      {"autocomplete", "off"},
                      {"autocapitalize", "none"},
                      {"spellcheck", "false"},
                      {"enterkeyhint", "search"},
                      {"maxlength", "4096"},
                      {"dir", "auto"}});
  for (const auto& [name, value] : layout.search_fields) {
    html.lone("input", {{"type", "hidden"}, exact("name", name), exact("value", value)});
  }
  if (visit.chose_language()) {
    html.lone("input",
              {{"type", "hidden"}, {"name", "lang"}, {"value", language_tag(visit.language())}});
  }
  html.element("button", {{"type", "submit"}}, visit.say(words::kSearch)).close();
}

void write_header(HtmlWriter& html, const PageVisit& visit, const PageLayout& layout) {
  html.open("header", {{"class", "top"}});
  html.link(visit.address("/"), "ibid", {{"class", "brand"}});
  write_search_box(html, visit, layout);
  html.open("nav", {{"aria-label", visit.say(words::kPages)}}).open("ul");
  for (const NavigationLink& link : kLinks) {
    html.open("li").link(visit.address(link.path), visit.say(link.words),
                         {only_if(link.place == layout.place, "aria-current", "page")});
    html.close();
  }
  html.close().close().close();
}

// On screen it is hidden; printed, the browser repeats it on each sheet.
void write_sheet_line(HtmlWriter& html, const PageVisit& visit, const PageLayout& layout,
                      const IndexState& index) {
  html.open("div", {{"class", "sheet"}, {"aria-hidden", "true"}}).open("p");
  html.element("strong", "ibid").text(" · ");
  if (layout.sheet.find(layout.title) == std::string::npos) html.text(layout.title + " · ");
  if (!layout.sheet.empty()) html.element("span", layout.sheet).text(" · ");
  html.text(visit.say(words::kGeneration, index.generation) + " · ");
  html.text(visit.count(index.passages, words::kPassage, words::kPassages));
  html.close().close();
}

void write_language_switch(HtmlWriter& html, const PageVisit& visit) {
  html.open("nav", {{"class", "languages"}, {"aria-label", visit.say(words::kLanguage)}});
  const std::pair<PageLanguage, const char*> names[] = {{PageLanguage::kEnglish, "English"},
                                                        {PageLanguage::kKorean, "한국어"}};
  for (const auto& [language, name] : names) {
    const char* tag = language_tag(language);
    html.link(visit.address_in(language), name,
              {{"lang", tag},
               {"hreflang", tag},
               only_if(language == visit.language(), "aria-current", "true")});
    html.text(" ");
  }
  html.close();
}

void write_footer(HtmlWriter& html, const PageVisit& visit, const IndexState& index) {
  html.open("footer").open("p");
  const std::string passages = visit.count(index.passages, words::kPassage, words::kPassages);
  const std::string reports = visit.count(index.reports, words::kReport, words::kReportCount);
  html.text(index.reports == 0 ? passages : visit.say(words::kOf, passages, reports));
  html.text(" · " + visit.say(words::kGeneration, index.generation));
  if (const IndexTime time = time_of_index(visit.index_dir()); !time.shown.empty()) {
    html.text(" · ").open("time", {{"datetime", time.machine}});
    html.text(visit.say(words::kIndexOf, time.shown)).close();
  }
  html.close();
  write_language_switch(html, visit);
  html.close();
}

// What page.js says: it has no words of its own.
void write_script_words(HtmlWriter& html, const PageVisit& visit, const PageLayout& layout,
                        const IndexState& index) {
  const bool counts = !layout.count_new.empty();
  const std::string one = visit.say(words::kNewPassage);
  const std::string many = visit.say(words::kNewPassages, "{0}");
  html.open("p", {{"id", "said"},
                  {"role", "status"},
                  {"class", "said"},
                  {"data-generation", std::to_string(index.generation)},
                  only_if(counts, "data-count-new", layout.count_new),
                  only_if(counts, "data-show-new", layout.show_new),
                  only_if(counts, "data-new-one", one),
                  only_if(counts, "data-new-many", many),
                  {"data-copy", visit.say(words::kCopy)},
                  {"data-copied", visit.say(words::kCopied)},
                  {"data-not-copied", visit.say(words::kNotCopied)},
                  {"data-keys-on", visit.say(words::kKeysOn)},
                  {"data-keys-off", visit.say(words::kKeysOff)},
                  {"data-newer", visit.say(words::kIndexIsNewer)},
                  {"data-away", visit.say(words::kServerAway)}})
      .close();
}

}  // namespace

HttpResponse page_response(const PageVisit& visit, const PageLayout& layout, const Html& content) {
  const IndexState index = layout.index ? *layout.index : visit.index_state();
  HtmlWriter html;
  html.open("html", {{"lang", language_tag(visit.language())}});
  write_head(html, visit, layout);
  html.open("body").link("#main", visit.say(words::kSkip), {{"class", "skip"}});
  write_header(html, visit, layout);
  write_sheet_line(html, visit, layout, index);
  html.open("main", {{"id", "main"}, {"tabindex", "-1"}}).add(content).close();
  write_footer(html, visit, index);
  write_script_words(html, visit, layout, index);
  html.close().close();

  HttpResponse response;
  response.status = layout.status;
  response.content_type = "text/html; charset=utf-8";
  response.headers = layout.headers;
  response.headers.emplace_back("Content-Language", language_tag(visit.language()));
  response.headers.emplace_back("Vary", "Accept-Language");
  response.body = "<!doctype html>\n" + html.take().text() + "\n";
  return response;
}

HttpResponse redirect_response(const std::string& address) {
  HttpResponse response;
  response.status = 303;
  response.headers.emplace_back("Location", address);
  return response;
}

}  // namespace ibid
