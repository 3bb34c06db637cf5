// SPDX-License-Identifier: GPL-2.0-or-later
//
// What holds of every page: HTML without faults, in both languages, with links that lead somewhere.
#include <gmock/gmock.h>

#include <deque>
#include <set>

#include "tests/tools/serve/pages/site_of_samples.h"

namespace ibid {
namespace {

using testing::PageElement;
using testing::ReadPage;
using testing::request_of;
using testing::Site;
using testing::site_of_samples;

// Of the API, a download, or what all pages load.
bool is_no_page(const HttpRequest& request) {
  for (const char* end : {"/original", ".css", ".js"}) {
    if (request.path.ends_with(end)) return true;
  }
  return request.path.starts_with("/v1/") || request.path == "/feed" || request.field("format");
}

// Choices can be added without end.
constexpr std::size_t kMostWalked = 150;

// The kind of a page: its path without the id, and what its address asks for.
std::string kind_of(const HttpRequest& request) {
  const std::size_t slash = request.path.find('/', 1);
  std::string kind = request.path.substr(0, slash == std::string::npos ? slash : slash + 1);
  std::set<std::string> names;
  for (const auto& [name, value] : request.query) names.insert(name);
  for (const std::string& name : names) kind += " " + name;
  return kind;
}

// Walks from there along links, a few of each kind of page.
void walk(const std::string& start, std::string_view language) {
  Site& site = site_of_samples();
  std::map<std::string, int> seen_of_kind;
  std::set<std::string> known = {start};
  std::deque<std::string> open = {start};
  std::size_t walked = 0;
  while (!open.empty() && walked < kMostWalked) {
    const std::string address = open.front();
    open.pop_front();
    const HttpRequest request = request_of(address);
    if (is_no_page(request) || ++seen_of_kind[kind_of(request)] > 2) continue;
    ++walked;
    const ReadPage page = site.page(request.path, request.query);
    if (::testing::Test::HasFailure()) FAIL() << address;
    EXPECT_EQ(page.attribute("html", "lang"), language) << address;
    for (const PageElement* link : page.all("a")) {
      const std::string& href = link->attributes.at("href");
      if (!href.starts_with('/') || link->attributes.contains("hreflang")) continue;
      if (known.insert(href).second) open.push_back(href);
    }
  }
  EXPECT_GT(walked, 40U);
}

TEST(EveryPage, IsWellFormedAndItsLinksLeadSomewhere) { walk("/?lang=en&q=russia", "en"); }
TEST(EveryPage, KeepsTheChosenLanguage) { walk("/?lang=ko&q=%EB%9F%AC%EC%8B%9C%EC%95%84", "ko"); }

TEST(EveryPage, SaysWhatIsNotThere) {
  Site& site = site_of_samples();
  for (const char* language : {"en", "ko"}) {
    const std::pair<std::string, std::string> lang = {"lang", language};
    site.page("/passage/nothing#1.1", {lang}, 404);
    site.page("/passage/nothing#1.1@0123456789ab", {lang}, 404);
    site.page("/passage/<script>", {lang}, 404);
    site.page("/passage", {lang}, 404);
    site.page("/source", {lang}, 404);
    site.page("/source", {{"id", "no such source at all"}, lang}, 404);
    site.page("/compare", {{"a", "x"}, lang}, 404);
    site.page("/compare", {lang});
    site.page("/", {{"q", "a AND"}, lang}, 400);
    site.page("/", {{"q", "a"}, {"offset", "x"}, lang}, 400);
    site.page("/nowhere", {lang}, 404);
  }
}

}  // namespace
}  // namespace ibid
