// SPDX-License-Identifier: GPL-2.0-or-later
//
// Hits, a passage, passages like it.
#include <fmt/core.h>

#include <utility>

#include "corpus/report/passage_id.h"
#include "search/hits/render_jsonl.h"
#include "search/hits/searcher.h"
#include "search/passages/anchors.h"
#include "search/permalinks/render_resolution.h"
#include "search/permalinks/shown_passage.h"
#include "search/render/file_uri.h"
#include "tools/serve/api/answer_form.h"
#include "tools/serve/api/api_context.h"
#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/problem.h"

namespace ibid {
namespace {

constexpr auto kMany = DocumentPart::Many::kYes;
constexpr auto kOne = DocumentPart::Many::kNo;

const DocumentShape kSearchShape = {
    {"query", kOne, {"query"}}, {"hits", kMany, {"hit"}}, {"end", kOne, {"end"}}};
const DocumentShape kSimilarShape = {{"similar_to", kOne, {"similar-to"}},
                                     {"similar", kMany, {"similar"}}};
const DocumentShape kPassageShape = {{"passages", kMany, {"passage"}},
                                     {"resolution", kOne, {"resolution"}}};

[[noreturn]] void no_passage(const PassageRef& ref) {
  throw ProblemError({.kind = HttpProblem::Kind::kUnknownId,
                      .detail = fmt::format("the index holds no passage {}",
                                            passage_id(ref.report, ref.locator, ref.ordinal)),
                      .parameter = "id"});
}

// The same search from `offset` on, in the state that answered (RFC 8288).
std::string next_page(const HttpRequest& request, std::uint64_t offset, std::uint64_t generation) {
  std::string url = request.path;
  char sign = '?';
  const auto add = [&](std::string_view name, std::string_view value) {
    url += sign;
    sign = '&';
    url += percent_encode_path(name) + '=' + percent_encode_path(value);
  };
  for (const auto& [name, value] : request.query) {
    if (name != "offset" && name != "generation") add(name, value);
  }
  add("offset", std::to_string(offset));
  add("generation", std::to_string(generation));
  return fmt::format("<{}>; rel=\"next\"", url);
}

}  // namespace

MadeAnswer search_answer(ApiContext& context, ApiQuestion& asked) {
  const SearchQuestion question = search_question(asked.parameters);
  finish_plain(asked.parameters);
  MadeAnswer out;
  AnswerState state(context.index);
  Searcher searcher(context.index.open());
  SearchResult result = searcher.search(question.query, question.options);
  expect_generation(question.generation, result.index.generation);
  if (question.selectors) {
    AnchorReader reader;
    for (Hit& hit : result.hits) hit.anchors = reader.read(hit.passage);
  }
  out.response = lines_response(asked.request, kSearchShape,
                                search_json_lines(result, question.options.explain));
  if (!result.hits.empty()) {
    const Hit& last = result.hits.back();
    const std::uint64_t seen = last.rank + last.alike.size();
    const bool more = seen < result.matches ||
                      (!result.matches_exact && result.hits.size() == question.options.limit);
    if (more && last.rank <= kMostOffset) {
      out.response.headers.emplace_back(
          "Link", next_page(asked.request, last.rank, result.index.generation));
    }
  }
  for (const Hit& hit : result.hits) state.add_file(hit.passage.report.path, hit.stale);
  // Dates such as date:7d count from today.
  if (question.query.find("date:") == std::string::npos) out.state = std::move(state);
  return out;
}

MadeAnswer passage_answer(ApiContext& context, ApiQuestion& asked) {
  const PassageQuestion question = passage_question(asked.parameters, asked.id);
  finish_plain(asked.parameters);
  OpenIndex& index = context.index.open();
  const ShownPassage shown =
      shown_passage(index, question.ref, static_cast<std::uint32_t>(question.around));
  expect_state(index, question.generation);
  std::string lines;
  if (shown.passage) lines = passage_json_lines(*shown.passage);
  const bool document = asked_form(asked.request) == AnswerForm::kDocument;
  if (shown.resolution && document) lines += resolution_json_line(*shown.resolution, std::nullopt);
  if (!shown.passage && !(shown.resolution && document)) no_passage(question.ref);
  MadeAnswer out;
  out.response = lines_response(asked.request, kPassageShape, std::move(lines));
  if (!shown.passage) out.response.status = 404;
  return out;  // it vouches for the bytes of the file
}

MadeAnswer similar_answer(ApiContext& context, ApiQuestion& asked) {
  const std::string id = asked.parameters.needed_text("id", kMostIdBytes);
  const SimilarQuestion question = similar_question(asked.parameters, id);
  finish_plain(asked.parameters);
  AnswerState state(context.index);
  Searcher searcher(context.index.open());
  const auto result = searcher.similar(question.id, question.options);
  if (!result) no_passage(passage_named(question.id));
  expect_generation(question.generation, result->index.generation);
  MadeAnswer out;
  out.response = lines_response(asked.request, kSimilarShape,
                                similar_json_lines(*result, question.options.explain));
  for (const SimilarHit& found : result->hits) {
    state.add_file(found.hit.passage.report.path, found.hit.stale);
  }
  out.state = std::move(state);
  return out;
}

}  // namespace ibid
