// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/respaced.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/text/utf32.h"
#include "search/match/ranking.h"
#include "search/words/expand_words.h"

namespace ibid {
namespace {

class Spacings {
 public:
  Spacings(const IndexView& index, TextField field, const std::vector<std::string>& words,
           RowEnd end)
      : index_(index), field_(field), end_(end) {
    for (const std::string& word : words) {
      const std::u32string syllables = to_utf32(word);
      row_ += syllables;
      typed_.push_back(row_.size());
    }
    terms_.resize(row_.size() * (row_.size() + 1));
    leads_nowhere_.resize(row_.size() + 1);
  }

  std::vector<WordRow> find() {
    if (row_.size() < 2 || row_.size() > kMostSyllables) return {};
    std::vector<std::size_t> ends;
    split(0, ends);
    std::erase(found_, typed_);
    std::stable_sort(found_.begin(), found_.end(), [this](const auto& a, const auto& b) {
      return differences(a) < differences(b);
    });
    if (found_.size() > kMostSpacings) found_.resize(kMostSpacings);
    std::vector<WordRow> rows;
    for (const std::vector<std::size_t>& of : found_) {
      WordRow& row = rows.emplace_back();
      std::size_t begin = 0;
      for (const std::size_t end : of) {
        row.push_back(terms(begin, end));
        begin = end;
      }
    }
    return rows;
  }

 private:
  static constexpr std::size_t kMostSyllables = 24, kMostTried = 4096, kShortRow = 4;

  void split(std::size_t begin, std::vector<std::size_t>& ends) {
    if (found_.size() >= kMostTried || leads_nowhere_[begin]) return;
    const std::size_t before = found_.size();
    if (begin == row_.size()) {
      found_.push_back(ends);
      return;
    }
    for (std::size_t end = row_.size(); end > begin; --end) {
      if (end - begin == 1 && row_.size() > kShortRow && !is_typed(begin, end)) continue;
      if (terms(begin, end).empty()) continue;
      ends.push_back(end);
      split(end, ends);
      ends.pop_back();
    }
    leads_nowhere_[begin] = found_.size() == before;
  }

  bool is_typed(std::size_t begin, std::size_t end) const {
    const auto ends_word = [this](std::size_t at) {
      return at == 0 || std::binary_search(typed_.begin(), typed_.end(), at);
    };
    return ends_word(begin) && ends_word(end);
  }

  // Boundaries of words that only one of `ends` and the typed row has.
  std::size_t differences(const std::vector<std::size_t>& ends) const {
    std::vector<std::size_t> only;
    std::set_symmetric_difference(ends.begin(), ends.end(), typed_.begin(), typed_.end(),
                                  std::back_inserter(only));
    return only.size();
  }

  // Of the word between these syllables; empty if the index does not have it.
  const std::vector<std::string>& terms(std::size_t begin, std::size_t end) {
    std::optional<std::vector<std::string>>& known = terms_[begin * (row_.size() + 1) + end];
    if (known) return *known;
    const std::string word = to_utf8(std::u32string_view(row_).substr(begin, end - begin));
    const bool last = end == row_.size() && end_ == RowEnd::kOpen;
    known.emplace(last ? expand_ending(statistics(index_), field_, word)
                       : std::vector{form_term(field_, FormKind::kSurface, word)});
    std::erase_if(*known, [this](const std::string& term) { return frequency(index_, term) == 0; });
    return *known;
  }

  const IndexView& index_;
  const TextField field_;
  const RowEnd end_;
  std::u32string row_;
  std::vector<std::size_t> typed_;  // where the words end
  std::vector<std::optional<std::vector<std::string>>> terms_;
  std::vector<std::vector<std::size_t>> found_;  // where the words of each row end
  std::vector<bool> leads_nowhere_;  // by syllable: no words from there on reach the end
};

}  // namespace

std::vector<WordRow> respaced(const IndexView& index, TextField field,
                              const std::vector<std::string>& words, RowEnd end) {
  return Spacings(index, field, words, end).find();
}

}  // namespace ibid
