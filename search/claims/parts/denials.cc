// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/parts/denials.h"

#include <algorithm>
#include <optional>
#include <string>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// From the negation to what it denies: "not sign", 서명하지 않았다.
ByteRange range_of(const Analysis& analysis, const DeniedWord& denied) {
  const Word& word = analysis.words[denied.word];
  const Word& by = analysis.words[denied.by];
  return {std::min(word.begin, by.begin), std::max(word.end, by.end)};
}

class DenialComparison {
 public:
  explicit DenialComparison(const Compared& compared)
      : compared_(compared), claim_(compared.claim), passage_(compared.passage) {}

  std::vector<ClaimDifference> find() {
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      const ClaimUnitKind kind = claim_.units[u].kind;
      if (kind != ClaimUnitKind::kWord && kind != ClaimUnitKind::kName) continue;
      if (claim_.units[u].denied) {
        add_denied_by_claim(u);
      } else if (claim_.denied.empty()) {
        add_denied_by_passage(u);
      }
    }
    return std::move(out_);
  }

 private:
  // The negation of the claim, if no negation of the passage is in the clause of the same word.
  void add_denied_by_claim(std::size_t unit) {
    const std::optional<ByteRange> said = nearest(unit);
    if (!said || denied_near(*said)) return;
    for (const DeniedWord& denied : claim_.denied) {
      const ClaimUnitWords& words = claim_.words[unit];
      if (denied.word < words.first_word || denied.word >= words.first_word + words.word_count) {
        continue;
      }
      const ByteRange range = range_of(claim_.analysis, denied);
      add(slice(claim_.text, range), *said, true);
      return;
    }
  }

  // The passage denies this very word, wherever the nearest sentence has it; if it does not have
  // it, another one that has more of the claim.
  void add_denied_by_passage(std::size_t unit) {
    const bool near = is_in(compared_, unit, compared_.nearest);
    std::optional<ByteRange> said;
    for (const Occurrence& at : compared_.found[unit]) {
      if (!at.whole || (near && !begins_in(at.text, compared_.nearest))) continue;
      if (!near && units_in(sentence_at(compared_, at.text.begin)) < kTogether) return;
      said = denial_of(at.text);
      if (!said) return;
    }
    if (said) add(claim_.units[unit].text, *said, false);
  }

  static constexpr std::size_t kTogether = 2;
  std::size_t units_in(ByteRange sentence) const {
    std::size_t count = 0;
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      if (claim_.units[u].counts && is_in(compared_, u, sentence)) ++count;
    }
    return count;
  }

  // Nothing if the negation is a word of the claim itself: "refused".
  std::optional<ByteRange> denial_of(ByteRange said) const {
    for (const DeniedWord& denied : passage_.denied) {
      const Word& word = passage_.analysis.words[denied.word];
      const Word& by = passage_.analysis.words[denied.by];
      if (!overlaps({word.begin, word.end}, said) || is_claimed({by.begin, by.end})) continue;
      return range_of(passage_.analysis, denied);
    }
    return {};
  }

  bool is_claimed(ByteRange word) const {
    return std::any_of(compared_.found.begin(), compared_.found.end(),
                       [&](const std::vector<Occurrence>& all) {
                         return std::any_of(all.begin(), all.end(), [&](const Occurrence& at) {
                           return at.text.begin <= word.begin && word.end <= at.text.end;
                         });
                       });
  }

  // In the nearest sentence; nothing if a part of it only.
  std::optional<ByteRange> nearest(std::size_t unit) const {
    for (const Occurrence& at : compared_.found[unit]) {
      if (at.whole && begins_in(at.text, compared_.nearest)) return at.text;
    }
    return {};
  }

  bool denied_near(ByteRange word) const {
    return std::any_of(
        passage_.denied.begin(), passage_.denied.end(), [&](const DeniedWord& denied) {
          const ByteRange range = range_of(passage_.analysis, denied);
          if (!begins_in(range, compared_.nearest)) return false;
          const bool after = range.begin >= word.end;
          return overlaps(range, word) || in_one_clause(passage_.text, after ? word.end : range.end,
                                                        after ? range.begin : word.begin);
        });
  }

  void add(std::string_view claimed, ByteRange said, bool by_claim) {
    const bool known = std::any_of(out_.begin(), out_.end(), [&](const ClaimDifference& other) {
      return other.claimed == claimed || overlaps(other.text, said);
    });
    if (known) return;
    out_.push_back(difference_at(DifferenceKind::kNegation, claimed, passage_, said));
    out_.back().denied_by_claim = by_claim;
  }

  const Compared& compared_;
  const ClaimText& claim_;
  const PassageWords& passage_;
  std::vector<ClaimDifference> out_;
};

}  // namespace

std::vector<ClaimDifference> denials(const Compared& compared) {
  return shares_enough(compared) ? DenialComparison(compared).find()
                                 : std::vector<ClaimDifference>();
}

}  // namespace ibid
