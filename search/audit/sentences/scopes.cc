// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/scopes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

enum class Missing : std::uint8_t { kLacks, kDiffers };
using enum Missing;

struct ScopeWord {
  std::string_view phrase, of_class, value;
  Missing missing;
};
constexpr std::array kScopeWords = std::to_array<ScopeWord>({
#include "search/word_lists/scope_words.inc"
});

// What an ordinal or a number behind or before it makes a scope of: "second day", "Unit 3", 2단계.
constexpr std::array kNumbered = std::to_array<std::string_view>({
#include "search/word_lists/numbered_scopes.inc"
});

constexpr std::array kOrdinals =
    std::to_array<std::string_view>({"first", "second", "third", "fourth", "fifth", "sixth",
                                     "seventh", "eighth", "ninth", "tenth"});

// The words of a sentence, each a run of ASCII letters, of digits or of other letters, in small
// letters.
struct Piece {
  std::string text;
  bool joined = false;  // to the one before it
};

enum class Run : std::uint8_t { kNone, kLetters, kDigits, kOther };

Run run_of(char32_t c) {
  if (is_ascii_digit(c)) return Run::kDigits;
  if (is_ascii_letter(c)) return Run::kLetters;
  return is_letter_or_digit(c) ? Run::kOther : Run::kNone;
}

std::vector<Piece> pieces_of(std::string_view sentence) {
  std::vector<Piece> pieces;
  Run last = Run::kNone;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t begin = at;
    const Run run = run_of(next_code_point(sentence, at));
    if (run != Run::kNone) {
      if (run != last) pieces.push_back({{}, last != Run::kNone});
      pieces.back().text += ascii_lower(sentence.substr(begin, at - begin));
    }
    last = run;
  }
  return pieces;
}

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c); });
}

class ScopeReader {
 public:
  explicit ScopeReader(std::string_view sentence) : pieces_(pieces_of(sentence)) {
    taken_.assign(pieces_.size(), false);
  }

  Scopes read() {
    const std::vector<std::string_view> beginnings = beginnings_of_pieces();
    for (const ScopeWord& word : longest_first()) {
      if (std::binary_search(beginnings.begin(), beginnings.end(), beginning_of(word.phrase))) {
        take(word);
      }
    }
    take_quarters();
    take_ordinals();
    take_numbered();
    return std::move(scopes_);
  }

 private:
  // The first character.
  static std::string_view beginning_of(std::string_view text) {
    std::size_t end = 0;
    next_code_point(text, end);
    return text.substr(0, end);
  }

  // Each once. Few phrases begin like a word of the sentence.
  std::vector<std::string_view> beginnings_of_pieces() const {
    std::vector<std::string_view> beginnings;
    for (const Piece& piece : pieces_) beginnings.push_back(beginning_of(piece.text));
    std::sort(beginnings.begin(), beginnings.end());
    return beginnings;
  }

  // Longer phrases first: 전년 동기 대비 is no 전년.
  static const std::vector<ScopeWord>& longest_first() {
    static const std::vector<ScopeWord> words = [] {
      std::vector<ScopeWord> made(kScopeWords.begin(), kScopeWords.end());
      std::stable_sort(made.begin(), made.end(), [](const ScopeWord& a, const ScopeWord& b) {
        return a.phrase.size() > b.phrase.size();
      });
      return made;
    }();
    return words;
  }

  void take(const ScopeWord& word) {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].text[0] != word.phrase[0]) continue;
      const std::size_t end = phrase_end(i, word.phrase);
      if (end == 0) continue;
      std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(i),
                taken_.begin() + static_cast<std::ptrdiff_t>(end), true);
      auto& where = word.missing == kLacks ? scopes_.marks : scopes_.sides;
      where.insert(std::string(word.of_class) + "=" + std::string(word.value));
    }
  }

  // Where `phrase` ends if it begins with piece `i`; 0 if it does not. Korean words may be written
  // without the spaces of the phrase, and go on by particles and other nouns.
  std::size_t phrase_end(std::size_t i, std::string_view phrase) const {
    if (pieces_[i].joined && !is_number(pieces_[i].text)) return 0;
    const bool korean = static_cast<unsigned char>(phrase.back()) >= 0x80;
    std::string wanted(phrase);
    if (korean) std::erase(wanted, ' ');
    std::string have;
    for (std::size_t at = i; at < pieces_.size(); ++at) {
      if (taken_[at]) return 0;
      if (!korean && at > i) have += ' ';
      have += pieces_[at].text;
      if (have == wanted || (korean && have.starts_with(wanted))) return at + 1;
      if (!std::string_view(wanted).starts_with(have)) return 0;
    }
    return 0;
  }

  // "Q1", "1Q", 1분기, 1/4분기, "H2".
  void take_quarters() {
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
      const std::string &a = pieces_[i].text, &b = pieces_[i + 1].text;
      const bool together = pieces_[i + 1].joined;
      if (is_number(a) && together && b.starts_with("분기")) {
        const bool fourth = a == "4" && i > 0 && is_number(pieces_[i - 1].text);  // 1/4분기
        scopes_.marks.insert("quarter=" + (fourth ? pieces_[i - 1].text : a));
      }
      for (const auto& [letter, name] : {std::pair{"q", "quarter="}, std::pair{"h", "half="}}) {
        if (!together) continue;
        if (a == letter && is_number(b)) scopes_.marks.insert(name + b.substr(0, 1));
        if (is_number(a) && b == letter) scopes_.marks.insert(name + a.substr(a.size() - 1));
      }
    }
  }

  // "on the second day", "the 2nd round".
  void take_ordinals() {
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
      if (taken_[i]) continue;
      std::size_t noun = i + 1;
      std::string number;
      const auto word = std::find(kOrdinals.begin(), kOrdinals.end(), pieces_[i].text);
      if (word != kOrdinals.end()) {
        number = std::to_string(word - kOrdinals.begin() + 1);
      } else if (is_number(pieces_[i].text) && is_ordinal_end(i + 1)) {
        number = pieces_[i].text;
        ++noun;
      }
      if (number.empty() || noun >= pieces_.size()) continue;
      const std::string name = singular(pieces_[noun].text);
      if (is_one_of(name, kNumbered)) scopes_.marks.insert(name + "=" + number);
    }
  }

  bool is_ordinal_end(std::size_t i) const {
    const std::string& text = pieces_[i].text;
    return pieces_[i].joined && (text == "st" || text == "nd" || text == "rd" || text == "th");
  }

  // "Unit 3", 제2공장, 3호기, 2단계.
  void take_numbered() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!is_number(pieces_[i].text) || pieces_[i].text.size() > 4) continue;
      if (i > 0 && !pieces_[i].joined && is_one_of(singular(pieces_[i - 1].text), kNumbered)) {
        scopes_.marks.insert(singular(pieces_[i - 1].text) + "=" + pieces_[i].text);
      }
      if (i + 1 == pieces_.size() || !pieces_[i + 1].joined) continue;
      if (const auto noun = korean_noun(pieces_[i + 1].text)) {
        scopes_.marks.insert(*noun + "=" + pieces_[i].text);
      }
    }
  }

  static std::optional<std::string> korean_noun(const std::string& text) {
    if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80) return std::nullopt;
    for (const std::string_view noun : kNumbered) {
      if (text.starts_with(noun)) return std::string(noun);
    }
    return std::nullopt;
  }

  static std::string singular(const std::string& word) {
    return word.size() > 3 && word.back() == 's' ? word.substr(0, word.size() - 1) : word;
  }

  std::vector<Piece> pieces_;
  std::vector<bool> taken_;  // pieces that are in a phrase
  Scopes scopes_;
};

std::string_view class_of(std::string_view side) { return side.substr(0, side.find('=')); }

}  // namespace

Scopes scopes_of(std::string_view sentence) { return ScopeReader(sentence).read(); }

bool differ(const Scopes& a, const Scopes& b) {
  if (a.marks != b.marks) return true;
  return std::any_of(a.sides.begin(), a.sides.end(), [&](const std::string& side) {
    if (b.sides.contains(side)) return false;
    return std::any_of(b.sides.begin(), b.sides.end(), [&](const std::string& other) {
      return class_of(other) == class_of(side) && !a.sides.contains(other);
    });
  });
}

}  // namespace ibid
