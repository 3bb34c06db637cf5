// SPDX-License-Identifier: GPL-2.0-or-later
//
// The entries of a document in the termlist table: Xapian lists, replaces and deletes it by them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ibid::glass {

struct TermWdf {
  std::string_view term;  // 1 to 245 bytes
  std::uint32_t wdf = 0;  // within-document frequency
};

// The tag of key sortable(docid). `length`: the sum of all wdf. `terms`: ascending by bytes, each
// once. A document without terms has an empty tag, but must have the entry. Thread: safe.
void append_termlist(std::string& out, std::uint64_t length, std::span<const TermWdf> terms);

// The tag of key sortable(docid) + one zero byte, only for documents with values. `slots`:
// ascending, each once. Thread: safe.
void append_value_slots(std::string& out, std::span<const std::uint32_t> slots);

}  // namespace ibid::glass
