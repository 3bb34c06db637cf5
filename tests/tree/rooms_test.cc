// SPDX-License-Identifier: GPL-2.0-or-later
//
// The rooms of the source tree: what CMake knows of each, compared with the files themselves. An
// include upwards does not compile because of the include folders of each room: these are checked,
// and tests/tree/CMakeLists.txt compiles an example.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/tree/source_files.h"

namespace ibid {
namespace {

using testing::SourceFile;

struct Room {
  std::string path;      // "search/plan"
  std::string question;  // "What is looked for?"
  std::set<std::string> named;
  std::set<std::string> libraries;  // CMake targets
  std::string include_folders;      // of its compiler, separated by spaces
};

std::set<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::set<std::string> words;
  for (std::string word; in >> word;) words.insert(word);
  return words;
}

// The rooms in their order, from the lowest up. cmake/room.cmake writes rooms.tsv.
std::vector<Room> all_rooms() {
  std::istringstream lines(testing::read_file(IBID_ROOMS_FILE));
  std::vector<Room> rooms;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    Room room;
    std::string named, libraries;
    std::getline(fields, room.path, '\t');
    std::getline(fields, room.question, '\t');
    std::getline(fields, named, '\t');
    std::getline(fields, libraries, '\t');
    std::getline(fields, room.include_folders, '\t');
    room.named = words_of(named);
    room.libraries = words_of(libraries);
    rooms.push_back(std::move(room));
  }
  return rooms;
}

// Room -> its files, by the folder that they lie in.
std::map<std::string, std::vector<const SourceFile*>> files_by_folder(
    const std::map<std::string, SourceFile>& files) {
  std::map<std::string, std::vector<const SourceFile*>> found;
  for (const auto& [path, file] : files) found[path.substr(0, path.rfind('/'))].push_back(&file);
  return found;
}

std::string link_folder(std::string room) {
  std::replace(room.begin(), room.end(), '/', '_');
  return "/rooms/" + room;
}

TEST(Rooms, AreTheFoldersOfTheSourceTree) {
  const auto files = testing::source_files({"corpus", "indexer", "search", "tools"});
  std::set<std::string> folders, rooms;
  for (const auto& [folder, inside] : files_by_folder(files)) folders.insert(folder);
  for (const Room& room : all_rooms()) rooms.insert(room.path);
  EXPECT_EQ(rooms, folders);
  EXPECT_GT(rooms.size(), 30U);
}

TEST(Rooms, SeeOnlyRoomsBelowThem) {
  const std::vector<Room> rooms = all_rooms();
  for (auto room = rooms.begin(); room != rooms.end(); ++room) {
    const std::string folders = room->include_folders + " ";
    for (auto above = room + 1; above != rooms.end(); ++above) {
      EXPECT_FALSE(room->named.contains(above->path)) << room->path << " names " << above->path;
      EXPECT_EQ(folders.find(link_folder(above->path) + " "), std::string::npos)
          << room->path << " can include headers of " << above->path;
    }
    EXPECT_NE(folders.find(link_folder(room->path) + " "), std::string::npos) << room->path;
    EXPECT_EQ(folders.find(std::string(IBID_SOURCE_DIR) + " "), std::string::npos) << room->path;
  }
}

TEST(Rooms, NameTheRoomsThatTheyInclude) {
  const auto files = testing::source_files({"corpus", "indexer", "search", "tools"});
  const auto inside = files_by_folder(files);
  for (const Room& room : all_rooms()) {
    std::set<std::string> included;
    for (const SourceFile* file : inside.at(room.path)) {
      for (const std::string& include : file->includes) {
        const std::string folder = include.substr(0, include.rfind('/'));
        if (files.contains(include) && folder != room.path) included.insert(folder);
      }
    }
    EXPECT_EQ(room.named, included) << room.path;
  }
}

TEST(Rooms, NameTheLibrariesThatTheyInclude) {
  const std::map<std::string, std::string> libraries = {
      {"xapian.h", "Xapian::xapian"},
      {"unicode/", "ICU::uc"},
      {"md4c.h", "PkgConfig::MD4C"},
      {"zip.h", "PkgConfig::LIBZIP"},
      {"expat.h", "PkgConfig::EXPAT"},
      {"nettle/", "PkgConfig::NETTLE"},
      {"libdeflate.h", "PkgConfig::LIBDEFLATE"},
      {"zstd", "PkgConfig::LIBZSTD"},
      {"zlib.h", "ZLIB::ZLIB"},
      {"libstemmer.h", "Stemmer::stemmer"},
      {"CLI/", "CLI11::CLI11"},
      {"spdlog/", "spdlog::spdlog_header_only"},
      {"nlohmann/", "nlohmann_json::nlohmann_json"},
      {"toml++/", "tomlplusplus::tomlplusplus"},
      {"corpus/word_lists/", "ibid_corpus_word_lists"},
      {"indexer/word_lists/", "ibid_indexer_word_lists"},
      {"search/word_lists/", "ibid_search_word_lists"},
  };
  const auto files = testing::source_files({"corpus", "indexer", "search", "tools"});
  const auto inside = files_by_folder(files);
  for (const Room& room : all_rooms()) {
    for (const SourceFile* file : inside.at(room.path)) {
      for (const std::string& include : file->includes) {
        for (const auto& [prefix, library] : libraries) {
          if (include.starts_with(prefix)) {
            EXPECT_TRUE(room.libraries.contains(library))
                << file->path << " includes " << include << ", and " << room.path
                << " does not name " << library;
          }
        }
      }
    }
  }
}

TEST(Rooms, KeepOtherLibrariesWhereTheyBelong) {
  for (const Room& room : all_rooms()) {
    const bool names_xapian = room.libraries.contains("Xapian::xapian");
    const std::string top = room.path.substr(0, room.path.find('/'));
    if (top == "corpus" || top == "tools") {
      EXPECT_FALSE(names_xapian) << room.path;
    }
    if (top == "tools") {
      EXPECT_FALSE(room.libraries.contains("ICU::uc")) << room.path;
    }
    if (top != "tools") {
      EXPECT_FALSE(room.libraries.contains("CLI11::CLI11")) << room.path;
      EXPECT_FALSE(room.libraries.contains("spdlog::spdlog_header_only")) << room.path;
    }
  }
}

// ICU has versioned names, and CLI11 and JSON are slow to compile: our headers must not bring them
// in.
TEST(Rooms, HaveHeadersWithoutThoseOfSlowLibraries) {
  for (const auto& [path, file] : testing::source_files({"corpus", "indexer", "search"})) {
    if (!path.ends_with(".h")) continue;
    for (const std::string& include : file.includes) {
      for (const char* library : {"unicode/", "CLI/", "spdlog/", "libstemmer", "nettle/"}) {
        EXPECT_FALSE(include.starts_with(library)) << path << " includes " << include;
      }
    }
  }
}

TEST(Rooms, AnswerOneQuestionEachInFewFiles) {
  const auto files = testing::source_files({"corpus", "indexer", "search", "tools"});
  const auto inside = files_by_folder(files);
  const std::string architecture =
      testing::read_file(std::string(IBID_SOURCE_DIR) + "/docs/architecture.md");
  std::set<std::string> questions;
  for (const Room& room : all_rooms()) {
    EXPECT_TRUE(room.question.ends_with("?")) << room.path << ": " << room.question;
    EXPECT_TRUE(questions.insert(room.question).second) << room.path << " asks the same question";
    EXPECT_LE(inside.at(room.path).size(), 28U) << room.path;
    EXPECT_NE(architecture.find(room.question), std::string::npos)
        << "docs/architecture.md lacks the question of " << room.path << ": " << room.question;
  }
}

}  // namespace
}  // namespace ibid
