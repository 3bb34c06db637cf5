// SPDX-License-Identifier: GPL-2.0-or-later
//
// Blocks in a larger or heavier font than the body's are headings.
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "corpus/pdf/line_start.h"
#include "corpus/pdf/page_flow.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Kind = ExtractedBlock::Kind;

constexpr std::size_t kMostLines = 4;
constexpr std::size_t kMostBytes = 300;
constexpr std::uint8_t kLowestLevel = 6;

class HeadingTeller {
 public:
  HeadingTeller(const PdfSource& source, const std::vector<PageLayout>& layouts, float body_size)
      : source_(source), layouts_(layouts), body_size_(body_size) {}

  void tell(PageFlow& flow) const {
    using Rank = std::pair<long, bool>;
    std::set<Rank, std::greater<>> ranks;
    const auto rank = [](const PdfBlock& block) {
      return Rank(std::lround(2 * block.size), block.bold);
    };
    std::vector<PdfBlock*> headings;
    for (std::size_t i = 0; i < flow.blocks.size(); ++i) {
      PdfBlock& block = flow.blocks[i];
      const bool is_last = i + 1 == flow.blocks.size();
      if (!is_heading(block) || (is_last && block.size < 1.3F * body_size_)) continue;
      headings.push_back(&block);
      ranks.insert(rank(block));
    }
    for (PdfBlock* block : headings) {
      const auto above = std::distance(ranks.begin(), ranks.find(rank(*block)));
      block->kind = Kind::kHeading;
      block->level = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(above + 1, kLowestLevel));
    }
  }

 private:
  bool is_heading(const PdfBlock& block) const {
    if (block.kind != Kind::kParagraph && block.kind != Kind::kItem) return false;
    const bool larger = block.size > 1.12F * body_size_;
    const bool heavier = block.bold && block.size > 0.95F * body_size_;
    if (!larger && !heavier) return false;
    if (block.lines.size() > (larger ? kMostLines : 2)) return false;
    if (starts_with_sign(block)) return false;
    std::size_t bytes = 0;
    bool has_letters = false;
    for (const LineRef& ref : block.lines) {
      for (const std::uint32_t word : line(ref).words) {
        const PdfPage& page = source_.pages[ref.page];
        bytes += page.words[word].text_length + 1;
        has_letters |= holds_letter(page.text_of(page.words[word]));
      }
    }
    return has_letters && bytes <= (larger ? kMostBytes : kMostBytes / 2) &&
           (block.size > 1.4F * body_size_ || is_numbered(block) || !ends_in_stop(block));
  }

  static bool holds_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (is_letter(next_code_point(text, at))) return true;
    }
    return false;
  }

  bool starts_with_sign(const PdfBlock& block) const {
    const LineRef ref = block.lines.front();
    const LineStart start = line_start(word(ref, line(ref).words.front()));
    return start == LineStart::kBullet || start == LineStart::kWeakBullet;
  }

  // "§ 1308.11 Schedule I."
  bool is_numbered(const PdfBlock& block) const {
    const LineRef ref = block.lines.front();
    const std::string_view first = word(ref, line(ref).words.front());
    return first.rfind("§", 0) == 0 || first.rfind("제", 0) == 0 ||
           line_start(first) == LineStart::kNumber;
  }

  bool ends_in_stop(const PdfBlock& block) const {
    const LineRef ref = block.lines.back();
    const std::string_view last = word(ref, line(ref).words.back());
    return !last.empty() && (last.back() == '.' || last.back() == ',' || last.back() == ';') &&
           line(ref).words.size() > 1;
  }

  const PdfLine& line(LineRef ref) const { return layouts_[ref.page].lines[ref.line]; }
  std::string_view word(LineRef ref, std::uint32_t index) const {
    return source_.pages[ref.page].text_of(source_.pages[ref.page].words[index]);
  }

  const PdfSource& source_;
  const std::vector<PageLayout>& layouts_;
  float body_size_;
};

}  // namespace

float body_size_of(const PdfSource& source, const std::vector<PageLayout>& layouts) {
  std::map<long, std::size_t> letters;  // by quarters of a point
  for (std::size_t i = 0; i < layouts.size(); ++i) {
    for (const PdfLine& line : layouts[i].lines) {
      std::size_t count = 0;
      for (const std::uint32_t word : line.words) count += source.pages[i].words[word].text_length;
      letters[std::lround(4 * line.size)] += count;
    }
  }
  const auto most =
      std::max_element(letters.begin(), letters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 10 : static_cast<float>(most->first) / 4;
}

void tell_headings(const PdfSource& source, const std::vector<PageLayout>& layouts, float body_size,
                   PageFlow& flow) {
  HeadingTeller(source, layouts, body_size).tell(flow);
}

}  // namespace ibid
