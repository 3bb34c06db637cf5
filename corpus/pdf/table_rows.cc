// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines whose parts are below each other are rows of a table.
#include <algorithm>
#include <cmath>
#include <limits>

#include "corpus/pdf/line_start.h"
#include "corpus/pdf/page_flow.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kLeastRows = 3;

struct Cell {
  float left = 0, right = 0;
};

class RowFinder {
 public:
  RowFinder(const PdfPage& page, const PageLayout& layout) : page_(page), layout_(layout) {
    for (const PdfLine& line : layout.lines) cells_.push_back(cells(line));
  }

  std::vector<RowRange> find() const {
    std::vector<RowRange> found;
    for (std::size_t begin = 0; begin < cells_.size();) {
      std::size_t end = begin + 1;
      while (end < cells_.size() && stand_below(end - 1, end)) ++end;
      if (end - begin >= kLeastRows && !is_text(begin, end))
        found.push_back({begin, end, has_header(begin, end)});
      begin = end;
    }
    return found;
  }

 private:
  std::vector<Cell> cells(const PdfLine& line) const {
    std::vector<Cell> cells;
    const std::vector<std::size_t> begins = cells_of(page_, line);
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : line.words.size();
      cells.push_back({box(line, begins[i]).left, box(line, end - 1).right});
    }
    return cells;
  }

  PdfBox box(const PdfLine& line, std::size_t i) const {
    return upright(page_, page_.words[line.words[i]]);
  }

  // Lines of a narrow column that are stretched to its width.
  bool is_text(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view last = page_.text_of(page_.words[layout_.lines[i].words.back()]);
      if (last.size() > 1 && (last.back() == '-' || last.back() == ',' || last.back() == ';')) {
        return true;
      }
    }
    return false;
  }

  // A bullet, or a number, with its text is not a row.
  bool is_row(std::size_t i) const {
    const std::size_t count = cells_[i].size();
    if (count < 2) return false;
    const PdfLine& line = layout_.lines[i];
    const bool counted =
        line_start(page_.text_of(page_.words[line.words.front()])) != LineStart::kText &&
        cells_of(page_, line)[1] == 1;
    return count > (counted ? 2U : 1U);
  }

  bool stand_below(std::size_t above, std::size_t below) const {
    if (!is_row(above) || !is_row(below)) return false;
    const PdfLine &a = layout_.lines[above], &b = layout_.lines[below];
    if (a.region != b.region || b.box.top - a.box.bottom > 2.5F * b.size) return false;
    const float slack = 0.6F * b.size;
    std::size_t aligned = 0;
    for (const Cell& cell : cells_[below]) {
      aligned += std::any_of(cells_[above].begin(), cells_[above].end(), [&](const Cell& other) {
        return std::abs(cell.left - other.left) < slack ||
               std::abs(cell.right - other.right) < slack ||
               std::abs(cell.left + cell.right - other.left - other.right) < 2 * slack;
      });
    }
    return aligned >= 2 && 2 * aligned >= cells_[below].size();
  }

  bool has_figures(std::size_t i) const {
    const PdfLine& line = layout_.lines[i];
    return std::any_of(line.words.begin() + 1, line.words.end(), [&](std::uint32_t word) {
      const std::string_view text = page_.text_of(page_.words[word]);
      return std::any_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c); });
    });
  }

  // Words above figures; or, as years are figures, too, a row without the first cell.
  bool has_header(std::size_t begin, std::size_t end) const {
    const std::size_t others = cells_[begin + 1].size();
    if (cells_[begin].size() + 1 == others &&
        cells_[begin].front().left > cells_[begin + 1][0].right) {
      return true;
    }
    if (has_figures(begin)) return false;
    for (std::size_t i = begin + 1; i < end; ++i) {
      if (!has_figures(i)) return false;
    }
    return true;
  }

  const PdfPage& page_;
  const PageLayout& layout_;
  std::vector<std::vector<Cell>> cells_;
};

}  // namespace

std::vector<std::size_t> cells_of(const PdfPage& page, const PdfLine& line) {
  std::vector<std::size_t> begins{0};
  float narrowest = std::numeric_limits<float>::max(), widest = 0;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const PdfBox before = upright(page, page.words[line.words[i - 1]]);
    const PdfBox next = upright(page, page.words[line.words[i]]);
    const float gap = next.left - before.right;
    narrowest = std::min(narrowest, gap);
    widest = std::max(widest, gap);
    if (gap > 1.5F * line.size) begins.push_back(i);
  }
  // All gaps alike: a line that is stretched.
  if (line.words.size() > 3 && widest - narrowest < 0.15F * line.size) begins.resize(1);
  return begins;
}

std::vector<RowRange> tell_rows(const PdfPage& page, const PageLayout& layout) {
  return RowFinder(page, layout).find();
}

}  // namespace ibid
