// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON lines -> one JSON document, by one rule: a line of a type that comes once is a member of the
// document, lines of types that come any number of times are the elements of an array, all in their
// order. The objects stay as they are, byte for byte; nothing is parsed but the type of each line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

// Which line goes where; in the order of the lines.
struct DocumentPart {
  enum class Many : bool { kNo, kYes };
  std::string_view member;
  Many many = Many::kNo;
  // Types of its lines; empty: all that have no other place.
  std::vector<std::string_view> types;
};
using DocumentShape = std::vector<DocumentPart>;  // borrowed texts outlive it

// Writes a document as its lines come.
class JsonDocument {
 public:
  // `shape`: lent for the object's life.
  explicit JsonDocument(const DocumentShape& shape) : shape_(shape) {}

  // `lines`: whole lines, each a JSON object. Appends the next part of the document to `out`.
  void add(std::string_view lines, std::string& out);
  // Arrays without elements are there, too; single members only if their line came.
  void finish(std::string& out);

 private:
  std::size_t part_of(std::string_view line) const;
  void go_to(std::size_t part, std::string& out);
  void begin_member(const DocumentPart& part, std::string& out);

  const DocumentShape& shape_;
  std::size_t part_ = 0;  // where the last line went
  bool open_ = false;     // an array of that part
  bool any_element_ = false;
  bool any_member_ = false;
};

std::string json_document(const DocumentShape& shape, std::string_view lines);

}  // namespace ibid
