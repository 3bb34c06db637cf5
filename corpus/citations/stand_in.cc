// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/citations/stand_in.h"

#include <array>

#include "corpus/report/locator.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

enum class Which { kPrevious, kEarlier };
struct StandInWords {
  std::string_view words;
  Which which;
};
using enum Which;
constexpr std::array kStandIns = std::to_array<StandInWords>({
#include "corpus/word_lists/stand_ins.inc"
});

constexpr std::size_t kLongest = 160;  // bytes; a longer note says more than that

std::string_view without_stops(std::string_view text) {
  constexpr std::string_view kStops = " .,;:";
  while (!text.empty() && kStops.find(text.front()) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  while (!text.empty() && kStops.find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return text;
}

// "p. 5", "at [8]", "at 12"
bool is_place(std::string_view rest) {
  if (rest.empty() || is_locator(rest)) return true;
  return rest.starts_with("at ") && rest.size() < 20;
}

}  // namespace

std::optional<StandIn> find_stand_in(std::string_view words) {
  words = trim(words);
  if (words.size() > kLongest) return {};
  const std::string small = ascii_lower(words);
  for (const StandInWords& known : kStandIns) {
    const std::size_t at = small.find(known.words);
    if (at == std::string::npos || (at > 0 && known.which == kPrevious)) continue;
    const std::size_t end = at + known.words.size();
    if (is_ascii_letter(known.words.back()) && end < small.size() && is_ascii_letter(small[end])) {
      continue;
    }
    const std::string_view rest = without_stops(words.substr(end));
    if (!is_place(rest)) continue;
    return StandIn{std::string(without_stops(words.substr(0, at))), std::string(rest)};
  }
  return {};
}

}  // namespace ibid
