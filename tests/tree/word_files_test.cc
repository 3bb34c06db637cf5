// SPDX-License-Identifier: GPL-2.0-or-later
//
// The properties of word lists that CMake does not check. It checks whenever it configures that
// their lines are well-formed and no entry occurs twice (cmake/word_table.cmake).
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace ibid {
namespace {

constexpr const char* kFolders[] = {"corpus", "indexer", "search"};

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct WordFile {
  std::string head;                            // the comment it begins with
  std::vector<std::vector<std::string>> rows;  // the cells of each entry
};

WordFile parse(const std::string& text) {
  WordFile file;
  std::istringstream lines(text);
  bool in_head = true;
  for (std::string line; std::getline(lines, line);) {
    in_head = in_head && line.starts_with('#');
    if (in_head) file.head += line + "\n";
    if (line.empty() || line.starts_with('#')) continue;
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    file.rows.push_back(cells);
  }
  return file;
}

// "corpus/word_lists/months" -> the list.
std::map<std::string, WordFile> word_files() {
  std::map<std::string, WordFile> files;
  const fs::path root = IBID_SOURCE_DIR;
  for (const char* folder : kFolders) {
    if (!fs::exists(root / folder / "word_lists")) continue;
    for (const auto& entry : fs::directory_iterator(root / folder / "word_lists")) {
      if (entry.path().filename() == "CMakeLists.txt") continue;
      EXPECT_EQ(entry.path().extension(), ".txt") << entry.path();
      files[std::string(folder) + "/word_lists/" + entry.path().stem().string()] =
          parse(read_all(entry.path()));
    }
  }
  return files;
}

// Characters that look like nothing, or like a space but are not the one on the keyboard.
bool is_unseen(UChar32 c) {
  const int type = u_charType(c);
  return (c != ' ' && u_isUWhiteSpace(c)) || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR ||
         type == U_UNASSIGNED;
}

TEST(WordFiles, AreInTheFormThatTextsAreBroughtTo) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  ASSERT_TRUE(U_SUCCESS(status));
  const auto files = word_files();
  ASSERT_GE(files.size(), 4U);
  for (const auto& [name, file] : files) {
    EXPECT_FALSE(file.rows.empty()) << name;
    std::set<std::string> seen;
    for (const auto& row : file.rows) {
      EXPECT_TRUE(seen.insert(row[0]).second) << name << ": " << row[0] << " occurs twice";
      for (const std::string& cell : row) {
        const icu::UnicodeString text = icu::UnicodeString::fromUTF8(cell);
        EXPECT_TRUE(nfc->isNormalized(text, status)) << name << ": " << cell << " is not NFC";
        EXPECT_FALSE(text.isEmpty()) << name << ": " << row[0];
        EXPECT_FALSE(cell.starts_with(' ') || cell.ends_with(' ')) << name << ": " << cell;
        for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
          EXPECT_FALSE(is_unseen(text.char32At(at))) << name << ": " << cell << " at " << at;
        }
      }
    }
  }
}

TEST(WordFiles, SayInBothLanguagesWhatTheyAreFor) {
  for (const auto& [name, file] : word_files()) {
    const icu::UnicodeString head = icu::UnicodeString::fromUTF8(file.head);
    std::int32_t latin = 0, hangul = 0;
    for (std::int32_t at = 0; at < head.length(); at = head.moveIndex32(at, 1)) {
      const UChar32 c = head.char32At(at);
      latin += c < 0x80 && u_isalpha(c) != 0 ? 1 : 0;
      hangul += c >= 0xAC00 && c <= 0xD7A3 ? 1 : 0;
    }
    constexpr std::int32_t kFewest = 20;  // letters: a short sentence
    EXPECT_GE(latin, kFewest) << name;
    EXPECT_GE(hangul, kFewest) << name;
  }
}

// A list that is not included has no effect; a list included twice is two lists to the compiler.
TEST(WordFiles, AreEachIncludedAtOnePlace) {
  std::map<std::string, int> included;
  const fs::path root = IBID_SOURCE_DIR;
  for (const char* folder : kFolders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cc" && extension != ".h") continue;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("#include \"") || !line.ends_with(".inc\"")) continue;
        ++included[line.substr(10, line.size() - 15)];
      }
    }
  }
  for (const auto& [name, file] : word_files()) {
    EXPECT_EQ(included[name], 1) << name << ".inc: number of includes";
  }
}

}  // namespace
}  // namespace ibid
