// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/word_cache.h"

#include <algorithm>

namespace ibid {
namespace {

constexpr std::size_t kMostWords = 1 << 16;  // some 16 MiB with their forms

}  // namespace

void WordCache::trim() {
  if (spellings_.size() < kMostWords) return;
  spellings_.clear();
  words_.clear();
  forms_.clear();
  texts_.clear();
}

void WordCache::append(std::uint32_t number, std::uint32_t begin, std::uint32_t position,
                       std::uint32_t forms, Analysis& out) const {
  const Known& known = words_[number];
  Word& word = out.words.emplace_back(known.word);
  word.begin += begin;
  word.end += begin;
  word.position = position;
  word.first_form = static_cast<std::uint32_t>(out.forms.size());
  word.form_count = std::min(word.form_count, forms);
  const auto text_begin = static_cast<std::uint32_t>(out.folded.size());
  const Form* form = forms_.data() + known.word.first_form;
  const Form* const last = form + word.form_count - 1;
  out.folded.append(texts_, known.text_begin, last->text_begin + last->text_size);
  for (; form <= last; ++form) {
    Form& added = out.forms.emplace_back(*form);
    added.text_begin += text_begin;
    added.begin += begin;
    added.end += begin;
  }
}

void WordCache::learn(std::uint32_t number, const Analysis& from) {
  const Word& word = from.words.back();
  Known known;
  known.word = word;
  known.word.begin = 0;
  known.word.end = word.end - word.begin;
  known.word.first_form = static_cast<std::uint32_t>(forms_.size());
  const std::uint32_t text_begin = from.forms[word.first_form].text_begin;
  known.text_begin = static_cast<std::uint32_t>(texts_.size());
  texts_.append(from.folded, text_begin);
  for (const Form* form = from.begin_of(word); form != from.end_of(word); ++form) {
    Form& kept = forms_.emplace_back(*form);
    kept.text_begin -= text_begin;
    kept.begin -= word.begin;
    kept.end -= word.begin;
  }
  known.word.known = number;
  words_.push_back(known);
}

}  // namespace ibid
