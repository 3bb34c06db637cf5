// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/plan/split_files.h"

#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "corpus/extract/tell_format.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/sha256.h"

namespace ibid {
namespace {

bool may_hold_several(FileFormat format) {
  return format == FileFormat::kJson || format == FileFormat::kJsonLines ||
         format == FileFormat::kRss || format == FileFormat::kAtom || format == FileFormat::kEml;
}

class Splitter {
 public:
  Splitter(UpdatePlan plan, const std::map<std::string, FileRecord>& known,
           const ReadOptions& options)
      : plan_(std::move(plan)), known_(known), options_(options) {
    for (const auto& [id, record] : known) of_path_[record.stamp.path].push_back(id);
    const std::unordered_set<std::string> gone(plan_.vanished.begin(), plan_.vanished.end());
    for (const auto& [id, record] : known) {
      if (!gone.contains(id)) taken_.insert(id);
    }
    for (const PlannedFile& file : plan_.to_read) taken_.insert(file.report_id);
  }

  UpdatePlan split() {
    std::vector<PlannedFile> files = std::exchange(plan_.to_read, {});
    for (PlannedFile& file : files) {
      const std::string path = file.stamp.path;
      if (done_.contains(path)) continue;
      if (file.keep || file.document || !is_asked(file) || !split(file)) {
        plan_.to_read.push_back(std::move(file));
      } else {
        done_.insert(path);
      }
    }
    return std::move(plan_);
  }

 private:
  bool is_asked(const PlannedFile& file) const {
    if (!options_.read) return false;
    if (file.known != nullptr && !file.known->item.empty()) return true;
    const std::optional<FileFormat> format = format_of_name(file.stamp.path);
    return !format || may_hold_several(*format);
  }

  // Returns false if the file holds no documents of its own.
  bool split(const PlannedFile& file) {
    try {
      const std::string bytes = read_file(file.stamp.path);
      const FileFormat format = format_of(file.stamp.path, bytes);
      if (!may_hold_several(format)) return false;
      FileIdentity identity{sha256_hex(bytes), bytes.size()};
      add(file, identity, read_documents(file.stamp.path, bytes, format, options_, file.mapping));
      return true;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;
      return false;
    }
  }

  void add(const PlannedFile& file, const FileIdentity& identity,
           std::vector<ExtractedFile> documents) {
    std::map<std::string, std::string> id_of_item;
    for (const std::string& id : of_path_[file.stamp.path]) {
      id_of_item.emplace(known_.at(id).item, id);
    }
    if (file.known == nullptr) taken_.erase(file.report_id);  // it was kept for the file as a whole
    for (ExtractedFile& document : documents) {
      PlannedFile one = file;
      one.identity = identity;
      const auto at = id_of_item.find(document.item);
      const bool is_known = at != id_of_item.end();
      one.report_id = is_known ? at->second : new_id(file.stamp.path, document.item);
      one.known = is_known ? &known_.at(at->second) : nullptr;
      if (is_known) id_of_item.erase(at);
      one.document = std::make_shared<const ExtractedFile>(std::move(document));
      plan_.to_read.push_back(std::move(one));
    }
    for (const auto& [item, id] : id_of_item) plan_.vanished.push_back(id);
  }

  // "feed-4711" of the entry 4711 of feed.jsonl.
  std::string new_id(const std::string& path, const std::string& item) {
    std::string id = report_id_from_file_name(path);
    if (!item.empty()) id = report_id_from_file_name(id + "-" + report_id_from_file_name(item));
    const std::string base = id;
    for (std::uint64_t n = 2; !taken_.insert(id).second; ++n) id = base + "-" + std::to_string(n);
    return id;
  }

  UpdatePlan plan_;
  const std::map<std::string, FileRecord>& known_;
  const ReadOptions& options_;
  std::unordered_map<std::string, std::vector<std::string>> of_path_;
  std::unordered_set<std::string> taken_, done_;
};

}  // namespace

UpdatePlan split_files(UpdatePlan plan, const std::map<std::string, FileRecord>& known,
                       const ReadOptions& options) {
  return Splitter(std::move(plan), known, options).split();
}

}  // namespace ibid
