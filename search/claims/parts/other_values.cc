// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/parts/other_values.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "search/claims/parts/opposite_words.h"
#include "search/claims/parts/small_counts.h"
#include "search/claims/parts/value_context.h"

namespace ibid {
namespace {

// The least share of the claim's names and words that must be with a figure for it to be of the
// same thing. Set on claims of our own about the samples; docs/claims.md has the figures.
constexpr double kSameThing = 0.5;
constexpr double kSameDay = 0.6;
class ValueComparison {
 public:
  explicit ValueComparison(const Compared& compared)
      : compared_(compared),
        claim_(compared.claim),
        passage_(compared.passage),
        context_(compared) {}

  std::vector<ClaimDifference> find() {
    std::vector<ClaimDifference> out;
    if (!has_all_subjects()) return out;
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      if (!is_value(u) || !compared_.found[u].empty()) continue;
      if (const auto other = best_for(u)) {
        const bool day = claim_.units[u].kind == ClaimUnitKind::kDate;
        out.push_back(difference_at(day ? DifferenceKind::kDate : DifferenceKind::kFigure,
                                    claim_.units[u].text, passage_, *other));
      }
    }
    return out;
  }

 private:
  bool is_value(std::size_t unit) const { return context_.is_value(unit); }
  bool is_day(std::size_t unit) const { return context_.is_day(unit); }

  // ---- what the claim is about ----------------------------------------------------------

  // Every name, and every Korean word that is a subject, an owner or a bare noun, is in the passage
  // or above it.
  bool has_all_subjects() const {
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      if (is_value(u) || !is_subject(u)) continue;
      const auto& all = compared_.found[u];
      const bool name = is_like_name(claim_.units[u]);
      const bool held = std::any_of(all.begin(), all.end(),
                                    [&](const Occurrence& at) { return at.whole || !name; });
      if (!held && !compared_.in_titles[u]) return false;
    }
    return true;
  }

  bool is_subject(std::size_t unit) const {
    const ClaimUnit& asked = claim_.units[unit];
    if (is_like_name(asked)) return true;
    const ClaimUnitWords& words = claim_.words[unit];
    const Word& word = claim_.analysis.words[words.first_word];
    if (!word.hangul || !asked.counts || asked.range.size() > word.end - word.begin) return false;
    constexpr std::array kMarks =
        std::to_array<std::string_view>({"은", "는", "이", "가", "의", "께서", "에서는"});
    constexpr std::size_t kTwoSyllables = 6;  // bytes
    if (ends_with_one_of(asked.text, kMarks)) return asked.text.size() > kTwoSyllables;
    return is_bare_noun(word);
  }

  // 칠레 of "칠레 교역의": no particle, no ending of a verb or adverb.
  bool is_bare_noun(const Word& word) const {
    constexpr std::array kEndings = std::to_array<std::string_view>(
        {"다", "고", "며", "한", "된", "할", "될", "던", "해", "여", "서", "면", "게", "히", "록"});
    const Analysis& analysis = claim_.analysis;
    const std::string_view surface = analysis.surface(word);
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      if (form->kind == FormKind::kStem && analysis.text(*form) != surface) return false;
    }
    return !ends_with_one_of(surface, kEndings);
  }

  // ---- the passage's value --------------------------------------------------------------

  std::optional<ByteRange> best_for(std::size_t unit) const {
    std::optional<ByteRange> best;
    double most = 0;
    for (const StatedValue& value : values_like(unit)) {
      if (is_vetoed(unit, value)) continue;
      const double share = context_.support(value);
      if (share < (is_day(unit) ? kSameDay : kSameThing)) continue;
      const double score = share - 0.0005 * static_cast<double>(label_distance(unit, value));
      if (best && score <= most) continue;
      best = value.text;
      most = score;
    }
    return best;
  }

  std::vector<StatedValue> values_like(std::size_t unit) const {
    std::vector<StatedValue> out;
    const Quantity& asked = claim_.words[unit].quantity;
    if (claim_.units[unit].kind == ClaimUnitKind::kDate) {
      for (const NamedDay& day : passage_.days) {
        const bool alike = (day.day == 0) == (claim_.words[unit].day.day == 0);
        if (alike && !is_claimed(day.text))
          out.push_back(context_.value_at(day.text, nullptr, &day));
      }
      return out;
    }
    for (const Quantity& quantity : passage_.quantities) {
      if (quantity.kind != asked.kind || quantity.unit != asked.unit) continue;
      if (is_claimed(quantity.range)) continue;
      out.push_back(context_.value_at(quantity.range, &quantity, nullptr));
    }
    return out;
  }

  // It is what another figure of the claim says.
  bool is_claimed(ByteRange value) const {
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      if (!is_value(u)) continue;
      for (const Occurrence& at : compared_.found[u]) {
        if (overlaps(at.text, value)) return true;
      }
    }
    return false;
  }

  // ---- is it the same thing? ------------------------------------------------------------

  bool is_vetoed(std::size_t unit, const StatedValue& value) const {
    if (context_.has_another_period(unit, value) || context_.has_another_name(value)) return true;
    if (context_.has_another_topic(value)) return true;
    if (!has_label(unit, value)) return true;
    if (is_day(unit)) return false;
    const Quantity& asked = claim_.words[unit].quantity;
    if (asked.kind == QuantityKind::kCount) return !counts_the_same(unit, value);
    return asked.kind == QuantityKind::kPercent && is_change(unit) != is_change(value);
  }

  // The words of the claim next to its figure: at least one of them is in the sentence of the
  // value.
  bool has_label(std::size_t unit, const StatedValue& value) const {
    bool any = false;
    for (const std::size_t label : labels(unit)) {
      if (label == claim_.units.size() || is_like_name(claim_.units[label])) continue;
      any = true;
      if (context_.presence(label, value) > ValueContext::kInPassage || has_direction(label, value))
        return true;
    }
    return !any;
  }

  // 떨어진 for 떨어졌다, rose for increased.
  bool has_direction(std::size_t label, const StatedValue& value) const {
    for (const OppositeWord& word : opposite_words(claim_.text, claim_.analysis)) {
      if (word.word == claim_.words[label].first_word && word.pair == kDirection) {
        return is_change(value);
      }
    }
    return false;
  }

  // The nearest word or name before and behind a value of the claim; units.size() for none.
  std::array<std::size_t, 2> labels(std::size_t unit) const {
    const std::size_t none = claim_.units.size();
    std::array<std::size_t, 2> out = {none, none};
    for (std::size_t u = 0; u < none; ++u) {
      if (is_value(u) || !claim_.units[u].counts) continue;
      if (claim_.units[u].range.end <= claim_.units[unit].range.begin) out[0] = u;
      const bool behind = claim_.units[u].range.begin >= claim_.units[unit].range.end;
      if (behind && out[1] == none) out[1] = u;
    }
    return out;
  }

  std::uint64_t label_distance(std::size_t unit, const StatedValue& value) const {
    constexpr std::uint64_t kFar = 500;
    std::uint64_t least = kFar;
    for (const std::size_t label : labels(unit)) {
      if (label == claim_.units.size()) continue;
      for (const Occurrence& at : compared_.found[label]) {
        const std::uint64_t gap = at.text.end <= value.text.begin   ? value.text.begin - at.text.end
                                  : at.text.begin >= value.text.end ? at.text.begin - value.text.end
                                                                    : 0;
        least = std::min(least, gap);
      }
    }
    return least;
  }

  // What is counted: the word behind the figure, or the Korean counter.
  bool counts_the_same(std::size_t unit, const StatedValue& value) const {
    const std::string_view asked = korean_counter(claim_.text, claim_.units[unit].range);
    const std::string_view said = korean_counter(passage_.text, value.text);
    if (!asked.empty() || !said.empty()) return asked == said;
    const std::size_t counted = labels(unit)[1];
    if (counted == claim_.units.size() || !in_one_clause(claim_.text, claim_.units[unit].range.end,
                                                         claim_.units[counted].range.begin)) {
      return false;
    }
    constexpr std::uint64_t kNear = 40;  // bytes
    return std::any_of(compared_.found[counted].begin(), compared_.found[counted].end(),
                       [&](const Occurrence& at) {
                         return at.text.begin >= value.text.end &&
                                at.text.begin <= value.text.end + kNear &&
                                in_one_clause(passage_.text, value.text.end, at.text.begin);
                       });
  }

  // Whether a percentage is that of a change: a word such as rose or 증가 is in its clause.
  bool is_change(std::size_t unit) const {
    for (const OppositeWord& word : opposite_words(claim_.text, claim_.analysis)) {
      const Word& at = claim_.analysis.words[word.word];
      const ByteRange figure = claim_.units[unit].range;
      const bool before = at.end <= figure.begin;
      if (word.pair == kDirection && in_one_clause(claim_.text, before ? at.end : figure.end,
                                                   before ? figure.begin : at.begin)) {
        return true;
      }
    }
    return false;
  }
  bool is_change(const StatedValue& value) const {
    for (const OppositeWord& word : opposite_words(passage_)) {
      const Word& at = passage_.analysis.words[word.word];
      if (word.pair == kDirection && begins_in({at.begin, at.end}, value.clause)) return true;
    }
    return false;
  }

  const Compared& compared_;
  const ClaimText& claim_;
  const PassageWords& passage_;
  ValueContext context_;
};

}  // namespace

std::vector<ClaimDifference> other_values(const Compared& compared) {
  return ValueComparison(compared).find();
}

}  // namespace ibid
