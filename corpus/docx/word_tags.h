// SPDX-License-Identifier: GPL-2.0-or-later
//
// The elements of WordprocessingML, markup compatibility and mathematics that a reader of the text
// has to know, and values of their attributes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/xml/parse_xml.h"

namespace ibid {

enum class WordTag : std::uint8_t {
  kOther,
  // ---- containers
  kDocument,
  kBody,
  kP,
  kR,
  kHyperlink,
  kFldSimple,
  kTbl,
  kTr,
  kTc,
  kTxbxContent,
  kRuby,
  kRt,
  kRubyBase,
  kFootnote,
  kEndnote,
  kComment,
  kDel,
  kIns,
  kMoveFrom,
  kMoveTo,
  kStyle,
  // ---- in runs
  kT,
  kDelText,
  kInstrText,
  kTab,
  kPtab,
  kBr,
  kCr,
  kNoBreakHyphen,
  kSoftHyphen,
  kSym,
  kFldChar,
  kFootnoteReference,
  kEndnoteReference,
  kCommentReference,
  kAltChunk,
  // ---- properties
  kPPr,
  kRPr,
  kTblPr,
  kTrPr,
  kTcPr,
  kSectPr,
  kPStyle,
  kRStyle,
  kTblStyle,
  kTblLook,
  kNumPr,
  kNumId,
  kIlvl,
  kOutlineLvl,
  kVanish,
  kSpecVanish,
  kVertAlign,
  kTblHeader,
  kHidden,
  kVMerge,
  kCellDel,
  kFootnotePr,
  kEndnotePr,
  kNumFmt,
  kNumStart,
  kNumRestart,
  // ---- styles and numbering
  kName,
  kBasedOn,
  kTblStylePr,
  kAbstractNum,
  kNum,
  kAbstractNumId,
  kLvl,
  kStart,
  kLvlRestart,
  kIsLgl,
  kLvlText,
  kLvlOverride,
  kStartOverride,
  kNumStyleLink,
  kStyleLink,
  kRFonts,
  // ---- what holds no text, or former properties
  kNoText,
  // ---- markup compatibility
  kAlternateContent,
  kChoice,
  kFallback,
  // ---- mathematics
  kMathT,
  kMathF,
  kMathDen,
  kMathSup,
  kMathSub,
  kMathRad,
  kMathD,
  kMathE,
  kMathNaryPr,
  kMathOther,
};

WordTag word_tag(std::string_view space, std::string_view name);

// An on/off property (ST_OnOff): absent value means on.
bool is_on(const XmlElement& element);
// A number within [least, most]; nothing else.
std::optional<int> number_in(std::string_view text, int least, int most);

}  // namespace ibid
