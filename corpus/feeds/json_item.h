// SPDX-License-Identifier: GPL-2.0-or-later
//
// An object of a JSON file as an entry of a feed: which of its members is what.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/feeds/feed_entry.h"
#include "corpus/feeds/json_scan.h"
#include "corpus/feeds/json_string.h"

namespace ibid {

// The members of one object, by name. Of two with one name the last counts, as in most programs.
class JsonObject {
 public:
  static constexpr std::size_t kMostMembers = 100'000;

  // Reads the object at `at` and moves `at` past it. False: the scanner's fault() says why.
  bool read(const SourceText& source, JsonScanner& scanner, std::size_t& at);

  // By name, else by the way through objects and lists: "meta.date", "authors.0.name". Null is
  // nothing.
  std::optional<JsonValue> find(std::string_view path) const;
  // In the order of the file, at most `most`.
  std::vector<std::string> names(std::size_t most) const;
  // Names that stand there twice; the first few.
  const std::vector<std::string>& doubled() const { return doubled_; }
  bool too_many() const { return too_many_; }

 private:
  struct Member {
    std::string name;
    JsonValue value;
  };

  const Member* member(std::string_view name) const;
  void sort_members();

  const SourceText* source_ = nullptr;
  std::vector<Member> members_;  // ascending by name, each once
  std::vector<std::string> doubled_;
  bool too_many_ = false;
};

// The list of entries that `object` holds, by the mapping or the usual names.
std::optional<JsonValue> list_in(const JsonObject& object, const FieldMapping& mapping);

// The entry that `object` is. `feed`: what its feed says of all of them.
FeedEntry entry_of(const JsonObject& object, const SourceText& source, const FieldMapping& mapping,
                   const std::vector<ExtractedField>& feed);

// What the object that holds the list says of all entries.
std::vector<ExtractedField> feed_fields(const JsonObject& object, const SourceText& source);

}  // namespace ibid
