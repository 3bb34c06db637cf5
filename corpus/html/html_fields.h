// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a page says of itself: in meta tags, links, its title, JSON-LD.
#pragma once

#include <string>
#include <string_view>

#include "corpus/extract/reader_input.h"
#include "corpus/html/tree/html_tree.h"

namespace ibid::html {

// Values that may be empty.
struct LinkedData {
  std::string headline, date, publisher, author, url;
};
// Adds what a JSON-LD script says of an article or page to what is still empty in `data`. Anything
// else, and what is not JSON, says nothing.
void read_json_ld(std::string_view json, LinkedData& data);

// "2024-06-27T23:30:00+09:00", "2024. 6. 27.", "20240627" are "2024-06-27", in the date's own time
// zone; also "2024-06" and "2024". Empty if it is not a date.
std::string plain_date(std::string_view written);

struct PageHead {
  std::string address;  // of the page; empty if it is not known
  std::string base;     // of relative links
};
PageHead read_head(Page& page, const std::string& given_base);

// `top_heading`: the text of the page's first h1; `first_time`: the datetime of a <time> near the
// start of its text. Either may be empty.
void add_fields(ExtractBuilder& out, Page& page, const std::string& top_heading,
                const std::string& first_time);

}  // namespace ibid::html
