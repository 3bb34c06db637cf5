// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_change_kind.h"

#include <algorithm>
#include <array>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "indexer/analysis/negation.h"
#include "search/edges/whole_figures.h"
#include "search/passages/word_diff.h"

namespace ibid {
namespace {

constexpr std::array kTurningPrefixes = std::to_array<std::string_view>({
#include "search/word_lists/turning_prefixes.inc"
});
constexpr std::array kAmountWords = std::to_array<std::string_view>({
#include "search/word_lists/amount_words.inc"
});
constexpr std::array kOffices = std::to_array<std::string_view>({
#include "search/word_lists/offices.inc"
});
constexpr std::array kPlaces = std::to_array<std::string_view>({
#include "search/word_lists/places.inc"
});

using enum ListMatch;
constexpr std::array kHedges = std::to_array<ListedWord>({
#include "search/word_lists/hedges.inc"
});
constexpr std::array kRestrictions = std::to_array<ListedWord>({
#include "search/word_lists/restrictions.inc"
});

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_number(std::string_view small) {
  return is_one_of(small, kAmountWords) || small == "%" || has_digit(small);
}

// 불가능 and 가능, unlikely and likely.
bool opposite(std::string_view a, std::string_view b) {
  const auto is_turned = [](std::string_view longer, std::string_view shorter) {
    return shorter.size() > 2 &&
           std::any_of(kTurningPrefixes.begin(), kTurningPrefixes.end(), [&](std::string_view p) {
             return longer.size() == p.size() + shorter.size() && longer.starts_with(p) &&
                    longer.ends_with(shorter);
           });
  };
  return is_turned(a, b) || is_turned(b, a);
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return c != ',' && c != ' '; });
  return digits;
}

bool starts_sentence(std::string_view text, std::size_t at) {
  while (at > 0) {
    const char32_t c = previous_code_point(text, at);
    if (is_space(c) || is_double_quote(c) || opens_single_quote(c) || c == U'(') continue;
    return c == U'.' || c == U'!' || c == U'?' || c == U':';
  }
  return true;
}

bool is_capital(char32_t c) { return is_latin(c) && is_letter(c) && !is_lower(c); }

bool is_latin_name(std::string_view text, ByteRange word) {
  const std::string_view letters = slice(text, word);
  std::size_t at = 0;
  if (!is_capital(next_code_point(letters, at))) return false;
  const bool all =
      std::none_of(letters.begin(), letters.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (all && letters.size() > 1) return true;
  return letters.size() > 1 && !starts_sentence(text, word.begin);
}

bool is_korean_name(std::string_view text, ByteRange word) {
  const std::string_view eojeol = slice(text, word);
  if (begins_with_one_of(eojeol, kPlaces)) return true;
  const std::size_t next = skip_spaces(text, word.end);
  if (next == word.end) return false;
  return begins_with_one_of(text.substr(next), kOffices);
}

bool is_punctuation(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (is_letter_or_digit(c) || c == U'%') return false;
  }
  return true;
}

}  // namespace

const char* to_string(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kNegation:
      return "negation";
    case ChangeKind::kNumber:
      return "number";
    case ChangeKind::kName:
      return "name";
    case ChangeKind::kRestriction:
      return "restriction";
    case ChangeKind::kHedge:
      return "hedge";
    case ChangeKind::kWording:
      return "wording";
    case ChangeKind::kInflection:
      return "inflection";
    case ChangeKind::kPunctuation:
      return "punctuation";
  }
  return "wording";
}

ChangeReader::ChangeReader(std::string_view said, std::string_view quoted, Analyzer& analyzer)
    : said_(said),
      quoted_(quoted),
      said_figures_(whole_figures(said)),
      quoted_figures_(whole_figures(quoted)),
      analyzer_(analyzer) {}

ChangeKind ChangeReader::kind_of(std::string_view text, const std::vector<ByteRange>& figures,
                                 ByteRange word) {
  const std::string_view written = slice(text, word);
  const std::string small = ascii_lower(written);
  if (is_negation(small)) return ChangeKind::kNegation;
  const bool in_figure = std::any_of(figures.begin(), figures.end(), [&](ByteRange figure) {
    return overlaps(figure, word) && figure != word;
  });
  if (is_number(small) || in_figure) return ChangeKind::kNumber;
  if (is_punctuation(written)) return ChangeKind::kPunctuation;
  if (matches_one_of(small, kRestrictions)) return ChangeKind::kRestriction;
  const bool month = written == "May";  // as a modal it is no capital in a sentence
  if (!month && matches_one_of(small, kHedges)) return ChangeKind::kHedge;
  const bool name = is_latin_name(text, word) || is_korean_name(text, word);
  return name ? ChangeKind::kName : ChangeKind::kWording;
}

std::vector<ChangeReader::ChangedWord> ChangeReader::words_of(std::string_view text,
                                                              const std::vector<ByteRange>& figures,
                                                              ByteRange range) {
  std::vector<ChangedWord> words;
  for (const ByteRange word : diff_words(slice(text, range))) {
    const ByteRange at{range.begin + word.begin, range.begin + word.end};
    words.push_back({std::string(slice(text, at)), at, kind_of(text, figures, at), false});
  }
  return words;
}

bool ChangeReader::same_word(std::string_view a, std::string_view b) {
  const auto forms = [&](std::string_view word) {
    Analysis analysis;
    analyzer_.analyze(word, analysis);
    std::vector<std::string> out;
    if (analysis.words.size() != 1) return out;
    for (const Form& form : analysis.forms) {
      if (form.kind == FormKind::kStem || form.kind == FormKind::kLemma) {
        out.emplace_back(analysis.text(form));
      }
    }
    return out;
  };
  const auto of_a = forms(a);
  const auto of_b = forms(b);
  return std::any_of(of_a.begin(), of_a.end(), [&](const std::string& form) {
    return std::find(of_b.begin(), of_b.end(), form) != of_b.end();
  });
}

void ChangeReader::read(ByteRange dropped, ByteRange added) {
  std::vector<ChangedWord> from = words_of(said_, said_figures_, dropped);
  std::vector<ChangedWord> to = words_of(quoted_, quoted_figures_, added);
  // A rewritten stretch of many words is reported whole, apart from grave changes.
  constexpr std::size_t kMostPairs = 64;
  if (from.size() <= kMostPairs && to.size() <= kMostPairs) pair_up(from, to);
  for (const ChangeKind kind :
       {ChangeKind::kNegation, ChangeKind::kNumber, ChangeKind::kName, ChangeKind::kRestriction,
        ChangeKind::kHedge, ChangeKind::kPunctuation}) {
    pair_of_kind(kind, from, to);
  }
  rest(from, to);
}

// Pairs two forms of one word, or a word and its opposite.
void ChangeReader::pair_up(std::vector<ChangedWord>& dropped, std::vector<ChangedWord>& added) {
  for (ChangedWord& a : dropped) {
    for (ChangedWord& b : added) {
      if (a.taken || b.taken) continue;
      const std::string small_a = ascii_lower(a.text);
      const std::string small_b = ascii_lower(b.text);
      const bool one_negated = is_negation(small_a) != is_negation(small_b);
      ChangeKind kind = ChangeKind::kInflection;
      if (opposite(small_a, small_b)) {
        kind = ChangeKind::kNegation;
      } else if (a.kind == ChangeKind::kNumber && b.kind == ChangeKind::kNumber) {
        const bool digits = has_digit(a.text) || has_digit(b.text);
        const bool same =
            digits ? digits_of(a.text) == digits_of(b.text) : same_word(a.text, b.text);
        if (!same) continue;
        if (digits) kind = ChangeKind::kPunctuation;
      } else if (one_negated || !same_word(a.text, b.text)) {
        continue;
      }
      a.taken = b.taken = true;
      changes_.push_back({kind, a.text, b.text});
    }
  }
}

// Pairs words of one kind, in order: the first dropped with the first added.
void ChangeReader::pair_of_kind(ChangeKind kind, std::vector<ChangedWord>& dropped,
                                std::vector<ChangedWord>& added) {
  const auto next = [kind](std::vector<ChangedWord>& words) -> ChangedWord* {
    for (ChangedWord& word : words) {
      if (!word.taken && word.kind == kind) return &word;
    }
    return nullptr;
  };
  for (;;) {
    ChangedWord* a = next(dropped);
    ChangedWord* b = next(added);
    if (a == nullptr && b == nullptr) return;
    if (a != nullptr) a->taken = true;
    if (b != nullptr) b->taken = true;
    // One negation for another (않았다, 않는다) does not change the sense.
    const bool both = a != nullptr && b != nullptr;
    const ChangeKind reported = both && kind == ChangeKind::kNegation ? ChangeKind::kWording : kind;
    changes_.push_back({reported, a == nullptr ? "" : a->text, b == nullptr ? "" : b->text});
  }
}

void ChangeReader::rest(const std::vector<ChangedWord>& dropped,
                        const std::vector<ChangedWord>& added) {
  const auto join = [](const std::vector<ChangedWord>& words) {
    std::string out;
    for (const ChangedWord& word : words) {
      if (word.taken) continue;
      if (!out.empty()) out += ' ';
      out += word.text;
    }
    return out;
  };
  QuoteChange change{ChangeKind::kWording, join(dropped), join(added)};
  if (!change.said.empty() || !change.quoted.empty()) changes_.push_back(std::move(change));
}

std::vector<QuoteChange> ChangeReader::take() {
  std::stable_sort(changes_.begin(), changes_.end(),
                   [](const QuoteChange& a, const QuoteChange& b) { return a.kind < b.kind; });
  return std::move(changes_);
}

}  // namespace ibid
