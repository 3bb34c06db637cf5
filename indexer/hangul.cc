// SPDX-License-Identifier: GPL-2.0-or-later
//
// Source of the particle classes: 국립국어원, 표준국어대사전, 조사. The lists leave out particles
// that end too many nouns to be told by sound (나 of 우크라이나, 인 of 외국인).
#include "indexer/hangul.h"

#include <algorithm>
#include <array>
#include <span>

namespace ibid {
namespace {

constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kFinals = 28;  // final consonants, none included
constexpr char32_t kFinalRieul = 8;

enum class Sound : unsigned char {
  kAny,
  kConsonant,         // after a final consonant: 은, 이, 을, 과
  kVowel,             // after none: 는, 가, 를, 와
  kVowelOrRieul,      // 로
  kConsonantNoRieul,  // 으로
};

struct Particle {
  std::u32string_view text;
  Sound after;
};

// Outermost: topic, focus, genitive, range. Longer before shorter.
constexpr std::array kOuter = std::to_array<Particle>({
    {U"까지도", Sound::kAny},
    {U"이라도", Sound::kConsonant},
    {U"뿐만", Sound::kAny},
    {U"까지", Sound::kAny},
    {U"부터", Sound::kAny},
    {U"조차", Sound::kAny},
    {U"마저", Sound::kAny},
    {U"밖에", Sound::kAny},
    {U"라도", Sound::kVowel},
    {U"이나", Sound::kConsonant},
    {U"은", Sound::kConsonant},
    {U"는", Sound::kVowel},
    {U"도", Sound::kAny},
    {U"만", Sound::kAny},
    {U"의", Sound::kAny},
    {U"뿐", Sound::kAny},
});

// Case particles and the copula.
constexpr std::array kCase = std::to_array<Particle>({
    {U"이었습니다", Sound::kConsonant},
    {U"였습니다", Sound::kVowel},
    {U"으로부터", Sound::kConsonantNoRieul},
    {U"로부터", Sound::kVowelOrRieul},
    {U"으로서", Sound::kConsonantNoRieul},
    {U"으로써", Sound::kConsonantNoRieul},
    {U"에게서", Sound::kAny},
    {U"한테서", Sound::kAny},
    {U"이라는", Sound::kConsonant},
    {U"이라고", Sound::kConsonant},
    {U"이라며", Sound::kConsonant},
    {U"이었다", Sound::kConsonant},
    {U"이었던", Sound::kConsonant},
    {U"입니다", Sound::kAny},
    {U"이지만", Sound::kConsonant},
    {U"에서", Sound::kAny},
    {U"에게", Sound::kAny},
    {U"께서", Sound::kAny},
    {U"한테", Sound::kAny},
    {U"로서", Sound::kVowelOrRieul},
    {U"로써", Sound::kVowelOrRieul},
    {U"으로", Sound::kConsonantNoRieul},
    {U"이랑", Sound::kConsonant},
    {U"처럼", Sound::kAny},
    {U"보다", Sound::kAny},
    {U"만큼", Sound::kAny},
    {U"마다", Sound::kAny},
    {U"대로", Sound::kAny},
    {U"이며", Sound::kConsonant},
    {U"이고", Sound::kConsonant},
    {U"이다", Sound::kConsonant},
    {U"였다", Sound::kVowel},
    {U"였던", Sound::kVowel},
    {U"라는", Sound::kVowel},
    {U"라고", Sound::kVowel},
    {U"라며", Sound::kVowel},
    {U"이란", Sound::kConsonant},
    {U"이자", Sound::kConsonant},
    {U"이", Sound::kConsonant},
    {U"가", Sound::kVowel},
    {U"을", Sound::kConsonant},
    {U"를", Sound::kVowel},
    {U"에", Sound::kAny},
    {U"로", Sound::kVowelOrRieul},
    {U"와", Sound::kVowel},
    {U"과", Sound::kConsonant},
    {U"께", Sound::kAny},
});

// What stays on a noun below its case: plural, and 적 that makes 전략적 of 전략.
constexpr std::array kSuffix = std::to_array<Particle>({
    {U"적인", Sound::kAny},
    {U"들", Sound::kAny},
    {U"적", Sound::kAny},
});

// Nouns whose last syllable looks like a particle, by their last two syllables (한반도, 고속도로).
constexpr std::array kNounEnds = std::to_array<std::u32string_view>({
    U"반도", U"주도", U"기도", U"원도", U"청도", U"상도", U"속도", U"제도", U"온도", U"정도",
    U"보도", U"태도", U"지도", U"강도", U"밀도", U"농도", U"각도", U"고도", U"년도", U"연도",
    U"의도", U"시도", U"유도", U"철도", U"궤도", U"진도", U"빈도", U"습도", U"용도", U"인도",
    U"수도", U"독도", U"열도", U"군도", U"라도", U"해도", U"경도", U"족도", U"뢰도", U"호도",
    U"유가", U"주가", U"추가", U"허가", U"여가", U"고가", U"저가", U"화가", U"시가", U"호가",
    U"도로", U"대로", U"경로", U"통로", U"진로", U"선로", U"항로", U"회로", U"원로", U"결과",
    U"성과", U"통과", U"대만", U"불만", U"회의", U"협의", U"합의", U"논의", U"결의", U"항의",
    U"심의", U"동의", U"주의", U"정의", U"임의", U"제의",
});

// Names that end like a noun with its particle, and are met so often that it matters.
constexpr std::array kNames = std::to_array<std::u32string_view>({
    U"김정은",
    U"손정의",
    U"페르시아만",
    U"벵골만",
    U"걸프만",
});

bool fits(Sound required, char32_t syllable) {
  if (syllable < kFirstSyllable) return true;
  const char32_t final = (syllable - kFirstSyllable) % kFinals;
  switch (required) {
    case Sound::kAny:
      return true;
    case Sound::kConsonant:
      return final != 0;
    case Sound::kVowel:
      return final == 0;
    case Sound::kVowelOrRieul:
      return final == 0 || final == kFinalRieul;
    case Sound::kConsonantNoRieul:
      return final != 0 && final != kFinalRieul;
  }
  return false;
}

// One-syllable nouns (법을, 책은) are bared by these only: no noun of two syllables ends in them
// with the right sound before.
bool bares_one_syllable(std::u32string_view particle) {
  return particle == U"을" || particle == U"를" || particle == U"은" || particle == U"는" ||
         particle == U"에서" || particle == U"에게" || particle == U"으로";
}

bool is_noun_end(std::u32string_view word, std::size_t particle_size) {
  if (particle_size != 1 || word.size() < 2) return false;
  // 안보회의 is a meeting, 국회의 is the parliament's.
  constexpr std::u32string_view kBodies = U"국사원의협교대기";
  const bool meeting = word.ends_with(U"회의");
  if (meeting && word.size() >= 3 &&
      kBodies.find(word[word.size() - 3]) != std::u32string_view::npos) {
    return false;
  }
  return std::find(kNounEnds.begin(), kNounEnds.end(), word.substr(word.size() - 2)) !=
         kNounEnds.end();
}

// Length of `word` without the longest fitting particle of the list, or its whole length.
std::size_t strip_one(std::u32string_view word, std::span<const Particle> particles) {
  if (std::find(kNames.begin(), kNames.end(), word) != kNames.end()) return word.size();
  for (const Particle& particle : particles) {
    if (!word.ends_with(particle.text) || word.size() == particle.text.size()) continue;
    const std::size_t left = word.size() - particle.text.size();
    if (left == 1 && !bares_one_syllable(particle.text)) continue;
    if (!fits(particle.after, word[left - 1])) continue;
    if (is_noun_end(word, particle.text.size())) return word.size();
    return left;
  }
  return word.size();
}

// What makes a verb of a noun, in the shapes its ending gives it. Longer before shorter.
constexpr std::array kVerbs = std::to_array<std::u32string_view>({
    U"시키", U"시켰", U"시켜", U"시킨", U"시킬", U"시킴", U"당하", U"당했", U"당한",
    U"당할", U"당해", U"당함", U"받았", U"받은", U"받는", U"받을", U"받고", U"받아",
    U"받게", U"받지", U"하",   U"한",   U"할",   U"함",   U"합",   U"해",   U"했",
    U"되",   U"된",   U"될",   U"됨",   U"됩",   U"돼",   U"됐",
});
constexpr std::u32string_view kEndings =
    U"다고는며면서여였었았으기로지자려게도록던라거나데니므야겠습까은을를의에요음이가만과와것";

// Shapes that no word ends in.
bool needs_ending(std::u32string_view verb) {
  return verb == U"합" || verb == U"됩" || verb.back() == U'했' || verb == U"됐" ||
         verb == U"시켰" || verb == U"받았";
}

// Only a verb made a noun again (강화함을, 강화하기를) takes particles.
bool takes_particle(std::u32string_view verb) {
  return verb.back() == U'함' || verb.back() == U'됨' || verb == U"시킴";
}
constexpr std::u32string_view kParticles = U"을를은의에이가과와만";

// The shape of 하다, 되다, … that `text` begins with; empty if none.
std::u32string_view verb_at(std::u32string_view text) {
  for (const std::u32string_view verb : kVerbs) {
    if (text.starts_with(verb)) return verb;
  }
  return {};
}

}  // namespace

std::size_t without_particles(std::u32string_view word) {
  std::size_t size = word.size();
  for (int layer = 0; layer < 2; ++layer) size = strip_one(word.substr(0, size), kOuter);
  size = strip_one(word.substr(0, size), kCase);
  return strip_one(word.substr(0, size), kSuffix);
}

std::size_t noun_of_verb(std::u32string_view word) {
  constexpr std::size_t kShortestNoun = 2, kLongestTail = 6;
  for (std::size_t i = kShortestNoun; i < word.size(); ++i) {
    const std::u32string_view verb = verb_at(word.substr(i));
    if (verb.empty() || (verb == U"한" && word[i - 1] == U'북')) continue;  // 남북한
    const std::u32string_view tail = word.substr(i + verb.size());
    if (tail.size() > kLongestTail || (tail.empty() && needs_ending(verb))) continue;
    const bool particle = !tail.empty() && kParticles.find(tail[0]) != std::u32string_view::npos;
    if (particle && !takes_particle(verb)) continue;
    const bool only_endings = std::all_of(tail.begin(), tail.end(), [](char32_t c) {
      return kEndings.find(c) != std::u32string_view::npos;
    });
    if (only_endings) return i;
  }
  return 0;
}

bool goes_on_by_ending(std::u32string_view word, std::size_t size) {
  const std::u32string_view tail = word.substr(size);
  if (is_particle(tail)) return true;
  if (tail.starts_with(U'들') && (tail.size() == 1 || is_particle(tail.substr(1)))) return true;
  return noun_of_verb(word) == size;
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
