// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/kept_stream.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <system_error>

#include "corpus/error.h"
#include "indexer/folder/index_dir.h"
#include "indexer/schema.h"
#include "indexer/system/durable_files.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostBytes = std::uint64_t{2} << 30;  // as of a file

std::string read_to_end(int descriptor) {
  constexpr std::size_t kStep = std::size_t{1} << 16;
  std::string bytes;
  std::size_t used = 0;
  while (true) {
    if (bytes.size() < used + kStep) bytes.resize(used + std::max(kStep, used / 2));
    const ssize_t got = read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_system("cannot read standard input", errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > kMostBytes) {
      throw Error(ErrorKind::kInput,
                  fmt::format("standard input is larger than {} bytes; split it", kMostBytes));
    }
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace

std::string keep_stream(const std::string& index_dir, const std::string& name, int descriptor) {
  IndexDir(index_dir).refuse_foreign();
  const std::string bytes = read_to_end(descriptor);
  const fs::path folder = fs::absolute(fs::path(index_dir)) / schema::kStreamsFolder;
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail_system("cannot make the folder " + folder.string(), error.value());
  const std::string path = (folder / name).lexically_normal().string();
  const std::string unfinished = path + ".new";
  write_durably(unfinished, bytes);
  rename_or_throw(unfinished, path);
  sync_folder(folder.string());
  return path;
}

}  // namespace ibid
