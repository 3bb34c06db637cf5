// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/passages/standing_part.h"

#include "tools/serve/page/parts/passage_parts.h"
#include "tools/serve/page/passages/passages_words.h"

namespace ibid {
namespace {

struct StandingWords {
  const Wording& name;
  const Wording& says;
  const char* look;
};

StandingWords words_of(Standing standing) {
  switch (standing) {
    case Standing::kSame:
      return {passages_words::kSame, passages_words::kSaysSame, "badge good"};
    case Standing::kMoved:
      return {passages_words::kMoved, passages_words::kSaysMoved, "badge note"};
    case Standing::kChanged:
      return {passages_words::kChanged, passages_words::kSaysChanged, "badge warning"};
    case Standing::kGone:
      break;
  }
  return {passages_words::kGone, passages_words::kSaysGone, "badge error"};
}

void write_places(HtmlWriter& html, const PageVisit& visit, const Resolution& resolution) {
  html.open("ul");
  for (const StoredPassage& passage : resolution.passages) {
    html.open("li").link(visit.passage_address(passage.permalink), passage.permalink).close();
  }
  html.close();
}

void write_diff(HtmlWriter& html, const PageVisit& visit, const CitedDiff& diff) {
  html.element("h3", visit.say(passages_words::kWhatChanged));
  html.element("p", {{"class", diff.proven ? "small good" : "small warning"}},
               visit.say(diff.proven ? passages_words::kProven : passages_words::kNotProven));
  html.open("p", {{"class", "passage"}, {"dir", "auto"}});
  const auto text_of = [](const std::string& text, ByteRange range) {
    return std::string_view(text).substr(range.begin, range.end - range.begin);
  };
  bool first = true;
  for (const DiffSpan& span : diff.spans) {
    if (!first) html.text(" ");
    first = false;
    if (span.kind == DiffKind::kEqual) html.text(text_of(diff.present, span.b));
    if (span.kind == DiffKind::kDelete) html.element("del", text_of(diff.cited, span.a));
    if (span.kind == DiffKind::kInsert) html.element("ins", text_of(diff.present, span.b));
  }
  html.close();
}

// The index does not keep what a report said before: the reader has it, or a bundle has.
void write_cited_form(HtmlWriter& html, const PageVisit& visit, const Resolution& resolution,
                      std::string_view cited) {
  html.open("form", {{"action", "/passage"}, {"method", "get"}, {"class", "no-print"}});
  html.lone("input", {{"type", "hidden"}, {"name", "id"}, exact("value", resolution.permalink)});
  if (visit.chose_language()) {
    html.lone("input",
              {{"type", "hidden"}, {"name", "lang"}, {"value", language_tag(visit.language())}});
  }
  html.element("label", {{"for", "cited"}}, visit.say(passages_words::kCitedText));
  html.open("textarea", {{"id", "cited"}, {"name", "cited"}, {"dir", "auto"}});
  html.exact_lines(cited).close();
  html.element("button", {{"type", "submit"}, {"class", "quiet"}},
               visit.say(passages_words::kCompareCited));
  html.close();
}

}  // namespace

Html standing_part(const PageVisit& visit, const Resolution& resolution, std::string_view cited) {
  const StandingWords words = words_of(resolution.standing);
  HtmlWriter html;
  html.open("section",
            {{"class", "card"}, {"aria-label", visit.say(passages_words::kPermalinkState)}});
  html.open("p").element("strong", {{"class", words.look}}, visit.say(words.name));
  html.text(" " + visit.say(words.says)).close();
  html.open("p", {{"class", "small"}}).element("code", resolution.permalink).close();
  if (resolution.standing == Standing::kMoved) write_places(html, visit, resolution);
  if (resolution.standing == Standing::kGone) {
    html.element("p", visit.say(resolution.report_known ? passages_words::kReportKnown
                                                        : passages_words::kReportUnknown));
  }
  if (!resolution.reader_before.empty()) {
    html.element("p", visit.say(passages_words::kOtherReader, resolution.reader_before));
  }
  if (resolution.standing == Standing::kChanged) {
    if (!cited.empty()) {
      if (const auto diff = diff_with_cited(resolution, cited)) write_diff(html, visit, *diff);
    }
    write_cited_form(html, visit, resolution, cited);
  }
  html.close();
  return html.take();
}

}  // namespace ibid
