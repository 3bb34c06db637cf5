// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/english.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <new>

namespace ibid {
namespace {

constexpr std::array kStopWords = std::to_array<std::string_view>({
#include "indexer/word_lists/stop_words.inc"
});
static_assert(std::is_sorted(kStopWords.begin(), kStopWords.end()));

}  // namespace

EnglishStemmer::EnglishStemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) {
  if (stemmer_ == nullptr) throw std::bad_alloc();
}

EnglishStemmer::~EnglishStemmer() { sb_stemmer_delete(stemmer_); }

std::string_view EnglishStemmer::stem(std::string_view word) {
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stemmed = sb_stemmer_stem(stemmer_, symbols, static_cast<int>(word.size()));
  if (stemmed == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stemmed),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
}

std::string_view irregular_of_stem(std::string_view stem) {
  if (stem == "die") return "dying";
  if (stem == "lie") return "lying";
  return stem == "tie" ? "tying" : "";
}

bool is_english_stop_word(std::string_view lower_case_word) {
  return std::binary_search(kStopWords.begin(), kStopWords.end(), lower_case_word);
}

}  // namespace ibid
