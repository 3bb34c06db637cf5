// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/highlight.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "indexer/analysis/term.h"
#include "indexer/analysis/unanalyzed.h"
#include "indexer/quantities/quantity_terms.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

class Highlighter {
 public:
  Highlighter(std::string_view text, const QueryPlan& plan, Analyzer& analyzer) : plan_(plan) {
    const std::vector<ByteRange> skip = unanalyzed_ranges(text);
    analyzer.analyze(text, skip, analysis_);
    bool figures = false;
    for (std::size_t w = 0; w < plan.words.size(); ++w) {
      for (const std::string& term : plan.words[w].terms) {
        figures = figures || term.starts_with(schema::kFigure);
        targets_.emplace(term, w);
      }
    }
    if (figures) find_quantities(text, skip, figures_);
  }

  std::vector<Highlight> find() {
    for (const Word& word : analysis_.words) {
      words(word);
      bigram_runs(word);
    }
    phrases();
    figures();
    std::sort(found_.begin(), found_.end(), [](const Highlight& a, const Highlight& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                            : a.range.end > b.range.end;
    });
    return std::move(found_);
  }

 private:
  std::string term_of(const Form& form) const {
    return form_term(TextField::kBody, form.kind, analysis_.text(form));
  }

  // A stop word's stem is not in the index, so it is no match either.
  static bool is_indexed(const Word& word, const Form& form) {
    return form.kind == FormKind::kSurface || word.weightiness != Weightiness::kStop;
  }

  // Of several forms that match, the widest is shown: "S-400", not "S"; but 푸틴, not 푸틴은, where
  // the query's own form is narrower.
  void words(const Word& word) {
    for (const Form* form = analysis_.begin_of(word); form != analysis_.end_of(word); ++form) {
      if (form->kind == FormKind::kBigram && plan_.words.empty()) continue;
      if (!is_indexed(word, *form)) continue;
      const auto [first, last] = targets_.equal_range(term_of(*form));
      for (auto at = first; at != last; ++at)
        found_.push_back({{form->begin, form->end}, at->second});
    }
  }

  // 국방협정 in the text for 협정 in the query: the bigrams of the query word, one after the other.
  void bigram_runs(const Word& word) {
    const Form* begin = std::find_if(analysis_.begin_of(word), analysis_.end_of(word),
                                     [](const Form& f) { return f.kind == FormKind::kBigram; });
    const Form* end = begin;
    while (end != analysis_.end_of(word) && end->kind == FormKind::kBigram) ++end;
    if (begin == end) return;
    for (std::size_t w = 0; w < plan_.words.size(); ++w) {
      const std::vector<std::string>& wanted = plan_.words[w].bigrams;
      if (wanted.empty() || wanted.size() > static_cast<std::size_t>(end - begin)) continue;
      for (const Form* at = begin; end - at >= static_cast<std::ptrdiff_t>(wanted.size()); ++at) {
        const bool same =
            std::equal(wanted.begin(), wanted.end(), at,
                       [this](const std::string& t, const Form& f) { return t == term_of(f); });
        if (same) found_.push_back({{at->begin, (at + wanted.size() - 1)->end}, w});
      }
    }
  }

  void figures() {
    for (const Quantity& figure : figures_) {
      for (const std::string& term : figure_terms(figure)) {
        const auto [first, last] = targets_.equal_range(term);
        for (auto at = first; at != last; ++at) found_.push_back({figure.range, at->second});
      }
    }
  }

  void phrases() {
    for (std::size_t p = 0; p < plan_.phrases.size(); ++p) {
      const auto& places = plan_.phrases[p].words;
      if (places.empty() || analysis_.words.size() < places.size()) continue;
      for (std::size_t w = 0; w + places.size() <= analysis_.words.size(); ++w) {
        if (!phrase_at(w, places)) continue;
        const Word& last = analysis_.words[w + places.size() - 1];
        found_.push_back({{analysis_.words[w].begin, last.end}, plan_.words.size() + p});
      }
    }
  }

  bool phrase_at(std::size_t w, const std::vector<std::vector<std::string>>& places) const {
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::string_view surface = analysis_.surface(analysis_.words[w + i]);
      if (std::find(places[i].begin(), places[i].end(), surface) == places[i].end()) return false;
    }
    return true;
  }

  const QueryPlan& plan_;
  Analysis analysis_;
  std::vector<Quantity> figures_;  // of the text; only where the query has one
  std::unordered_multimap<std::string, std::size_t> targets_;
  std::vector<Highlight> found_;
};

}  // namespace

std::vector<Highlight> find_highlights(std::string_view text, const QueryPlan& plan,
                                       Analyzer& analyzer) {
  return Highlighter(text, plan, analyzer).find();
}

std::vector<ByteRange> merged_ranges(const std::vector<Highlight>& highlights) {
  std::vector<ByteRange> ranges;
  for (const Highlight& highlight : highlights) {
    if (!ranges.empty() && highlight.range.begin <= ranges.back().end) {
      ranges.back().end = std::max(ranges.back().end, highlight.range.end);
    } else {
      ranges.push_back(highlight.range);
    }
  }
  return ranges;
}

}  // namespace ibid
