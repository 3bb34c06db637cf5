// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/word_forms.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/text/code_points.h"
#include "corpus/text/utf32.h"
#include "indexer/analysis/common_words.h"
#include "indexer/analysis/token.h"
#include "indexer/korean/hangul.h"
#include "indexer/korean/verbs.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

bool are_capitals(const std::vector<FoldedChar>& chars, const WordSpan& span) {
  return std::all_of(chars.begin() + static_cast<std::ptrdiff_t>(span.begin),
                     chars.begin() + static_cast<std::ptrdiff_t>(span.end),
                     [](const FoldedChar& c) { return c.upper || c.cls != CharClass::kLetter; });
}

// Misspellings, compounds and words of one family share letters even if they share no stem.
void add_grams(const std::string& surface, FormWriter& writer) {
  constexpr std::size_t kLetters = 4, kMost = 28;
  const Word word = writer.word();
  const bool ascii = std::all_of(surface.begin(), surface.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) return;
  for (std::size_t i = 0; i + kLetters <= surface.size() && i < kMost; ++i) {
    writer.add_text(FormKind::kGram, std::string_view(surface).substr(i, kLetters), word.begin,
                    word.end);
  }
}

// "DefundTheCBC" -> defund, the, cbc; "iPhone" -> i, phone. A part begins at a capital that follows
// a small letter or is followed by one.
void add_camel_parts(const std::vector<FoldedChar>& chars, const WordSpan& span,
                     EnglishStemmer& stemmer, FormWriter& writer) {
  std::array<std::size_t, 16> starts{};
  std::size_t count = 0;
  for (std::size_t i = span.begin + 1; i < span.end && count < starts.size(); ++i) {
    if (!chars[i].upper) continue;
    const bool rises = !chars[i - 1].upper;
    const bool falls = chars[i - 1].upper && i + 1 < span.end && !chars[i + 1].upper &&
                       chars[i + 1].cls == CharClass::kLetter;
    if ((rises || falls) && chars[i - 1].cls == CharClass::kLetter) starts.at(count++) = i;
  }
  if (count == 0) return;
  std::size_t begin = span.begin;
  for (std::size_t part = 0; part <= count; ++part) {
    const std::size_t end = part < count ? starts.at(part) : span.end;
    std::string text;
    for (std::size_t i = begin; i < end; ++i) append_utf8(text, chars[i].ch);
    if (text.size() > 1 && text.size() <= schema::kMaxFormBytes && !is_english_stop_word(text)) {
      writer.add_text(FormKind::kPart, stemmer.stem(text), chars[begin].begin, chars[end - 1].end);
    }
    begin = end;
  }
}

// Keeps 가~, the verb, from 가, the noun; no word has this sign.
constexpr char kVerbMark = '~';

void add_bigrams(std::size_t begin, std::size_t end, FormWriter& writer) {
  constexpr std::size_t kLongestWord = 64;  // a page without a space is not a word
  end = std::min(end, begin + kLongestWord);
  for (std::size_t i = begin; i + 1 < end; ++i) writer.add_form(FormKind::kBigram, i, i + 2);
}

}  // namespace

void WordForms::add(const WordSpan& span, Text text) {
  const Word& word = writer_.word();
  switch (span.cls) {
    case CharClass::kHangul:
      add_korean(span);
      break;
    case CharClass::kIdeograph:
      add_bigrams(span.begin, span.end, writer_);
      break;
    case CharClass::kLetter:
      add_english(span, text);
      break;
    default:
      writer_.add_text(FormKind::kStem, std::string(writer_.out().surface(word)), word.begin,
                       word.end);
  }
}

void WordForms::add_english(const WordSpan& span, Text text) {
  Word& word = writer_.word();
  const std::string surface(writer_.out().surface(word));
  word.capitals = are_capitals(chars_, span);
  // "US" in a text with lower case is the country; "us" is the pronoun.
  const bool acronym = word.capitals && text == Text::kPlain && surface.size() >= 2;
  if (!acronym && is_english_stop_word(surface)) {
    word.weightiness = Weightiness::kStop;
  } else if (is_common_word(surface)) {
    word.weightiness = Weightiness::kCommon;
  }
  writer_.add_text(FormKind::kStem, stemmer_.stem(surface), word.begin, word.end);
  add_camel_parts(chars_, span, stemmer_, writer_);
  if (word.weightiness != Weightiness::kStop) add_grams(surface, writer_);
}

void WordForms::add_korean(const WordSpan& span) {
  Word& word = writer_.word();
  word.hangul = true;
  copy_letters(chars_, span, syllables_);
  if (is_common_word(writer_.out().surface(word))) word.weightiness = Weightiness::kCommon;
  const std::size_t stem = without_particles(syllables_);
  const std::size_t noun = noun_of_verb(syllables_);
  writer_.add_form(FormKind::kStem, span.begin, span.begin + stem);
  if (const std::size_t name = name_before_particle(syllables_); name != 0) {
    writer_.add_form(FormKind::kStem, span.begin, span.begin + name);
  }
  if (noun != 0 && noun != stem) {
    writer_.add_form(FormKind::kLemma, span.begin, span.begin + noun);
  }
  std::size_t telling = noun != 0 ? std::min(noun, stem) : stem;  // the rest is endings
  if (const auto verb = verb_form(syllables_)) {
    writer_.add_text(FormKind::kVerb, to_utf8(verb->infinitive) + kVerbMark, word.begin, word.end);
    if (verb->certain) telling = std::min(telling, verb->stem);
  }
  add_bigrams(span.begin, span.begin + telling, writer_);
}

}  // namespace ibid
