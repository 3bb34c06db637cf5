// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/parts/denied_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/text/code_points.h"
#include "corpus/text/hangul_syllable.h"
#include "corpus/text/word_list.h"
#include "indexer/analysis/negation.h"

namespace ibid {
namespace {

constexpr std::array kAuxiliaries = std::to_array<std::string_view>({
#include "search/word_lists/auxiliaries.inc"
});

// Words between a negation and what it denies: "no longer exports", "not yet been signed".
constexpr std::array kBetween = std::to_array<std::string_view>(
    {"longer", "yet",  "any", "ever", "even",  "been", "be",   "to",  "a",
     "an",     "the",  "of",  "its",  "their", "in",   "have", "had", "has",
     "did",    "does", "do",  "was",  "were",  "is",   "are",  "will"});
// After "not" or "no", these turn it into something else: "not only", "no less than".
constexpr std::array kAfterAll =
    std::to_array<std::string_view>({"only", "just", "merely", "less", "fewer", "least", "doubt"});

class DenialReader {
 public:
  DenialReader(std::string_view text, const Analysis& analysis)
      : text_(text), analysis_(analysis) {}

  std::vector<DeniedWord> read() {
    for (std::size_t w = 0; w < words().size(); ++w) {
      if (!is_negation(surface(w))) continue;
      const auto denied = words()[w].hangul ? korean(w) : english(w);
      if (denied) out_.push_back({*denied, w});
    }
    return std::move(out_);
  }

 private:
  const std::vector<Word>& words() const { return analysis_.words; }
  std::string_view surface(std::size_t w) const { return analysis_.surface(words()[w]); }

  bool together(std::size_t a, std::size_t b) const {
    return in_one_clause(text_, words()[a].end, words()[b].begin);
  }

  // The next word with a meaning of its own; if the clause ends before one, the last before it.
  std::optional<std::size_t> english(std::size_t negation) const {
    constexpr std::size_t kFar = 6;
    const std::size_t next = negation + 1;
    if (next < words().size() && is_one_of(surface(next), kAfterAll)) return {};
    for (std::size_t w = next; w < words().size() && w <= negation + kFar; ++w) {
      if (!together(negation, w)) break;
      const bool small = words()[w].weightiness == Weightiness::kStop;
      if (!small && !is_one_of(surface(w), kBetween)) return w;
    }
    for (std::size_t w = negation; w-- > 0 && together(w, negation);) {
      if (words()[w].weightiness != Weightiness::kStop) return w;
    }
    return {};
  }

  // The word before 않았다, 없다 and 아니다, past 수 and 적이; the word after 안 and 못.
  std::optional<std::size_t> korean(std::size_t negation) const {
    const std::string_view said = surface(negation);
    if (said == "안" || said == "못") {
      const std::size_t next = negation + 1;
      if (next < words().size() && together(negation, next)) return next;
      return {};
    }
    // 거부하다 and 부인하다 are verbs of their own.
    if (said.find("거부") != std::string_view::npos ||
        said.find("부인") != std::string_view::npos) {
      return {};
    }
    std::size_t w = negation;
    while (w > 0 && together(w - 1, negation)) {
      --w;
      const std::string_view before = surface(w);
      if (before.starts_with("수밖에")) return {};
      constexpr std::array kBound =
          std::to_array<std::string_view>({"수", "수가", "수는", "수도", "적이", "적은", "적도",
                                           "것이", "것은", "것도", "바", "바가"});
      if (!is_one_of(before, kBound)) return w;
    }
    return {};
  }

  std::string_view text_;
  const Analysis& analysis_;
  std::vector<DeniedWord> out_;
};

bool ends_with(std::string_view word, Final final) {
  if (word.empty()) return false;
  std::size_t at = word.size();
  const char32_t last = previous_code_point(word, at);
  return is_precomposed(last) && final_of(last) == final;
}

// 보낼 수 있다, 적용된 적이 없다: the verb and what stands between it and its auxiliary.
bool is_bound(std::string_view verb, std::string_view next) {
  constexpr std::array kCan =
      std::to_array<std::string_view>({"수", "수가", "수는", "수도", "수밖에"});
  constexpr std::array kOnce = std::to_array<std::string_view>({"적이", "적은", "적도"});
  return (is_one_of(next, kCan) && ends_with(verb, Final::kRieul)) ||
         (is_one_of(next, kOnce) && ends_with(verb, Final::kNieun));
}

}  // namespace

bool in_one_clause(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin >= end) return true;
  const std::string_view gap = text.substr(begin, end - begin);
  for (std::size_t at = 0; at < gap.size();) {
    const char32_t c = next_code_point(gap, at);
    const bool last = at >= gap.size() || gap[at] == ' ' || gap[at] == '\n';
    if ((c == U',' || c == U'.') && last) return false;
    if (c == U';' || c == U':' || c == U'(' || c == U')' || c == U'!' || c == U'?' || c == U'—') {
      return false;
    }
  }
  return true;
}

std::vector<DeniedWord> denied_words(std::string_view text, const Analysis& analysis) {
  return DenialReader(text, analysis).read();
}

std::size_t words_of_verb(std::string_view text, const Analysis& analysis, std::size_t first) {
  const std::vector<Word>& words = analysis.words;
  const auto adjacent = [&](std::size_t w) {
    return w + 1 < words.size() && words[w].hangul && words[w + 1].hangul &&
           trim(text.substr(words[w].end, words[w + 1].begin - words[w].end)).empty();
  };
  std::size_t last = first;
  while (adjacent(last)) {
    const std::string_view verb = analysis.surface(words[last]);
    const std::string_view next = analysis.surface(words[last + 1]);
    const bool helped = std::any_of(kAuxiliaries.begin(), kAuxiliaries.end(), [&](auto entry) {
      const std::size_t space = entry.find(' ');
      return verb.ends_with(entry.substr(0, space)) && next.starts_with(entry.substr(space + 1));
    });
    if (!helped && !(is_bound(verb, next) && adjacent(last + 1))) break;
    last += helped ? 1 : 2;
  }
  return last - first + 1;
}

}  // namespace ibid
