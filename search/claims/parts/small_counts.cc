// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/parts/small_counts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "indexer/quantities/quantity_words.h"
#include "search/claims/parts/denied_words.h"

namespace ibid {
namespace {

// Syllables behind a number that order it, or make a time of it: 3월, 제4조, 1위, 2분기.
constexpr std::array kNoCounters =
    std::to_array<std::string_view>({"년", "월", "일", "시", "분", "초", "호", "조", "항", "위",
                                     "차", "세", "번", "단", "대의", "주년"});

class SmallCountReader {
 public:
  SmallCountReader(std::string_view text, const Analysis& analysis)
      : text_(text), analysis_(analysis) {}

  std::optional<Quantity> read(std::size_t w) const {
    const Word& word = analysis_.words[w];
    if (word.in_designator || word.hangul) return {};
    const std::string_view surface = analysis_.surface(word);
    Quantity out;
    out.kind = QuantityKind::kCount;
    out.range = {word.begin, word.end};
    if (const auto named = number_word(surface)) {
      if (*named < 2) return {};  // "one" mostly counts nothing
      out.value = *Decimal::parse(std::to_string(*named));
    } else {
      const std::string_view written = slice(text_, out.range);
      const bool digits = !written.empty() && std::all_of(written.begin(), written.end(),
                                                          [](char c) { return is_ascii_digit(c); });
      if (!digits || written.size() > 2) return {};
      out.value = *Decimal::parse(written);
    }
    if (is_numbering(w) || !counts_something(w)) return {};
    return out;
  }

 private:
  // "Article 4", "Block 70", 제4조: a name or a prefix before it.
  bool is_numbering(std::size_t w) const {
    const std::uint64_t begin = analysis_.words[w].begin;
    if (text_.substr(0, begin).ends_with("제")) return true;
    if (begin > 0 && (text_[begin - 1] == '-' || text_[begin - 1] == '.' ||
                      text_[begin - 1] == ':' || text_[begin - 1] == ',')) {
      return true;
    }
    if (w == 0) return false;
    const Word& before = analysis_.words[w - 1];
    if (begin != before.end + 1) return false;
    std::size_t at = before.begin;
    const char32_t first = next_code_point(text_, at);
    return is_latin(first) && !is_lower(first) && before.weightiness != Weightiness::kStop;
  }

  bool counts_something(std::size_t w) const {
    const ByteRange range{analysis_.words[w].begin, analysis_.words[w].end};
    if (range.end < text_.size()) {
      const char next = text_[range.end];
      if (next == '%' || next == ':' || next == '-' || next == '/') return false;
      if (text_.substr(range.end).starts_with("–") || text_.substr(range.end).starts_with("~")) {
        return false;
      }
    }
    const std::string_view counter = korean_counter(text_, range);
    if (!counter.empty()) {
      const std::string_view rest =
          text_.substr(static_cast<std::size_t>(counter.data() - text_.data()));
      return !begins_with_one_of(rest, kNoCounters);
    }
    if (w + 1 >= analysis_.words.size()) return false;
    const Word& after = analysis_.words[w + 1];
    return after.weightiness != Weightiness::kStop && !after.hangul &&
           in_one_clause(text_, range.end, after.begin) && after.begin <= range.end + 1;
  }

  std::string_view text_;
  const Analysis& analysis_;
};

// The stems of the next three words in the clause.
std::vector<std::string_view> stems_behind(const CountIn& count) {
  constexpr std::size_t kNear = 3;
  std::vector<std::string_view> out;
  for (const Word& word : count.analysis.words) {
    if (word.begin < count.range.end || out.size() == kNear) continue;
    if (!in_one_clause(count.text, count.range.end, word.begin)) break;
    if (word.weightiness == Weightiness::kStop) continue;
    std::string_view stem = count.analysis.surface(word);
    for (const Form* form = count.analysis.begin_of(word); form != count.analysis.end_of(word);
         ++form) {
      if (form->kind == FormKind::kStem) stem = count.analysis.text(*form);
    }
    out.push_back(stem);
  }
  return out;
}

}  // namespace

bool is_small_count(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kCount && quantity.value.is_integer() &&
         quantity.value.to_string().size() <= 2;
}

bool count_the_same(const CountIn& a, const CountIn& b) {
  const std::string_view a_counter = korean_counter(a.text, a.range);
  const std::string_view b_counter = korean_counter(b.text, b.range);
  if (a_counter.empty() != b_counter.empty()) return true;
  if (!a_counter.empty()) return a_counter == b_counter;
  const auto a_stems = stems_behind(a), b_stems = stems_behind(b);
  if (a_stems.empty() || b_stems.empty()) return a_stems.empty() && b_stems.empty();
  return std::find(b_stems.begin(), b_stems.end(), a_stems[0]) != b_stems.end() ||
         std::find(a_stems.begin(), a_stems.end(), b_stems[0]) != a_stems.end();
}

std::string_view korean_counter(std::string_view text, ByteRange count) {
  std::size_t at = count.end;
  if (at > count.begin) {
    std::size_t last = at;
    const char32_t c = previous_code_point(text, last);
    constexpr std::u32string_view kScales = U"십백천만억조경";
    if (is_hangul(c) && kScales.find(c) == std::u32string_view::npos) {
      return text.substr(last, at - last);
    }
  }
  const std::size_t begin = skip_spaces(text, at);
  if (begin >= text.size()) return {};
  std::size_t end = begin;
  return is_hangul(next_code_point(text, end)) ? text.substr(begin, end - begin)
                                               : std::string_view();
}

void add_small_counts(std::string_view text, const Analysis& analysis,
                      const std::vector<NamedDay>& days, std::vector<Quantity>& quantities) {
  const SmallCountReader reader(text, analysis);
  std::vector<Quantity> found;
  for (std::size_t w = 0; w < analysis.words.size(); ++w) {
    const auto count = reader.read(w);
    if (!count) continue;
    const bool taken =
        std::any_of(quantities.begin(), quantities.end(),
                    [&](const Quantity& each) { return overlaps(each.range, count->range); }) ||
        std::any_of(days.begin(), days.end(),
                    [&](const NamedDay& each) { return overlaps(each.text, count->range); });
    if (!taken) found.push_back(*count);
  }
  quantities.insert(quantities.end(), found.begin(), found.end());
  std::sort(quantities.begin(), quantities.end(),
            [](const Quantity& a, const Quantity& b) { return a.range.begin < b.range.begin; });
}

}  // namespace ibid
