// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/first_seen.h"

#include "indexer/schema.h"

namespace ibid {

std::uint64_t FirstSeen::of(std::string_view text_hash) const {
  if (earlier) {
    if (const auto at = earlier->find(text_hash); at != earlier->end()) return at->second;
  }
  return generation;
}

std::string first_seen_value(std::uint64_t generation) {
  constexpr unsigned kByte = 8;
  std::string digits;
  for (std::uint64_t rest = generation; rest != 0; rest >>= kByte) {
    digits.insert(digits.begin(), static_cast<char>(rest & 0xFFU));
  }
  return std::string(1, static_cast<char>(digits.size())) + digits;
}

std::uint64_t read_first_seen_value(std::string_view value) {
  constexpr unsigned kByte = 8;
  std::uint64_t generation = 0;
  if (!value.empty()) value.remove_prefix(1);
  for (const char digit : value) {
    generation = generation << kByte | static_cast<unsigned char>(digit);
  }
  return generation;
}

std::string generation_time_key(std::uint64_t generation) {
  constexpr std::size_t kDigits = 10;
  const std::string digits = std::to_string(generation);
  const std::size_t zeros = digits.size() < kDigits ? kDigits - digits.size() : 0;
  return schema::kMetaTime + std::string(zeros, '0') + digits;
}

}  // namespace ibid
