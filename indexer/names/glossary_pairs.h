// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names that a text gives in both scripts, one in brackets after the other: 시진핑(Xi Jinping), Xi
// Jinping (시진핑), 북대서양조약기구(NATO).
//
// A pair counts only if the name before the bracket is distinct from the sentence around it:
// - a Latin name of capitalised words, and as many Hangul words as sound like it;
// - an acronym (two capitals or more, digits too), and one Hangul word that sounds like it or has
//   kFewestSyllables; in brackets after the acronym, all of the bracket has that many.
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

// The pairs in the order of the text; each once.
std::vector<NamePair> find_name_pairs(std::string_view text);

}  // namespace ibid
