// SPDX-License-Identifier: GPL-2.0-or-later
//
// See sentences.h. Every stop is examined from left to right: what belongs to it (closing quotes,
// notes), and whether what follows begins a sentence.
#include "corpus/sentences/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/layout/abbreviations.h"
#include "corpus/sentences/abbreviated_stop.h"
#include "corpus/sentences/date_stop.h"
#include "corpus/sentences/quoted_spans.h"
#include "corpus/sentences/stop_notes.h"
#include "corpus/sentences/words_at.h"
#include "corpus/text/byte_set.h"
#include "corpus/text/code_points.h"
#include "corpus/text/hangul_syllable.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kQuotatives = std::to_array<std::string_view>({
#include "corpus/word_lists/quotatives.inc"
});

bool is_line_separator(char32_t c) {
  return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// "!", "?", "。": ends a sentence unless it goes on in so many words.
bool is_strong_stop(char32_t c) {
  if (c < 0x80) return c == U'!' || c == U'?';
  if (is_precomposed(c)) return false;  // Hangul, most of a Korean text
  return c != 0xFF0E && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM);
}
bool is_full_stop(char32_t c) { return c == U'.' || c == 0xFF0E; }
bool is_ellipsis(char32_t c) { return c == U'…' || c == U'‥'; }
bool is_stop(char32_t c) { return is_full_stop(c) || is_strong_stop(c) || is_ellipsis(c); }

// Bytes with which a stop or the end of a line may begin: no letters of ASCII and, by their first
// byte, hardly any syllables.
constexpr ByteSet kMayEnd = ByteSet(".!?\n\r").add(0xC2, 0xEA).add(0xEE, 0xF4);

// "iPhone", "macOS", "mRNA", "pH": a capital after small letters.
bool is_mixed_case(std::string_view word) {
  return !word.empty() &&
         std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "iPhone 15 …", "p-values …", "c) Report …": begins a sentence though its first letter is small.
bool begins_small(std::string_view text, std::size_t at) {
  const std::string_view word = latin_word_at(text, at);
  const char32_t after = code_point_at(text, at + word.size());
  return is_mixed_case(word) || (word.size() == 1 && (after == U'-' || after == U')'));
}

// "함", "비움", "예정임": a syllable that ends in ㅁ makes a noun of a verb.
bool is_nominal(char32_t syllable) {
  return is_precomposed(syllable) && final_of(syllable) == Final::kMieum;
}

class Splitter {
 public:
  // `text`: with its marks covered.
  explicit Splitter(std::string_view text)
      : text_(text), quoted_(quoted_spans(text)), begin_(skip_spaces(text, 0)) {}

  // Where sentences begin, but the first; ascending.
  std::vector<std::size_t> boundaries() {
    std::vector<std::size_t> out;
    for (std::size_t at = begin_;;) {
      at = kMayEnd.next(text_, at);
      if (at >= text_.size()) break;
      const std::size_t from = at;
      const char32_t c = next_code_point(text_, at);
      std::optional<std::size_t> next;
      if (is_line_separator(c)) {
        next = trim(text_, {begin_, from}).empty() ? std::nullopt : std::optional(at);
      } else if (is_stop(c)) {
        while (at < text_.size() && is_stop(code_point_at(text_, at))) next_code_point(text_, at);
        next = sentence_after(from, at);
      }
      if (!next) continue;
      begin_ = skip_spaces(text_, *next);
      if (begin_ >= text_.size()) break;
      out.push_back(begin_);
      at = begin_;
    }
    return out;
  }

 private:
  // Where the next sentence begins if the stop [from, end) ends one.
  std::optional<std::size_t> sentence_after(std::size_t from, std::size_t end) const {
    std::size_t closed = end;
    bool quote = false, inner_bracket = false;
    while (closed < text_.size()) {
      std::size_t after = closed;
      const char32_t c = next_code_point(text_, after);
      if (!is_closing(c) && !(c == U'"' && is_end_of_quotation(after))) break;
      if (c == U'’' && is_ascii_digit(code_point_at(text_, after))) break;  // ’24
      const bool bracket = c == U')' || c == U']';
      quote |= !bracket;
      inner_bracket |= bracket && !begins_sentence(after);
      closed = after;
    }
    if (inner_bracket || is_within_quotation(closed)) return std::nullopt;
    const std::size_t noted = skip_stop_notes(text_, from, closed);
    const std::size_t next = skip_spaces(text_, noted);
    if (next >= text_.size() || is_stop(code_point_at(text_, next))) return std::nullopt;
    if (quote && goes_on_after_speech(text_.substr(next), next == closed)) return std::nullopt;
    const bool begins = ends(from, end, closed, noted, next);
    return begins ? std::optional(next) : std::nullopt;
  }

  bool is_end_of_quotation(std::size_t end) const {
    return std::any_of(quoted_.begin(), quoted_.end(),
                       [end](ByteRange quoted) { return quoted.end == end; });
  }

  // Whether the bracket that ends at `end` is all of the sentence so far.
  bool begins_sentence(std::size_t end) const {
    const auto bracket = std::find_if(quoted_.begin(), quoted_.end(),
                                      [end](ByteRange quoted) { return quoted.end == end; });
    return bracket == quoted_.end() || bracket->begin <= begin_;
  }

  // Stops inside a quotation or bracket end a sentence only if the text is nothing else.
  bool is_within_quotation(std::size_t at) const {
    return std::any_of(quoted_.begin(), quoted_.end(), [&](ByteRange quoted) {
      if (at <= quoted.begin || quoted.end <= at) return false;
      const ByteRange all = trim(text_, {0, text_.size()});
      return quoted.begin != all.begin || skip_stop_notes(text_, quoted.end, quoted.end) < all.end;
    });
  }

  bool ends(std::size_t from, std::size_t end, std::size_t closed, std::size_t noted,
            std::size_t next) const {
    const char32_t stop = code_point_at(text_, from);
    const char32_t follows = code_point_at(text_, next);
    const bool after_hangul = is_hangul(code_point_before(text_, from));
    if (follows == U',' || follows == U';' || follows == U':') return false;
    if (bracket_goes_on(text_, next) || dash_goes_on(stop, next)) return false;
    if (is_strong_stop(stop) && stop >= 0x80) return true;
    if (!is_strong_stop(stop) && next == closed && !may_follow_at_once(from, follows)) return false;
    if (is_lower(follows) && is_latin(follows) && !begins_small(text_, next) &&
        (!after_hangul || is_strong_stop(stop) || closed != end)) {
      return false;
    }
    if (begins_with_quotative(text_.substr(next)) && (is_strong_stop(stop) || next == closed)) {
      return false;
    }
    if (is_strong_stop(stop)) {
      return !is_abbreviation(word_before(text_, begin_, end), AbbreviationUse::kBeforeName);
    }
    if (is_ellipsis(stop) || end - from > 1) return ends_at_ellipsis(from, next);
    return ends_at_full_stop(from, noted, next);
  }

  // "He asked why! -- it had left": a dash goes on after "!" and "?", and before a small letter.
  bool dash_goes_on(char32_t stop, std::size_t next) const {
    std::size_t after = next;
    for (char32_t c = code_point_at(text_, after); c == U'-' || c == U'–' || c == U'—' || c == U' ';
         c = code_point_at(text_, after)) {
      next_code_point(text_, after);
    }
    return after != next && (is_strong_stop(stop) || is_lower(code_point_at(text_, after)));
  }

  // Without a space only a Korean sentence ends: "늘었다.수입은", "다.「보고서」"; "1.5", "Node.js"
  // and "서울.부산" go on.
  bool may_follow_at_once(std::size_t stop, char32_t follows) const {
    constexpr std::u32string_view kEndings = U"다요까죠";
    const char32_t before = code_point_before(text_, stop);
    if (is_hangul(before)) {
      const bool ends = kEndings.find(before) != std::u32string_view::npos || is_nominal(before);
      return ends && !is_ascii_digit(follows);
    }
    return is_letter(before) && (follows == U'“' || follows == U'「' || follows == U'(');
  }

  bool ends_at_ellipsis(std::size_t from, std::size_t next) const {
    const char32_t before = code_point_before(text_, from);
    const char32_t follows = code_point_at(text_, next);
    if (is_latin(follows)) return !is_lower(follows);
    return before == U'다' || before == U'요' || before == U'까' || before == U'죠';
  }

  bool ends_at_full_stop(std::size_t from, std::size_t noted, std::size_t next) const {
    // "1.", "가.": the number of an enumeration alone is not a sentence.
    const std::string_view head = text_.substr(begin_, from - begin_);
    if (is_number(head) || (head.size() == 3 && is_hangul(code_point_at(head, 0)))) return false;
    if (is_ascii_digit(code_point_before(text_, from))) {
      return !is_date_stop(text_, {begin_, from, noted, next});
    }
    return !is_abbreviated(text_, {begin_, from, noted, next});
  }

  std::string_view text_;
  std::vector<ByteRange> quoted_;
  std::size_t begin_;  // of the sentence that is read
};

// The text with marks covered, of the same length. A bracketed mark becomes spaces, so that it
// never begins a sentence; so does a bare id at the end of the text. Any other bare id becomes a
// capitalised word.
std::string hide_marks(std::string_view text, const std::vector<CitationMark>& marks) {
  std::string hidden(text);
  bool text_follows = false;
  std::size_t tail = text.size();
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    const ByteRange range = mark->text;
    for (std::size_t at = range.end; at < tail && !text_follows;) {
      const char32_t c = next_code_point(text, at);
      text_follows = is_letter(c) || is_ascii_digit(c);
    }
    tail = range.begin;
    const bool bare = is_ascii_letter(text[range.begin]);
    const char cover = !bare || !text_follows ? ' ' : 'X';
    std::fill(hidden.begin() + static_cast<std::ptrdiff_t>(range.begin),
              hidden.begin() + static_cast<std::ptrdiff_t>(range.end), cover);
  }
  return hidden;
}

}  // namespace

bool begins_with_quotative(std::string_view text) { return begins_with_one_of(text, kQuotatives); }

std::vector<ByteRange> split_sentences(std::string_view text,
                                       const std::vector<CitationMark>& marks) {
  const ByteRange all = trim(text, {0, text.size()});
  if (all.empty()) return {};
  std::vector<ByteRange> sentences;
  std::size_t begin = all.begin;
  const std::string hidden = marks.empty() ? std::string() : hide_marks(text, marks);
  for (const std::size_t boundary : Splitter(marks.empty() ? text : hidden).boundaries()) {
    const ByteRange sentence = trim(text, {begin, std::min<std::size_t>(boundary, all.end)});
    if (boundary <= begin || boundary >= all.end || sentence.empty()) continue;
    sentences.push_back(sentence);
    begin = boundary;
  }
  sentences.push_back(trim(text, {begin, all.end}));
  return sentences;
}

}  // namespace ibid
