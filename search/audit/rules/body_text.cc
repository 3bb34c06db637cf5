// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/body_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/analysis/english.h"

namespace ibid {
namespace {

bool is_latin_stem(std::string_view stem) { return static_cast<unsigned char>(stem[0]) < 0x80; }

// The beginning that inflections and derivations share: two syllables, or five letters.
std::string beginning_of(std::string_view stem) {
  constexpr std::size_t kLetters = 5, kSyllables = 2, kSyllableBytes = 3;
  const std::size_t bytes = is_latin_stem(stem) ? kLetters : kSyllables * kSyllableBytes;
  return std::string(stem.substr(0, floor_boundary(stem, bytes))) + '*';
}

// British and American spellings have one: colour and color, centre and center, defence, traveller.
std::string spelling_of(std::string_view stem) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSame = {
      {{"our", "or"},
       {"re", "er"},
       {"yse", "yze"},
       {"is", "iz"},
       {"enc", "ens"},
       {"ll", "l"},
       {"ae", "e"},
       {"ogue", "og"}}};
  std::string text(stem);
  for (const auto& [from, to] : kSame) {
    const std::size_t at = text.find(from, 2);
    if (at != std::string::npos) text.replace(at, from.size(), to);
  }
  return text + '~';
}

// Letters and digits only, small: so that spaces and hyphens make no difference.
std::string letters_of(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (is_ascii_letter(byte) || is_ascii_digit(byte)) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    if (is_letter_or_digit(next_code_point(text, at))) out.append(text, begin, at - begin);
  }
  return out;
}

bool same_measure(const Quantity& a, const Quantity& b) {
  if (a.kind == b.kind) return a.unit == b.unit || a.unit.empty() || b.unit.empty();
  return a.kind != QuantityKind::kPercent && b.kind != QuantityKind::kPercent &&
         (a.kind == QuantityKind::kCount || b.kind == QuantityKind::kCount);
}

}  // namespace

void BodyText::add(const StoredPassage& passage) { letters_ += letters_of(passage.text) + ' '; }

void BodyText::add(const AuditSentence& sentence) {
  for (const ContentWord& word : sentence.words) {
    if (!keys_.insert(word.stem).second) continue;  // the others are there, too
    keys_.insert(beginning_of(word.stem));
    if (is_latin_stem(word.stem)) keys_.insert(spelling_of(word.stem));
  }
  quantities_.insert(quantities_.end(), sentence.quantities.begin(), sentence.quantities.end());
}

bool BodyText::has(const std::string& stem) const {
  constexpr std::size_t kLongLatin = 6, kLongKorean = 9;  // bytes
  if (keys_.contains(stem) || keys_.contains(beginning_of(stem))) return true;
  if (is_latin_stem(stem) && keys_.contains(spelling_of(stem))) return true;
  return stem.size() >= (is_latin_stem(stem) ? kLongLatin : kLongKorean) &&
         letters_.find(stem) != std::string::npos;
}

bool BodyText::says_figure(const Quantity& figure) const {
  return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity& other) {
    return same_measure(figure, other) && figure.value.agrees_rounded(other.value);
  });
}

bool BodyText::says_name(const std::string& name) const {
  constexpr std::size_t kTwoSyllables = 4, kLongLatin = 6;  // bytes: "6월"
  EnglishStemmer stemmer;
  const std::string small = ascii_lower(name);
  const std::string letters = letters_of(small);
  const bool latin = letters.empty() || is_latin_stem(letters.substr(letters.size() - 1));
  if (letters.size() >= (latin ? kLongLatin : kTwoSyllables) &&
      letters_.find(letters) != std::string::npos) {
    return true;
  }
  for (std::size_t begin = 0; begin < small.size();) {
    const std::size_t end = std::min(small.find(' ', begin), small.size());
    const std::string word = small.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    const std::string stem = is_latin_stem(word) ? std::string(stemmer.stem(word)) : word;
    if (!keys_.contains(stem) && !keys_.contains(word) && !has(stem)) return false;
  }
  return !small.empty();
}

bool BodyText::says(const AuditSentence& sentence, const ContentWord& word,
                    BilingualNames& names) const {
  for (const Quantity& figure : sentence.quantities) {
    if (overlaps(figure.range, word.text) && says_figure(figure)) return true;
  }
  if (has(word.stem)) return true;
  const std::vector<std::string>& others = names.others(word.stem);
  return std::any_of(others.begin(), others.end(),
                     [this](const std::string& name) { return says_name(name); });
}

}  // namespace ibid
