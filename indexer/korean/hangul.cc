// SPDX-License-Identifier: GPL-2.0-or-later
//
// Particles and verb shapes are lists of indexer/word_lists/, the longest entries first.
#include "indexer/korean/hangul.h"

#include <algorithm>
#include <array>
#include <span>

#include "corpus/text/hangul_syllable.h"

namespace ibid {
namespace {

enum class Sound : unsigned char {
  kAny,
  kConsonant,         // after a final consonant: 은, 이, 을, 과
  kVowel,             // after a vowel: 는, 가, 를, 와
  kVowelOrRieul,      // 로
  kConsonantNoRieul,  // 으로
};

using enum Sound;

struct Particle {
  std::u32string_view text;
  Sound after;
  // It is also taken off nouns of one syllable (법을, 책은): no noun of two syllables ends in it
  // after the right sound.
  bool after_one;
};

// Topic, focus, genitive, range.
constexpr std::array kOuter = std::to_array<Particle>({
#include "indexer/word_lists/outer_particles.inc"
});

// Case particles and the copula.
constexpr std::array kCase = std::to_array<Particle>({
#include "indexer/word_lists/case_particles.inc"
});

// Suffixes that stay on a noun below its case.
constexpr std::array kSuffix = std::to_array<Particle>({
#include "indexer/word_lists/noun_suffixes.inc"
});

// Nouns whose last syllable looks like a particle, by their last two syllables.
constexpr std::array kNounEnds = std::to_array<std::u32string_view>({
#include "indexer/word_lists/noun_ends.inc"
});

constexpr std::array kNames = std::to_array<std::u32string_view>({
#include "indexer/word_lists/whole_names.inc"
});

bool fits(Sound required, char32_t syllable) {
  if (!is_precomposed(syllable)) return true;
  const Final final = final_of(syllable);
  switch (required) {
    case Sound::kAny:
      return true;
    case Sound::kConsonant:
      return final != Final::kNone;
    case Sound::kVowel:
      return final == Final::kNone;
    case Sound::kVowelOrRieul:
      return final == Final::kNone || final == Final::kRieul;
    case Sound::kConsonantNoRieul:
      return final != Final::kNone && final != Final::kRieul;
  }
  return false;
}

bool is_noun_end(std::u32string_view word, std::size_t particle_size) {
  if (particle_size != 1 || word.size() < 2) return false;
  // 안보회의 is a meeting, 국회의 means "of the parliament".
  constexpr std::u32string_view kBodies = U"국사원의협교대기";
  const bool meeting = word.ends_with(U"회의");
  if (meeting && word.size() >= 3 &&
      kBodies.find(word[word.size() - 3]) != std::u32string_view::npos) {
    return false;
  }
  return std::find(kNounEnds.begin(), kNounEnds.end(), word.substr(word.size() - 2)) !=
         kNounEnds.end();
}

// Length of `word` without the longest particle of the list that fits, or its whole length.
std::size_t strip_one(std::u32string_view word, std::span<const Particle> particles) {
  if (std::find(kNames.begin(), kNames.end(), word) != kNames.end()) return word.size();
  for (const Particle& particle : particles) {
    if (!word.ends_with(particle.text) || word.size() == particle.text.size()) continue;
    const std::size_t left = word.size() - particle.text.size();
    if (left == 1 && !particle.after_one) continue;
    if (!fits(particle.after, word[left - 1])) continue;
    if (is_noun_end(word, particle.text.size())) return word.size();
    return left;
  }
  return word.size();
}

// What may follow a shape of 하다, 되다, ….
enum class VerbEnd : unsigned char {
  kEndsWord,       // nothing, or endings
  kNeedsEnding,    // 했: no word ends in it
  kTakesParticle,  // 함: a noun again
};
using enum VerbEnd;

// A verb that is made of a noun, in a shape that its ending gives it.
struct VerbShape {
  std::u32string_view text;
  VerbEnd end;
};
constexpr std::array kVerbs = std::to_array<VerbShape>({
#include "indexer/word_lists/verb_shapes.inc"
});
constexpr std::array kEndings = std::to_array<char32_t>({
#include "indexer/word_lists/verb_endings.inc"
});
constexpr std::array kParticles = std::to_array<char32_t>({
#include "indexer/word_lists/particle_syllables.inc"
});

bool is_in(std::span<const char32_t> syllables, char32_t c) {
  return std::find(syllables.begin(), syllables.end(), c) != syllables.end();
}

// The shape of 하다, 되다, … that `text` begins with; null if there is none.
const VerbShape* verb_at(std::u32string_view text) {
  for (const VerbShape& verb : kVerbs) {
    if (text.starts_with(verb.text)) return &verb;
  }
  return nullptr;
}

// Whether a noun can have both particles, `inner` first. A particle of one syllable that marks the
// topic, the subject or the object is the last one: in 투자가는 and 김영도는, 가 and 도 are of the
// noun.
bool may_follow(std::u32string_view inner, std::u32string_view outer) {
  constexpr std::u32string_view kLast = U"은는도의이가을를";
  return outer.empty() || inner.size() > 1 ||
         kLast.find(inner.front()) == std::u32string_view::npos;
}

}  // namespace

std::size_t without_particles(std::u32string_view word) {
  std::size_t size = word.size();
  std::u32string_view outer;
  const auto strip = [&](std::span<const Particle> particles) {
    const std::size_t left = strip_one(word.substr(0, size), particles);
    const std::u32string_view inner = word.substr(left, size - left);
    if (inner.empty() || !may_follow(inner, outer)) return;
    outer = inner;
    size = left;
  };
  strip(kOuter);
  strip(kOuter);
  strip(kCase);
  return strip_one(word.substr(0, size), kSuffix);
}

std::size_t name_before_particle(std::u32string_view word) {
  constexpr std::size_t kShortestName = 3;
  const std::size_t name = strip_one(word, kOuter);
  const bool ends_so = name < word.size() && name >= kShortestName && word[name - 1] == U'만';
  return ends_so && without_particles(word) == name - 1 ? name : 0;
}

bool ends_like_particle(std::u32string_view word) {
  constexpr std::size_t kSyllables = 3;
  return word.size() == kSyllables && without_particles(word) == kSyllables &&
         is_particle(word.substr(kSyllables - 1));
}

std::size_t noun_of_verb(std::u32string_view word) {
  constexpr std::size_t kShortestNoun = 2;
  for (std::size_t i = kShortestNoun; i < word.size(); ++i) {
    const VerbShape* verb = verb_at(word.substr(i));
    if (verb == nullptr || (verb->text == U"한" && word[i - 1] == U'북')) continue;  // 남북한
    const std::u32string_view tail = word.substr(i + verb->text.size());
    if (tail.empty() && verb->end == kNeedsEnding) continue;
    const bool particle = !tail.empty() && is_in(kParticles, tail[0]);
    if (particle && verb->end != kTakesParticle) continue;
    if (tail.empty() || is_verb_ending(tail)) return i;
  }
  return 0;
}

bool goes_on_by_ending(std::u32string_view word, std::size_t size) {
  const std::u32string_view tail = word.substr(size);
  if (is_particle(tail)) return true;
  if (tail.starts_with(U'들') && (tail.size() == 1 || is_particle(tail.substr(1)))) return true;
  return noun_of_verb(word) == size;
}

bool is_verb_ending(std::u32string_view text) {
  constexpr std::size_t kLongest = 6;
  return !text.empty() && text.size() <= kLongest &&
         std::all_of(text.begin(), text.end(), [](char32_t c) { return is_in(kEndings, c); });
}

bool is_particle(std::u32string_view word) {
  const auto is_one_of = [](std::u32string_view text, std::span<const Particle> particles) {
    return std::any_of(particles.begin(), particles.end(),
                       [&](const Particle& p) { return p.text == text; });
  };
  if (word.empty()) return false;
  if (is_one_of(word, kOuter) || is_one_of(word, kCase)) return true;
  for (std::size_t cut = 1; cut < word.size(); ++cut) {
    const bool outer = is_one_of(word.substr(cut), kOuter);
    if (outer && (is_one_of(word.substr(0, cut), kCase) || is_one_of(word.substr(0, cut), kOuter)))
      return true;
  }
  return false;
}

}  // namespace ibid
