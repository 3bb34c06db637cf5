// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text of an XML file in any encoding, as UTF-8 for the parser, and the way back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/fragments/mapped_text.h"

namespace ibid {

class FeedText {
 public:
  // UTF-8 without a broken byte is UTF-8 whatever its declaration says. Lender: `bytes`. Throws
  // Error{kInput} as SourceText does.
  FeedText(std::string_view bytes, std::optional<Encoding> assumed);
  FeedText(const FeedText&) = delete;
  FeedText& operator=(const FeedText&) = delete;

  // For the parser: without white space before it; spaces replace a declaration of another
  // encoding, and for a doctype that declares nothing, so that entities of it are faults and not
  // lost without a word.
  std::string_view xml() const { return changed_.empty() ? plain_ : std::string_view(changed_); }

  // Appends text that the parser told of these bytes of xml().
  void append(MappedText& out, std::string_view text, ByteRange bytes) const;
  // Appends the markup from `begin` to the end tag of `name`, which begins at or behind `from`.
  void append_markup(MappedText& out, std::uint64_t begin, std::uint64_t from,
                     std::string_view name) const;
  std::vector<std::string> notes() const { return source_.notes(); }

 private:
  void blank(std::size_t begin, std::size_t end);

  SourceText source_;
  std::uint64_t skipped_ = 0;  // bytes of source_.text() before xml()
  std::string_view plain_;
  std::string changed_;
};

}  // namespace ibid
