// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/read_report.h"

#include "corpus/error.h"
#include "corpus/report/sha256.h"

namespace ibid {

ReadReport read_one(const PlannedFile& file, std::optional<Encoding> assumed, SameBytes same) {
  ReadReport read;
  read.stamp = file.stamp;
  try {
    std::string bytes = read_file(file.stamp.path);
    read.bytes = bytes.size();
    if (same == SameBytes::kLeave && file.known != nullptr &&
        file.stamp.given == file.known->stamp.given && sha256_hex(bytes) == file.known->sha256) {
      return read;
    }
    read.unparsed.emplace(file.stamp.path, std::move(bytes), file.report_id, assumed);
    read.unparsed->correct(file.given);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInput) throw;
    read.problem = error.what();
  }
  return read;
}

}  // namespace ibid
