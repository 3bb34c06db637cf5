// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/help/help_page.h"

#include "tools/serve/page/help/help_words.h"
#include "tools/serve/page/page_layout.h"

namespace ibid {
namespace {

constexpr std::string_view kQueryScreen =
#include "tools/commands/query_screen.inc"
    ;

struct Key {
  const char* key;
  const Wording& does;
};
constexpr Key kKeys[] = {{"/", help_words::kKeySearch},    {"j", help_words::kKeyNext},
                         {"k", help_words::kKeyBefore},    {"Enter", help_words::kKeyEnter},
                         {"o", help_words::kKeyReport},    {"c", help_words::kKeyCite},
                         {"y", help_words::kKeyPermalink}, {"v", help_words::kKeyVerify},
                         {"?", help_words::kKeyHelp},      {"Esc", help_words::kKeyEscape}};

void write_keys(HtmlWriter& html, const PageVisit& visit) {
  html.element("h2", {{"id", "keys"}}, visit.say(help_words::kKeysTitle));
  html.element("p", visit.say(help_words::kKeysNote));
  html.open("p").open("button", {{"type", "button"},
                                 {"class", "quiet"},
                                 {"hidden", ""},
                                 {"data-keys-toggle", ""},
                                 {"aria-pressed", "true"}});
  html.text(visit.say(help_words::kKeysToggle)).close().close();
  html.open("div", {{"class", "table"}}).open("table").open("thead").open("tr");
  html.element("th", {{"scope", "col"}}, visit.say(help_words::kKeyColumn));
  html.element("th", {{"scope", "col"}}, visit.say(help_words::kDoesColumn)).close().close();
  html.open("tbody");
  for (const Key& key : kKeys) {
    html.open("tr").open("th", {{"scope", "row"}}).element("kbd", key.key).close();
    html.element("td", visit.say(key.does)).close();
  }
  html.close().close().close();
}

HttpResponse help_page(const PageVisit& visit) {
  HtmlWriter html;
  html.element("h1", visit.say(help_words::kHelpTitle));
  html.element("h2", {{"id", "query"}}, visit.say(help_words::kQueryTitle));
  html.element("p", visit.say(help_words::kQueryNote));
  html.open("pre", {{"lang", "en"}, {"tabindex", "0"}}).lines(kQueryScreen).close();
  write_keys(html, visit);
  html.element("h2", visit.say(help_words::kSavedTitle))
      .element("p", visit.say(help_words::kSavedNote));
  PageLayout layout;
  layout.place = PagePlace::kHelp;
  layout.title = visit.say(help_words::kHelpTitle);
  return page_response(visit, layout, html.take());
}

}  // namespace

PageRoutes help_pages() { return {{"/help", help_page}}; }

}  // namespace ibid
