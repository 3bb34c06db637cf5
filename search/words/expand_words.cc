// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/expand_words.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/utf32.h"
#include "indexer/analysis/english.h"
#include "indexer/korean/hangul.h"
#include "search/match/ranking.h"

namespace ibid {
namespace {

std::size_t character_size(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - at;
}

// The end of `pattern` that follows its last * or ?, if it is Korean.
std::string_view korean_end(std::string_view pattern) {
  const std::size_t wild = pattern.find_last_of("*?");
  if (wild == std::string_view::npos) return {};
  const std::string_view end = pattern.substr(wild + 1);
  std::size_t at = end.size();
  return !end.empty() && is_hangul(previous_code_point(end, at)) ? end : std::string_view();
}

// True if `text` goes on by particles or an ending after what matches: 정전협정을 for *협정.
bool matches_before_ending(std::string_view text, std::string_view pattern, std::string_view end) {
  std::size_t at = text.rfind(end);
  while (at != std::string_view::npos) {
    const std::size_t matched = at + end.size();
    const bool goes_on =
        matched < text.size() &&
        goes_on_by_ending(to_utf32(text), to_utf32(text.substr(0, matched)).size());
    if (goes_on && matches_wildcard(text.substr(0, matched), pattern)) return true;
    if (at == 0) return false;
    at = text.rfind(end, at - 1);
  }
  return false;
}

// Terms from `first` on that begin with `prefix` and whose text (after the first `skip` bytes) is
// accepted.
Expansion expand(Statistics& statistics, const std::string& prefix, const std::string& first,
                 std::size_t skip, const std::function<bool(std::string_view)>& accepted) {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  std::size_t scanned = 0;
  statistics.each_term(prefix, first, [&](const std::string& term) {
    // Surface forms have no prefix: an upper-case letter there begins a term of another kind.
    const bool other = term.size() <= skip || (term[skip] >= 'A' && term[skip] <= 'Z');
    if (!other && accepted(std::string_view(term).substr(skip))) found.emplace_back(0, term);
    return ++scanned < kMaxExpansionScan;
  });
  for (auto& [frequency, term] : found) frequency = statistics.frequency(term);
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  Expansion expansion;
  expansion.found = found.size();
  if (found.size() > kMaxExpansion) found.resize(kMaxExpansion);
  for (auto& entry : found) expansion.terms.push_back(std::move(entry.second));
  return expansion;
}

}  // namespace

bool matches_wildcard(std::string_view text, std::string_view pattern) {
  // The usual two-pointer walk: on a mismatch, the last * takes one more character.
  std::size_t t = 0, p = 0, star = std::string_view::npos, star_t = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_t = t;
    } else if (p < pattern.size() && pattern[p] == '?') {
      t += character_size(text, t);
      ++p;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++t;
      ++p;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      star_t += character_size(text, star_t);
      t = star_t;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

Expansion expand_wildcard(Statistics& statistics, TextField field, FormKind kind,
                          std::string_view pattern) {
  const std::string field_prefix = form_term(field, kind, "");
  const std::string prefix =
      field_prefix + std::string(pattern.substr(0, pattern.find_first_of("*?")));
  // A word is Korean as a whole: before the first syllable there is none to match.
  const std::string_view ending = korean_end(pattern);
  const std::string first = ending.empty() ? prefix : field_prefix + "가";
  return expand(statistics, prefix, first, field_prefix.size(), [&](std::string_view text) {
    return matches_wildcard(text, pattern) || (!ending.empty() && kind == FormKind::kSurface &&
                                               matches_before_ending(text, pattern, ending));
  });
}

std::vector<std::string> expand_ending(Statistics& statistics, TextField field,
                                       std::string_view surface) {
  const std::size_t syllables = to_utf32(surface).size();
  const std::string prefix = form_term(field, FormKind::kSurface, surface);
  std::vector<std::string> terms = {prefix};
  statistics.each_term(prefix, prefix, [&](const std::string& term) {
    const std::string_view text = std::string_view(term).substr(prefix.size() - surface.size());
    if (term != prefix && goes_on_by_ending(to_utf32(text), syllables)) terms.push_back(term);
    return true;
  });
  return terms;
}

Expansion expand_stem(Statistics& statistics, TextField field, std::string_view stem,
                      Analyzer& analyzer) {
  // Stemming changes only a word's end: a surface begins like its stem, except for the last letter
  // of an English stem (party, parti).
  const bool ascii = static_cast<unsigned char>(stem[0]) < 0x80;
  const std::size_t kept = ascii && stem.size() > 2 ? stem.size() - 1 : stem.size();
  const std::string field_prefix = form_term(field, FormKind::kSurface, "");
  Analysis analysis;
  Expansion expansion =
      expand(statistics, field_prefix + std::string(stem.substr(0, kept)), {}, field_prefix.size(),
             [&](std::string_view surface) {
               analyzer.analyze(surface, analysis);
               if (analysis.words.size() != 1) return false;  // it is the host of a URL
               return std::any_of(analysis.forms.begin(), analysis.forms.end(), [&](const Form& f) {
                 return f.kind != FormKind::kSurface && f.kind != FormKind::kBigram &&
                        f.kind != FormKind::kGram && analysis.text(f) == stem;
               });
             });
  const std::string irregular = form_term(field, FormKind::kSurface, irregular_of_stem(stem));
  if (irregular != field_prefix && statistics.frequency(irregular) != 0) {
    expansion.terms.push_back(irregular);
    ++expansion.found;
  }
  return expansion;
}

}  // namespace ibid
