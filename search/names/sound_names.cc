// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/names/sound_names.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "corpus/text/hangul_syllable.h"
#include "corpus/text/utf32.h"
#include "indexer/analysis/common_words.h"
#include "indexer/analysis/english.h"
#include "indexer/analysis/term.h"
#include "indexer/korean/verbs.h"
#include "indexer/names/korean_sounds.h"
#include "indexer/names/korean_surnames.h"
#include "indexer/names/latin_sounds.h"
#include "indexer/names/sound_rules.h"

namespace ibid {
namespace {

constexpr std::size_t kSilent = kOnsetLetters.find(U'ㅇ');
constexpr std::size_t kShortestLatin = 4;
constexpr std::size_t kLongLatin = 6;  // longer words may cost more
constexpr int kMostSteps = 500;        // in the vocabulary, for one word

bool is_consonant(char32_t letter) { return letter < kFirstVowel; }

// How much a Korean word may cost as a spelling of a Latin word of `letters` letters. Short ones
// must be spelt by the rules and have three consonants, or they would be other words.
int most_cost(std::u32string_view korean, std::size_t letters) {
  constexpr std::size_t kFewestSounds = 5, kFewestLetters = 6, kManyLetters = 7;
  const std::u32string sounds = sounds_of(korean);
  const auto consonants = std::count_if(sounds.begin(), sounds.end(), is_consonant);
  if (korean.size() < 2 || sounds.size() < kFewestSounds || consonants < 2) return -1;
  if (korean.size() == 2) return consonants < 3 ? -1 : 0;
  if (consonants < 3 || letters < kFewestLetters) return 0;
  return korean.size() == 3 || letters < kManyLetters ? 1 : 2;
}

// Walks the Korean words of an index along the spellings of a Latin word.
class Walk {
 public:
  Walk(const IndexView& index, std::string_view latin, int most)
      : index_(index),
        sounds_(latin, most),
        prefix_(form_term(TextField::kBody, FormKind::kStem, "")) {}

  struct Found {
    std::u32string word;
    int cost = 0;
  };
  // `begun`: how the words begin, before what spells the Latin word.
  std::vector<Found> words(const std::u32string& begun = {}) {
    go(begun, sounds_.begin());
    return std::move(found_);
  }

 private:
  void go(const std::u32string& word, const LatinSounds::States& states) {
    for (const char32_t letter : sounds_.next(states)) {
      const std::size_t onset = kOnsetLetters.find(letter);
      if (letter >= kFirstVowel) {
        go_on(word, states, kSilent, letter);
      } else if (onset != std::u32string_view::npos) {
        const LatinSounds::States after = sounds_.read(states, letter);
        for (const char32_t vowel : sounds_.next(after)) {
          if (vowel >= kFirstVowel) go_on(word, states, onset, vowel);
        }
      }
    }
  }

  // With each syllable of this onset and vowel that the vocabulary has next.
  void go_on(const std::u32string& word, const LatinSounds::States& states, std::size_t onset,
             char32_t vowel) {
    char32_t syllable = Syllable(static_cast<std::uint8_t>(onset),
                                 static_cast<Vowel>(vowel - kFirstVowel), Final::kNone)
                            .composed();
    const char32_t last = syllable + Syllable::kFinals;
    while (syllable < last && steps_ < kMostSteps) {
      const std::u32string term = seek(word, syllable);
      if (term.size() <= word.size() || !term.starts_with(word)) return;
      syllable = term[word.size()];
      if (syllable >= last) return;
      LatinSounds::States after = states;
      for (const char32_t letter : sounds_of(std::u32string_view(&syllable, 1))) {
        after = sounds_.read(after, letter);
      }
      const std::u32string longer = word + syllable;
      if (!after.empty()) {
        const int cost = sounds_.cost(after);
        if (cost >= 0 && term == longer) found_.push_back({longer, cost});
        go(longer, after);
      }
      ++syllable;
    }
  }

  // The first word of the vocabulary that is not before `word` + `syllable`.
  std::u32string seek(const std::u32string& word, char32_t syllable) {
    const std::string key = prefix_ + to_utf8(word + syllable);
    ++steps_;
    const std::optional<std::string> term =
        statistics(index_).first_term_from(key, prefix_ + to_utf8(word));
    if (!term) return {};
    return to_utf32(std::string_view(*term).substr(prefix_.size()));
  }

  const IndexView& index_;
  const LatinSounds sounds_;
  const std::string prefix_;
  int steps_ = 0;
  std::vector<Found> found_;
};

// Walks the Latin words of an index that a Korean word may spell.
class LatinWalk {
 public:
  LatinWalk(const IndexView& index, std::u32string_view korean, int most)
      : index_(index), sounds_(korean, most) {}

  struct Found {
    std::string word;
    int cost = 0;
  };
  std::vector<Found> words() {
    go({}, sounds_.begin());
    return std::move(found_);
  }

 private:
  void go(const std::string& word, const KoreanSounds::States& states) {
    for (const char letter : sounds_.next(states)) {
      if (++steps_ > kMostSteps) return;
      const KoreanSounds::States after = sounds_.read(states, letter);
      if (after.states.empty()) continue;
      const std::string longer = word + letter;
      const std::optional<std::string> term = statistics(index_).first_term_from(longer, longer);
      if (!term) continue;
      const int cost = sounds_.cost(after);
      if (cost >= 0 && *term == longer) found_.push_back({longer, cost});
      go(longer, after);
    }
  }

  const IndexView& index_;
  const KoreanSounds sounds_;
  int steps_ = 0;
  std::vector<Found> found_;
};

// Only the cheapest are left.
template <class Found>
void keep_best(std::vector<Found>& found) {
  int least = found.empty() ? 0 : found.front().cost;
  for (const Found& word : found) least = std::min(least, word.cost);
  std::erase_if(found, [&](const Found& word) { return word.cost > least; });
}

KeptSounds& kept_sounds(const IndexView& index) {
  if (!index.derived->sounds) index.derived->sounds = std::make_shared<KeptSounds>();
  return *index.derived->sounds;
}

// True for a word that has an ending and that the index has without it: gives, not Gibbs.
bool is_inflected(const IndexView& index, std::string_view word) {
  for (const std::string_view ending : {"s", "es", "ed", "ing", "ly"}) {
    if (!word.ends_with(ending)) continue;
    const std::string base(word.substr(0, word.size() - ending.size()));
    if (frequency(index, base) != 0 || frequency(index, base + 'e') != 0) return true;
  }
  return false;
}

}  // namespace

SoundNames::SoundNames(const IndexView& index) : index_(index) {
  const auto has = [&](const std::string& prefix, char first, char last) {
    for (int byte = static_cast<unsigned char>(first); byte <= static_cast<unsigned char>(last);
         ++byte) {
      if (has_terms_beginning(index, prefix + static_cast<char>(byte))) return true;
    }
    return false;
  };
  // Syllables take bytes from EA to ED.
  has_korean_ = has(form_term(TextField::kBody, FormKind::kStem, ""), '\xEA', '\xED');
  has_latin_ = has("", 'a', 'z');
}

// A word in many passages is a word of the language: 그리고 is no spelling of Gregor.
bool SoundNames::is_frequent(const std::string& term) const {
  constexpr Xapian::doccount kFew = 10, kShare = 50;
  const Xapian::doccount most = std::max(statistics(index_).documents() / kShare, kFew);
  return frequency(index_, term) > most;
}

std::vector<std::string> SoundNames::korean_for(std::string_view latin) const {
  return kept_sounds(index_).korean.get(latin, [&] { return find_korean(latin); });
}

std::vector<std::string> SoundNames::latin_for(std::string_view korean) const {
  return kept_sounds(index_).latin.get(korean, [&] { return find_latin(korean); });
}

std::vector<std::string> SoundNames::find_korean(std::string_view latin) const {
  if (!has_korean_ || latin.size() < kShortestLatin) return {};
  std::vector<Walk::Found> found = Walk(index_, latin, latin.size() < kLongLatin ? 1 : 2).words();
  std::erase_if(found, [&](const Walk::Found& word) {
    return word.cost > most_cost(word.word, latin.size()) || verb_form(word.word).has_value();
  });
  keep_best(found);
  std::vector<std::string> words;
  for (const Walk::Found& word : found) {
    std::string text = to_utf8(word.word);
    if (is_frequent(form_term(TextField::kBody, FormKind::kStem, text))) continue;
    words.push_back(std::move(text));
  }
  return words;
}

std::vector<std::string> SoundNames::korean_person(std::string_view surname,
                                                   std::string_view given) const {
  constexpr int kMost = 4;  // the surname says already that this is a name
  constexpr std::size_t kSyllables = 3, kFewestLetters = 3;
  std::vector<Walk::Found> found;
  if (!has_korean_ || given.size() < kFewestLetters) return {};
  for (const char32_t first : korean_surname(surname)) {
    if (first == U'|') continue;
    for (Walk::Found& name : Walk(index_, given, kMost).words(std::u32string(1, first))) {
      if (name.word.size() == kSyllables) found.push_back(std::move(name));
    }
  }
  keep_best(found);
  std::vector<std::string> names;
  for (const Walk::Found& name : found) names.push_back(to_utf8(name.word));
  return names;
}

std::vector<std::string> SoundNames::find_latin(std::string_view korean) const {
  const std::u32string syllables = to_utf32(korean);
  const int most = most_cost(syllables, kLongLatin);
  if (!has_latin_ || most < 0 || verb_form(syllables).has_value()) return {};
  if (is_frequent(form_term(TextField::kBody, FormKind::kStem, korean))) return {};
  std::vector<LatinWalk::Found> found = LatinWalk(index_, syllables, most).words();
  std::erase_if(found, [&](const LatinWalk::Found& word) {
    return word.word.size() < kShortestLatin ||
           word.cost > most_cost(syllables, word.word.size()) || is_english_stop_word(word.word) ||
           is_common_word(word.word) || is_inflected(index_, word.word);
  });
  keep_best(found);
  std::vector<std::string> words;
  for (LatinWalk::Found& word : found) words.push_back(std::move(word.word));
  return words;
}

}  // namespace ibid
