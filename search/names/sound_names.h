// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of an index that spell a word of the other script by its sound: 럼즈펠드 of Rumsfeld. The
// vocabulary is walked syllable by syllable, only where the word may still go on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/index/index_view.h"
#include "search/index/recent_values.h"

namespace ibid {

// What SoundNames has found in one state of an index, by word: names come again in many queries.
class KeptSounds {
 public:
  RecentValues<std::vector<std::string>> korean{kMost}, latin{kMost};

 private:
  static constexpr std::size_t kMost = 4096;
};

class SoundNames {
 public:
  // `index` is borrowed for the object's lifetime.
  explicit SoundNames(const IndexView& index);

  // The Korean words of the index, without particles, that spell `latin` (a to z) best; none if no
  // word is close enough to be that name and no other. May throw Xapian::Error.
  std::vector<std::string> korean_for(std::string_view latin) const;
  // The Korean names of the index that a surname and a given name of one or two syllables in Latin
  // letters (lower case, nothing between the syllables) may be: 김계관 for kim, gyegwan.
  std::vector<std::string> korean_person(std::string_view surname, std::string_view given) const;
  // Likewise the Latin words that `korean` spells.
  std::vector<std::string> latin_for(std::string_view korean) const;

 private:
  bool is_frequent(const std::string& term) const;
  std::vector<std::string> find_korean(std::string_view latin) const;
  std::vector<std::string> find_latin(std::string_view korean) const;

  const IndexView& index_;
  bool has_korean_, has_latin_;
};

}  // namespace ibid
