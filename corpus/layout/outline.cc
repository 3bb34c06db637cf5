// SPDX-License-Identifier: GPL-2.0-or-later
//
// See outline.h: lines of text -> blocks, in one pass with one line of look-ahead.
#include "corpus/layout/outline.h"

#include <algorithm>
#include <utility>

#include "corpus/dates/find_date.h"
#include "corpus/layout/form_furniture.h"
#include "corpus/layout/known_titles.h"
#include "corpus/layout/line_title.h"
#include "corpus/markdown/bare_lines.h"
#include "corpus/text/code_points.h"
#include "corpus/text/display_width.h"
#include "corpus/text/unmarked_text.h"

namespace ibid {
namespace {

constexpr std::uint32_t kTabStop = 4;  // columns, as in Markdown
constexpr std::size_t kMaxHashes = 6;  // deepest Markdown heading
// A numbered line as wide as this, with text right below it, begins a wrapped line.
constexpr std::size_t kWideLine = 72;  // columns

enum class Mark : std::uint8_t { kNone, kBullet, kMiddleDot, kHash };

struct Line {
  ByteRange content;         // without indentation, mark and white space at the end
  std::uint32_t indent = 0;  // columns before the mark
  std::uint32_t hashes = 0;
  Mark mark = Mark::kNone;
  bool after_blank = false;
  bool square = false;   // the bullet is one that also stands before headings
  bool begins = false;   // a block, as Markdown has it
  bool is_text = false;  // of Block::kText, or the rest of a title above signs
  ByteRange header;
};

// Bullets that need no space after them: text does not begin with one of these by chance.
bool is_bullet_sign(char32_t c) {
  static constexpr std::u32string_view kSigns = U"•▪▫‣◦●○■□∙⁃◆◇❍⦁➢";
  return kSigns.find(c) != std::u32string_view::npos;
}

// Signs that also have another meaning ("-5 degrees").
bool is_spaced_bullet_sign(char32_t c) {
  static constexpr std::u32string_view kSigns = U"-*+–—ㅇ";
  return kSigns.find(c) != std::u32string_view::npos;
}

// "---", "* * *", "=====": three or more of one sign and nothing else.
bool is_rule(std::string_view content) {
  static constexpr std::u32string_view kSigns = U"-=*_~─━═";
  char32_t sign = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < content.size();) {
    const char32_t c = next_code_point(content, at);
    if (is_space(c)) continue;
    if (count > 0 ? c != sign : kSigns.find(c) == std::u32string_view::npos) return false;
    sign = c;
    ++count;
  }
  return count >= 3;
}

// Reads the lines that are not empty, and whether an empty one comes before each.
class LineReader {
 public:
  LineReader(std::string_view text, std::size_t begin, const TextMarks* markdown)
      : text_(text), markdown_(markdown), at_(begin) {}

  std::optional<Line> next() {
    while (at_ < text_.size()) {
      const ByteRange whole = take_line();
      const bool form_feed = whole.end < text_.size() && text_[whole.end] == '\f';
      const std::string_view content = slice(text_, trim(text_, whole));
      const MarkedLine* noted = note_at(whole.begin);
      if (content.empty() || is_nothing(content, noted)) {
        blank_ = true;
        continue;
      }
      Line line = read_line(whole, noted);
      line.after_blank = blank_ || (is_extracted() && line.begins);
      blank_ = form_feed;
      if (!line.content.empty() || line.mark == Mark::kBullet) return line;
      blank_ = true;
    }
    return {};
  }

 private:
  ByteRange take_line() {
    const std::size_t begin = at_;
    const std::size_t end = std::min(text_.find_first_of("\n\r\f", begin), text_.size());
    at_ = end + 1;
    if (end + 1 < text_.size() && text_[end] == '\r' && text_[end + 1] == '\n') ++at_;
    return {begin, end};
  }

  // What Markdown says of the line that begins at `begin`. Ask in order.
  const MarkedLine* note_at(std::size_t begin) {
    if (markdown_ == nullptr) return nullptr;
    const auto& notes = markdown_->lines;
    while (note_ < notes.size() && notes[note_].begin < begin) ++note_;
    return note_ < notes.size() && notes[note_].begin == begin ? &notes[note_] : nullptr;
  }

  bool is_nothing(std::string_view content, const MarkedLine* noted) const {
    if (noted == nullptr) {
      return is_rule(content) || (is_markdown() && is_bare_sign(content));
    }
    if (noted->kind == MarkedLine::Kind::kNothing) return true;
    return noted->kind == MarkedLine::Kind::kText ? noted->content.empty() : is_rule(content);
  }

  Line read_line(ByteRange whole, const MarkedLine* noted) const {
    Line line;
    line.content = trim(text_, whole);
    for (std::size_t at = whole.begin; at < line.content.begin;) {
      const bool tab = next_code_point(text_, at) == U'\t';
      line.indent += tab ? kTabStop - line.indent % kTabStop : 1;
    }
    if (noted != nullptr) {
      read_note(*noted, whole, line);
    } else {
      read_mark(line);
      line.begins = is_markdown() && is_definition(slice(text_, line.content));
    }
    return line;
  }

  void read_note(const MarkedLine& noted, ByteRange whole, Line& line) const {
    line.begins = noted.begins;
    line.header = noted.header;
    line.is_text = noted.kind == MarkedLine::Kind::kText;
    if (noted.kind == MarkedLine::Kind::kHeading) {
      if (is_markdown() && text_[line.content.begin] == '#') return read_hash(line);
      if (is_extracted() || is_title_above_dashes(noted, line)) {
        line.mark = Mark::kHash;
        line.hashes = noted.level;
      }
      return;
    }
    if (!line.is_text) read_mark(line);
    // Where the file says what its headings are, a paragraph is none, whatever it begins with.
    line.is_text = line.is_text || (is_extracted() && !markdown_->finds_titles &&
                                    line.mark == Mark::kNone && !is_known_title(line));
    if (noted.content.empty()) return;
    line.content = {noted.content.begin, std::min(noted.content.end, whole.end)};
  }

  bool is_known_title(const Line& line) const {
    return is_known_heading(slice(text_, line.content));
  }

  // A sentence or a date above "---" is text above a rule, whatever Markdown makes of it.
  bool is_title_above_dashes(const MarkedLine& noted, const Line& line) const {
    const std::string_view title = slice(text_, line.content);
    if (noted.level == 1) return true;
    const FoundDate date = find_date_in(title);
    const bool dated = !date.iso.empty() && date.text.size() * 2 >= title.size();
    return !ends_like_sentence(title) && !dated;
  }

  void read_mark(Line& line) const {
    const std::string_view content = slice(text_, line.content);
    std::size_t after = 0;
    const char32_t sign = next_code_point(content, after);
    const std::size_t begin = skip_spaces(content, after);
    const bool spaced = begin > after;
    if (is_bullet_sign(sign) || (is_spaced_bullet_sign(sign) && spaced)) {
      line.mark = Mark::kBullet;
      line.square = sign == U'■' || sign == U'◆';
    } else if (sign == U'·') {
      line.mark = spaced ? Mark::kBullet : Mark::kMiddleDot;
    } else if (sign == U'#' && markdown_ == nullptr) {
      return read_hash(line);
    } else {
      const std::size_t rest = official_mark(content, sign, after);
      if (rest == 0) return;
      line.mark = Mark::kBullet;
      line.content.begin += rest;
      return;
    }
    if (line.mark == Mark::kBullet) line.content.begin += begin;
  }

  // Marks of Korean official papers: "※ 다만 …", "** 잠정치", "o 수출은 …". "※ 출처" alone is a
  // heading. Returns where the text behind the mark begins; 0: it is none.
  static std::size_t official_mark(std::string_view content, char32_t sign, std::size_t after) {
    if (sign == U'*') {
      while (after < content.size() && content[after] == '*') ++after;
    } else if (sign != U'※' && sign != U'o') {
      return 0;
    }
    const std::size_t begin = skip_spaces(content, after);
    if (begin == content.size() || (begin == after && sign != U'※')) return 0;
    const std::string_view rest = content.substr(begin);
    if (sign == U'※') return is_known_heading(rest) ? 0 : begin;
    std::size_t at = 0;
    return sign == U'*' || is_hangul(next_code_point(rest, at)) ? begin : 0;
  }

  // "## Title ##": the closing signs are decoration. "#hashtag" is text.
  void read_hash(Line& line) const {
    const std::string_view content = slice(text_, line.content);
    const std::size_t hashes = std::min(content.find_first_not_of('#'), content.size());
    const std::size_t begin = skip_spaces(content, hashes);
    if (hashes > kMaxHashes || begin == hashes) return;
    std::size_t end = content.size();
    while (end > begin && content[end - 1] == '#') --end;
    const bool closed = end < content.size() && (end == begin || content[end - 1] == ' ');
    line.mark = Mark::kHash;
    line.hashes = static_cast<std::uint32_t>(hashes);
    line.content = trim(
        text_, {line.content.begin + begin, line.content.begin + (closed ? end : content.size())});
  }

  bool is_markdown() const {
    return markdown_ != nullptr && markdown_->origin == TextMarks::Origin::kMarkdown;
  }
  bool is_extracted() const {
    return markdown_ != nullptr && markdown_->origin == TextMarks::Origin::kExtracted;
  }

  std::string_view text_;
  const TextMarks* markdown_;
  std::size_t at_ = 0;
  std::size_t note_ = 0;  // of markdown_; all before it are passed
  bool blank_ = true;
};

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
      const Line line = *line_;
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
  std::optional<Block> add(Line line, const std::optional<Line>& following) {
    if (line.mark == Mark::kMiddleDot) settle_middle_dot(line);
    const bool numbered =
        line.mark == Mark::kNone && !line.is_text && stands_alone(line, following);
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
    last_is_closed_ = numbered || titled || line.mark == Mark::kHash;
    last_is_text_ = line.is_text || line.mark == Mark::kHash || (joins && last_is_text_);
    if (!following || following->after_blank) open_->before_blank = true;
    return before;
  }

  // Tells `titles_` of every line.
  bool is_titled(const Line& line, bool numbered, const std::optional<Line>& following) {
    if (line.mark == Mark::kHash) titles_.note_markup();
    if (numbered) {
      titles_.note_heading(parse_numbered_title(text_of(line)).title);
      return false;
    }
    if (line.mark == Mark::kBullet && line.square) {
      const bool titled = titles_.is_square_title(text_of(line), around(line, following));
      titled ? titles_.note_heading(text_of(line)) : titles_.note_other();
      return titled;
    }
    if (line.mark != Mark::kNone || line.is_text) {
      titles_.note_other();
      return false;
    }
    const LineTitles::Answer answer = titles_.take(text_of(line), around(line, following));
    if (answer != LineTitles::Answer::kIfOthers) return answer == LineTitles::Answer::kYes;
    if (!uses_titles()) return false;
    titles_.note_use();
    return true;
  }

  LineSurroundings around(const Line& line, const std::optional<Line>& following) const {
    LineSurroundings around;
    around.after_blank = line.after_blank;
    around.free = !goes_on(line) || (open_->kind == Block::Kind::kLine && !open_->lines.empty() &&
                                     ends_like_sentence(slice(text_, open_->lines.back())));
    around.last = !following;
    around.before_blank = !following || following->after_blank;
    around.above_bullet = following && following->mark == Mark::kBullet;
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
    std::optional<Line> line = lines.next();
    for (std::optional<Line> below; line && found < kLeast; line = below) {
      below = lines.next();
      if (line->mark != Mark::kNone || line->is_text) {
        titles.note_other();
      } else if (titles.take(text_of(*line), around(*line, below)) != LineTitles::Answer::kNo) {
        ++found;
      }
    }
    uses_titles_ = found >= kLeast;
    return *uses_titles_;
  }

  std::string_view text_of(const Line& line) const { return slice(text_, line.content); }

  // "·항목" is a bullet; "·중 관계" may be the rest of a wrapped line ("한·중"). Only a bullet
  // comes after a blank line or among other bullets of its kind.
  void settle_middle_dot(Line& line) const {
    const bool among_bullets =
        open_ && open_->kind == Block::Kind::kBullet && open_->depth == line.indent;
    if (!line.after_blank && !last_is_closed_ && !among_bullets) {
      line.mark = Mark::kNone;
      return;
    }
    line.mark = Mark::kBullet;
    line.content.begin += std::string_view("·").size();
  }

  // True if a line without a mark may join the block before it.
  bool goes_on(const Line& line) const {
    if (line.is_text) return open_ && !line.begins && !line.after_blank && last_is_text_;
    if (line.begins) return false;
    if (last_is_text_) return hangs_below_item(line);
    if (!open_ || last_is_closed_ || line.after_blank || line.mark != Mark::kNone) {
      return false;
    }
    const bool joins = open_->kind == Block::Kind::kLine || line.indent > open_->depth ||
                       (open_->depth == 0 && !bullet_is_heading(*open_));
    return joins && !begins_form(line);
  }

  // "붙임 …" right below a sentence, and what is below the page number "- 1 -".
  bool begins_form(const Line& line) const {
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
  bool hangs_below_item(const Line& line) const {
    return open_ && open_->kind == Block::Kind::kText && !line.after_blank &&
           line.mark == Mark::kNone && line.indent > open_->depth;
  }

  bool bullet_is_heading(const Block& open) const {
    return !open.lines.empty() && parse_numbered_title(slice(text_, open.lines.front())).found;
  }

  bool is_plain(const std::optional<Line>& following) const {
    return following && !following->after_blank && following->mark == Mark::kNone &&
           !parse_numbered_title(text_of(*following)).found;
  }

  bool starts_lower(const Line& line) const {
    std::size_t at = line.content.begin;
    return is_lower(next_code_point(text_, at));
  }

  // True for a numbered heading on a line of its own, as opposed to a wrapped line that happens to
  // begin with a number and a capital ("… on May / 16. The meeting …").
  bool stands_alone(const Line& line, const std::optional<Line>& following) const {
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

  static Block begin_block(const Line& line) {
    Block block;
    if (line.mark == Mark::kBullet) block.kind = Block::Kind::kBullet;
    if (line.mark == Mark::kHash) block.kind = Block::Kind::kHash;
    if (line.is_text) block.kind = Block::Kind::kText;
    block.header = line.header;
    block.depth = line.mark == Mark::kHash ? line.hashes : line.indent;
    if (!line.content.empty()) block.lines.push_back(line.content);
    block.after_blank = line.after_blank;
    return block;
  }

  std::string_view text_;
  std::size_t begin_;
  const TextMarks* markdown_;
  std::size_t sign_ = 0;  // of markdown_; all before it are passed
  LineReader lines_;
  std::optional<Line> line_;   // the next one
  std::optional<Block> open_;  // may continue
  bool last_is_closed_ = false;
  bool last_is_text_ = false;  // the next Line::is_text goes on with it
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
