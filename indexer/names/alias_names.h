// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names that everybody needs in both languages: countries and regions, their people, languages,
// currencies, cities, months and weekdays, bodies, companies, people. From ICU's data and tables of
// our own. They are computed when an index is made and stored in it, so that no query loads locale
// data.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace ibid {

// Names of one thing. Each name finds every other one, in its own language too.
struct NameGroup {
  std::vector<std::string> english, korean;
  // English words of its people and language, and words that mean more: each finds the Korean names
  // and is found by them, but by no English name. Russian is not Russia.
  std::vector<std::string> loose = {};
};

// Source: CLDR as in ICU (regions, languages, currencies, exemplar cities of time zones, months and
// weekdays). A Korean language name without its last syllable 어 that is the name of a region gives
// the region's adjective: 러시아어 is Russian, so Russian is also 러시아.
std::vector<NameGroup> name_groups();

// The entries that schema.h describes at kMetaAlias: key -> value, ascending.
std::vector<std::pair<std::string, std::string>> alias_names(Analyzer& analyzer);

}  // namespace ibid
