// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/hwp_writer.h"

#include <nettle/aes.h>
#include <zlib.h>

#include <array>
#include <stdexcept>

namespace ibid::testing {

std::string le16(unsigned value) {
  return {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF)};
}
std::string le32(std::uint32_t value) { return le16(value & 0xFFFF) + le16(value >> 16); }

// Of tests' own text, which is valid.
std::string utf16_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = [&](std::size_t i) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::uint32_t first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t c = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) c = c << 6 | (byte(at + i) & 0x3F);
    at += length;
    if (c < 0x10000) {
      out += le16(c);
    } else {
      out += le16(0xD800 + ((c - 0x10000) >> 10)) + le16(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return out;
}

std::string counted_utf16_of(std::string_view text) {
  const std::string units = utf16_of(text);
  return le16(static_cast<unsigned>(units.size() / 2)) + units;
}

std::string hwp_record(unsigned tag, unsigned level, std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const bool is_long = size >= 0xFFF;
  std::string out = le32(tag | level << 10 | (is_long ? 0xFFF : size) << 20);
  if (is_long) out += le32(size);
  out += bytes;
  return out;
}

std::string hwp_code(unsigned code, std::string_view id) {
  std::string letters(id);
  letters.resize(4, ' ');
  if (id.empty()) letters.assign(4, '\0');
  const std::string reversed(letters.rbegin(), letters.rend());
  // The units in between are memory addresses of the writing program: any value.
  return le16(code) + reversed + le32(0xAC00AC01) + le32(0x4E004E01) + le16(code);
}

std::string hwp_paragraph(unsigned level, unsigned shape, std::string_view utf16) {
  const auto units = static_cast<std::uint32_t>(utf16.size() / 2);
  std::string out = hwp_record(
      66, level,
      le32(units + 1) + le32(0) + le16(shape) + std::string(2, '\0') + std::string(12, '\0'));
  if (!utf16.empty()) out += hwp_record(67, level + 1, std::string(utf16) + le16(13));
  return out;
}

std::string hwp_control_of(unsigned level, std::string_view id, std::string_view bytes) {
  const std::string reversed(id.rbegin(), id.rend());
  return hwp_record(71, level, reversed + std::string(bytes));
}

std::string hwp_list_of(unsigned level, std::string_view bytes, std::uint32_t flags) {
  return hwp_record(72, level, le32(1) + le32(flags) + std::string(bytes));
}

std::string hwp_cell_of(unsigned level, unsigned row, unsigned column, bool head) {
  return hwp_list_of(level, le16(column) + le16(row) + le16(1) + le16(1) + std::string(20, '\0'),
                     head ? 1U << 18 : 0);
}

std::string hwp_auto_number_of(unsigned level, unsigned counts, unsigned number,
                               std::string_view suffix, unsigned format) {
  std::string end = utf16_of(suffix);
  end.resize(2, '\0');
  return hwp_control_of(level, "atno",
                        le32(counts | format << 4) + le16(number) + le16(0) + le16(0) + end);
}

std::string hwp_numbering_of(const std::vector<HwpLevel>& levels) {
  std::string bytes, starts;
  for (std::size_t i = 0; i < 7; ++i) {
    const HwpLevel level = i < levels.size() ? levels[i] : HwpLevel();
    bytes += le32(0x0C | level.format << 5) + le32(0) + le32(0xFFFFFFFF);
    bytes += counted_utf16_of(level.pattern);
    starts += le32(level.start);
  }
  return hwp_record(23, 1, bytes + le16(0) + starts);
}

std::string hwp_bullet_of(unsigned sign) {
  return hwp_record(24, 1, std::string(12, '\0') + le16(sign) + std::string(11, '\0'));
}

std::string hwp_shape_of(unsigned head, unsigned id, unsigned level) {
  const std::uint32_t flags = head << 23 | (level < 7 ? level : 6) << 25;
  return hwp_record(
      25, 1, le32(flags) + std::string(26, '\0') + le16(id) + std::string(22, '\0') + le32(level));
}

std::string packed(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib refuses");
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string encrypted_for_distribution(std::string_view bytes, std::uint32_t seed) {
  constexpr std::size_t kRecord = 256;
  std::array<std::uint8_t, 16> key{};
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i * 13 + 7);
  std::string record(kRecord, '\x5A');
  const std::string head = le32(seed);
  const std::size_t key_at = 4 + (seed & 0xF);
  for (std::size_t i = 0; i < key.size(); ++i) record[key_at + i] = static_cast<char>(key[i]);
  std::uint32_t state = seed, mask = 0, left = 0;
  const auto random = [&] {
    state = state * 214013 + 2531011;
    return state >> 16 & 0x7FFF;
  };
  for (char& byte : record) {
    if (left == 0) {
      mask = random() & 0xFF;
      left = (random() & 0xF) + 1;
    }
    --left;
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ mask);
  }
  record.replace(0, 4, head);
  std::string plain(bytes);
  plain.resize((plain.size() + 15) / 16 * 16, '\0');
  aes128_ctx cipher;
  aes128_set_encrypt_key(&cipher, key.data());
  auto* data = reinterpret_cast<std::uint8_t*>(plain.data());
  aes128_encrypt(&cipher, plain.size(), data, data);
  return hwp_record(28, 0, record) + plain;
}

std::string hwp_file_of(const HwpParts& parts) {
  const bool is_packed = (parts.flags & 1) != 0;
  const auto stored = [&](const std::string& bytes) { return is_packed ? packed(bytes) : bytes; };
  std::string header = "HWP Document File";
  header.resize(32, '\0');
  header += le32(parts.version) + le32(parts.flags);
  header.resize(256, '\0');
  NamedStreams streams = {{"FileHeader", header}, {"DocInfo", stored(parts.doc_info)}};
  for (std::size_t i = 0; i < parts.sections.size(); ++i) {
    streams.emplace_back("BodyText/Section" + std::to_string(i), stored(parts.sections[i]));
  }
  for (std::size_t i = 0; i < parts.view_sections.size(); ++i) {
    const std::string bytes = stored(parts.view_sections[i]);
    streams.emplace_back("ViewText/Section" + std::to_string(i),
                         (parts.flags & 4) != 0 ? encrypted_for_distribution(bytes) : bytes);
  }
  streams.insert(streams.end(), parts.more.begin(), parts.more.end());
  return compound_file_of(streams);
}

}  // namespace ibid::testing
