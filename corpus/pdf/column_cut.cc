// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/column_cut.h"

#include <algorithm>
#include <limits>

#include "corpus/pdf/reading_order.h"

namespace ibid {
namespace {

using Words = std::vector<std::uint32_t>;

constexpr int kMostDepth = 12;            // of cuts within cuts
constexpr std::size_t kMostBands = 1000;  // of a page with columns
constexpr float kFar = 1e9F;

struct Gap {
  float left = 0, right = 0;
  float width() const { return right - left; }
};

// Words whose heights overlap, and all beside them.
struct Band {
  Words words;
  PdfBox box;
  std::vector<Gap> gaps;  // what no word covers, with all that is left and right of them
};

// Bands in a row that leave a gap open.
struct Run {
  std::size_t begin = 0, end = 0;
  Gap gap;
};

std::vector<Gap> gaps_of(const std::vector<PdfBox>& boxes, Words words) {
  std::sort(words.begin(), words.end(),
            [&](std::uint32_t a, std::uint32_t b) { return boxes[a].left < boxes[b].left; });
  std::vector<Gap> gaps;
  float covered = -kFar;
  for (const std::uint32_t word : words) {
    if (boxes[word].left > covered) gaps.push_back({covered, boxes[word].left});
    covered = std::max(covered, boxes[word].right);
  }
  gaps.push_back({covered, kFar});
  return gaps;
}

std::vector<Gap> common(const std::vector<Gap>& a, const std::vector<Gap>& b, float narrowest) {
  std::vector<Gap> both;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const Gap gap{std::max(a[i].left, b[j].left), std::min(a[i].right, b[j].right)};
    if (gap.width() >= narrowest) both.push_back(gap);
    a[i].right < b[j].right ? ++i : ++j;
  }
  return both;
}

enum class Judged : std::uint8_t { kNo, kYes };

class ColumnCut {
 public:
  ColumnCut(const PdfPage& page, const std::vector<PdfBox>& boxes) : page_(page), boxes_(boxes) {}

  void cut(Words words, int depth, std::vector<Words>& parts) const {
    if (words.empty()) return;
    const std::vector<Band> bands = bands_of(words);
    const float em = size_of(words);
    std::size_t done = 0;  // bands before it are in `parts`
    if (depth < kMostDepth && bands.size() <= kMostBands) {
      for (std::size_t i = 0; i < bands.size();) {
        const Run run = run_from(bands, i, em, Judged::kYes);
        if (run.end == 0) {
          ++i;
          continue;
        }
        append(bands, done, run.begin, parts);
        cut_run(bands, run, depth, parts);
        done = i = run.end;
      }
    }
    append(bands, done, bands.size(), parts);
  }

  bool has_common_gap(const Words& words) const {
    const std::vector<Band> bands = bands_of(words);
    const float em = size_of(words);
    for (std::size_t i = 0; i < std::min(bands.size(), kMostBands); ++i) {
      if (run_from(bands, i, em, Judged::kNo).end > 0) return true;
    }
    return false;
  }

 private:
  void append(const std::vector<Band>& bands, std::size_t begin, std::size_t end,
              std::vector<Words>& parts) const {
    Words words;
    for (std::size_t i = begin; i < end; ++i) {
      words.insert(words.end(), bands[i].words.begin(), bands[i].words.end());
    }
    if (!words.empty()) parts.push_back(std::move(words));
  }

  void cut_run(const std::vector<Band>& bands, const Run& run, int depth,
               std::vector<Words>& parts) const {
    auto [left, right] = sides(bands, run);
    cut(std::move(left), depth + 1, parts);
    cut(std::move(right), depth + 1, parts);
  }

  std::pair<Words, Words> sides(const std::vector<Band>& bands, const Run& run) const {
    std::pair<Words, Words> sides;
    const float middle = (run.gap.left + run.gap.right) / 2;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      for (const std::uint32_t word : bands[i].words) {
        (boxes_[word].left < middle ? sides.first : sides.second).push_back(word);
      }
    }
    return sides;
  }

  // Of most words, by their count.
  float size_of(const Words& words) const {
    std::vector<float> sizes;
    for (const std::uint32_t word : words) sizes.push_back(page_.words[word].size);
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return std::max(*middle, 1.0F);
  }

  std::vector<Band> bands_of(Words words) const {
    std::stable_sort(words.begin(), words.end(), [&](std::uint32_t a, std::uint32_t b) {
      return boxes_[a].middle() - boxes_[a].height() * 0.3F <
             boxes_[b].middle() - boxes_[b].height() * 0.3F;
    });
    std::vector<Band> bands;
    float bottom = -kFar;
    for (const std::uint32_t word : words) {
      // Lines that are set close overlap by what only a few letters need.
      const float top = boxes_[word].middle() - boxes_[word].height() * 0.3F;
      if (bands.empty() || top > bottom) {
        bands.emplace_back();
        bands.back().box = boxes_[word];
      }
      bottom = std::max(bottom, boxes_[word].middle() + boxes_[word].height() * 0.3F);
      bands.back().words.push_back(word);
      bands.back().box.include(boxes_[word]);
    }
    for (Band& band : bands) band.gaps = gaps_of(boxes_, band.words);
    return bands;
  }

  static PdfBox extent(const std::vector<Band>& bands) {
    PdfBox box = bands.front().box;
    for (const Band& band : bands) box.include(band.box);
    return box;
  }

  // The longest run from `begin` on that leaves a gap between words open; its end is 0 if that
  // parts no columns (without `judged`, if there is none).
  Run run_from(const std::vector<Band>& bands, std::size_t begin, float em, Judged judged) const {
    const PdfBox all = extent(bands);
    std::vector<Gap> open = bands[begin].gaps;
    PdfBox box = bands[begin].box;
    std::vector<Gap> inner = between_words(open, box);
    for (std::size_t end = begin + 1; !open.empty(); ++end) {
      std::vector<Gap> next;
      if (end < bands.size()) {
        next = common(open, bands[end].gaps, 0.7F * em);
        // A gap that is at the edge of the run so far may be between the words of later lines.
        std::erase_if(next, [&](const Gap& gap) {
          return gap.right <= all.left + em || gap.left >= all.right - em;
        });
        box.include(bands[end].box);
      }
      std::vector<Gap> next_inner = between_words(next, box);
      if (next_inner.empty()) {
        for (const Gap& gap : inner) {
          const Run run{begin, end, gap};
          if (!wide_enough(bands, run, em)) continue;
          if (judged == Judged::kNo || parts_columns(bands, run, em)) return run;
        }
      }
      open = std::move(next);
      inner = std::move(next_inner);
    }
    return {};
  }

  // The widest first.
  static std::vector<Gap> between_words(const std::vector<Gap>& gaps, const PdfBox& box) {
    std::vector<Gap> inner;
    for (const Gap& gap : gaps) {
      if (gap.left >= box.left && gap.right <= box.right) inner.push_back(gap);
    }
    std::sort(inner.begin(), inner.end(),
              [](const Gap& a, const Gap& b) { return a.width() > b.width(); });
    return inner;
  }

  // A river through six lines of text is narrower than a gutter.
  bool wide_enough(const std::vector<Band>& bands, const Run& run, float em) const {
    std::size_t left = 0, right = 0;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      left += bands[i].box.left < run.gap.left ? 1 : 0;
      right += bands[i].box.right > run.gap.right ? 1 : 0;
    }
    const std::size_t both = std::min(left, right);
    return both >= 3 && run.gap.width() >= (both >= 6 ? 0.7F : 1.3F) * em;
  }

  struct Side {
    std::size_t lines = 0;
    double full = 0;     // share of lines that reach over 0.7 of its width
    double letters = 0;  // a line
    float width = 0;
  };

  Side side_of(const Words& words) const {
    Side side;
    for (const std::uint32_t word : words) side.letters += page_.words[word].text_length;
    const std::vector<Words> lines = lines_of(boxes_, words);
    std::vector<float> lefts, rights;
    for (const Words& line : lines) {
      lefts.push_back(boxes_[line.front()].left);
      rights.push_back(boxes_[line.back()].right);
    }
    // One line that stands out does not make a column wider.
    side.width = tenth(rights, 9) - tenth(lefts, 1);
    for (const Words& line : lines) {
      const float reach = boxes_[line.back()].right - boxes_[line.front()].left;
      side.full += reach >= 0.7F * side.width ? 1 : 0;
    }
    side.lines = lines.size();
    side.full /= static_cast<double>(std::max<std::size_t>(lines.size(), 1));
    side.letters /= static_cast<double>(std::max<std::size_t>(lines.size(), 1));
    return side;
  }

  static float tenth(std::vector<float>& values, std::size_t tenth) {
    if (values.empty()) return 0;
    const auto place =
        values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * tenth / 10);
    std::nth_element(values.begin(), place, values.end());
    return *place;
  }

  // How often the content stream changes sides, for each line of the shorter one; negative if
  // nobody knows.
  double changes(const Words& left, const Words& right, std::size_t lines) const {
    std::vector<std::pair<std::uint32_t, bool>> order;
    for (const std::uint32_t word : left) order.emplace_back(page_.words[word].rank, false);
    for (const std::uint32_t word : right) order.emplace_back(page_.words[word].rank, true);
    std::erase_if(order, [](const auto& place) { return place.first == PdfWord::kNoRank; });
    if (order.size() < 8) return -1;
    std::sort(order.begin(), order.end());
    double count = 0;
    for (std::size_t i = 1; i < order.size(); ++i) count += order[i].second != order[i - 1].second;
    return std::max(count - 1, 0.0) / static_cast<double>(lines);
  }

  bool parts_columns(const std::vector<Band>& bands, const Run& run, float em) const {
    const auto [left, right] = sides(bands, run);
    const Side a = side_of(left), b = side_of(right);
    const std::size_t lines = std::min(a.lines, b.lines);
    // Bullets, numbers of pages, cells of figures.
    if (lines < 3 || std::min(a.width, b.width) < 6 * em) return false;
    if (std::min(a.letters, b.letters) < 12) return false;
    const double moved = changes(left, right, lines);
    if (moved >= 0 && moved <= 0.2) return true;
    if (moved >= 0.6) return false;
    return a.full >= 0.5 && b.full >= 0.5 && std::min(a.letters, b.letters) >= 18;
  }

  const PdfPage& page_;
  const std::vector<PdfBox>& boxes_;
};

}  // namespace

std::vector<Words> cut_into_columns(const PdfPage& page, const std::vector<PdfBox>& boxes,
                                    const Words& words) {
  std::vector<Words> parts;
  ColumnCut(page, boxes).cut(words, 0, parts);
  return parts;
}

bool has_common_gap(const PdfPage& page, const std::vector<PdfBox>& boxes, const Words& words) {
  return ColumnCut(page, boxes).has_common_gap(words);
}

}  // namespace ibid
