// SPDX-License-Identifier: GPL-2.0-or-later
//
// A report whose every field tries to be more than text.
#include <fmt/core.h>
#include <gmock/gmock.h>

#include "corpus/text/code_points.h"
#include "tests/tools/serve/pages/site_of_samples.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::page_faults;
using testing::PageElement;
using testing::read_page;
using testing::ReadPage;
using testing::request_of;
using testing::Site;
using testing::TestIndex;

constexpr char kEvil[] = "<img src=x onerror=alert(1)>";

std::string hostile_report() {
  const std::string evil = std::string(kEvil) +
                           "</title></script><script>alert(2)</script>\" onload=\"alert(3) "
                           "' onclick='alert(4) \xE2\x80\xAE reversed &lt; {{x}} ${y}";
  return fmt::format(
      "Title: {0}\nPublisher: {0}\nAuthor: {0}\nDate: 2024-06-27\nURL: "
      "https://a.example/\"><script>alert(5)</script>\n\n"
      "2. {0}\n\n- Treaty of evil {0} was signed on 19 June 2024 for $5 billion (source: {0}). "
      "Another sentence (출처: \"><script>alert(6)</script>).\n\n"
      "- Treaty of long words {1}.\n",
      evil, std::string(100'000, 'x') + " " + std::string(5'000, '<'));
}

bool is_hidden_control(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
         (code >= 0x80 && code < 0xA0) || (code < 0x20 && code != '\n');
}

// In what a reader sees: attributes hold exact texts that a form sends back.
std::string shown_controls(const ReadPage& page) {
  std::string out;
  const std::string& text = page.one("body").text;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (is_hidden_control(code)) out += fmt::format("U+{:04X} ", static_cast<std::uint32_t>(code));
  }
  return out;
}

TEST(HostileReport, IsTextAndNothingElse) {
  TestIndex index;
  index.write("evil <b>.txt", hostile_report());
  index.write("same.txt", testing::report_with("Same", {"Treaty of evil was signed on 19 June."}));
  index.update_all();
  Site site(index.index());
  std::vector<HttpRequest> open;
  for (const char* query : {"treaty", "onerror", "nothingatall<img>", "cites:any"}) {
    open.push_back({HttpMethod::kGet, "/", {{"q", query}, {"explain", "1"}}, {}, ""});
  }
  open.push_back({HttpMethod::kGet, "/sources", {}, {}, ""});
  open.push_back({HttpMethod::kGet, "/compare", {{"a", kEvil}, {"b", "\"><script>"}}, {}, ""});
  std::size_t evil_pages = 0;
  std::set<std::string> known;
  for (std::size_t i = 0; i < open.size() && i < 40; ++i) {
    const HttpResponse response = site.get(open[i].path, open[i].query);
    const std::string where = open[i].path + " " + ::testing::PrintToString(open[i].query);
    ASSERT_LT(response.status, 500) << where;
    ASSERT_THAT(page_faults(response.body), IsEmpty()) << where;
    const ReadPage page = read_page(response.body);
    EXPECT_THAT(page.all("img"), IsEmpty()) << where;
    EXPECT_EQ(page.all("script").size(), 1U) << where;
    EXPECT_EQ(shown_controls(page), "") << where;
    if (page.one("body").text.find(kEvil) != std::string::npos) ++evil_pages;
    for (const PageElement* link : page.all("a")) {
      const std::string& href = link->attributes.at("href");
      const bool ours = href.starts_with("/passage/") || href.starts_with("/source?") ||
                        href.starts_with("/compare?") || href.starts_with("/?");
      if (ours && known.insert(href).second) open.push_back(request_of(href));
    }
  }
  EXPECT_GT(evil_pages, 5U);
}

}  // namespace
}  // namespace ibid
