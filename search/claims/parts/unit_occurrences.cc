// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/parts/unit_occurrences.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/analysis/unanalyzed.h"
#include "indexer/quantities/rounding.h"
#include "search/claims/parts/small_counts.h"
#include "search/plan/alias_planner.h"

namespace ibid {
namespace {

// How a unit can be held, best first: only the best form is reported.
constexpr std::array kForms = std::to_array<std::string_view>(
    {"exact", "equal", "rounded", "designator", "stem", "particle-stripped", "verb-noun", "verb",
     "part", "alias", "without unit", "bigram"});

std::size_t order_of(std::string_view form) {
  return static_cast<std::size_t>(std::find(kForms.begin(), kForms.end(), form) - kForms.begin());
}

bool is_word_form(FormKind kind) {
  return kind == FormKind::kSurface || kind == FormKind::kStem || kind == FormKind::kLemma ||
         kind == FormKind::kVerb || kind == FormKind::kPart;
}

std::string_view form_name(FormKind kind, bool hangul) {
  if (kind == FormKind::kLemma) return "verb-noun";
  if (kind == FormKind::kVerb) return "verb";
  if (kind == FormKind::kPart) return "part";
  return hangul ? "particle-stripped" : "stem";
}

// Digits behind the point, as written: 2 of "3.50%".
std::size_t decimals_of(std::string_view written) {
  const std::size_t point = written.find('.');
  if (point == std::string_view::npos) return 0;
  std::size_t end = point + 1;
  while (end < written.size() && is_ascii_digit(written[end])) ++end;
  return end - point - 1;
}

// s400 for s400s.
std::string_view without_plural(std::string_view designator) {
  const std::size_t size = designator.size();
  const bool plural =
      size > 2 && designator[size - 1] == 's' && is_ascii_digit(designator[size - 2]);
  return plural ? designator.substr(0, size - 1) : designator;
}

class Finder {
 public:
  Finder(const ClaimText& claim, const PassageWords& passage)
      : claim_(claim), passage_(passage), text_(passage.analysis) {}

  std::vector<Occurrence> find(std::size_t unit) const {
    switch (claim_.units[unit].kind) {
      case ClaimUnitKind::kFigure:
        return quantity_occurrences(unit);
      case ClaimUnitKind::kDate:
        return day_occurrences(unit);
      case ClaimUnitKind::kWord:
      case ClaimUnitKind::kName:
        break;
    }
    const ClaimUnitWords& asked = claim_.words[unit];
    std::vector<Occurrence> out;
    for (std::size_t w = 0; w + asked.word_count <= words().size(); ++w) {
      const std::string_view form = run_at(w, asked);
      if (form.empty()) continue;
      out.push_back({{words()[w].begin, words()[w + asked.word_count - 1].end}, form, true});
    }
    add_designators(asked, out);
    for (const Analysis& alias : asked.aliases) add_alias(alias, out);
    if (out.empty()) add_in_part(asked, out);
    return out;
  }

 private:
  const std::vector<Word>& words() const { return text_.words; }

  // The weakest form that matches the words from `w` on with those of the unit; empty: no match.
  std::string_view run_at(std::size_t w, const ClaimUnitWords& asked) const {
    std::string_view weakest = "exact";
    for (std::size_t i = 0; i < asked.word_count; ++i) {
      const Word& wanted = claim_.analysis.words[asked.first_word + i];
      const std::string_view form = word_form(claim_.analysis, wanted, words()[w + i]);
      if (form.empty()) return {};
      if (order_of(form) > order_of(weakest)) weakest = form;
    }
    return weakest;
  }

  // The form by which two words match; empty: they do not.
  std::string_view word_form(const Analysis& analysis, const Word& wanted, const Word& word) const {
    if (analysis.surface(wanted) == text_.surface(word)) return "exact";
    if (wanted.weightiness == Weightiness::kStop || word.weightiness == Weightiness::kStop) {
      return {};
    }
    std::string_view best;
    for (const Form* a = analysis.begin_of(wanted); a != analysis.end_of(wanted); ++a) {
      for (const Form* b = text_.begin_of(word); b != text_.end_of(word); ++b) {
        if (!is_word_form(a->kind) || !is_word_form(b->kind)) continue;
        // SuedLink and NordLink share a part, but are two things.
        if (a->kind == FormKind::kPart && b->kind == FormKind::kPart) continue;
        if (analysis.text(*a) != text_.text(*b)) continue;
        const std::string_view name = form_name(std::max(a->kind, b->kind), wanted.hangul);
        if (best.empty() || order_of(name) < order_of(best)) best = name;
      }
    }
    return best;
  }

  // S400 for S-400, and S-400s for either.
  void add_designators(const ClaimUnitWords& asked, std::vector<Occurrence>& out) const {
    const Word& first = claim_.analysis.words[asked.first_word];
    const Word& last = claim_.analysis.words[asked.first_word + asked.word_count - 1];
    for (const Form* a = claim_.analysis.begin_of(first); a != claim_.analysis.end_of(first); ++a) {
      if (a->kind != FormKind::kDesignator || a->begin != first.begin || a->end != last.end) {
        continue;
      }
      for (const Form& b : text_.forms) {
        if (b.kind != FormKind::kDesignator) continue;
        if (without_plural(claim_.analysis.text(*a)) != without_plural(text_.text(b))) continue;
        out.push_back({{b.begin, b.end}, "designator", true});
      }
    }
  }

  void add_alias(const Analysis& alias, std::vector<Occurrence>& out) const {
    if (alias.words.empty()) return;
    for (std::size_t w = 0; w + alias.words.size() <= words().size(); ++w) {
      bool same = true;
      for (std::size_t i = 0; same && i < alias.words.size(); ++i) {
        same = is_name_word(alias, alias.words[i], words()[w + i]);
      }
      if (!same) continue;
      out.push_back({{words()[w].begin, words()[w + alias.words.size() - 1].end}, "alias", true});
    }
  }

  // Also 러시아군 for 러시아.
  bool is_name_word(const Analysis& alias, const Word& wanted, const Word& word) const {
    if (!word_form(alias, wanted, word).empty()) return true;
    if (!wanted.hangul || !word.hangul) return false;
    const std::string_view name = alias.surface(wanted);
    for (const Form* form = text_.begin_of(word); form != text_.end_of(word); ++form) {
      const std::string_view text = text_.text(*form);
      if (!is_word_form(form->kind) || !text.starts_with(name)) continue;
      const auto suffixes = korean_name_suffixes();
      const std::string_view rest = text.substr(name.size());
      if (std::find(suffixes.begin(), suffixes.end(), rest) != suffixes.end()) return true;
    }
    return false;
  }

  // For a name, the words that occur; for a Korean word, longer words that contain it.
  void add_in_part(const ClaimUnitWords& asked, std::vector<Occurrence>& out) const {
    for (std::size_t i = 0; i < asked.word_count; ++i) {
      const Word& wanted = claim_.analysis.words[asked.first_word + i];
      if (wanted.weightiness == Weightiness::kStop || wanted.in_designator) continue;
      for (const Word& word : words()) {
        const ByteRange range{word.begin, word.end};
        if (asked.word_count > 1) {
          const std::string_view form = word_form(claim_.analysis, wanted, word);
          if (!form.empty()) out.push_back({range, form, false});
        } else if (is_inside(wanted, word)) {
          out.push_back({range, "bigram", false});
        }
      }
    }
  }

  // 국방협정 for 협정: the whole word, without its particles, inside the other.
  bool is_inside(const Word& wanted, const Word& word) const {
    if (!wanted.hangul || !word.hangul) return false;
    constexpr std::size_t kTwoSyllables = 6;  // bytes
    const Analysis& analysis = claim_.analysis;
    for (const Form* form = analysis.begin_of(wanted); form != analysis.end_of(wanted); ++form) {
      if (form->kind != FormKind::kStem && form->kind != FormKind::kLemma) continue;
      const std::string_view text = analysis.text(*form);
      if (text.size() >= kTwoSyllables &&
          text_.surface(word).find(text) != std::string_view::npos) {
        return true;
      }
    }
    return false;
  }

  std::vector<Occurrence> quantity_occurrences(std::size_t unit) const {
    const Quantity& asked = claim_.words[unit].quantity;
    std::vector<Occurrence> out;
    for (const Quantity& quantity : passage_.quantities) {
      const std::string_view said = slice(passage_.text, quantity.range);
      const bool same_unit = quantity.kind == asked.kind && quantity.unit == asked.unit;
      if (same_unit && rounded(asked, claim_.units[unit].text, quantity, said)) {
        out.push_back({quantity.range, "rounded", true});
      }
      if (!(quantity.value == asked.value)) continue;
      const bool small = is_small_count(asked);
      if (small && !count_the_same({claim_.text, claim_.analysis, asked.range},
                                   {passage_.text, text_, quantity.range})) {
        continue;
      }
      if (same_unit) {
        out.push_back({quantity.range, said == claim_.units[unit].text ? "exact" : "equal", true});
      } else if (!small && quantity.kind != QuantityKind::kPercent &&
                 asked.kind != QuantityKind::kPercent &&
                 (quantity.unit.empty() || asked.unit.empty())) {
        out.push_back({quantity.range, "without unit", true});
      }
    }
    return out;
  }

  // 3.50% is not 3.54%, rounded: it is written as exactly.
  static bool rounded(const Quantity& a, std::string_view a_written, const Quantity& b,
                      std::string_view b_written) {
    if (!within_rounding(a, b)) return false;
    if (a.kind != QuantityKind::kPercent) return true;
    const std::size_t a_decimals = decimals_of(a_written), b_decimals = decimals_of(b_written);
    return rounds_to(a.value, b.value) ? b_decimals < a_decimals : a_decimals < b_decimals;
  }

  std::vector<Occurrence> day_occurrences(std::size_t unit) const {
    const NamedDay& asked = claim_.words[unit].day;
    std::vector<Occurrence> out;
    for (const NamedDay& day : passage_.days) {
      if (!may_be_same_day(asked, day)) continue;
      const bool exact = slice(passage_.text, day.text) == claim_.units[unit].text;
      const bool whole = asked.day == 0 || day.day != 0;  // "June" for June 18 is a part of it
      out.push_back({day.text, exact ? "exact" : "equal", whole});
    }
    return out;
  }

  const ClaimText& claim_;
  const PassageWords& passage_;
  const Analysis& text_;
};

}  // namespace

void read_passage(std::string_view text, const std::vector<ByteRange>& markup, Analyzer& analyzer,
                  PassageWords& out) {
  const std::vector<ByteRange> skip = unanalyzed_ranges(text);
  out.text = text;
  analyzer.analyze(text, skip, markup, out.analysis);
  find_quantities(text, skip, markup, out.quantities);
  out.days = find_days(text);
  std::erase_if(out.days, [&](const NamedDay& day) {  // in addresses and ids
    return std::any_of(skip.begin(), skip.end(),
                       [&](ByteRange range) { return overlaps(range, day.text); });
  });
  add_small_counts(text, out.analysis, out.days, out.quantities);
  out.denied = denied_words(text, out.analysis);
}

bool is_better(const Occurrence& a, const Occurrence& b) {
  if (a.whole != b.whole) return a.whole;
  if (order_of(a.form) != order_of(b.form)) return order_of(a.form) < order_of(b.form);
  return a.text.begin < b.text.begin;
}

bool is_in(const Compared& compared, std::size_t unit, ByteRange range) {
  const std::vector<Occurrence>& all = compared.found[unit];
  return std::any_of(all.begin(), all.end(),
                     [&](const Occurrence& at) { return at.whole && begins_in(at.text, range); });
}

bool shares_enough(const Compared& compared) {
  std::size_t all = 0, here = 0;
  for (std::size_t u = 0; u < compared.claim.units.size(); ++u) {
    const ClaimUnit& unit = compared.claim.units[u];
    const bool said = unit.kind == ClaimUnitKind::kWord || unit.kind == ClaimUnitKind::kName;
    if (!said || !unit.counts) continue;
    ++all;
    if (is_in(compared, u, compared.nearest)) ++here;
  }
  return here >= 2 && here * 2 >= all;
}

ByteRange sentence_at(const Compared& compared, std::uint64_t at) {
  for (const ByteRange sentence : compared.sentences) {
    if (sentence.begin <= at && at < sentence.end) return sentence;
  }
  return {0, compared.passage.text.size()};
}

ClaimDifference difference_at(DifferenceKind kind, std::string_view claimed,
                              const PassageWords& passage, ByteRange said) {
  return {kind, std::string(claimed), std::string(slice(passage.text, said)), said};
}

std::vector<Occurrence> occurrences(const ClaimText& claim, std::size_t unit,
                                    const PassageWords& passage) {
  return Finder(claim, passage).find(unit);
}

}  // namespace ibid
