// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers keep to their bytes, and their pages hold everything once.
#include <set>

#include "tests/tools/mcp/tools/assistant_fixture.h"
#include "tools/mcp/tools/answer_parts.h"

namespace ibid::testing {
namespace {

using ::testing::HasSubstr;

class ManyPassages : public AssistantTest {
 protected:
  ManyPassages() {
    std::vector<std::string> passages;
    for (std::size_t i = 0; i < 60; ++i) {
      passages.push_back("Harbour 항만 number " + std::to_string(i) + " has " +
                         std::string(200 + i, i % 2 == 0 ? 'x' : 'y') +
                         " cranes (source: go-public-web-eng-" + std::to_string(i) + "-0-0).");
    }
    passages.push_back("Lighthouse 등대: " + long_text());
    test_.write("harbours.txt", report_with("Harbours", passages));
    test_.update_all();
  }
  static std::string long_text() {
    std::string out;
    for (int i = 0; i < 3000; ++i) out += "등대가 비춘다 ";
    return out + "end.";
  }

  // All elements of all pages of an answer, by `name`.
  std::vector<std::string> all_pages(const char* tool, Json arguments,
                                     const std::function<std::string(const Json&)>& name,
                                     const std::vector<const char*>& arrays) {
    std::vector<std::string> out;
    for (int page = 0; page < 200; ++page) {
      const Json result = call(tool, arguments);
      EXPECT_LE(json_bytes(result), arguments.value("max_bytes", 16384U));
      const Json& answer = result["structuredContent"];
      std::size_t here = 0;
      for (const char* array : arrays) {
        for (const Json& element : answer[array]) out.push_back(name(element));
        here += answer[array].size();
      }
      EXPECT_EQ(answer["page"]["returned"], here);
      if (!answer["page"].contains("next_offset")) {
        EXPECT_EQ(out.size(), answer["page"]["matches"].get<std::size_t>()) << tool;
        return out;
      }
      EXPECT_GT(here, 0U);
      arguments["offset"] = answer["page"]["next_offset"];
    }
    ADD_FAILURE() << "no last page of " << tool;
    return out;
  }
};

std::string permalink_of(const Json& element) { return element["passage"]["permalink"]; }

TEST_F(ManyPassages, AreSearchedPageByPage) {
  const Json arguments = {{"query", "harbour"}, {"limit", 1000}, {"sort", "report"}};
  const auto found = all_pages("search", arguments, permalink_of, {"hits"});
  EXPECT_EQ(found.size(), 60U);
  EXPECT_EQ(std::set<std::string>(found.begin(), found.end()).size(), 60U);
  // As with small limits, where the address itself makes the pages.
  const Json few = {{"query", "항만"}, {"limit", 7}, {"sort", "report"}, {"max_bytes", 100'000}};
  EXPECT_EQ(all_pages("search", few, permalink_of, {"hits"}), found);
}

TEST_F(ManyPassages, AreListedPageByPage) {
  const auto source = [](const Json& element) { return element["source"].get<std::string>(); };
  const Json small = {{"max_bytes", 4096}};
  const Json large = {{"max_bytes", 1'000'000}};
  EXPECT_EQ(all_pages("sources", small, source, {"sources"}),
            all_pages("sources", large, source, {"sources"}));
  const auto line = [](const Json& element) { return element.dump().substr(0, 150); };
  const Json outline = {{"report", "harbours"}};
  EXPECT_GT(all_pages("outline", outline, line, {"lines"}).size(), 61U);
  const Json audit = {{"query", "harbour"}};
  EXPECT_GT(all_pages("audit", audit, line, {"lines"}).size(), 1U);
  const Json card = {{"source", "go-public-web-eng-5-0-0"}, {"max_bytes", 4096}};
  EXPECT_GT(all_pages("source", card, line, {"listings", "citing", "beside", "shares"}).size(), 1U);
}

TEST_F(ManyPassages, AreCitedPageByPage) {
  Json arguments = {{"query", "harbour"}, {"limit", 60}, {"max_bytes", 1'000'000}};
  Json ids = Json::array();
  const Json found = answer("search", arguments);
  for (const Json& hit : found["hits"]) ids.push_back(permalink_of(hit));
  std::uint64_t cited = 0;
  Json question = {{"ids", ids}, {"max_bytes", 4096}};
  for (int page = 0; page < 100; ++page) {
    const Json result = call("cite", question);
    EXPECT_LE(json_bytes(result), 4096U);
    const Json part = result["structuredContent"]["page"];
    cited += part["returned"].get<std::uint64_t>();
    if (!part.contains("next_offset")) break;
    EXPECT_EQ(part["next_offset"], cited);
    question["offset"] = cited;
  }
  EXPECT_EQ(cited, 60U);
  EXPECT_THAT(refusal("cite", {{"ids", ids}, {"offset", 60}}), HasSubstr("beyond the 60 passages"));
}

TEST_F(ManyPassages, AreComparedWithTextsPageByPage) {
  Json texts = Json::array();
  for (int i = 0; i < 130; ++i) texts.push_back("항만 number " + std::to_string(i) + " has");
  const auto line = [](const Json& element) { return element["line"].dump(); };
  std::vector<std::string> numbers;
  for (int i = 1; i <= 130; ++i) numbers.push_back(std::to_string(i));
  EXPECT_EQ(all_pages("verify_quote", {{"quotes", texts}}, line, {"quotes"}), numbers);
  const Json large = {{"claims", texts}, {"max_bytes", 1'000'000}, {"limit", 1}};
  EXPECT_EQ(all_pages("check_claims", large, line, {"claims"}), numbers);
  EXPECT_EQ(answer("check_claims", large)["page"]["returned"], 50);
  EXPECT_THAT(refusal("verify_quote", {{"quotes", {"a"}}, {"offset", 1}}),
              HasSubstr("offset 1 is beyond the 1 quotations"));
}

TEST_F(ManyPassages, AreNotCountedAsAllWhereALimitEndsThem) {
  const std::string permalink = first_permalink("harbour");
  const Json few = answer("similar", {{"id", permalink}, {"limit", 3}})["page"];
  EXPECT_EQ(few["matches"], 3);
  EXPECT_EQ(few["matches_exact"], false);
  const Json all = answer("similar", {{"id", permalink}, {"limit", 1000}})["page"];
  EXPECT_GT(all["matches"], 3);
  EXPECT_EQ(all["matches_exact"], true);
}

// One passage that is larger than an answer may be.
TEST_F(ManyPassages, AreShortenedOnlyWhereOneAloneIsTooLarge) {
  const Json result = call("search", {{"query", "등대"}});
  EXPECT_LE(json_bytes(result), 16384U);
  const Json& answer = result["structuredContent"];
  EXPECT_THAT(answer["page"]["shortened"], ::testing::Contains("/hits/0/passage/text"));
  const std::string text = answer["hits"][0]["passage"]["text"];
  EXPECT_THAT(text, ::testing::EndsWith("…"));
  EXPECT_THAT(result["content"][0]["text"].get<std::string>(), HasSubstr("Not whole here"));
  for (const Json& range : answer["hits"][0]["highlights"]) {
    EXPECT_LE(range["end"].get<std::size_t>(), text.size());
  }
  const std::string permalink = permalink_of(answer["hits"][0]);
  const Json whole =
      this->answer("show", {{"id", permalink}, {"around", 0}, {"max_bytes", 1'000'000}});
  EXPECT_FALSE(whole["page"].contains("shortened"));
  EXPECT_EQ(whole["passages"][0]["passage"]["text"], "Lighthouse 등대: " + long_text());
}

TEST_F(ManyPassages, FitIntoAnyBytes) {
  const std::string permalink = first_permalink("등대");
  const std::vector<std::pair<const char*, Json>> calls = {
      {"search", {{"query", "harbour 등대"}, {"facets", {"source", "report", "section"}}}},
      {"show", {{"id", permalink}}},
      {"outline", {{"report", "harbours"}}},
      {"verify_quote", {{"quotes", {"등대가 비춘다", "항만"}}}},
      {"check_claims", {{"claims", {"등대가 비춘다", "Harbour 5 has cranes"}}}},
      {"similar", {{"id", permalink}}},
      {"sources", Json::object()},
      {"source", {{"source", "go-public-web-eng-5-0-0"}}},
      {"resolve", {{"permalinks", {permalink}}, {"cited", long_text()}}},
      {"audit", Json::object()},
      {"info", Json::object()},
  };
  for (const auto& [tool, given] : calls) {
    for (const int bytes : {4096, 5000, 7000, 10'000, 16'384, 40'000, 300'000}) {
      Json arguments = given;
      arguments["max_bytes"] = bytes;
      const Json result = call(tool, arguments);
      EXPECT_LE(json_bytes(result), static_cast<std::size_t>(bytes)) << tool;
      EXPECT_EQ(result["isError"], false) << tool << bytes << result["content"];
    }
  }
}

TEST(AnswerParts, AreReadInPieces) {
  HttpResponse response;
  response.body = "{\"audit\":{\"query\":{\"a\":[{\"b\":1}]}},\"lines\":[{\"n\":0},\n{\"n";
  int pieces = 0;
  response.more = [&](std::string& out) {
    const char* const kRest[] = {"\":1,\"in", "\":[{\"x\":2}]},\n", "{\"n\":2}",
                                 "],\"end\":{\"c\":[]}}"};
    out += kRest[pieces];
    return ++pieces < 4;
  };
  const AnswerParts parts = read_answer(response, 1, 1, [] { return true; });
  EXPECT_EQ(parts.count, 3U);
  ASSERT_EQ(parts.elements.size(), 1U);
  EXPECT_EQ(parts.elements[0].array, "lines");
  EXPECT_EQ(parts.elements[0].value.dump(), R"({"n":1,"in":[{"x":2}]})");
  EXPECT_EQ(parts.document.dump(),
            R"({"audit":{"query":{"a":[{"b":1}]}},"lines":[],"end":{"c":[]}})");
}

TEST(AnswerParts, EndShortWhenTheyAreNotWanted) {
  HttpResponse response;
  response.body = "{\"lines\":[";
  response.more = [](std::string& out) {
    out += "{\"n\":1},";
    return true;
  };
  int asked = 0;
  EXPECT_THROW(read_answer(response, 0, 1000, [&] { return ++asked < 5; }), Json::parse_error);
}

TEST(Shorten, CutsTextsAtCharactersAndNeverIds) {
  Json value = {{"id", std::string(3000, 'i')}, {"text", ""}, {"list", Json::array()}};
  for (int i = 0; i < 1000; ++i) value["text"] = value["text"].get<std::string>() + "가";
  for (int i = 0; i < 2000; ++i) value["list"].push_back(i);
  std::vector<std::string> cut;
  shorten(value, 4000, "/hits/0", cut);
  EXPECT_LE(json_bytes(value), 4000U);
  EXPECT_EQ(value["id"].get<std::string>().size(), 3000U);
  EXPECT_THAT(cut, ::testing::UnorderedElementsAre("/hits/0/text", "/hits/0/list"));
  EXPECT_THAT(value["text"].get<std::string>(), ::testing::EndsWith("가…"));
  Json small = {{"text", "가나"}};
  cut.clear();
  shorten(small, 100, "", cut);
  EXPECT_EQ(small["text"], "가나");
  EXPECT_TRUE(cut.empty());
}

}  // namespace
}  // namespace ibid::testing
