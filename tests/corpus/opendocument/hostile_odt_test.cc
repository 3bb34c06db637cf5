// SPDX-License-Identifier: GPL-2.0-or-later
//
// OpenDocument texts that cannot be read, or were cut and changed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "corpus/opendocument/read_odt.h"
#include "tests/corpus/opendocument/odt_reading.h"
#include "tests/support/extract_checks.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using testing::list_level;
using testing::odt_parts;
using testing::OdtParts;

std::string why(const std::string& bytes) {
  ReaderInput input;
  input.bytes = bytes;
  try {
    read_odt(input);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return "";
}

TEST(ReadOdt, RefusesWhatItCannotRead) {
  OdtParts parts;
  parts.body = "<text:p>x</text:p>";
  parts.manifest =
      "<!DOCTYPE manifest PUBLIC \"x\" \"Manifest.dtd\"><manifest><file-entry><encryption-data/>"
      "</file-entry></manifest>";
  EXPECT_EQ(why(testing::zip_of(odt_parts(parts))),
            "it is protected by a password; save it without one");
  parts.manifest = "<!DOCTYPE manifest PUBLIC \"x\" \"Manifest.dtd\"><manifest/>";
  EXPECT_EQ(why(testing::zip_of(odt_parts(parts))), "");
  parts.type = "application/vnd.oasis.opendocument.spreadsheet";
  EXPECT_EQ(why(testing::zip_of(odt_parts(parts))),
            "it is an OpenDocument file but not a text document; save its text as .odt");
  EXPECT_EQ(why("text"), "it is not an ODT file");
  EXPECT_EQ(why(testing::zip_of({{"a", "b"}})),
            "it is not an ODT file: it contains no content.xml");
  EXPECT_THAT(why(testing::zip_of({{"content.xml", "<a>\n<b>"}})),
              HasSubstr("its part content.xml is damaged at line 2"));
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += "<text:p>";
  parts = {};
  parts.body = deep;
  EXPECT_THAT(why(testing::zip_of(odt_parts(parts))), HasSubstr("nested elements"));
}

TEST(ReadOdt, SurvivesCutsAndChangedBytes) {
  OdtParts parts;
  parts.automatic =
      "<text:list-style style:name=\"L\">" + list_level(1, "1") + "</text:list-style>";
  parts.body =
      "<text:list text:style-name=\"L\"><text:list-item><text:p>가<text:note><text:note-citation>1"
      "</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>"
      "</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell>"
      "<text:p>c &amp; d</text:p></table:table-cell></table:table-row></table:table>";
  const testing::ZipParts all = odt_parts(parts);
  const std::string& content = all[1].second;
  int read = 0, refused = 0;
  const auto attempt = [&](const std::string& changed) {
    testing::ZipParts other = all;
    other[1].second = changed;
    const std::string bytes = testing::stored_zip_of(other);
    ReaderInput input;
    input.bytes = bytes;
    try {
      testing::check_anchors(read_odt(input)[0], [&](const std::string& name) {
        return name == "content.xml" ? changed : all[2].second;
      });
      ++read;
    } catch (const Error&) {
      ++refused;
    }
  };
  for (std::size_t at = 0; at < content.size(); ++at) {
    std::string changed = content;
    changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
    attempt(changed);
  }
  for (std::size_t part = 0; part < 64; ++part) {
    attempt(content.substr(0, content.size() * part / 64));
  }
  EXPECT_GT(read, 50);
  EXPECT_GT(refused, 50);
}

}  // namespace
}  // namespace ibid
