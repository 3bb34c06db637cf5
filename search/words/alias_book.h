// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which other names a name has: from the editor's file, from the index's names of both languages
// (indexer/names/alias_names.h), from the glossary pairs of its reports. Names Xapian: search internals
// only.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/folder/index_dir.h"
#include "search/index/index_view.h"
#include "search/words/alias_file.h"

namespace ibid {

// The editor's groups, ready to be looked up.
class EditorAliases {
 public:
  EditorAliases() = default;
  EditorAliases(const std::vector<AliasGroup>& groups, Analyzer& analyzer);

  // alias_key -> other names.
  using Names = std::map<std::string, std::vector<std::string>, std::less<>>;
  const Names& names() const { return names_; }

 private:
  Names names_;
};

// Reads the editor's file once: who lives on does not see later changes of it.
class EditorAliasReader {
 public:
  // Those of the file `named`, or where that is empty of the index directory, which may have none.
  // Throws as read_alias_file does. Lender: this object, until the next call.
  const EditorAliases& read(const std::string& named, const IndexDir& dir, Analyzer& analyzer);

 private:
  EditorAliases aliases_;
  std::string path_;  // where they come from
};

class AliasBook {
 public:
  // Both are lent for the object's life.
  AliasBook(const EditorAliases& editor, const IndexView& index);

  // All known names whose alias_key begins with the word `first`: alias_key -> other names as
  // written, the editor's first. May throw Xapian::Error.
  EditorAliases::Names beginning_with(std::string_view first) const;

 private:
  void add_stored_names(const std::string& first, EditorAliases::Names& found) const;
  void add_glossary(const std::string& first, EditorAliases::Names& found) const;

  const EditorAliases& editor_;
  const IndexView& index_;
  bool has_glossary_;
};

}  // namespace ibid
