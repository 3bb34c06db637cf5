// SPDX-License-Identifier: GPL-2.0-or-later
//
// Labels of lists and headings: "2.1", "가)", "•". They are not in the text of the file (ODF 1.3
// part 3, 16.31).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "corpus/opendocument/odf_styles.h"

namespace ibid {

// The numbers of one list at all of its levels, or of all headings.
struct ListNumbers {
  std::array<std::optional<std::int64_t>, kOdfListLevels> values;

  // Counts the next item at `level` (from 0) and returns its label. `start`: its own number.
  std::string next(const OdfListStyle& style, std::size_t level, std::optional<int> start);

 private:
  std::string by_list_format(const OdfListStyle& style, std::size_t level) const;
};

}  // namespace ibid
