// SPDX-License-Identifier: GPL-2.0-or-later
//
// Questions that bring texts: quotations to verify, claims to compare. One in the URL, or many in a
// body: JSON, or lines of plain text. As in find_questions.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/claims/claim_checker.h"
#include "search/passages/line_origin.h"
#include "tools/serve/messages/http_message.h"
#include "tools/serve/questions/parameters.h"

namespace ibid {

struct GivenText {
  LineOrigin origin;  // of a body: its number from 1, or the number of its line
  std::string text;
};

// q or a body; report: only in the report with this id; generation.
struct QuotesQuestion {
  std::vector<GivenText> quotes;  // at least one
  std::string report;
  std::optional<std::uint64_t> generation;
};
QuotesQuestion quotes_question(Parameters& parameters, const HttpRequest& request);

// q or a body; limit: passages for each claim; fold: true if it is not there; literal; generation.
struct ClaimsQuestion {
  std::vector<GivenText> claims;  // at least one
  ClaimOptions options;
  std::optional<std::uint64_t> generation;
};
ClaimsQuestion claims_question(Parameters& parameters, const HttpRequest& request);

// What a body is: "text/plain" of "Text/Plain; charset=utf-8".
std::string media_type(const HttpRequest& request);
// The texts of a body. application/json: {"NAME":[TEXT | {"text":TEXT, "id"?:TEXT}*]}, NAME being
// "quotes" or "claims". text/plain: each line that is not empty. Throws ProblemError{kBadBody,
// kTooLarge, kUnsupportedBody}.
std::vector<GivenText> texts_of_body(const HttpRequest& request, std::string_view name);
// Lines that are not empty, as of a form or of text/plain. Throws ProblemError{kTooLarge}.
std::vector<GivenText> texts_of_lines(std::string_view lines);

}  // namespace ibid
