// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/figure_bounds.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

enum class Side : std::uint8_t { kBefore, kAfter };
enum class End : std::uint8_t { kLeast, kMost };
using enum Side;
using enum End;
struct BoundWord {
  std::string_view words;
  Side side;
  End end;
};
constexpr std::array kBoundWords = std::to_array<BoundWord>({
#include "search/word_lists/bound_words.inc"
});

bool is_latin_word(std::string_view words) { return is_ascii_letter(words.back()); }

// "… for more than ": the words right before a figure, "about" and "US" between them at most.
bool stands_before(std::string_view before, std::string_view words) {
  constexpr std::size_t kBetween = 8;  // bytes: " a ", " US", " the "
  const std::size_t at = before.rfind(words);
  if (at == std::string_view::npos) return false;
  const std::size_t end = at + words.size();
  if (before.size() - end > kBetween + (is_latin_word(words) ? 0 : kBetween)) return false;
  const bool begins = at == 0 || !is_ascii_letter(before[at - 1]);
  const bool ends = end == before.size() || !is_ascii_letter(before[end]);
  return begins && ends && before.substr(end).find_first_of(",;.") == std::string_view::npos;
}

// "달러를 넘었다", " or more people": among the next words of the same clause.
bool stands_after(std::string_view after, std::string_view words) {
  constexpr std::size_t kWords = 3;
  std::size_t begin = 0;
  for (std::size_t word = 0; word <= kWords && begin < after.size(); ++word) {
    const std::string_view rest = after.substr(begin);
    if (rest.starts_with(words)) {
      return !is_latin_word(words) || rest.size() == words.size() ||
             !is_ascii_letter(rest[words.size()]);
    }
    const std::size_t space = rest.find(' ');
    const std::string_view passed = rest.substr(0, space);
    if (passed.ends_with(',') || passed.ends_with('.') || space == std::string_view::npos) break;
    begin += space + 1;
  }
  // 이상 right behind the unit, as in 3천명이상
  const std::string_view first = after.substr(0, after.find(' '));
  return !is_latin_word(words) && first.find(words) != std::string_view::npos;
}

bool same_measure(const Quantity& a, const Quantity& b) {
  return a.kind == b.kind && a.unit == b.unit;
}

// True if `first` and `second`, one after the other, are the ends of a range.
bool is_range(std::string_view text, ByteRange sentence, const Quantity& first,
              const Quantity& second) {
  if (!same_measure(first, second) || !(first.value < second.value)) return false;
  const std::string between = ascii_lower(trim(slice(text, {first.range.end, second.range.begin})));
  const std::string before = ascii_lower(slice(text, {sentence.begin, first.range.begin}));
  if (between == "and") return stands_before(before, "between");
  if (between == "to") return !stands_before(before, "from");
  for (const std::string_view sign : {"-", "–", "—", "~", "∼", "〜", "～"}) {
    if (between == sign) return true;
  }
  const std::string_view after = text.substr(second.range.end, sentence.end - second.range.end);
  return between == "에서" && trim(after).starts_with("사이");
}

}  // namespace

FigureBounds bounds_of(std::string_view text, ByteRange sentence,
                       const std::vector<Quantity>& quantities, std::size_t index) {
  const Quantity& figure = quantities[index];
  const double value = as_double(figure.value);
  FigureBounds bounds{value, value};
  if (index + 1 < quantities.size() && is_range(text, sentence, figure, quantities[index + 1])) {
    bounds.most = as_double(quantities[index + 1].value);
  }
  if (index > 0 && is_range(text, sentence, quantities[index - 1], figure)) {
    bounds.least = as_double(quantities[index - 1].value);
  }
  const std::uint64_t from =
      index == 0 ? sentence.begin : std::max(sentence.begin, quantities[index - 1].range.end);
  const std::uint64_t to = index + 1 == quantities.size()
                               ? sentence.end
                               : std::min(sentence.end, quantities[index + 1].range.begin);
  if (from > figure.range.begin || to < figure.range.end) return bounds;
  const std::string before = ascii_lower(slice(text, {from, figure.range.begin}));
  const std::string after = ascii_lower(slice(text, {figure.range.end, to}));
  for (const BoundWord& word : kBoundWords) {
    const bool found =
        word.side == kBefore ? stands_before(before, word.words) : stands_after(after, word.words);
    if (!found) continue;
    (word.end == kLeast ? bounds.most : bounds.least) =
        word.end == kLeast ? std::numeric_limits<double>::infinity() : 0;
  }
  return bounds;
}

double as_double(const Decimal& value) { return std::strtod(value.to_string().c_str(), nullptr); }

}  // namespace ibid
