// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/archive/archive.h"

#include <fmt/core.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::uint64_t kSmall = std::uint64_t{1} << 20;  // the ratio does not matter below
constexpr std::size_t kChunk = 64 * 1024;

template <typename... Args>
[[noreturn]] void refuse(fmt::format_string<Args...> format, Args&&... args) {
  throw Error(ErrorKind::kInput, fmt::format(format, std::forward<Args>(args)...));
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

struct Archive::Handle {
  explicit Handle(std::string_view bytes) {
    // libzip takes no bytes at all for an archive of no parts.
    if (bytes.empty()) refuse("it is damaged or not a ZIP archive; get a new copy");
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) {
      zip = zip_open_from_source(source, ZIP_RDONLY, &error);
      if (zip == nullptr) zip_source_free(source);
    }
    zip_error_fini(&error);
    if (zip == nullptr) refuse("it is damaged or not a ZIP archive; get a new copy");
  }
  ~Handle() { zip_discard(zip); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  zip_t* zip = nullptr;
};

Archive::Archive(std::string_view bytes, const ReaderLimits& limits)
    : handle_(std::make_unique<Handle>(bytes)), archive_bytes_(bytes.size()), limits_(limits) {
  const zip_int64_t count = zip_get_num_entries(handle_->zip, 0);
  if (std::cmp_greater(count, limits_.entries)) {
    refuse("it has {} parts, more than {}", count, limits_.entries);
  }
  for (zip_uint64_t i = 0; std::cmp_less(i, count); ++i) {
    const char* name = zip_get_name(handle_->zip, i, ZIP_FL_ENC_GUESS);
    if (name == nullptr || !is_utf8(name)) refuse("the name of its part {} is damaged", i + 1);
    if (!by_name_.emplace(name, i).second) refuse("it has two parts named {}", name);
    by_lower_name_.emplace(ascii_lower(name), name);
    names_.emplace_back(name);
  }
}

Archive::~Archive() = default;

std::string Archive::find_any_case(std::string_view name) const {
  const auto [begin, end] = by_lower_name_.equal_range(ascii_lower(name));
  if (begin == end) return "";
  if (std::next(begin) != end) {
    refuse("it has two parts named {} and {}", begin->second, std::next(begin)->second);
  }
  return begin->second;
}

std::string Archive::read(std::string_view name) {
  const auto entry = by_name_.find(name);
  if (entry == by_name_.end()) refuse("its part {} is missing", name);
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(handle_->zip, entry->second, 0, &stat) != 0) {
    refuse("its part {} is damaged", name);
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    refuse("its part {} is encrypted; save it without a password", name);
  }
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(handle_->zip, entry->second, 0));
  if (file == nullptr) {
    refuse("its part {} cannot be unpacked ({})", name, zip_strerror(handle_->zip));
  }
  const std::uint64_t packed = std::min<std::uint64_t>(stat.comp_size, archive_bytes_);
  std::string out;
  std::array<char, kChunk> chunk;
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), chunk.data(), chunk.size());
    if (got < 0) {
      refuse("its part {} is damaged ({})", name, zip_file_strerror(file.get()));
    }
    if (got == 0) break;
    out.append(chunk.data(), static_cast<std::size_t>(got));
    unpacked_ += static_cast<std::uint64_t>(got);
    if (out.size() > limits_.part_bytes) {
      refuse("its part {} has more than {} bytes when unpacked", name, limits_.part_bytes);
    }
    if (unpacked_ > limits_.file_bytes) {
      refuse("its parts have more than {} bytes when unpacked", limits_.file_bytes);
    }
    if (out.size() > kSmall && out.size() / limits_.ratio > packed) {
      refuse("its part {} is more than {} times as large when unpacked", name, limits_.ratio);
    }
  }
  // Readers that believe the archive would see another text.
  if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size != out.size()) {
    refuse("its part {} has {} bytes instead of the {} it declares", name, out.size(), stat.size);
  }
  return out;
}

SourcePart source_part(std::string name, std::string_view bytes) {
  SourcePart part;
  part.name = std::move(name);
  part.sha256 = sha256_hex(bytes);
  part.size = bytes.size();
  return part;
}

std::string resolved_name(std::string_view source, std::string_view target) {
  std::vector<std::string_view> names;
  const auto add = [&names](std::string_view path) {
    while (!path.empty()) {
      const std::size_t end = std::min(path.find('/'), path.size());
      const std::string_view name = path.substr(0, end);
      if (name == "..") {
        if (!names.empty()) names.pop_back();
      } else if (!name.empty() && name != ".") {
        names.push_back(name);
      }
      path.remove_prefix(std::min(end + 1, path.size()));
    }
  };
  const std::size_t folder = source.rfind('/');
  if (!target.starts_with('/') && folder != std::string_view::npos) add(source.substr(0, folder));
  add(target);
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += '/';
    out += name;
  }
  return out;
}

bool looks_like_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

}  // namespace ibid
