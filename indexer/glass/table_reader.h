// SPDX-License-Identifier: GPL-2.0-or-later
//
// Looks up entries of one table of a database, as one state of the database has them. Nothing in
// the file is trusted: invalid bytes are Error{kIndex}, never a read outside a block.
#pragma once

#include <array>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/file_descriptor.h"
#include "indexer/glass/format.h"
#include "indexer/glass/version_file.h"

namespace ibid::glass {

// Thrown when a writer has reused a block of the state being read for a later state.
class LaterState : public std::exception {
 public:
  const char* what() const noexcept override { return "the index has changed"; }
};

// An entry of a table. It holds a copy of the entry's block, so that no writer changes it.
class TableCursor {
 public:
  // For a cursor that reads much of a table once: nobody else will want the leaves that it reads,
  // so the reader does not keep them.
  void reads_once() { reads_once_ = true; }

  // Lender of both: this object, until a reader moves it.
  std::string_view key() const { return key_; }
  std::string_view tag() const { return tag_; }
  // True if the tag is a raw deflate stream.
  bool deflated() const { return deflated_; }

 private:
  friend class TableReader;
  struct Step {
    std::uint32_t block = 0;
    std::size_t item = 0;  // of its directory
  };
  std::array<Step, kMaxLevels> path_;  // by level; [0]: the leaf
  std::shared_ptr<const char[]> leaf_;
  bool reads_once_ = false;
  std::shared_ptr<char[]> own_leaf_;  // if reads_once_; read into again
  std::string key_;
  std::string_view tag_;
  bool deflated_ = false;
  std::string joined_;  // the tag, if it is split
};

// Keeps all branches that it reads, 8 KB for each 1.5 MB of the table, and up to 2,048 leaves of 8
// KB. Thread: one object, one thread. All may throw Error{kSystem}, Error{kIndex} and LaterState.
class TableReader {
 public:
  // `root`, `revision`: of the state. Without a tree nothing is found, whether or not there is a
  // file.
  TableReader(std::string path, const TableRoot& root, std::uint32_t revision);

  // Goes to the entry with the greatest key that is not above `key`. False: there is none.
  bool find(std::string_view key, TableCursor& cursor);
  // Goes from an entry to the next one. False: it was the last.
  bool next(TableCursor& cursor);

 private:
  struct Item;

  void descend(std::string_view key, TableCursor& cursor);
  bool move_leaf(TableCursor& cursor, bool forward);
  void edge(TableCursor& cursor, std::uint32_t level, bool first);
  bool step_back(TableCursor& cursor);
  bool step(TableCursor& cursor);
  void read_entry(TableCursor& cursor);

  const char* branch(std::uint32_t number, std::uint32_t level);
  void read_leaf(std::uint32_t number, TableCursor& cursor);
  std::shared_ptr<char[]> new_block() const;
  void read(std::uint32_t number, std::uint32_t level, char* out);
  std::size_t items(const char* block) const;
  Item item_at(const char* block, std::size_t number, std::uint32_t level) const;
  std::string_view key_at(const char* block, std::size_t number, std::uint32_t level) const;
  std::optional<std::size_t> last_not_above(const char* block, std::uint32_t level,
                                            std::string_view key) const;
  [[noreturn]] void fail_damaged() const;

  std::string path_;
  TableRoot root_;
  std::uint32_t revision_;
  std::optional<FileDescriptor> file_;
  struct Leaf {
    std::uint32_t number = 0;
    bool holds_block = false;
    std::shared_ptr<char[]> bytes;
  };
  static constexpr std::size_t kLeaves = 2048;
  std::unordered_map<std::uint32_t, std::unique_ptr<char[]>> branches_;  // by number
  // By number modulo kLeaves: the last one read of those that share it.
  std::vector<Leaf> leaves_ = std::vector<Leaf>(kLeaves);
};

}  // namespace ibid::glass
