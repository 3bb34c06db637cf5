// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which words of a query are names, and what else each of them is called or how else it is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"
#include "search/names/sound_names.h"
#include "search/words/alias_book.h"

namespace ibid {

// How another name is related to the one typed.
enum class NameRelation : std::uint8_t {
  kAlias,         // the editor's, or a name in the other language
  kSameLanguage,  // DPRK for North Korea
  kSpelling,      // defence for defense
  kNumeral,       // two for the 2 of 2명
  kSound,         // 럼즈펠드 for Rumsfeld: it sounds alike, and nothing more is known
};

struct OtherName {
  std::string text;
  NameRelation relation = NameRelation::kAlias;
};

// Words side by side that are one name.
struct NamedRun {
  std::size_t first = 0, words = 1;  // of Analysis::words
  std::vector<OtherName> names;      // none that the query holds itself
};

class NameFinder {
 public:
  // All are borrowed for the object's lifetime.
  NameFinder(const AliasBook& book, const IndexView& index, Analyzer& analyzer)
      : book_(book), index_(index), analyzer_(analyzer), sounds_(index) {}

  // The runs of a query's words that have other names, ascending. The longest name wins, and runs
  // do not overlap: no part of a name has names of its own. Each other name comes once. May throw
  // Xapian::Error.
  std::vector<NamedRun> find(const Analysis& analysis, std::string_view text) const;

 private:
  struct Known {
    std::size_t words = 0;
    KnownNames names;
  };

  Known longest_known(const Analysis& analysis, std::string_view text, std::size_t first) const;
  bool counts_alone(const Analysis& analysis, std::string_view text, const Word& word) const;
  std::vector<OtherName> known_names(const Analysis& analysis, const NamedRun& run,
                                     const KnownNames& known) const;
  void add_number(const Analysis& analysis, NamedRun& run) const;
  void add_person(const Analysis& analysis, std::string_view text, NamedRun& run) const;
  void add_sounds(const Analysis& analysis, std::string_view text, NamedRun& run) const;
  void add_spellings(const Analysis& analysis, std::string_view text, NamedRun& run) const;

  const AliasBook& book_;
  const IndexView& index_;
  Analyzer& analyzer_;
  SoundNames sounds_;
};

}  // namespace ibid
