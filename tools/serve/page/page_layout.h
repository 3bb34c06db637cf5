// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is around the content of every page: head, search box, links to the other pages, the line
// that each printed sheet carries, and what is said of the index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tools/serve/page/page_visit.h"

namespace ibid {

// Which link of the header is that of this page.
enum class PagePlace : std::uint8_t {
  kSearch,
  kSources,
  kReports,
  kQuote,
  kClaims,
  kAudit,
  kHelp,
  kElsewhere
};

struct PageLayout {
  PagePlace place = PagePlace::kElsewhere;
  std::string title;  // of the browser's window; text
  int status = 200;
  std::string query = {};         // in the search box
  HttpFields search_fields = {};  // that a search from the box keeps: what is chosen beside words
  // What each printed sheet names besides title, generation and passages: a permalink, a query.
  std::string sheet = {};
  std::optional<IndexState> index = {};  // that the content comes from; nothing: the present one
  HttpFields headers = {};               // of the response
  std::string feed = {};                 // the address of the feed of what is new to this page
  // What the script asks, and offers, when the index has passages that are new to this page: an
  // address of the API that counts them, and one of a page that shows them; empty: it says only
  // that the index has changed.
  std::string count_new = {}, show_new = {};
};

// A whole page. `content` is what is in <main>: it begins with the page's only <h1>.
HttpResponse page_response(const PageVisit& visit, const PageLayout& layout, const Html& content);

// To another page: 303, so that Back and a second load send no form again.
HttpResponse redirect_response(const std::string& address);

}  // namespace ibid
