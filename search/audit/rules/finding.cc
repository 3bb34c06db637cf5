// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/finding.h"

namespace ibid {

std::shared_ptr<const FindingContext> FindingLocation::no_context() {
  static const auto none = std::make_shared<const FindingContext>();
  return none;
}

std::string place_words(const FindingLocation& location) {
  if (!location.extraction) return {};
  std::string words = origin_words(*location.extraction, location.places);
  if (!words.empty() && !location.label.empty()) words += ", ";
  return words + location.label;
}

std::optional<ByteRange> file_bytes(const FindingLocation& location) {
  if (location.bytes.empty()) return std::nullopt;
  if (!location.extraction) return location.bytes;
  const bool bytes = location.extraction->grade == AnchorGrade::kByte;
  if (!bytes || location.places.size() != 1) return std::nullopt;
  return location.places.front().bytes;
}

}  // namespace ibid
