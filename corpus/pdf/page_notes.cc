// SPDX-License-Identifier: GPL-2.0-or-later
//
// Small paragraphs at the foot of a page that begin with a mark are notes, if the mark stands
// raised in the text of the page. Others stay paragraphs.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "corpus/pdf/page_flow.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Kind = ExtractedBlock::Kind;

// "3" of "3", "3)", "(3)", "3."; "*", "†".
std::string mark_of(std::string_view word) {
  if (!word.empty() && word.front() == '(') word.remove_prefix(1);
  if (word.size() > 1 && (word.back() == ')' || word.back() == '.')) word.remove_suffix(1);
  if (word.empty() || word.size() > 9) return {};
  const bool digits =
      std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_digit(c); });
  if (digits) return word.size() <= 3 ? std::string(word) : std::string();
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (std::u32string_view(U"*†‡§¶").find(c) == std::u32string_view::npos) return {};
  }
  return std::string(word);
}

enum class After : std::uint8_t { kWord, kFigure };

class NoteTeller {
 public:
  NoteTeller(const PdfSource& source, const std::vector<PageLayout>& layouts, float body_size,
             PageFlow& flow)
      : source_(source), layouts_(layouts), body_size_(body_size), flow_(flow) {}

  void tell() {
    for (std::size_t begin = 0; begin < flow_.blocks.size();) {
      const std::uint32_t page = first_page(begin);
      std::size_t end = begin + 1;
      while (end < flow_.blocks.size() && first_page(end) == page) ++end;
      tell_page(page, begin, end);
      begin = end;
    }
  }

 private:
  std::uint32_t first_page(std::size_t block) const {
    return flow_.blocks[block].lines.front().page;
  }
  const PdfLine& line(LineRef ref) const { return layouts_[ref.page].lines[ref.line]; }
  std::string_view word(LineRef ref, std::uint32_t index) const {
    return source_.pages[ref.page].text_of(source_.pages[ref.page].words[index]);
  }

  void tell_page(std::uint32_t page, std::size_t begin, std::size_t end) {
    std::map<std::string, std::uint32_t> notes;
    for (std::size_t i = begin; i < end; ++i) {
      PdfBlock& block = flow_.blocks[i];
      if (block.kind != Kind::kParagraph && block.kind != Kind::kItem) continue;
      const LineRef head = block.lines.front();
      if (block.size > 0.95F * body_size_ || line(head).words.size() < 2) continue;
      const std::string mark = mark_of(word(head, line(head).words.front()));
      if (mark.empty() || has_body_below(page, head)) continue;
      notes.emplace(mark, static_cast<std::uint32_t>(i));
    }
    // A paragraph from the page before can hold marks of this page. A number behind a number may be
    // an exponent: those only for notes without another mark.
    constexpr std::size_t kLookBack = 30;
    for (const After after : {After::kWord, After::kFigure}) {
      for (std::size_t i = begin - std::min(begin, kLookBack); i < end && !notes.empty(); ++i) {
        link_marks(page, i, after, notes);
      }
    }
  }

  // Text of the body's size further down in the same part of the page.
  bool has_body_below(std::uint32_t page, LineRef from) const {
    const std::vector<PdfLine>& lines = layouts_[page].lines;
    for (std::size_t i = from.line + 1;
         i < lines.size() && lines[i].region == lines[from.line].region; ++i) {
      if (lines[i].size > 0.95F * body_size_) return true;
    }
    return false;
  }

  // What a mark belongs to; nothing where it lies on its neighbours, as in a fraction.
  std::optional<After> place_of_mark(LineRef ref, std::size_t i) const {
    const PdfPage& page = source_.pages[ref.page];
    const std::vector<std::uint32_t>& words = line(ref).words;
    const float slack = 0.25F * line(ref).size;
    const PdfBox mark = upright(page, page.words[words[i]]);
    const PdfBox before = upright(page, page.words[words[i - 1]]);
    if (mark.left < before.right - slack) return {};
    if (i + 1 < words.size() && upright(page, page.words[words[i + 1]]).left < mark.right - slack) {
      return {};
    }
    const std::string_view text = word(ref, words[i - 1]);
    static constexpr std::array<std::string_view, 6> kUnits{"m", "km", "cm", "mm", "㎞", "x"};
    const bool unit = std::find(kUnits.begin(), kUnits.end(), text) != kUnits.end();
    return unit || is_ascii_digit(text.back()) ? After::kFigure : After::kWord;
  }

  void link_marks(std::uint32_t page, std::size_t index, After after,
                  std::map<std::string, std::uint32_t>& notes) {
    PdfBlock& block = flow_.blocks[index];
    if (block.kind == Kind::kNote) return;
    for (const LineRef& ref : block.lines) {
      if (ref.page != page || (line(ref).size <= 0.95F * body_size_ && index >= 1 &&
                               notes.count(mark_of(word(ref, line(ref).words.front()))) > 0)) {
        continue;
      }
      for (std::size_t i = 1; i < line(ref).words.size(); ++i) {
        const std::uint32_t mark = line(ref).words[i];
        if (!is_raised(source_.pages[page], line(ref), mark)) continue;
        const auto note = notes.find(mark_of(word(ref, mark)));
        if (note == notes.end() || note->second == index) continue;
        if (place_of_mark(ref, i) != after) continue;
        PdfBlock& noted = flow_.blocks[note->second];
        noted.kind = Kind::kNote;
        noted.level = 0;
        noted.note_label = note->first;
        flow_.marks[PageFlow::mark_key(page, mark)] = note->second;
        block.notes.push_back(note->second);
        notes.erase(note);
      }
    }
  }

  const PdfSource& source_;
  const std::vector<PageLayout>& layouts_;
  float body_size_;
  PageFlow& flow_;
};

}  // namespace

void tell_notes(const PdfSource& source, const std::vector<PageLayout>& layouts, float body_size,
                PageFlow& flow) {
  NoteTeller(source, layouts, body_size, flow).tell();
}

}  // namespace ibid
