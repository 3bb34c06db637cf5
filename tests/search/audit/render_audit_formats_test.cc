// SPDX-License-Identifier: GPL-2.0-or-later
//
// Audits as SARIF, JUnit and HTML: golden files, schemas in other programs' validators, hostile
// text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <regex>

#include "corpus/text/code_points.h"
#include "search/audit/render_audit.h"
#include "tests/support/audit_sample.h"
#include "tests/support/golden_file.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

const char* const kSchemas = IBID_SOURCE_DIR "/tests/support/schemas";

std::string sarif_of(const std::vector<ReportAudit>& audits) {
  return rendered(*audit_sarif(), audit_head(), audits);
}
std::string junit_of(const std::vector<ReportAudit>& audits) {
  return rendered(*audit_junit(), audit_head(), audits);
}
std::string html_of(const std::vector<ReportAudit>& audits) {
  return rendered(*audit_html(), audit_head(), audits);
}

// What the validator says; empty if it finds nothing wrong. Needs python3-jsonschema.
std::string sarif_faults(const std::string& sarif) {
  const testing::TempDir dir;
  testing::write_file(dir.at("a.sarif"), sarif);
  const std::string command = "/usr/bin/python3 -W ignore -m jsonschema -i " + dir.at("a.sarif") +
                              " " + kSchemas + "/sarif-2.1.0-subset.json >" + dir.at("out") +
                              " 2>&1";
  const int status = std::system(command.c_str());
  return status == 0 ? "" : "faults: " + testing::read_bytes(dir.at("out"));
}

// Needs libxml2-utils.
std::string junit_faults(const std::string& junit) {
  const testing::TempDir dir;
  testing::write_file(dir.at("a.xml"), junit);
  const std::string command = "/usr/bin/xmllint --nonet --noout --schema " + std::string(kSchemas) +
                              "/junit.xsd " + dir.at("a.xml") + " >" + dir.at("out") + " 2>&1";
  const int status = std::system(command.c_str());
  return status == 0 ? "" : "faults: " + testing::read_bytes(dir.at("out"));
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++count;
  return count;
}

TEST(RenderAuditSarif, IsWhatItWas) {
  const std::string out = sarif_of({english_audit(), korean_audit()});
  // Without the table of rules, which changes with every rule.
  const std::size_t rules = out.find("\"tool\":");
  testing::expect_golden(out.substr(0, rules) + out.substr(out.find('\n', rules) + 1),
                         "audit/sarif");
}

TEST(RenderAuditSarif, PassesItsSchema) {
  EXPECT_EQ(sarif_faults(sarif_of({english_audit(), korean_audit()})), "");
  EXPECT_EQ(sarif_faults(sarif_of({})), "");
  EXPECT_EQ(sarif_faults(sarif_of({hostile_audit()})), "");
}

TEST(RenderAuditSarif, SchemaFindsFaults) {
  const std::string good = sarif_of({english_audit()});
  const std::vector<std::pair<std::string, std::string>> faults = {
      {"\"unicodeCodePoints\"", "\"codePoints\""},
      {"\"startLine\":9", "\"startLine\":0"},
      {"\"startLine\":9,", ""},
      {"\"snippet\":", "\"byteOffset\":1,\"byteLength\":2,\"snippet\":"},
      {"\"fullName\":", "\"longName\":"},
      {"\"informationUri\":\"man:", "\"informationUri\":\""},
      {"\"level\":\"warning\"", "\"level\":\"severe\""},
      {"pact%202024.txt", "pact 2024.txt"},
      {"\"uri\":\"reports/", "\"uri\":\"/srv/reports/"},
      {",\"suppressions\":[]", ""},
      {",\"id\":1", ""},
      {"\"executionSuccessful\"", "\"success\""}};
  for (const auto& [from, to] : faults) {
    std::string bad = good;
    const std::size_t at = bad.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    bad.replace(at, from.size(), to);
    EXPECT_NE(sarif_faults(bad), "") << from;
  }
}

std::size_t result_rule(const Json& result) { return result["ruleIndex"].get<std::size_t>(); }

TEST(RenderAuditSarif, TellsKindsOfRunsApart) {
  AuditHead head = audit_head();
  const auto id = [&] {
    return Json::parse(rendered(*audit_sarif(), head, {}))["runs"][0]["automationDetails"]["id"];
  };
  head.query = "report:조약 \"a/b\"";
  EXPECT_EQ(id(), "ibid/audit/report%3A%EC%A1%B0%EC%95%BD%20%22a/b%22/");
  head.query.clear();
  head.paths = {"/srv/drafts", "/else/초안.txt"};
  EXPECT_EQ(id(), "ibid/audit/drafts//else/%EC%B4%88%EC%95%88.txt/");
}

TEST(RenderAuditSarif, PointsAtFilesRulesAndRelatedPlaces) {
  const Json run = Json::parse(sarif_of({english_audit(), korean_audit()}))["runs"][0];
  EXPECT_EQ(run["originalUriBaseIds"]["%SRCROOT%"]["uri"], "file:///srv/");
  const Json& rules = run["tool"]["driver"]["rules"];
  EXPECT_EQ(rules.size(), audit_rules().size());
  for (const Json& result : run["results"]) {
    EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
  }
  const Json& figures = run["results"][2];
  const Json& location = figures["locations"][0]["physicalLocation"];
  EXPECT_EQ(location["artifactLocation"]["uri"], "reports/pact%202024.txt");
  EXPECT_EQ(location["artifactLocation"]["uriBaseId"], "%SRCROOT%");
  // The text of the file, with its line end; its bytes beside it, not as a region of their own.
  EXPECT_EQ(location["region"], Json::parse(R"({"startLine":9,"startColumn":51,"endLine":10,
      "endColumn":18,"snippet":{"text":"Trade was\n    $240 billion."},
      "properties":{"byteOffset":166,"byteLength":34}})"));
  const Json& other = figures["relatedLocations"][1]["physicalLocation"];
  // 조약 as UTF-8 is EC A1 B0 EC 95 BD.
  EXPECT_EQ(other["artifactLocation"],
            Json::parse(R"({"uri":"file:///home/kim/%EC%A1%B0%EC%95%BD-2024.txt"})"));
  EXPECT_EQ(other["region"], Json::parse(R"({"byteOffset":10,"byteLength":40})"));
  EXPECT_EQ(figures["relatedLocations"][1]["message"]["text"], "교역액은 2,401억 달러였다.");
  const Json& driver = run["tool"]["driver"];
  EXPECT_EQ(driver["fullName"], "ibid audit 0.0.0");
  EXPECT_EQ(driver["informationUri"], "man:ibid-audit(1)");
  for (const Json& rule : rules) {
    const std::string meaning = rule["shortDescription"]["text"];
    EXPECT_THAT(rule["fullDescription"]["text"].get<std::string>(), HasSubstr(meaning + " For"));
  }
  EXPECT_EQ(rules[result_rule(run["results"][0])]["name"], "UncitedDate");
  EXPECT_EQ(run["automationDetails"]["id"], "ibid/audit/");
  EXPECT_FALSE(run["results"][4]["locations"][0]["physicalLocation"].contains("region"));
  EXPECT_EQ(run["results"][0]["partialFingerprints"]["ibidFinding/v1"], "0123456789abcdef");
  EXPECT_EQ(run["results"][0]["suppressions"], Json::array());
  EXPECT_EQ(run["results"][5]["suppressions"][0]["status"], "accepted");
}

TEST(RenderAuditSarif, MessagesHoldNoPlaceholderAndNoLink) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"see {0} and [x](1)", "See {{0}} and [x\\](1)."},
      {"cites no source", "Cites no source."},
      {"go-public-web is none", "go-public-web is none."},
      {"\"x\" is nowhere", "\"x\" is nowhere."},
      {"출처가 없다", "출처가 없다."}};
  for (const auto& [message, text] : cases) {
    ReportAudit audit = korean_audit();
    audit.findings[0].message = message;
    const Json run = Json::parse(sarif_of({audit}))["runs"][0];
    EXPECT_EQ(run["results"][0]["message"]["text"], text);
  }
}

TEST(RenderAuditSarif, SaysThatItWasStopped) {
  AuditTotals totals = audit_totals();
  totals.complete = false;
  totals.last_generation = 4;
  const std::string out = rendered(*audit_sarif(), audit_head(), {}, totals);
  EXPECT_EQ(sarif_faults(out), "");
  const Json invocation = Json::parse(out)["runs"][0]["invocations"][0];
  EXPECT_EQ(invocation["executionSuccessful"], false);
  EXPECT_EQ(invocation["toolExecutionNotifications"].size(), 1U);
}

TEST(RenderAuditJunit, IsWhatItWas) {
  std::string out = junit_of({english_audit(), korean_audit()});
  // Without the rules that found nothing.
  out = std::regex_replace(out, std::regex("    <testcase [^>]*/>\n"), "");
  testing::expect_golden(out, "audit/junit");
}

TEST(RenderAuditJunit, PassesItsSchema) {
  EXPECT_EQ(junit_faults(junit_of({english_audit(), korean_audit()})), "");
  EXPECT_EQ(junit_faults(junit_of({})), "");
  EXPECT_EQ(junit_faults(junit_of({hostile_audit()})), "");
}

TEST(RenderAuditJunit, SchemaFindsFaults) {
  const std::string good = junit_of({english_audit()});
  const std::vector<std::pair<std::string, std::string>> faults = {
      {"<testcase classname", "<testcase line=\"9\" classname"},
      {" failures=\"4\"", ""},
      {"<failure type=\"warning\"", "<failure"},
      {"name=\"uncited-passage\"", "name=\"uncited-figure\""},  // two cases with one name
      {"</testsuite>", ""}};
  for (const auto& [from, to] : faults) {
    std::string bad = good;
    const std::size_t at = bad.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    bad.replace(at, from.size(), to);
    EXPECT_NE(junit_faults(bad), "") << from;
  }
}

TEST(RenderAuditJunit, CountsWhatItHolds) {
  for (const FindingLevel level :
       {FindingLevel::kNote, FindingLevel::kWarning, FindingLevel::kError}) {
    AuditHead head = audit_head();
    head.fail_on = level;
    const auto renderer = audit_junit();
    renderer->begin(head);
    const std::string suite = renderer->report(english_audit());
    // Four warnings, a note and an accepted error, by six rules.
    const std::size_t failures = level == FindingLevel::kNote      ? 5
                                 : level == FindingLevel::kWarning ? 4
                                                                   : 0;
    EXPECT_EQ(count_of(suite, "<failure "), failures);
    EXPECT_EQ(count_of(suite, "<skipped "), 1U);
    EXPECT_EQ(count_of(suite, "<testcase "), audit_rules().size());
    EXPECT_THAT(suite,
                HasSubstr(" tests=\"" + std::to_string(audit_rules().size()) + "\" failures=\"" +
                          std::to_string(failures) + "\" errors=\"0\" skipped=\"1\">"));
  }
}

TEST(RenderAuditJunit, SaysThatItWasStopped) {
  AuditTotals totals = audit_totals();
  totals.complete = false;
  const std::string out = rendered(*audit_junit(), audit_head(), {korean_audit()}, totals);
  EXPECT_EQ(junit_faults(out), "");
  EXPECT_THAT(out, HasSubstr("<error type=\"stopped\""));
  EXPECT_THAT(junit_of({korean_audit()}), Not(HasSubstr("<error")));
}

TEST(RenderAuditHtml, SaysThatItWasStopped) {
  AuditTotals totals = audit_totals();
  EXPECT_THAT(audit_html()->end(totals), Not(HasSubstr("Stopped")));
  totals.complete = false;
  totals.last_generation = 4;
  const std::string out = audit_html()->end(totals);
  EXPECT_THAT(out, HasSubstr("Stopped before the last report."));
  EXPECT_THAT(out, HasSubstr("from generation 3 to 4."));
}

TEST(RenderAuditJunit, ListsOnlyTheRulesThatWereAsked) {
  AuditHead head = audit_head();
  head.rules = {rule::kUncitedPassage, rule::kSourceDrift};
  ReportAudit audit = korean_audit();
  audit.findings.resize(1);
  const auto renderer = audit_junit();
  renderer->begin(head);
  const std::string suite = renderer->report(audit);
  EXPECT_EQ(count_of(suite, "<testcase "), 2U);
  EXPECT_THAT(suite, HasSubstr("name=\"source-drift\"/>"));
}

TEST(RenderAuditHtml, IsWhatItWas) {
  std::string out = html_of({english_audit(), korean_audit()});
  const std::size_t style = out.find("<style>");
  out.erase(style, out.find("</style>") - style);
  const std::regex rules(
      "<label><input type=\"checkbox\" id=\"show-[a-z]*-[^\n]*\n|"
      "<tr id=\"rule-[^\n]*\n");
  testing::expect_golden(std::regex_replace(out, rules, ""), "audit/html");
}

TEST(RenderAuditHtml, LoadsAndRunsNothing) {
  const std::string out = html_of({english_audit(), korean_audit()});
  EXPECT_THAT(out, HasSubstr("content=\"default-src 'none'; style-src 'unsafe-inline';"));
  for (const char* no : {"<script", "<img", "<link", "<iframe", "url(", "@import",
                         " src=", "http://", "https://", " onclick", "javascript:", " style=\""}) {
    EXPECT_THAT(out, Not(HasSubstr(no))) << no;
  }
}

// Only our own tags, and no attribute without quotes: a page of escaped text has no others.
TEST(RenderAuditHtml, EscapesHostileText) {
  const std::string out = html_of({hostile_audit()});
  EXPECT_TRUE(is_utf8(out));
  EXPECT_THAT(out, HasSubstr("&lt;/script&gt;&lt;script&gt;alert(1)"));
  EXPECT_THAT(out, HasSubstr("\\u{202E}"));
  for (std::string_view rest = out; !rest.empty();) {
    const Utf8Char c = first_char(rest);
    EXPECT_TRUE(c.code == U'\n' || !is_terminal_control(c.code));
    rest.remove_prefix(c.length);
  }
  const std::regex tag("<(!doctype html|/?[a-z0-9]+( [a-z-]+(=\"[^\"<>]*\")?)*/?)>");
  const std::string body = out.substr(out.find("</style>"));
  EXPECT_EQ(static_cast<std::size_t>(
                std::distance(std::sregex_iterator(body.begin(), body.end(), tag), {})),
            count_of(body, "<"));
}

// Element by element, as a parser without HTML's leniency sees it.
TEST(RenderAuditHtml, IsWellFormed) {
  std::string out = html_of({english_audit(), korean_audit(), hostile_audit()});
  out = std::regex_replace(out, std::regex("<!doctype html>"), "");
  out = std::regex_replace(out, std::regex("<(meta[^>]*|br|input[^>]*)>"), "");
  out = std::regex_replace(out, std::regex("<details open>"), "<details>");
  std::vector<std::string> open;
  const std::regex tag("<(/?)([a-z0-9]+)[^>]*?(/?)>");
  for (std::sregex_iterator it(out.begin(), out.end(), tag), end; it != end; ++it) {
    if ((*it)[3].length() > 0) continue;
    if ((*it)[1].length() == 0) {
      open.push_back((*it)[2]);
      continue;
    }
    ASSERT_FALSE(open.empty());
    ASSERT_EQ(open.back(), (*it)[2].str()) << it->prefix().str().substr(0, 200);
    open.pop_back();
  }
  EXPECT_TRUE(open.empty());
}

TEST(RenderAuditHtml, LinksAndNamesTheLanguageOfExcerpts) {
  const std::string out = html_of({english_audit(), korean_audit()});
  EXPECT_THAT(out, HasSubstr("<blockquote lang=\"ko\">푸틴이 평양에서"));
  // The finding is about the middle of the passage.
  EXPECT_THAT(out, HasSubstr("<blockquote>Two navies signed. <mark>Trade was $240 billion.</mark> "
                             "Then they left.</blockquote>"));
  EXPECT_THAT(out, HasSubstr("<h2 lang=\"ko\">북러 조약</h2>"));
  EXPECT_THAT(out, HasSubstr("<span>2 The Pact &amp; its &lt;terms&gt; › 2-1 What it says</span>"));
  EXPECT_THAT(out,
              HasSubstr("cites <span>The pact, read slowly, Ledger, 2024 [go-public-web-eng-"));
  EXPECT_THAT(out, HasSubstr("<code>reports/pact 2024.txt:9:5</code>"));
  EXPECT_THAT(out, HasSubstr("<code>ibid show &#39;조약-2024#2.1@0123456789ab&#39;</code>"));
  EXPECT_THAT(out, HasSubstr("<rect width=\"37.5%\""));  // 3 of 8
}

// A colleague has the page and not the files: a link leads into the page or to the web.
TEST(RenderAuditHtml, HasNoLinkThatIsDeadElsewhere) {
  ReportAudit published = english_audit();
  published.report.url = "https://example.org/a?b=1&c=2";
  const std::string out = html_of({published, korean_audit()});
  EXPECT_THAT(out, HasSubstr("<a rel=\"noreferrer\" href=\"https://example.org/a?b=1&amp;c=2\">"));
  const std::regex link("href=\"([^\"]*)\"");
  std::size_t links = 0;
  for (std::sregex_iterator it(out.begin(), out.end(), link), end; it != end; ++it, ++links) {
    const std::string to = (*it)[1];
    if (to.starts_with("https://")) continue;
    ASSERT_TRUE(to.starts_with("#")) << to;
    EXPECT_THAT(out, HasSubstr(" id=\"" + to.substr(1) + "\"")) << to;
  }
  EXPECT_GE(links, 8U);
}

// Memory: the output for a report does not depend on the reports before it.
TEST(RenderAuditFormats, KeepNothingOfAReport) {
  for (const auto& make : {audit_sarif, audit_junit, audit_html, audit_markdown}) {
    const auto renderer = make();
    renderer->begin(audit_head());
    renderer->report(korean_audit());
    const std::string second = renderer->report(english_audit());
    EXPECT_EQ(renderer->report(english_audit()), second);
  }
}

}  // namespace
}  // namespace ibid
