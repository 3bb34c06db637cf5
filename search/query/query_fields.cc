// SPDX-License-Identifier: GPL-2.0-or-later

#include "search/query/query_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/report/report.h"
#include "corpus/text/code_points.h"
#include "search/query/query_chars.h"

namespace ibid {
namespace {

constexpr std::array<std::pair<const char*, Field>, 15> kFields = {{
    {"title", Field::kTitle},
    {"section", Field::kSection},
    {"entity", Field::kEntity},
    {"report", Field::kReport},
    {"source", Field::kSource},
    {"cites", Field::kCites},
    {"publisher", Field::kPublisher},
    {"collection", Field::kCollection},
    {"tag", Field::kTag},
    {"lang", Field::kLang},
    {"kind", Field::kKind},
    {"date", Field::kDate},
    {"amount", Field::kAmount},
    {"percent", Field::kPercent},
    {"year", Field::kYear},
}};

static_assert(std::all_of(kFields.begin(), kFields.end(), [](const auto& field) {
  return std::string_view(field.first).size() <= kLongestFieldName;
}));

struct Spelling {
  std::string_view typed, meant;
};

constexpr std::array kLanguages = std::to_array<Spelling>({
#include "search/word_lists/language_names.inc"
});

using enum PassageKind;
struct KindName {
  std::string_view typed;
  PassageKind meant;
};
constexpr std::array kKinds = std::to_array<KindName>({
#include "search/word_lists/kind_names.inc"
});

template <typename Name, std::size_t N>
const Name* find_typed(const std::array<Name, N>& names, std::string_view value) {
  const std::string lower = ascii_lower(value);
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&lower](const Name& name) { return name.typed == lower; });
  return found == names.end() ? nullptr : &*found;
}

// True if `a` becomes `b` by inserting, removing or changing one letter, or by swapping two
// neighbours.
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

bool is_quantity_field(Field field) {
  return field == Field::kAmount || field == Field::kPercent || field == Field::kYear;
}

bool is_whole_name(Field field, std::string_view value) {
  return (field == Field::kSection || field == Field::kPublisher) && value.size() > 1 &&
         value.front() == '=';
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

std::string normalise_language(std::string_view value) {
  const Spelling* name = find_typed(kLanguages, value);
  return name == nullptr ? std::string() : std::string(name->meant);
}

std::string normalise_kind(std::string_view value) {
  const KindName* name = find_typed(kKinds, value);
  return name == nullptr ? std::string() : to_string(name->meant);
}

}  // namespace ibid
