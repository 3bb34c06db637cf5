// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/record_bytes.h"

#include <libdeflate.h>

#include "indexer/records/record_packing.h"
#include "indexer/system/little_endian.h"

namespace ibid {
namespace {

constexpr std::size_t kPackingBytes = 1, kChecksumBytes = 4;

std::uint32_t checksum(char packing, std::string_view fields) {
  return libdeflate_crc32(libdeflate_crc32(0, &packing, 1), fields.data(), fields.size());
}

}  // namespace

std::string seal_record(std::string_view fields) {
  std::string record(kPackingBytes, '\0');
  record[0] = static_cast<char>(pack(fields, record));
  append_number(record, checksum(record[0], fields), kChecksumBytes);
  return record;
}

std::string_view open_record(std::string_view bytes, std::string& room) {
  if (bytes.size() < kPackingBytes + kChecksumBytes) RecordReader::fail();
  const std::string_view stored = bytes.substr(0, bytes.size() - kChecksumBytes);
  const std::string_view fields =
      unpack(static_cast<Packing>(bytes[0]), stored.substr(kPackingBytes), room);
  if (number_at(bytes.data() + stored.size(), kChecksumBytes) != checksum(bytes[0], fields)) {
    RecordReader::fail();
  }
  return fields;
}

}  // namespace ibid
