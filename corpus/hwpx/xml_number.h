// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers in the attributes of HWPX.
#pragma once

#include <charconv>
#include <cstdint>
#include <string_view>

#include "corpus/xml/parse_xml.h"

namespace ibid {

// `otherwise` for a missing attribute, and for one that is not a number of 32 bits.
inline std::uint32_t number_of(const XmlElement& element, std::string_view attribute,
                               std::uint32_t otherwise = 0) {
  const std::string_view value = element.value(attribute);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() ? number : otherwise;
}

}  // namespace ibid
