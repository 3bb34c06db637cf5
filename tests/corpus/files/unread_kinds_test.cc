// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/files/unread_kinds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(UnreadKinds, AreKnownByTheirExtension) {
  for (const char* extension : {"doc", "ppt", "pptx", "rtf", "xls", "xlsx", "DOC", "Rtf"}) {
    for (const std::string stem : {"/r/report", "보고서 2024.06", "북한 report"}) {
      EXPECT_THAT(why_unread_kind(stem + "." + extension), HasSubstr("is not read; save"));
    }
  }
  for (const char* path : {"a.txt", "a.md", "a.markdown", "a.pdf", "a.hwp", "a.html", "doc",
                           "a.doc.txt", "보고서", ".doc", "a.docx", "a.docz", "a.", ""}) {
    EXPECT_THAT(why_unread_kind(path), IsEmpty()) << path;
  }
}

}  // namespace
}  // namespace ibid
