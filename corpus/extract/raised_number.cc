// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/raised_number.h"

#include <array>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// "2", "-6", "−6" (U+2212), "–6" (an en dash), "+3"; not a sign alone.
bool begins_with_number(std::string_view text) {
  constexpr std::array kSigns = std::to_array<std::string_view>({"-", "+", "\u2212", "\u2013"});
  for (const std::string_view sign : kSigns) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(sign.size());
    break;
  }
  return !text.empty() && is_ascii_digit(text[0]);
}

}  // namespace

std::string_view sign_before_number(std::string_view text, TextHeight height, bool is_fraction) {
  if (height == TextHeight::kLine || !begins_with_number(text)) return {};
  if (height == TextHeight::kLowered) return "_";
  return is_fraction ? " " : "^";
}

bool is_fraction_slash(std::string_view text) { return text == "/" || text == "\u2044"; }

}  // namespace ibid
