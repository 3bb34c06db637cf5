// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the answers of one service share, and one function for each address.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tools/serve/messages/http_message.h"
#include "tools/serve/questions/answer_cache.h"
#include "tools/serve/questions/parameters.h"
#include "tools/serve/questions/served_index.h"

namespace ibid {

// Of one service.
struct ApiContext {
  ServedIndex& index;
  std::string reader;  // what shuts in processes that read files; empty: not asked yet
};

// One request. `id`: the rest of its path, of an address that ends in {id}.
struct ApiQuestion {
  const HttpRequest& request;
  std::string_view id;
  Parameters parameters{request.query};
};

// All throw ProblemError, QueryError and Error for what problem_of() makes a problem of.
MadeAnswer search_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer passage_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer similar_answer(ApiContext& context, ApiQuestion& question);

MadeAnswer reports_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer report_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer sources_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer source_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer resolve_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer info_answer(ApiContext& context, ApiQuestion& question);

MadeAnswer quotes_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer claims_answer(ApiContext& context, ApiQuestion& question);

MadeAnswer audit_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer export_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer cite_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer bundle_answer(ApiContext& context, ApiQuestion& question);

MadeAnswer events_answer(ApiContext& context, ApiQuestion& question);
MadeAnswer openapi_answer(ApiContext& context, ApiQuestion& question);

// "format": json or jsonl, for those that have no other; then no parameter may be left.
void finish_plain(Parameters& parameters);
// Throws ProblemError{kGenerationChanged} if `index` is in another state than was asked for.
void expect_state(OpenIndex& index, std::optional<std::uint64_t> generation);

}  // namespace ibid
