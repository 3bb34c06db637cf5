// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/files/unread_kinds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "corpus/files/reader.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(UnreadKinds, AreKnownByTheirExtension) {
  for (const char* extension : {"html", "htm", "pdf", "docx", "hwp", "hwpx", "pptx", "xlsx", "epub",
                                "odt", "rtf", "PDF", "Hwp"}) {
    for (const std::string stem : {"/r/report", "보고서 2024.06", "북한 report"}) {
      EXPECT_THAT(why_unread_kind(stem + "." + extension), HasSubstr("convert it to .txt or .md"));
    }
  }
  for (const char* path : {"a.txt", "a.md", "a.markdown", "pdf", "a.html.txt", "보고서", ".pdf",
                           "a.htmlx", "a.", ""}) {
    EXPECT_THAT(why_unread_kind(path), IsEmpty()) << path;
  }
}

TEST(UnreadKinds, AreKnownByHowTheyBegin) {
  for (const std::string_view bytes :
       {"%PDF-1.7\n", "{\\rtf1\\ansi", "PK\x03\x04\x14", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x01",
        "<!DOCTYPE html>\n<p>", "\xEF\xBB\xBF\n <html lang=\"ko\">", "<HTML>"}) {
    EXPECT_THAT(why_unread_content(bytes), HasSubstr("is not read yet")) << bytes;
  }
  for (const std::string_view bytes :
       {"", "PDF is a format.", "PK is a name", "<div>A Markdown page</div>", "<htmlish> words",
        "항구가 커졌다 <html>", "The tag <!DOCTYPE html> begins a page.", "{rtf}"}) {
    EXPECT_THAT(why_unread_content(bytes), IsEmpty()) << bytes;
  }
}

// A page saved under another name would be indexed with its tags as words.
TEST(UnreadKinds, AreNotTakenForTextUnderAnotherName) {
  try {
    read_report("/r/보고서.txt", "<!doctype html><p>항구가 커졌다.</p>", "r");
    FAIL() << "was read";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    EXPECT_THAT(error.what(), HasSubstr("a web page is not read yet"));
  }
}

}  // namespace
}  // namespace ibid
