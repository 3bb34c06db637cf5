// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/parts/downloads.h"

#include <gtest/gtest.h>

#include "tools/serve/page/parts/page_parts.h"

namespace ibid {
namespace {

TEST(Attachment, NamesAFileThatNoHeaderOrFileSystemMisreads) {
  struct Case {
    const char* name;
    const char* expected;
  };
  for (const Case& c : {
           Case{"report.txt", "attachment; filename=\"report.txt\"; filename*=UTF-8''report.txt"},
           Case{"협정.md",
                "attachment; filename=\"______.md\"; filename*=UTF-8''%ED%98%91%EC%A0%95.md"},
           Case{"a b\"c\r\nX: y",
                "attachment; filename=\"a b_c__X_ y\"; "
                "filename*=UTF-8''a%20b_c__X_%20y"},
           Case{"../../etc/passwd",
                "attachment; filename=\"_.._etc_passwd\"; filename*=UTF-8''_.._etc_passwd"},
           Case{".bashrc", "attachment; filename=\"bashrc\"; filename*=UTF-8''bashrc"},
           Case{"...", "attachment; filename=\"report\"; filename*=UTF-8''report"},
           Case{"", "attachment; filename=\"report\"; filename*=UTF-8''report"},
       }) {
    EXPECT_EQ(attachment(c.name), c.expected);
  }
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "가";
  const std::string named = attachment(longest);
  EXPECT_LT(named.size(), 1000U);
  EXPECT_TRUE(named.ends_with("%EA%B0%80"));  // cut between characters
}

TEST(Downloads, HaveATagOfTheirBytes) {
  const auto tag = [](const std::string& body) {
    for (const auto& [name, value] : download("text/csv", "a.csv", body).headers) {
      if (name == "ETag") return value;
    }
    return std::string();
  };
  EXPECT_EQ(tag("a").size(), 18U);
  EXPECT_EQ(tag("a"), tag("a"));
  EXPECT_NE(tag("a"), tag("b"));
}

}  // namespace
}  // namespace ibid
