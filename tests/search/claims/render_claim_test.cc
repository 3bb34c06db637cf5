// SPDX-License-Identifier: GPL-2.0-or-later
//
// Claims in each format: whole pages against golden files, and what must hold of all of them.
#include "search/claims/render_claim.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/text/code_points.h"
#include "tests/support/golden_file.h"
#include "tests/support/render_sample.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using OrderedJson = nlohmann::ordered_json;

ClaimEvidence evidence_of(const Hit& hit) {
  ClaimEvidence out;
  out.rank = 1;
  out.score = hit.score;
  out.passage = hit.passage;
  out.passage.spans = {
      {0, hit.passage.bytes.begin, hit.passage.text.size(), hit.passage.text.size()}};
  out.sentence_text = hit.passage.sentences[0];
  out.sentence_bytes = file_range(out.passage.spans, out.sentence_text);
  return out;
}

HeldUnit held(std::size_t unit, const ClaimEvidence& evidence, const char* form,
              std::string_view said) {
  return {unit, true, form, std::string(said), range_of(evidence.passage.text, said)};
}

ClaimAnswer english_claim() {
  ClaimAnswer answer;
  answer.claim = "India orders S-400 for $5 billion, late.";
  answer.index = {3, 25, 2};
  answer.units = {{ClaimUnitKind::kName, "India", {0, 5}, true},
                  {ClaimUnitKind::kWord, "orders", {6, 12}, true},
                  {ClaimUnitKind::kName, "S-400", {13, 18}, true},
                  {ClaimUnitKind::kFigure, "$5 billion", {23, 33}, true},
                  {ClaimUnitKind::kWord, "late", {35, 39}, true}};
  ClaimEvidence evidence = evidence_of(english_hit());
  evidence.share = 0.8;
  evidence.held = {held(0, evidence, "exact", "India"), held(1, evidence, "stem", "ordered"),
                   held(2, evidence, "exact", "S-400"), held(4, evidence, "exact", "late")};
  evidence.lacked = {3};
  evidence.differences = {{DifferenceKind::kFigure, "$5 billion", "$6 billion", {0, 0}},
                          {DifferenceKind::kNegation, "ordered", "not ordered", {0, 0}}};
  evidence.alike = {{"copy#1.1@0123456789ab", "Another report", "2024-07-02"}};
  answer.passages = {evidence};
  return answer;
}

ClaimAnswer korean_claim() {
  ClaimAnswer answer;
  answer.claim = "Putin은 조약에 서명하지 않았다";
  answer.index = {3, 25, 2};
  answer.units = {{ClaimUnitKind::kName, "Putin은", {0, 8}, true},
                  {ClaimUnitKind::kWord, "조약에", {9, 18}, true},
                  {ClaimUnitKind::kWord, "않았다", {32, 41}, false}};
  ClaimEvidence evidence = evidence_of(korean_hit());
  evidence.share = 1;
  evidence.held = {held(0, evidence, "alias", "푸틴이"), held(1, evidence, "exact", "조약에")};
  evidence.lacked = {2};
  evidence.differences = {{DifferenceKind::kNegation, "서명하지 않았다", "서명했다", {0, 0}, true},
                          {DifferenceKind::kReversal, "북한이 러시아에", "러시아가", {0, 0}}};
  evidence.stale = true;
  answer.passages = {evidence};
  return answer;
}

ClaimAnswer vain_claim() {
  ClaimAnswer answer;
  answer.claim = "Purple 잠수함";
  answer.index = {3, 25, 2};
  answer.units = {{ClaimUnitKind::kWord, "Purple", {0, 6}, true},
                  {ClaimUnitKind::kWord, "잠수함", {7, 16}, true}};
  ClaimCertificate certificate;
  certificate.index = answer.index;
  certificate.reports = 2;
  certificate.passages = 25;
  certificate.undated = 1;
  certificate.first_date = certificate.last_date = "2024-06-27";
  certificate.forms = {"words by their stems", "names as typed"};
  certificate.nearest = 0.125;
  answer.certificate = certificate;
  return answer;
}

ClaimAnswer hostile_claim() {
  const std::string evil =
      "\x1b[31m<script>alert(1)</script>\xE2\x80\xAE=1+1|`*_[x](y)\n# h & \"q\"";
  ClaimAnswer answer = english_claim();
  answer.claim = evil;
  answer.notices = {evil};
  for (ClaimUnit& unit : answer.units) unit.text = evil;
  ClaimEvidence& evidence = answer.passages[0];
  StoredPassage& passage = evidence.passage;
  passage.text = evil;
  passage.permalink = passage.report.title = passage.report.path = passage.report.date = evil;
  passage.section = {{evil, evil, evil}};
  evidence.sentence_text = {0, evil.size()};
  for (HeldUnit& unit : evidence.held) unit.said = evil;
  for (ClaimDifference& difference : evidence.differences) {
    difference.claimed = difference.said = evil;
  }
  evidence.alike = {{evil, evil, evil}};
  Citation citation;
  citation.source = evil;
  passage.citations = {citation};
  return answer;
}

std::vector<std::pair<std::string, std::unique_ptr<ClaimRenderer>>> renderers() {
  const ClaimHead head{"ibid", "0.0.0", "/srv"};
  TextLayout layout;
  layout.base_dir = "/srv";
  std::vector<std::pair<std::string, std::unique_ptr<ClaimRenderer>>> out;
  out.emplace_back("text", claim_text(layout));
  out.emplace_back("jsonl", claim_jsonl());
  out.emplace_back("csv", claim_csv());
  out.emplace_back("markdown", claim_markdown(head));
  out.emplace_back("html", claim_html(head));
  out.emplace_back("claimreview", claim_review());
  return out;
}

std::string rendered(const ClaimRenderer& renderer, const std::vector<ClaimAnswer>& answers) {
  std::string out = renderer.begin();
  std::uint64_t line = 0;
  for (const ClaimAnswer& answer : answers) {
    ++line;
    out += renderer.claim({line, line == 2 ? "q2" : ""}, answer);
  }
  out += renderer.error({line + 1, ""}, "the claim is empty");
  return out + renderer.end({answers.size(), answers.size() - 1, 1});
}

TEST(RenderClaim, FormatsMatchGoldenFiles) {
  for (const auto& [name, renderer] : renderers()) {
    testing::expect_golden(rendered(*renderer, {english_claim(), korean_claim(), vain_claim()}),
                           "check/" + name);
  }
}

TEST(RenderClaim, SaysNothingOfWhetherAClaimIsSo) {
  for (const auto& [name, renderer] : renderers()) {
    if (name == "jsonl") continue;  // JSON's own true and false
    std::string out = rendered(*renderer, {english_claim(), korean_claim(), vain_claim()});
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const char* word :
         {"true", "false", "support", "refut", "contradict", "confirm", "verif", "verdict",
          "correct", "wrong", "disprove", "proven", "debunk", "mislead", "사실", "거짓", "허위"}) {
      EXPECT_THAT(out, Not(HasSubstr(word))) << name;
    }
  }
}

TEST(RenderClaim, EscapesAllTextFromOutside) {
  for (const auto& [name, renderer] : renderers()) {
    const std::string out = renderer->claim({1, "<b>\x1b"}, hostile_claim()) +
                            renderer->error({2, ""}, "\x1b[2J<script>");
    EXPECT_TRUE(is_utf8(out)) << name;
    for (std::string_view rest = out; !rest.empty();) {
      const Utf8Char c = first_char(rest);
      EXPECT_TRUE(c.code == U'\n' || c.code == U'\r' || !is_terminal_control(c.code)) << name;
      rest.remove_prefix(c.length);
    }
    if (name == "html") {
      EXPECT_THAT(out, Not(HasSubstr("<script>")));
    }
    if (name == "markdown") {
      EXPECT_THAT(out, Not(HasSubstr("\n# h")));
      EXPECT_THAT(out, HasSubstr("\\<script\\>"));
    }
  }
}

TEST(RenderClaim, JsonLinesAreThoseOfTheGrammar) {
  std::istringstream in(rendered(*claim_jsonl(), {english_claim(), vain_claim()}));
  std::vector<OrderedJson> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(OrderedJson::parse(line));
  ASSERT_THAT(lines, SizeIs(4));
  const auto keys = [](const OrderedJson& object) {
    std::string out;
    for (const auto& [key, value] : object.items()) out += key + " ";
    return out;
  };
  EXPECT_EQ(keys(lines[0]),
            "type schema_version line claim index ignored parts passages certificate ");
  EXPECT_EQ(keys(lines[0]["passages"][0]),
            "rank score share passage report bytes sentence holds lacks other_figures negations "
            "citations stale differences alike ");
  EXPECT_EQ(keys(lines[0]["passages"][0]["sentence"]), "number text range bytes sources ");
  EXPECT_EQ(keys(lines[0]["passages"][0]["holds"][0]),
            "kind text whole form said range in_sentence ");
  EXPECT_FALSE(lines[0]["passages"][0]["holds"][3]["in_sentence"]);
  EXPECT_EQ(keys(lines[1]["certificate"]),
            "reports passages undated first_date last_date forms nearest ");
  EXPECT_EQ(keys(lines[2]), "type schema_version line message ");
  EXPECT_EQ(keys(lines[3]), "type schema_version claims with_passage without errors ");
}

TEST(RenderClaim, ClaimReviewLeavesTheRatingEmpty) {
  const auto review = OrderedJson::parse(claim_review()->claim({1, "q1"}, english_claim()));
  EXPECT_EQ(review["@type"], "ClaimReview");
  EXPECT_EQ(review["claimReviewed"], "India orders S-400 for $5 billion, late.");
  for (const auto& [key, value] : review["reviewRating"].items()) {
    if (key == "@type") continue;
    EXPECT_EQ(value, "") << key;
  }
  ASSERT_THAT(review["citation"], SizeIs(1));
  EXPECT_EQ(review["citation"][0]["identifier"], "shifts-2024#7-2.1@3f9a12c40b77");
}

}  // namespace
}  // namespace ibid
