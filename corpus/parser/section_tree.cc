// SPDX-License-Identifier: GPL-2.0-or-later
//
// See section_tree.h.
#include "corpus/parser/section_tree.h"

#include <fmt/core.h>

#include <algorithm>

#include "corpus/layout/known_titles.h"
#include "corpus/layout/source_list_title.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

std::string dashed(std::string_view number) {
  std::string text(number);
  std::replace(text.begin(), text.end(), '.', '-');
  return text;
}

bool is_outermost(TitleSign sign) {
  return sign == TitleSign::kChapter || sign == TitleSign::kRoman;
}

// "Xi Jinping [person]" -> "Xi Jinping" and "person"
void split_entity_type(Section& section) {
  const std::string_view title = section.title;
  const std::size_t open = title.rfind('[');
  if (!title.ends_with(']') || open == std::string_view::npos) return;
  const std::string_view name = trim(title.substr(0, open));
  const std::string_view type = trim(title.substr(open + 1, title.size() - open - 2));
  if (name.empty() || type.empty()) return;
  section.entity_type = type;
  section.title = std::string(name);
}

}  // namespace

std::int32_t SectionTree::add(const Heading& heading, ByteRange bytes) {
  const auto index = static_cast<std::int32_t>(sections_.size());
  Section section;
  section.number = heading.number.empty() ? heading.label : heading.number;
  section.title = heading.title;
  section.bytes = bytes;
  section.locator = take_locator(heading.number);
  section.parent = place(heading, index);
  const std::string_view listed = source_list_title(section.title);
  if (!listed.empty() && heading.number.empty()) {
    section.title = std::string(listed);
    section.kind = PassageKind::kSource;
  } else if (section.parent >= 0) {
    section.kind = sections_[static_cast<std::size_t>(section.parent)].kind;
  } else {
    section.kind = kind_of_title(section.title).value_or(PassageKind::kBody);
  }
  if (section.kind == PassageKind::kGlossary) split_entity_type(section);
  if (!heading.number.empty()) latest_[dashed(heading.number)] = index;
  if (heading.hashes > 0) {
    while (!hashes_.empty() && hashes_.back().first >= heading.hashes) hashes_.pop_back();
    hashes_.emplace_back(heading.hashes, index);
  }
  sections_.push_back(std::move(section));
  return index;
}

std::string SectionTree::take_locator(std::string_view number) {
  std::string locator = number.empty() ? fmt::format("h{}", ++unnumbered_) : dashed(number);
  const std::uint32_t count = ++taken_[locator];
  if (count == 1) return locator;
  // Chapters may each have a section 1.
  const bool in_chapter = !signs_.empty() && is_outermost(signs_.front().first);
  if (!in_chapter && (locator != "0" || count > 2)) repeated_.emplace_back(number);
  return fmt::format("{}~{}", locator, count);
}

std::int32_t SectionTree::take_sign(TitleSign sign, std::int32_t index) {
  const auto same = std::find_if(signs_.begin(), signs_.end(),
                                 [&](const auto& open) { return open.first == sign; });
  signs_.erase(same, signs_.end());
  if (is_outermost(sign) && !signs_.empty() && !is_outermost(signs_.front().first)) signs_.clear();
  const std::int32_t parent = signs_.empty() ? -1 : signs_.back().second;
  signs_.emplace_back(sign, index);
  return parent;
}

// Opens the section in its place and returns its parent.
std::int32_t SectionTree::place(const Heading& heading, std::int32_t index) {
  const bool in_chapter = !signs_.empty() && is_outermost(signs_.front().first);
  // A source list is never part of another section, and would take its kind.
  if (!signs_.empty() && (in_chapter || heading.number.empty()) &&
      kind_of_title(heading.title) == PassageKind::kSource) {
    signs_.clear();
    if (heading.sign == TitleSign::kNone) return find_parent(heading);
  }
  if (heading.sign != TitleSign::kNone) return take_sign(heading.sign, index);
  const bool deep = heading.number.find_first_of("-.") != std::string::npos;
  if (deep) return find_parent(heading);
  if (in_chapter && !heading.number.empty()) return take_sign(TitleSign::kNone, index);
  signs_.clear();
  if (!heading.number.empty()) signs_.emplace_back(TitleSign::kNone, index);
  return find_parent(heading);
}

std::int32_t SectionTree::find_parent(const Heading& heading) const {
  if (!heading.number.empty()) {
    std::string ancestor = dashed(heading.number);
    for (std::size_t dash = ancestor.rfind('-'); dash != std::string::npos;
         dash = ancestor.rfind('-')) {
      ancestor.resize(dash);
      if (const auto found = latest_.find(ancestor); found != latest_.end()) return found->second;
    }
    if (!heading.by_level) return -1;
  }
  for (auto open = hashes_.rbegin(); open != hashes_.rend() && heading.hashes > 0; ++open) {
    if (open->first < heading.hashes) return open->second;
  }
  return -1;
}

}  // namespace ibid
