// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/tools/serve/questions/ask.h"
#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/list_questions.h"
#include "tools/serve/questions/output_questions.h"
#include "tools/serve/questions/text_questions.h"

namespace ibid {
namespace {

using testing::asked;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::refused;
using ::testing::StartsWith;

SearchQuestion search(const HttpFields& fields) { return asked(fields, search_question); }
ExportQuestion exported(const HttpFields& fields) { return asked(fields, export_question); }

TEST(SearchQuestion, HasTheOptionsOfTheCommandAndItsDefaults) {
  const SearchQuestion plain = search({{"q", "푸틴 India"}});
  EXPECT_EQ(plain.query, "푸틴 India");
  EXPECT_EQ(plain.options.limit, 10U);
  EXPECT_EQ(plain.options.snippet_columns, 0U);
  EXPECT_EQ(plain.options.alike, Alike::kList);
  const SearchQuestion all = search({{"q", "pact"},
                                     {"limit", "1000"},
                                     {"offset", "20"},
                                     {"sort", "date"},
                                     {"facets", "source,tag"},
                                     {"facets", "date"},
                                     {"fold", "true"},
                                     {"explain", "1"},
                                     {"literal", "yes"},
                                     {"selectors", "on"},
                                     {"snippet", "400"},
                                     {"generation", "7"}});
  EXPECT_EQ(all.options.limit, 1000U);
  EXPECT_EQ(all.options.offset, 20U);
  EXPECT_EQ(all.options.sort, Sort::kDate);
  EXPECT_THAT(all.options.facets, ElementsAre(Facet::kSource, Facet::kTag, Facet::kDate));
  EXPECT_EQ(all.options.alike, Alike::kFold);
  EXPECT_EQ(all.options.explain, Explain::kYes);
  EXPECT_EQ(all.options.names.aliases, Aliases::kNo);
  EXPECT_TRUE(all.selectors);
  EXPECT_EQ(all.options.snippet_columns, 400U);
  EXPECT_EQ(all.generation, 7U);
}

TEST(SearchQuestion, RefusesEachBadParameterByItsName) {
  const std::vector<std::pair<HttpFields, std::string>> cases = {
      {{}, "bad-parameter q: q is missing or empty"},
      {{{"q", " \t"}}, "bad-parameter q: q is missing or empty"},
      {{{"q", "a"}, {"limit", "1001"}}, "bad-parameter limit: "},
      {{{"q", "a"}, {"offset", "-1"}}, "bad-parameter offset: "},
      {{{"q", "a"}, {"sort", "relevance"}},
       "bad-parameter sort: sort: \"relevance\" is not one of score, date, report"},
      {{{"q", "a"}, {"facets", "source,출처"}}, "bad-parameter facets: facets: \"출처\" is not"},
      {{{"q", "a"}, {"q", "b"}}, "bad-parameter q: q is given twice"},
      {{{"q", "a"}, {"aliases", "/etc/passwd"}}, "bad-parameter aliases: there is no parameter"},
      {{{"q", "a"}, {"index", "/srv"}}, "bad-parameter index: there is no parameter"},
  };
  for (const auto& [fields, sentence] : cases) {
    EXPECT_THAT(refused([&given = fields] { search(given); }), StartsWith(sentence));
  }
}

TEST(FindQuestions, NamePassagesByIdAndByPermalink) {
  EXPECT_EQ(passage_named("협정-2024#2-1.3@3f9a12c40b77").report, "협정-2024");
  EXPECT_EQ(passage_named("r#2.1").ordinal, 1U);
  for (const char* bad : {"", "r", "r#", "r#2", "../../etc/passwd", "#2.1", "r#2.1@", "r#2.1@zz"}) {
    EXPECT_THAT(refused([&] { passage_named(bad); }), StartsWith("bad-parameter id: ")) << bad;
  }
  EXPECT_THAT(refused([] { passage_named(std::string(10'000, 'a') + "#2.1"); }),
              StartsWith("bad-parameter id: "));
  EXPECT_THAT(refused([] { permalink_named("r#2.1"); }), StartsWith("bad-parameter permalink: "));
}

TEST(FindQuestions, ExpectTheGenerationOfTheFirstPage) {
  expect_generation({}, 8);
  expect_generation(8, 8);
  EXPECT_EQ(refused([] { expect_generation(7, 8); }),
            "generation-changed generation: the index has generation 8 now, not 7; ask again "
            "without generation");
}

TEST(ListQuestions, ReadTheirOptions) {
  EXPECT_EQ(
      asked({{"q", "인도"}, {"sort", "date"}, {"limit", "5"}}, sources_question).options.limit, 5U);
  EXPECT_TRUE(asked({{"why", "true"}}, report_question).why);
  EXPECT_THAT(refused([] {
                asked({{"why", "1"}, {"all", "1"}}, report_question);
              }),
              HasSubstr("exclude each other"));
  EXPECT_EQ(asked({{"permalink", "r#2.1@3f9a12c40b77"}, {"cited", "그때"}}, resolve_question).cited,
            "그때");
  EXPECT_THAT(refused([] { asked({}, resolve_question); }), HasSubstr("permalink is missing"));
  EXPECT_THAT(refused([] {
                asked({{"permalink", "r#2.1@3f9a12c40b77"},
                       {"permalink", "r#2.2@3f9a12c40b77"},
                       {"cited", "a"}},
                      resolve_question);
              }),
              HasSubstr("cited goes with one permalink"));
}

HttpRequest post(const std::string& type, const std::string& body) {
  HttpRequest request;
  request.method = HttpMethod::kPost;
  request.headers = {{"content-type", type}};
  request.body = body;
  return request;
}

std::string refused_body(const std::string& type, const std::string& body) {
  return refused([&] { texts_of_body(post(type, body), "claims"); });
}

TEST(TextQuestions, ReadJsonAndLines) {
  const auto json = texts_of_body(
      post("Application/JSON; charset=utf-8",
           R"({"claims":["India bought it","인도가 샀다",{"id":"q3","text":"no [limits] {"}]})"),
      "claims");
  ASSERT_EQ(json.size(), 3U);
  EXPECT_EQ(json[1].text, "인도가 샀다");
  EXPECT_EQ(json[1].origin.line, 2U);
  EXPECT_EQ(json[2].origin.id, "q3");
  const auto lines = texts_of_body(post("text/plain", "one\r\n\n \n둘\n{\"three\"}"), "claims");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].text, "one");
  EXPECT_EQ(lines[1].text, "둘");
  EXPECT_EQ(lines[1].origin.line, 4U);
  EXPECT_EQ(lines[2].text, "{\"three\"}");
}

TEST(TextQuestions, RefuseOtherBodiesByOneSentence) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "is not JSON"},
      {"{", "is not JSON"},
      {"{\"claims\":[\"\xff\"]}", "is not JSON"},
      {"[]", "is not like {\"claims\""},
      {"{\"claims\":\"a\"}", "is not like"},
      {"{\"claims\":[],\"limit\":3}", "is not like"},
      {"{\"quotes\":[]}", "is not like"},
      {"{\"claims\":[1]}", "claims[0] is neither"},
      {"{\"claims\":[\"a\",{}]}", "claims[1] is neither"},
      {"{\"claims\":[{\"text\":\"a\",\"url\":\"b\"}]}", "has a member \"url\""},
      {"{\"claims\":[{\"text\":\"가\",\"id\":1}]}", "claims[0].id is not a string"},
      {"{\"claims\":[\"a\",{\"text\":null}]}", "claims[1].text is not a string"},
      {"{\"claims\":[{\"text\":\"a\",\"id\":\"" + std::string(kMostIdBytes + 1, 'x') + "\"}]}",
       "claims[0].id has " + std::to_string(kMostIdBytes + 1) + " bytes"},
      {std::string(100'000, '['), "nested too deep"},
      {"{\"claims\":[\"a\",{\"text\":" + std::string(50, '{'), "nested too deep"},
  };
  for (const auto& [body, sentence] : cases) {
    EXPECT_THAT(refused_body("application/json", body), HasSubstr(sentence)) << body.substr(0, 60);
  }
  EXPECT_THAT(refused_body("application/x-www-form-urlencoded", "claims=a"),
              StartsWith("unsupported-body : "));
  std::string many;
  for (std::size_t i = 0; i <= kMostTexts; ++i) many += "a\n";
  EXPECT_THAT(refused_body("text/plain", many), StartsWith("too-large : at most 1000"));
  EXPECT_THAT(refused([] {
                HttpFields none;
                Parameters parameters(none);
                claims_question(parameters, post("text/plain", "\n\n"));
              }),
              HasSubstr("the body has no claims"));
}

TEST(TextQuestions, TakeOneTextOfTheUrl) {
  HttpRequest request;
  request.query = {{"q", "무제한"}, {"fold", "false"}, {"limit", "2"}};
  Parameters parameters(request.query);
  const ClaimsQuestion question = claims_question(parameters, request);
  parameters.finish();
  ASSERT_EQ(question.claims.size(), 1U);
  EXPECT_EQ(question.claims[0].text, "무제한");
  EXPECT_EQ(question.claims[0].origin.line, 1U);
  EXPECT_EQ(question.options.alike, Alike::kList);
  EXPECT_EQ(question.options.limit, 2U);
}

TEST(OutputQuestions, ReadAnAudit) {
  const AuditQuestion audit = asked({{"q", "인도"},
                                     {"rules", "uncited-passage,disagreeing-figures"},
                                     {"citations_expected", "true"},
                                     {"fail_on", "error"}},
                                    audit_question);
  EXPECT_THAT(audit.options.rules, ElementsAre("uncited-passage", "disagreeing-figures"));
  EXPECT_EQ(audit.options.uncited, AuditOptions::Uncited::kAccused);
  EXPECT_THAT(refused([] {
                asked({{"rules", "uncited-passages"}}, audit_question);
              }),
              StartsWith("bad-parameter rules: rules: \"uncited-passages\" is not one of"));
  EXPECT_THAT(refused([] {
                asked({{"baseline", "/etc/passwd"}}, audit_question);
              }),
              HasSubstr("there is no parameter \"baseline\""));
}

TEST(OutputQuestions, ExportOneOfQueryAllAndIds) {
  EXPECT_EQ(exported({{"q", "pact"}}).options.select, ExportOptions::Select::kQuery);
  EXPECT_EQ(exported({{"all", "true"}}).options.select, ExportOptions::Select::kAll);
  const ExportQuestion ids = exported({{"id", "r#2.1"}, {"id", "협정#3.1"}});
  EXPECT_EQ(ids.options.select, ExportOptions::Select::kIds);
  EXPECT_EQ(ids.ids.size(), 2U);
  EXPECT_THAT(exported({{"id", "연합뉴스"}, {"what", "sources"}}).sources, ElementsAre("연합뉴스"));
  EXPECT_THAT(refused([] { exported({}); }), HasSubstr("nothing to export"));
  EXPECT_THAT(refused([] {
                exported({{"q", "a"}, {"id", "r#2.1"}});
              }),
              HasSubstr("exclude each other"));
}

TEST(OutputQuestions, RefuseOptionsThatDoNotGoWithTheFormat) {
  const std::vector<std::pair<HttpFields, std::string>> cases = {
      {{{"format", "ris"}, {"fields", "title"}}, "fields goes with"},
      {{{"format", "tsv"}, {"formula_safe", "1"}}, "formula_safe goes with csv only"},
      {{{"bom", "1"}}, "bom goes with csv only"},
      {{{"format", "bibtex"}, {"style", "apa"}}, "style goes with"},
      {{{"format", "bibtex"}, {"what", "citations"}}, "a bibliography lists works"},
      {{{"format", "xlsx"}}, "is not one of json, jsonl, csv"},
      {{{"output", "/tmp/x"}}, "there is no parameter \"output\""},
  };
  for (auto [fields, sentence] : cases) {
    fields.emplace_back("all", "true");
    EXPECT_THAT(refused([&given = fields] { exported(given); }), HasSubstr(sentence));
  }
}

TEST(OutputQuestions, CiteAndBundleWhatIsNamed) {
  const CiteQuestion cite = asked({{"id", "r#2.1"}, {"style", "apa"}}, cite_question);
  EXPECT_EQ(cite.shape.format, ExportFormat::kText);
  EXPECT_EQ(cite.shape.style, CitationStyle::kApa);
  EXPECT_THAT(refused([] { asked({}, cite_question); }), HasSubstr("id is missing"));
  const BundleQuestion bundle =
      asked({{"id", "r#2.1"}, {"q", "협정"}, {"excerpts", "true"}}, bundle_question);
  EXPECT_EQ(bundle.request.mode, BundleMode::kExcerpts);
  EXPECT_EQ(bundle.request.query, "협정");
  EXPECT_THAT(refused([] { asked({{"id", ""}}, bundle_question); }), HasSubstr("id is missing"));
}

}  // namespace
}  // namespace ibid
