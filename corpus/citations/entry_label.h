// SPDX-License-Identifier: GPL-2.0-or-later
//
// The number or label that begins an entry of a source list and that marks cite it by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ibid {

struct EntryLabel {
  enum class Kind : std::uint8_t {
    kNone,
    kNumber,      // "1.", "1)", "(1)", "[1]", "［1］", "【1】", "①", "¹", "주1)"
    kFootnote,    // "[^kea]:" of Markdown
    kDefinition,  // "[1]: https://…", "[reuters]: <https://…>" of Markdown
  };
  Kind kind = Kind::kNone;
  std::string label;     // "1", "^kea", "reuters"
  std::size_t size = 0;  // bytes of the line up to what follows the label
  explicit operator bool() const { return kind != Kind::kNone; }
};

// Reads the label at the start of `line`. A number has at most three digits.
EntryLabel read_entry_label(std::string_view line);

// "1", "12" of a label of digits; nothing for any other.
std::optional<std::uint32_t> label_number(std::string_view label);

// The value of a raised digit ("¹" is 1), else nothing.
std::optional<std::uint32_t> raised_digit(char32_t c);

}  // namespace ibid
