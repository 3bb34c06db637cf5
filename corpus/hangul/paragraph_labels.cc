// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hangul/paragraph_labels.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

const NumberingDefinition& hancoms_outline() {
  static const NumberingDefinition kOutline = [] {
    NumberingDefinition outline;
    for (NumberingLevel& level : outline.levels) level.pattern = "^N";
    return outline;
  }();
  return kOutline;
}

}  // namespace

ParagraphShape ParagraphLabels::shape(std::uint32_t id) const {
  const auto at = definitions_.shapes.find(id);
  return at == definitions_.shapes.end() ? ParagraphShape{} : at->second;
}

std::string ParagraphLabels::next(const ParagraphShape& shape) {
  using Head = ParagraphShape::Head;
  if (shape.head == Head::kNone) return {};
  if (shape.head == Head::kBullet) {
    const auto at = definitions_.bullets.find(shape.id);
    return at == definitions_.bullets.end() ? std::string() : at->second;
  }
  const std::uint32_t id = shape.head == Head::kOutline ? outline_ : shape.id;
  const auto at = definitions_.numberings.find(id);
  const bool hancoms = id == 0 && shape.head == Head::kOutline;
  if (at == definitions_.numberings.end() && !hancoms) return {};
  return next_number(hancoms ? hancoms_outline() : at->second, counters_[{shape.head, id}],
                     std::min<std::size_t>(shape.level, kOutlineLevels - 1));
}

std::string ParagraphLabels::next_number(const NumberingDefinition& numbering, Counter& counter,
                                         std::size_t level) const {
  const auto begin = [&](std::size_t i) {
    if (!counter.running[i]) counter.numbers[i] = numbering.levels[i].start;
    counter.running[i] = true;
  };
  // A level that was skipped counts as begun.
  for (std::size_t i = 0; i < level; ++i) begin(i);
  if (counter.running[level]) {
    ++counter.numbers[level];
  } else {
    begin(level);
  }
  for (std::size_t i = level + 1; i < kOutlineLevels; ++i) counter.running[i] = false;

  const auto shown = [&](std::size_t i) {
    begin(i);
    return format_number(counter.numbers[i], numbering.levels[i].format);
  };
  const std::string& pattern = numbering.levels[level].pattern;
  std::string label;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char next = pattern[at] == '^' && at + 1 < pattern.size() ? pattern[at + 1] : '\0';
    if (next >= '1' && next <= '9') {
      const auto of = static_cast<std::size_t>(next - '1');
      label += of <= level ? shown(of) : std::string();
      ++at;
    } else if (next == 'n' || next == 'N') {
      for (std::size_t i = 0; i <= level; ++i) label += (i == 0 ? "" : ".") + shown(i);
      if (next == 'N') label += '.';
      ++at;
    } else {
      label += pattern[at];
    }
  }
  return std::string(trim(label));
}

}  // namespace ibid
