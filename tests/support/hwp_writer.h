// SPDX-License-Identifier: GPL-2.0-or-later
//
// HWP 5 files in memory, for tests: records, text with control codes, and the compound file around
// them, packed, encrypted or lying as a test asks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid::testing {

// A compound file (OLE) of these streams: "BodyText/Section0". Streams below 4,096 bytes are small
// ones. Throws std::runtime_error for more than it can write.
using NamedStreams = std::vector<std::pair<std::string, std::string>>;
std::string compound_file_of(const NamedStreams& streams);

std::string le16(unsigned value);
std::string le32(std::uint32_t value);
// UTF-8 as UTF-16LE.
std::string utf16_of(std::string_view text);
// A count of units in 16 bits, then the text.
std::string counted_utf16_of(std::string_view text);

std::string hwp_record(unsigned tag, unsigned level, std::string_view bytes);
// A control code of eight units: 11 and "tbl ".
std::string hwp_code(unsigned code, std::string_view id = {});
// A paragraph record of `shape` and, if there is any, its text, in UTF-16.
std::string hwp_paragraph(unsigned level, unsigned shape, std::string_view utf16);
// The record of control `id`: what it says follows the id.
std::string hwp_control_of(unsigned level, std::string_view id, std::string_view bytes = {});
// The record of a list, `bytes` behind its count of paragraphs and its flags.
std::string hwp_list_of(unsigned level, std::string_view bytes = {}, std::uint32_t flags = 0);
std::string hwp_cell_of(unsigned level, unsigned row, unsigned column, bool head = false);
// An automatic number of kind `counts` ("atno"), for a control record at `level`.
std::string hwp_auto_number_of(unsigned level, unsigned counts, unsigned number,
                               std::string_view suffix = {}, unsigned format = 0);

// DocInfo: patterns and formats of up to seven levels, a bullet, a shape of paragraphs (head: 1
// outline, 2 number, 3 bullet).
struct HwpLevel {
  std::string pattern;
  unsigned format = 0;
  std::uint32_t start = 1;
};
std::string hwp_numbering_of(const std::vector<HwpLevel>& levels);
std::string hwp_bullet_of(unsigned sign);
std::string hwp_shape_of(unsigned head, unsigned id, unsigned level);

struct HwpParts {
  std::uint32_t flags = 1;  // 1 packed, 2 password, 4 distribution, 1 << 14 tracked changes
  std::uint32_t version = 0x05010001;
  std::string doc_info;
  std::vector<std::string> sections;       // of BodyText
  std::vector<std::string> view_sections;  // of ViewText, encrypted if flags has 4
  NamedStreams more;                       // as they are
};
std::string hwp_file_of(const HwpParts& parts);

// Raw deflate.
std::string packed(std::string_view bytes);
// A section of ViewText: the key record made of `seed`, then `bytes` by AES-128, filled with NULs.
std::string encrypted_for_distribution(std::string_view bytes, std::uint32_t seed = 0x1234567);

}  // namespace ibid::testing
