// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/claim_overlap.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/text/code_points.h"
#include "indexer/analysis/negation.h"
#include "indexer/analysis/unanalyzed.h"
#include "search/plan/alias_planner.h"

namespace ibid {
namespace {

// How a unit can be held, best first: only the best form is reported.
constexpr std::array kForms =
    std::to_array<std::string_view>({"exact", "equal", "designator", "stem", "particle-stripped",
                                     "verb-noun", "part", "alias", "without unit", "bigram"});

std::size_t order_of(std::string_view form) {
  return static_cast<std::size_t>(std::find(kForms.begin(), kForms.end(), form) - kForms.begin());
}

struct Occurrence {
  ByteRange text;  // of the passage
  std::string_view form;
  bool whole = true;
};

// Whole before part, then by form, then by position.
bool better(const Occurrence& a, const Occurrence& b) {
  if (a.whole != b.whole) return a.whole;
  if (order_of(a.form) != order_of(b.form)) return order_of(a.form) < order_of(b.form);
  return a.text.begin < b.text.begin;
}

class Overlap {
 public:
  Overlap(const ClaimText& claim, const StoredPassage& passage, Analyzer& analyzer)
      : claim_(claim), passage_(passage) {
    const std::vector<ByteRange> skip = unanalyzed_ranges(passage.text);
    analyzer.analyze(passage.text, skip, passage.markup, text_);
    find_quantities(passage.text, skip, passage.markup, quantities_);
    for (std::size_t p = 0; p < claim.units.size(); ++p) found_.push_back(occurrences(p));
  }

  void fill(ClaimEvidence& out) {
    choose_sentence(out);
    double counted = 0;
    double held = 0;
    for (std::size_t p = 0; p < found_.size(); ++p) {
      const double weight = claim_.units[p].counts ? 1 : 0;
      counted += weight;
      if (found_[p].empty()) {
        out.lacked.push_back(p);
        continue;
      }
      const Occurrence& best = best_of(found_[p], out.sentence_text);
      held += weight * (best.whole ? 1 : 0.5);
      out.held.push_back({p, best.whole, std::string(best.form),
                          std::string(slice(passage_.text, best.text)), best.text});
    }
    out.share = counted > 0 ? held / counted : 0;
    add_other_quantities(out);
    add_negations(out);
  }

 private:
  const std::vector<Word>& words() const { return text_.words; }

  std::vector<Occurrence> occurrences(std::size_t unit) const {
    if (claim_.units[unit].kind == ClaimUnitKind::kFigure) return quantity_occurrences(unit);
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
        if (analysis.text(*a) != text_.text(*b)) continue;
        const std::string_view name = form_name(std::max(a->kind, b->kind), wanted.hangul);
        if (best.empty() || order_of(name) < order_of(best)) best = name;
      }
    }
    return best;
  }

  static bool is_word_form(FormKind kind) {
    return kind == FormKind::kSurface || kind == FormKind::kStem || kind == FormKind::kLemma ||
           kind == FormKind::kPart;
  }

  static std::string_view form_name(FormKind kind, bool hangul) {
    if (kind == FormKind::kLemma) return "verb-noun";
    if (kind == FormKind::kPart) return "part";
    return hangul ? "particle-stripped" : "stem";
  }

  // S400 for S-400.
  void add_designators(const ClaimUnitWords& asked, std::vector<Occurrence>& out) const {
    const Word& first = claim_.analysis.words[asked.first_word];
    const Word& last = claim_.analysis.words[asked.first_word + asked.word_count - 1];
    for (const Form* a = claim_.analysis.begin_of(first); a != claim_.analysis.end_of(first); ++a) {
      if (a->kind != FormKind::kDesignator || a->begin != first.begin || a->end != last.end) {
        continue;
      }
      for (const Form& b : text_.forms) {
        if (b.kind != FormKind::kDesignator || claim_.analysis.text(*a) != text_.text(b)) continue;
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
    for (const Quantity& quantity : quantities_) {
      if (!(quantity.value == asked.value)) continue;
      const std::string_view said = slice(passage_.text, quantity.range);
      if (quantity.kind == asked.kind && quantity.unit == asked.unit) {
        out.push_back({quantity.range, said == claim_.units[unit].text ? "exact" : "equal", true});
      } else if (quantity.kind != QuantityKind::kPercent && asked.kind != QuantityKind::kPercent &&
                 (quantity.unit.empty() || asked.unit.empty())) {
        out.push_back({quantity.range, "without unit", true});
      }
    }
    return out;
  }

  void choose_sentence(ClaimEvidence& out) const {
    std::vector<ByteRange> sentences = passage_.sentences;
    if (sentences.empty()) sentences.push_back({0, passage_.text.size()});
    double most = -1;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const double here = weight_in(sentences[s]);
      if (here <= most) continue;
      most = here;
      out.sentence = static_cast<std::uint32_t>(s + 1);
      out.sentence_text = sentences[s];
    }
    out.sentence_bytes = file_range(passage_.spans, out.sentence_text);
  }

  double weight_in(ByteRange sentence) const {
    constexpr double kUncounted = 0.25;  // enough to choose between sentences
    double sum = 0;
    for (std::size_t p = 0; p < found_.size(); ++p) {
      double best = 0;
      for (const Occurrence& at : found_[p]) {
        if (begins_in(at.text, sentence)) best = std::max(best, at.whole ? 1 : 0.5);
      }
      sum += best * (claim_.units[p].counts ? 1 : kUncounted);
    }
    return sum;
  }

  static const Occurrence& best_of(const std::vector<Occurrence>& all, ByteRange sentence) {
    return *std::min_element(all.begin(), all.end(), [&](const Occurrence& a, const Occurrence& b) {
      if (a.whole != b.whole) return a.whole;
      const bool a_near = begins_in(a.text, sentence);
      const bool b_near = begins_in(b.text, sentence);
      return a_near != b_near ? a_near : better(a, b);
    });
  }

  void add_other_quantities(ClaimEvidence& out) const {
    for (const std::size_t p : out.lacked) {
      if (claim_.units[p].kind != ClaimUnitKind::kFigure) continue;
      const Quantity& asked = claim_.words[p].quantity;
      for (const Quantity& quantity : quantities_) {
        const bool like = quantity.kind == asked.kind && quantity.unit == asked.unit;
        if (!like || !begins_in(quantity.range, out.sentence_text) || is_claimed(quantity))
          continue;
        out.other_quantities.push_back(
            {p, std::string(slice(passage_.text, quantity.range)), quantity.range});
      }
    }
  }

  bool is_claimed(const Quantity& quantity) const {
    return std::any_of(claim_.words.begin(), claim_.words.end(), [&](const ClaimUnitWords& unit) {
      return unit.word_count == 0 && unit.quantity.kind == quantity.kind &&
             unit.quantity.unit == quantity.unit && unit.quantity.value == quantity.value;
    });
  }

  void add_negations(ClaimEvidence& out) const {
    for (const Word& word : words()) {
      const ByteRange range{word.begin, word.end};
      if (!begins_in(range, out.sentence_text) || !is_negation(text_.surface(word))) continue;
      if (is_held(range)) continue;
      std::string said(slice(passage_.text, range));
      if (std::find(out.negations.begin(), out.negations.end(), said) == out.negations.end()) {
        out.negations.push_back(std::move(said));
      }
    }
  }

  bool is_held(ByteRange word) const {
    return std::any_of(found_.begin(), found_.end(), [&](const std::vector<Occurrence>& all) {
      return std::any_of(all.begin(), all.end(), [&](const Occurrence& at) {
        return at.text.begin <= word.begin && word.end <= at.text.end;
      });
    });
  }

  const ClaimText& claim_;
  const StoredPassage& passage_;
  Analysis text_;
  std::vector<Quantity> quantities_;
  std::vector<std::vector<Occurrence>> found_;  // of each unit of the claim
};

}  // namespace

ClaimEvidence claim_overlap(const ClaimText& claim, StoredPassage passage, Analyzer& analyzer) {
  ClaimEvidence out;
  Overlap(claim, passage, analyzer).fill(out);
  out.passage = std::move(passage);
  return out;
}

}  // namespace ibid
