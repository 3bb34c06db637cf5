// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file that appears complete or not at all: written without a name, or under another name beside
// its path, then given its name in one step. What a killed program leaves is in nobody's way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

enum class Existing : std::uint8_t { kKeep, kReplace };

class WholeFile {
 public:
  // Makes a new file in the folder of `path`; without a name where the file system can do that, so
  // that nothing stays if the program is killed, else as "<path>.<process id>.new", with a number
  // if that exists. Throws Error{kSystem} if it cannot be made, Error{kUsage} if `path` is a
  // folder, a device or a pipe, which cannot be replaced.
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
  void open_unnamed();
  void open_beside();
  void write_out(std::string_view bytes);
  void put(Existing existing);
  int link_to(const std::string& name) const;

  std::string path_, beside_;  // beside_: the name of the unfinished file; empty if it has none
  std::string buffer_;
  int file_ = -1;
};

// Throws as WholeFile does; nothing is left behind.
void write_whole_file(const std::string& path, std::string_view bytes, Existing existing);

}  // namespace ibid
