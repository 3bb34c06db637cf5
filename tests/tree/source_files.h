// SPDX-License-Identifier: GPL-2.0-or-later
//
// The source files of the project, for tests of the tree.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace ibid::testing {

struct SourceFile {
  std::string path;    // from the top of the repository: "corpus/report/report.h"
  std::string folder;  // "corpus"
  std::string text;
  std::string head;  // the comment before the first line of code
  std::vector<std::string> includes;
};

// Path -> file, of all headers and sources below these top folders.
std::map<std::string, SourceFile> source_files(const std::vector<std::string>& folders);

// Throws std::runtime_error if it cannot be read.
std::string read_file(const std::string& path);

// The text without // comments and without literals.
std::string code_of(const std::string& text);

// True if `name` occurs in `code` and is not the end of a longer name.
bool uses(const std::string& code, const std::string& name);

}  // namespace ibid::testing
