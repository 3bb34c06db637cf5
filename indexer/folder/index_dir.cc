// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/index_dir.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "corpus/text/character_at.h"
#include "indexer/schema.h"
#include "indexer/system/durable_files.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

constexpr char kCompactSuffix[] = ".compact";
// Names and extensions.
constexpr const char* kFilesOfBuilds[] = {".glass", "iamglass",          "flintlock",      ".tmp",
                                          "runs",   schema::kPlacesFile, schema::kSumsFile};

// "%" and bytes that JSON cannot hold as %XX.
std::string encode_path(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const ByteCharacter c = character_at(path, at, Encoding::kUtf8);
    for (const char byte : path.substr(at, c.length)) {
      if (c.well_formed && byte != '%') {
        out += byte;
      } else {
        out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
      }
    }
    at += c.length;
  }
  return out;
}

std::string decode_path(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned value = 0;
    const char* digits = text.data() + at + 1;
    if (text[at] == '%' && at + 2 < text.size() &&
        std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
      out += static_cast<char>(value);
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

// "passages.3" -> 3; nothing for other names, including "passages.3.unfinished".
std::optional<std::uint64_t> build_of(const std::string& name) {
  if (!name.starts_with(schema::kDatabasePrefix)) return std::nullopt;
  const std::string digits = name.substr(std::strlen(schema::kDatabasePrefix));
  if (digits.empty() || digits.size() > 18 ||
      digits.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  return std::stoull(digits);
}

// "passages.3.unfinished", "passages.3.compact.unfinished".
bool is_unfinished(const std::string& name) {
  if (!name.ends_with(schema::kUnfinishedSuffix)) return false;
  std::string build = name.substr(0, name.size() - std::strlen(schema::kUnfinishedSuffix));
  if (build.ends_with(kCompactSuffix)) {
    build.resize(build.size() - std::strlen(kCompactSuffix));
  }
  return build_of(build).has_value();
}

// The folder of a build holds only files that Xapian and the bulk writer make: people have folders
// named passages.2024, too.
bool is_build(const fs::path& folder) {
  const std::string name = folder.filename().string();
  if (!build_of(name) && !is_unfinished(name)) return false;
  std::error_code error;
  if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const fs::path file = entry->path().filename();
    const bool known = std::any_of(
        std::begin(kFilesOfBuilds), std::end(kFilesOfBuilds),
        [&](const char* of_build) { return file == of_build || file.extension() == of_build; });
    if (!known) return false;
  }
  return !error;
}

bool is_ours(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == schema::kManifestFile || name == schema::kLockFile || name == schema::kAliasFile ||
         name == schema::kStreamsFolder || name == schema::kStubFile ||
         name == std::string(schema::kStubFile) + ".new" ||
         name == std::string(schema::kManifestFile) + ".new" || is_build(path);
}

}  // namespace

std::string rebuild_remedy(const std::string& index_dir, const std::vector<std::string>& roots) {
  const std::string command = "run `ibid index --rebuild --index " + index_dir;
  if (roots.empty()) return command + " FOLDER...` with the folders it was made from";
  return fmt::format("{}`, which reads {} again", command, fmt::join(roots, ", "));
}

std::string IndexDir::database(std::uint64_t build) const {
  return (fs::path(path_) / (schema::kDatabasePrefix + std::to_string(build))).string();
}

std::string IndexDir::unfinished(std::uint64_t build) const {
  return database(build) + schema::kUnfinishedSuffix;
}

std::string IndexDir::finished(std::uint64_t build) const {
  return database(build) + kCompactSuffix + schema::kUnfinishedSuffix;
}

std::string IndexDir::stub_file() const { return (fs::path(path_) / schema::kStubFile).string(); }

std::string IndexDir::alias_file() const { return (fs::path(path_) / schema::kAliasFile).string(); }

void IndexDir::refuse_foreign() const {
  std::error_code error;
  if (fs::exists(fs::path(path_) / schema::kManifestFile, error)) return;
  if (error && error.value() != ENOENT && error.value() != ENOTDIR) {
    throw Error(ErrorKind::kSystem, "cannot open the folder " + path_ + ": " + error.message());
  }
  if (!fs::exists(path_, error)) return;
  if (!fs::is_directory(path_, error)) {
    throw Error(ErrorKind::kIndex, path_ + " is not a folder; name another with --index");
  }
  fs::directory_iterator entry(path_, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (is_ours(entry->path())) continue;
    throw Error(ErrorKind::kIndex, path_ +
                                       " contains other files but no ibid index; name an empty or "
                                       "new folder with --index");
  }
  if (error) throw Error(ErrorKind::kSystem, "cannot read " + path_ + ": " + error.message());
}

std::optional<Manifest> IndexDir::manifest() const {
  refuse_foreign();
  const std::string file = (fs::path(path_) / schema::kManifestFile).string();
  const std::optional<std::string> text = read_if_there(file);
  if (!text) return std::nullopt;
  try {
    const auto json = nlohmann::json::parse(*text);
    Manifest manifest{
        json.at("format_version").get<std::uint64_t>(), json.at("analyzer").get<std::string>(),
        json.at("created_by").get<std::string>(), json.at("build").get<std::uint64_t>()};
    for (const std::string& root : json.value("roots", std::vector<std::string>())) {
      manifest.roots.push_back(decode_path(root));
    }
    for (const std::string& path : json.value("removed", std::vector<std::string>())) {
      manifest.removed.push_back(decode_path(path));
    }
    manifest.metadata = decode_path(json.value("metadata", std::string()));
    if (json.value("for_nodes", false)) manifest.made_for = MadeFor::kNodes;
    return manifest;
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorKind::kIndex, file + " is damaged" + "; " + rebuild_remedy(path_, {}));
  }
}

Manifest IndexDir::usable_manifest() const {
  const std::optional<Manifest> found = manifest();
  if (!found) {
    throw Error(ErrorKind::kIndex, "there is no index in " + path_ +
                                       "; make one with `ibid index --index " + path_ +
                                       " FOLDER`, or name another with --index or $IBID_INDEX");
  }
  if (found->format_version < schema::kOldestFormatVersion ||
      found->format_version > schema::kFormatVersion) {
    throw Error(ErrorKind::kIndex,
                "the index in " + path_ + " has format " + std::to_string(found->format_version) +
                    ", but this program reads " + std::to_string(schema::kFormatVersion) + "; " +
                    rebuild_remedy(path_, found->roots));
  }
  if (found->analyzer != schema::kAnalyzer) {
    throw Error(ErrorKind::kIndex, "the index in " + path_ + " was made with analyzer " +
                                       found->analyzer + ", but this program has " +
                                       schema::kAnalyzer + "; " +
                                       rebuild_remedy(path_, found->roots));
  }
  return *found;
}

void IndexDir::publish(const Manifest& manifest) const {
  rename_or_throw(finished(manifest.build), database(manifest.build));
  write_stub(manifest);
  write_manifest(manifest);
}

// Servers read it at each connection; paths in it are relative to it.
void IndexDir::write_stub(const Manifest& manifest) const {
  std::error_code ignored;
  if (manifest.made_for == MadeFor::kHere) {
    fs::remove(stub_file(), ignored);
    return;
  }
  const std::string database = schema::kDatabasePrefix + std::to_string(manifest.build);
  write_durably(stub_file() + ".new", "glass " + database + "\n");
  rename_or_throw(stub_file() + ".new", stub_file());
}

void IndexDir::write_manifest(const Manifest& manifest) const {
  const auto encoded = [](const std::vector<std::string>& paths) {
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const std::string& path : paths) out.push_back(encode_path(path));
    return out;
  };
  nlohmann::ordered_json json = {{"format_version", manifest.format_version},
                                 {"analyzer", manifest.analyzer},
                                 {"created_by", manifest.created_by},
                                 {"build", manifest.build},
                                 {"roots", encoded(manifest.roots)}};
  if (!manifest.removed.empty()) json["removed"] = encoded(manifest.removed);
  if (!manifest.metadata.empty()) json["metadata"] = encode_path(manifest.metadata);
  if (manifest.made_for == MadeFor::kNodes) json["for_nodes"] = true;
  const std::string file = (fs::path(path_) / schema::kManifestFile).string();
  write_durably(file + ".new", json.dump(2) + "\n");
  sync_folder(path_);
  // A first build: the folder is new, too. From here on whoever finds the manifest may rely on it.
  std::error_code ignored;
  if (!fs::exists(file, ignored)) sync_folders_above(path_);
  rename_or_throw(file + ".new", file);
  sync_folder(path_);
}

std::uint64_t IndexDir::highest_build() const {
  std::uint64_t highest = 0;
  std::error_code error;
  fs::directory_iterator entry(path_, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    highest = std::max(highest, build_of(entry->path().filename().string()).value_or(0));
  }
  if (error) throw Error(ErrorKind::kSystem, "cannot read " + path_ + ": " + error.message());
  return highest;
}

// Leftovers that cannot be removed cost space and do no harm. A run that was killed may have
// published the live build without a sync: then ibid.json on the disk still names the last build,
// which must not go first.
void IndexDir::remove_leftovers(std::optional<std::uint64_t> live_build,
                                const std::string& kept) const {
  if (live_build.value_or(0) != 0) sync_folder(path_);
  std::error_code error;
  fs::directory_iterator entry(path_, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const std::optional<std::uint64_t> build = build_of(name);
    if (entry->path() == fs::path(kept)) continue;
    const bool left = build ? live_build && build != live_build : is_unfinished(name);
    std::error_code ignored;
    if (left && is_build(entry->path())) fs::remove_all(entry->path(), ignored);
  }
  fs::remove(fs::path(path_) / (std::string(schema::kManifestFile) + ".new"), error);
  fs::remove(stub_file() + ".new", error);
}

}  // namespace ibid
