// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/record_bytes.h"

#include <libdeflate.h>

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
  std::uint32_t sum = checksum(record);
  for (std::size_t i = 0; i < kChecksumBytes; ++i, sum >>= 8U) record += static_cast<char>(sum);
  return record;
}

RecordReader open_record(std::string_view bytes) {
  if (bytes.size() < kVersionBytes + kChecksumBytes ||
      static_cast<unsigned char>(bytes[0]) != kRecordVersion) {
    RecordReader::fail();
  }
  const std::string_view summed = bytes.substr(0, bytes.size() - kChecksumBytes);
  std::uint32_t sum = 0;
  for (std::size_t i = bytes.size(); i-- > summed.size();) {
    sum = sum << 8U | static_cast<unsigned char>(bytes[i]);
  }
  if (sum != checksum(summed)) RecordReader::fail();
  return RecordReader(summed.substr(kVersionBytes));
}

}  // namespace ibid
