// SPDX-License-Identifier: GPL-2.0-or-later
//
// All that is said by hand of the reports below some folders: by the ibid.toml in the folder of a
// report and in those above it, as far as they are below a named folder, and by one file more that
// is named.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/given/given_file.h"
#include "corpus/problem.h"

namespace ibid {

// Tells whether two mappings are the same: 16 hex digits; empty for one that names nothing. With
// given_key() it makes up FileStamp::given.
std::string mapping_key(const FieldMapping& mapping);

// Thread: one object, one thread.
class GivenBook {
 public:
  // `roots`: named folders and files, absolute and lexically normal. `named`: a file that wins over
  // all others; empty: none. Throws Error{kInput} if that cannot be read.
  GivenBook(std::vector<std::string> roots, const std::string& named);

  // What is said of the report `id` in `path`, null for nothing. The last file that says something
  // of a field wins, in the order: outer folders, inner folders, the named file; in a file, the
  // last entry. Reads each ibid.toml once, when its folder is first asked for.
  std::shared_ptr<const GivenFields> of(const std::string& path, const std::string& id);

  // Which fields of the entries of the feed in `path` are what. Files and entries win as in of().
  FieldMapping mapping_for(const std::string& path);

  // Whether the report's own folder or one above it has an ibid.toml that cannot be read: what is
  // said of it is unknown then.
  bool is_unknown(const std::string& path);

  // Each ibid.toml that cannot be read: its path, and why, for users.
  const std::vector<Problem>& problems() const { return problems_; }
  // The entries of the files read that were of no report or feed asked for.
  std::vector<Problem> unused() const;

 private:
  // The entries of one file, to be found by name.
  struct Entries {
    GivenFile file;
    std::unordered_multimap<std::string, std::size_t> by_name;    // without wildcards: of entries
    std::vector<std::pair<std::string, std::size_t>> by_pattern;  // in the order of the file
    std::set<std::size_t> used, used_feeds;
    bool broken = false;
  };

  static Entries sorted(GivenFile file);
  static void apply(Entries& entries, const std::string& path, const std::string& id,
                    GivenFields& fields);
  static void apply_feeds(Entries& entries, const std::string& path, FieldMapping& mapping);
  // Those of the folder itself are last. Null for folders without a file.
  const std::vector<Entries*>& above(const std::string& folder);
  Entries* in_folder(const std::string& folder);
  std::vector<std::string> folders_of(const std::string& folder) const;

  std::vector<std::string> roots_;
  std::unique_ptr<Entries> named_;
  std::map<std::string, std::unique_ptr<Entries>> files_;  // by folder; null: none
  std::map<std::string, std::vector<Entries*>> above_;     // by folder
  std::vector<Problem> problems_;
};

}  // namespace ibid
