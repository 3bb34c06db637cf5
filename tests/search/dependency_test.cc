// SPDX-License-Identifier: GPL-2.0-or-later
//
// The rules of the source tree that no compiler checks: who may include whom, which headers stay
// free of other libraries, and that the library neither prints nor exits.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace fs = std::filesystem;

namespace ibid {
namespace {

struct Source {
  std::string folder;  // "corpus"
  std::string text;
  std::string head;  // the comment before the first line of code
  std::vector<std::string> includes;
};

std::vector<std::string> includes_of(const std::string& text) {
  static const std::regex line("(^|\\n)\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), line), end; it != end; ++it) {
    found.push_back((*it)[2]);
  }
  return found;
}

std::string head_of(const std::string& text) {
  std::istringstream lines(text);
  std::string head;
  for (std::string line; std::getline(lines, line) && line.starts_with("//");) head += line + "\n";
  return head;
}

// "corpus/report.h" -> its source.
std::map<std::string, Source> sources(const std::vector<std::string>& folders) {
  std::map<std::string, Source> found;
  const fs::path root = IBID_SOURCE_DIR;
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cc" && extension != ".h") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      Source source;
      source.folder = folder;
      source.text = {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      source.head = head_of(source.text);
      source.includes = includes_of(source.text);
      found[fs::relative(entry.path(), root).string()] = std::move(source);
    }
  }
  return found;
}

const std::vector<std::string> kLibrary = {"corpus", "indexer", "search"};

// Comments and literals say what they like.
std::string code_of(const std::string& text) {
  static const std::regex passive("//[^\\n]*|\"(\\\\.|[^\"\\\\\\n])*\"|'(\\\\.|[^'\\\\\\n])+'");
  return std::regex_replace(text, passive, " ");
}

TEST(SourceTree, HasFoldersThatDependOneWay) {
  const std::map<std::string, std::set<std::string>> above = {
      {"corpus", {"indexer", "search", "tools", "tests"}},
      {"indexer", {"search", "tools", "tests"}},
      {"search", {"tools", "tests"}},
      {"tools", {"tests"}},
  };
  const auto all = sources({"corpus", "indexer", "search", "tools"});
  ASSERT_GT(all.size(), 80U);
  for (const auto& [path, source] : all) {
    for (const std::string& include : source.includes) {
      const std::string folder = include.substr(0, include.find('/'));
      EXPECT_FALSE(above.at(source.folder).contains(folder)) << path << " includes " << include;
    }
  }
}

TEST(SourceTree, KeepsOtherLibrariesOutOfPublicHeaders) {
  const auto all = sources(kLibrary);
  const auto names_xapian = [](const Source& source) {
    return source.head.find("Xapian") != std::string::npos;
  };
  for (const auto& [path, source] : all) {
    if (!path.ends_with(".h")) continue;
    std::set<std::string> seen = {path};
    std::vector<std::string> left = {path};
    while (!left.empty()) {
      const Source& header = all.at(left.back());
      const std::string by = left.back();
      left.pop_back();
      for (const std::string& include : header.includes) {
        for (const char* library : {"unicode/", "CLI/", "spdlog/", "libstemmer", "nettle/"}) {
          EXPECT_FALSE(include.starts_with(library))
              << path << " includes " << include << " by " << by;
        }
        EXPECT_FALSE(include == "xapian.h" && !names_xapian(source))
            << path << " includes xapian.h by " << by
            << ", and does not say in its head that it names Xapian";
        if (all.contains(include) && seen.insert(include).second) left.push_back(include);
      }
    }
  }
}

TEST(SourceTree, KeepsXapianOutOfTheCorpusAndIcuInIt) {
  for (const auto& [path, source] : sources({"corpus", "tools"})) {
    for (const std::string& include : source.includes) {
      EXPECT_FALSE(include == "xapian.h") << path;
      EXPECT_FALSE(source.folder == "tools" && include.starts_with("unicode/")) << path;
    }
  }
}

TEST(SourceTree, HasALibraryThatNeitherPrintsNorExits) {
  static const std::regex forbidden(
      "std::(cout|cerr|clog)\\b|\\b(printf|fprintf|puts|fputs|abort|exit|_exit|quick_exit|syslog)"
      "\\s*\\(|"
      "fmt::print\\b|#\\s*include\\s*<iostream>");
  for (const auto& [path, source] : sources(kLibrary)) {
    const std::string code = code_of(source.text);
    std::smatch match;
    EXPECT_FALSE(std::regex_search(code, match, forbidden)) << path << ": " << match.str();
  }
}

TEST(SourceTree, NamesItsLicenceInEveryFile) {
  for (const auto& [path, source] : sources({"corpus", "indexer", "search", "tools", "tests"})) {
    EXPECT_TRUE(source.text.starts_with("// SPDX-License-Identifier: GPL-2.0-or-later\n")) << path;
  }
}

TEST(SourceTree, GuardsEveryHeaderOnceAndSaysWhatItIsFor) {
  for (const auto& [path, source] : sources({"corpus", "indexer", "search", "tools", "tests"})) {
    if (!path.ends_with(".h")) continue;
    EXPECT_NE(source.text.find("\n#pragma once\n"), std::string::npos) << path;
    EXPECT_GT(std::count(source.head.begin(), source.head.end(), '\n'), 2)
        << path << " has no head comment";
  }
}

}  // namespace
}  // namespace ibid
