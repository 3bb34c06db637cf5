// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/claim_overlap.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "corpus/text/code_points.h"
#include "indexer/analysis/shingles.h"
#include "search/claims/parts/denials.h"
#include "search/claims/parts/other_values.h"
#include "search/claims/parts/reversals.h"
#include "search/claims/parts/unit_occurrences.h"
#include "search/claims/parts/value_context.h"

namespace ibid {
namespace {

class Overlap {
 public:
  Overlap(const ClaimText& claim, const StoredPassage& passage, Analyzer& analyzer)
      : passage_(passage), compared_{claim, {}, {}, {}, {}, passage.sentences, {}} {
    read_passage(passage.text, passage.markup, analyzer, compared_.passage);
    titles_ = passage.report.title;
    for (const SectionTitle& section : passage.section) titles_ += "\n" + section.title;
    read_passage(titles_, {}, analyzer, compared_.titles);
    if (compared_.sentences.empty()) compared_.sentences.push_back({0, passage.text.size()});
    for (std::size_t u = 0; u < claim.units.size(); ++u) {
      compared_.found.push_back(occurrences(claim, u, compared_.passage));
      const std::vector<Occurrence> above = occurrences(claim, u, compared_.titles);
      compared_.in_titles.push_back(
          std::any_of(above.begin(), above.end(), [](const Occurrence& at) { return at.whole; }));
    }
  }

  void fill(ClaimEvidence& out) {
    drop_figures_of_others();
    choose_sentence(out);
    add_held(out);
    for (const auto& differences :
         {other_values(compared_), denials(compared_), reversals(compared_)}) {
      out.differences.insert(out.differences.end(), differences.begin(), differences.end());
    }
    std::stable_sort(out.differences.begin(), out.differences.end(),
                     [](const auto& a, const auto& b) { return a.kind < b.kind; });
    measure(out);
  }

  void fill(ClaimOverlap& out) {
    fill(out.evidence);
    out.has_like_figure = !compared_.claim.subjects.empty() && out.evidence.named == 1 &&
                          std::any_of(out.evidence.lacked.begin(), out.evidence.lacked.end(),
                                      [this](std::size_t unit) { return has_like_figure(unit); });
    out.triples = word_triples(compared_.passage.analysis);
    for (const Quantity& quantity : compared_.passage.quantities) {
      out.figures.insert(quantity.value.to_string() + quantity.unit);
    }
  }

 private:
  const std::vector<ClaimUnit>& units() const { return compared_.claim.units; }

  void drop_figures_of_others() {
    const ValueContext context(compared_);
    for (std::size_t u = 0; u < units().size(); ++u) {
      if (!context.is_value(u) || context.is_day(u)) continue;
      std::erase_if(compared_.found[u], [&](const Occurrence& at) {
        return context.is_of_another(context.value_at(at.text, nullptr, nullptr));
      });
    }
  }

  void add_held(ClaimEvidence& out) const {
    for (std::size_t u = 0; u < units().size(); ++u) {
      if (compared_.found[u].empty()) {
        out.lacked.push_back(u);
        continue;
      }
      const Occurrence& best = best_of(compared_.found[u], out.sentence_text);
      out.held.push_back({u, best.whole, std::string(best.form),
                          std::string(slice(passage_.text, best.text)), best.text});
    }
  }

  void measure(ClaimEvidence& out) const {
    double counted = 0, held = 0, all = 0, about = 0;
    for (std::size_t u = 0; u < units().size(); ++u) {
      if (!units()[u].counts) continue;
      const double weight = is_like_name(units()[u]) ? kNameWeight : 1;
      counted += 1;
      all += weight;
      if (differs(out, units()[u].text)) about += weight;
      const auto has = std::find_if(out.held.begin(), out.held.end(),
                                    [u](const HeldUnit& each) { return each.unit == u; });
      if (has == out.held.end()) {
        if (has_like_figure(u)) about += weight * kLikeFigure;
        continue;
      }
      held += has->whole ? 1 : 0.5;
      about += weight * (has->whole ? 1 : 0.5);
    }
    out.share = counted > 0 ? held / counted : 0;
    out.about = all > 0 ? about / all : 0;
    double named = 0;
    for (const std::size_t subject : compared_.claim.subjects) {
      const std::vector<Occurrence>& found = compared_.found[subject];
      const bool whole =
          std::any_of(found.begin(), found.end(), [](const Occurrence& at) { return at.whole; });
      if (whole || compared_.in_titles[subject]) named += 1;
    }
    const auto subjects = static_cast<double>(compared_.claim.subjects.size());
    if (subjects > 0) out.named = named / subjects;
  }

  // A figure that could be said of the same thing: dollars for dollars.
  static constexpr double kLikeFigure = 0.5;
  bool has_like_figure(std::size_t unit) const {
    const Quantity& asked = compared_.claim.words[unit].quantity;
    const bool money = asked.kind == QuantityKind::kAmount || asked.kind == QuantityKind::kPercent;
    const auto& said = compared_.passage.quantities;
    return units()[unit].kind == ClaimUnitKind::kFigure && money &&
           std::any_of(said.begin(), said.end(), [&](const Quantity& each) {
             return each.kind == asked.kind && each.unit == asked.unit;
           });
  }

  static bool differs(const ClaimEvidence& out, std::string_view figure) {
    return std::any_of(out.differences.begin(), out.differences.end(), [&](const auto& each) {
      return each.kind <= DifferenceKind::kDate && each.claimed == figure;
    });
  }

  void choose_sentence(ClaimEvidence& out) {
    double most = -1;
    for (std::size_t s = 0; s < compared_.sentences.size(); ++s) {
      const double here = weight_in(compared_.sentences[s]);
      if (here <= most) continue;
      most = here;
      out.sentence = static_cast<std::uint32_t>(s + 1);
      out.sentence_text = compared_.nearest = compared_.sentences[s];
    }
    out.sentence_bytes = file_range(passage_.spans, out.sentence_text);
  }

  double weight_in(ByteRange sentence) const {
    constexpr double kUncounted = 0.25;  // enough to choose between sentences
    double sum = 0;
    for (std::size_t u = 0; u < units().size(); ++u) {
      double best = 0;
      for (const Occurrence& at : compared_.found[u]) {
        if (begins_in(at.text, sentence)) best = std::max(best, at.whole ? 1 : 0.5);
      }
      sum += best * (units()[u].counts ? 1 : kUncounted);
    }
    return sum;
  }

  static const Occurrence& best_of(const std::vector<Occurrence>& all, ByteRange sentence) {
    return *std::min_element(all.begin(), all.end(), [&](const Occurrence& a, const Occurrence& b) {
      if (a.whole != b.whole) return a.whole;
      const bool a_near = begins_in(a.text, sentence);
      const bool b_near = begins_in(b.text, sentence);
      return a_near != b_near ? a_near : is_better(a, b);
    });
  }

  const StoredPassage& passage_;
  std::string titles_;
  Compared compared_;
};

}  // namespace

ClaimOverlap claim_overlap(const ClaimText& claim, StoredPassage passage, Analyzer& analyzer) {
  ClaimOverlap out;
  Overlap(claim, passage, analyzer).fill(out);
  out.evidence.passage = std::move(passage);
  return out;
}

}  // namespace ibid
