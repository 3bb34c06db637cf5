// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/designators.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "indexer/schema.h"

namespace ibid {
namespace {

bool begins_with_digit(std::string_view text) { return text[0] >= '0' && text[0] <= '9'; }

CharClass class_before(const Word& word, const std::vector<FoldedChar>& chars) {
  const auto at =
      std::lower_bound(chars.begin(), chars.end(), word.begin,
                       [](const FoldedChar& c, std::uint32_t begin) { return c.begin < begin; });
  return at == chars.begin() ? CharClass::kSeparator : std::prev(at)->cls;
}

}  // namespace

void join_designator(std::size_t first_word, Analysis& out) {
  constexpr std::size_t kLongest = 12;
  std::string joined;
  bool letters = false, digits = false;
  for (std::size_t w = first_word; w < out.words.size(); ++w) {
    const Word& word = out.words[w];
    const std::string_view surface = out.surface(word);
    if (word.hangul || surface.find('\'') != std::string_view::npos) return;
    (begins_with_digit(surface) ? digits : letters) = true;
    joined += surface;
  }
  if (!letters || !digits || joined.size() > kLongest) return;
  for (std::size_t w = first_word; w < out.words.size(); ++w) {
    out.words[w].in_designator = true;
    out.words[w].weightiness = Weightiness::kContent;  // the I of I-495, the A of A-10
  }
  out.insert_form(first_word, FormKind::kDesignator, joined, out.words.back().end);
}

void join_spaced_designator(std::size_t first_word, const std::vector<FoldedChar>& chars,
                            Analysis& out) {
  constexpr std::size_t kLongestName = 4;
  if (first_word == 0 || out.words.size() == first_word) return;
  const std::size_t before = first_word - 1;
  const Word& name = out.words[before];
  const Word& number = out.words[first_word];
  const std::string_view digits = out.surface(number);
  if (name.form_count == 0 || name.hangul || name.in_designator) return;
  if (!begins_with_digit(digits) || digits.find('.') != std::string_view::npos) return;
  if (number.begin != name.end + 1 || class_before(number, chars) != CharClass::kSpace) return;
  const std::string_view letters = out.surface(name);
  if (letters.size() > kLongestName || !name.capitals || name.weightiness == Weightiness::kStop) {
    return;
  }
  const std::string joined = std::string(letters) + std::string(digits);
  if (joined.size() > schema::kMaxFormBytes) return;
  out.words[before].in_designator = out.words[first_word].in_designator = true;
  out.insert_form(before, FormKind::kDesignator, joined, number.end);
}

}  // namespace ibid
