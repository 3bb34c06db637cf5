// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/page_address.h"

#include <gmock/gmock.h>

#include "tools/serve/page/page_visit.h"

namespace ibid {
namespace {

TEST(PageAddress, EncodesWhatIsNoPartOfAnAddress) {
  const struct {
    std::string path;
    HttpFields fields;
    std::string address;
  } cases[] = {
      {"/", {}, "/"},
      {"/", {{"q", "a&b=c d+e"}}, "/?q=a%26b%3Dc%20d%2Be"},
      {"/", {{"q", "푸틴"}, {"lang", "ko"}}, "/?q=%ED%91%B8%ED%8B%B4&lang=ko"},
      {"/passage/보고서#1-2.3@0123456789ab",
       {},
       "/passage/%EB%B3%B4%EA%B3%A0%EC%84%9C%231-2.3%400123456789ab"},
      {"/source",
       {{"id", "https://a.example/?x=1#y"}},
       "/source?id=https%3A%2F%2Fa.example%2F%3Fx%3D1%23y"},
      {"/", {{"q", "\"><script>"}}, "/?q=%22%3E%3Cscript%3E"},
  };
  for (const auto& one : cases) EXPECT_EQ(page_address(one.path, one.fields), one.address);
}

TEST(PageAddress, AddsAndRemovesOneOfSeveralValues) {
  const HttpFields fields = {{"q", "x"}, {"source", "a"}, {"source", "b"}};
  EXPECT_EQ(fields_with(fields, "source", "c"),
            (HttpFields{{"q", "x"}, {"source", "a"}, {"source", "b"}, {"source", "c"}}));
  EXPECT_EQ(fields_without(fields, "source", "a"), (HttpFields{{"q", "x"}, {"source", "b"}}));
  EXPECT_EQ(fields_without(fields, {"source", "offset"}), (HttpFields{{"q", "x"}}));
}

TEST(PlaceName, IsWhatAPassageIdHasBehindTheSign) {
  EXPECT_EQ(place_name("two#2-1.3"), "2-1.3");
  EXPECT_EQ(place_name("two#2-1.3@3f9a12c40b77"), "2-1.3");
  EXPECT_EQ(place_name("two"), "");
}

}  // namespace
}  // namespace ibid
