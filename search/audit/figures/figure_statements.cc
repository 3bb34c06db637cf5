// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/figures/figure_statements.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "search/audit/sentences/months.h"
#include "search/audit/sentences/scopes.h"

namespace ibid {
namespace {

// Words that number without counting: years before Christ, articles, ranks.
constexpr std::array kOrders = std::to_array<std::string_view>({
#include "search/word_lists/ordering_units.inc"
});

// Words beside a percentage that mark a change, as stems or beginnings.
using enum ListMatch;
constexpr std::array kChangeWords = std::to_array<ListedWord>({
#include "search/word_lists/change_words.inc"
});

using Numbers = std::vector<std::uint32_t>;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::uint16_t month_bits(const std::set<int>& months) {
  unsigned bits = 0;
  for (const int month : months) bits |= 1U << static_cast<unsigned>(month);
  return static_cast<std::uint16_t>(bits);
}

// "up 26.3%": up and down are function words, so they are not among the stems.
bool follows_up_or_down(std::string_view text, const Quantity& quantity) {
  constexpr std::size_t kLongest = 5;  // " down"
  std::string_view last = trim(text.substr(0, quantity.range.begin));
  last.remove_prefix(last.size() - std::min(last.size(), kLongest));
  const std::string before = ascii_lower(last);
  return before.ends_with(" up") || before.ends_with(" down") || before.ends_with(" by");
}

std::string key_of(const Quantity& quantity) {
  return quantity.value.to_string() + ' ' + quantity.unit;
}

std::string measure_of(const Quantity& quantity, const std::string& counted) {
  return std::to_string(static_cast<int>(quantity.kind)) + ' ' + quantity.unit + ' ' + counted;
}

// A word of the sentence that tells what it is about.
struct TellingWord {
  const ContentWord* word = nullptr;
  bool name = false;
};

}  // namespace

// Reads one sentence after the other into a list.
class FigureStatements::Reader {
 public:
  Reader(FigureStatements& list, WordNumbers& numbers, BilingualNames& names)
      : list_(list), numbers_(numbers), names_(names) {}

  void begin_passage() {
    last_years_.clear();
    last_months_ = 0;
  }

  void read(const StoredPassage& passage, const AuditSentence& sentence) {
    Numbers years = years_of(sentence);
    if (!years.empty()) last_years_ = years;
    const std::uint16_t own_months = month_bits(months_of(sentence));
    if (own_months != 0) last_months_ = own_months;
    const bool states =
        std::any_of(sentence.quantities.begin(), sentence.quantities.end(),
                    [](const Quantity& quantity) { return quantity.kind != QuantityKind::kYear; });
    if (!states) return;
    take_telling(passage, sentence);
    Numbers stems = stems_of(telling_);
    if (stems.size() > kMostWords) return;
    FigureStatements::Sentence made;
    made.passage = static_cast<std::uint32_t>(sentence.passage);
    made.begin = static_cast<std::uint32_t>(sentence.text.begin);
    made.end = static_cast<std::uint32_t>(sentence.text.end);
    made.months = last_months_;
    made.own_months = own_months;
    made.opening = opening_of(passage, sentence);
    made.stems = list_.keep(std::move(stems));
    made.names = list_.keep(names_of(telling_));
    made.quantities = list_.keep(keys_of(sentence));
    made.scopes = numbers_.number_of(scopes_of(slice(passage.text, sentence.text)));
    list_.sentences_.push_back(made);
    for (std::size_t i = 0; i < sentence.quantities.size(); ++i) {
      if (sentence.quantities[i].kind != QuantityKind::kYear) add(passage, sentence, i);
    }
  }

 private:
  static std::string year_of(const Quantity& quantity) { return quantity.value.to_string(); }

  Numbers years_of(const AuditSentence& sentence) {
    Numbers years;
    for (const Quantity& quantity : sentence.quantities) {
      if (quantity.kind == QuantityKind::kYear) {
        years.push_back(numbers_.number_of(year_of(quantity)));
      }
    }
    return years;
  }

  Numbers keys_of(const AuditSentence& sentence) {
    Numbers keys;
    for (const Quantity& quantity : sentence.quantities) {
      keys.push_back(numbers_.number_of(key_of(quantity)));
    }
    return keys;
  }

  // Words that are neither of a figure nor the name of a month.
  void take_telling(const StoredPassage& passage, const AuditSentence& sentence) {
    telling_.clear();
    auto quantity = sentence.quantities.begin();
    for (const ContentWord& word : sentence.words) {
      while (quantity != sentence.quantities.end() && quantity->range.end <= word.text.begin) {
        ++quantity;
      }
      const bool in_figure =
          quantity != sentence.quantities.end() && overlaps(quantity->range, word.text);
      if (in_figure || is_ascii_digit(word.stem[0]) || month_of(word.stem) != 0) continue;
      const bool inside = &word != &sentence.words.front();
      telling_.push_back({&word, (inside && is_capital(passage.text[word.text.begin])) ||
                                     names_.is_korean_name(word.stem)});
    }
  }

  Numbers stems_of(std::span<const TellingWord> words) {
    Numbers stems;
    for (const TellingWord& word : words) stems.push_back(numbers_.number_of(word.word->stem));
    return stems;
  }

  Numbers names_of(std::span<const TellingWord> words) {
    Numbers names;
    for (const TellingWord& word : words) {
      if (word.name) names.push_back(numbers_.number_of(word.word->stem));
    }
    return names;
  }

  std::uint32_t opening_of(const StoredPassage& passage, const AuditSentence& sentence) {
    const bool opens = !telling_.empty() &&
                       telling_.front().word->text.begin == sentence.text.begin &&
                       is_capital(passage.text[sentence.text.begin]);
    return opens ? numbers_.number_of(telling_.front().word->stem) : 0;
  }

  // The content word right after a count.
  static std::string counted_by(const AuditSentence& sentence, const Quantity& quantity) {
    if (quantity.kind != QuantityKind::kCount) return {};
    const auto next = std::partition_point(
        sentence.words.begin(), sentence.words.end(),
        [&](const ContentWord& word) { return word.text.begin < quantity.range.end; });
    return next == sentence.words.end() ? std::string() : next->stem;
  }

  // The year right after a figure ("in 2021"), else all of the sentence, else those before it.
  Numbers years_beside(const AuditSentence& sentence, std::size_t index) {
    constexpr std::uint64_t kRightAfter = 12;  // bytes: " in ", ", in "
    const Quantity& quantity = sentence.quantities[index];
    for (std::size_t i = index + 1; i < sentence.quantities.size(); ++i) {
      const Quantity& other = sentence.quantities[i];
      if (other.range.begin - quantity.range.end > kRightAfter) break;
      if (other.kind == QuantityKind::kYear) return {numbers_.number_of(year_of(other))};
    }
    return last_years_;
  }

  void add(const StoredPassage& passage, const AuditSentence& sentence, std::size_t index) {
    constexpr std::ptrdiff_t kBefore = 6, kAfter = 4, kRightBeside = 3;  // telling words
    const Quantity& quantity = sentence.quantities[index];
    const std::string counted = counted_by(sentence, quantity);
    if (is_one_of(counted, kOrders)) return;
    FigureStatements::Statement made;
    made.sentence = static_cast<std::uint32_t>(list_.sentences_.size() - 1);
    made.begin = static_cast<std::uint32_t>(quantity.range.begin);
    made.end = static_cast<std::uint32_t>(quantity.range.end);
    made.kind = quantity.kind;
    made.value = as_double(quantity.value);
    made.bounds = bounds_of(passage.text, sentence.text, sentence.quantities, index);
    made.measure = numbers_.number_of(measure_of(quantity, counted));
    if (!counted.empty()) made.counted = numbers_.number_of(counted);
    made.quantity = numbers_.number_of(key_of(quantity));
    made.years = list_.keep(years_beside(sentence, index));
    const auto here = std::partition_point(
        telling_.begin(), telling_.end(),
        [&](const TellingWord& word) { return word.word->text.begin < quantity.range.end; });
    const auto around = [&](std::ptrdiff_t before, std::ptrdiff_t after) {
      const auto begin = here - std::min(before, here - telling_.begin());
      return std::span(begin, here + std::min(after, telling_.end() - here));
    };
    Numbers nearby = stems_of(around(kBefore, kAfter));
    std::erase(nearby, made.counted);
    made.nearby = list_.keep(std::move(nearby));
    const auto beside = around(kRightBeside, kRightBeside);
    made.change = std::any_of(beside.begin(), beside.end(),
                              [&](const TellingWord& word) {
                                return word.word->stem != counted &&
                                       matches_one_of(word.word->stem, kChangeWords);
                              }) ||
                  follows_up_or_down(passage.text, quantity);
    list_.statements_.push_back(made);
  }

  FigureStatements& list_;
  WordNumbers& numbers_;
  BilingualNames& names_;
  std::vector<TellingWord> telling_;  // of the sentence
  Numbers last_years_;                // named last in the passage
  std::uint16_t last_months_ = 0;
};

void FigureStatements::read(const std::vector<StoredPassage>& passages,
                            const std::vector<AuditSentence>& sentences, WordNumbers& numbers,
                            BilingualNames& names) {
  Reader reader(*this, numbers, names);
  std::size_t passage = SIZE_MAX;
  for (const AuditSentence& sentence : sentences) {
    const PassageKind kind = passages[sentence.passage].kind;
    if (kind == PassageKind::kSource || kind == PassageKind::kNote) continue;
    if (sentence.passage != passage) reader.begin_passage();
    passage = sentence.passage;
    reader.read(passages[passage], sentence);
  }
}

FigureStatements::Words FigureStatements::keep(std::vector<std::uint32_t> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  const Words kept{static_cast<std::uint32_t>(words_.size()),
                   static_cast<std::uint32_t>(numbers.size())};
  words_.insert(words_.end(), numbers.begin(), numbers.end());
  return kept;
}

void FigureStatements::append(const FigureStatements& other,
                              std::span<const std::uint32_t> passages) {
  const auto words = static_cast<std::uint32_t>(words_.size());
  const auto sentences = static_cast<std::uint32_t>(sentences_.size());
  words_.insert(words_.end(), other.words_.begin(), other.words_.end());
  for (Sentence sentence : other.sentences_) {
    sentence.passage = passages[sentence.passage];
    for (Words* moved : {&sentence.stems, &sentence.names, &sentence.quantities}) {
      moved->begin += words;
    }
    sentences_.push_back(sentence);
  }
  for (Statement statement : other.statements_) {
    statement.sentence += sentences;
    statement.nearby.begin += words;
    statement.years.begin += words;
    statements_.push_back(statement);
  }
}

std::size_t FigureStatements::memory_bytes() const {
  return words_.capacity() * sizeof(std::uint32_t) + sentences_.capacity() * sizeof(Sentence) +
         statements_.capacity() * sizeof(Statement);
}

}  // namespace ibid
