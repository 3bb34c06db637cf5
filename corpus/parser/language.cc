// SPDX-License-Identifier: GPL-2.0-or-later
//
// See language.h.
#include "corpus/parser/language.h"

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

bool starts_url(std::string_view text) {
  if (text.size() < 2 || (text[1] != 't' && text[1] != 'w')) return false;
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    // A particle may be glued to a URL; Hangul ends it.
    if (is_space(c) || is_hangul(c)) break;
    at = next;
  }
  return at;
}

// A syllable by its first byte: U+B000 to U+CFFF, most of them.
constexpr bool begins_hangul(char lead) { return lead == '\xEB' || lead == '\xEC'; }

ScriptCount count_letters(std::string_view text) {
  ScriptCount count;
  for (std::size_t at = 0; at < text.size();) {
    const char lead = text[at];
    if (static_cast<unsigned char>(lead) < 0x80) {
      if ((lead == 'h' || lead == 'w') && starts_url(text.substr(at))) {
        at = end_of_word(text, at);
        continue;
      }
      count.latin += is_ascii_letter(lead) ? 1 : 0;
      ++at;
      continue;
    }
    if (begins_hangul(lead) && text.size() - at >= 3) {
      ++count.hangul;
      at += 3;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (is_hangul(c)) {
      ++count.hangul;
    } else if (is_latin(c)) {
      ++count.latin;
    }
  }
  return count;
}

}  // namespace

ScriptCount& ScriptCount::operator+=(const ScriptCount& other) {
  hangul += other.hangul;
  latin += other.latin;
  return *this;
}

ScriptCount count_scripts(std::string_view text) {
  return count_scripts(text, find_citation_marks(text));
}

ScriptCount count_scripts(std::string_view text, const std::vector<CitationMark>& marks) {
  ScriptCount count;
  std::size_t at = 0;
  for (const CitationMark& mark : marks) {
    count += count_letters(text.substr(at, mark.text.begin - at));
    at = mark.text.end;
  }
  count += count_letters(text.substr(at));
  return count;
}

std::string passage_language(const ScriptCount& count) {
  if (count.hangul > 0 && count.hangul * 4 >= count.hangul + count.latin) return "ko";
  return count.latin > 0 ? "en" : "und";
}

}  // namespace ibid
