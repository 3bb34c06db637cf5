// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/candidates/quote_candidates.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "corpus/report/report.h"
#include "corpus/report/source_id.h"
#include "corpus/text/code_points.h"
#include "indexer/analysis/term.h"
#include "indexer/analysis/unanalyzed.h"
#include "indexer/schema.h"
#include "search/words/expand_words.h"

namespace ibid {
namespace {

// Only the first words of a longer sequence are searched: the text is compared anyway.
constexpr std::size_t kMostSequenceWords = 24;
constexpr std::size_t kMostSequences = 8;

// The part of the text outside brackets that it only opens or only closes: the text outside a
// citation mark if the quotation begins or ends inside one.
ByteRange outside_cut_brackets(std::string_view text) {
  ByteRange range{0, text.size()};
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(' || text[i] == '[') open.push_back(i);
    if (text[i] != ')' && text[i] != ']') continue;
    if (open.empty()) {
      range.begin = i + 1;
    } else {
      open.pop_back();
    }
  }
  if (!open.empty()) range.end = std::max<std::uint64_t>(open.front(), range.begin);
  return range;
}

// The ranges of ellipses: the words on both sides need not be neighbours in a report.
std::vector<ByteRange> ellipses_of(std::string_view text) {
  std::vector<ByteRange> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    std::size_t next = skip_spaces(text, at);
    const bool dots =
        (c == U'.' || c == U'·') && next < text.size() && next_code_point(text, next) == c;
    if (dots || c == U'…' || c == U'⋯') found.push_back({begin, at});
  }
  return found;
}

bool any_between(const std::vector<ByteRange>& ranges, std::uint64_t begin, std::uint64_t end) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](ByteRange r) { return r.begin >= begin && r.end <= end; });
}

enum class Picked : std::uint8_t { kCertain, kAll };

// Picks the words of a quotation that certainly have the same form in a report.
class WordPicker {
 public:
  // Only words inside `usable`.
  WordPicker(std::string_view text, ByteRange usable, const Xapian::Database& database,
             Analyzer& analyzer)
      : text_(text), usable_(usable), database_(database), marks_(unanalyzed_ranges(text)) {
    analyzer.analyze(text, marks_, analysis_);
    breaks_ = ellipses_of(text);
    breaks_.insert(breaks_.end(), marks_.begin(), marks_.end());
  }

  std::vector<QuoteWord> pick(Picked which = Picked::kCertain) {
    std::vector<QuoteWord> words;
    std::optional<std::size_t> last;  // picked
    for (std::size_t w = 0; w < analysis_.words.size(); ++w) {
      const Word& word = analysis_.words[w];
      if (word.begin < usable_.begin || word.end > usable_.end) continue;
      if (which == Picked::kCertain && !is_certain(w)) continue;
      QuoteWord picked;
      picked.follows =
          last && *last + 1 == w && !any_between(breaks_, analysis_.words[*last].end, word.begin);
      picked.terms = terms_of(w);
      words.push_back(std::move(picked));
      last = w;
    }
    return words;
  }

 private:
  // The text around the word up to white space, an ellipsis or an end of the text.
  ByteRange token(const Word& word) const {
    std::size_t begin = word.begin;
    while (begin > 0) {
      std::size_t at = begin;
      if (is_space(previous_code_point(text_, at))) break;
      begin = at;
    }
    std::size_t end = word.end;
    while (end < text_.size()) {
      std::size_t at = end;
      if (is_space(next_code_point(text_, at))) break;
      end = at;
    }
    return {begin, end};
  }

  bool at_edge(ByteRange token) const {
    return token.begin == 0 || token.end == text_.size() ||
           any_between(breaks_, token.begin, token.end);
  }

  // A word inside the text is the same in any passage that holds the text. A word at the edge may
  // be part of a longer token there; it is certain if only letters make it a word.
  bool is_certain(std::size_t w) const {
    const Word& word = analysis_.words[w];
    const ByteRange around = token(word);
    if (!at_edge(around)) return true;
    for (std::size_t at = around.begin; at < around.end;) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text_, at);
      const bool inside = begin >= word.begin && begin < word.end;
      if (inside != is_letter_or_digit(c)) return false;
    }
    return true;
  }

  std::vector<std::string> terms_of(std::size_t w) const {
    const Word& word = analysis_.words[w];
    const std::string_view surface = analysis_.surface(word);
    // At the end of the quotation or of a piece, a report's word may go on with particles or 's.
    const ByteRange around = token(word);
    const bool ends = around.end == text_.size() || any_between(breaks_, word.end, around.end);
    if (!ends) return {form_term(TextField::kBody, FormKind::kSurface, surface)};
    DatabaseStatistics statistics(database_);
    if (word.hangul) return expand_ending(statistics, TextField::kBody, surface);
    return {form_term(TextField::kBody, FormKind::kSurface, surface),
            form_term(TextField::kBody, FormKind::kSurface, std::string(surface) + "'s")};
  }

  std::string_view text_;
  ByteRange usable_;
  const Xapian::Database& database_;
  std::vector<ByteRange> marks_, breaks_;
  Analysis analysis_;
};

// The longest part of the text that a citation mark does not split.
std::string longest_item(std::string_view text) {
  std::string_view longest;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && std::string_view("()[];,: ").find(text[i]) == std::string_view::npos) {
      continue;
    }
    const std::string_view piece = trim(text.substr(begin, i - begin));
    if (piece.size() > longest.size() && !is_mark_name(ascii_lower(piece))) longest = piece;
    begin = i + 1;
  }
  return ascii_lower(longest);
}

// The word that is any of these terms; none if there are none.
WantedPhrases any_of(std::vector<std::string> terms) {
  if (terms.empty()) return {};
  return {{std::move(terms)}};
}

// In passages with any citation mark.
std::vector<std::string> terms_of_marked() {
  return {schema::kCitesAny, std::string(schema::kKind) + to_string(PassageKind::kSource)};
}

}  // namespace

std::vector<QuoteWord> quote_words(std::string_view quotation, const Xapian::Database& database,
                                   Analyzer& analyzer) {
  return WordPicker(quotation, {0, quotation.size()}, database, analyzer).pick();
}

std::vector<QuoteWord> all_quote_words(std::string_view quotation, const Xapian::Database& database,
                                       Analyzer& analyzer) {
  return WordPicker(quotation, {0, quotation.size()}, database, analyzer).pick(Picked::kAll);
}

WantedPhrases quote_phrases(const std::vector<QuoteWord>& words, std::size_t begin, std::size_t end,
                            const IndexView& index) {
  for (std::size_t w = begin; w < end; ++w) {
    const bool known = std::any_of(words[w].terms.begin(), words[w].terms.end(),
                                   [&](const std::string& t) { return frequency(index, t) != 0; });
    if (!known) return {};
  }
  WantedPhrases phrases;
  for (std::size_t first = begin; first < end && phrases.size() < kMostSequences;) {
    PhrasePositions& phrase = phrases.emplace_back();
    std::size_t last = first;
    for (; last < end && (last == first || words[last].follows); ++last) {
      if (phrase.size() < kMostSequenceWords) phrase.push_back(words[last].terms);
    }
    first = last;
  }
  return phrases;
}

WantedPhrases words_apart(const std::vector<QuoteWord>& words) {
  WantedPhrases phrases;
  if (words.size() < 2) return phrases;
  for (const QuoteWord& word : words) phrases.push_back({word.terms});
  return phrases;
}

WantedPhrases cut_mark_phrases(std::string_view quotation, const SourceNames& sources,
                               const IndexView& index, Analyzer& analyzer) {
  const ByteRange outside = outside_cut_brackets(quotation);
  const bool whole = outside.begin == 0 && outside.end == quotation.size();
  std::vector<WantedPhrases> all;
  if (whole) {
    const std::string item = longest_item(quotation);
    all.push_back(item.size() < 2 ? WantedPhrases() : any_of(sources.containing(item)));
  } else {
    const std::vector<QuoteWord> words =
        WordPicker(quotation, outside, index.database, analyzer).pick();
    if (!words.empty()) all.push_back(quote_phrases(words, 0, words.size(), index));
    for (const ByteRange inside :
         {ByteRange{0, outside.begin}, ByteRange{outside.end, quotation.size()}}) {
      if (inside.empty()) continue;
      const std::string item = longest_item(slice(quotation, inside));
      all.push_back(any_of(item.empty() ? terms_of_marked() : sources.containing(item)));
    }
  }
  WantedPhrases phrases;
  for (const WantedPhrases& each : all) {
    if (each.empty()) return {};
    phrases.insert(phrases.end(), each.begin(), each.end());
  }
  return phrases;
}

}  // namespace ibid
