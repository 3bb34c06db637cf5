// SPDX-License-Identifier: GPL-2.0-or-later
//
// See known_titles.h.
#include "corpus/layout/known_titles.h"

#include <algorithm>
#include <array>

#include "corpus/layout/source_list_title.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

struct KnownTitle {
  std::string_view title;  // lower case
  PassageKind kind;
};

using enum PassageKind;
constexpr std::array kTitles = std::to_array<KnownTitle>({
#include "corpus/word_lists/section_titles.inc"
});

constexpr std::array kContentsTitles = std::to_array<std::string_view>({
#include "corpus/word_lists/contents_titles.inc"
});

// These count anywhere in a line.
constexpr std::array kFurniturePhrases = std::to_array<std::string_view>({
#include "corpus/word_lists/furniture_phrases.inc"
});

// These are the whole line.
constexpr std::array kFurnitureLines = std::to_array<std::string_view>({
#include "corpus/word_lists/furniture_lines.inc"
});

constexpr std::size_t kLongestTitle = 200;       // bytes; a longer line is not a known title
constexpr std::size_t kLongestFurniture = 1000;  // bytes; a cookie notice is a paragraph

// Lower case, one space between words, no colon at the end.
std::string normal_title(std::string_view title) {
  std::string normal;
  bool space = false;
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t begin = at;
    if (is_space(next_code_point(title, at))) {
      space = !normal.empty();
      continue;
    }
    if (space) normal += ' ';
    space = false;
    normal.append(title.substr(begin, at - begin));
  }
  normal = ascii_lower(normal);
  while (!normal.empty() && (normal.back() == ':' || normal.back() == ' ')) normal.pop_back();
  return normal;
}

std::optional<PassageKind> find_kind(std::string_view normal) {
  const auto found = std::find_if(kTitles.begin(), kTitles.end(),
                                  [&](const KnownTitle& known) { return known.title == normal; });
  if (found == kTitles.end()) return {};
  return found->kind;
}

// "[← back](https://…)" -> "← back"
std::string_view words_of_link(std::string_view line) {
  if (!line.starts_with('[') || !line.ends_with(')')) return line;
  const std::size_t middle = line.find("](");
  return middle == std::string_view::npos ? line : line.substr(1, middle - 1);
}

std::string_view without_arrows(std::string_view line) {
  for (const std::string_view arrow : {"←", "→", "«", "»", "‹", "›", "↑", "<", ">"}) {
    if (line.starts_with(arrow)) return trim(line.substr(arrow.size()));
    if (line.ends_with(arrow)) return trim(line.substr(0, line.size() - arrow.size()));
  }
  return line;
}

}  // namespace

std::optional<PassageKind> kind_of_title(std::string_view title) {
  if (title.size() > 2 * kLongestTitle) return {};
  const std::string normal = normal_title(title);
  if (const auto kind = find_kind(normal)) return kind;
  if (!source_list_title(title).empty()) return kSource;
  const std::size_t more = normal.find_first_of(":(/|");
  if (more == std::string::npos) return {};
  return find_kind(trim(std::string_view(normal).substr(0, more)));
}

bool is_known_heading(std::string_view line) {
  return line.size() <= kLongestTitle &&
         (find_kind(normal_title(line)).has_value() || !source_list_title(line).empty());
}

bool is_contents_title(std::string_view line) {
  if (line.size() > kLongestTitle) return false;
  return is_one_of(normal_title(line), kContentsTitles);
}

bool is_furniture(std::string_view line) {
  if (line.size() > kLongestFurniture) return false;
  const std::string normal = normal_title(line);
  return contains_one_of(normal, kFurniturePhrases) ||
         is_one_of(without_arrows(words_of_link(normal)), kFurnitureLines);
}

}  // namespace ibid
