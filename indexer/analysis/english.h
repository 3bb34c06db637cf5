// SPDX-License-Identifier: GPL-2.0-or-later
//
// English words: Snowball stems and the words too frequent to tell passages apart.
#pragma once

#include <string_view>

struct sb_stemmer;

namespace ibid {

// Source: Snowball's English ("Porter 2") algorithm, from libstemmer.
// Thread: one object, one thread.
class EnglishStemmer {
 public:
  EnglishStemmer();
  ~EnglishStemmer();
  EnglishStemmer(const EnglishStemmer&) = delete;
  EnglishStemmer& operator=(const EnglishStemmer&) = delete;
  // Lender: this object, until the next call. `word` is lower case.
  std::string_view stem(std::string_view word);

 private:
  sb_stemmer* stemmer_;
};

// The word that has this stem but does not begin with it (dying, of die); empty for most stems.
// Source: the exceptions of the Snowball English stemmer.
std::string_view irregular_of_stem(std::string_view stem);

bool is_english_stop_word(std::string_view lower_case_word);

}  // namespace ibid
