// SPDX-License-Identifier: GPL-2.0-or-later
//
// See outline.h: lines of text -> blocks, in one pass with one line of look-ahead.
#include "corpus/layout/outline.h"

#include <algorithm>
#include <utility>

#include "corpus/layout/form_furniture.h"
#include "corpus/layout/line_reader.h"
#include "corpus/layout/line_title.h"
#include "corpus/text/code_points.h"
#include "corpus/text/display_width.h"
#include "corpus/text/unmarked_text.h"

namespace ibid {
namespace {

// A numbered line as wide as this, with text right below it, begins a wrapped line.
constexpr std::size_t kWideLine = 72;  // columns

}  // namespace

class BlockReader::Joiner {
 public:
  Joiner(std::string_view text, std::size_t begin, const TextMarks* markdown)
      : text_(text),
        begin_(begin),
        markdown_(markdown),
        lines_(text, begin, markdown),
        line_(lines_.next()) {}

  std::optional<Block> next() {
    std::optional<Block> block = next_block();
    if (block && markdown_ != nullptr) add_markup(*block);
    return block;
  }

 private:
  std::optional<Block> next_block() {
    while (line_) {
      const OutlineLine line = *line_;
      line_ = lines_.next();
      std::optional<Block> before = add(line, line_);
      if (before && !before->lines.empty()) return before;
    }
    std::optional<Block> last = std::exchange(open_, std::nullopt);
    if (last && last->lines.empty()) last.reset();
    return last;
  }

  void add_markup(Block& block) {
    const std::vector<ByteRange>& signs = markdown_->markup;
    for (const ByteRange& line : block.lines) {
      while (sign_ < signs.size() && signs[sign_].end <= line.begin) ++sign_;
      for (std::size_t i = sign_; i < signs.size() && signs[i].begin < line.end; ++i) {
        block.markup.push_back(
            {std::max(signs[i].begin, line.begin), std::min(signs[i].end, line.end)});
      }
    }
  }

  // Returns the block that `line` ends by beginning another one, if any.
  std::optional<Block> add(OutlineLine line, const std::optional<OutlineLine>& following) {
    if (line.mark == LineMark::kMiddleDot) settle_middle_dot(line);
    const bool numbered =
        line.mark == LineMark::kNone && !line.is_text && stands_alone(line, following);
    // Markdown says itself which other lines are headings.
    const bool finds_titles = markdown_ == nullptr || markdown_->finds_titles;
    const bool titled = finds_titles && is_titled(line, numbered, following);
    const bool joins = !numbered && !titled && goes_on(line);
    std::optional<Block> before;
    if (joins) {
      open_->lines.push_back(line.content);
    } else {
      before = std::exchange(open_, begin_block(line));
      open_->titled = titled;
      if (titled) open_->kind = Block::Kind::kLine;
    }
    last_is_closed_ = numbered || titled || line.mark == LineMark::kHash;
    last_is_text_ = line.is_text || line.mark == LineMark::kHash || (joins && last_is_text_);
    if (!following || following->after_blank) open_->before_blank = true;
    return before;
  }

  // Tells `titles_` of every line.
  bool is_titled(const OutlineLine& line, bool numbered,
                 const std::optional<OutlineLine>& following) {
    if (line.mark == LineMark::kHash) titles_.note_markup();
    if (numbered) {
      titles_.note_heading(parse_numbered_title(text_of(line)).title);
      return false;
    }
    if (line.mark == LineMark::kBullet && line.square) {
      const bool titled = titles_.is_square_title(text_of(line), around(line, following));
      titled ? titles_.note_heading(text_of(line)) : titles_.note_other();
      return titled;
    }
    if (line.mark != LineMark::kNone || line.is_text) {
      titles_.note_other();
      return false;
    }
    const LineTitles::Answer answer = titles_.take(text_of(line), around(line, following));
    if (answer != LineTitles::Answer::kIfOthers) return answer == LineTitles::Answer::kYes;
    if (!uses_titles()) return false;
    titles_.note_use();
    return true;
  }

  LineSurroundings around(const OutlineLine& line,
                          const std::optional<OutlineLine>& following) const {
    LineSurroundings around;
    around.after_blank = line.after_blank;
    around.free = !goes_on(line) || (open_->kind == Block::Kind::kLine && !open_->lines.empty() &&
                                     ends_like_sentence(slice(text_, open_->lines.back())));
    around.last = !following;
    around.before_blank = !following || following->after_blank;
    around.above_bullet = following && following->mark == LineMark::kBullet;
    if (following) around.following = text_of(*following);
    return around;
  }

  // Looks through the whole text, once, for short lines that stand as headings do.
  bool uses_titles() {
    if (uses_titles_) return *uses_titles_;
    constexpr int kLeast = 2;
    int found = 0;
    LineTitles titles;
    LineReader lines(text_, begin_, markdown_);
    std::optional<OutlineLine> line = lines.next();
    for (std::optional<OutlineLine> below; line && found < kLeast; line = below) {
      below = lines.next();
      if (line->mark != LineMark::kNone || line->is_text) {
        titles.note_other();
      } else if (titles.take(text_of(*line), around(*line, below)) != LineTitles::Answer::kNo) {
        ++found;
      }
    }
    uses_titles_ = found >= kLeast;
    return *uses_titles_;
  }

  std::string_view text_of(const OutlineLine& line) const { return slice(text_, line.content); }

  // "·항목" is a bullet; "·중 관계" may be the rest of a wrapped line ("한·중"). Only a bullet
  // comes after a blank line or among other bullets of its kind.
  void settle_middle_dot(OutlineLine& line) const {
    const bool among_bullets =
        open_ && open_->kind == Block::Kind::kBullet && open_->depth == line.indent;
    if (!line.after_blank && !last_is_closed_ && !among_bullets) {
      line.mark = LineMark::kNone;
      return;
    }
    line.mark = LineMark::kBullet;
    line.content.begin += std::string_view("·").size();
  }

  // True if a line without a mark may join the block before it.
  bool goes_on(const OutlineLine& line) const {
    if (line.is_text) return open_ && !line.begins && !line.after_blank && last_is_text_;
    if (line.begins) return false;
    if (last_is_text_) return hangs_below_item(line);
    if (!open_ || last_is_closed_ || line.after_blank || line.mark != LineMark::kNone) {
      return false;
    }
    const bool joins = open_->kind == Block::Kind::kLine || line.indent > open_->depth ||
                       (open_->depth == 0 && !bullet_is_heading(*open_));
    return joins && !begins_form(line);
  }

  // "붙임 …" right below a sentence, and what is below the page number "- 1 -".
  bool begins_form(const OutlineLine& line) const {
    if (open_->lines.empty()) return false;
    const std::string_view above = slice(text_, open_->lines.back());
    constexpr std::size_t kPageLine = 8;  // bytes
    if (above.size() <= kPageLine && above.ends_with('-') && is_ascii_digit(above.front())) {
      return true;
    }
    return ends_like_sentence(above) && begins_form_furniture(text_of(line));
  }

  // "1. Oil and / gas", as an item of Markdown: the only text that a line without a note may
  // follow.
  bool hangs_below_item(const OutlineLine& line) const {
    return open_ && open_->kind == Block::Kind::kText && !line.after_blank &&
           line.mark == LineMark::kNone && line.indent > open_->depth;
  }

  bool bullet_is_heading(const Block& open) const {
    return !open.lines.empty() && parse_numbered_title(slice(text_, open.lines.front())).found;
  }

  bool is_plain(const std::optional<OutlineLine>& following) const {
    return following && !following->after_blank && following->mark == LineMark::kNone &&
           !parse_numbered_title(text_of(*following)).found;
  }

  bool starts_lower(const OutlineLine& line) const {
    std::size_t at = line.content.begin;
    return is_lower(next_code_point(text_, at));
  }

  // True for a numbered heading on a line of its own, as opposed to a wrapped line that happens to
  // begin with a number and a capital ("… on May / 16. The meeting …").
  bool stands_alone(const OutlineLine& line, const std::optional<OutlineLine>& following) const {
    const NumberedTitle title = parse_numbered_title(text_of(line));
    if (!title.found) return false;
    if (!is_plain(following)) return true;
    if (starts_lower(*following)) return false;
    if (goes_on(line)) {
      return open_->lines.empty() || ends_like_sentence(slice(text_, open_->lines.back()));
    }
    const bool dotted = title.number.data()[title.number.size()] == '.';
    const bool deep = title.number.find_first_of("-.") != std::string_view::npos;
    return (dotted && deep) || display_width(text_of(line)) < kWideLine;
  }

  static Block begin_block(const OutlineLine& line) {
    Block block;
    if (line.mark == LineMark::kBullet) block.kind = Block::Kind::kBullet;
    if (line.mark == LineMark::kHash) block.kind = Block::Kind::kHash;
    if (line.is_text) block.kind = Block::Kind::kText;
    block.header = line.header;
    block.depth = line.mark == LineMark::kHash ? line.hashes : line.indent;
    if (!line.content.empty()) block.lines.push_back(line.content);
    block.after_blank = line.after_blank;
    return block;
  }

  std::string_view text_;
  std::size_t begin_;
  const TextMarks* markdown_;
  std::size_t sign_ = 0;  // of markdown_; all before it are passed
  LineReader lines_;
  std::optional<OutlineLine> line_;  // the next one
  std::optional<Block> open_;        // may continue
  bool last_is_closed_ = false;
  bool last_is_text_ = false;  // the next OutlineLine::is_text goes on with it
  LineTitles titles_;
  std::optional<bool> uses_titles_;  // not known yet
};

BlockReader::BlockReader(std::string_view text, std::size_t begin, const TextMarks* markdown)
    : joiner_(std::make_unique<Joiner>(text, begin, markdown)) {}

BlockReader::~BlockReader() = default;

std::optional<Block> BlockReader::next() { return joiner_->next(); }

std::string unmarked_line(std::string_view text, const Block& block, std::size_t line) {
  const ByteRange range = block.lines[line];
  if (block.markup.empty()) return std::string(slice(text, range));
  return unmarked(text, range, block.markup);
}

}  // namespace ibid
