// SPDX-License-Identifier: GPL-2.0-or-later
//
// The base of tests that run `ibid` on the command line: the matchers they share, and short forms
// for what most of them do.
#pragma once

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/run_ibid.h"

namespace ibid {

namespace fs = std::filesystem;

using Json = nlohmann::ordered_json;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

inline std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// True if the shell's `command` succeeds.
inline bool succeeds(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

class CommandTest : public CliTest {
 protected:
  // The JSON lines of a command, {"search", "S-400"}, run with --format jsonl.
  std::vector<Json> jsonl(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin() + 1, {"--format", "jsonl"});
    return parse_lines(run(arguments).out);
  }

  RunResult run_with_input(const std::string& input, std::vector<std::string> arguments) {
    RunOptions with = options();
    with.input = input;
    return run(arguments, with);
  }
};

}  // namespace ibid
