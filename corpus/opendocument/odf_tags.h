// SPDX-License-Identifier: GPL-2.0-or-later
//
// The elements of OpenDocument (ODF 1.3 part 3) that a reader of the text has to know.
#pragma once

#include <cstdint>
#include <string_view>

namespace ibid {

enum class OdfTag : std::uint8_t {
  kOther,
  kOfficeText,
  kParagraph,
  kHeading,
  kSpan,
  kLink,
  kSpaces,
  kTab,
  kLineBreak,
  kNote,
  kNoteCitation,
  kNoteBody,
  kAnnotation,
  kRubyText,
  kHiddenText,
  kHiddenParagraph,
  kSection,
  kChangedRegion,
  kDeletion,
  kChange,
  kList,
  kListItem,
  kListHeader,
  kTable,
  kHeaderRows,
  kRow,
  kCell,
  kCoveredCell,
  kShape,    // holds paragraphs of its own
  kFormula,  // an object that is in another part
  kNoText,   // names, templates, descriptions
};

inline constexpr std::string_view kMathMl = "http://www.w3.org/1998/Math/MathML";

OdfTag odf_tag(std::string_view space, std::string_view name);

}  // namespace ibid
