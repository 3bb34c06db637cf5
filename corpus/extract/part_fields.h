// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parts of a file as fields (field_bytes.h): in the record of the extracted text and in that of
// the report.
#pragma once

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/field_bytes.h"

namespace ibid {

inline void put_parts(FieldWriter& out, const std::vector<SourcePart>& parts) {
  out.number(parts.size());
  for (const SourcePart& part : parts) {
    out.text(part.name);
    out.text(part.sha256);
    out.number(part.size);
    out.number(std::bit_cast<std::uint64_t>(part.width));
    out.number(std::bit_cast<std::uint64_t>(part.height));
  }
}

template <class Damage>
std::vector<SourcePart> get_parts(FieldReader<Damage>& in) {
  std::vector<SourcePart> parts;
  for (std::size_t n = in.count(); n > 0; --n) {
    SourcePart part;
    part.name = in.text();
    part.sha256 = in.text();
    part.size = in.number();
    part.width = std::bit_cast<double>(in.number());
    part.height = std::bit_cast<double>(in.number());
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace ibid
