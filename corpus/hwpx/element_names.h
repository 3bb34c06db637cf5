// SPDX-License-Identifier: GPL-2.0-or-later
//
// The elements of HWPX sections that hold text or say where it belongs.
#pragma once

#include <string_view>

namespace ibid {

enum class HwpxName {
  kOther,  // containers, and what says how things look
  kParagraph,
  kText,
  kTab,
  kLineBreak,
  kHyphen,
  kNoBreakSpace,
  kFixedWidthSpace,
  kDeleteBegin,
  kDeleteEnd,
  kSection,
  kFootnotes,
  kEndnotes,
  kFootnote,
  kEndnote,
  kAutoNumber,
  kAutoNumberLook,
  kPageFrame,
  kHiddenComment,
  kTable,
  kCell,
  kCellAddress,
  kList,
  kCaption,
  kDrawText,
  kShape,
  kTextArt,
  kScript,
  kCompose,
  kMainText,
  kFieldBegin,
  kFieldEnd,
  kParameter,
  kSwitch,
  kCase,
  kDefault,
};

// By the name without its prefix.
HwpxName hwpx_name(std::string_view local_name);

}  // namespace ibid
