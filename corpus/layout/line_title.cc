// SPDX-License-Identifier: GPL-2.0-or-later
//
// See line_title.h.
#include "corpus/layout/line_title.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/dates/find_date.h"
#include "corpus/layout/head_fields.h"
#include "corpus/layout/known_titles.h"
#include "corpus/layout/masthead.h"
#include "corpus/layout/outline.h"
#include "corpus/report/source_id.h"
#include "corpus/text/code_points.h"
#include "corpus/text/display_width.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kCaptionWords = std::to_array<std::string_view>({
#include "corpus/word_lists/caption_words.inc"
});

constexpr std::array kPlainHeadings = std::to_array<std::string_view>({
#include "corpus/word_lists/plain_headings.inc"
});

// Sentences of Korean that have lost their full stop, or never had one.
constexpr std::array kSentenceEndings = std::to_array<std::string_view>(
    {"니다", "습니까", "했다", "였다", "이다", "한다", "된다", "됐다", "세요"});

constexpr std::size_t kMaxTitleBytes = 200;
constexpr std::size_t kMaxTitleWidth = 72;  // columns; a wider line is a line of text
constexpr std::size_t kTextWidth = 48;      // columns; a line that wide is no title's neighbour
constexpr std::size_t kMaxSignDigits = 2;

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  return end - at;
}

// "제1장", "제 2 절"
std::size_t chapter_size(std::string_view line) {
  if (!line.starts_with("제")) return 0;
  std::size_t at = skip_spaces(line, std::string_view("제").size());
  const std::size_t digits = digits_at(line, at);
  if (digits == 0 || digits > kMaxSignDigits) return 0;
  at = skip_spaces(line, at + digits);
  for (const std::string_view unit : {"장", "절", "편", "부"}) {
    if (!line.substr(at).starts_with(unit)) continue;
    at += unit.size();
    if (at < line.size() && (line[at] == '.' || line[at] == ':')) ++at;
    return at < line.size() && skip_spaces(line, at) == at ? 0 : at;
  }
  return 0;
}

// "Chapter 3. ", "Part II: "
std::size_t english_chapter_size(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || space > 7) return 0;
  const std::string word = ascii_lower(line.substr(0, space));
  if (word != "chapter" && word != "part") return 0;
  std::size_t at = line.find_first_not_of("0123456789IVX", space + 1);
  if (at == std::string_view::npos || at == space + 1) return 0;
  return line[at] == '.' || line[at] == ':' ? at + 1 : 0;
}

// "Ⅱ.", "Ⅱ ", "II."
std::size_t roman_size(std::string_view line) {
  std::size_t at = 0;
  const char32_t first = next_code_point(line, at);
  if (first >= U'Ⅰ' && first <= U'Ⅻ') {
    if (at < line.size() && line[at] == '.') return at + 1;
    return skip_spaces(line, at) > at ? at : 0;
  }
  at = std::min(line.find_first_not_of("IVX"), line.size());
  constexpr std::size_t kLongest = 5;  // "XVIII"
  return at > 0 && at <= kLongest && at < line.size() && line[at] == '.' ? at + 1 : 0;
}

std::size_t parenthesis_size(std::string_view line) {
  const std::size_t digits = digits_at(line, 0);
  if (digits == 0 || digits > kMaxSignDigits || digits == line.size()) return 0;
  return line[digits] == ')' ? digits + 1 : 0;
}

std::size_t bracket_size(std::string_view line) {
  if (!line.starts_with('(')) return 0;
  const std::size_t size = parenthesis_size(line.substr(1));
  return size == 0 ? 0 : size + 1;
}

std::size_t circled_size(std::string_view line) {
  std::size_t at = 0;
  const char32_t first = next_code_point(line, at);
  return first >= U'①' && first <= U'⑳' ? at : 0;
}

std::size_t hangul_size(std::string_view line) {
  static constexpr std::string_view kOrder = "가나다라마바사아자차카타파하";
  std::size_t at = 0;
  if (line.empty() || next_code_point(line, at) < 0x80) return 0;
  if (kOrder.find(line.substr(0, at)) == std::string_view::npos) return 0;
  return at < line.size() && line[at] == '.' ? at + 1 : 0;
}

// "A. Title", but no initials.
std::size_t letter_size(std::string_view line) {
  constexpr std::string_view kInitials = "A. B.";
  if (line.size() <= kInitials.size() || line[0] < 'A' || line[0] > 'Z') return 0;
  return line[1] == '.' && line[2] == ' ' && line[4] != '.' ? 2 : 0;
}

// "History[edit]"
SignedTitle edit_title(std::string_view line) {
  for (const std::string_view link : {"[edit]", "[편집]"}) {
    if (line.ends_with(link)) {
      const std::string_view title = trim(line.substr(0, line.size() - link.size()));
      if (!title.empty()) return {TitleSign::kEdit, title};
    }
  }
  return {};
}

SignedTitle angle_title(std::string_view line) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"<", ">"},
                                    {"〈", "〉"},
                                    {"《", "》"},
                                    {"【", "】"}}) {
    if (!line.starts_with(open) || !line.ends_with(close)) continue;
    const std::string_view title = trim(line.substr(open.size(), line.size() - 2 * open.size()));
    std::size_t at = 0;
    if (title.empty() || title.find_first_of("<>=/@:") != std::string_view::npos) return {};
    const char32_t first = next_code_point(title, at);
    if (!is_letter_or_digit(first) || is_lower(first)) return {};
    return {TitleSign::kAngle, title};
  }
  return {};
}

using SizeOf = std::size_t (*)(std::string_view);
constexpr std::array<std::pair<TitleSign, SizeOf>, 8> kSigns = {{
    {TitleSign::kChapter, chapter_size},
    {TitleSign::kChapter, english_chapter_size},
    {TitleSign::kRoman, roman_size},
    {TitleSign::kParenthesis, parenthesis_size},
    {TitleSign::kBracket, bracket_size},
    {TitleSign::kCircled, circled_size},
    {TitleSign::kHangul, hangul_size},
    {TitleSign::kLetter, letter_size},
}};

bool is_caption(std::string_view line) {
  const std::string small = ascii_lower(line.substr(0, 16));
  for (const std::string_view word : kCaptionWords) {
    if (!small.starts_with(word)) continue;
    if (word.ends_with(':')) return true;
    const std::string_view rest = trim(std::string_view(small).substr(word.size()));
    if (rest.empty() || rest.starts_with("：")) return !rest.empty();
    if (is_ascii_digit(rest.front()) || rest.front() == ':') return true;
  }
  return false;
}

// "… in Africa. Rats Eat": a full stop behind a word, not an abbreviation, and text after it.
bool has_sentence(std::string_view line) {
  constexpr std::size_t kLeast = 4;  // letters of a word that is hardly an abbreviation
  for (std::size_t at = line.find(". "); at != line.npos; at = line.find(". ", at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && line[begin - 1] >= 'a' && line[begin - 1] <= 'z') --begin;
    if (at - begin >= kLeast || (at >= 3 && line.substr(at - 3, 3) == "다")) return true;
  }
  return false;
}

// What no title of any kind is: a sentence, a row of a table, an address, a caption.
bool may_be_title(std::string_view line) {
  if (line.empty() || line.size() > kMaxTitleBytes) return false;
  if (std::string_view(",;|=").find(line.back()) != std::string_view::npos) return false;
  for (const std::string_view sign : {"://", "|", "  ", "\t", "@"}) {
    if (line.find(sign) != std::string_view::npos) return false;
  }
  return !ends_like_sentence(line) && !has_sentence(line) &&
         !ends_with_one_of(line, kSentenceEndings) && encyclopedia_of(line).empty() &&
         !is_caption(line) && display_width(line) <= kMaxTitleWidth;
}

struct Letters {
  std::size_t upper = 0, lower = 0, hangul = 0;
};

Letters count_letters(std::string_view line) {
  Letters letters;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (is_hangul(c)) {
      ++letters.hangul;
    } else if (is_letter(c)) {
      ++(is_lower(c) ? letters.lower : letters.upper);
    }
  }
  return letters;
}

bool is_capital_line(std::string_view line) {
  constexpr std::size_t kLeast = 4;  // letters; fewer are an abbreviation
  const Letters letters = count_letters(line);
  return letters.upper >= kLeast && letters.lower == 0 && letters.hangul == 0;
}

bool begins_like_title(std::string_view line) {
  static constexpr std::u32string_view kOpening = U"\"'“‘「『";
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (kOpening.find(c) == std::u32string_view::npos) return is_letter(c) && !is_lower(c);
  }
  return false;
}

bool reads_like_text(std::string_view line, bool bullet) {
  if (bullet || display_width(line.substr(0, kMaxTitleBytes)) >= kTextWidth) return true;
  return ends_like_sentence(line) && !is_date_alone(line);  // "2024. 9. 5."
}

// No list of sentences has such signs.
bool is_unmistakable(TitleSign sign) {
  return sign == TitleSign::kChapter || sign == TitleSign::kPart || sign == TitleSign::kRoman ||
         sign == TitleSign::kEdit;
}

}  // namespace

SignedTitle parse_signed_title(std::string_view line) {
  if (line.empty() || line.size() > kMaxTitleBytes) return {};
  for (const auto& [sign, size_of] : kSigns) {
    const std::size_t size = size_of(line);
    if (size == 0) continue;
    const std::string_view title = trim(line.substr(size));
    std::size_t at = 0;
    if (title.empty() || !is_letter_or_digit(next_code_point(title, at))) return {};
    const bool part = sign == TitleSign::kChapter && line.substr(0, size).find("절") != line.npos;
    return {part ? TitleSign::kPart : sign, title};
  }
  const SignedTitle angle = angle_title(line);
  return angle.sign == TitleSign::kNone ? edit_title(line) : angle;
}

void LineTitles::note_heading(std::string_view title) {
  list_ = TitleSign::kNone;
  headed_ = true;
  heading_ = title;
  ++lines_;
}

bool LineTitles::in_sources() const {
  return !heading_.empty() && kind_of_title(heading_) == PassageKind::kSource;
}

LineTitles::Answer LineTitles::take(std::string_view line, const LineSurroundings& around) {
  ++lines_;
  if (markup_) return Answer::kNo;
  const SignedTitle title = parse_signed_title(line);
  if (title.sign != TitleSign::kNone) {
    return take_signed(title, around) ? Answer::kYes : Answer::kNo;
  }
  list_ = TitleSign::kNone;
  if (around.after_blank && is_known_heading(line)) {
    headed_ = true;
    heading_ = line;
    return Answer::kNo;  // a heading on its own account
  }
  const Answer answer = unsigned_title(line, around);
  if (answer != Answer::kYes) return answer;
  headed_ = true;
  heading_ = {};
  return answer;
}

// The line before is an item of the same list. Items may be apart, but then all of them are.
bool LineTitles::is_item(TitleSign sign, const LineSurroundings& around) const {
  if (list_ != sign) return false;
  return !around.after_blank || (spread_ && !is_unmistakable(sign));
}

// An item of a list has one of its kind above or below it; a heading has text.
bool LineTitles::take_signed(const SignedTitle& title, const LineSurroundings& around) {
  const TitleSign sign = title.sign;
  const bool item = is_item(sign, around);
  const TitleSign next =
      around.above_bullet ? TitleSign::kNone : parse_signed_title(around.following).sign;
  const bool unmistakable =
      sign == TitleSign::kChapter || sign == TitleSign::kRoman || sign == TitleSign::kEdit;
  const bool below = around.before_blank || around.above_bullet || next != TitleSign::kNone ||
                     unmistakable || reads_like_text(around.following, false);
  list_ = sign;
  spread_ = around.after_blank;
  if (around.last || !around.free || item || !below) return false;
  if (next == sign && sign != TitleSign::kEdit) return false;
  if (in_sources() && !unmistakable) return false;
  const bool alone = around.after_blank && around.before_blank && lines_ > 1;
  if (sign == TitleSign::kAngle && !(around.after_blank && lines_ > 1)) return false;
  if (sign == TitleSign::kLetter && !alone) return false;
  if (!may_be_title(title.title) || !find_citation_marks(title.title).empty()) return false;
  list_ = TitleSign::kNone;
  headed_ = true;
  heading_ = {};
  return true;
}

LineTitles::Answer LineTitles::unsigned_title(std::string_view line,
                                              const LineSurroundings& around) const {
  if (lines_ <= 1 || around.last || !around.after_blank || !may_be_title(line)) return Answer::kNo;
  const bool text_below = reads_like_text(around.following, around.above_bullet);
  if (!text_below && !(headed_ && around.before_blank)) return Answer::kNo;
  if (is_contents_title(line) || is_furniture(line)) return Answer::kNo;
  if (is_capital_line(line)) return text_below || !in_sources() ? Answer::kYes : Answer::kNo;
  if (!around.before_blank || !text_below || line.back() == ':' || !begins_like_title(line) ||
      in_sources() || !find_date(line).empty() || !find_citation_marks(line).empty()) {
    return Answer::kNo;
  }
  if (headed_ || is_one_of(ascii_lower(line), kPlainHeadings)) return Answer::kYes;
  return Answer::kIfOthers;
}

bool LineTitles::is_square_title(std::string_view line, const LineSurroundings& around) const {
  if (markup_ || around.last || !around.after_blank || !around.before_blank) return false;
  if (around.above_bullet || !may_be_title(line) || is_known_heading(line)) return false;
  return reads_like_text(around.following, false) ||
         parse_signed_title(around.following).sign != TitleSign::kNone;
}

}  // namespace ibid
