// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/record_bytes.h"

#include <libdeflate.h>

#include "indexer/little_endian.h"

namespace ibid {
namespace {

constexpr std::size_t kVersionBytes = 1, kChecksumBytes = 4;

std::uint32_t checksum(std::string_view bytes) {
  return libdeflate_crc32(0, bytes.data(), bytes.size());
}

}  // namespace

std::string seal_record(std::string_view fields) {
  std::string record;
  record.reserve(kVersionBytes + fields.size() + kChecksumBytes);
  record += static_cast<char>(kRecordVersion);
  record += fields;
  append_number(record, checksum(record), kChecksumBytes);
  return record;
}

RecordReader open_record(std::string_view bytes) {
  if (bytes.size() < kVersionBytes + kChecksumBytes ||
      static_cast<unsigned char>(bytes[0]) != kRecordVersion) {
    RecordReader::fail();
  }
  const std::string_view summed = bytes.substr(0, bytes.size() - kChecksumBytes);
  if (number_at(bytes.data() + summed.size(), kChecksumBytes) != checksum(summed)) {
    RecordReader::fail();
  }
  return RecordReader(summed.substr(kVersionBytes));
}

}  // namespace ibid
