// SPDX-License-Identifier: GPL-2.0-or-later
//
// Questions for passages: a search, a passage in its context, passages like it. Each function reads
// the parameters of its question and leaves others, for pages have some of their own: call
// Parameters::finish() then. All throw ProblemError.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/passage_id.h"
#include "search/passages/hit.h"
#include "search/passages/search_options.h"
#include "search/passages/similar.h"
#include "tools/serve/questions/parameters.h"

namespace ibid {

// "generation=7": the state of the index that an earlier page of the answer came from.
std::optional<std::uint64_t> asked_generation(Parameters& parameters);
// Throws ProblemError{kGenerationChanged} if the index is in another state.
void expect_generation(std::optional<std::uint64_t> asked, std::uint64_t now);

// "q": of kMostQueryBytes at most; "" if it is not there.
std::string asked_query(Parameters& parameters);
// "literal": words as typed, without other names. A file of aliases is never named by a request.
QueryAliases asked_names(Parameters& parameters);

// q, limit, offset, sort, since, facets, fold, explain, literal, selectors, snippet, generation.
struct SearchQuestion {
  std::string query;
  SearchOptions options;   // snippet_columns: 0 unless asked for
  bool selectors = false;  // see AnchorReader
  std::optional<std::uint64_t> generation;
};
SearchQuestion search_question(Parameters& parameters);

// limit, explain, snippet, generation; `id` as passage_named() takes it.
struct SimilarQuestion {
  std::string id;
  SimilarOptions options;
  std::optional<std::uint64_t> generation;
};
SimilarQuestion similar_question(Parameters& parameters, std::string_view id);

// around: 0 to kMostAround, 1 if it is not there; generation.
struct PassageQuestion {
  PassageRef ref;  // with a hash: a permalink
  std::uint64_t around = 1;
  std::optional<std::uint64_t> generation;
};
PassageQuestion passage_question(Parameters& parameters, std::string_view id);

// The id of a report in the form in which an index has it (NFC); anything else as it is.
std::string report_named(std::string_view text);
// "report#2-1.3", or a permalink with its hash. Throws ProblemError{kBadParameter}.
PassageRef passage_named(std::string_view text);
// "id", once or more often: each as above.
std::vector<PassageRef> passages_named(Parameters& parameters);
// A permalink. Throws ProblemError{kBadParameter}, also for an id without a hash.
PassageRef permalink_named(std::string_view text);

}  // namespace ibid
