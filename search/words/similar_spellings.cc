// SPDX-License-Identifier: GPL-2.0-or-later
//
// An edit is either behind the first letters, so that the word is among the terms that begin with
// them, or in them: then it is one of some hundred words, each looked up.
#include "search/words/similar_spellings.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/edit_distance.h"
#include "corpus/text/hangul_syllable.h"
#include "corpus/text/utf32.h"
#include "indexer/analysis/term.h"
#include "search/match/ranking.h"
#include "search/words/spelling_lists.h"

namespace ibid {
namespace {

constexpr std::size_t kShortestWord = 4;  // letters; shorter words are all near each other
constexpr std::size_t kTwoEditsFrom = 8;
constexpr char32_t kFirstLetter = U'a', kLastLetter = U'z';

// Vowels that sound alike today and are therefore confused.
bool sound_alike(Vowel a, Vowel b) {
  const auto group = [](Vowel vowel) {
    switch (vowel) {
      case Vowel::kAe:
      case Vowel::kE:
        return 1;
      case Vowel::kYae:
      case Vowel::kYe:
        return 2;
      case Vowel::kWae:
      case Vowel::kOe:
      case Vowel::kWe:
        return 3;
      default:
        return 0;
    }
  };
  return group(a) != 0 && group(a) == group(b);
}

bool differ_by_sound_alikes(std::u32string_view a, std::u32string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (!is_precomposed(a[i]) || !is_precomposed(b[i])) return false;
    const Syllable one(a[i]), other(b[i]);
    if (one.onset != other.onset || one.final != other.final) return false;
    if (!sound_alike(one.vowel, other.vowel)) return false;
  }
  return true;
}

class Spellings {
 public:
  Spellings(const IndexView& index, std::string_view word)
      : index_(index),
        word_(to_utf32(word)),
        hangul_(!word_.empty() && is_precomposed(word_.front())),
        letters_(letters_of(word)),
        shape_(shape_of(word)),
        limit_(letters_.size() >= kTwoEditsFrom ? 2 : 1) {
    if (hangul_) kind_ = form_term(TextField::kBody, FormKind::kStem, "");
  }

  std::vector<SimilarSpelling> find() {
    const bool latin = !word_.empty() && std::all_of(word_.begin(), word_.end(), [](char32_t c) {
      return c >= kFirstLetter && c <= kLastLetter;
    });
    if (letters_.size() < kShortestWord || (!hangul_ && !latin)) return {};
    scan();
    const bool close = std::any_of(found_.begin(), found_.end(),
                                   [](const Candidate& c) { return c.spelling.edits == 1; });
    if (!close) hangul_ ? vary_first_syllable() : vary_first_letters();
    return best();
  }

 private:
  struct Candidate {
    SimilarSpelling spelling;
    bool other_sound = true;
  };

  // Terms that begin alike: with the same two letters, or the same syllable.
  void scan() {
    const std::string prefix =
        kind_ + to_utf8(std::u32string_view(word_).substr(0, hangul_ ? 1 : 2));
    const auto take = [this](std::string_view text) {
      const std::size_t edits = edits_to(text);
      if (edits != 0) add(text, edits, ibid::frequency(index_, kind_ + std::string(text)));
    };
    spelling_lists(index_).beginning(index_, prefix, kind_.size()).each_near(shape_, limit_, take);
  }

  // 0: too many, or none.
  std::size_t edits_to(std::string_view text) const {
    const std::size_t edits = edit_distance(letters_, letters_of(text), limit_);
    return edits > limit_ ? 0 : edits;
  }

  void add(std::string_view text, std::size_t edits, Xapian::doccount frequency) {
    const bool alike = hangul_ && differ_by_sound_alikes(word_, to_utf32(text));
    found_.push_back({{std::string(text), edits, frequency}, !alike});
  }

  void look_up(const std::u32string& other) {
    const std::string text = to_utf8(other);
    const Xapian::doccount frequency = ibid::frequency(index_, kind_ + text);
    if (frequency == 0) return;
    const std::size_t edits = edits_to(text);
    if (edits != 0) add(text, edits, frequency);
  }

  void vary_first_syllable() {
    const Syllable first(word_.front());
    std::u32string other = word_;
    const auto try_syllable = [&](const Syllable& syllable) {
      other.front() = syllable.composed();
      if (other != word_) look_up(other);
    };
    for (std::uint8_t onset = 0; onset < Syllable::kOnsets; ++onset) {
      try_syllable({onset, first.vowel, first.final});
    }
    for (std::uint8_t vowel = 0; vowel < Syllable::kVowels; ++vowel) {
      try_syllable({first.onset, static_cast<Vowel>(vowel), first.final});
    }
    for (std::uint8_t final = 0; final < Syllable::kFinals; ++final) {
      try_syllable({first.onset, first.vowel, static_cast<Final>(final)});
    }
  }

  void vary_first_letters() {
    for (std::size_t at = 0; at < 2; ++at) {
      std::u32string other = word_;
      std::swap(other[at], other[at + 1]);
      look_up(other);
      other = word_;
      look_up(other.erase(at, 1));
      for (char32_t letter = kFirstLetter; letter <= kLastLetter; ++letter) {
        other = word_;
        other[at] = letter;
        look_up(other);
        other = word_;
        look_up(other.insert(at, 1, letter));
      }
    }
  }

  std::vector<SimilarSpelling> best() {
    const auto order = [](const Candidate& c) {
      return std::tuple(c.spelling.edits, c.other_sound,
                        -static_cast<std::int64_t>(c.spelling.frequency), c.spelling.text);
    };
    std::sort(found_.begin(), found_.end(),
              [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
    std::vector<SimilarSpelling> out;
    std::optional<bool> other_sound;
    for (Candidate& c : found_) {
      if (out.size() == kMostSpellings) break;
      if (!out.empty() && c.spelling.edits > out.front().edits) break;
      if (other_sound && c.other_sound != *other_sound) break;
      const bool again = !out.empty() && out.back().text == c.spelling.text;
      if (again || !has_live(index_, kind_ + c.spelling.text)) continue;
      other_sound = c.other_sound;
      out.push_back(std::move(c.spelling));
    }
    return out;
  }

  const IndexView& index_;
  const std::u32string word_;
  const bool hangul_;
  const std::u32string letters_;
  const SpellingShape shape_;
  const std::size_t limit_;
  std::string kind_;  // what terms begin with before the text
  std::vector<Candidate> found_;
};

}  // namespace

Known known_in(const IndexView& index, const Analysis& analysis, const Word& word) {
  bool bigrams = false, all_bigrams = true;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    if (form->kind == FormKind::kGram) continue;
    const bool exists =
        has_live(index, form_term(TextField::kBody, form->kind, analysis.text(*form)));
    if (form->kind == FormKind::kBigram) {
      bigrams = true;
      all_bigrams = all_bigrams && exists;
    } else if (exists) {
      return Known::kYes;
    }
  }
  return bigrams && all_bigrams ? Known::kParts : Known::kNo;
}

std::vector<SimilarSpelling> similar_spellings(const IndexView& index, std::string_view word) {
  return spelling_lists(index).answers().get(
      word, [&](std::string_view asked) { return Spellings(index, asked).find(); });
}

}  // namespace ibid
