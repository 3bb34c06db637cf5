// SPDX-License-Identifier: GPL-2.0-or-later
//
// What styles.xml says of the text that has a style.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/extract/raised_number.h"
#include "corpus/extract/reader_input.h"

namespace ibid {

// With all that a style takes over from those that it is based on.
struct StyleFacts {
  enum class Role : std::uint8_t { kNone, kTitle, kQuotation, kCode, kCaption };
  Role role = Role::kNone;
  std::optional<int> outline;  // 0-8 a heading's level; 9 is text
  std::optional<bool> vanish;
  std::optional<TextHeight> height;  // of text in a character style
  std::string num_id;                // of its list; empty without one
  std::optional<int> ilvl;
  std::string list_style;      // the id of the style that num_id is in
  bool has_first_row = false;  // of a table: its first row looks another way
};

// Of a value of w:vertAlign.
TextHeight height_at(std::string_view alignment);

class Styles {
 public:
  Styles() = default;
  // `xml` is the part `part_name`. Throws Error{kInput} as parse_xml() does.
  Styles(std::string_view part_name, std::string_view xml, const ReaderLimits& limits);

  // Of an unknown id: nothing at all. Of an empty one: the default paragraph style.
  const StyleFacts& of(std::string_view id) const;
  // Nothing at all.
  static const StyleFacts& none();

 private:
  friend class StylesHandler;
  struct Style {
    std::string name, based_on;
    StyleFacts facts;  // of its own
  };
  StyleFacts resolved(const std::string& id) const;

  std::map<std::string, Style, std::less<>> styles_;
  std::map<std::string, StyleFacts, std::less<>> resolved_;
  std::string default_paragraph_;
};

}  // namespace ibid
