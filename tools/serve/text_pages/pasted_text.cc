// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/text_pages/pasted_text.h"

#include "corpus/text/code_points.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/text_pages/searched_forms.h"
#include "tools/serve/text_pages/text_words.h"

namespace ibid {

std::string pasted_text(const PageVisit& visit) {
  std::string out;
  const std::string_view field = trim(visit.field("q"));
  out.reserve(field.size());
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\r') {
      out += field[i];
    } else if (i + 1 == field.size() || field[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

std::string address_of_short(const PageVisit& visit, const std::string& text) {
  if (visit.request().method != HttpMethod::kPost || text.size() > kMostAddressText) return {};
  HttpFields fields = {{"q", text}};
  for (const char* name : {"as", "report", "format"}) {
    const std::string_view value = trim(visit.field(name));
    if (!value.empty() && value.size() <= kMostAddressText) fields.emplace_back(name, value);
  }
  return visit.address(visit.request().path, fields);
}

void write_text_form(HtmlWriter& html, const PageVisit& visit, const TextForm& form) {
  html.open("form", {{"method", "post"}, {"action", form.action}, {"class", "no-print"}});
  html.open("p").element("label", {{"for", "text"}}, visit.say(text_words::kTextToVerify)).close();
  html.open("textarea",
            {{"id", "text"}, {"name", "q"}, {"rows", "6"}, {"required", ""}, {"dir", "auto"}});
  html.exact_lines(pasted_text(visit)).close();
  html.open("div", {{"class", "fields"}});
  html.open("p").element("label", {{"for", "as"}}, visit.say(text_words::kReadAs)).text(" ");
  html.open("select", {{"id", "as"}, {"name", "as"}});
  for (const TextFormChoice& choice : form.choices) {
    html.element("option",
                 {{"value", choice.value}, only_if(visit.field("as") == choice.value, "selected")},
                 visit.say(choice.words));
  }
  html.close().close();
  if (form.asks_report) {
    html.open("p")
        .element("label", {{"for", "report"}}, visit.say(text_words::kOnlyInReport))
        .text(" ");
    html.lone("input", {{"id", "report"},
                        {"name", "report"},
                        exact("value", visit.field("report")),
                        {"autocapitalize", "none"},
                        {"spellcheck", "false"}});
    html.close();
  }
  if (visit.chose_language()) {
    html.lone("input",
              {{"type", "hidden"}, {"name", "lang"}, {"value", language_tag(visit.language())}});
  }
  html.open("p").element("button", {{"type", "submit"}}, visit.say(form.submit));
  if (form.offers_csv) {
    html.text(" ").element(
        "button", {{"type", "submit"}, {"name", "format"}, {"value", "csv"}, {"class", "quiet"}},
        visit.say(part_words::kDownloadCsv));
  }
  html.close().close().close();
}

void write_coverage(HtmlWriter& html, const PageVisit& visit, const AnswerCoverage& coverage,
                    const std::vector<std::string>& forms) {
  html.element(
      "li", visit.say(words::kOf, visit.count(coverage.passages, words::kPassage, words::kPassages),
                      visit.count(coverage.reports, words::kReport, words::kReportCount)));
  if (!coverage.first_date.empty()) {
    html.element("li",
                 visit.say(text_words::kSearchedDates, coverage.first_date, coverage.last_date));
  }
  if (coverage.undated > 0) {
    html.element("li",
                 visit.say(text_words::kSearchedUndated,
                           visit.count(coverage.undated, words::kReport, words::kReportCount)));
  }
  html.element("li", visit.say(text_words::kSearchedGeneration, coverage.index.generation));
  if (forms.empty()) return;
  html.open("li").text(visit.say(text_words::kSearchedForms)).open("ul");
  for (const std::string& form : forms) {
    const std::string words = searched_form(visit, form);
    html.element("li", {visit.lang_of(words)}, words);
  }
  html.close().close();
}

}  // namespace ibid
