// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/reader_process/test_pool.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "corpus/error.h"

namespace ibid::testing {

ReaderPoolOptions test_options() {
  ReaderPoolOptions options;
  options.program = IBID_READ_TEST;
  return options;
}

std::string read_text(ReaderPool& pool, std::string_view file, FileFormat format) {
  ReaderInput input;
  input.bytes = file;
  input.format = format;
  try {
    const std::vector<ExtractedFile> documents = pool.read(input);
    return documents.size() == 1 ? documents[0].text : std::to_string(documents.size());
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput) << error.what();
    return error.what();
  }
}

std::string read_once(std::string_view file, const ReaderPoolOptions& options) {
  ReaderPool pool(options);
  return read_text(pool, file);
}

std::vector<pid_t> children() {
  std::vector<pid_t> found;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream in(task.path() / "children");
    for (pid_t pid = 0; in >> pid;) found.push_back(pid);
  }
  return found;
}

bool is_running(pid_t pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  if (!std::getline(in, line)) return false;
  const std::size_t state = line.rfind(')') + 2;
  return state < line.size() && line[state] != 'Z' && line[state] != 'X';
}

Folder::Folder() : path_(std::filesystem::temp_directory_path() / "ibid-reader-XXXXXX") {
  if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no folder " + path_);
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

std::string Folder::write(const std::string& name, std::string_view bytes) const {
  std::string path = path_ + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace ibid::testing
