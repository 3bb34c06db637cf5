// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/parts/swapped_roles.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

// What a Korean particle after a word makes of it.
enum class Case : std::uint8_t { kNone, kSubject, kObject, kTo, kFrom };

Case case_of(std::string_view word) {
  constexpr std::array kFromEnds =
      std::to_array<std::string_view>({"에서", "에게서", "로부터", "으로부터", "에서는"});
  constexpr std::array kToEnds =
      std::to_array<std::string_view>({"에", "에게", "에는", "에도", "한테", "에게는"});
  constexpr std::array kObjectEnds = std::to_array<std::string_view>({"을", "를"});
  constexpr std::array kSubjectEnds =
      std::to_array<std::string_view>({"은", "는", "이", "가", "께서"});
  if (ends_with_one_of(word, kFromEnds)) return Case::kFrom;
  if (ends_with_one_of(word, kToEnds)) return Case::kTo;
  if (ends_with_one_of(word, kObjectEnds)) return Case::kObject;
  return ends_with_one_of(word, kSubjectEnds) ? Case::kSubject : Case::kNone;
}

// The case of the word that ends a stretch of text: of "SK하이닉스가" for "SK하이닉스".
Case case_at(std::string_view text, ByteRange range) {
  std::size_t end = range.end;
  while (end < text.size()) {
    std::size_t next = end;
    if (!is_hangul(next_code_point(text, next))) break;
    end = next;
  }
  std::size_t last = end;
  if (last == 0 || !is_hangul(previous_code_point(text, last))) return Case::kNone;
  return case_of(text.substr(range.begin, end - range.begin));
}

class RoleComparison {
 public:
  explicit RoleComparison(const Compared& compared)
      : compared_(compared), claim_(compared.claim), passage_(compared.passage) {}

  std::vector<ClaimDifference> find() {
    if (shares_enough(compared_)) {
      add_swapped_names();
      add_swapped_cases();
    }
    add_swapped_figures();
    return std::move(out_);
  }

 private:
  // ---- who did it to whom ---------------------------------------------------------------

  // "A sent B" where the passage has "B sent A"; both with "by" before the second, or neither.
  void add_swapped_names() {
    for (std::size_t v = 0; v < claim_.units.size(); ++v) {
      const ClaimUnit& verb = claim_.units[v];
      if (verb.kind != ClaimUnitKind::kWord || is_like_name(verb) || !is_latin_text(verb.text)) {
        continue;
      }
      const auto [subject, object] = names_around(v);
      if (subject == object || compared_.found[subject].empty()) continue;
      for (const Occurrence& at : compared_.found[v]) {
        if (!at.whole || !begins_in(at.text, compared_.nearest)) continue;
        const auto before = name_beside(compared_, at.text, Beside::kBefore);
        const auto after = name_beside(compared_, at.text, Beside::kBehind);
        if (!before || !after || before->unit != object || after->unit != subject) continue;
        if (by_precedes(claim_.text, verb.range.end, claim_.units[object].range.begin) !=
            by_follows(at.text)) {
          continue;
        }
        add(claim_.units[subject].text + " " + verb.text + " … " + claim_.units[object].text,
            {before->text.begin, after->text.end});
        return;
      }
    }
  }

  static bool is_latin_text(std::string_view text) {
    std::size_t at = 0;
    return is_latin(next_code_point(text, at));
  }

  // The last name of the claim before its word and the first one behind it; the same twice if one
  // is missing.
  std::pair<std::size_t, std::size_t> names_around(std::size_t word) const {
    const ByteRange at = claim_.units[word].range;
    std::size_t before = claim_.units.size(), after = claim_.units.size();
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      const ByteRange name = claim_.units[u].range;
      if (!is_like_name(claim_.units[u])) continue;
      if (name.end <= at.begin) before = u;
      if (name.begin >= at.end && after == claim_.units.size()) after = u;
    }
    if (before == claim_.units.size() || after == claim_.units.size()) return {0, 0};
    return {before, after};
  }

  static bool by_precedes(std::string_view text, std::uint64_t from, std::uint64_t name) {
    const std::string between = " " + ascii_lower(text.substr(from, name - from));
    return between.ends_with(" by ") || between.ends_with(" by the ");
  }

  bool by_follows(ByteRange verb) const {
    const std::string rest =
        ascii_lower(slice(passage_.text, {verb.end, std::max(verb.end, compared_.nearest.end)}));
    return rest.starts_with(" by ");
  }

  // "북한이 러시아에" where the passage has "러시아가 북한에".
  void add_swapped_cases() {
    for (std::size_t a = 0; a < claim_.units.size(); ++a) {
      if (claim_case(a) != Case::kSubject) continue;
      for (std::size_t b = 0; b < claim_.units.size(); ++b) {
        const Case role = claim_case(b);
        if (role == Case::kNone || role == Case::kSubject) continue;
        const auto turned = said_as(b, Case::kSubject);
        if (!turned || !said_as(a, role) || said_as(a, Case::kSubject)) continue;
        add(claim_.units[a].text + " " + claim_.units[b].text, *turned);
        return;
      }
    }
  }

  Case claim_case(std::size_t unit) const {
    const ClaimUnit& asked = claim_.units[unit];
    const bool noun = asked.kind == ClaimUnitKind::kName || asked.kind == ClaimUnitKind::kWord;
    return noun && asked.counts ? case_at(claim_.text, asked.range) : Case::kNone;
  }

  // Where the nearest sentence has the unit in that case.
  std::optional<ByteRange> said_as(std::size_t unit, Case role) const {
    for (const Occurrence& at : compared_.found[unit]) {
      if (at.whole && begins_in(at.text, compared_.nearest) &&
          case_at(passage_.text, at.text) == role) {
        return at.text;
      }
    }
    return {};
  }

  // ---- from which figure to which -------------------------------------------------------

  void add_swapped_figures() {
    for (const auto& [from, to] : steps(claim_.text, claim_quantities())) {
      for (const auto& [said_from, said_to] : steps(passage_.text, passage_.quantities)) {
        if (!(from.value == said_to.value && to.value == said_from.value)) continue;
        if (from.unit != said_to.unit || from.kind != said_to.kind) continue;
        add(slice(claim_.text, {from.range.begin, to.range.end}),
            {said_from.range.begin, said_to.range.end});
        return;
      }
    }
  }

  std::vector<Quantity> claim_quantities() const {
    std::vector<Quantity> out;
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      if (claim_.units[u].kind == ClaimUnitKind::kFigure) out.push_back(claim_.words[u].quantity);
    }
    return out;
  }

  // "from 2 to 3", "2에서 3으로"
  static std::vector<std::pair<Quantity, Quantity>> steps(std::string_view text,
                                                          std::vector<Quantity> quantities) {
    std::vector<std::pair<Quantity, Quantity>> out;
    std::erase_if(quantities, [](const Quantity& q) { return q.kind == QuantityKind::kYear; });
    for (std::size_t i = 0; i + 1 < quantities.size(); ++i) {
      const Quantity& a = quantities[i];
      const Quantity& b = quantities[i + 1];
      if (a.kind != b.kind) continue;
      const std::string before = " " + ascii_lower(text.substr(0, a.range.begin));
      const std::string between = ascii_lower(slice(text, {a.range.end, b.range.begin}));
      const bool english = before.ends_with(" from ") && between.ends_with(" to ");
      const std::string_view rest = text.substr(b.range.end);
      const bool korean =
          between.starts_with("에서") && (rest.starts_with("로") || rest.starts_with("으로"));
      if (english || korean) out.emplace_back(a, b);
    }
    return out;
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

std::optional<NameBeside> name_beside(const Compared& compared, ByteRange at, Beside where) {
  std::optional<NameBeside> best;
  std::uint64_t least = 0;
  const ByteRange sentence = sentence_at(compared, at.begin);
  for (std::size_t u = 0; u < compared.claim.units.size(); ++u) {
    if (!is_like_name(compared.claim.units[u])) continue;
    for (const Occurrence& name : compared.found[u]) {
      const bool before = where == Beside::kBefore;
      const bool there = before ? name.text.end <= at.begin : name.text.begin >= at.end;
      if (!name.whole || !there || !begins_in(name.text, sentence)) continue;
      const std::uint64_t far = before ? at.begin - name.text.end : name.text.begin - at.end;
      if (best && far >= least) continue;
      best = NameBeside{u, name.text};
      least = far;
    }
  }
  return best;
}

std::vector<ClaimDifference> swapped_roles(const Compared& compared) {
  return RoleComparison(compared).find();
}

}  // namespace ibid
