// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/sources/source_titles.h"

#include <algorithm>

#include "corpus/text/code_points.h"
#include "indexer/analysis/normalize.h"

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

void SourceTitles::add(std::string_view title, std::string_view publisher) {
  if (!publisher.empty() && publishers_.find(publisher) == publishers_.end()) {
    publishers_.emplace(publisher);
  }
  if (title.empty()) return;
  const auto known = spellings_.find(title);
  if (known == spellings_.end()) {
    spellings_.emplace(title, 1);
  } else {
    ++known->second;
  }
}

std::vector<SourceTitle> SourceTitles::titles() const {
  if (spellings_.empty()) return {};
  if (spellings_.size() == 1) return {{spellings_.begin()->first, spellings_.begin()->second}};
  std::map<std::string, SourceTitle> groups = by_key();
  for (const std::string& publisher : publishers_) {
    const std::string behind = title_key(publisher);
    for (auto it = groups.begin(); it != groups.end();) {
      const std::string& key = it->first;
      const auto plain = key.ends_with(behind)
                             ? groups.find(key.substr(0, key.size() - behind.size()))
                             : groups.end();
      if (plain == groups.end() || plain == it) {
        ++it;
        continue;
      }
      plain->second.listings += it->second.listings;
      it = groups.erase(it);
    }
  }
  std::vector<SourceTitle> titles;
  titles.reserve(groups.size());
  for (auto& [key, title] : groups) titles.push_back(std::move(title));
  std::sort(titles.begin(), titles.end(), [](const SourceTitle& a, const SourceTitle& b) {
    return a.listings != b.listings ? a.listings > b.listings : a.title < b.title;
  });
  return titles;
}

std::map<std::string, SourceTitle> SourceTitles::by_key() const {
  std::map<std::string, SourceTitle> groups;
  std::map<std::string, std::uint64_t> most;  // listings in the spelling shown
  for (const auto& [title, count] : spellings_) {
    const std::string key = title_key(title);
    SourceTitle& group = groups[key];
    group.listings += count;
    if (count > most[key]) {
      most[key] = count;
      group.title = title;
    }
  }
  return groups;
}

}  // namespace ibid
