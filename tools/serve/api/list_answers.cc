// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports, sources, what has become of permalinks, what the index holds.
#include <fmt/core.h>

#include <utility>

#include "corpus/error.h"
#include "corpus/reader_process/reader_pool.h"
#include "search/hits/render_jsonl.h"
#include "search/hits/searcher.h"
#include "search/open/render_info.h"
#include "search/permalinks/render_resolution.h"
#include "search/permalinks/resolve.h"
#include "search/reports/render_field_reasons.h"
#include "search/reports/render_report_list.h"
#include "search/reports/report_lister.h"
#include "search/sources/render_sources.h"
#include "search/sources/source_reader.h"
#include "tools/serve/api/answer_form.h"
#include "tools/serve/api/api_context.h"
#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/list_questions.h"
#include "tools/serve/questions/problem.h"

namespace ibid {
namespace {

constexpr auto kMany = DocumentPart::Many::kYes;
constexpr auto kOne = DocumentPart::Many::kNo;

const DocumentShape kReportsShape = {{"reports", kMany, {"listed_report"}},
                                     {"totals", kOne, {"reports"}}};
const DocumentShape kOutlineShape = {{"report", kOne, {"report"}}, {"lines", kMany, {}}};
const DocumentShape kWhyShape = {{"fields", kMany, {"field"}}};
const DocumentShape kSourcesShape = {
    {"query", kOne, {"query"}}, {"sources", kMany, {"source"}}, {"totals", kOne, {"sources"}}};
const DocumentShape kSourceShape = {{"source", kOne, {"source"}},
                                    {"listings", kMany, {"listing"}},
                                    {"citing", kMany, {"citing"}},
                                    {"beside", kMany, {"beside"}},
                                    {"shares", kMany, {"share"}}};
const DocumentShape kResolveShape = {{"resolutions", kMany, {"resolution"}}};
const DocumentShape kInfoShape = {{"info", kOne, {"info"}}};

[[noreturn]] void not_held(const std::string& detail) {
  throw ProblemError({.kind = HttpProblem::Kind::kUnknownId, .detail = detail, .parameter = "id"});
}

std::string id_of(const ApiQuestion& asked) {
  if (asked.id.size() > kMostIdBytes) Parameters::refuse("id", "id is too long");
  return std::string(asked.id);
}

std::string reader_words() {
  try {
    return in_words(ReaderPool().guards());
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kSystem) throw;
    return error.what();
  }
}

}  // namespace

void finish_plain(Parameters& parameters) {
  parameters.choice<bool>("format", false, {{"json", false}, {"jsonl", true}});
  parameters.finish();
}

void expect_state(OpenIndex& index, std::optional<std::uint64_t> generation) {
  if (generation) expect_generation(generation, index.state().generation);
}

MadeAnswer reports_answer(ApiContext& context, ApiQuestion& asked) {
  const ReportsQuestion question = reports_question(asked.parameters);
  finish_plain(asked.parameters);
  OpenIndex& index = context.index.open();
  const auto lines = ReportLister(index).list(question.query, question.names);
  expect_state(index, question.generation);
  return {lines_response(asked.request, kReportsShape, report_list_json_lines(lines))};
}

MadeAnswer report_answer(ApiContext& context, ApiQuestion& asked) {
  const ReportQuestion question = report_question(asked.parameters);
  finish_plain(asked.parameters);
  const std::string id = report_named(id_of(asked));
  OpenIndex& index = context.index.open();
  expect_state(index, question.generation);
  if (question.why) {
    if (const auto reasons = ReportLister(index).why(id)) {
      return {lines_response(asked.request, kWhyShape, field_reasons_json_lines(*reasons))};
    }
  } else if (const auto outline = Searcher(index).outline(id, question.left_out)) {
    return {lines_response(asked.request, kOutlineShape, outline_json_lines(*outline))};
  }
  not_held(fmt::format("the index holds no report {}{}", id,
                       did_you_mean(ReportLister(index).find(id).near)));
}

MadeAnswer sources_answer(ApiContext& context, ApiQuestion& asked) {
  const SourcesQuestion question = sources_question(asked.parameters);
  finish_plain(asked.parameters);
  AnswerState state(context.index);
  const SourceList list = SourceReader(context.index.open()).list(question.query, question.options);
  expect_generation(question.generation, list.index.generation);
  MadeAnswer out{lines_response(asked.request, kSourcesShape, sources_json_lines(list))};
  if (question.query.find("date:") == std::string::npos) out.state = std::move(state);
  return out;
}

MadeAnswer source_answer(ApiContext& context, ApiQuestion& asked) {
  const auto generation = asked_generation(asked.parameters);
  finish_plain(asked.parameters);
  const std::string id = id_of(asked);
  AnswerState state(context.index);
  OpenIndex& index = context.index.open();
  SourceReader sources(index);
  const auto card = sources.card(id);
  if (!card) {
    const auto near = sources.nearest(id);
    not_held(fmt::format("no report cites or lists {}{}", id,
                         near ? "; did you mean " + *near + "?" : ""));
  }
  expect_state(index, generation);
  return {lines_response(asked.request, kSourceShape, source_card_json_lines(*card)),
          std::move(state)};
}

MadeAnswer resolve_answer(ApiContext& context, ApiQuestion& asked) {
  const ResolveQuestion question = resolve_question(asked.parameters);
  finish_plain(asked.parameters);
  PermalinkResolver resolver(context.index.open());
  std::string lines;
  for (const PassageRef& ref : question.permalinks) {
    const Resolution found = resolver.resolve(ref);
    const auto diff = question.cited ? diff_with_cited(found, *question.cited) : std::nullopt;
    lines += resolution_json_line(found, diff);
  }
  return {lines_response(asked.request, kResolveShape, std::move(lines))};
}

MadeAnswer info_answer(ApiContext& context, ApiQuestion& asked) {
  finish_plain(asked.parameters);
  if (context.reader.empty()) context.reader = reader_words();
  AnswerState state(context.index);
  const IndexInfo info = context.index.open().info();
  return {lines_response(asked.request, kInfoShape, info_json_line(info, context.reader)),
          std::move(state)};
}

}  // namespace ibid
