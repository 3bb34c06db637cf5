// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/operands/named_places.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

// "2-1" or "2.1.3" as the locator of a section; empty if it is none.
std::string section_locator(std::string text) {
  std::replace(text.begin(), text.end(), '.', '-');
  const auto ref = parse_passage_ref("r#" + text + ".1");
  return ref && ref->hash.empty() ? ref->locator : "";
}

// What comes after "#", for the report `id`; nothing if it is neither a passage nor a section.
std::optional<PassageRef> place_in(const std::string& id, const std::string& rest) {
  if (auto ref = parse_passage_ref(id + "#" + rest)) return ref;
  PassageRef section;
  section.report = id;
  section.locator = section_locator(rest);
  if (section.locator.empty()) return std::nullopt;
  return section;
}

// `place.ref` is left empty for text that names no report of the index and looks like no id.
NamedPlace read_place(ReportLister& reports, const std::string& text) {
  const std::size_t sharp = text.rfind('#');
  const std::string name = text.substr(0, sharp);
  ReportChoice choice = reports.find(name);
  NamedPlace place;
  place.known = choice.id.has_value();
  place.near = std::move(choice.near);
  const std::string id = choice.id.value_or(name);
  if (sharp != std::string::npos) {
    if (auto ref = place_in(id, text.substr(sharp + 1))) place.ref = std::move(*ref);
  } else if (place.known) {
    place.ref.report = id;
  } else if (auto ref = parse_passage_ref(text)) {
    place.ref = std::move(*ref);
  }
  if (!place.known && !parse_passage_ref(name)) place.ref = {};
  return place;
}

}  // namespace

NamedPlace named_place(ReportLister& reports, const std::string& text) {
  NamedPlace place = read_place(reports, text);
  if (!place.ref.report.empty()) return place;
  throw Error(ErrorKind::kUsage,
              fmt::format("\"{}\" is not an id; a report's is like china-russia-trade-2024-08-09, "
                          "a section's like china-russia-trade-2024-08-09#2-1, a passage's like "
                          "china-russia-trade-2024-08-09#2-1.1{}",
                          quoted_excerpt(text), did_you_mean(place.near)));
}

std::vector<PassageRef> named_passages(ReportLister& reports, const std::string& text) {
  NamedPlace place = read_place(reports, text);
  if (place.ref.locator.empty()) {
    throw Error(ErrorKind::kUsage,
                fmt::format("\"{}\" is not a passage id; one is like report#7-2.1, or with a hash "
                            "report#7-2.1@3f9a12c40b77; a section is like report#7-2{}",
                            quoted_excerpt(text), did_you_mean(place.near)));
  }
  if (place.ref.ordinal != 0) return {std::move(place.ref)};
  std::vector<PassageRef> refs;
  for (const StoredPassage& passage : reports.section(place.ref.report, place.ref.locator)) {
    if (auto ref = parse_passage_ref(passage.id)) refs.push_back(std::move(*ref));
  }
  if (refs.empty()) {
    throw Error(ErrorKind::kUsage, fmt::format("the index holds no passage in {}#{}",
                                               place.ref.report, place.ref.locator));
  }
  return refs;
}

std::string no_report_text(const std::string& name, const std::vector<std::string>& near) {
  return fmt::format("the index holds no report {}{}", name, did_you_mean(near));
}

std::string named_report(ReportLister& reports, const std::string& text) {
  ReportChoice choice = reports.find(text);
  if (choice.id) return *std::move(choice.id);
  throw Error(ErrorKind::kUsage, no_report_text(text, choice.near));
}

}  // namespace ibid
