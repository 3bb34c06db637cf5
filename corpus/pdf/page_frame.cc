// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/page_frame.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "corpus/pdf/reading_order.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Words = std::vector<std::uint32_t>;

constexpr std::size_t kLeastPages = 3;
constexpr std::size_t kEdgeLines = 2;
constexpr float kSameHeight = 4;  // points

// A part of one of the lines at the edge of a page.
struct Segment {
  std::size_t page = 0;
  std::size_t line = 0;  // number among the lines at the edges of its page
  Words words;
  std::string text, key;  // key: digits masked
  float top = 0, size = 0;
  std::optional<long> number;  // if it is nothing but the number of a page
  std::string printed;
  bool framed = false, is_number = false;
};

std::optional<long> roman(std::string_view text) {
  static constexpr std::string_view kLetters = "ivxlcdm";
  static constexpr long kValues[] = {1, 5, 10, 50, 100, 500, 1000};
  if (text.empty() || text.size() > 8) return {};
  long sum = 0, last = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    const std::size_t letter = kLetters.find(text[i]);
    if (letter == std::string_view::npos) return {};
    sum += kValues[letter] < last ? -kValues[letter] : kValues[letter];
    last = std::max(last, kValues[letter]);
  }
  return sum;
}

// "79", "- 79 -", "Page 79", "79/120", "79쪽", "iv".
std::optional<long> page_number(std::string_view text, std::string& printed) {
  std::string bare;
  for (const char c : ascii_lower(text)) {
    if (c != ' ') bare += c;
  }
  for (const std::string_view dash : {"–", "—", "―", "-", "|", "[", "]", "page", "쪽", "p.", "."}) {
    if (bare.rfind(dash, 0) == 0) bare.erase(0, dash.size());
    if (bare.size() >= dash.size() &&
        bare.compare(bare.size() - dash.size(), dash.size(), dash) == 0) {
      bare.erase(bare.size() - dash.size());
    }
  }
  const std::size_t of = std::min(bare.find('/'), bare.find("of"));
  if (of != std::string::npos && of + 1 < bare.size() && is_ascii_digit(bare.back())) {
    bare.erase(of);
  }
  if (bare.empty() || bare.size() > 8) return {};
  printed = bare;
  if (!is_ascii_digit(bare[0])) return roman(bare);
  long value = 0;
  const auto [end, error] = std::from_chars(bare.data(), bare.data() + bare.size(), value);
  if (error != std::errc() || end != bare.data() + bare.size() || value > 99'999) return {};
  return value;
}

std::string masked(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_ascii_digit(c)) {
      out += c;
    } else if (out.empty() || out.back() != '#') {
      out += '#';
    }
  }
  return out;
}

class FrameFinder {
 public:
  explicit FrameFinder(const PdfSource& source) : pages_(source.pages), fonts_(source.fonts) {
    for (std::size_t i = 0; i < pages_.size(); ++i) add_segments(i);
  }

  std::vector<PageFrame> find() {
    mark_repeated();
    mark_numbers();
    mark_companions();
    mark_places();
    return frames();
  }

 private:
  void add_segments(std::size_t index) {
    const PdfPage& page = pages_[index];
    std::vector<PdfBox> boxes;
    Words words;
    for (const PdfWord& word : page.words) {
      boxes.push_back(word.box);
      if (word.turned == 0 && !fonts_[word.font].unreadable)
        words.push_back(static_cast<std::uint32_t>(boxes.size() - 1));
    }
    const std::vector<Words> lines = edge_lines(boxes, std::move(words));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Words part;
      for (const std::uint32_t word : lines[i]) {
        if (!part.empty() &&
            boxes[word].left - boxes[part.back()].right > 1.5F * page.words[word].size) {
          add_segment(index, i, std::exchange(part, {}));
        }
        part.push_back(word);
      }
      add_segment(index, i, std::move(part));
    }
  }

  // Sorting all words into lines would take as long as to lay out the page.
  static std::vector<Words> edge_lines(const std::vector<PdfBox>& boxes, Words words) {
    constexpr std::size_t kMostWords = 80;
    std::stable_sort(words.begin(), words.end(), [&](std::uint32_t a, std::uint32_t b) {
      return boxes[a].middle() < boxes[b].middle();
    });
    if (words.size() <= 2 * kMostWords) {
      std::vector<Words> lines = lines_of(boxes, std::move(words));
      if (lines.size() > 2 * kEdgeLines) {
        lines.erase(lines.begin() + kEdgeLines, lines.end() - kEdgeLines);
      }
      return lines;
    }
    std::vector<Words> lines = lines_of(boxes, Words(words.begin(), words.begin() + kMostWords));
    if (lines.size() > kEdgeLines) lines.resize(kEdgeLines);
    std::vector<Words> low = lines_of(boxes, Words(words.end() - kMostWords, words.end()));
    if (low.size() > kEdgeLines) {
      low.erase(low.begin(), low.end() - static_cast<std::ptrdiff_t>(kEdgeLines));
    }
    lines.insert(lines.end(), low.begin(), low.end());
    return lines;
  }

  void add_segment(std::size_t index, std::size_t line, Words words) {
    if (words.empty()) return;
    const PdfPage& page = pages_[index];
    Segment segment;
    segment.page = index;
    segment.line = line;
    segment.top = page.words[words.front()].box.top;
    for (const std::uint32_t word : words) {
      if (!segment.text.empty()) segment.text += ' ';
      segment.text += page.text_of(page.words[word]);
      segment.size = std::max(segment.size, page.words[word].size);
    }
    segment.key = masked(segment.text);
    segment.number = page_number(segment.text, segment.printed);
    segment.words = std::move(words);
    segments_.push_back(std::move(segment));
  }

  // Calls `use` with the segments of `group` that are at one height.
  template <typename Use>
  void in_same_height(std::vector<Segment*>& group, const Use& use) {
    std::stable_sort(group.begin(), group.end(),
                     [](const Segment* a, const Segment* b) { return a->top < b->top; });
    for (std::size_t i = 0; i < group.size();) {
      std::size_t end = i + 1;
      while (end < group.size() && group[end]->top - group[end - 1]->top <= kSameHeight / 4) ++end;
      std::vector<Segment*> level(group.begin() + static_cast<std::ptrdiff_t>(i),
                                  group.begin() + static_cast<std::ptrdiff_t>(end));
      use(level);
      i = end;
    }
  }

  static std::size_t pages_of(const std::vector<Segment*>& level) {
    std::set<std::size_t> pages;
    for (const Segment* segment : level) pages.insert(segment->page);
    return pages.size();
  }

  static bool has_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (is_letter(next_code_point(text, at))) return true;
    }
    return false;
  }

  // The same words. Digits may differ where much of the document has them: a table that goes on
  // page after page is longer than two lines.
  void mark_repeated() {
    std::map<std::string, std::vector<Segment*>> by_text, by_key;
    for (Segment& segment : segments_) {
      if (segment.number || !has_letter(segment.text)) continue;
      by_text[segment.text].push_back(&segment);
      by_key[segment.key].push_back(&segment);
    }
    mark_groups(by_text, kLeastPages);
    mark_groups(by_key, std::max(2 * kLeastPages, pages_.size() * 2 / 5));
  }

  void mark_groups(std::map<std::string, std::vector<Segment*>>& groups, std::size_t least) {
    for (auto& [text, group] : groups) {
      in_same_height(group, [least](const std::vector<Segment*>& level) {
        if (pages_of(level) < least) return;
        for (Segment* segment : level) segment->framed = true;
      });
    }
  }

  // Numbers that grow with the pages.
  void mark_numbers() {
    std::map<std::pair<bool, long>, std::vector<Segment*>> by_offset;
    for (Segment& segment : segments_) {
      if (!segment.number) continue;
      const bool arabic = is_ascii_digit(segment.printed[0]);
      by_offset[{arabic, *segment.number - static_cast<long>(segment.page)}].push_back(&segment);
    }
    const std::size_t least = std::clamp<std::size_t>(pages_.size(), 2, kLeastPages);
    for (auto& [offset, group] : by_offset) {
      in_same_height(group, [least](const std::vector<Segment*>& level) {
        if (pages_of(level) < least) return;
        for (Segment* segment : level) segment->framed = segment->is_number = true;
      });
    }
  }

  // "§ 1308.11" and "Pt. 1308" beside what is repeated: the same except for digits.
  void mark_companions() {
    std::set<std::pair<std::size_t, std::size_t>> lines;
    for (const Segment& segment : segments_) {
      if (segment.framed) lines.emplace(segment.page, segment.line);
    }
    std::map<std::string, std::vector<Segment*>> by_key;
    for (Segment& segment : segments_) by_key[segment.key].push_back(&segment);
    for (auto& [key, group] : by_key) {
      if (key.find('#') == std::string::npos) continue;
      in_same_height(group, [&](const std::vector<Segment*>& level) {
        if (pages_of(level) < kLeastPages) return;
        const auto beside = std::count_if(level.begin(), level.end(), [&](const Segment* segment) {
          return lines.count({segment->page, segment->line}) > 0;
        });
        if (2 * static_cast<std::size_t>(beside) < level.size()) return;
        for (Segment* segment : level) {
          segment->framed |= lines.count({segment->page, segment->line}) > 0;
        }
      });
    }
  }

  // What stands where other pages have their heads, in the same size: the title of a chapter that
  // is only one or two pages long.
  void mark_places() {
    std::map<std::pair<long, long>, std::set<std::size_t>> places;  // height, size -> pages
    const auto place = [](const Segment& segment) {
      return std::pair(std::lround(segment.top), std::lround(4 * segment.size));
    };
    for (const Segment& segment : segments_) {
      if (segment.framed) places[place(segment)].insert(segment.page);
    }
    for (Segment& segment : segments_) {
      if (segment.framed) continue;
      const auto found = places.find(place(segment));
      if (found == places.end()) continue;
      const std::size_t pages = found->second.size();
      segment.framed = pages >= 5 && pages * 5 >= pages_.size() * 2;
    }
  }

  std::vector<PageFrame> frames() const {
    std::vector<PageFrame> frames(pages_.size());
    std::vector<std::vector<bool>> framed(pages_.size());
    for (std::size_t i = 0; i < pages_.size(); ++i) framed[i].resize(pages_[i].words.size());
    for (const Segment& segment : segments_) {
      if (!segment.framed) continue;
      PageFrame& frame = frames[segment.page];
      frame.lines.push_back(segment.text);
      if (segment.is_number) frame.printed_number = segment.printed;
      for (const std::uint32_t word : segment.words) framed[segment.page][word] = true;
    }
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      for (std::uint32_t word = 0; word < framed[i].size(); ++word) {
        if (framed[i][word]) continue;
        if (fonts_[pages_[i].words[word].font].unreadable) {
          frames[i].unreadable += characters(pages_[i].text_of(pages_[i].words[word]));
        } else {
          frames[i].body.push_back(word);
        }
      }
    }
    return frames;
  }

  static std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
    return count;
  }

  const std::vector<PdfPage>& pages_;
  const std::vector<PdfFont>& fonts_;
  std::vector<Segment> segments_;
};

}  // namespace

std::vector<PageFrame> tell_frames(const PdfSource& source) { return FrameFinder(source).find(); }

}  // namespace ibid
