// SPDX-License-Identifier: GPL-2.0-or-later
//
// The aliases of a name: from the editor's file, from the names in both languages that the index
// has (indexer/names/alias_names.h), and from the glossary pairs of its reports.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/folder/index_dir.h"
#include "search/index/index_view.h"
#include "search/words/alias_file.h"

namespace ibid {

// The editor's groups, ready for look-ups.
class EditorAliases {
 public:
  EditorAliases() = default;
  EditorAliases(const std::vector<AliasGroup>& groups, Analyzer& analyzer);

  // alias_key -> aliases.
  using Names = std::map<std::string, std::vector<std::string>, std::less<>>;
  const Names& names() const { return names_; }

 private:
  Names names_;
};

// Reads the editor's file once: later changes of the file are not seen.
class EditorAliasReader {
 public:
  // The aliases of the file `named`; if that is empty, those of the index directory, which may have
  // no such file. Throws like read_alias_file. Owner: this object; valid until the next call.
  const EditorAliases& read(const std::string& named, const IndexDir& dir, Analyzer& analyzer);

 private:
  EditorAliases aliases_;
  std::string path_;  // the file of `aliases_`
};

// What a name is called otherwise.
struct KnownNames {
  std::vector<std::string> names;  // as written, the editor's first
  std::size_t from_editor = 0;     // how many of them are the editor's
};

class AliasBook {
 public:
  using Names = std::map<std::string, KnownNames, std::less<>>;  // by alias_key

  // Both are borrowed for the object's lifetime.
  AliasBook(const EditorAliases& editor, const IndexView& index);

  // All known names whose alias_key begins with the word `first`. May throw Xapian::Error.
  Names beginning_with(std::string_view first) const;

 private:
  void add_stored_names(const std::string& first, Names& found) const;
  void add_glossary(const std::string& first, Names& found) const;

  const EditorAliases& editor_;
  const IndexView& index_;
  bool has_glossary_;
};

}  // namespace ibid
