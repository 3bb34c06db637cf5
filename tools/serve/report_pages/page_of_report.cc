// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/report_pages/page_of_report.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "tools/serve/page/error_pages.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/page/pictures/page_figure.h"
#include "tools/serve/page/pictures/page_pictures.h"
#include "tools/serve/page/pictures/picture_words.h"

namespace ibid {
namespace {

constexpr std::string_view kPage = "/page/", kPicture = ".png";

bool is_on(const StoredPassage& passage, std::uint32_t page) {
  return std::ranges::any_of(passage.origin.places,
                             [&](const PartRange& place) { return place.part == page; });
}

std::vector<const StoredPassage*> passages_on(const ReportOutline& outline, std::uint32_t page) {
  std::vector<const StoredPassage*> out;
  for (const OutlineEntry& entry : outline.entries) {
    if (entry.passage && is_on(*entry.passage, page)) out.push_back(&*entry.passage);
  }
  return out;
}

// "iv (4)": the printed number, and that in the file if they differ.
std::string number_of(const ReportInfo& report, std::uint32_t page) {
  const std::string& printed = report.extraction->parts[page].name;
  const std::string number = std::to_string(page + 1);
  return printed.empty() || printed == number ? number : printed + " (" + number + ")";
}

void write_turning(HtmlWriter& html, const PageVisit& visit, const ReportInfo& report,
                   std::uint32_t page) {
  const std::size_t pages = report.extraction->parts.size();
  html.open("nav", {{"class", "pages"}, {"aria-label", visit.say(picture_words::kPagesOfFile)}});
  if (page > 0) {
    html.link(page_address_of(visit, report, page - 1, ""), visit.say(picture_words::kPageBefore),
              {{"rel", "prev"}});
  }
  html.element("span", visit.say(picture_words::kPageOf, page + 1, pages));
  if (page + 1 < pages) {
    html.link(page_address_of(visit, report, page + 1, ""), visit.say(picture_words::kPageAfter),
              {{"rel", "next"}});
  }
  html.close();
}

void write_passages(HtmlWriter& html, const PageVisit& visit, const ReportInfo& report,
                    const std::vector<const StoredPassage*>& passages, std::uint32_t page) {
  html.open("section", {{"aria-labelledby", "on-page"}});
  html.element("h2", {{"id", "on-page"}}, visit.say(picture_words::kPassagesHere));
  if (passages.empty()) html.element("p", visit.say(picture_words::kNoPassages));
  for (const StoredPassage* passage : passages) {
    const std::string place(place_name(passage->id));
    const bool marked = visit.field("at") == place;
    html.open("p", {{"class", marked ? "passage asked" : "passage"},
                    {"dir", "auto"},
                    visit.lang_of(passage->text)});
    html.text(passage->text).close();
    html.open("ul", {{"class", "actions"}});
    html.open("li").link(visit.passage_address(passage->permalink), place).close().open("li");
    if (marked) {
      html.element("span", {{"class", "badge"}}, visit.say(picture_words::kMarked));
    } else {
      html.link(page_address_of(visit, report, page, place), visit.say(picture_words::kMark));
    }
    html.close().close();
  }
  html.close();
}

bool has_pages(const ReportInfo& report) {
  return report.extraction && report.extraction->grade == AnchorGrade::kPage;
}

struct Refused {
  int status;
  const Wording& why;
};

Refused refused(NoPicture::Why why) {
  switch (why) {
    case NoPicture::Why::kNoPage:
      return {404, picture_words::kNoSuchPage};
    case NoPicture::Why::kChanged:
      return {409, picture_words::kChanged};
    case NoPicture::Why::kLarge:
      return {403, picture_words::kTooLarge};
    case NoPicture::Why::kFailed:
      break;
  }
  return {422, picture_words::kCannotDraw};
}

}  // namespace

std::optional<PageOfReport> page_of_report(std::string_view behind_route) {
  const std::size_t at = behind_route.rfind(kPage);
  if (at == std::string_view::npos || at == 0) return {};
  std::string_view number = behind_route.substr(at + kPage.size());
  PageOfReport out;
  out.report = behind_route.substr(0, at);
  out.picture = number.ends_with(kPicture);
  if (out.picture) number.remove_suffix(kPicture.size());
  const auto read = std::from_chars(number.data(), number.data() + number.size(), out.page);
  const bool good =
      read.ec == std::errc() && read.ptr == number.data() + number.size() && number.front() != '0';
  out.page = good ? out.page - 1 : kNoPageNumber;
  return out;
}

HttpResponse page_of_report_page(const PageVisit& visit, const ReportOutline& outline,
                                 std::uint32_t page) {
  ReportInfo report = report_info(outline.report);
  if (!has_pages(report)) {
    return not_found_page(visit, visit.say(picture_words::kNoPages));
  }
  if (page >= report.extraction->parts.size()) {
    return not_found_page(visit, visit.say(picture_words::kNoSuchPage));
  }
  const std::vector<const StoredPassage*> passages = passages_on(outline, page);
  MarkedPage marked{page, {}};
  for (const StoredPassage* passage : passages) {
    if (place_name(passage->id) != visit.field("at")) continue;
    for (MarkedPage& its : marked_pages(*passage)) {
      if (its.page == page) marked = std::move(its);
    }
  }
  const std::string title = report.title.empty() ? visit.say(part_words::kNoTitle) : report.title;
  const std::string number = visit.say(picture_words::kPageTitle, number_of(report, page));
  PageLayout layout;
  layout.place = PagePlace::kReports;
  layout.title = title + " · " + number;
  layout.sheet = report.id + ", " + number;
  HtmlWriter html;
  html.open("h1", {visit.lang_of(title)}).text(title).close();
  html.element("p", {{"class", "where"}}, number);
  html.open("ul", {{"class", "actions"}}).open("li");
  html.link(visit.report_address(report.id), visit.say(picture_words::kBackToReport));
  html.close().close();
  write_turning(html, visit, report, page);
  html.open("div", {{"class", "columns text-first"}});
  if (outline.stale) {
    html.element("p", {{"class", "warning"}}, visit.say(picture_words::kChanged));
  } else {
    html.add(page_figure(visit, report, marked, PictureSize::kReadable, {}));
  }
  write_passages(html, visit, report, passages, page);
  html.close();
  return page_response(visit, layout, html.take());
}

HttpResponse picture_response(const PageVisit& visit, const ReportInfo& report, std::uint32_t page,
                              PagePictures& pictures) {
  HttpResponse response;
  try {
    const std::shared_ptr<const std::string> png = pictures.png(report, page);
    response.content_type = "image/png";
    response.body = *png;
    const std::string version = report.sha256.substr(0, 12);
    response.headers.emplace_back("ETag", fmt::format("\"{}-{}\"", version, page + 1));
    const bool current = visit.field("v") == version;
    response.headers.emplace_back("Cache-Control",
                                  current ? "private, max-age=86400, immutable" : "no-cache");
  } catch (const NoPicture& none) {
    const Refused why = refused(none.why);
    response.status = why.status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = visit.say(has_pages(report) ? why.why : picture_words::kNoPages) + "\n";
  }
  return response;
}

}  // namespace ibid
