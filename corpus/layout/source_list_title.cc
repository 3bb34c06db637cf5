// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/source_list_title.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

enum class Part { kNames, kHalf, kBeside };
struct TitleWord {
  std::string_view word;
  Part part;
};
using enum Part;
constexpr std::array kWords = std::to_array<TitleWord>({
#include "corpus/word_lists/source_title_words.inc"
});

constexpr std::size_t kLongest = 80;  // bytes

// Signs that writers put around a title: bullets, brackets, emphasis, a colon.
bool is_around(char32_t c) {
  static constexpr std::u32string_view kSigns =
      U"*_#=※▶►▷■□◆◇●○◎•·▪[]【】［］<>〈〉《》「」『』()（）{}:：-–—~|";
  return is_space(c) || kSigns.find(c) != std::u32string_view::npos;
}

std::string_view without_signs(std::string_view line) {
  while (!line.empty()) {
    std::size_t next = 0;
    if (!is_around(next_code_point(line, next))) break;
    line.remove_prefix(next);
  }
  while (!line.empty()) {
    std::size_t begin = line.size();
    if (!is_around(previous_code_point(line, begin))) break;
    line = line.substr(0, begin);
  }
  return line;
}

struct Parts {
  std::size_t names = 0, halves = 0;
  bool known = true;
};

void count(const TitleWord& word, Parts& parts) {
  parts.names += word.part == kNames;
  parts.halves += word.part == kHalf;
}

// Korean writes its words together: "참고문헌목록" is 참고, 문헌 and 목록.
void count_words(std::string_view word, Parts& parts) {
  while (!word.empty()) {
    const TitleWord* longest = nullptr;
    for (const TitleWord& known : kWords) {
      const bool apart = is_ascii_letter(known.word.front());
      if (apart ? word != known.word : !word.starts_with(known.word)) continue;
      if (longest == nullptr || known.word.size() > longest->word.size()) longest = &known;
    }
    if (longest == nullptr) {
      parts.known = false;
      return;
    }
    count(*longest, parts);
    word.remove_prefix(longest->word.size());
  }
}

}  // namespace

std::string_view source_list_title(std::string_view line) {
  if (line.size() > kLongest) return {};
  const std::string_view bare = without_signs(line);
  if (bare.empty()) return {};
  const std::string small = ascii_lower(bare);
  Parts parts;
  for (std::size_t at = 0; at < small.size() && parts.known;) {
    const std::size_t end = std::min(small.find_first_of(" &/,\t", at), small.size());
    if (end > at) count_words(std::string_view(small).substr(at, end - at), parts);
    at = end + 1;
  }
  return parts.known && (parts.names > 0 || parts.halves > 1) ? bare : std::string_view();
}

bool needs_numbered_entries(std::string_view title) {
  const std::string small = ascii_lower(title);
  return small == "notes" || small == "주" || small == "주석";
}

}  // namespace ibid
