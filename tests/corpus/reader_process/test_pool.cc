// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/reader_process/test_pool.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

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

}  // namespace ibid::testing
