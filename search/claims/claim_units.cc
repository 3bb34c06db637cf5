// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/claim_units.h"

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/analysis/negation.h"
#include "indexer/analysis/unanalyzed.h"

namespace ibid {

const char* to_string(ClaimUnitKind kind) {
  switch (kind) {
    case ClaimUnitKind::kWord:
      return "word";
    case ClaimUnitKind::kName:
      return "name";
    case ClaimUnitKind::kFigure:
      return "figure";
  }
  return "";
}

namespace {

class ClaimReader {
 public:
  ClaimReader(std::string_view text, Analyzer& analyzer) : analyzer_(analyzer) {
    claim_.text = text;
    skip_ = unanalyzed_ranges(text);
    analyzer_.analyze(text, skip_, claim_.analysis);
    taken_.assign(words().size(), false);
  }

  ClaimText read(const std::vector<AliasMatch>& names) {
    take_quantities();
    take_aliases(names);
    take_designators();
    if (has_small_words()) take_capitals();
    take_words();
    return sorted();
  }

 private:
  const std::vector<Word>& words() const { return claim_.analysis.words; }

  // Adds a unit unless the claim has it already.
  void add(ClaimUnitKind kind, std::size_t first, std::size_t count, ClaimUnitWords more = {}) {
    const ByteRange range{words()[first].begin, words()[first + count - 1].end};
    std::string key(1, static_cast<char>('0' + static_cast<int>(kind)));
    for (std::size_t w = first; w < first + count; ++w) {
      taken_[w] = true;
      key += ' ';
      key += stem(words()[w]);
    }
    if (!seen_.insert(key).second) return;
    more.first_word = first;
    more.word_count = count;
    push({kind, std::string(slice(claim_.text, range)), range, true}, std::move(more));
  }

  void push(ClaimUnit unit, ClaimUnitWords more) {
    claim_.units.push_back(std::move(unit));
    claim_.words.push_back(std::move(more));
  }

  std::string_view stem(const Word& word) const {
    const Analysis& analysis = claim_.analysis;
    const Form* found = std::find_if(analysis.begin_of(word), analysis.end_of(word),
                                     [](const Form& form) { return form.kind == FormKind::kStem; });
    return found == analysis.end_of(word) ? analysis.surface(word) : analysis.text(*found);
  }

  void take_quantities() {
    std::vector<Quantity> quantities;
    find_quantities(claim_.text, skip_, quantities);
    for (const Quantity& quantity : quantities) {
      for (std::size_t w = 0; w < words().size(); ++w) {
        if (overlaps({words()[w].begin, words()[w].end}, quantity.range)) taken_[w] = true;
      }
      const std::string key = "=" + std::string(quantity.kind == QuantityKind::kYear ? "y" : "") +
                              quantity.value.to_string() + quantity.unit;
      if (!seen_.insert(key).second) continue;
      ClaimUnitWords more;
      more.quantity = quantity;
      push({ClaimUnitKind::kFigure, std::string(slice(claim_.text, quantity.range)), quantity.range,
            true},
           std::move(more));
    }
  }

  // How many words there are from `first` up to `end`; 0 if no word ends there.
  std::size_t words_until(std::size_t first, std::uint64_t end) const {
    for (std::size_t w = first; w < words().size() && words()[w].end <= end; ++w) {
      if (taken_[w]) return 0;
      if (words()[w].end == end) return w - first + 1;
    }
    return 0;
  }

  void take_aliases(const std::vector<AliasMatch>& names) {
    for (std::size_t w = 0; w < words().size(); ++w) {
      const std::string_view rest = std::string_view(claim_.text).substr(words()[w].begin);
      std::size_t longest = 0;
      std::vector<Analysis> aliases;
      for (const AliasMatch& name : names) {
        if (name.query_word.empty() || !rest.starts_with(name.query_word)) continue;
        const std::size_t count = words_until(w, words()[w].begin + name.query_word.size());
        if (count == 0 || count < longest) continue;
        if (count > longest) aliases.clear();
        longest = count;
        analyzer_.analyze(name.alias, aliases.emplace_back());
      }
      if (longest == 0) continue;
      const bool name = words()[w].hangul || is_capitalised(words()[w]);
      ClaimUnitWords more;
      more.aliases = std::move(aliases);
      add(name ? ClaimUnitKind::kName : ClaimUnitKind::kWord, w, longest, std::move(more));
      w += longest - 1;
    }
  }

  bool is_capitalised(const Word& word) const {
    std::size_t at = word.begin;
    const char32_t c = next_code_point(claim_.text, at);
    return is_latin(c) && !is_lower(c);
  }

  // Whether capitals mark names: not in a headline.
  bool has_small_words() const {
    return std::any_of(words().begin(), words().end(), [this](const Word& word) {
      std::size_t at = word.begin;
      const char32_t c = next_code_point(claim_.text, at);
      return word.weightiness != Weightiness::kStop && (is_hangul(c) || is_lower(c));
    });
  }

  bool opens_sentence(std::size_t w) const {
    const std::uint64_t from = w == 0 ? 0 : words()[w - 1].end;
    const std::string_view gap = slice(claim_.text, {from, words()[w].begin});
    return w == 0 || gap.find_first_of(".!?:\n") != std::string_view::npos;
  }

  bool joined(std::size_t w) const {
    const std::string_view gap = slice(claim_.text, {words()[w].end, words()[w + 1].begin});
    return gap == " " || gap == "-";
  }

  bool is_free(std::size_t w) const { return w < words().size() && !taken_[w]; }

  void take_capitals() {
    for (std::size_t w = 0; w < words().size(); ++w) {
      const bool stop = words()[w].weightiness == Weightiness::kStop && !words()[w].capitals;
      if (taken_[w] || stop || !is_capitalised(words()[w])) continue;
      std::size_t end = w + 1;
      while (is_free(end) && joined(end - 1) && is_capitalised(words()[end])) ++end;
      const bool only_opens = end == w + 1 && opens_sentence(w) && !words()[w].capitals;
      if (!only_opens) add(ClaimUnitKind::kName, w, end - w);
      w = end - 1;
    }
  }

  void take_designators() {
    for (std::size_t w = 0; w < words().size(); ++w) {
      if (taken_[w] || !words()[w].in_designator) continue;
      std::size_t end = w + 1;
      while (is_free(end) && words()[end].in_designator &&
             slice(claim_.text, {words()[end - 1].end, words()[end].begin}).size() <= 3) {
        ++end;
      }
      add(ClaimUnitKind::kName, w, end - w);
      w = end - 1;
    }
  }

  void take_words() {
    for (std::size_t w = 0; w < words().size(); ++w) {
      if (taken_[w]) continue;
      const bool negation = is_negation(claim_.analysis.surface(words()[w]));
      if (words()[w].weightiness == Weightiness::kStop && !negation) continue;
      const std::size_t before = claim_.units.size();
      add(ClaimUnitKind::kWord, w, 1);
      if (claim_.units.size() == before) continue;
      claim_.units.back().counts = words()[w].weightiness == Weightiness::kContent && !negation;
    }
  }

  ClaimText sorted() {
    std::vector<std::size_t> order(claim_.units.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      return claim_.units[a].range.begin < claim_.units[b].range.begin;
    });
    std::vector<ClaimUnit> units;
    std::vector<ClaimUnitWords> unit_words;
    for (const std::size_t i : order) {
      units.push_back(std::move(claim_.units[i]));
      unit_words.push_back(std::move(claim_.words[i]));
    }
    // If there are only common words, they count.
    const auto counts = [](const ClaimUnit& unit) { return unit.counts; };
    if (std::none_of(units.begin(), units.end(), counts)) {
      for (ClaimUnit& unit : units) unit.counts = true;
    }
    claim_.units = std::move(units);
    claim_.words = std::move(unit_words);
    return std::move(claim_);
  }

  Analyzer& analyzer_;
  ClaimText claim_;
  std::vector<ByteRange> skip_;
  std::vector<bool> taken_;     // words that are in a unit
  std::set<std::string> seen_;  // units, by kind and stems
};

}  // namespace

ClaimText read_claim(std::string_view text, const std::vector<AliasMatch>& names,
                     Analyzer& analyzer) {
  return ClaimReader(text, analyzer).read(names);
}

}  // namespace ibid
