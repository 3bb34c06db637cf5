// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON (RFC 8259), strictly, one value at a time, with the place of each. Own code: simdjson 3.0
// wants a copy with room behind it, refuses a byte-order mark and ends at 4 GB, and its strings
// would have to be read side by side with their escapes all the same to keep the way back.
//
// Not UTF-8 is not its business: SourceText has seen to that. Time is linear in the text, memory in
// the depth.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

struct JsonValue {
  enum class Kind : std::uint8_t { kObject, kArray, kString, kNumber, kBool, kNull };
  Kind kind = Kind::kNull;
  ByteRange raw;  // of the text, with its quotes or brackets
};

class JsonScanner {
 public:
  // Lender: `text`. Brackets in brackets: `most_depth` at most.
  JsonScanner(std::string_view text, std::uint32_t most_depth)
      : text_(text), most_depth_(most_depth) {}

  void skip_space(std::size_t& at) const;
  // The value at `at`, behind white space; moves `at` past it. False: see fault().
  bool value(std::size_t& at, JsonValue& value);
  // The same for an object or array at `at`, member by member. The callback returns false to end
  // the walk, which is not a fault: then `at` is behind the member.
  using TakeMember = std::function<bool(ByteRange name, const JsonValue& value)>;
  bool object(std::size_t& at, const TakeMember& take);
  using TakeElement = std::function<bool(const JsonValue& value)>;
  bool array(std::size_t& at, const TakeElement& take);

  // Of the last false: what was found, and where in the text.
  const std::string& fault() const { return fault_; }
  std::size_t fault_at() const { return fault_at_; }

 private:
  bool fail(std::size_t at, std::string_view what);
  bool string(std::size_t& at);
  bool escape(std::size_t& at);
  bool number(std::size_t& at);
  bool word(std::size_t& at, JsonValue& value);
  bool scalar(std::size_t& at, JsonValue& value);
  bool name_and_colon(std::size_t& at, ByteRange& name);
  bool behind_value(std::size_t& at);
  char next(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  std::string_view text_;
  std::uint32_t most_depth_;
  std::vector<char> open_;  // brackets, within value()
  std::string fault_;
  std::size_t fault_at_ = 0;
};

}  // namespace ibid
