// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/source_titles.h"

#include <algorithm>

#include "corpus/code_points.h"
#include "indexer/normalize.h"

namespace ibid {

std::string title_key(std::string_view title) {
  std::vector<FoldedChar> folded;
  fold(title, folded);
  std::string key;
  for (const FoldedChar& c : folded) {
    const bool text = c.cls == CharClass::kLetter || c.cls == CharClass::kDigit ||
                      c.cls == CharClass::kHangul || c.cls == CharClass::kIdeograph;
    if (text) append_utf8(key, c.ch);
  }
  return key.empty() ? std::string(title) : key;
}

void SourceTitles::add(std::string_view title) {
  if (title.empty()) return;
  const auto known = spellings_.find(title);
  if (known == spellings_.end()) {
    spellings_.emplace(title, 1);
  } else {
    ++known->second;
  }
}

std::vector<SourceTitle> SourceTitles::titles() const {
  struct Group {
    SourceTitle shown;
    std::uint64_t most = 0;  // listings in the spelling shown
  };
  std::map<std::string, Group> groups;
  for (const auto& [title, count] : spellings_) {
    Group& group = groups[spellings_.size() == 1 ? title : title_key(title)];
    group.shown.listings += count;
    if (count > group.most) {
      group.most = count;
      group.shown.title = title;
    }
  }
  std::vector<SourceTitle> titles;
  for (auto& [key, group] : groups) titles.push_back(std::move(group.shown));
  std::sort(titles.begin(), titles.end(), [](const SourceTitle& a, const SourceTitle& b) {
    return a.listings != b.listings ? a.listings > b.listings : a.title < b.title;
  });
  return titles;
}

}  // namespace ibid
