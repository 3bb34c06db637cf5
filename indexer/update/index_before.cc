// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/index_before.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "indexer/folder/deleted_documents.h"
#include "indexer/folder/one_state.h"
#include "indexer/folder/xapian_error.h"
#include "indexer/plan/update_plan.h"
#include "indexer/records/stored_reports.h"
#include "indexer/schema.h"

namespace ibid {

namespace {

// The live database if only its words are of another analyzer, not its values; else nothing.
std::string dated_database(const IndexDir& dir, const Manifest& manifest) {
  if (manifest.analyzer == schema::kAnalyzer ||
      manifest.format_version < schema::kOldestFormatVersion ||
      manifest.format_version > schema::kFormatVersion) {
    return {};
  }
  try {
    std::string database = dir.database(manifest.build);
    expect_one_state(dir.path(), database);
    return database;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kIndex) throw;
    return {};
  }
}

}  // namespace

IndexBefore read_index(const IndexDir& dir) {
  IndexBefore before;
  if (!dir.manifest()) return before;
  before.exists = true;
  before.manifest = dir.usable_manifest();
  before.roots = before.manifest->roots;
  before.removed = before.manifest->removed;
  before.metadata = before.manifest->metadata;
  before.made_for = before.manifest->made_for;
  before.database = dir.database(before.manifest->build);
  expect_one_state(dir.path(), before.database);
  translating_xapian_errors("cannot read the index in " + dir.path(), [&] {
    const Xapian::Database database(before.database);
    before.files = stored_files(database);
    before.generation = stored_generation(database);
    before.passages = passage_count(database);
    before.deleted = DeletedDocuments(database).count();
  });
  return before;
}

IndexBefore read_for_rebuild(const IndexDir& dir) {
  IndexBefore before;
  std::optional<Manifest> manifest;
  try {
    manifest = dir.manifest();
    if (manifest) before = read_index(dir);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kIndex) throw;
    before = {};
    before.exists = true;
    if (manifest) {
      before.roots = manifest->roots;
      before.removed = manifest->removed;
      before.metadata = manifest->metadata;
      before.made_for = manifest->made_for;
      before.earlier = dated_database(dir, *manifest);
    }
  }
  before.manifest.reset();
  if (before.roots.empty()) {  // of format 5
    for (const auto& [id, file] : before.files) before.roots.push_back(file.stamp.path);
  }
  return before;
}

std::vector<std::string> merged_roots(std::vector<std::string> roots,
                                      const std::vector<std::string>& more) {
  roots.insert(roots.end(), more.begin(), more.end());
  std::sort(roots.begin(), roots.end());
  std::vector<std::string> merged;
  for (std::string& root : roots) {
    const bool below = std::any_of(merged.begin(), merged.end(), [&](const std::string& above) {
      return is_at_or_below(root, above);
    });
    if (!below) merged.push_back(std::move(root));
  }
  return merged;
}

}  // namespace ibid
