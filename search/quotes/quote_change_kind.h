// SPDX-License-Identifier: GPL-2.0-or-later
//
// What kind of change a quotation made, by rules on the changed words alone. Pure.
//
// clang-format off
//   negation     not, no, never, n't, without …, 않 못 없 아니 안 말, if one side has more of them;
//                un- dis- in- non- or 불 비 부 무 before the same word
//   number       a digit, a number word, or any other part of a figure (whole_figures.h); the same
//                digits with other separators are the same number
//   name         a Latin word with a capital, not the first of its sentence, or all capitals;
//                a Korean word before an office (대통령, 장관 …), or a country or city on a short list
//   restriction  only, except, unless, former …; 단지 뿐 밖에 제외 …
//   hedge        may, might, reportedly, alleged, about, some …; 아마 추정 듯 약 알려 가능성 … 수 있
//   inflection   another form of the same word, by stem, particle or ending
//   punctuation  no letter and no digit
//   wording      everything else
// clang-format on
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/quotes/forms/quote_answer.h"

namespace ibid {

// Reads stretches of changed words in order. The texts and the analyzer are lent for its life.
class ChangeReader {
 public:
  ChangeReader(std::string_view said, std::string_view quoted, Analyzer& analyzer);

  // What was dropped from `said` and what replaces it in `quoted`; either may be empty.
  void read(ByteRange dropped, ByteRange added);
  std::vector<QuoteChange> take();

 private:
  struct ChangedWord {
    std::string text;
    ByteRange range;
    ChangeKind kind = ChangeKind::kWording;
    bool taken = false;
  };
  static std::vector<ChangedWord> words_of(std::string_view text,
                                           const std::vector<ByteRange>& figures, ByteRange range);
  static ChangeKind kind_of(std::string_view text, const std::vector<ByteRange>& figures,
                            ByteRange word);
  bool same_word(std::string_view a, std::string_view b);
  void pair_up(std::vector<ChangedWord>& dropped, std::vector<ChangedWord>& added);
  void pair_of_kind(ChangeKind kind, std::vector<ChangedWord>& dropped,
                    std::vector<ChangedWord>& added);
  void rest(const std::vector<ChangedWord>& dropped, const std::vector<ChangedWord>& added);

  std::string_view said_, quoted_;
  std::vector<ByteRange> said_figures_, quoted_figures_;
  Analyzer& analyzer_;
  std::vector<QuoteChange> changes_;
};

}  // namespace ibid
