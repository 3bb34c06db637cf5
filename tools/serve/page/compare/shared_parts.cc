// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/compare/shared_parts.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "corpus/dates/find_days.h"
#include "indexer/quantities/quantity.h"

namespace ibid {
namespace {

template <class Part>
struct Written {
  Part part;
  std::string text;
};

std::string text_at(const StoredPassage& passage, ByteRange range) {
  return passage.text.substr(range.begin, range.end - range.begin);
}

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (std::ranges::find(list, text) == list.end()) list.push_back(text);
}

template <class Part, class Same>
SharedParts shared(const std::vector<Written<Part>>& a, const std::vector<Written<Part>>& b,
                   const Same& same) {
  const auto has = [&](const std::vector<Written<Part>>& list, const Part& part) {
    return std::ranges::any_of(list,
                               [&](const Written<Part>& other) { return same(other.part, part); });
  };
  SharedParts out;
  for (const auto& one : a) add_once(has(b, one.part) ? out.both : out.only_a, one.text);
  for (const auto& one : b) {
    if (!has(a, one.part)) add_once(out.only_b, one.text);
  }
  return out;
}

std::vector<Written<Quantity>> figures_of(const StoredPassage& passage) {
  std::vector<ByteRange> marks;
  for (const Citation& citation : passage.citations) {
    if (marks.empty() || citation.text.begin >= marks.back().end) marks.push_back(citation.text);
  }
  std::vector<Quantity> found;
  find_quantities(passage.text, marks, passage.markup, found);
  std::vector<Written<Quantity>> out;
  for (const Quantity& quantity : found) {
    out.push_back({quantity, text_at(passage, quantity.range)});
  }
  return out;
}

std::vector<Written<NamedDay>> days_of(const StoredPassage& passage) {
  std::vector<Written<NamedDay>> out;
  for (const NamedDay& day : find_days(passage.text)) {
    out.push_back({day, text_at(passage, day.text)});
  }
  return out;
}

std::vector<Written<std::string>> sources_of(const StoredPassage& passage) {
  std::vector<Written<std::string>> out;
  for (const Citation& citation : passage.citations) {
    out.push_back({citation.source, source_words(passage, citation.source)});
  }
  return out;
}

}  // namespace

SharedParts shared_figures(const StoredPassage& a, const StoredPassage& b) {
  return shared(figures_of(a), figures_of(b), [](const Quantity& one, const Quantity& other) {
    return one.kind == other.kind && one.unit == other.unit && one.value == other.value;
  });
}

SharedParts shared_days(const StoredPassage& a, const StoredPassage& b) {
  return shared(days_of(a), days_of(b), may_be_same_day);
}

SharedParts shared_sources(const StoredPassage& a, const StoredPassage& b) {
  return shared(sources_of(a), sources_of(b), std::equal_to<>());
}

}  // namespace ibid
