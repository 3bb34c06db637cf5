// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file that appears complete or not at all: written beside its path, then moved there in one
// step.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

enum class Existing : std::uint8_t { kKeep, kReplace };

class WholeFile {
 public:
  // Makes a new file beside `path`, "<path>.<process id>.new". Throws Error{kSystem} if it cannot
  // be made, Error{kUsage} if `path` is a folder, a device or a pipe, which cannot be replaced.
  explicit WholeFile(std::string path);
  // Removes a file that was not finished.
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  // Buffers. Throws Error{kSystem} if the system refuses.
  void write(std::string_view bytes);
  // To be called once, after the last write(). Throws Error{kUsage} if `path` exists and is to be
  // kept (it is then untouched), else like write().
  void finish(Existing existing);

 private:
  [[noreturn]] void fail(int error) const;
  void write_out(std::string_view bytes);
  void put(Existing existing);

  std::string path_, beside_;  // beside_: empty once it is removed or renamed
  std::string buffer_;
  int file_ = -1;
};

// Throws as WholeFile does; nothing is left behind.
void write_whole_file(const std::string& path, std::string_view bytes, Existing existing);

}  // namespace ibid
