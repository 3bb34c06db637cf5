// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/stored_passage.h"

#include <algorithm>

namespace ibid {
namespace {

// "https://en.yna.co.kr/view/AEN…" -> "en.yna.co.kr"; an id as it is.
std::string_view short_id(std::string_view source) {
  constexpr std::string_view kScheme = "https://";
  if (!source.starts_with(kScheme)) return source;
  source.remove_prefix(kScheme.size());
  return source.substr(0, source.find_first_of("/?#"));
}

}  // namespace

const NamedSource* find_named(const StoredPassage& passage, std::string_view source) {
  const auto found = std::find_if(passage.sources.begin(), passage.sources.end(),
                                  [&](const NamedSource& named) { return named.source == source; });
  return found == passage.sources.end() ? nullptr : &*found;
}

std::string source_words(const StoredPassage& passage, std::string_view source) {
  const NamedSource* named = find_named(passage, source);
  if (named == nullptr) return std::string(source);
  std::string out;
  for (const std::string* part : {&named->title, &named->publisher, &named->date}) {
    if (part->empty()) continue;
    if (!out.empty()) out += ", ";
    out += *part;
  }
  return out.append(" [").append(short_id(source)).append("]");
}

}  // namespace ibid
