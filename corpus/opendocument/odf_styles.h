// SPDX-License-Identifier: GPL-2.0-or-later
//
// What styles say of the text that has them: hidden or not, which kind, which label in a list.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/raised_number.h"
#include "corpus/extract/reader_input.h"
#include "corpus/xml/parse_xml.h"

namespace ibid {

inline constexpr std::size_t kOdfListLevels = 10;

struct OdfListLevel {
  bool is_bullet = false;
  std::string format;  // "1", "a", "가, 나, 다, ..."; empty: no number
  std::string prefix, suffix, bullet, bullet_font;
  std::string list_format;  // LibreOffice's "%1%.%2%)", instead of all these; empty without one
  int shown_levels = 1;     // of the number: 2 is "1.1"
  int start = 1;
  bool letters_repeat = false;  // aa, bb; else aa, ab
};
using OdfListStyle = std::array<OdfListLevel, kOdfListLevels>;

class OdfStyles {
 public:
  // Adds what the part says; content.xml after styles.xml.
  void add(std::string_view part_name, std::string_view xml, const ReaderLimits& limits);

  // `family` is "text", "paragraph", "section", …
  bool is_hidden(std::string_view family, std::string_view name) const;
  // Where text of the style stands (text-position); nothing if the style leaves it as it is around
  // it.
  std::optional<TextHeight> height(std::string_view text_style) const;
  // True for the style named "Title" and those that are based on it.
  bool is_title(std::string_view paragraph_style) const;
  // kParagraph, kQuotation, kCode or kCaption.
  ExtractedBlock::Kind kind(std::string_view paragraph_style) const;
  // Of the paragraph's style; empty without one.
  std::string_view list_style_of(std::string_view paragraph_style) const;
  // nullptr without one.
  const OdfListStyle* list(std::string_view name) const;
  const OdfListStyle& outline() const { return outline_; }

 private:
  friend class OdfStylesHandler;
  struct Style {
    std::string parent;
    std::optional<bool> hidden;
    std::optional<TextHeight> height;
    std::string list;
  };
  using Key = std::pair<std::string, std::string>;  // family, name
  // Calls `each` with names and styles from `name` upwards until it returns true.
  template <typename Each>
  void climb(std::string_view family, std::string_view name, Each each) const;

  std::map<Key, Style> styles_;
  std::map<std::string, OdfListStyle, std::less<>> lists_;
  OdfListStyle outline_;
};

}  // namespace ibid
