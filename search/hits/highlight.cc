// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/highlight.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/analysis/unanalyzed.h"
#include "indexer/quantities/quantity_terms.h"
#include "indexer/schema.h"

namespace ibid {

Highlighter::Highlighter(const QueryPlan& plan, KeptTerms& text) : plan_(plan), text_(text) {
  for (std::size_t w = 0; w < plan.words.size(); ++w) {
    for (const std::string& term : plan.words[w].terms) {
      has_quantity_ = has_quantity_ || term.starts_with(schema::kFigure);
      seek(term, w);
    }
    has_bigrams_ = has_bigrams_ || !plan.words[w].bigrams.empty();
  }
}

void Highlighter::seek(const std::string& term, std::size_t target) {
  const std::uint32_t hash = KeptTerms::hash_of(term);
  sought_[hash / 64 % sought_.size()] |= std::uint64_t{1} << hash % 64;
  targets_.emplace(term, target);
}

std::vector<Highlight> Highlighter::find(std::string_view text,
                                         const std::vector<ByteRange>& markup) {
  found_.clear();
  const std::vector<ByteRange> skip = unanalyzed_ranges(text);
  std::optional<UnmarkedText> unmarked;
  if (!markup.empty()) unmarked.emplace(text, markup);
  signs_ = unmarked ? &*unmarked : nullptr;
  if (unmarked) {
    text_.read(unmarked->text(), unmarked->without_signs(skip));
  } else {
    text_.read(text, skip);
  }
  for (std::size_t w = 0; w < text_.size(); ++w) {
    words(w, text_.own(w));
    words(w, text_.of_several(w));
    if (has_bigrams_) bigram_runs(w);
  }
  phrases();
  if (has_quantity_) quantities(text, skip, markup);
  signs_ = nullptr;
  std::sort(found_.begin(), found_.end(), [](const Highlight& a, const Highlight& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.end > b.range.end;
  });
  return std::move(found_);
}

// In the text with its signs.
ByteRange Highlighter::place(std::size_t w, const KeptTerm& term) const {
  const std::uint64_t begin = text_.word(w).begin;
  const ByteRange range{begin + term.begin, begin + term.end};
  return signs_ == nullptr ? range : signs_->with_signs(range);
}

// If several forms match, the widest is shown: "S-400", not "S"; but 푸틴, not 푸틴은, if the
// query's own form is narrower.
void Highlighter::words(std::size_t w, std::span<const KeptTerm> terms) {
  for (const KeptTerm& term : terms) {
    if (!may_be_sought(term.hash)) continue;
    const auto [first, last] = targets_.equal_range(std::string(text_.text(term)));
    for (auto at = first; at != last; ++at) found_.push_back({place(w, term), at->second});
  }
}

// 국방협정 in the text for 협정 in the query: the consecutive bigrams of the query word.
void Highlighter::bigram_runs(std::size_t w) {
  const std::span<const KeptTerm> terms = text_.own(w);
  const auto is_bigram = [](const KeptTerm& term) { return term.kind == FormKind::kBigram; };
  const auto begin = std::find_if(terms.begin(), terms.end(), is_bigram);
  const auto end = std::find_if_not(begin, terms.end(), is_bigram);
  for (std::size_t target = 0; target < plan_.words.size(); ++target) {
    const std::vector<std::string>& wanted = plan_.words[target].bigrams;
    const auto size = static_cast<std::ptrdiff_t>(wanted.size());
    if (wanted.empty()) continue;
    for (auto at = begin; end - at >= size; ++at) {
      const bool same = std::equal(
          wanted.begin(), wanted.end(), at,
          [this](const std::string& t, const KeptTerm& k) { return t == text_.text(k); });
      if (!same) continue;
      found_.push_back({{place(w, *at).begin, place(w, *(at + size - 1)).end}, target});
    }
  }
}

void Highlighter::quantities(std::string_view text, const std::vector<ByteRange>& skip,
                             const std::vector<ByteRange>& markup) {
  std::vector<Quantity> quantities;
  find_quantities(text, skip, markup, quantities);
  for (const Quantity& quantity : quantities) {
    for (const std::string& term : quantity_terms(quantity)) {
      const auto [first, last] = targets_.equal_range(term);
      for (auto at = first; at != last; ++at) found_.push_back({quantity.range, at->second});
    }
  }
}

void Highlighter::phrases() {
  const auto place_of = [this](std::size_t w) {
    const ByteRange range{text_.word(w).begin, text_.word(w).end};
    return signs_ == nullptr ? range : signs_->with_signs(range);
  };
  for (std::size_t p = 0; p < plan_.phrases.size(); ++p) {
    const std::size_t size = plan_.phrases[p].words.size();
    if (size == 0) continue;
    for (std::size_t w = 0; w + size <= text_.size(); ++w) {
      if (!phrase_at(w, plan_.phrases[p])) continue;
      found_.push_back({{place_of(w).begin, place_of(w + size - 1).end}, plan_.words.size() + p});
    }
  }
}

bool Highlighter::phrase_at(std::size_t w, const HighlightPhrase& phrase) const {
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    const std::vector<std::string>& forms = phrase.words[i];
    if (std::find(forms.begin(), forms.end(), text_.surface(w + i)) == forms.end()) return false;
  }
  return true;
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
