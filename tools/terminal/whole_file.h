// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file that is there whole or not at all: written beside its place, then put there in one step.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

enum class Existing : std::uint8_t { kKeep, kReplace };

class WholeFile {
 public:
  // A new file beside `path`, "<path>.<process id>.new". Throws Error{kSystem} where it cannot be
  // made, Error{kUsage} where `path` is a folder, a device, a pipe: no file to take the place of.
  explicit WholeFile(std::string path);
  // Removes what was not put in its place.
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  // Buffers. Throws Error{kSystem} where the system refuses.
  void write(std::string_view bytes);
  // To be called once, after the last write(). Throws Error{kUsage} where a file is in the place
  // and to be kept (then it is untouched), else like write().
  void finish(Existing existing);

 private:
  [[noreturn]] void fail(int error) const;
  void write_out(std::string_view bytes);
  void put(Existing existing);

  std::string path_, beside_;  // beside_: empty once it is gone or in its place
  std::string buffer_;
  int file_ = -1;
};

// Throws as WholeFile does; nothing is left behind.
void write_whole_file(const std::string& path, std::string_view bytes, Existing existing);

}  // namespace ibid
