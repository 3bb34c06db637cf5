// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whatever the bytes: a document that is sound, or one sentence why not; in bounded time.
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>

#include "corpus/hwp/hwp_body.h"
#include "corpus/hwp/hwp_records.h"
#include "tests/corpus/hwp/hwp_cases.h"

namespace ibid {
namespace {

using namespace ibid::testing;

// A document with a bit of everything, small enough to flip each of its bytes.
std::string rich_section() {
  const std::string cells = hwp_cell_of(2, 0, 0) + hwp_paragraph(2, 1, utf16_of("칸")) +
                            hwp_cell_of(2, 0, 1) + hwp_paragraph(2, 0, utf16_of("b"));
  return hwp_paragraph(0, 1,
                       hwp_code(2, "secd") + utf16_of("글 text") + hwp_code(17, "fn  ") +
                           hwp_code(11, "tbl ") + hwp_code(3, "%hlk") + utf16_of("x") +
                           hwp_code(4, "%hlk") + hwp_code(11, "gso ")) +
         hwp_control_of(1, "secd", std::string(40, '\0')) +
         hwp_record(74, 2, std::string(28, '\0')) + hwp_control_of(1, "fn  ", le32(1)) +
         hwp_list_of(2) + hwp_paragraph(2, 0, hwp_code(18, "atno") + utf16_of("주")) +
         hwp_auto_number_of(3, 1, 1, ")") + hwp_control_of(1, "tbl ", le32(0)) +
         hwp_record(77, 2, le32(0)) + cells +
         hwp_control_of(1, "%hlk",
                        le32(0) + std::string(1, '\0') + counted_utf16_of("http\\://a.b/;")) +
         hwp_control_of(1, "gso ", le32(0)) + hwp_list_of(2, le32(3)) +
         hwp_paragraph(2, 0, utf16_of("그림")) + hwp_record(76, 2, le32(0)) + hwp_list_of(3) +
         hwp_paragraph(3, 0, utf16_of("상자"));
}

std::string rich_file(std::uint32_t flags) {
  HwpParts parts;
  parts.flags = flags;
  parts.doc_info =
      hwp_numbering_of({{"^1.", 8, 1}}) + hwp_shape_of(0, 0, 0) + hwp_shape_of(2, 1, 0);
  parts.sections = {rich_section()};
  parts.view_sections = {rich_section()};
  return hwp_file_of(parts);
}

void is_safe(const std::string& bytes) {
  const std::string why = why_refused(bytes);
  EXPECT_TRUE(why.empty() || (why.find('\n') == std::string::npos && why.back() != '.')) << why;
}

TEST(HwpHostile, IsSafeCutAnywhere) {
  for (const std::uint32_t flags : {0U, 1U, 5U}) {
    const std::string bytes = rich_file(flags);
    EXPECT_EQ(why_refused(bytes), "");
    for (std::size_t i = 0; i < 64; ++i) is_safe(bytes.substr(0, bytes.size() * i / 64));
  }
}

TEST(HwpHostile, IsSafeWithAnyByteFlipped) {
  for (const std::uint32_t flags : {0U, 5U}) {
    const std::string bytes = rich_file(flags);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string bad = bytes;
      bad[at] = static_cast<char>(at % 2 == 0 ? ~bad[at] : bad[at] ^ 1);
      is_safe(bad);
    }
  }
}

TEST(HwpHostile, IsSafeWithRecordsCutAndFlipped) {
  const std::string section = rich_section();
  ASSERT_EQ(read_hwp_section(section, 0).paragraphs.size(), 1U);
  HwpParts parts;
  parts.flags = 0;
  for (std::size_t at = 0; at < section.size(); ++at) {
    parts.sections = {section.substr(0, at)};
    is_safe(hwp_file_of(parts));
    for (const char by : {'\0', '\x40', '\xFF'}) {
      parts.sections = {section};
      parts.sections[0][at] = by;
      is_safe(hwp_file_of(parts));
    }
  }
}

TEST(HwpHostile, NestsNoDeeperThanLevelsGo) {
  std::string records;
  for (unsigned level = 0; level + 2 < 1023; level += 2) {
    records += hwp_paragraph(level, 0, hwp_code(11, "gso ") + utf16_of("깊이"));
    records += hwp_control_of(level + 1, "gso ") + hwp_record(76, level + 1, "");
  }
  HwpParts parts;
  parts.sections = {records};
  const ExtractedFile file = read(hwp_file_of(parts));
  EXPECT_EQ(file.blocks.size(), 511U);
}

// Linear, give or take: twice the bytes may take four times as long here, not sixteen.
template <typename Make>
void takes_linear_time(const Make& make) {
  const auto seconds = [](const std::string& bytes) {
    double best = 1e9;
    for (int i = 0; i < 2; ++i) {
      const auto begin = std::chrono::steady_clock::now();
      why_refused(bytes);
      best = std::min(
          best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
  };
  const double small = seconds(make(5'000)), large = seconds(make(20'000));
  EXPECT_LT(large, small * 10 + 0.05);
}

TEST(HwpHostile, TakesTimeInProportion) {
  const auto file_of = [](const std::string& section) {
    HwpParts parts;
    parts.flags = 0;
    parts.sections = {section};
    return hwp_file_of(parts);
  };
  takes_linear_time([&](int n) {  // controls that no code waits for, and codes without a control
    std::string text, controls;
    for (int i = 0; i < n; ++i) {
      text += hwp_code(11, "tbl ");
      controls += hwp_control_of(1, "gso ");
    }
    return file_of(hwp_paragraph(0, 0, text) + controls);
  });
  takes_linear_time([&](int n) {  // fields that never end
    std::string text, controls;
    for (int i = 0; i < n; ++i) {
      text += hwp_code(3, "%hlk") + utf16_of("a");
      controls += hwp_control_of(
          1, "%hlk", le32(0) + std::string(1, '\0') + counted_utf16_of("http\\://a.b/;"));
    }
    return file_of(hwp_paragraph(0, 0, text) + controls);
  });
  takes_linear_time([&](int n) {  // cells of one table, last row first
    std::string cells = hwp_control_of(1, "tbl ") + hwp_record(77, 2, "");
    for (int i = 0; i < n; ++i) {
      cells += hwp_cell_of(2, static_cast<unsigned>(60'000 - i % 60'000), 0) +
               hwp_paragraph(2, 0, utf16_of("a"));
    }
    return file_of(hwp_paragraph(0, 0, hwp_code(11, "tbl ")) + cells);
  });
  takes_linear_time([&](int n) {  // notes in one paragraph
    std::string text, notes;
    for (int i = 0; i < n; ++i) {
      text += hwp_code(17, "fn  ") + utf16_of("a ");
      notes += hwp_control_of(1, "fn  ") + hwp_list_of(2) + hwp_paragraph(2, 0, utf16_of("b"));
    }
    return file_of(hwp_paragraph(0, 0, text) + notes);
  });
}

TEST(HwpHostile, RefusesStreamsThatTogetherAreLongerThanTheFile) {
  // Many sections that all claim the sectors of one: each is read, but all are counted.
  NamedStreams streams = {
      {"FileHeader", "HWP Document File" + std::string(15, '\0') + le32(0x05000000) + le32(0)},
      {"DocInfo", ""}};
  for (int i = 0; i < 40; ++i) {
    streams.emplace_back("BodyText/Section" + std::to_string(i),
                         i == 0 ? std::string(1 << 20, 1) : "");
  }
  std::string bytes = compound_file_of(streams);
  const std::size_t directory = (u32_at(bytes, 48) + 1) * std::size_t{512};
  for (std::size_t entry = directory; entry + 128 <= bytes.size(); entry += 128) {
    if (byte_at(bytes, entry + 66) != 2 || byte_at(bytes, entry) != 'S') continue;
    bytes.replace(entry + 116, 8, le32(0) + le32(1 << 20));
  }
  ReaderLimits limits;
  limits.file_bytes = 32 << 20;
  EXPECT_EQ(why_refused(bytes, limits), "it has more than 33554432 bytes when unpacked");
}

}  // namespace
}  // namespace ibid
