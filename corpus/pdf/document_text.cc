// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/document_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "corpus/extract/raised_number.h"
#include "corpus/pdf/line_ends.h"
#include "corpus/pdf/line_start.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Kind = ExtractedBlock::Kind;
using Join = LineEnd::Join;

class DocumentWriter {
 public:
  DocumentWriter(const PdfSource& source, const std::vector<PageFrame>& frames,
                 const std::vector<PageLayout>& layouts, const PageFlow& flow, ExtractBuilder& out)
      : source_(source),
        frames_(frames),
        layouts_(layouts),
        flow_(flow),
        ends_(source, layouts, flow),
        out_(out),
        written_(flow.blocks.size(), ExtractedBlock::kNone) {}

  void write() {
    for (std::size_t i = 0; i < flow_.blocks.size(); ++i) {
      if (flow_.blocks[i].kind == Kind::kNote) continue;
      write_block(i);
      for (const std::uint32_t note : flow_.blocks[i].notes) {
        if (written_[note] == ExtractedBlock::kNone) write_block(note);
      }
    }
    leave_out_frames(source_.pages.size());
    for (const auto& [mark, block] : marks_) out_.file().marks[mark].note = written_[block];
  }

 private:
  const PdfLine& line(LineRef ref) const { return layouts_[ref.page].lines[ref.line]; }
  const PdfPage& page(LineRef ref) const { return source_.pages[ref.page]; }
  std::string_view text(LineRef ref, std::size_t i) const {
    return page(ref).text_of(page(ref).words[line(ref).words[i]]);
  }

  void write_block(std::size_t index) {
    const PdfBlock& block = flow_.blocks[index];
    leave_out_frames(block.lines.front().page + 1);
    std::string label = block.note_label;
    skipped_ = label.empty() ? 0 : 1;
    const PdfPage& first_page = page(block.lines.front());
    const std::uint32_t first = line(block.lines.front()).words.front();
    if (block.kind == Kind::kItem && source_.fonts[first_page.words[first].font].dingbats) {
      label = dingbat(first_page.text_of(first_page.words[first]));
      skipped_ = 1;
    }
    out_.begin_block(block.kind, block.level, std::move(label));
    if (block.header != ExtractedBlock::kNone) out_.block().header = written_[block.header];
    tokens_ = tokens_of(first_page, line(block.lines.front()));
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      std::vector<LineToken> next;
      LineEnd end;
      if (i + 1 < block.lines.size()) {
        const LineRef& ref = block.lines[i + 1];
        next = tokens_of(page(ref), line(ref));
        if (block.kind != Kind::kCode) end = end_of(block, i, next);
      }
      write_line(block, i, end.join == Join::kDropHyphen);
      if (end.uncertain) out_.add_joint();
      if (!next.empty() && end.join == Join::kSpace) {
        out_.add_unplaced(block.kind == Kind::kCode ? "\n" : " ");
      }
      tokens_ = std::move(next);
      skipped_ = 0;
    }
    written_[index] = out_.end_block();
  }

  LineEnd end_of(const PdfBlock& block, std::size_t i, const std::vector<LineToken>& next) const {
    LineEnds::Place place;
    if (tokens_.size() > 1) place.before_last = tokens_[tokens_.size() - 2].text;
    place.last = tokens_.back().text;
    place.first = next.front().text;
    // The lines beside it tell where lines may end; those of another column do not.
    const PdfLine& here = line(block.lines[i]);
    float edge = here.box.right;
    for (std::size_t j = i - std::min<std::size_t>(i, 3); j < std::min(i + 4, block.lines.size());
         ++j) {
      const PdfLine& other = line(block.lines[j]);
      if (block.lines[j].page == block.lines[i].page && other.region == here.region) {
        edge = std::max(edge, other.box.right);
      }
    }
    place.room = (edge - here.box.right) / std::max(here.size, 1.0F);
    return ends_.between(place);
  }

  void write_line(const PdfBlock& block, std::size_t index, bool drop_hyphen) {
    const LineRef ref = block.lines[index];
    const bool in_block = index > 0;
    if (in_block) leave_out_frames(ref.page + 1);
    std::vector<std::size_t> cells;
    if (block.kind == Kind::kRow) cells = cells_of(page(ref), line(ref));
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
      const std::string_view sign = sign_before(ref, tokens_[t].begin);
      if (t > 0 && sign.empty()) {
        const bool is_cell = std::find(cells.begin(), cells.end(), tokens_[t].begin) != cells.end();
        out_.add_unplaced(is_cell ? "\t" : " ");
      }
      for (std::size_t w = tokens_[t].begin; w < tokens_[t].end; ++w) {
        const bool at_end = w + 1 == line(ref).words.size();
        if (w < skipped_) continue;
        out_.add_unplaced(sign_before(ref, w));
        write_word(ref, w, drop_hyphen && at_end);
      }
    }
  }

  // What belongs before a raised or lowered number right behind a digit, as in the other formats:
  // without it 10² would be read as 102.
  std::string_view sign_before(LineRef ref, std::size_t w) const {
    if (w == 0 || w <= skipped_ || is_mark(ref, w) || is_mark(ref, w - 1)) return {};
    if (!is_ascii_digit(text(ref, w - 1).back())) return {};
    const std::vector<std::uint32_t>& words = line(ref).words;
    const bool raised = is_raised(page(ref), line(ref), words[w]);
    if (!raised && !is_lowered(page(ref), line(ref), words[w])) return {};
    const PdfBox before = upright(page(ref), page(ref).words[words[w - 1]]);
    const PdfBox box = upright(page(ref), page(ref).words[words[w]]);
    if (box.left - before.right > 0.3F * line(ref).size) return {};
    // Both are of one number.
    if ((raised ? is_raised : is_lowered)(page(ref), line(ref), words[w - 1])) return {};
    const bool fraction = w + 1 < words.size() && is_fraction_slash(text(ref, w + 1));
    const TextHeight height = raised ? TextHeight::kRaised : TextHeight::kLowered;
    return sign_before_number(text(ref, w), height, fraction);
  }

  bool is_mark(LineRef ref, std::size_t w) const {
    return flow_.marks.count(PageFlow::mark_key(ref.page, line(ref).words[w])) > 0;
  }

  void write_word(LineRef ref, std::size_t w, bool drop_hyphen) {
    const std::uint32_t index = line(ref).words[w];
    const auto mark = flow_.marks.find(PageFlow::mark_key(ref.page, index));
    if (mark != flow_.marks.end()) {
      marks_.emplace_back(out_.file().marks.size(), mark->second);
      out_.add_mark(flow_.blocks[mark->second].note_label);
      return;
    }
    const PdfWord& word = page(ref).words[index];
    std::string shown(page(ref).text_of(word));
    if (source_.fonts[word.font].dingbats) shown = dingbat(shown);
    if (drop_hyphen) {
      std::size_t end = shown.size();
      previous_code_point(shown, end);
      shown.resize(end);
    }
    if (!shown.empty()) {
      out_.add(shown, ref.page, {word.box.left, word.box.top, word.box.width(), word.box.height()});
    }
  }

  // Of all pages before `end`.
  void leave_out_frames(std::size_t end) {
    for (; framed_ < std::min(end, frames_.size()); ++framed_) {
      const auto part = static_cast<std::uint32_t>(framed_);
      std::string lines;
      for (const std::string& line : frames_[framed_].lines) {
        if (!lines.empty()) lines += '\n';
        lines += line;
      }
      if (!lines.empty()) out_.leave_out(LeftOutText::Reason::kPageFrame, lines, part);
      if (const std::size_t glyphs = frames_[framed_].unreadable; glyphs > 0) {
        out_.leave_out(LeftOutText::Reason::kUnreadable,
                       std::to_string(glyphs) + " glyphs without a meaning", part);
      }
    }
  }

  const PdfSource& source_;
  const std::vector<PageFrame>& frames_;
  const std::vector<PageLayout>& layouts_;
  const PageFlow& flow_;
  LineEnds ends_;
  ExtractBuilder& out_;
  std::vector<std::uint32_t> written_;  // blocks of the text, by those of the flow
  std::vector<std::pair<std::size_t, std::uint32_t>> marks_;  // of the text, and their notes
  std::vector<LineToken> tokens_;                             // of the line that comes next
  std::size_t skipped_ = 0;  // words of that line that are the block's label
  std::size_t framed_ = 0;   // pages whose frames were left out
};

}  // namespace

void write_document(const PdfSource& source, const std::vector<PageFrame>& frames,
                    const std::vector<PageLayout>& layouts, const PageFlow& flow,
                    ExtractBuilder& out) {
  DocumentWriter(source, frames, layouts, flow, out).write();
}

}  // namespace ibid
