// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/plan/update_plan.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>

#include "corpus/extract/reader_rules.h"
#include "corpus/report/passage_id.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

bool is_below_any(const std::string& path, const std::vector<std::string>& roots) {
  return std::any_of(roots.begin(), roots.end(),
                     [&](const std::string& root) { return is_at_or_below(path, root); });
}

// "b/briefing.txt" if there is another "briefing": "b-briefing", then "a-b-briefing", then numbers.
std::string unique_report_id(const std::string& path,
                             const std::unordered_set<std::string>& taken) {
  const fs::path file(path);
  std::string name = file.filename().string();
  std::string id = report_id_from_file_name(name);
  for (fs::path folder = file.parent_path(); taken.contains(id) && folder.has_filename();
       folder = folder.parent_path()) {
    name.insert(0, folder.filename().string() + "-");
    id = report_id_from_file_name(name);
  }
  const std::string longest = id;
  for (std::uint64_t n = 2; taken.contains(id); ++n) id = longest + "-" + std::to_string(n);
  return id;
}

PlannedFile planned(const FileStamp& stamp, const std::string& id, const FileRecord* known,
                    GivenBook* book) {
  PlannedFile file{stamp, id, known};
  if (book != nullptr) file.given = book->of(stamp.path, id);
  if (file.given) file.stamp.given = given_key(*file.given);
  if (book != nullptr) {
    file.mapping = book->mapping_for(stamp.path);
    file.stamp.given += mapping_key(file.mapping);
  }
  return file;
}

}  // namespace

bool is_at_or_below(const std::string& path, const std::string& root) {
  if (!path.starts_with(root)) return false;
  return path.size() == root.size() || root.ends_with('/') || path[root.size()] == '/';
}

std::uint64_t bytes_of(const std::vector<PlannedFile>& files) {
  std::uint64_t bytes = 0;
  for (const PlannedFile& file : files) {
    bytes += file.document ? file.document->text.size() : file.stamp.size;
  }
  return bytes;
}

UpdatePlan plan_update(const Discovery& found, const std::map<std::string, FileRecord>& known,
                       KnownFiles compare, GivenBook* book) {
  UpdatePlan plan;
  std::unordered_map<std::string, std::vector<std::string>> ids_of_path;  // several of a feed
  std::unordered_set<std::string> taken, found_paths;
  for (const auto& [id, record] : known) ids_of_path[record.stamp.path].push_back(id);
  for (const FileStamp& stamp : found.files) found_paths.insert(stamp.path);
  const std::unordered_set<std::string> busy(found.busy.begin(), found.busy.end());

  std::vector<std::string> unreadable;
  for (const Problem& problem : found.problems) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(problem.path, error))) unreadable.push_back(problem.path);
  }
  // Of an index made when a named web page was taken for text.
  std::unordered_set<std::string> unread;
  for (const Problem& problem : found.unread) unread.insert(problem.path);
  for (const auto& [id, record] : known) {
    const std::string& path = record.stamp.path;
    const bool vanished =
        unread.contains(path) || (is_below_any(path, found.roots) && !found_paths.contains(path) &&
                                  !busy.contains(path) && !is_below_any(path, unreadable));
    if (vanished) {
      plan.vanished.push_back(id);
      continue;
    }
    taken.insert(id);
    if (!found_paths.contains(path)) plan.kept.push_back({record.stamp, id, &record, true});
  }
  for (const FileStamp& stamp : found.files) {
    const auto at = ids_of_path.find(stamp.path);
    if (at == ids_of_path.end()) {
      if (book != nullptr && book->is_unknown(stamp.path)) continue;
      plan.to_read.push_back(planned(stamp, unique_report_id(stamp.path, taken), nullptr, book));
      taken.insert(plan.to_read.back().report_id);
      continue;
    }
    for (const std::string& id : at->second) {
      const FileRecord& record = known.at(id);
      if (book != nullptr && book->is_unknown(stamp.path)) {
        plan.kept.push_back({record.stamp, id, &record, true});
        continue;
      }
      PlannedFile file = planned(stamp, id, &record, book);
      const bool unchanged = compare == KnownFiles::kByStamp && record.stamp == file.stamp &&
                             (record.reader.empty() || has_present_rules(record.reader));
      (unchanged ? plan.unchanged : plan.to_read).push_back(std::move(file));
    }
  }
  return plan;
}

}  // namespace ibid
