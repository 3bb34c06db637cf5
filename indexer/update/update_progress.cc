// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/update_progress.h"

#include <iterator>
#include <utility>

namespace ibid {
namespace {

void append_all(std::vector<Problem> from, std::vector<Problem>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

const char* to_string(UpdateProgress::Phase phase) {
  switch (phase) {
    case UpdateProgress::Phase::kDiscovering:
      return "discovering";
    case UpdateProgress::Phase::kChecking:
      return "checking";
    case UpdateProgress::Phase::kIndexing:
      return "indexing";
    case UpdateProgress::Phase::kCommitting:
      return "committing";
    case UpdateProgress::Phase::kDone:
      return "done";
  }
  return "";
}

void UpdateCounts::append(UpdateCounts next) {
  added += next.added;
  updated += next.updated;
  removed += next.removed;
  unchanged += next.unchanged;
  failed += next.failed;
  touched += next.touched;
  moved += next.moved;
  passages += next.passages;
  bytes += next.bytes;
  for (const auto& [encoding, files] : next.encodings) encodings[encoding] += files;
  append_all(std::move(next.problems), problems);
  append_all(std::move(next.notes), notes);
}

}  // namespace ibid
