// SPDX-License-Identifier: GPL-2.0-or-later
//
// What must be in an index, by the documented rules alone (indexer/update/update.h and
// docs/reliability.md): a map of paths, without stamps, plans, records or databases.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/update/update.h"

namespace ibid::testing {

struct ModelText {
  std::string bytes;
  std::vector<std::string> passages;
  enum class Kind : std::uint8_t { kReport, kBinary } kind = Kind::kReport;
};
using Texts = std::map<std::string, ModelText>;  // by absolute path

// What a run must do.
struct Expected {
  enum class Answer : std::uint8_t { kDone, kUsage, kTooMany, kWithheld } answer = Answer::kDone;
  Texts reports;                // of the index afterwards
  std::set<std::string> roots;  // likewise
  std::uint64_t failed = 0, updated = 0, unchanged = 0;
  std::uint64_t fresh = 0, vanished = 0;  // paths that are new to the index, or gone from it
  std::uint64_t moved = 0;                // pairs of the two with the same bytes
};

class IndexModel {
 public:
  Texts disk;                              // files that are there
  std::set<std::string> folders;           // likewise
  Texts reports;                           // of the index
  std::map<std::string, std::string> ids;  // report ids by path, as the index chose them
  std::set<std::string> roots;             // folders of the index

  Expected after(const UpdateOptions& options) const;
  // What may be left by a run that was stopped in an index that is changed in place: all that is
  // gone was removed, and the first files were read, none to all of them.
  std::vector<Texts> partly(const UpdateOptions& options) const;

  static bool is_below(const std::string& path, const std::string& root);

 private:
  struct Look {
    std::set<std::string> roots;      // named and there
    std::set<std::string> forgotten;  // named and not there, and removals are meant
    std::uint64_t missing = 0;        // not there, and nothing goes
    std::set<std::string> found, vanished;
  };
  static bool is_below_any(const std::string& path, const std::set<std::string>& tops);
  static std::set<std::string> without_inner(const std::set<std::string>& tops);
  bool knows_below(const std::string& root) const;
  std::set<std::string> covered(const UpdateOptions& options) const;
  Look look(const UpdateOptions& options) const;
  bool is_too_much(const Look& look) const;
  std::multiset<std::string> new_bytes(const Look& look) const;
  Texts without(const std::set<std::string>& vanished) const;
};

}  // namespace ibid::testing
