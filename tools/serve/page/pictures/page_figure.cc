// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/pictures/page_figure.h"

#include <fmt/core.h>

#include <algorithm>

#include "corpus/report/source_places.h"
#include "tools/serve/page/pictures/picture_words.h"

namespace ibid {
namespace {

std::string points(double value) { return fmt::format("{:.1f}", value); }

void write_mark(HtmlWriter& html, const PageBox& box) {
  constexpr double kAround = 1.5;  // points, so that letters do not touch the edge of the mark
  html.lone("rect", {{"class", "drawn-mark"},
                     {"x", points(box.left - kAround)},
                     {"y", points(box.top - kAround)},
                     {"width", points(box.width + 2 * kAround)},
                     {"height", points(box.height + 2 * kAround)}});
}

}  // namespace

std::vector<MarkedPage> marked_pages(const StoredPassage& passage) {
  std::vector<MarkedPage> out;
  const auto& extraction = passage.report.extraction;
  if (!extraction || extraction->grade != AnchorGrade::kPage || !passage.report.load_text)
    return out;
  const auto file = passage.report.load_text();
  if (!file) return out;
  for (const SourcePlace& place : source_places(*file, passage.bytes)) {
    const auto known = std::find_if(
        out.begin(), out.end(), [&](const MarkedPage& page) { return page.page == place.part; });
    MarkedPage& page = known == out.end() ? out.emplace_back(MarkedPage{place.part, {}}) : *known;
    page.boxes.insert(page.boxes.end(), place.boxes.begin(), place.boxes.end());
  }
  return out;
}

std::string picture_address(const ReportInfo& report, std::uint32_t page) {
  return page_address(fmt::format("/report/{}/page/{}.png", report.id, page + 1),
                      {{"v", report.sha256.substr(0, 12)}});
}

std::string page_address_of(const PageVisit& visit, const ReportInfo& report, std::uint32_t page,
                            std::string_view at) {
  HttpFields fields;
  if (!at.empty()) fields.emplace_back("at", at);
  return visit.address(fmt::format("/report/{}/page/{}", report.id, page + 1), fields);
}

Html page_figure(const PageVisit& visit, const ReportInfo& report, const MarkedPage& page,
                 PictureSize size, const Html& caption) {
  HtmlWriter html;
  const SourcePart& part = report.extraction->parts.at(page.page);
  const double width = std::max(part.width, 1.0), height = std::max(part.height, 1.0);
  const std::string alternative = visit.say(
      page.boxes.empty() ? picture_words::kAlternative : picture_words::kAlternativeMarked,
      page.page + 1);
  const bool readable = size == PictureSize::kReadable;
  // Keys scroll what is wider than the window.
  html.open("figure", {{"class", readable ? "drawn readable" : "drawn"},
                       only_if(readable, "tabindex", "0"),
                       only_if(readable, "aria-label", alternative)});
  html.open("div");
  html.lone("img", {{"src", picture_address(report, page.page)},
                    {"alt", alternative},
                    {"width", fmt::format("{:.0f}", width)},
                    {"height", fmt::format("{:.0f}", height)},
                    {"loading", "lazy"},
                    {"decoding", "async"}});
  if (!page.boxes.empty()) {
    html.open("svg", {{"viewBox", fmt::format("0 0 {} {}", points(width), points(height))},
                      {"preserveAspectRatio", "none"},
                      {"aria-hidden", "true"}});
    for (const PageBox& box : page.boxes) write_mark(html, box);
    html.close();
  }
  html.close();
  if (!caption.text().empty()) html.open("figcaption").add(caption).close();
  html.close();
  return html.take();
}

}  // namespace ibid
