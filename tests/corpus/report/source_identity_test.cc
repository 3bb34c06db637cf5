// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/source_identity.h"

#include <gtest/gtest.h>

#include "corpus/report/source_id.h"

namespace ibid {
namespace {

TEST(CanonicalUrl, LeavesOutWhatDoesNotChangeThePage) {
  struct Row {
    std::string url, canonical;
  };
  for (const Row& row : std::vector<Row>{
           {"https://example.org/x", "https://example.org/x"},
           {"http://www.Example.org/x/", "https://example.org/x"},
           {"HTTPS://EXAMPLE.ORG:443/X", "https://example.org/X"},
           {"www.hani.co.kr/arti/1.html", "https://hani.co.kr/arti/1.html"},
           {"https://example.kr/view?id=7&utm_source=a&utm_medium=b",
            "https://example.kr/view?id=7"},
           {"https://example.kr/view?fbclid=1", "https://example.kr/view"},
           {"https://example.kr/view?ref=7", "https://example.kr/view?ref=7"},
           {"https://example.org/a#part-2", "https://example.org/a"},
           {"https://example.org/a/#part-2", "https://example.org/a"},
           {"https://example.kr/소식/ #댓글", "https://example.kr/소식"},
           {"https://example.kr/view ?utm_source=a", "https://example.kr/view"},
           {"https://example.kr/view?id=7 &utm_source=a", "https://example.kr/view?id=7"},
           {"https://example.org/a/?utm_source=b#part-2", "https://example.org/a"},
           {"https://example.org/#!/page", "https://example.org/#!/page"},
           {"https://example.org/a/#/page/", "https://example.org/a/#/page/"},
           {"https://www.www.example.org.:443./a", "https://example.org/a"},
           {"https://www.com/a", "https://www.com/a"},
           {"https://user@example.org/한글/쪽", "https://example.org/한글/쪽"},
           {"https://localhost/x", ""},
           {"ftp://example.org/x", ""},
           {"https://", ""},
           {"연합뉴스", ""},
       }) {
    EXPECT_EQ(canonical_url(row.url), row.canonical) << row.url;
    EXPECT_EQ(canonical_url(row.canonical), row.canonical) << row.url;
  }
}

TEST(IdentityOfWords, IsTheSameForTheSameWords) {
  const std::string identity = identity_of_words("Kim, “The Second Child,” 2021");
  EXPECT_TRUE(is_identity_of_words(identity));
  EXPECT_EQ(identity_of_words("KIM - The second child (2021)"), identity);
  EXPECT_NE(identity_of_words("Kim, The Second Child, 2022"), identity);
  EXPECT_EQ(identity_of_words("김철수, 「월세」, 2021"),
            identity_of_words("김철수 『월세』(2021)"));
  EXPECT_FALSE(is_identity_of_words("ref-1"));
  EXPECT_FALSE(is_identity_of_words("ref-ZZZZZZZZZZZZZZZZ"));
}

TEST(SourceForm, IsToldByTheSource) {
  EXPECT_EQ(source_form("https://example.org/x"), Citation::Form::kUrl);
  EXPECT_EQ(source_form(identity_of_words("x")), Citation::Form::kListed);
  EXPECT_EQ(source_form("연합뉴스"), Citation::Form::kOther);
}

}  // namespace
}  // namespace ibid
