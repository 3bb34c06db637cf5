// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/parts/claim_units.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "indexer/analysis/negation.h"
#include "indexer/analysis/unanalyzed.h"
#include "search/claims/parts/small_counts.h"

namespace ibid {

const char* to_string(ClaimUnitKind kind) {
  switch (kind) {
    case ClaimUnitKind::kWord:
      return "word";
    case ClaimUnitKind::kName:
      return "name";
    case ClaimUnitKind::kFigure:
      return "figure";
    case ClaimUnitKind::kDate:
      return "date";
  }
  return "";
}

const char* to_string(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::kFigure:
      return "figure";
    case DifferenceKind::kDate:
      return "date";
    case DifferenceKind::kNegation:
      return "negation";
    case DifferenceKind::kReversal:
      return "reversal";
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
    claim_.denied = denied_words(text, claim_.analysis);
    taken_.assign(words().size(), false);
  }

  ClaimText read(const std::vector<AliasMatch>& names) {
    take_days();
    take_quantities();
    take_aliases(names);
    take_designators();
    if (has_small_words()) take_capitals();
    take_words();
    mark_denied();
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
    push({kind, std::string(slice(claim_.text, range)), range}, std::move(more));
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

  void take_range(ByteRange range) {
    for (std::size_t w = 0; w < words().size(); ++w) {
      if (overlaps({words()[w].begin, words()[w].end}, range)) taken_[w] = true;
    }
  }

  void take_days() {
    for (const NamedDay& day : find_days(claim_.text)) {
      days_.push_back(day.text);
      take_range(day.text);
      if (!seen_.insert(fmt::format("day {} {} {}", day.year, day.month, day.day)).second) continue;
      ClaimUnitWords more;
      more.day = day;
      push({ClaimUnitKind::kDate, std::string(slice(claim_.text, day.text)), day.text},
           std::move(more));
    }
  }

  void take_quantities() {
    std::vector<Quantity> quantities;
    find_quantities(claim_.text, skip_, quantities);
    add_small_counts(claim_.text, claim_.analysis, find_days(claim_.text), quantities);
    for (const Quantity& quantity : quantities) {
      if (std::any_of(days_.begin(), days_.end(),
                      [&](ByteRange day) { return overlaps(day, quantity.range); })) {
        continue;
      }
      take_range(quantity.range);
      const std::string key = "=" + std::string(quantity.kind == QuantityKind::kYear ? "y" : "") +
                              quantity.value.to_string() + quantity.unit;
      if (!seen_.insert(key).second) continue;
      ClaimUnitWords more;
      more.quantity = quantity;
      push(
          {ClaimUnitKind::kFigure, std::string(slice(claim_.text, quantity.range)), quantity.range},
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
      const std::size_t verb = words_of_verb(claim_.text, claim_.analysis, w);
      add(ClaimUnitKind::kWord, w, 1);
      const std::size_t last = w + verb - 1;
      for (std::size_t next = w + 1; next <= last; ++next) taken_[next] = true;
      if (claim_.units.size() == before) continue;
      ClaimUnit& unit = claim_.units.back();
      unit.counts = words()[w].weightiness == Weightiness::kContent && !negation;
      unit.range.end = words()[last].end;
      unit.text = slice(claim_.text, unit.range);
    }
  }

  void mark_denied() {
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      const ClaimUnitWords& unit = claim_.words[u];
      claim_.units[u].denied =
          std::any_of(claim_.denied.begin(), claim_.denied.end(), [&](const DeniedWord& denied) {
            return denied.word >= unit.first_word &&
                   denied.word < unit.first_word + unit.word_count;
          });
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
    claim_.subjects = subjects();
    return std::move(claim_);
  }

  std::vector<std::size_t> subjects() const {
    std::vector<std::size_t> out;
    if (!is_one_sentence()) return out;
    bool marked = false;
    for (std::size_t u = 0; u < claim_.units.size(); ++u) {
      const ClaimUnit& unit = claim_.units[u];
      const bool first = !marked && is_marked(unit);
      marked = marked || first;
      if (first || is_like_name(unit)) out.push_back(u);
    }
    return out;
  }

  bool is_one_sentence() const {
    const std::string_view text = trim(claim_.text);
    for (const std::string_view end : {". ", "! ", "? ", "\n", "…", " — "}) {
      const std::size_t at = text.find(end);
      const bool initial = at != std::string_view::npos && at > 0 && end == ". " &&
                           (at < 3 || text[at - 2] == '.' || text[at - 2] == ' ');  // U.S., J. Doe
      if (at != std::string_view::npos && !initial) return false;
    }
    return true;
  }

  static bool is_marked(const ClaimUnit& unit) {
    constexpr std::array kMarks = std::to_array<std::string_view>({"은", "는", "이", "가"});
    constexpr std::size_t kTwoSyllables = 6;  // bytes
    return unit.kind == ClaimUnitKind::kWord && unit.counts && unit.text.size() > kTwoSyllables &&
           ends_with_one_of(unit.text, kMarks);
  }

  Analyzer& analyzer_;
  ClaimText claim_;
  std::vector<ByteRange> skip_;
  std::vector<ByteRange> days_;  // of the claim
  std::vector<bool> taken_;      // words that are in a unit
  std::set<std::string> seen_;   // units, by kind and stems
};

}  // namespace

bool is_like_name(const ClaimUnit& unit) {
  if (unit.kind == ClaimUnitKind::kName) return true;
  if (unit.kind != ClaimUnitKind::kWord) return false;
  std::size_t at = 0;
  const char32_t first = next_code_point(unit.text, at);
  return is_latin(first) && !is_lower(first);
}

ClaimText read_claim(std::string_view text, const std::vector<AliasMatch>& names,
                     Analyzer& analyzer) {
  return ClaimReader(text, analyzer).read(names);
}

}  // namespace ibid
