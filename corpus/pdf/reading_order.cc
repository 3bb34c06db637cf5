// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/reading_order.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "corpus/pdf/column_cut.h"

namespace ibid {
namespace {

using Words = std::vector<std::uint32_t>;

float overlap(float a_begin, float a_end, float b_begin, float b_end) {
  return std::min(a_end, b_end) - std::max(a_begin, b_begin);
}

// True if the word is at the line's height, and not on top of one of its words. A letter may:
// logos and accents are set so.
bool fits(const std::vector<PdfBox>& boxes, const Words& line, const PdfBox& core,
          const PdfBox& word) {
  const float shared = overlap(core.top, core.bottom, word.top, word.bottom);
  if (shared < 0.5F * std::min(core.height(), word.height())) return false;
  // The last ones are the nearest: words come from left to right in the content of most pages.
  const std::size_t looked_at = std::min<std::size_t>(line.size(), 64);
  for (std::size_t i = line.size() - looked_at; i < line.size(); ++i) {
    const PdfBox& other = boxes[line[i]];
    const float across = overlap(other.left, other.right, word.left, word.right);
    if (std::min(other.width(), word.width()) < 1.2F * word.height()) continue;
    if (across > 0.5F * std::min(other.width(), word.width()) && across > 1) return false;
  }
  return true;
}

// A mark without a width belongs to the letter before it: jamo, accents.
float reading_edge(const PdfBox& box) { return box.width() < 0.5F ? box.left - 0.3F : box.left; }

PdfLine line_from(const PdfPage& page, const std::vector<PdfFont>& fonts,
                  const std::vector<PdfBox>& boxes, Words words) {
  PdfLine line;
  float largest = 0;
  std::unordered_map<float, std::size_t> sizes;
  line.bold = line.mono = true;
  for (const std::uint32_t index : words) {
    const PdfWord& word = page.words[index];
    largest = std::max(largest, word.size);
    sizes[word.size] += word.text_length;
    line.bold &= fonts[word.font].bold;
    line.mono &= fonts[word.font].mono;
  }
  std::size_t most = 0;
  for (const auto& [size, count] : sizes) {
    if (count > most || (count == most && size > line.size)) {
      most = count;
      line.size = size;
    }
  }
  bool first = true;
  std::vector<float> feet;
  for (const std::uint32_t index : words) {
    PdfBox box = boxes[index];
    if (page.words[index].size < 0.8F * line.size) {  // a raised mark does not make a line higher
      box.top = box.bottom = box.middle();
    } else {
      feet.push_back(box.bottom);
    }
    if (first) line.box = box;
    line.box.include(box);
    first = false;
  }
  const auto middle = feet.begin() + static_cast<std::ptrdiff_t>(feet.size() / 2);
  std::nth_element(feet.begin(), middle, feet.end());
  line.foot = *middle;
  line.turned = page.words[words.front()].turned;
  line.words = std::move(words);
  return line;
}

// The share of words that would have to move to come into the order of the content stream.
double disorder(const PdfPage& page, const std::vector<PdfLine>& lines) {
  std::vector<std::uint32_t> tails;  // of the longest rising sequences
  std::size_t known = 0;
  for (const PdfLine& line : lines) {
    for (const std::uint32_t index : line.words) {
      const std::uint32_t rank = page.words[index].rank;
      if (rank == PdfWord::kNoRank) continue;
      ++known;
      const auto place = std::lower_bound(tails.begin(), tails.end(), rank);
      if (place == tails.end()) {
        tails.push_back(rank);
      } else {
        *place = rank;
      }
    }
  }
  if (known < 20) return 0;
  return 1 - static_cast<double>(tails.size()) / static_cast<double>(known);
}

// Words of which a third lies on the words of another line.
bool overlaid(const std::vector<PdfLine>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const PdfBox &a = lines[i - 1].box, &b = lines[i].box;
    if (lines[i - 1].turned != lines[i].turned) continue;
    const float high = overlap(a.top, a.bottom, b.top, b.bottom);
    const float wide = overlap(a.left, a.right, b.left, b.right);
    if (high > 0.6F * std::min(a.height(), b.height()) &&
        wide > 0.3F * std::min(a.width(), b.width())) {
      return true;
    }
  }
  return false;
}

}  // namespace

PdfBox upright(const PdfPage& page, const PdfWord& word) {
  const PdfBox& box = word.box;
  switch (word.turned) {
    case 1:  // read downwards
      return {box.top, page.width - box.right, box.bottom, page.width - box.left};
    case 2:
      return {page.width - box.right, page.height - box.bottom, page.width - box.left,
              page.height - box.top};
    case 3:  // read upwards
      return {page.height - box.bottom, box.left, page.height - box.top, box.right};
    default:
      return box;
  }
}

std::vector<Words> lines_of(const std::vector<PdfBox>& boxes, Words words) {
  std::stable_sort(words.begin(), words.end(), [&](std::uint32_t a, std::uint32_t b) {
    return boxes[a].middle() < boxes[b].middle();
  });
  std::vector<Words> lines;
  std::vector<PdfBox> cores;
  for (const std::uint32_t word : words) {
    constexpr std::size_t kNear = 4;
    const std::size_t near = std::min(kNear, lines.size());
    std::size_t i = lines.size() - near;
    while (i < lines.size() && !fits(boxes, lines[i], cores[i], boxes[word])) ++i;
    if (i == lines.size()) {
      lines.emplace_back();
      cores.push_back(boxes[word]);
    } else if (boxes[word].height() > cores[i].height()) {
      cores[i] = boxes[word];
    }
    lines[i].push_back(word);
  }
  for (Words& line : lines) {
    std::sort(line.begin(), line.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(reading_edge(boxes[a]), a) < std::pair(reading_edge(boxes[b]), b);
    });
  }
  return lines;
}

PageLayout lay_out(const PdfPage& page, const std::vector<PdfFont>& fonts, const Words& words) {
  std::vector<PdfBox> boxes(page.words.size());
  std::array<Words, 4> turned;
  for (const std::uint32_t word : words) {
    boxes[word] = upright(page, page.words[word]);
    turned[page.words[word].turned].push_back(word);
  }
  // Most of a page first; notes at its side, or stamped across it, after that.
  std::array<std::size_t, 4> order{0, 1, 2, 3};
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return turned[a].size() > turned[b].size();
  });
  PageLayout layout;
  std::uint32_t region = 0;
  bool cut = false;
  for (const std::size_t direction : order) {
    if (turned[direction].empty()) continue;
    const std::vector<Words> regions = cut_into_columns(page, boxes, turned[direction]);
    cut |= regions.size() > 1 || direction != order[0];
    for (const Words& part : regions) {
      const std::size_t begin = layout.lines.size();
      for (Words& line : lines_of(boxes, part)) {
        layout.lines.push_back(line_from(page, fonts, boxes, std::move(line)));
        layout.lines.back().region = region;
      }
      if (layout.lines.size() == begin) continue;
      PdfBox column = layout.lines[begin].box;
      for (std::size_t i = begin; i < layout.lines.size(); ++i) column.include(layout.lines[i].box);
      for (std::size_t i = begin; i < layout.lines.size(); ++i) layout.lines[i].column = column;
      ++region;
    }
  }
  layout.uncertain = cut && disorder(page, layout.lines) > 0.2;
  layout.overlaid = overlaid(layout.lines);
  return layout;
}

bool may_have_columns(const PdfPage& page) {
  std::vector<PdfBox> boxes;
  Words words;
  for (const PdfWord& word : page.words) {
    boxes.push_back(upright(page, word));
    if (word.turned == page.words.front().turned) {
      words.push_back(static_cast<std::uint32_t>(boxes.size() - 1));
    }
  }
  return !words.empty() && has_common_gap(page, boxes, words);
}

void rank_words(PdfPage& page, const std::vector<std::string>& raw) {
  std::unordered_map<std::string_view, std::uint32_t> places;
  for (std::uint32_t i = 0; i < raw.size(); ++i) {
    const auto [place, is_new] = places.emplace(raw[i], i);
    if (!is_new) place->second = PdfWord::kNoRank;
  }
  std::unordered_map<std::string_view, std::uint32_t> seen;
  for (const PdfWord& word : page.words) ++seen[page.text_of(word)];
  for (PdfWord& word : page.words) {
    const std::string_view text = page.text_of(word);
    const auto place = places.find(text);
    if (place != places.end() && seen[text] == 1) word.rank = place->second;
  }
}

}  // namespace ibid
