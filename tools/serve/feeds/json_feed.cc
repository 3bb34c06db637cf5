// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/json_lines.h"
#include "tools/serve/feeds/feed.h"

namespace ibid {

std::string json_feed(const Feed& feed) {
  Json out = {{"version", "https://jsonfeed.org/version/1.1"},
              {"title", feed.title},
              {"home_page_url", feed.home},
              {"feed_url", feed.self},
              {"language", feed.language}};
  Json& items = out["items"] = Json::array();
  for (const FeedEntry& entry : feed.entries) {
    Json item = {{"id", entry.id},
                 {"url", entry.address},
                 {"title", entry.title},
                 {"content_text", entry.text},
                 {"date_published", entry.time}};
    if (!entry.author.empty()) item["authors"] = Json::array({Json{{"name", entry.author}}});
    if (!entry.language.empty()) item["language"] = entry.language;
    items.push_back(std::move(item));
  }
  return dump_json_line(out);
}

}  // namespace ibid
