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
  Highlighter(std::string_view text, const std::vector<ByteRange>& markup, const QueryPlan& plan,
              Analyzer& analyzer)
      : plan_(plan) {
    const std::vector<ByteRange> skip = unanalyzed_ranges(text);
    analyzer.analyze(text, skip, markup, analysis_);
    bool has_quantity = false;
    for (std::size_t w = 0; w < plan.words.size(); ++w) {
      for (const std::string& term : plan.words[w].terms) {
        has_quantity = has_quantity || term.starts_with(schema::kFigure);
        targets_.emplace(term, w);
      }
    }
    if (has_quantity) find_quantities(text, skip, markup, quantities_);
  }

  std::vector<Highlight> find() {
    for (const Word& word : analysis_.words) {
      words(word);
      bigram_runs(word);
    }
    phrases();
    quantities();
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

  // A stop word's stem is not in the index, so it is not a match either.
  static bool is_indexed(const Word& word, const Form& form) {
    return form.kind == FormKind::kSurface || word.weightiness != Weightiness::kStop;
  }

  // If several forms match, the widest is shown: "S-400", not "S"; but 푸틴, not 푸틴은, if the
  // query's own form is narrower.
  void words(const Word& word) {
    for (const Form* form = analysis_.begin_of(word); form != analysis_.end_of(word); ++form) {
      if (form->kind == FormKind::kBigram && plan_.words.empty()) continue;
      if (!is_indexed(word, *form)) continue;
      const auto [first, last] = targets_.equal_range(term_of(*form));
      for (auto at = first; at != last; ++at)
        found_.push_back({{form->begin, form->end}, at->second});
    }
  }

  // 국방협정 in the text for 협정 in the query: the consecutive bigrams of the query word.
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

  void quantities() {
    for (const Quantity& quantity : quantities_) {
      for (const std::string& term : quantity_terms(quantity)) {
        const auto [first, last] = targets_.equal_range(term);
        for (auto at = first; at != last; ++at) found_.push_back({quantity.range, at->second});
      }
    }
  }

  void phrases() {
    for (std::size_t p = 0; p < plan_.phrases.size(); ++p) {
      const auto& positions = plan_.phrases[p].words;
      if (positions.empty() || analysis_.words.size() < positions.size()) continue;
      for (std::size_t w = 0; w + positions.size() <= analysis_.words.size(); ++w) {
        if (!phrase_at(w, positions)) continue;
        const Word& last = analysis_.words[w + positions.size() - 1];
        found_.push_back({{analysis_.words[w].begin, last.end}, plan_.words.size() + p});
      }
    }
  }

  bool phrase_at(std::size_t w, const std::vector<std::vector<std::string>>& positions) const {
    for (std::size_t i = 0; i < positions.size(); ++i) {
      const std::string_view surface = analysis_.surface(analysis_.words[w + i]);
      if (std::find(positions[i].begin(), positions[i].end(), surface) == positions[i].end())
        return false;
    }
    return true;
  }

  const QueryPlan& plan_;
  Analysis analysis_;
  std::vector<Quantity> quantities_;  // of the text; empty unless the query has one
  std::unordered_multimap<std::string, std::size_t> targets_;
  std::vector<Highlight> found_;
};

}  // namespace

std::vector<Highlight> find_highlights(std::string_view text, const std::vector<ByteRange>& markup,
                                       const QueryPlan& plan, Analyzer& analyzer) {
  return Highlighter(text, markup, plan, analyzer).find();
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
