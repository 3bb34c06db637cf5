// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text that a page was asked about, and the form that it is pasted into.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/passages/coverage.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// A text that is no longer may be in an address; a longer one is answered where the form sent it.
inline constexpr std::size_t kMostAddressText = 2000;

// The field "q" with "\n" for each line end of a form, without white space at its ends.
std::string pasted_text(const PageVisit& visit);

// A form that sent a short text: the address of the same question. Empty: there is none.
std::string address_of_short(const PageVisit& visit, const std::string& text);

struct TextFormChoice {
  std::string_view value;  // of the field "as"
  const Wording& words;
};
struct TextForm {
  const char* action;
  const Wording& submit;
  TextFormChoice choices[2];  // the first is that of an empty field
  bool asks_report = false;
  bool offers_csv = false;
};
void write_text_form(HtmlWriter& html, const PageVisit& visit, const TextForm& form);

// Entries of a list: how much was searched, and which forms were tried.
void write_coverage(HtmlWriter& html, const PageVisit& visit, const AnswerCoverage& coverage,
                    const std::vector<std::string>& forms);

}  // namespace ibid
