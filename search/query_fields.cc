// SPDX-License-Identifier: GPL-2.0-or-later

#include "search/query_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/code_points.h"
#include "search/query_chars.h"

namespace ibid {
namespace {

constexpr std::array<std::pair<const char*, Field>, 12> kFields = {{
    {"title", Field::kTitle},
    {"section", Field::kSection},
    {"entity", Field::kEntity},
    {"report", Field::kReport},
    {"source", Field::kSource},
    {"cites", Field::kCites},
    {"lang", Field::kLang},
    {"kind", Field::kKind},
    {"date", Field::kDate},
    {"amount", Field::kAmount},
    {"percent", Field::kPercent},
    {"year", Field::kYear},
}};

using Spelling = std::pair<std::string_view, std::string_view>;  // as typed, as meant

constexpr std::array<Spelling, 9> kLanguages = {{
    {"en", "en"},
    {"eng", "en"},
    {"english", "en"},
    {"영어", "en"},
    {"ko", "ko"},
    {"kor", "ko"},
    {"korean", "ko"},
    {"한국어", "ko"},
    {"und", "und"},
}};

constexpr std::array<Spelling, 10> kKinds = {{
    {"summary", "summary"},
    {"요약", "summary"},
    {"body", "body"},
    {"본문", "body"},
    {"conclusion", "conclusion"},
    {"결론", "conclusion"},
    {"glossary", "glossary"},
    {"용어집", "glossary"},
    {"source", "source"},
    {"출처", "source"},
}};

template <std::size_t N>
std::string look_up(const std::array<Spelling, N>& table, std::string_view value) {
  const std::string lower = ascii_lower(value);
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&lower](const Spelling& s) { return s.first == lower; });
  return found == table.end() ? std::string() : std::string(found->second);
}

// True if one letter inserted, left out, changed, or swapped with its neighbour makes `a` into `b`.
bool one_letter_off(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  const auto same_until = std::mismatch(a.begin(), a.end(), b.begin());
  const auto i = static_cast<std::size_t>(same_until.first - a.begin());
  if (a.size() < b.size()) return a.substr(i) == b.substr(i + 1);
  const bool swapped = i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
                       a.substr(i + 2) == b.substr(i + 2);
  return swapped || a.substr(i + 1) == b.substr(i + 1);
}

}  // namespace

const char* to_string(Field field) {
  const auto found = std::find_if(kFields.begin(), kFields.end(),
                                  [field](const auto& entry) { return entry.second == field; });
  return found->first;
}

bool is_text_field(Field field) {
  return field == Field::kTitle || field == Field::kSection || field == Field::kEntity;
}

bool is_figure_field(Field field) {
  return field == Field::kAmount || field == Field::kPercent || field == Field::kYear;
}

std::optional<Field> find_field(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const auto& [known, field] : kFields) {
    if (lower == known) return field;
  }
  return std::nullopt;
}

std::optional<Field> find_similar_field(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const auto& [known, field] : kFields) {
    if (one_letter_off(lower, known)) return field;
  }
  return std::nullopt;
}

std::string normalise_language(std::string_view value) { return look_up(kLanguages, value); }
std::string normalise_kind(std::string_view value) { return look_up(kKinds, value); }

}  // namespace ibid
