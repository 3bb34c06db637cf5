// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands before a paragraph of HWP or HWPX on the printed page but in no text: "가.", "제1장",
// "●". Definitions are given once, then each paragraph in the document's order.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "corpus/hangul/number_format.h"

namespace ibid {

inline constexpr std::size_t kOutlineLevels = 10;

struct NumberingLevel {
  // "^1." or "제^1장": ^ and a digit is the number of that level, ^n the numbers of all levels down
  // to this one ("1.2.3"), ^N the same with a stop behind.
  std::string pattern;
  NumberFormat format = NumberFormat::kDigit;
  std::uint32_t start = 1;
};

struct NumberingDefinition {
  std::array<NumberingLevel, kOutlineLevels> levels;
};

// Numbering and bullets of all paragraphs of one shape.
struct ParagraphShape {
  enum class Head : std::uint8_t { kNone, kOutline, kNumber, kBullet };
  Head head = Head::kNone;
  std::uint32_t id = 0;    // of the numbering or bullet: from 1; an outline has its section's
  std::uint8_t level = 0;  // from 0, less than kOutlineLevels
};

struct LabelDefinitions {
  // By id; ids that are not in here have no label.
  std::map<std::uint32_t, NumberingDefinition> numberings;
  std::map<std::uint32_t, std::string> bullets;  // signs as shown
  std::map<std::uint32_t, ParagraphShape> shapes;
};

class ParagraphLabels {
 public:
  explicit ParagraphLabels(const LabelDefinitions& definitions) : definitions_(definitions) {}

  // From here on outlines are of numbering `id`; 0 is Hancom's own: "1.", "1.1." …
  void set_outline(std::uint32_t id) { outline_ = id; }
  // Shapes that were not defined have no head.
  ParagraphShape shape(std::uint32_t id) const;
  // Counts the paragraph and returns its label; empty if it has none.
  std::string next(const ParagraphShape& shape);

 private:
  struct Counter {
    std::array<std::uint32_t, kOutlineLevels> numbers{};
    std::array<bool, kOutlineLevels> running{};
  };
  std::string next_number(const NumberingDefinition& numbering, Counter& counter,
                          std::size_t level) const;

  const LabelDefinitions& definitions_;
  std::uint32_t outline_ = 0;
  // An outline counts apart from lists of the same numbering.
  std::map<std::pair<ParagraphShape::Head, std::uint32_t>, Counter> counters_;
};

}  // namespace ibid
