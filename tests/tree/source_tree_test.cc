// SPDX-License-Identifier: GPL-2.0-or-later
//
// Rules of the source tree that no compiler checks: the library neither prints nor exits, each file
// names its licence, each header says what it is for.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/tree/source_files.h"

namespace ibid {
namespace {

TEST(SourceTree, HasALibraryThatNeitherPrintsNorExits) {
  for (const auto& [path, source] : testing::source_files({"corpus", "indexer", "search"})) {
    const std::string code = testing::code_of(source.text);
    for (const char* name :
         {"std::cout", "std::cerr", "std::clog", "printf(", "fprintf(", "puts(", "fputs(", "abort(",
          "exit(", "_exit(", "quick_exit(", "syslog(", "fmt::print", "perror("}) {
      EXPECT_FALSE(testing::uses(code, name)) << path << " uses " << name;
    }
    for (const std::string& include : source.includes) EXPECT_NE(include, "iostream") << path;
  }
}

TEST(SourceTree, IsReadWithoutCommentsAndLiterals) {
  const std::string code =
      testing::code_of("f('\"', \"exit(\\\"\"); // exit(\nint n = 1'000; g();");
  EXPECT_EQ(code, "f(, ); int n = 1'000; g();");
  EXPECT_TRUE(testing::uses("if (x) exit(1);", "exit("));
  EXPECT_FALSE(testing::uses("at_exit(1); snprintf(b);", "exit(") ||
               testing::uses("snprintf(b);", "printf("));
}

TEST(SourceTree, NamesItsLicenceInEveryFile) {
  for (const auto& [path, source] :
       testing::source_files({"corpus", "indexer", "search", "tools", "tests"})) {
    EXPECT_TRUE(source.text.starts_with("// SPDX-License-Identifier: GPL-2.0-or-later\n")) << path;
  }
}

TEST(SourceTree, GuardsEveryHeaderOnceAndSaysWhatItIsFor) {
  for (const auto& [path, source] :
       testing::source_files({"corpus", "indexer", "search", "tools", "tests"})) {
    if (!path.ends_with(".h")) continue;
    EXPECT_NE(source.text.find("\n#pragma once\n"), std::string::npos) << path;
    EXPECT_GT(std::count(source.head.begin(), source.head.end(), '\n'), 2)
        << path << " has no head comment";
  }
}

}  // namespace
}  // namespace ibid
