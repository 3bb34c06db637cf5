// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/tree/source_files.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace ibid::testing {
namespace {

std::vector<std::string> includes_of(const std::string& text) {
  std::istringstream lines(text);
  std::vector<std::string> found;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("#include")) continue;
    const std::size_t open = line.find_first_of("<\"");
    const std::size_t close = line.find_first_of(">\"", open + 1);
    found.push_back(line.substr(open + 1, close - open - 1));
  }
  return found;
}

std::string head_of(const std::string& text) {
  std::istringstream lines(text);
  std::string head;
  for (std::string line; std::getline(lines, line) && line.starts_with("//");) head += line + "\n";
  return head;
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::map<std::string, SourceFile> source_files(const std::vector<std::string>& folders) {
  std::map<std::string, SourceFile> found;
  const fs::path root = IBID_SOURCE_DIR;
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cc" && extension != ".h") continue;
      SourceFile source;
      source.folder = folder;
      source.path = fs::relative(entry.path(), root).string();
      source.text = read_file(entry.path().string());
      source.head = head_of(source.text);
      source.includes = includes_of(source.text);
      found[source.path] = source;
    }
  }
  return found;
}

std::string code_of(const std::string& text) {
  std::string code;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.compare(i, 2, "//") == 0) {
      i = std::min(text.find('\n', i), text.size());
    } else if (c == '"' ||
               (c == '\'' &&
                (i == 0 || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0))) {
      for (++i; i < text.size() && text[i] != c && text[i] != '\n'; ++i) {
        if (text[i] == '\\') ++i;
      }
    } else {
      code += c;
    }
  }
  return code;
}

bool uses(const std::string& code, const std::string& name) {
  for (std::size_t at = 0; (at = code.find(name, at)) != std::string::npos; ++at) {
    const bool longer = at > 0 && (std::isalnum(static_cast<unsigned char>(code[at - 1])) != 0 ||
                                   code[at - 1] == '_');
    if (!longer) return true;
  }
  return false;
}

}  // namespace ibid::testing
