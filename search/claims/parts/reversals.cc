// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/parts/reversals.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/text/code_points.h"
#include "search/claims/parts/opposite_words.h"
#include "search/claims/parts/swapped_roles.h"
#include "search/claims/parts/value_context.h"

namespace ibid {
namespace {

ByteRange range_of(const Word& word) { return {word.begin, word.end}; }

std::uint64_t distance(ByteRange a, ByteRange b) {
  return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
}

bool is_denied(const std::vector<DeniedWord>& denied, std::size_t word) {
  return std::any_of(denied.begin(), denied.end(),
                     [&](const DeniedWord& each) { return each.word == word; });
}

class ReversalComparison {
 public:
  explicit ReversalComparison(const Compared& compared)
      : compared_(compared), claim_(compared.claim), passage_(compared.passage) {}

  std::vector<ClaimDifference> find() {
    add_opposites();
    return std::move(out_);
  }

 private:
  // ---- opposites ------------------------------------------------------------------------

  void add_opposites() {
    const std::vector<OppositeWord> asked = opposite_words(claim_.text, claim_.analysis);
    if (asked.empty()) return;
    const std::vector<OppositeWord> said = opposite_words(passage_);
    for (const OppositeWord& word : asked) {
      const OppositeWord* beside = counterpart(word, said);
      if (beside == nullptr || beside->other == word.other) continue;
      if (is_denied(claim_.denied, word.word) != is_denied(passage_.denied, beside->word)) continue;
      if (word.turned && !same_subject(word, *beside)) continue;
      if (is_of_another(*beside)) continue;
      add(slice(claim_.text, range_of(claim_.analysis.words[word.word])),
          range_of(passage_.analysis.words[beside->word]));
    }
  }

  // The word of the same pair that the passage has in the place of `word`: beside the same figure,
  // else the only one of the nearest sentence.
  const OppositeWord* counterpart(const OppositeWord& word,
                                  const std::vector<OppositeWord>& said) const {
    const ByteRange asked = range_of(claim_.analysis.words[word.word]);
    const std::size_t figure = figure_beside(asked);
    if (figure < claim_.units.size()) {
      for (const Occurrence& at : compared_.found[figure]) {
        if (has_side(word, at.text, said)) return nullptr;
        if (const OppositeWord* beside = nearest_of(word.pair, at.text, said)) return beside;
      }
      return nullptr;
    }
    const OppositeWord* only = nullptr;
    for (const OppositeWord& each : said) {
      const ByteRange range = range_of(passage_.analysis.words[each.word]);
      if (each.pair != word.pair || !begins_in(range, compared_.nearest)) continue;
      if (only != nullptr && only->other != each.other) return nullptr;
      only = &each;
    }
    return only != nullptr && shares_enough(compared_) && is_of_nearest(word.word) ? only : nullptr;
  }

  // The passage does not have the word itself, and the nearest sentence has something of what the
  // claim says in its clause.
  bool is_of_nearest(std::size_t word) const {
    const ByteRange at = range_of(claim_.analysis.words[word]);
    bool beside = false;
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      const ByteRange unit = claim_.units[u].range;
      if (overlaps(unit, at)) {
        if (is_in(compared_, u, {0, passage_.text.size()})) return false;
      } else if (together(claim_.text, unit, at)) {
        beside = beside || is_in(compared_, u, compared_.nearest);
      }
    }
    return beside;
  }

  // The figure of the claim that its word is said of: held by the passage, in the same clause.
  std::size_t figure_beside(ByteRange word) const {
    std::size_t best = claim_.units.size();
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      const bool year = claim_.words[u].quantity.kind == QuantityKind::kYear;
      if (claim_.units[u].kind != ClaimUnitKind::kFigure || year) continue;
      if (compared_.found[u].empty() || !together(claim_.text, word, claim_.units[u].range))
        continue;
      if (best == claim_.units.size() ||
          distance(word, claim_.units[u].range) < distance(word, claim_.units[best].range)) {
        best = u;
      }
    }
    return best;
  }

  // The passage has the word's own side beside the figure, too.
  bool has_side(const OppositeWord& word, ByteRange figure,
                const std::vector<OppositeWord>& said) const {
    return std::any_of(said.begin(), said.end(), [&](const OppositeWord& each) {
      const ByteRange range = range_of(passage_.analysis.words[each.word]);
      return each.pair == word.pair && each.other == word.other &&
             together(passage_.text, range, figure);
    });
  }

  const OppositeWord* nearest_of(std::string_view pair, ByteRange figure,
                                 const std::vector<OppositeWord>& said) const {
    const OppositeWord* best = nullptr;
    std::uint64_t least = 0;
    for (const OppositeWord& each : said) {
      const ByteRange range = range_of(passage_.analysis.words[each.word]);
      if (each.pair != pair || !together(passage_.text, range, figure)) continue;
      const std::uint64_t far = distance(range, figure);
      if (best != nullptr && far >= least) continue;
      best = &each;
      least = far;
    }
    return best;
  }

  static bool together(std::string_view text, ByteRange a, ByteRange b) {
    if (a.begin > b.begin) std::swap(a, b);
    return in_one_clause(text, a.end, b.begin);
  }

  // Another name or topic than the claim's stands before it.
  bool is_of_another(const OppositeWord& said) const {
    const ValueContext context(compared_);
    const ByteRange range = range_of(passage_.analysis.words[said.word]);
    const StatedValue value = context.value_at(range, nullptr, nullptr);
    return context.has_another_name(value);
  }

  // The last name before each word is the same, or one of them has none.
  bool same_subject(const OppositeWord& asked, const OppositeWord& said) const {
    const ByteRange verb = range_of(claim_.analysis.words[asked.word]);
    const ByteRange other = range_of(passage_.analysis.words[said.word]);
    std::size_t subject = claim_.units.size();
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      if (is_like_name(claim_.units[u]) && claim_.units[u].range.end <= verb.begin) subject = u;
    }
    const auto before = name_beside(compared_, other, Beside::kBefore);
    return subject == claim_.units.size() || !before || before->unit == subject;
  }

  // ---- results --------------------------------------------------------------------------

  void add(std::string_view claimed, ByteRange said) {
    out_.push_back(difference_at(DifferenceKind::kReversal, claimed, passage_, said));
  }

  const Compared& compared_;
  const ClaimText& claim_;
  const PassageWords& passage_;
  std::vector<ClaimDifference> out_;
};

}  // namespace

std::vector<ClaimDifference> reversals(const Compared& compared) {
  std::vector<ClaimDifference> out = ReversalComparison(compared).find();
  for (ClaimDifference& each : swapped_roles(compared)) out.push_back(std::move(each));
  return out;
}

}  // namespace ibid
