// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/page_flow.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "corpus/pdf/line_start.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Kind = ExtractedBlock::Kind;

bool alike(float a, float b) { return std::abs(a - b) <= 0.08F * std::max(a, b); }

bool is_decimal(std::string_view word) {
  const std::size_t dot = word.find('.');
  return dot > 0 && dot + 1 < word.size() &&
         word.find_first_not_of("0123456789.") == std::string_view::npos;
}

class FlowMaker {
 public:
  FlowMaker(const PdfSource& source, const std::vector<PageLayout>& layouts)
      : source_(source), layouts_(layouts) {}

  PageFlow make() {
    body_size_ = body_size_of(source_, layouts_);
    std::size_t lines = 0, mono = 0;
    for (const PageLayout& layout : layouts_) {
      lines += layout.lines.size();
      for (const PdfLine& line : layout.lines) mono += line.mono;
    }
    typewritten_ = 2 * mono > lines;
    for (page_ = 0; page_ < layouts_.size(); ++page_) {
      rows_ = tell_rows(page(), layout());
      for (std::size_t begin = 0; begin < layout().lines.size();) {
        std::size_t end = begin + 1;
        while (end < layout().lines.size() && line(end).region == line(begin).region) ++end;
        add_region(begin, end);
        begin = end;
      }
    }
    tell_headings(source_, layouts_, body_size_, flow_);
    tell_notes(source_, layouts_, body_size_, flow_);
    return std::move(flow_);
  }

 private:
  const PdfPage& page() const { return source_.pages[page_]; }
  const PageLayout& layout() const { return layouts_[page_]; }
  const PdfLine& line(std::size_t i) const { return layout().lines[i]; }
  std::string_view first_word(std::size_t i) const {
    return page().text_of(page().words[line(i).words.front()]);
  }

  void add_region(std::size_t begin, std::size_t end) {
    find_pitches(begin, end);
    for (std::size_t i = begin; i < end; ++i) {
      const auto rows = std::find_if(rows_.begin(), rows_.end(),
                                     [i](const RowRange& range) { return range.begin == i; });
      if (rows != rows_.end()) {
        add_rows(*rows);
        i = rows->end - 1;
        continue;
      }
      if (i == begin || i == stack_end_) find_stack(i, end);
      if (i == begin ? !goes_on_from_last_region(i)
                     : current().kind == Kind::kRow || breaks_before(i)) {
        open_block(i);
      }
      current().lines.push_back(ref(i));
      current().bold &= line(i).bold;
    }
  }

  PdfBlock& current() { return flow_.blocks[current_]; }
  const PdfBlock& current() const { return flow_.blocks[current_]; }

  bool is_code(std::size_t i) const { return line(i).mono && !typewritten_; }

  LineRef ref(std::size_t i) const {
    return {static_cast<std::uint32_t>(page_), static_cast<std::uint32_t>(i)};
  }

  void open_block(std::size_t i) {
    PdfBlock block;
    block.size = line(i).size;
    block.bold = true;
    if (line_start(first_word(i)) != LineStart::kText && line(i).words.size() > 1) {
      block.kind = Kind::kItem;
      block.level = 1;
    }
    const PdfWord& first = page().words[line(i).words.front()];
    if (source_.fonts[first.font].dingbats && line(i).words.size() > 1) {
      block.kind = Kind::kItem;
      block.level = 1;
    }
    if (is_code(i)) {
      block.kind = Kind::kCode;
      block.level = 0;
    }
    if (line(i).turned != layout().lines.front().turned) block.kind = Kind::kBox;
    current_ = flow_.blocks.size();
    flow_.blocks.push_back(std::move(block));
  }

  void add_rows(const RowRange& rows) {
    const auto first = static_cast<std::uint32_t>(flow_.blocks.size());
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
      open_block(i);
      current().kind = Kind::kRow;
      current().level = 0;
      current().lines.push_back(ref(i));
      if (rows.has_header && i > rows.begin) current().header = first;
    }
  }

  // From the foot of a line to that of the next one, usually, by size.
  void find_pitches(std::size_t begin, std::size_t end) {
    std::map<long, std::vector<float>> steps;
    for (std::size_t i = begin + 1; i < end; ++i) {
      const float step = line(i).foot - line(i - 1).foot;
      if (alike(line(i).size, line(i - 1).size) && step > 0.5F * line(i).size &&
          step < 2.5F * line(i).size) {
        steps[std::lround(line(i).size)].push_back(step);
      }
    }
    pitches_.clear();
    for (auto& [size, values] : steps) {
      if (values.size() < 2) continue;
      // Lines of paragraphs are nearer than paragraphs: the lower third.
      std::sort(values.begin(), values.end());
      pitches_[size] = std::max(values[values.size() / 3], 0.9F * static_cast<float>(size));
    }
  }

  float pitch_of(float size) const {
    const auto found = pitches_.find(std::lround(size));
    return found == pitches_.end() ? 1.35F * size : found->second;
  }

  float step_to(std::size_t i) const { return line(i).foot - line(i - 1).foot; }

  bool is_next_line(std::size_t i) const {
    return i < layout().lines.size() && line(i).region == line(i - 1).region &&
           alike(line(i).size, line(i - 1).size);
  }

  // Compared with the lines beside it: a page has paragraphs, tables and notes of several pitches.
  bool far_apart(std::size_t i, bool has_line_before) const {
    const float step = step_to(i), slack = 0.05F * line(i).size;
    if (step < 0 || step > 2.4F * line(i).size) return true;
    if (has_line_before) return step > 1.2F * step_to(i - 1) + slack;
    if (is_next_line(i + 1) && step_to(i + 1) > 0.8F * line(i).size) {
      return step > 1.2F * step_to(i + 1) + slack;
    }
    return step > 1.27F * std::max(pitch_of(line(i).size), 1.2F * line(i).size);
  }

  // The lines from `begin` on that stand close together, in one size.
  void find_stack(std::size_t begin, std::size_t end) {
    stack_end_ = begin + 1;
    stack_ = line(begin).box;
    while (stack_end_ < end && alike(line(stack_end_).size, line(begin).size)) {
      if (far_apart(stack_end_, stack_end_ > begin + 1)) break;
      stack_.include(line(stack_end_).box);
      ++stack_end_;
    }
    if (line(begin).size > 1.1F * body_size_) stack_.include(line(begin).column);
  }

  // True if the next line's first word would have found a place in the line.
  bool is_short(std::size_t i, float edge) const {
    const PdfLine& next = line(i + 1);
    float word = 0;
    const PdfBox first = upright(page(), page().words[next.words.front()]);
    word = first.width();
    // What hangs together with it.
    for (std::size_t w = 1; w < next.words.size(); ++w) {
      if (page().words[next.words[w - 1]].space_after) break;
      const PdfBox box = upright(page(), page().words[next.words[w]]);
      if (box.left - (next.box.left + word) > 0.15F * next.size) break;
      word = box.right - next.box.left;
    }
    return line(i).box.right + word + 0.8F * line(i).size < edge;
  }

  bool is_centred(std::size_t i) const {
    const PdfBox &a = line(i - 1).box, &b = line(i).box;
    return std::abs(a.left + a.right - b.left - b.right) < 2 &&
           std::abs(a.left - b.left) > line(i).size;
  }

  bool ends_sentence_at(std::size_t i) const {
    return ends_sentence(page().text_of(page().words[line(i).words.back()]));
  }

  bool begins_item(std::size_t i, bool is_short_before) const {
    if (line(i).words.size() < 2) return false;
    if (source_.fonts[page().words[line(i).words.front()].font].dingbats) return true;
    const LineStart start = line_start(first_word(i));
    if (start == LineStart::kText) {  // "1308.12 Schedule II." below "1308.11 Schedule I."
      return ends_sentence_at(i - 1) && is_decimal(first_word(i)) && is_decimal(first_word(i - 1));
    }
    if (start == LineStart::kBullet || is_short_before || ends_sentence_at(i - 1)) return true;
    const PdfBlock& block = current();
    const LineRef head = block.lines.front();
    return block.kind == Kind::kItem && head.page == page_ &&
           std::abs(line(head.line).box.left - line(i).box.left) < 2;
  }

  bool breaks_before(std::size_t i) const {
    const PdfLine &before = line(i - 1), &next = line(i);
    if (!alike(before.size, next.size) || before.turned != next.turned) return true;
    const std::vector<LineRef>& lines = current().lines;
    const bool has_line_before = lines.size() > 1 && lines[lines.size() - 2].page == page_ &&
                                 lines[lines.size() - 2].line + 2 == i &&
                                 line(i - 2).region == next.region;
    if (far_apart(i, has_line_before)) return true;
    if (is_code(i - 1) || is_code(i)) {  // a word of code may fill the last line of a paragraph
      if (is_code(i - 1) != is_code(i))
        return current().kind == Kind::kCode || next.words.size() > 1;
      return false;
    }
    if (is_raised(page(), next, next.words.front()) && next.words.size() > 1 &&
        next.size < 0.95F * body_size_) {
      return true;  // the mark of a note
    }
    const bool is_large = next.size > 1.1F * body_size_;
    if (is_large && is_centred(i)) return false;
    if (has_leader(i - 1)) return true;
    const bool goes_on = in_word(i);
    const bool short_before = !goes_on && is_short(i - 1, stack_.right);
    if (begins_item(i, short_before)) return true;
    if (before.bold != next.bold &&
        (short_before || ends_sentence_at(i - 1) || (current().bold && before.bold))) {
      return true;
    }
    return short_before || (!goes_on && is_indented_anew(i));
  }

  // The line ends in a hyphen, or the next one begins in the middle of a sentence.
  bool in_word(std::size_t i) const {
    const std::string_view last = page().text_of(page().words[line(i - 1).words.back()]);
    std::size_t at = 0;
    const std::string_view first = first_word(i);
    return is_lower(next_code_point(first, at)) && at < first.size() && !ends_sentence(last);
  }

  // "Morphine ........ 9300", "Introduction . . . . . 3"
  bool has_leader(std::size_t i) const {
    std::size_t dots = 0;
    for (const std::uint32_t word : line(i).words) {
      const std::string_view text = page().text_of(page().words[word]);
      dots = text == "." ? dots + 1 : text.find("......") != std::string_view::npos ? 5 : dots;
    }
    return dots >= 5;
  }

  bool is_indented_anew(std::size_t i) const {
    const PdfBlock& block = current();
    const float step = 0.7F * line(i).size;
    const float left = line(i).box.left;
    const bool same_page = block.lines.front().page == page_;
    if (block.lines.size() == 1 && same_page) {
      // The second line may hang or stand out; after a sentence, it is a paragraph of its own.
      if (left <= line(i - 1).box.left + step) return false;
      return block.kind != Kind::kItem && ends_sentence_at(i - 1);
    }
    const float usual = line(i - 1).box.left;
    if (left < usual - step && block.kind == Kind::kItem) return true;
    return std::abs(left - usual) > step && ends_sentence_at(i - 1);
  }

  // Makes the block that the first line of another column or page goes on with the current one.
  bool goes_on_from_last_region(std::size_t i) {
    constexpr std::size_t kMostNotes = 30;
    std::size_t block = flow_.blocks.size();
    for (std::size_t back = 0; block > 0 && back < kMostNotes; ++back) {
      --block;
      // Notes stand between the parts of a paragraph.
      const bool is_small = flow_.blocks[block].size < 0.95F * line(i).size;
      if (!is_small && flow_.blocks[block].kind != Kind::kBox) {
        if (!goes_on(flow_.blocks[block], i)) return false;
        current_ = block;
        return true;
      }
    }
    return false;
  }

  bool goes_on(const PdfBlock& block, std::size_t i) const {
    if (block.kind == Kind::kRow || block.kind == Kind::kCode || is_code(i)) return false;
    const LineRef last = block.lines.back();
    if (last.page + 1 < page_) return false;
    const PdfPage& before_page = source_.pages[last.page];
    const PdfLine& before = layouts_[last.page].lines[last.line];
    const PdfLine& next = line(i);
    if (!alike(before.size, next.size) || before.turned != next.turned) return false;
    if (before.bold != next.bold || before.size > 1.1F * body_size_) return false;
    if (block.bold && block.lines.size() < 3) return false;
    const std::string_view end = before_page.text_of(before_page.words[before.words.back()]);
    if (ends_sentence(end) || line_start(first_word(i)) != LineStart::kText) return false;
    if (source_.fonts[page().words[next.words.front()].font].dingbats) return false;
    // The line is full, or nearly, in the middle of a sentence.
    const float room = before.column.right - before.box.right;
    const PdfBox word = upright(page(), page().words[next.words.front()]);
    std::size_t at = 0;
    const std::string_view first = first_word(i);
    const bool full = room <= word.width() + 0.8F * before.size ||
                      (is_lower(next_code_point(first, at)) && room < 0.3F * before.column.width());
    const bool at_foot = last.page < page_ || before.column.left != next.column.left;
    return full && at_foot && next.box.left < next.column.left + 3 * next.size;
  }

  const PdfSource& source_;
  const std::vector<PageLayout>& layouts_;
  PageFlow flow_;
  std::size_t page_ = 0;
  std::size_t current_ = 0;  // the block that is being filled
  std::vector<RowRange> rows_;
  float body_size_ = 10;
  bool typewritten_ = false;       // a font for code is the body's
  std::map<long, float> pitches_;  // of the region, by size
  PdfBox stack_;
  std::size_t stack_end_ = 0;
};

}  // namespace

bool is_raised(const PdfPage& page, const PdfLine& line, std::uint32_t word) {
  const PdfBox box = upright(page, page.words[word]);
  return page.words[word].size < 0.85F * line.size &&
         box.middle() < line.box.middle() - 0.05F * line.size;
}

bool is_lowered(const PdfPage& page, const PdfLine& line, std::uint32_t word) {
  return page.words[word].size < 0.85F * line.size &&
         upright(page, page.words[word]).bottom > line.foot + 0.03F * line.size;
}

PageFlow flow_of(const PdfSource& source, const std::vector<PageLayout>& layouts) {
  return FlowMaker(source, layouts).make();
}

}  // namespace ibid
