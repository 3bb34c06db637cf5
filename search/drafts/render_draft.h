// SPDX-License-Identifier: GPL-2.0-or-later
//
// The quotations of a draft and their answers, as a table for people, as JSON lines and as CSV.
// Prints nothing. The grammar of the lines is in docs/output-format.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/drafts/draft_quotations.h"
#include "search/quotes/forms/quote_answer.h"
#include "search/render/text_page.h"

namespace ibid {

// Whether a place of the quotation cites a source that the draft names beside it.
enum class DraftCiting : std::uint8_t { kNoSource, kCited, kNotCited };

struct DraftAnswer {
  DraftQuotation quotation;
  QuoteAnswer answer;
};
DraftCiting citing_of(const DraftAnswer& answer);

struct DraftCheck {
  std::string draft;                 // its path; "-": standard input
  std::vector<DraftAnswer> answers;  // in the order of the draft
};
// True if all are exact or normalised.
bool is_verified(const DraftCheck& check);

std::string draft_text(const DraftCheck& check, const TextLayout& layout);
std::string draft_json_lines(const DraftCheck& check);
std::string draft_csv(const DraftCheck& check);

}  // namespace ibid
