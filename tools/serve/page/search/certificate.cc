// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/certificate.h"

#include <ctime>
#include <set>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/render/passage_lines.h"
#include "tools/serve/page/index_time.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/search/search_words.h"

namespace ibid {
namespace {

constexpr std::size_t kMostWords = 50;

// The forms by which the analysis finds a word. Pieces of words are no forms that a reader knows.
bool is_told(FormKind kind) { return kind != FormKind::kBigram && kind != FormKind::kGram; }

std::vector<std::string> forms_tried(const std::string& typed) {
  Analyzer analyzer;
  Analysis analysis;
  analyzer.analyze(typed, analysis);
  std::vector<std::string> out;
  for (const Word& word : analysis.words) {
    if (out.size() == kMostWords) break;
    std::set<std::string_view> known;
    std::string line;
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      const std::string_view text = analysis.text(*form);
      if (!is_told(form->kind) || !known.insert(text).second) continue;
      (line += line.empty() ? "" : ", ") += text;
    }
    out.push_back(line);
  }
  return out;
}

void row(HtmlWriter& html, const std::string& name, std::string_view text) {
  html.element("dt", name).element("dd", {{"dir", "auto"}}, text);
}

void write_lines(HtmlWriter& html, const std::string& name, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  html.element("dt", name).open("dd").open("ul");
  for (const std::string& line : lines) html.element("li", line);
  html.close().close();
}

std::string present_time() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (localtime_r(&now, &local) == nullptr) return {};
  char out[64];
  return {out, std::strftime(out, sizeof out, "%Y-%m-%d %H:%M %z", &local)};
}

}  // namespace

Html nothing_found(const PageVisit& visit, const SearchAsked& asked, const SearchResult& result) {
  const std::string passages =
      visit.count(result.index.passages, words::kPassage, words::kPassages);
  const std::string reports =
      visit.count(result.index.reports, words::kReport, words::kReportCount);
  HtmlWriter html;
  html.open("section", {{"class", "certificate"}, {"aria-labelledby", "nothing"}});
  html.element("h2", {{"id", "nothing"}}, visit.say(search_words::kNothing, passages));
  html.open("dl");
  row(html, visit.say(search_words::kQueryTyped), asked.query);
  row(html, visit.say(search_words::kUnderstood), result.parsed);
  write_lines(html, visit.say(search_words::kFormsTried), forms_tried(asked.typed));
  std::vector<std::string> names;
  for (const AliasMatch& name : result.names) names.push_back(name.query_word + " → " + name.alias);
  write_lines(html, visit.say(search_words::kNamesTried), names);
  row(html, visit.say(search_words::kSearched), visit.say(words::kOf, passages, reports));
  const std::string time = time_of_index(visit.index_dir()).shown;
  row(html, visit.say(search_words::kIndexState),
      visit.say(words::kGeneration, result.index.generation) + (time.empty() ? "" : ", " + time));
  row(html, visit.say(search_words::kMade), present_time());
  html.close();
  if (result.index.complete) {
    html.element("p", {{"class", "faint small"}}, visit.say(search_words::kCertificate));
  } else {  // what was not found may be on a node that did not answer
    html.element("p", {{"class", "warning"}}, missing_nodes_text(result.index));
  }
  html.close();
  html.element("p", {{"class", "faint no-print"}}, visit.say(search_words::kNothingToTry));
  return html.take();
}

}  // namespace ibid
