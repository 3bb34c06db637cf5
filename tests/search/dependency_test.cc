// SPDX-License-Identifier: GPL-2.0-or-later
//
// The rules of the source tree that no compiler checks: who may include whom, which headers stay
// free of other libraries, and that the library neither prints nor exits.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
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

// "corpus/report/report.h" -> its source.
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

// The text without comments to the end of a line and without literals, which say what they like.
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

// True if `name` stands in `code` and is not the end of a longer name.
bool uses(const std::string& code, const std::string& name) {
  for (std::size_t at = 0; (at = code.find(name, at)) != std::string::npos; ++at) {
    const bool longer = at > 0 && (std::isalnum(static_cast<unsigned char>(code[at - 1])) != 0 ||
                                   code[at - 1] == '_');
    if (!longer) return true;
  }
  return false;
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
  for (const auto& [path, source] : sources(kLibrary)) {
    const std::string code = code_of(source.text);
    for (const char* name :
         {"std::cout", "std::cerr", "std::clog", "printf(", "fprintf(", "puts(", "fputs(", "abort(",
          "exit(", "_exit(", "quick_exit(", "syslog(", "fmt::print", "perror("}) {
      EXPECT_FALSE(uses(code, name)) << path << " uses " << name;
    }
    for (const std::string& include : source.includes) EXPECT_NE(include, "iostream") << path;
  }
}

TEST(SourceTree, IsReadWithoutCommentsAndLiterals) {
  const std::string code = code_of("f('\"', \"exit(\\\"\"); // exit(\nint n = 1'000; g();");
  EXPECT_EQ(code, "f(, ); int n = 1'000; g();");
  EXPECT_TRUE(uses("if (x) exit(1);", "exit("));
  EXPECT_FALSE(uses("at_exit(1); snprintf(b);", "exit(") || uses("snprintf(b);", "printf("));
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
