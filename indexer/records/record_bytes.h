// SPDX-License-Identifier: GPL-2.0-or-later
//
// Stored records: their fields (field_bytes.h), and what surrounds these: how they are packed, and
// a checksum.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/error.h"
#include "corpus/extract/field_bytes.h"

namespace ibid {

using RecordWriter = FieldWriter;

struct DamagedRecord {
  [[noreturn]] static void fail() {
    throw Error(ErrorKind::kIndex,
                "a stored record of the index is damaged; run `ibid index --rebuild`");
  }
};
// Throws Error{kIndex}.
using RecordReader = FieldReader<DamagedRecord>;

// Makes a record: how the fields are packed, a byte (record_packing.h); the fields, packed; the
// CRC-32 (RFC 1952) of that byte and the unpacked fields, four bytes, little-endian. Xapian would
// not notice a changed byte, and a quotation would be wrong.
std::string seal_record(std::string_view fields);

// The fields of a record. Lender: `bytes`, or `room`, whose content is replaced. Throws
// Error{kIndex} for bytes that seal_record() never made.
std::string_view open_record(std::string_view bytes, std::string& room);

}  // namespace ibid
