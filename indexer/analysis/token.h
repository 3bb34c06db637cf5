// SPDX-License-Identifier: GPL-2.0-or-later
//
// The result of the analysis of a text: words, each with the forms by which it can be found. Every
// word and form keeps its byte range in the text as given; no step may change that.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

enum class FormKind : std::uint8_t {
  kSurface,     // folded as written: "china's", "11000", "푸틴은"
  kStem,        // English: Snowball; Korean: without particles: "china", "푸틴"
  kLemma,       // Korean noun under a verb: "강화" of "강화했다"
  kVerb,        // Korean verb, whichever form it is in: "밝혀~" of "밝혔다" and "밝힌"
  kPart,        // stem of a part of a hashtag, handle or CamelCase word
  kBigram,      // two adjacent syllables of a Korean word
  kGram,        // four adjacent letters of a Latin word of four or more
  kDesignator,  // letters and digits joined: "s400" of "S-400", "S 400"
  kJoined,      // short names of states joined: "북러" of "북·러", "북-러"
};

// True for the forms that several words have together: they come after a word's own.
inline constexpr bool is_of_several_words(FormKind kind) {
  return kind == FormKind::kDesignator || kind == FormKind::kJoined;
}

// How much a word says about the subject of its text.
enum class Weightiness : std::uint8_t {
  kContent,
  kCommon,  // of daily talk: found, but worth less (see common_words.h)
  kStop,    // a function word: only phrases look for it
};

struct Form {
  FormKind kind = FormKind::kSurface;
  std::uint32_t text_begin = 0, text_size = 0;  // of the folded text, in Analysis::folded
  std::uint32_t begin = 0, end = 0;             // bytes of the analysed text
};

struct Word {
  std::uint32_t begin = 0, end = 0;  // bytes of the analysed text
  std::uint32_t position = 0;        // counts words from 1; consecutive words differ by 1
  // In Analysis::forms; the surface form is the first.
  std::uint32_t first_form = 0, form_count = 0;
  std::uint64_t hash = 0;  // of the surface form's text, see shingles.h
  Weightiness weightiness = Weightiness::kContent;
  bool hangul = false;
  bool capitals = false;  // two or more letters, none of them small, or one capital
  // The analyzer's number of this spelling, kUnknown if it keeps none: see analyze_words().
  static constexpr std::uint32_t kUnknown = UINT32_MAX;
  std::uint32_t known = kUnknown;
  bool in_designator = false;  // one of the words that make up a designator (S and 400 of S-400)
};

// Owner of all texts its forms refer to. Reuse one object for many texts: it keeps its memory.
class Analysis {
 public:
  std::vector<Word> words;
  std::vector<Form> forms;
  std::string folded;

  std::string_view text(const Form& form) const {  // lender: this object, until clear()
    return std::string_view(folded).substr(form.text_begin, form.text_size);
  }
  const Form* begin_of(const Word& word) const { return forms.data() + word.first_form; }
  const Form* end_of(const Word& word) const { return begin_of(word) + word.form_count; }
  std::string_view surface(const Word& word) const { return text(forms[word.first_form]); }
  // Adds a form of several words, up to byte `end` of the text, to the first of them, which need
  // not be the last word.
  void insert_form(std::size_t word, FormKind kind, std::string_view form_text, std::uint32_t end) {
    Word& owner = words[word];
    Form form;
    form.kind = kind;
    form.text_begin = static_cast<std::uint32_t>(folded.size());
    form.text_size = static_cast<std::uint32_t>(form_text.size());
    form.begin = owner.begin;
    form.end = end;
    folded += form_text;
    forms.insert(forms.begin() + owner.first_form + owner.form_count, form);
    ++owner.form_count;
    for (std::size_t w = word + 1; w < words.size(); ++w) ++words[w].first_form;
  }
  void clear() {
    words.clear();
    forms.clear();
    folded.clear();
  }
};

}  // namespace ibid
