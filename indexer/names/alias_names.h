// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names that everybody needs in both languages: countries and regions, their people, languages,
// currencies, cities, months and weekdays. From ICU's data and a small table of our own. Computed
// when an index is made and stored in it, so that no query loads locale data.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace ibid {

// Names of one thing. Each name of one language finds every name of the other.
struct NameGroup {
  std::vector<std::string> english, korean;
};

// Source: CLDR as in ICU (regions, languages, currencies, exemplar cities of time zones, months and
// weekdays). A Korean language name without its last syllable 어 that is the name of a region gives
// the region's adjective: 러시아어 is Russian, so Russian is also 러시아.
std::vector<NameGroup> name_groups();

// What schema.h says of kMetaAlias: key -> value, ascending.
std::vector<std::pair<std::string, std::string>> alias_names(Analyzer& analyzer);

}  // namespace ibid
