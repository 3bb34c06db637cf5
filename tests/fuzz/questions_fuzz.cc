// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any request as each question: options within their bounds, or a sentence. The first byte chooses
// method and body; lines before an empty one are parameters, "name=value", what follows is the
// body.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/fuzz/fuzz_input.h"
#include "tools/serve/questions/answer_state.h"
#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/list_questions.h"
#include "tools/serve/questions/output_questions.h"
#include "tools/serve/questions/problem.h"
#include "tools/serve/questions/text_questions.h"

namespace ibid {
namespace {

HttpRequest request_of(std::string_view bytes) {
  HttpRequest request;
  const auto choice = static_cast<unsigned char>(bytes[0]);
  if (choice % 2 == 1) request.method = HttpMethod::kPost;
  const char* const type = choice % 4 == 1 ? "application/json" : "text/plain";
  request.headers = {{"content-type", type}};
  std::string text = fuzz::valid_text(bytes.substr(1));
  std::erase(text, '\0');
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty()) {
      request.body = text.substr(std::min(begin, text.size()));
      break;
    }
    const std::size_t sign = std::min(line.find('='), line.size());
    request.query.emplace_back(line.substr(0, sign), line.substr(std::min(sign + 1, line.size())));
  }
  return request;
}

template <typename Read>
void ask(const HttpRequest& request, Read&& read) {
  Parameters parameters(request.query);
  try {
    read(parameters);
    parameters.finish();
  } catch (const ProblemError& error) {
    EXPECT_GE(error.problem().status(), 400);
    EXPECT_LT(error.problem().status(), 500);
    EXPECT_FALSE(error.problem().detail.empty());
    EXPECT_FALSE(problem_response(error.problem()).body.empty());
  }
}

void expect_id(const PassageRef& ref) {
  EXPECT_NE(ref.ordinal, 0U);
  EXPECT_FALSE(ref.report.empty());
}

void ask_any(std::string_view bytes) {
  if (bytes.empty()) return;
  const HttpRequest request = request_of(bytes);
  ask(request, [](Parameters& p) {
    const SearchQuestion question = search_question(p);
    EXPECT_FALSE(question.query.empty());
    EXPECT_LE(question.query.size(), kMostQueryBytes);
    EXPECT_LE(question.options.limit, kMostHits);
    EXPECT_LE(question.options.offset, kMostOffset);
    EXPECT_TRUE(question.options.names.alias_file.empty());
  });
  const std::string id = request.query.empty() ? "" : request.query[0].second;
  ask(request, [&](Parameters& p) { expect_id(passage_question(p, id).ref); });
  ask(request, [&](Parameters& p) { similar_question(p, id); });
  ask(request, reports_question);
  ask(request, report_question);
  ask(request, sources_question);
  ask(request, [](Parameters& p) {
    for (const PassageRef& ref : resolve_question(p).permalinks) EXPECT_FALSE(ref.hash.empty());
  });
  ask(request, [&](Parameters& p) {
    const QuotesQuestion question = quotes_question(p, request);
    EXPECT_FALSE(question.quotes.empty());
    EXPECT_LE(question.quotes.size(), kMostTexts);
  });
  ask(request, [&](Parameters& p) { EXPECT_FALSE(claims_question(p, request).claims.empty()); });
  ask(request, audit_question);
  ask(request, export_question);
  ask(request, [](Parameters& p) {
    for (const PassageRef& ref : cite_question(p).ids) expect_id(ref);
  });
  ask(request, bundle_question);
  HttpRequest known = request;
  known.headers = {{"if-none-match", id}};
  client_has(known, etag_of(id, request.body));
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibid::ask_any(ibid::fuzz::bytes_of(data, size));
  return 0;
}
