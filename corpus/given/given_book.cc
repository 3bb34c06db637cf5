// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/given/given_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "corpus/error.h"
#include "corpus/files/discover.h"
#include "corpus/given/name_pattern.h"
#include "corpus/report/sha256.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

constexpr std::array kMappedNames = {
    &FieldMapping::items,  &FieldMapping::id,        &FieldMapping::title,
    &FieldMapping::date,   &FieldMapping::text,      &FieldMapping::url,
    &FieldMapping::author, &FieldMapping::publisher, &FieldMapping::language};

// The names by which a pattern may mean a report.
std::set<std::string> names_of(const std::string& folder, const std::string& path,
                               const std::string& id) {
  const fs::path file(path);
  std::set<std::string> names = {comparable_name(id), comparable_name(file.filename().string()),
                                 comparable_name(file.stem().string())};
  if (path.starts_with(folder)) {
    const std::size_t begin = folder.size() + (folder.ends_with('/') ? 0 : 1);
    if (begin < path.size()) names.insert(comparable_name(path.substr(begin)));
  }
  return names;
}

// "…/ibid.toml:3: what" -> "line 3: what".
std::string without_path(std::string_view message, const std::string& path) {
  if (!message.starts_with(path + ":")) return std::string(message);
  return "line " + std::string(message.substr(path.size() + 1));
}

}  // namespace

std::string mapping_key(const FieldMapping& mapping) {
  if (mapping == FieldMapping{}) return {};
  constexpr std::size_t kDigits = 16;
  std::string all = mapping.html_text ? "html" : "";
  for (const auto field : kMappedNames) all += '\n' + mapping.*field;
  return sha256_hex(all).substr(0, kDigits);
}

GivenBook::GivenBook(std::vector<std::string> roots, const std::string& named)
    : roots_(std::move(roots)) {
  if (!named.empty()) named_ = std::make_unique<Entries>(sorted(read_given_file(named)));
}

GivenBook::Entries GivenBook::sorted(GivenFile file) {
  Entries entries;
  entries.file = std::move(file);
  for (std::size_t e = 0; e < entries.file.entries.size(); ++e) {
    for (const std::string& pattern : entries.file.entries[e].patterns) {
      if (has_wildcards(pattern)) {
        entries.by_pattern.emplace_back(pattern, e);
      } else {
        entries.by_name.emplace(pattern, e);
      }
    }
  }
  return entries;
}

void GivenBook::apply(Entries& entries, const std::string& path, const std::string& id,
                      GivenFields& fields) {
  const std::set<std::string> names = names_of(entries.file.folder, path, id);
  std::set<std::size_t> matching;  // ascending: the last one wins
  for (const std::string& name : names) {
    const auto [begin, end] = entries.by_name.equal_range(name);
    for (auto it = begin; it != end; ++it) matching.insert(it->second);
  }
  for (const auto& pattern : entries.by_pattern) {
    const bool matches = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return matches_pattern(pattern.first, name);
    });
    if (matches) matching.insert(pattern.second);
  }
  for (const std::size_t entry : matching) {
    entries.used.insert(entry);
    for (const GivenField& field : entries.file.entries[entry].fields) put_given(fields, field);
  }
}

std::shared_ptr<const GivenFields> GivenBook::of(const std::string& path, const std::string& id) {
  GivenFields fields;
  for (Entries* entries : above(fs::path(path).parent_path().string())) {
    apply(*entries, path, id, fields);
  }
  if (named_) apply(*named_, path, id, fields);
  if (fields.empty()) return nullptr;
  return std::make_shared<const GivenFields>(std::move(fields));
}

void GivenBook::apply_feeds(Entries& entries, const std::string& path, FieldMapping& mapping) {
  if (entries.file.feeds.empty()) return;
  const std::set<std::string> names = names_of(entries.file.folder, path, {});
  for (std::size_t f = 0; f < entries.file.feeds.size(); ++f) {
    const GivenFeed& feed = entries.file.feeds[f];
    const bool meant =
        std::any_of(feed.patterns.begin(), feed.patterns.end(), [&](const std::string& pattern) {
          return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return !name.empty() && matches_pattern(pattern, name);
          });
        });
    if (!meant) continue;
    entries.used_feeds.insert(f);
    for (const auto field : kMappedNames) {
      if (!(feed.mapping.*field).empty()) mapping.*field = feed.mapping.*field;
    }
    if (feed.tells_html) mapping.html_text = feed.mapping.html_text;
  }
}

FieldMapping GivenBook::mapping_for(const std::string& path) {
  FieldMapping mapping;
  for (Entries* entries : above(fs::path(path).parent_path().string())) {
    apply_feeds(*entries, path, mapping);
  }
  if (named_) apply_feeds(*named_, path, mapping);
  return mapping;
}

bool GivenBook::is_unknown(const std::string& path) {
  const std::vector<Entries*>& files = above(fs::path(path).parent_path().string());
  return std::any_of(files.begin(), files.end(), [](const Entries* file) { return file->broken; });
}

std::vector<std::string> GivenBook::folders_of(const std::string& folder) const {
  std::vector<std::string> folders = {folder};
  const auto is_root = [&](const std::string& path) {
    return std::find(roots_.begin(), roots_.end(), path) != roots_.end();
  };
  const bool below = std::any_of(roots_.begin(), roots_.end(), [&](const std::string& root) {
    return folder.starts_with(root) &&
           (folder.size() == root.size() || root.ends_with('/') || folder[root.size()] == '/');
  });
  // A file named by itself: its folder only.
  while (below && !is_root(folders.back())) {
    folders.push_back(fs::path(folders.back()).parent_path().string());
  }
  std::reverse(folders.begin(), folders.end());
  return folders;
}

const std::vector<GivenBook::Entries*>& GivenBook::above(const std::string& folder) {
  const auto known = above_.find(folder);
  if (known != above_.end()) return known->second;
  std::vector<Entries*> files;
  for (const std::string& each : folders_of(folder)) {
    if (Entries* file = in_folder(each)) files.push_back(file);
  }
  return above_.emplace(folder, std::move(files)).first->second;
}

GivenBook::Entries* GivenBook::in_folder(const std::string& folder) {
  const auto known = files_.find(folder);
  if (known != files_.end()) return known->second.get();
  std::unique_ptr<Entries>& file = files_[folder];
  const std::string path = (fs::path(folder) / kGivenFileName).string();
  std::error_code error;
  const bool there = fs::exists(fs::symlink_status(path, error)) && !fs::is_directory(path, error);
  if (there && (!named_ || named_->file.path != path)) {
    try {
      file = std::make_unique<Entries>(sorted(read_given_file(path)));
    } catch (const Error& fault) {
      if (fault.kind() != ErrorKind::kInput) throw;
      file = std::make_unique<Entries>();
      file->broken = true;
      problems_.push_back({path, without_path(fault.what(), path) +
                                     "; the reports of its folder are left as they were indexed"});
    }
  }
  return file.get();
}

std::vector<Problem> GivenBook::unused() const {
  std::vector<Problem> unused;
  const auto look = [&unused](const Entries& entries) {
    for (std::size_t e = 0; e < entries.file.entries.size(); ++e) {
      if (entries.used.contains(e)) continue;
      const GivenEntry& entry = entries.file.entries[e];
      unused.push_back({entries.file.path, fmt::format("line {}: no report is named {}", entry.line,
                                                       fmt::join(entry.patterns, ", "))});
    }
    for (std::size_t f = 0; f < entries.file.feeds.size(); ++f) {
      if (entries.used_feeds.contains(f)) continue;
      const GivenFeed& feed = entries.file.feeds[f];
      unused.push_back({entries.file.path, fmt::format("line {}: no file is named {}", feed.line,
                                                       fmt::join(feed.patterns, ", "))});
    }
  };
  for (const auto& [folder, file] : files_) {
    if (file && !file->broken) look(*file);
  }
  if (named_) look(*named_);
  return unused;
}

}  // namespace ibid
