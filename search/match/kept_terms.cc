// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/kept_terms.h"

#include "indexer/analysis/term.h"

namespace ibid {
namespace {

constexpr std::size_t kMostKnown = std::size_t{1} << 15U;  // spellings
constexpr std::size_t kMostTerms = std::size_t{1} << 18U;  // 6 MB
constexpr std::size_t kMostBytes = std::size_t{1} << 21U;

}  // namespace

void KeptTerms::read(std::string_view text, const std::vector<ByteRange>& skip) {
  const bool full =
      known_.size() >= kMostKnown || kept_terms_ >= kMostTerms || kept_bytes_ >= kMostBytes;
  if (reading_ || full) forget();
  reading_ = true;
  terms_.resize(kept_terms_);
  texts_.resize(kept_bytes_);
  analyzer_.analyze_words(text, skip, {}, analysis_);
  if (analyzer_.known_generation() != generation_) clear();
  generation_ = analyzer_.known_generation();
  keep_new();
  place_all();
  reading_ = false;
}

// A spelling that is new has all its forms in the analysis.
void KeptTerms::keep_new() {
  for (const Word& word : analysis_.words) {
    if (word.known != known_.size()) continue;
    known_.push_back(add(word, Forms::kOwn));
  }
  kept_terms_ = terms_.size();
  kept_bytes_ = texts_.size();
}

void KeptTerms::place_all() {
  places_.clear();
  for (const Word& word : analysis_.words) {
    const bool known = word.known != Word::kUnknown;
    places_.push_back(
        {known ? known_[word.known] : add(word, Forms::kOwn), add(word, Forms::kOfSeveral)});
  }
}

KeptTerms::Stretch KeptTerms::add(const Word& word, Forms which) {
  const auto begin = static_cast<std::uint32_t>(terms_.size());
  for (const Form* form = analysis_.begin_of(word); form != analysis_.end_of(word); ++form) {
    const Forms of = is_of_several_words(form->kind) ? Forms::kOfSeveral : Forms::kOwn;
    const bool indexed = form->kind == FormKind::kSurface || word.weightiness != Weightiness::kStop;
    if (of != which || !indexed || form->kind == FormKind::kGram) continue;
    const std::string text = form_term(TextField::kBody, form->kind, analysis_.text(*form));
    KeptTerm term;
    term.hash = hash_of(text);
    term.begin = form->begin - word.begin;
    term.end = form->end - word.begin;
    term.text_begin = static_cast<std::uint32_t>(texts_.size());
    term.text_size = static_cast<std::uint32_t>(text.size());
    term.kind = form->kind;
    terms_.push_back(term);
    texts_ += text;
  }
  return {begin, static_cast<std::uint32_t>(terms_.size())};
}

// Gives the memory back, too: one long text may have taken much of it.
void KeptTerms::forget() {
  analyzer_.forget_words();
  clear();
  terms_.shrink_to_fit();
  texts_.shrink_to_fit();
  known_.shrink_to_fit();
}

void KeptTerms::clear() {
  known_.clear();
  terms_.clear();
  texts_.clear();
  kept_terms_ = kept_bytes_ = 0;
}

}  // namespace ibid
