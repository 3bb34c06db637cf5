// SPDX-License-Identifier: GPL-2.0-or-later
//
// Copies of an index whose files do not belong together, as a copy taken beside a writer gives, or
// one that was broken off over an older one.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

namespace ibid::testing {

// The bytes of all files of one state of an index, by their paths in its folder.
using IndexFiles = std::map<std::string, std::string>;
IndexFiles read_index_files(const std::string& index);

class TornCopies {
 public:
  // `states`: in the order of their commits, at least two. `seed`: the same one, the same copies.
  TornCopies(std::vector<IndexFiles> states, unsigned seed)
      : states_(std::move(states)), random_(seed) {}

  // The next copy, in one of the ways below by turns; says in `about` how it was made.
  IndexFiles next(std::string& about);

 private:
  // Every file as one state has it, each from a state of its own.
  IndexFiles mixed_files();
  // One file of another state in a state.
  IndexFiles one_file();
  // As mixed_files(), some files with the first bytes of one state and the rest of another.
  IndexFiles torn_files();
  // A slow copy, one file after the other, while the writer goes on: no byte is of an earlier state
  // than the one before.
  IndexFiles slow_copy();

  std::size_t any(std::size_t below) { return random_() % below; }
  // States that have the file; never empty for a file of a state.
  std::vector<std::size_t> having(const std::string& path) const;
  std::string torn(const std::string& from, const std::string& rest, const std::string& path);
  void take(IndexFiles& copy, const std::string& path, std::size_t state);

  std::vector<IndexFiles> states_;
  std::mt19937 random_;
  unsigned made_ = 0;
  std::string about_;
};

}  // namespace ibid::testing
