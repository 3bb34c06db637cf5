// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/search/quotes/quote_mutations.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace ibid::testing {
namespace {

using Words = std::vector<std::string>;

const std::set<std::string> kNegations = {"not",    "no",   "never",   "without", "nor", "neither",
                                          "hardly", "안",   "없다고",  "않았다",  "못",  "없이",
                                          "않는다", "없다", "않았다.", "없다."};
const std::set<std::string> kHedges = {"may",       "might", "could",    "reportedly",
                                       "allegedly", "about", "probably", "only",
                                       "약",        "아마",  "거의",     "오직"};

bool is_ascii(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x80; });
}

std::string small(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return word;
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters of other scripts are words to it, and so are their signs.
bool in_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// A whole word in small letters: with a digit, or a number in words. Korean ones have endings.
bool is_number(const std::string& word) {
  static const std::set<std::string> kEnglish = {
      "one",      "two",       "three",     "four",     "five",     "six",      "seven",
      "eight",    "nine",      "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
      "fifteen",  "sixteen",   "seventeen", "eighteen", "nineteen", "twenty",   "thirty",
      "forty",    "fifty",     "sixty",     "seventy",  "eighty",   "ninety",   "hundred",
      "hundreds", "thousand",  "thousands", "million",  "millions", "billion",  "billions",
      "trillion", "trillions", "half",      "several",  "dozen",    "dozens",   "zero",
      "quarter",  "quarters"};
  static const char* const kKorean[] = {"수십", "수백", "수천", "수만", "백만", "천만"};
  return std::any_of(word.begin(), word.end(), is_digit) || kEnglish.contains(word) ||
         std::any_of(std::begin(kKorean), std::end(kKorean),
                     [&](const char* number) { return word.find(number) != std::string::npos; });
}

class Mutator {
 public:
  explicit Mutator(const Words& words) : words_(words) {}

  std::vector<Mutation> all() {
    for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
      const bool english = is_ascii(words_[i]);
      drop_turning(i);
      insert(i, english ? "not" : "안", "negation added");
      insert(i, english ? "reportedly" : "아마", "hedge added");
      digits(i);
      words_of_amount(i);
      if (words_[i] != words_[i + 1] && i + 2 < words_.size()) swapped(i);
      const bool capital = std::isupper(static_cast<unsigned char>(words_[i][0])) != 0;
      if (capital) replaced(i, words_[i] == "Okinawa" ? "Lisbon" : "Okinawa", "name");
      if (!english && i % 3 == 0) replaced(i, "헬싱키는", "name");
      ellipsis(i);
    }
    return std::move(out_);
  }

 private:
  void add(std::string kind, const Words& words) {
    out_.push_back({std::move(kind), joined(words), false, false});
  }
  void insert(std::size_t i, const char* word, const char* kind) {
    Words words = words_;
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(i), word);
    add(kind, words);
  }
  void replaced(std::size_t i, const std::string& word, const char* kind) {
    Words words = words_;
    words[i] = word;
    if (words != words_) add(kind, words);
  }
  void swapped(std::size_t i) {
    Words words = words_;
    std::swap(words[i], words[i + 1]);
    add("order", words);
  }

  void drop_turning(std::size_t i) {
    const std::string word = small(words_[i]);
    const bool negation = kNegations.contains(word);
    if (!turns_sense(words_[i])) return;
    Words words = words_;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    add(negation ? "negation dropped" : "hedge dropped", words);
  }

  // One digit changed, dropped, doubled.
  void digits(std::size_t i) {
    const std::string& word = words_[i];
    for (std::size_t at = 0; at < word.size(); ++at) {
      if (!is_digit(word[at])) continue;
      std::string changed = word;
      changed[at] = static_cast<char>('0' + (word[at] - '0' + 3) % 10);
      replaced(i, changed, "digit");
      std::string dropped = word;
      dropped.erase(at, 1);
      if (!dropped.empty()) replaced(i, dropped, "digit dropped");
      std::string more = word;
      more.insert(at, 1, word[at] == '7' ? '4' : '7');
      replaced(i, more, "digit added");
    }
  }

  void words_of_amount(std::size_t i) {
    static const struct {
      const char *from, *to, *kind;
    } kOthers[] = {{"million", "billion", "scale"},
                   {"billion", "million", "scale"},
                   {"thousand", "million", "scale"},
                   {"억", "조", "scale"},
                   {"만", "억", "scale"},
                   {"조", "억", "scale"},
                   {"천", "백", "scale"},
                   {"percent", "points", "unit"},
                   {"%", "", "unit"},
                   {"km", "m", "unit"},
                   {"years", "months", "unit"},
                   {"명", "개", "unit"},
                   {"달러", "유로", "unit"},
                   {"원", "엔", "unit"},
                   {"$", "€", "unit"},
                   {"$", "", "unit"}};
    const bool figure = std::any_of(words_[i].begin(), words_[i].end(), is_digit) ||
                        std::any_of(words_[i - 1].begin(), words_[i - 1].end(), is_digit);
    if (!figure) return;
    for (const auto& other : kOthers) {
      const std::size_t at = words_[i].find(other.from);
      if (at == std::string::npos) continue;
      std::string word = words_[i];
      word.replace(at, std::string(other.from).size(), other.to);
      if (word.empty()) continue;
      replaced(i, word, other.kind);
      Words without = words_;
      if (words_[i] != other.from) continue;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      add(std::string(other.kind) + " dropped", without);
    }
  }

  // One to four words left out, among them one that turns the sense.
  void ellipsis(std::size_t i) {
    for (std::size_t count = 1; count <= 4 && i + count < words_.size(); ++count) {
      const auto first = words_.begin() + static_cast<std::ptrdiff_t>(i);
      const auto last = first + static_cast<std::ptrdiff_t>(count);
      if (!std::any_of(first, last, turns_sense)) continue;
      Words words(words_.begin(), first);
      words.emplace_back(i % 2 == 0 ? "…" : "[...]");
      words.insert(words.end(), last, words_.end());
      out_.push_back({"ellipsis", joined(words), true, false});
    }
    constexpr std::size_t kFewestLeft = 3;  // fewer stand in many places
    if (!turns_sense(words_[i]) || words_.size() - i <= kFewestLeft) return;
    Words tail(words_.begin() + static_cast<std::ptrdiff_t>(i) + 1, words_.end());
    out_.push_back({"ellipsis at the edge", "… " + joined(tail), true, false});
  }

  const Words& words_;
  std::vector<Mutation> out_;
};

}  // namespace

bool turns_sense(const std::string& word) {
  if (word == "May") return false;  // the month
  return kNegations.contains(small(word)) || kHedges.contains(small(word));
}

bool is_near_number(const std::string& text, std::size_t at) {
  constexpr std::size_t kNear = 48;  // bytes
  std::size_t begin = at > kNear ? at - kNear : 0;
  while (begin > 0 && in_word(text[begin - 1])) --begin;
  std::size_t end = std::min(at + kNear, text.size());
  while (end < text.size() && in_word(text[end])) ++end;
  for (std::size_t word = begin; word < end;) {
    std::size_t last = word;
    while (last < end && in_word(text[last])) ++last;
    if (last > word && is_number(small(text.substr(word, last - word)))) return true;
    word = std::max(last, word + 1);
  }
  return false;
}

std::vector<QuotedRun> runs_of(const std::string& text, std::size_t step) {
  std::vector<std::pair<std::size_t, std::size_t>> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\n", at);
    if (begin == std::string::npos) break;
    at = std::min(text.find_first_of(" \t\n", begin), text.size());
    words.emplace_back(begin, at);
  }
  std::vector<QuotedRun> runs;
  constexpr std::size_t kShortest = 6, kLengths = 9;
  for (std::size_t first = 0, number = 0; first + kShortest <= words.size();
       first += step, ++number) {
    const std::size_t count = std::min(kShortest + number % kLengths, words.size() - first);
    const std::size_t begin = words[first].first;
    const std::size_t end = words[first + count - 1].second;
    if (is_near_number(text, begin) || is_near_number(text, end)) continue;
    QuotedRun run{text.substr(begin, end - begin), {}};
    for (std::size_t w = first; w < first + count; ++w) {
      run.words.push_back(text.substr(words[w].first, words[w].second - words[w].first));
    }
    runs.push_back(std::move(run));
  }
  return runs;
}

std::vector<Mutation> mutations_of(const QuotedRun& run) { return Mutator(run.words).all(); }

std::vector<Mutation> cut_figures_of(const std::string& text) {
  std::vector<Mutation> out;
  const auto begins_word = [&](std::size_t at) { return at == 0 || text[at - 1] == ' '; };
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    // From a digit inside the number on; up to one before its end.
    if (is_digit(text[at - 1]) || text[at - 1] == ',' || text[at - 1] == '.') {
      const std::size_t end = text.find(' ', std::min(at + 24, text.size() - 1));
      const bool number =
          at > 1 &&
          is_digit(text[at - 1] == ',' || text[at - 1] == '.' ? text[at - 2] : text[at - 1]);
      if (number) out.push_back({"head of a figure cut", text.substr(at, end - at), false, true});
    }
    if (is_digit(text[at + 1])) {
      std::size_t begin = at > 24 ? at - 24 : 0;
      while (begin > 0 && !begins_word(begin)) --begin;
      out.push_back({"tail of a figure cut", text.substr(begin, at + 1 - begin), false, true});
    }
  }
  return out;
}

}  // namespace ibid::testing
