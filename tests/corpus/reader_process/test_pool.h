// SPDX-License-Identifier: GPL-2.0-or-later
//
// A pool of processes that do what files say: misbehaving_reader.cc.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader_process/reader_pool.h"

namespace ibid::testing {

ReaderPoolOptions test_options();

// The text of the file's only document, or what the error of kInput says.
std::string read_text(ReaderPool& pool, std::string_view file,
                      FileFormat format = FileFormat::kHtml);
std::string read_once(std::string_view file, const ReaderPoolOptions& options = test_options());

// Processes that this one has started and not reaped.
std::vector<pid_t> children();
bool is_running(pid_t pid);

// A fresh folder for one test, removed afterwards.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::string& path() const { return path_; }
  std::string write(const std::string& name, std::string_view bytes) const;  // returns its path

 private:
  std::string path_;
};
std::string bytes_of(const std::string& path);

}  // namespace ibid::testing
