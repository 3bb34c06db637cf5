// SPDX-License-Identifier: GPL-2.0-or-later
//
// In which generation of the index a passage was first seen, and when generations were made.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace ibid {

// The texts that a report had in the index before: text_hash() -> the generation in which the text
// was first seen in it, the earliest of several equal ones; 0: before ibid kept count of that.
using EarlierTexts = std::map<std::string, std::uint64_t, std::less<>>;

// What is known of the passages of a report that is about to be written.
struct FirstSeen {
  std::uint64_t generation = 0;  // that they become part of; 0: nothing is stored
  std::shared_ptr<const EarlierTexts> earlier = nullptr;  // null: the report is new

  // The generation in which a passage with this text_hash() was first seen; 0: unknown.
  std::uint64_t of(std::string_view text_hash) const;
};

// The value of slot schema::kSlotFirstSeen. By their bytes, values sort by generation: the number
// of bytes that follow; the generation, big-endian, without leading zeros.
std::string first_seen_value(std::uint64_t generation);
// Reads what first_seen_value() made; 0 for an empty value.
std::uint64_t read_first_seen_value(std::string_view value);

// Behind schema::kMetaTime: the generation in ten digits, so that keys sort.
std::string generation_time_key(std::uint64_t generation);

}  // namespace ibid
