// SPDX-License-Identifier: GPL-2.0-or-later
//
// One request for a page, and what every page needs to answer it: the index, the language, and
// addresses that keep the language.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "search/passages/hit.h"
#include "search/passages/query_aliases.h"
#include "tools/serve/messages/http_message.h"
#include "tools/serve/page/html_writer.h"
#include "tools/serve/page/page_address.h"
#include "tools/serve/page/wording.h"
#include "tools/serve/questions/served_index.h"

namespace ibid {

// What pages answer from.
struct PageOptions {
  ServedIndex* index = nullptr;  // lent
  QueryAliases names = {};
  // The key with which a feed reader that keeps no cookie may ask for a feed of these fields
  // (feed_key.h); empty: none is wanted.
  std::function<std::string(const HttpFields& fields)> feed_key = {};
};

class PageVisit {
 public:
  // Everything is lent for the object's life.
  PageVisit(const HttpRequest& request, const PageOptions& options);

  const HttpRequest& request() const { return request_; }
  // Opened when it is first asked for, and the same for the whole visit. Throws Error{kIndex}.
  OpenIndex& index() const;
  const QueryAliases& names() const { return options_.names; }
  const std::string& index_dir() const { return options_.index->directory(); }
  // The present state, for pages that do not come from one.
  IndexState index_state() const;
  PageLanguage language() const { return language_; }
  // Whether the address says the language: then every link must.
  bool chose_language() const { return chose_language_; }

  // The first value of that name, or "". Lender: the request.
  std::string_view field(std::string_view name) const;
  // What the path has behind `route`: of "/passage/a#1.1" behind "/passage/" is "a#1.1".
  std::string_view behind(std::string_view route) const;

  // The address of another page, with the language if that was chosen.
  std::string address(std::string_view path, const HttpFields& fields = {}) const;
  // Of this page in another language.
  std::string address_in(PageLanguage language) const;
  std::string passage_address(std::string_view permalink_or_id) const;
  std::string report_address(std::string_view report_id) const;
  // Where the report's page shows the passage, whatever part of a long report it is in.
  std::string place_address(std::string_view passage_id) const;
  std::string source_address(std::string_view source) const;
  // Of the feed of a query, with its key.
  std::string feed_address(const std::string& query, Aliases aliases) const;

  // The wording in the page's language.
  template <class... Values>
  std::string say(const Wording& wording, const Values&... values) const {
    return worded(language_, wording, values...);
  }
  // "1 passage", "1,250 passages".
  std::string count(std::uint64_t number, const Wording& one, const Wording& many) const {
    return number == 1 ? say(one) : say(many, grouped(number));
  }
  // `lang` of a text in another language than the page; none if it is the same or not told by the
  // letters.
  HtmlAttribute lang_of(std::string_view text) const;

 private:
  const HttpRequest& request_;
  const PageOptions& options_;
  mutable OpenIndex* opened_ = nullptr;
  PageLanguage language_ = PageLanguage::kEnglish;
  bool chose_language_ = false;
};

// What of a passage id or permalink is behind the "#": the name of its place on the report's page.
std::string_view place_name(std::string_view passage_id);

}  // namespace ibid
