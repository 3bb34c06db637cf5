// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/reader_rules.h"

#include <fmt/core.h>

#include <array>

namespace ibid {
namespace {

// In the order of FileFormat.
constexpr std::array<int, static_cast<std::size_t>(kLastFormat) + 1> kRules = {0, 0, 2, 2, 2, 2, 2,
                                                                               1, 1, 2, 2, 1, 1, 2};

}  // namespace

std::string reader_rules(FileFormat format) {
  return fmt::format("ibid-{}/{}", to_string(format), kRules[static_cast<std::size_t>(format)]);
}

bool has_present_rules(std::string_view reader) {
  const std::string_view rules = reader.substr(0, reader.find(' '));
  for (std::size_t format = 0; format < kRules.size(); ++format) {
    if (rules == reader_rules(static_cast<FileFormat>(format))) return true;
  }
  return false;
}

}  // namespace ibid
