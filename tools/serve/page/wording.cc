// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/wording.h"

namespace ibid {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "0.75" -> 750; 1000 without a weight; 0 for anything that is none.
int weight_of(std::string_view parameters) {
  const std::size_t at = parameters.find("q=");
  if (at == std::string_view::npos) return 1000;
  const std::string_view digits = trimmed(parameters.substr(at + 2));
  if (digits.starts_with('1')) return 1000;
  if (!digits.starts_with("0.")) return 0;
  int weight = 0, unit = 100;
  for (const char c : digits.substr(2, 3)) {
    if (c < '0' || c > '9') break;
    weight += (c - '0') * unit;
    unit /= 10;
  }
  return weight;
}

bool is_language(std::string_view range, char first, char second) {
  return range.size() >= 2 && (range[0] | 0x20) == first && (range[1] | 0x20) == second &&
         (range.size() == 2 || range[2] == '-');
}

}  // namespace

const char* language_tag(PageLanguage language) {
  return language == PageLanguage::kKorean ? "ko" : "en";
}

std::string grouped(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, 1, ',');
  return out;
}

PageLanguage preferred_language(std::string_view accept_language) {
  int english = 0, korean = 0;
  while (!accept_language.empty()) {
    const std::size_t comma = accept_language.find(',');
    const std::string_view item = accept_language.substr(0, comma);
    const std::size_t semicolon = item.find(';');
    const std::string_view range = trimmed(item.substr(0, semicolon));
    const int weight =
        semicolon == std::string_view::npos ? 1000 : weight_of(item.substr(semicolon));
    // Of equal weights the first one counts, as readers and their browsers mean it.
    if (is_language(range, 'e', 'n') && weight > english && weight > korean) english = weight;
    if (is_language(range, 'k', 'o') && weight > korean && weight > english) korean = weight;
    if (comma == std::string_view::npos) break;
    accept_language.remove_prefix(comma + 1);
  }
  return korean > english ? PageLanguage::kKorean : PageLanguage::kEnglish;
}

}  // namespace ibid
