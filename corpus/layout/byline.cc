// SPDX-License-Identifier: GPL-2.0-or-later
//
// See byline.h.
#include "corpus/layout/byline.h"

#include <algorithm>
#include <array>

#include "corpus/dates/find_date.h"
#include "corpus/layout/head_fields.h"
#include "corpus/layout/outline.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

// Documents that a byline may name: "An essay by …".
constexpr std::array kWritings = std::to_array<std::string_view>(
    {"note", "report", "brief", "briefing", "paper", "study", "analysis", "essay", "memo",
     "commentary", "review", "survey", "dispatch", "article", "written", "prepared", "compiled"});

constexpr std::array kKoreanWriters =
    std::to_array<std::string_view>({" 기자", " 특파원", " 선임기자", " 애널리스트"});

constexpr std::size_t kMaxByline = 160;  // bytes
constexpr std::string_view kEmphasis = "*_";

// "The Treaty Study Group" and "our Staff" are names; "2030", "the numbers" are not.
bool reads_like_name(std::string_view name) {
  std::size_t at = 0;
  if (name.empty() || name.find_first_of(":;?!") != std::string_view::npos) return false;
  const char32_t first = next_code_point(name, at);
  return is_letter(first) && !is_lower(first) && !ends_like_sentence(name);
}

// Where the name begins in "By Mara Lind" and "A field note by Mara Lind"; npos: it is no byline.
std::size_t name_begin(std::string_view small) {
  constexpr std::string_view kBy = "by ";
  if (small.starts_with(kBy)) return kBy.size();
  const std::size_t by = small.find(" by ");
  if (by == std::string_view::npos) return by;
  const std::string_view before = small.substr(0, by);
  const std::string_view last = before.substr(before.find_last_of(' ') + 1);
  constexpr std::size_t kMostWords = 6;
  const auto words = static_cast<std::size_t>(std::count(before.begin(), before.end(), ' ')) + 1;
  return is_one_of(last, kWritings) && words <= kMostWords ? by + 1 + kBy.size()
                                                           : std::string_view::npos;
}

Byline korean_byline(std::string_view line) {
  std::string_view name = line;
  if (const std::size_t mail = name.find('@'); mail != std::string_view::npos) {
    name = name.substr(0, std::min(name.find_last_of(" (<", mail), name.size()));
    name = trim(name);
  }
  constexpr std::size_t kLongestName = 40;  // bytes; several names
  if (name.size() > kLongestName) return {};
  for (const std::string_view writer : kKoreanWriters) {
    if (!name.ends_with(writer)) continue;
    const std::string_view person = trim(name.substr(0, name.size() - writer.size()));
    std::size_t at = 0;
    if (!person.empty() && is_hangul(next_code_point(person, at))) {
      return {std::string(person), {}};
    }
  }
  return {};
}

}  // namespace

bool is_korean_person(std::string_view name) {
  std::size_t syllables = 0;
  for (std::size_t at = 0; at < name.size(); ++syllables) {
    if (!is_hangul(next_code_point(name, at))) return false;
  }
  return syllables >= 2 && syllables <= 5;
}

Byline read_byline(std::string_view line) {
  line = trim(line);
  while (!line.empty() && kEmphasis.find(line.front()) != std::string_view::npos) {
    line.remove_prefix(1);
  }
  while (!line.empty() && kEmphasis.find(line.back()) != std::string_view::npos) {
    line.remove_suffix(1);
  }
  if (line.empty() || line.size() > kMaxByline) return {};
  const std::size_t begin = name_begin(ascii_lower(line));
  if (begin == std::string_view::npos) return korean_byline(line);
  std::string_view name = trim(line.substr(begin));
  const FoundDate date = find_date_in(name);
  std::string_view dated;
  if (!date.iso.empty()) {
    dated = name.substr(date.text.begin);
    if (!is_date_alone(dated)) return {};
    name = name.substr(0, date.text.begin);
  }
  name = name.substr(0, std::min(name.find('|'), name.size()));
  while (!name.empty() && std::string_view(" ,|-(\t").find(name.back()) != std::string_view::npos) {
    name.remove_suffix(1);
  }
  for (const std::string_view sign : {" ·", "·", "–", "—"}) {
    if (name.ends_with(sign)) name = trim(name.substr(0, name.size() - sign.size()));
  }
  const std::string author = clean_name(name);
  if (!reads_like_name(author)) return {};
  return {author, dated};
}

bool reads_like_person(std::string_view line) {
  if (is_korean_person(line)) return true;
  std::size_t words = 0;
  for (std::size_t at = 0; at < line.size(); ++words) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    at = end + 1;
    if (word == "and") continue;
    std::size_t first = 0;
    if (word.empty() || !is_latin(next_code_point(word, first)) || is_ascii_digit(word.back())) {
      return false;
    }
    first = 0;
    if (is_lower(next_code_point(word, first))) return false;
  }
  constexpr std::size_t kMostWords = 7;
  return words >= 2 && words <= kMostWords && line.find_first_of(":;?!0123456789") == line.npos;
}

bool reads_like_team(std::string_view line) {
  static constexpr std::array kTeams = std::to_array<std::string_view>(
      {"팀", "부", "데스크", "편집국", "취재반", " team", " desk", " unit", " staff"});
  if (line.find(' ') != std::string_view::npos && !is_ascii_letter(line.front())) return false;
  constexpr std::size_t kMost = 40;  // bytes
  return line.size() <= kMost && ends_with_one_of(ascii_lower(line), kTeams);
}

std::string clean_name(std::string_view name) {
  name = trim(name);
  while (!name.empty() && std::string_view("*_ ").find(name.front()) != std::string_view::npos) {
    name.remove_prefix(1);
  }
  if (ascii_lower(name.substr(0, 4)) == "the ") name = trim(name.substr(4));
  if (const std::size_t mail = name.find('@'); mail != std::string_view::npos) {
    const std::size_t cut = name.find_last_of(" (<", mail);
    if (cut == std::string_view::npos) return {};
    name = name.substr(0, cut);
  }
  while (!name.empty() && std::string_view("*_ (<,").find(name.back()) != std::string_view::npos) {
    name.remove_suffix(1);
  }
  return std::string(name);
}

}  // namespace ibid
