// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/parts/value_context.h"

#include <algorithm>
#include <array>
#include <set>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kConjunctions =
    std::to_array<std::string_view>({"and", "but", "while", "whereas", "against", "although"});
constexpr std::array kPrepositions = std::to_array<std::string_view>(
    {"of",      "to",     "in",    "at",   "for",     "from",    "by",   "with",
     "on",      "during", "under", "near", "than",    "against", "into", "over",
     "between", "among",  "like",  "via",  "through", "the"});

}  // namespace

bool ValueContext::is_value(std::size_t unit) const {
  const ClaimUnitKind kind = claim_.units[unit].kind;
  return kind == ClaimUnitKind::kFigure || kind == ClaimUnitKind::kDate;
}
bool ValueContext::is_day(std::size_t unit) const {
  return claim_.units[unit].kind == ClaimUnitKind::kDate ||
         claim_.words[unit].quantity.kind == QuantityKind::kYear;
}

StatedValue ValueContext::value_at(ByteRange text, const Quantity* quantity,
                                   const NamedDay* day) const {
  const ByteRange sentence = sentence_at(compared_, text.begin);
  return {text, clause_at(text, sentence), sentence, quantity, day};
}

// From the last comma, bracket or conjunction before the value to the next one behind it.
ByteRange ValueContext::clause_at(ByteRange value, ByteRange sentence) const {
  const std::vector<Word>& words = passage_.analysis.words;
  ByteRange clause = value;
  for (std::size_t w = words.size(); w-- > 0;) {
    if (words[w].end > clause.begin) continue;
    if (words[w].begin < sentence.begin || !in_clause(words[w].end, clause.begin)) break;
    if (joins(words[w])) break;
    clause.begin = words[w].begin;
  }
  for (const Word& word : words) {
    if (word.begin < clause.end) continue;
    if (word.end > sentence.end || !in_clause(clause.end, word.begin)) break;
    if (!word.hangul && joins(word)) break;
    clause.end = word.end;
    if (word.hangul && joins(word)) break;
  }
  return clause;
}

bool ValueContext::in_clause(std::uint64_t begin, std::uint64_t end) const {
  return in_one_clause(passage_.text, begin, end);
}

// A conjunction, or a Korean verb that goes on: 늘었고, 줄었지만.
bool ValueContext::joins(const Word& word) const {
  const std::string_view surface = passage_.analysis.surface(word);
  if (!word.hangul) return is_one_of(surface, kConjunctions);
  constexpr std::array kGoOn =
      std::to_array<std::string_view>({"고", "며", "지만", "으나", "는데", "면서"});
  constexpr std::size_t kThreeSyllables = 9;
  return surface.size() >= kThreeSyllables && ends_with_one_of(surface, kGoOn);
}

double ValueContext::support(const StatedValue& value) const {
  double all = 0, sum = 0;
  for (std::size_t u = 0; u < claim_.units.size(); ++u) {
    if (is_value(u) || !claim_.units[u].counts) continue;
    const double weight = is_like_name(claim_.units[u]) ? kNameWeight : 1;
    all += weight;
    sum += weight * presence(u, value);
  }
  return all > 0 ? sum / all : 0;
}

double ValueContext::presence(std::size_t unit, const StatedValue& value) const {
  double best = compared_.in_titles[unit] ? kInPassage : 0;
  for (const Occurrence& at : compared_.found[unit]) {
    const double place = begins_in(at.text, value.clause)     ? 1
                         : begins_in(at.text, value.sentence) ? kInSentence
                                                              : kInPassage;
    best = std::max(best, place * (at.whole ? 1 : kInPart));
  }
  return best;
}

// The years, months and days of the claim against those beside the value. If the value is one of
// them itself, the claim's other figures must be in the passage: else it is of another time.
bool ValueContext::has_another_period(std::size_t unit, const StatedValue& value) const {
  std::set<std::string> years;
  bool named = false, same = false;
  const ByteRange beside = has_day(value.clause, value) ? value.clause : value.sentence;
  for (std::size_t u = 0; u < claim_.units.size(); ++u) {
    if (u == unit || !is_value(u)) continue;
    if (is_day(unit) && compared_.found[u].empty()) return true;
    if (claim_.words[u].quantity.kind == QuantityKind::kYear) {
      years.insert(claim_.words[u].quantity.value.to_string());
    }
    if (claim_.units[u].kind != ClaimUnitKind::kDate) continue;
    const NamedDay& asked = claim_.words[u].day;
    if (asked.year != 0) years.insert(std::to_string(asked.year));
    for (const NamedDay& day : passage_.days) {
      if (!begins_in(day.text, beside) || day.text == value.text) continue;
      named = true;
      same = same || may_be_same_day(asked, day);
    }
  }
  if (is_day(unit)) return false;
  const std::string year = year_of(value);
  return (named && !same) || (!years.empty() && !year.empty() && !years.contains(year));
}

bool ValueContext::has_day(ByteRange range, const StatedValue& value) const {
  return std::any_of(passage_.days.begin(), passage_.days.end(), [&](const NamedDay& day) {
    return begins_in(day.text, range) && !(day.text == value.text);
  });
}

// Right behind the value, else the last one before it in its sentence, else the next one.
std::string ValueContext::year_of(const StatedValue& value) const {
  constexpr std::uint64_t kRightAfter = 12;  // bytes: " in ", ", in "
  const Quantity* last = nullptr;
  const Quantity* next = nullptr;
  for (const Quantity& year : passage_.quantities) {
    if (year.kind != QuantityKind::kYear || !begins_in(year.range, value.sentence)) continue;
    if (year.range.begin < value.text.begin) last = &year;
    if (next == nullptr && year.range.begin >= value.text.end) next = &year;
  }
  if (next != nullptr && next->range.begin - value.text.end <= kRightAfter) last = next;
  if (last == nullptr) last = next;
  return last == nullptr ? "" : last->value.to_string();
}

// A name that the claim does not have stands nearer to the value than any of the claim's.
bool ValueContext::has_another_name(const StatedValue& value) const {
  const std::vector<Word>& words = passage_.analysis.words;
  for (std::size_t w = words.size(); w-- > 0;) {
    if (words[w].end > value.text.begin || words[w].begin < value.sentence.begin) continue;
    if (!is_capitalised(words[w])) continue;
    if (is_of_claim(words[w])) return false;
    const bool near = begins_in({words[w].begin, words[w].end}, value.clause);
    if (!follows_preposition(w) || (near && !clause_has_name(value))) return true;
  }
  return false;
}

// True also for a claim without names.
bool ValueContext::clause_has_name(const StatedValue& value) const {
  if (std::none_of(claim_.units.begin(), claim_.units.end(), is_like_name)) return true;
  for (std::size_t u = 0; u < claim_.units.size(); ++u) {
    if (is_like_name(claim_.units[u]) && is_in(compared_, u, value.clause)) return true;
  }
  return false;
}

bool ValueContext::is_capitalised(const Word& word) const {
  std::size_t at = word.begin;
  const char32_t c = next_code_point(passage_.text, at);
  if (!is_latin(c) || is_lower(c) || word.weightiness == Weightiness::kStop) return false;
  return std::none_of(passage_.days.begin(), passage_.days.end(), [&](const NamedDay& day) {
    return overlaps(day.text, {word.begin, word.end});
  });
}

bool ValueContext::is_of_claim(const Word& word) const {
  const ByteRange range{word.begin, word.end};
  return std::any_of(compared_.found.begin(), compared_.found.end(), [&](const auto& all) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Occurrence& at) { return overlaps(at.text, range); });
  });
}

// The first word of the name is behind "of", "to", "during".
bool ValueContext::follows_preposition(std::size_t word) const {
  const std::vector<Word>& words = passage_.analysis.words;
  while (word > 0 && is_capitalised(words[word - 1]) &&
         in_clause(words[word - 1].end, words[word].begin)) {
    --word;
  }
  if (word > 0 && passage_.analysis.surface(words[word - 1]) == "the") --word;
  return word > 0 && is_one_of(passage_.analysis.surface(words[word - 1]), kPrepositions) &&
         in_clause(words[word - 1].end, words[word].begin);
}

// Korean: the last word before the value, in its clause, that is marked as a topic or subject;
// words.size() if there is none.
std::size_t ValueContext::topic_before(const StatedValue& value) const {
  constexpr std::array kMarks = std::to_array<std::string_view>({"은", "는", "이", "가"});
  constexpr std::size_t kTwoSyllables = 6;  // bytes
  const std::vector<Word>& words = passage_.analysis.words;
  for (std::size_t w = words.size(); w-- > 0;) {
    if (words[w].end > value.text.begin) continue;
    if (words[w].begin < value.clause.begin) break;
    if (!words[w].hangul || words[w].weightiness != Weightiness::kContent) continue;
    const std::string_view surface = passage_.analysis.surface(words[w]);
    if (surface.size() > kTwoSyllables && ends_with_one_of(surface, kMarks)) return w;
  }
  return words.size();
}

bool ValueContext::has_another_topic(const StatedValue& value) const {
  const std::vector<Word>& words = passage_.analysis.words;
  const std::size_t topic = topic_before(value);
  if (topic == words.size() || is_of_claim(words[topic])) return false;
  // 한국은행 금융통화위원회는 is of 한국은행.
  const bool runs_on =
      topic > 0 && words[topic - 1].hangul && in_clause(words[topic - 1].end, words[topic].begin);
  return !(runs_on && is_of_claim(words[topic - 1]));
}

// 가람은행은 where the claim has 나루은행은: two things of one kind.
bool ValueContext::has_rival_topic(const StatedValue& value) const {
  return std::any_of(
      passage_.analysis.words.begin(), passage_.analysis.words.end(), [&](const Word& word) {
        const bool before = word.end <= value.text.begin && word.begin >= value.sentence.begin;
        return before && word.hangul && !is_of_claim(word) && is_rival(word);
      });
}

// It ends with the same two syllables and more, particle included, as a name of the claim.
bool ValueContext::is_rival(const Word& word) const {
  constexpr std::size_t kTwoSyllables = 6;  // bytes
  const std::string_view topic = passage_.analysis.surface(word);
  return std::any_of(claim_.subjects.begin(), claim_.subjects.end(), [&](std::size_t subject) {
    const std::string_view asked = claim_.units[subject].text;
    std::size_t same = 0;
    while (same < asked.size() && same < topic.size() &&
           asked[asked.size() - 1 - same] == topic[topic.size() - 1 - same]) {
      ++same;
    }
    return same > kTwoSyllables && same < asked.size() && same < topic.size();
  });
}

bool ValueContext::is_of_another(const StatedValue& value) const {
  bool elsewhere = false;
  for (const std::size_t subject : claim_.subjects) {
    if (is_in(compared_, subject, value.sentence)) return false;
    elsewhere = elsewhere || is_in(compared_, subject, {0, passage_.text.size()});
  }
  return elsewhere && (has_another_name(value) || has_rival_topic(value));
}

}  // namespace ibid
