// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/alias_book.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "indexer/names/alias_key.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

// Of the pairs that reports give for a name, those are kept that have at least one kShareOfBest-th
// of the passages of the best pair. With more than kMostRivals left, the name is a common noun.
constexpr Xapian::doccount kShareOfBest = 2;
constexpr std::size_t kMostRivals = 3;
constexpr std::size_t kMostGlossaryTerms = 1000;  // examined for one word

void add_name(std::vector<std::string>& names, std::string_view name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

// Removes the text up to and including the first `end` from `text`; returns the part before `end`.
std::string_view take_until(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return part;
}

bool begins_with_word(std::string_view key, std::string_view word) {
  return key.starts_with(word) && (key.size() == word.size() || key[word.size()] == ' ');
}

}  // namespace

EditorAliases::EditorAliases(const std::vector<AliasGroup>& groups, Analyzer& analyzer) {
  for (const AliasGroup& group : groups) {
    std::vector<std::string> keys;
    for (const std::string& name : group) keys.push_back(alias_key(name, analyzer));
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = 0; j < group.size(); ++j) {
        if (!keys[i].empty() && keys[i] != keys[j]) add_name(names_[keys[i]], group[j]);
      }
    }
  }
}

const EditorAliases& EditorAliasReader::read(const std::string& named, const IndexDir& dir,
                                             Analyzer& analyzer) {
  const std::string path = named.empty() ? dir.alias_file() : named;
  if (path == path_) return aliases_;
  std::error_code error;
  const bool none = named.empty() && !std::filesystem::exists(path, error);
  aliases_ = none ? EditorAliases() : EditorAliases(read_alias_file(path), analyzer);
  path_ = path;
  return aliases_;
}

AliasBook::AliasBook(const EditorAliases& editor, const IndexView& index)
    : editor_(editor),
      index_(index),
      has_glossary_(has_terms_beginning(index, std::string(1, schema::kAlias))) {}

AliasBook::Names AliasBook::beginning_with(std::string_view first) const {
  Names found;
  const auto& own = editor_.names();
  for (auto at = own.lower_bound(first); at != own.end() && at->first.starts_with(first); ++at) {
    if (begins_with_word(at->first, first)) found[at->first] = {at->second, at->second.size()};
  }
  const std::string word(first);
  add_stored_names(word, found);
  if (has_glossary_) add_glossary(word, found);
  return found;
}

void AliasBook::add_stored_names(const std::string& first, Names& found) const {
  const std::string bytes = metadata(index_, schema::kMetaAlias + first);
  for (std::string_view rows = bytes; !rows.empty();) {
    std::string_view row = take_until(rows, '\n');
    auto& names = found[std::string(take_until(row, schema::kAliasSeparator))].names;
    while (!row.empty()) add_name(names, take_until(row, schema::kAliasSeparator));
  }
}

void AliasBook::add_glossary(const std::string& first, Names& found) const {
  std::map<std::string, std::vector<std::pair<Xapian::doccount, std::string>>, std::less<>> rivals;
  if (!has_terms_beginning(index_, schema::kAlias + first)) return;  // as for most words
  // Two walks, for the key that is only the word and for those that continue with a space: other
  // keys, too, begin with "A" + "us".
  for (const char next : {schema::kAliasSeparator, ' '}) {
    const std::string prefix = schema::kAlias + first + next;
    if (!has_terms_beginning(index_, prefix)) continue;
    std::size_t seen = 0;
    statistics(index_).each_term(prefix, prefix, [&](const std::string& term) {
      std::string_view name = std::string_view(term).substr(1);
      const std::string key(take_until(name, schema::kAliasSeparator));
      rivals[key].emplace_back(frequency(index_, term), name);
      return ++seen < kMostGlossaryTerms;
    });
  }
  for (auto& [key, names] : rivals) {
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    const Xapian::doccount least = (names[0].first + kShareOfBest - 1) / kShareOfBest;
    std::erase_if(names, [&](const auto& name) { return name.first < least; });
    if (names.size() > kMostRivals) continue;
    for (const auto& name : names) add_name(found[key].names, name.second);
  }
}

}  // namespace ibid
