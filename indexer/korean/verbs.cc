// SPDX-License-Identifier: GPL-2.0-or-later
//
// The contractions and irregular stems are those of the school grammar (한글 맞춤법, articles 18
// and 34 to 38).
#include "indexer/korean/verbs.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "corpus/text/hangul_syllable.h"
#include "indexer/korean/hangul.h"

namespace ibid {
namespace {

using namespace std::string_view_literals;

struct Stem {
  std::u32string_view text;
  bool noun;  // as well
};
constexpr std::array kStems = std::to_array<Stem>({
#include "indexer/word_lists/verb_stems.inc"
});

const Stem* listed(std::u32string_view stem) {
  const auto at =
      std::lower_bound(kStems.begin(), kStems.end(), stem,
                       [](const Stem& s, std::u32string_view text) { return s.text < text; });
  return at != kStems.end() && at->text == stem ? &*at : nullptr;
}

bool ends_in_one_of(std::u32string_view text, std::span<const std::u32string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::u32string_view end) { return text.ends_with(end); });
}
bool begins_with_one_of(std::u32string_view text, std::span<const std::u32string_view> begins) {
  return std::any_of(begins.begin(), begins.end(),
                     [&](std::u32string_view begin) { return text.starts_with(begin); });
}

// ---- stem -> the form in -아/어 --------------------------------------------------------------

bool is_bright(Vowel vowel) {
  return vowel == Vowel::kA || vowel == Vowel::kYa || vowel == Vowel::kO;
}
bool is_bright(std::u32string_view stem) {
  return !stem.empty() && is_precomposed(stem.back()) && is_bright(Syllable(stem.back()).vowel);
}
std::u32string with_ending(std::u32string_view stem) {
  return std::u32string(stem) + (is_bright(stem) ? U'아' : U'어');
}
std::u32string with_last(std::u32string_view stem, char32_t last) {
  std::u32string out(stem.substr(0, stem.size() - 1));
  return out += last;
}

// 모르 -> 몰라, 따르 -> 따라, 쓰 -> 써, 모으 -> 모아.
std::u32string without_eu(std::u32string_view stem) {
  constexpr std::array kRegular = {U"따르"sv, U"치르"sv, U"들르"sv, U"다다르"sv, U"우러르"sv};
  const std::u32string_view before = stem.substr(0, stem.size() - 1);
  Syllable last(stem.back());
  last.vowel = is_bright(before) ? Vowel::kA : Vowel::kEo;
  const bool doubles = stem.ends_with(U'르') && !before.empty() && is_precomposed(before.back()) &&
                       final_of(before.back()) == Final::kNone && !ends_in_one_of(stem, kRegular);
  if (!doubles) return with_last(stem, last.composed());
  return with_last(before, with_final(before.back(), Final::kRieul)) + last.composed();
}

std::u32string of_open_stem(std::u32string_view stem) {
  if (stem.ends_with(U'하')) return with_last(stem, U'해');
  if (stem.ends_with(U'푸')) return with_last(stem, U'퍼');
  if (stem == U"이르" || stem == U"푸르") return std::u32string(stem) + U'러';
  Syllable last(stem.back());
  switch (last.vowel) {
    case Vowel::kEu:
      return without_eu(stem);
    case Vowel::kO:
      last.vowel = Vowel::kWa;
      break;
    case Vowel::kU:
      last.vowel = Vowel::kWo;
      break;
    case Vowel::kI:
      last.vowel = Vowel::kYeo;
      break;
    case Vowel::kOe:
      last.vowel = Vowel::kWae;
      break;
    case Vowel::kA:
    case Vowel::kEo:
    case Vowel::kAe:
    case Vowel::kE:
    case Vowel::kYeo:
      break;
    default:
      return with_ending(stem);  // 쉬어, 띄어
  }
  return with_last(stem, last.composed());
}

// ㅂ, ㄷ, ㅅ at the end of a stem mostly give way before a vowel; these do not (ㅂ), or do (ㄷ,
// ㅅ).
constexpr std::array kFirmBieup = {U"잡"sv, U"입"sv, U"뽑"sv, U"좁"sv, U"씹"sv,  U"집"sv,
                                   U"접"sv, U"업"sv, U"꼽"sv, U"굽"sv, U"헤집"sv};
constexpr std::array kSoftDigeut = {U"듣"sv,   U"걷"sv,   U"묻"sv, U"싣"sv,
                                    U"깨닫"sv, U"일컫"sv, U"긷"sv};
constexpr std::array kSoftSiot = {U"짓"sv, U"낫"sv, U"붓"sv, U"잇"sv, U"젓"sv, U"긋"sv};

}  // namespace

std::u32string infinitive_of(std::u32string_view stem) {
  if (!is_precomposed(stem.back())) return std::u32string(stem);
  const char32_t open = with_final(stem.back(), Final::kNone);
  switch (final_of(stem.back())) {
    case Final::kNone:
      return of_open_stem(stem);
    case Final::kBieup:
      if (ends_in_one_of(stem, kFirmBieup)) break;
      return with_last(stem, open) + (stem == U"돕" || stem == U"곱" ? U'와' : U'워');
    case Final::kDigeut:
      if (!ends_in_one_of(stem, kSoftDigeut)) break;
      return with_last(stem, with_final(open, Final::kRieul)) + with_ending(stem).back();
    case Final::kSiot:
      if (!ends_in_one_of(stem, kSoftSiot)) break;
      return with_last(stem, open) + with_ending(stem).back();
    default:
      break;
  }
  return with_ending(stem);
}

namespace {

// ---- past tenses ----------------------------------------------------------------------------

bool is_auxiliary(std::u32string_view stem) {
  constexpr std::array kAuxiliaries = {U"있"sv, U"하"sv, U"되"sv, U"않"sv, U"이"sv, U"아니"sv};
  return std::find(kAuxiliaries.begin(), kAuxiliaries.end(), stem) != kAuxiliaries.end();
}

// A verb made of a noun: its noun is its form, see noun_of_verb().
bool is_of_noun(std::u32string_view stem) {
  return stem.size() > 2 && (stem.ends_with(U'하') || stem.ends_with(U'되')) &&
         listed(stem) == nullptr;
}

std::optional<VerbForm> form_of(std::u32string_view stem, std::size_t syllables, bool certain) {
  if (stem.empty() || is_auxiliary(stem) || is_of_noun(stem)) return std::nullopt;
  return VerbForm{infinitive_of(stem), syllables, certain};
}

// `before` and 았, 었 or 였, written apart: 먹었, 보았, 하였, 보이었.
std::optional<VerbForm> uncontracted_past(std::u32string_view before, char32_t mark) {
  if (before.empty() || !is_precomposed(before.back())) return std::nullopt;
  if (mark == U'였') {  // 움직였다; of a noun, 였다 is "was"
    if (before.ends_with(U'하')) return form_of(before, before.size(), true);
    const std::u32string stem = std::u32string(before) + U'이';
    if (listed(stem) == nullptr) return std::nullopt;
    return form_of(stem, before.size() + 1, true);
  }
  if (is_auxiliary(before) || is_of_noun(before)) return std::nullopt;
  // 지었다 is 짓다, since 지다 is written 졌다; 모았다 is 모으다.
  const bool other_stem =
      listed(std::u32string(before) + U'으') != nullptr ||
      (listed(with_last(before, with_final(before.back(), Final::kSiot))) != nullptr);
  if (listed(before) != nullptr && !other_stem) return form_of(before, before.size(), true);
  if (before.ends_with(U'이')) return std::nullopt;  // 것이었다: "was"
  return VerbForm{std::u32string(before) + (mark == U'았' ? U'아' : U'어'), before.size(), true};
}

// Whether `word` has the mark of a past tense or of a supposition (겠) before endings, and the verb
// if it is one.
struct Past {
  bool marked = false;
  std::optional<VerbForm> verb;
};

std::optional<VerbForm> past_of(std::u32string_view before, char32_t mark) {
  const std::size_t syllables = before.size() + 1;
  switch (mark) {
    case U'겠':
      return form_of(before, before.size(), true);
    case U'았':
    case U'었':
    case U'였':
      return uncontracted_past(before, mark);
    case U'했':
      return form_of(std::u32string(before) + U'하', syllables, true);
    case U'됐':
      return form_of(std::u32string(before) + U'되', syllables, true);
    default:
      return VerbForm{std::u32string(before) + with_final(mark, Final::kNone), syllables, true};
  }
}

Past find_past(std::u32string_view word) {
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    const char32_t mark = word[i];
    if (!is_precomposed(mark) || final_of(mark) != Final::kSsangSiot || mark == U'있') continue;
    return {true,
            is_verb_ending(word.substr(i + 1)) ? past_of(word.substr(0, i), mark) : std::nullopt};
  }
  return {};
}

// ---- other forms, by the list of stems --------------------------------------------------------

// Endings that nothing but a verb has.
constexpr std::array kVerbOnly = {U"다"sv,   U"던"sv,   U"면서"sv, U"려고"sv,   U"려는"sv,
                                  U"지만"sv, U"도록"sv, U"거나"sv, U"더라도"sv, U"지는"sv,
                                  U"지도"sv, U"고자"sv, U"는다"sv, U"는데"sv,   U"자마자"sv};
// Endings of stems that end in a consonant, but not in ㄹ.
constexpr std::array kAfterEu = {U"으며"sv, U"으면"sv, U"으려"sv, U"으니"sv, U"으나"sv,
                                 U"은"sv,   U"을"sv,   U"음"sv,   U"읍"sv};
constexpr std::array kAfterOpen = {U"며"sv, U"면"sv, U"려"sv, U"나"sv,
                                   U"니"sv, U"므"sv, U"러"sv, U"라"sv};

// A stem of one syllable is also part of many nouns: 보고 is a report, 사고 an accident.
bool may_take(const Stem& stem, std::u32string_view tail) {
  if (stem.text.size() > 1) return !stem.noun || !tail.empty();
  if (begins_with_one_of(tail, kVerbOnly)) return true;
  const bool closed = final_of(stem.text.back()) != Final::kNone;
  if (!closed || tail.empty()) return false;
  if (tail.front() == U'는') return true;  // no particle: after a consonant that is 은
  if (tail.front() == U'으' && !tail.starts_with(U"으로")) return true;
  constexpr std::u32string_view kOther = U"은을음고게지기";
  return !stem.noun && !(stem.text == U"잡" && tail.front() == U'지') &&  // 잡지, a magazine
         kOther.find(tail.front()) != std::u32string_view::npos;
}

class StemSearch {
 public:
  explicit StemSearch(std::u32string_view word) : word_(word) {}

  std::optional<VerbForm> find() {
    for (std::size_t n = word_.size(); n > 0 && !found_; --n) {
      const std::u32string_view before = word_.substr(0, n), tail = word_.substr(n);
      if (!is_precomposed(before.back()) || (!tail.empty() && !is_verb_ending(tail))) continue;
      if (!tail.empty()) after_stem(before, tail);
      melted(before, tail);
      infinitive(before, tail);
    }
    return found_;
  }

 private:
  void take(std::u32string_view stem, std::size_t syllables, std::u32string_view tail) {
    if (found_) return;
    if (const Stem* known = listed(stem); known != nullptr && may_take(*known, tail)) {
      found_ = form_of(stem, syllables, true);
    }
  }
  void take_changed(std::u32string_view before, Final final, std::u32string_view tail) {
    take(with_last(before, with_final(before.back(), final)), before.size(), tail);
  }
  // 도우 -> 돕. No noun is written so.
  void take_of_bieup(std::u32string_view before) {
    if (before.size() < 2 || before.back() != U'우' || !is_precomposed(before[before.size() - 2])) {
      return;
    }
    const std::u32string_view stem = before.substr(0, before.size() - 1);
    if (final_of(stem.back()) == Final::kNone) take_changed(stem, Final::kBieup, U"다");
  }

  // The ending is of its own syllables: 지키는, 먹으면, 만드는 (만들), 들으면 (듣), 도우면 (돕).
  void after_stem(std::u32string_view before, std::u32string_view tail) {
    const Final final = final_of(before.back());
    const bool eu = begins_with_one_of(tail, kAfterEu);
    const bool open = begins_with_one_of(tail, kAfterOpen);
    constexpr std::u32string_view kOnlyAfterNouns = U"의에가만과와것로를이";
    if (kOnlyAfterNouns.find(tail.front()) != std::u32string_view::npos) return;
    if (eu) {
      const bool plural = before == U"들" && tail.front() != U'으';  // 들을: of more than one
      if (final == Final::kRieul && !plural) take_changed(before, Final::kDigeut, tail);
      if (final == Final::kNone) take_changed(before, Final::kSiot, tail);
      if (final != Final::kNone && final != Final::kRieul) take(before, before.size(), tail);
    } else if (!open || final == Final::kNone || final == Final::kRieul) {
      take(before, before.size(), tail);
    }
    if (final != Final::kNone) return;
    // 나는 is rather "I".
    const bool rieul = before.size() > 1 && (tail.front() == U'는' || tail.front() == U'니');
    if (rieul) take_changed(before, Final::kRieul, tail);
    if (open) take_of_bieup(before);
  }

  // The ending has become a final consonant: 떠난, 떠날, 떠남, 떠납니다, 만든, 도운.
  void melted(std::u32string_view before, std::u32string_view tail) {
    if (before.ends_with(U'를')) return;  // a particle
    switch (final_of(before.back())) {
      case Final::kNieun:
        if (!tail.empty() && tail.front() != U'다' && tail.front() != U'데') return;
        break;
      case Final::kRieul:
        if (!tail.empty() && tail.front() != U'지' && tail.front() != U'까') return;
        break;
      case Final::kBieup:
        if (tail.empty() || tail.front() != U'니') return;
        break;
      case Final::kMieum:
        if (!tail.empty() && !is_particle(tail)) return;
        break;
      default:
        return;
    }
    const std::u32string open = with_last(before, with_final(before.back(), Final::kNone));
    // 간다, 갑니다: verbs only.
    const bool verb_only = !tail.empty() && (tail.front() == U'다' || tail.front() == U'니');
    const std::u32string_view as = verb_only ? U"다"sv : U""sv;
    take(open, before.size(), as);
    take_changed(before, Final::kRieul, as);
    take_of_bieup(open);
  }

  // 밝혀, 밝혀서, 도와야.
  void infinitive(std::u32string_view before, std::u32string_view tail) {
    if (found_ || (before.size() == 1 && tail != U"서" && tail != U"야")) return;
    if (!tail.empty() && tail.front() != U'서' && tail.front() != U'야' && tail.front() != U'도' &&
        tail.front() != U'요') {
      return;
    }
    static const std::vector<std::u32string> kInfinitives = [] {
      std::vector<std::u32string> all;
      for (const Stem& stem : kStems) {
        // 나가 is both; it has no form of its own to be known by.
        if (infinitive_of(stem.text) != stem.text) all.push_back(infinitive_of(stem.text));
      }
      std::sort(all.begin(), all.end());
      return all;
    }();
    if (std::binary_search(kInfinitives.begin(), kInfinitives.end(), before)) {
      found_ = VerbForm{std::u32string(before), before.size(), true};
    }
  }

  std::u32string_view word_;
  std::optional<VerbForm> found_;
};

bool may_end_stem(char32_t syllable) {
  const Syllable last(syllable);
  return last.final != Final::kNone || last.vowel == Vowel::kI || last.vowel == Vowel::kU ||
         last.vowel == Vowel::kAe;
}

// Endings of a verb that is not in the list: 씹는다, 일컬어진다, 씹다.
std::optional<VerbForm> unlisted_form(std::u32string_view word) {
  if (word.size() < 2 || word.back() != U'다') return std::nullopt;
  const std::u32string_view before = word.substr(0, word.size() - 1);
  if (!is_precomposed(before.back())) return std::nullopt;
  if (before.ends_with(U'는') && before.size() > 1) {
    return form_of(before.substr(0, before.size() - 1), before.size() - 1, true);
  }
  if (final_of(before.back()) == Final::kNieun) {
    const std::u32string open = with_last(before, with_final(before.back(), Final::kNone));
    return open.size() > 1 && may_end_stem(open.back()) ? form_of(open, before.size(), true)
                                                        : std::nullopt;
  }
  // 이다 after a noun is "is"; 캐나다 and the like are names.
  if (before.size() < 2 || before.ends_with(U'이') || !may_end_stem(before.back())) {
    return std::nullopt;
  }
  return form_of(before, before.size(), false);
}

}  // namespace

std::optional<VerbForm> verb_form(std::u32string_view word) {
  constexpr std::size_t kLongest = 12;  // syllables; no verb is longer
  if (word.size() < 2 || word.size() > kLongest) return std::nullopt;
  if (noun_of_verb(word) != 0) return std::nullopt;
  if (Past past = find_past(word); past.marked) return past.verb;
  if (auto known = StemSearch(word).find()) return known;
  return unlisted_form(word);
}

}  // namespace ibid
