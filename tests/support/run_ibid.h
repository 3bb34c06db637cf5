// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs the real `ibid` with arguments, input and environment, and returns what it did.
#pragma once

#include <gtest/gtest.h>
#include <sys/types.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

struct RunResult {
  int exit_code = -1;  // -1 if a signal ended it
  int signal = 0;
  std::string out, err;
};

struct RunOptions {
  std::string folder;                              // to run in
  std::map<std::string, std::string> environment;  // all of it, except PATH
  std::string input;                               // on standard input
  std::vector<std::string> launcher;  // a program that runs `ibid`: {"prlimit", "--nofile=64"}
  std::string output_file;            // standard output goes there, not to RunResult::out
  bool closed_output = false;         // the reader of standard output has already closed it
};

// A running program. Killed when it goes out of scope, or after a minute.
class Child {
 public:
  Child(const std::vector<std::string>& arguments, const RunOptions& options);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Reads standard error until it holds `text`; false if the program ended before.
  bool wait_for_error_output(std::string_view text);
  // Reads standard output up to its first line end; "" if the program ended before.
  std::string first_line();
  void send(int signal) const;
  RunResult finish();

 private:
  bool read_some();  // false once both streams are at their end

  pid_t pid_ = -1;
  int out_ = -1;
  int err_ = -1;
  RunResult result_;
};

// A fresh folder with its own home, where every test runs the program.
class CliTest : public ::testing::Test {
 protected:
  CliTest();
  ~CliTest() override;

  // Writes a file relative to the test's folder, and makes its parents.
  void write(const std::string& name, std::string_view text) const;
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void copy_fixtures(const std::string& folder) const;

  RunResult run(const std::vector<std::string>& arguments) { return run(arguments, options()); }
  RunResult run(const std::vector<std::string>& arguments, const RunOptions& options);

  // Runs in the test's folder; $IBID_INDEX names the folder "index" there.
  RunOptions options() const;

  // Runs `ibid index` on the fixtures in "reports".
  void index_fixtures();

  std::filesystem::path folder_;
};

std::vector<nlohmann::ordered_json> parse_lines(std::string_view text);
std::vector<std::string> split_lines(std::string_view text);

// Name, size and time of every file below `folder`. If two snapshots are equal, nothing was
// written.
std::map<std::string, std::string> snapshot(const std::filesystem::path& folder);

}  // namespace ibid
