// SPDX-License-Identifier: GPL-2.0-or-later
//
// Operators of other programs (Lucene's query syntax, web search engines) and full-width spellings
// of ours, which are text here: a notice names our spelling.

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/utf32.h"
#include "search/query/query_chars.h"
#include "search/query/query_fields.h"
#include "search/query/query_lexer.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

using Kind = Token::Kind;
using Text = std::u32string_view;
constexpr std::size_t kNone = Text::npos;

// The ASCII character of a full-width form.
char32_t ascii_of(char32_t c) { return c >= U'！' && c <= U'～' ? c - U'！' + U'!' : c; }

std::u32string ascii_of(Text text) {
  std::u32string out(text);
  for (char32_t& c : out) c = ascii_of(c);
  return out;
}

bool is_number(Text text) {
  return !text.empty() && text.find_first_not_of(U"0123456789.") == kNone;
}

bool is_dash(char32_t c) { return c == U'–' || c == U'—' || c == U'−'; }

// One word of the query that is text, and what stands round it.
class ForeignWord {
 public:
  ForeignWord(const Token& token, const QueryText& query, Notices& notices)
      : token_(token),
        before_(token.begin > 0 ? query.chars[token.begin - 1] : U' '),
        after_(token.end < query.chars.size() ? query.chars[token.end] : U' '),
        word_(ascii_of(Text(query.chars).substr(token.begin, token.end - token.begin))),
        shown_(quoted_excerpt(query.utf8(token.begin, token.end))),
        notices_(notices) {}

  void note() {
    if (word_.find(U"://") != kNone) return;
    note_logic();
    note_exclusion();
    note_weight();
    note_fuzzy();
    note_pattern();
    note_full_width();
    note_field();
  }

 private:
  void read_as_text(const std::string& what, const std::string& instead) {
    notices_.add(what + " read as text; " + instead);
  }

  // "&&", "||", "ANDNOT", also without white space round them.
  void note_logic() {
    if (word_.find(U"&&") != kNone) read_as_text("&&", "write AND");
    if (word_.find(U"||") != kNone) read_as_text("||", "write OR");
    if (word_ == U"ANDNOT") read_as_text("ANDNOT", "write AND NOT");
    const std::size_t bar = word_.find(U'|');
    const bool alternatives = bar != kNone && bar > 0 && bar + 1 < word_.size() &&
                              is_letter_or_digit(word_[bar - 1]) &&
                              is_letter_or_digit(word_[bar + 1]);
    if (alternatives) read_as_text("|", "write OR between white space");
  }

  // "!x", "!(x y)", and a dash that is no hyphen.
  void note_exclusion() {
    const bool sign = word_.front() == U'!' || is_dash(word_.front());
    if (!sign || token_.prefix != 0 || !starts_word()) return;
    const char32_t next = word_.size() > 1 ? word_[1] : ascii_of(after_);
    const bool bound = is_letter_or_digit(next) || next == U'(' || is_double_quote(next);
    if (!bound) return;
    read_as_text(shown_, "write -" + to_utf8(Text(word_).substr(1)) + " to leave it out");
  }

  bool starts_word() const { return is_query_space(before_) || ascii_of(before_) == U'('; }

  // "x^2", "(x y)^2.5", but not 10^6.
  void note_weight() {
    const std::size_t caret = word_.rfind(U'^');
    if (caret == kNone || !is_number(Text(word_).substr(caret + 1))) return;
    if (is_number(Text(word_).substr(0, caret))) return;
    read_as_text(to_utf8(Text(word_).substr(caret)),
                 "words are weighted by how rare they are; write +x for a word that must occur");
  }

  // "x~", "x~2", "\"x y\"~5".
  void note_fuzzy() {
    const std::size_t tilde = word_.rfind(U'~');
    if (tilde == kNone) return;
    const Text number = Text(word_).substr(tilde + 1);
    if (!number.empty() && !is_number(number)) return;
    if (tilde == 0) {
      const bool after_phrase = is_double_quote(before_) || is_double_quote(ascii_of(before_));
      if (after_phrase && !number.empty()) {
        read_as_text(shown_, "write the words with NEAR/" + to_utf8(number) + " between them");
      }
      return;
    }
    if (!is_letter(word_[tilde - 1])) return;  // "2020~" is a range
    read_as_text(to_utf8(Text(word_).substr(tilde)), "write * or ? for letters that may differ");
  }

  // "/x.*y/", but not a path.
  void note_pattern() {
    if (word_.size() < 3 || word_.front() != U'/' || word_.back() != U'/') return;
    if (word_.find(U'/', 1) != word_.size() - 1) return;
    read_as_text(shown_, "patterns are written with * and ?, without slashes");
  }

  // "ＡＮＤ".
  void note_full_width() {
    if (shown_ == to_utf8(word_) || !read_operator(to_utf8(word_))) return;
    read_as_text(shown_, "write " + to_utf8(word_));
  }

  // "intitle:x", "제목:x", "ｔｉｔｌｅ：x".
  void note_field() {
    static constexpr std::array<std::pair<std::string_view, const char*>, 14> kFields = {
        {{"intitle", "title:x"},
         {"allintitle", "title:x"},
         {"headline", "title:x"},
         {"제목", "title:x"},
         {"site", "source:x"},
         {"inurl", "source:x"},
         {"url", "source:x"},
         {"출처", "source:x"},
         {"after", "date:x.."},
         {"since", "date:x.."},
         {"before", "date:..x"},
         {"until", "date:..x"},
         {"날짜", "date:x"},
         {"language", "lang:x"}}};
    const std::size_t colon = word_.find(U':');
    if (colon == kNone || colon + 1 == word_.size()) return;
    const std::string name = ascii_lower(to_utf8(Text(word_).substr(0, colon)));
    const auto known = std::find_if(kFields.begin(), kFields.end(),
                                    [&](const auto& field) { return field.first == name; });
    if (known != kFields.end()) {
      read_as_text(name + ":", std::string("write ") + known->second);
    } else if (const auto ours = find_field(name)) {
      read_as_text(shown_, "write " + std::string(to_string(*ours)) + ": in ASCII letters");
    }
  }

  const Token& token_;
  char32_t before_, after_;
  std::u32string word_;  // with ASCII signs and letters
  std::string shown_;
  Notices& notices_;
};

// "[a TO b]" and "{a TO b}".
void note_ranges(const std::vector<Token>& tokens, Notices& notices) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const std::string &first = tokens[i - 1].text, &last = tokens[i + 1].text;
    if (tokens[i].kind != Kind::kWord || tokens[i].text != "TO" || first.empty() || last.empty()) {
      continue;
    }
    const bool opens = first.front() == '[' || first.front() == '{';
    if (opens && (last.back() == ']' || last.back() == '}')) {
      notices.add(first + " TO " + last + " read as text; write a range as date:a..b or year:a..b");
    }
  }
}

}  // namespace

void note_foreign_operators(const std::vector<Token>& tokens, const QueryText& query,
                            Notices& notices) {
  for (const Token& token : tokens) {
    const bool text = token.kind == Kind::kWord || token.kind == Kind::kWildcard;
    const bool exact =
        token.field && (!is_text_field(*token.field) || is_whole_name(*token.field, token.text));
    if (text && !exact && token.end > token.value_begin) {
      Token value = token;  // without the name of its field
      value.begin = token.value_begin;
      ForeignWord(value, query, notices).note();
    }
  }
  note_ranges(tokens, notices);
}

}  // namespace ibid
