// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which passages say nearly the same: copies of one text in several reports, or in the summary and
// the body of one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/normalize.h"

namespace ibid {

// The words of a text without its citation marks; letter case, punctuation and Latin accents do not
// count.
struct CopyWords {
  struct Word {
    std::u32string text;
    bool named = false;  // a figure or, in Latin letters, perhaps a name
  };
  std::vector<Word> words;
  std::vector<std::u32string> figures;  // in their order
};

CopyWords copy_words(std::string_view text);

// True if one text is the other with at most a fifth more words, none of which is telling: a figure,
// a negation or perhaps a name. A word may end otherwise (협정이, 협정을; agreed, agrees), and figures
// are the same. A word in the place of another is a difference, and so is another order: both may
// turn what is said. Symmetric; false if a text has no word.
bool nearly_alike(const CopyWords& a, const CopyWords& b);

// Texts in the order of their adding, without those that say nearly the same as an earlier one.
class NearCopies {
 public:
  // The number, from 0, of the kept text that says nearly the same as `text`; nothing if none does:
  // then it is kept.
  std::optional<std::size_t> find_or_keep(std::string_view text);

 private:
  std::vector<CopyWords> kept_;
};

}  // namespace ibid
