// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names that a text gives in both scripts, one in brackets behind the other: 시진핑(Xi Jinping),
// Xi Jinping (시진핑), 북대서양조약기구(NATO).
//
// A pair counts only where what stands before the bracket can be told from the sentence round it:
// - a Latin name of capitalised words, and as many Hangul words as sound like it;
// - an acronym (two capitals or more, digits too), and one Hangul word that sounds like it or has
//   kFewestSyllables; in brackets behind the acronym, all that stands there has so many.
// A bracket may hold more, and name a language: 시진핑(중국어: 习近平, 영어: Xi Jinping).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibid {

struct NamePair {
  std::string hangul, latin;  // as written, white space made one space
  bool operator==(const NamePair&) const = default;
};

// In the order of the text; each pair once.
std::vector<NamePair> find_name_pairs(std::string_view text);

}  // namespace ibid
