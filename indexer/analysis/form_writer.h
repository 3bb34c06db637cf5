// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes words and their forms into an Analysis, from the folded characters of the text. Inline,
// since every word of every text goes through it. Library-internal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/code_points.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/token.h"
#include "indexer/schema.h"

namespace ibid {

// One stretch of a single class within a chain such as "S-400을": it becomes one word.
struct WordSpan {
  std::size_t begin = 0, end = 0;  // of the folded characters
  CharClass cls = CharClass::kLetter;
};

inline void copy_letters(const std::vector<FoldedChar>& chars, const WordSpan& span,
                         std::u32string& out) {
  out.clear();
  for (std::size_t i = span.begin; i < span.end; ++i) out += chars[i].ch;
}

// Thread: one object, one thread.
class FormWriter {
 public:
  // Lender: `chars`, which the caller fills.
  explicit FormWriter(const std::vector<FoldedChar>& chars) : chars_(chars) {}

  void start(Analysis& out) {
    out_ = &out;
    position_ = 0;
  }
  Analysis& out() { return *out_; }
  Word& word() { return out_->words.back(); }

  // Begins the next word, at these characters.
  void begin_word(std::size_t begin, std::size_t end) {
    Word word;
    word.begin = chars_[begin].begin;
    word.end = chars_[end - 1].end;
    word.position = ++position_;
    word.first_form = static_cast<std::uint32_t>(out_->forms.size());
    out_->words.push_back(word);
  }

  // Adds a form of the last word: its characters without commas (and dots: "U.N."), or any text.
  enum class Dots { kKeep, kLeaveOut };
  void add_form(FormKind kind, std::size_t begin, std::size_t end, Dots dots = Dots::kKeep) {
    const auto text_begin = out_->folded.size();
    char text[schema::kMaxFormBytes];
    char* to = text;
    const char* const last = text + sizeof text - kMaxUtf8Bytes;
    const FoldedChar* const chars_end = chars_.data() + end;
    for (const FoldedChar* at = chars_.data() + begin; at != chars_end && to <= last; ++at) {
      const char32_t c = at->ch;
      if (c == U',' || (c == U'.' && dots == Dots::kLeaveOut)) continue;
      if (c < 0x80) {
        *to++ = static_cast<char>(c);
      } else {
        to = put_utf8(to, c);
      }
    }
    out_->folded.append(text, static_cast<std::size_t>(to - text));
    push_form(kind, text_begin, chars_[begin].begin, chars_[end - 1].end);
  }
  void add_text(FormKind kind, std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const auto text_begin = out_->folded.size();
    out_->folded += text;
    push_form(kind, text_begin, begin, end);
  }

 private:
  void push_form(FormKind kind, std::size_t text_begin, std::uint32_t begin, std::uint32_t end) {
    Form form;
    form.kind = kind;
    form.text_begin = static_cast<std::uint32_t>(text_begin);
    form.text_size = static_cast<std::uint32_t>(out_->folded.size() - text_begin);
    form.begin = begin;
    form.end = end;
    out_->forms.push_back(form);
    ++word().form_count;
  }

  const std::vector<FoldedChar>& chars_;
  Analysis* out_ = nullptr;
  std::uint32_t position_ = 0;
};

}  // namespace ibid
