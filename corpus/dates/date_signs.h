// SPDX-License-Identifier: GPL-2.0-or-later
//
// Digits and signs of a date as other keyboards write them: full-width digits, hyphens of Unicode,
// the apostrophe before a short year.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

struct FoldedLine {
  std::string text;
  std::vector<std::size_t> origin;  // of each byte of `text`, and of its end, in the line
};

// "２０２４‑０６‑０３" -> "2024-06-03", "’24" -> "'24". Nothing if the line has no such sign.
std::optional<FoldedLine> fold_date_signs(std::string_view line);

}  // namespace ibid
