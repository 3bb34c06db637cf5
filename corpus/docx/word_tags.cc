// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/docx/word_tags.h"

#include <charconv>
#include <unordered_map>

namespace ibid {
namespace {

using Table = std::unordered_map<std::string_view, WordTag>;
using enum WordTag;

// ECMA-376 part 1, transitional and strict.
constexpr std::string_view kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view kStrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view kMath = "http://schemas.openxmlformats.org/officeDocument/2006/math";
constexpr std::string_view kStrictMath = "http://purl.oclc.org/ooxml/officeDocument/math";
constexpr std::string_view kCompatibility =
    "http://schemas.openxmlformats.org/markup-compatibility/2006";

const Table& word_table() {
  static const Table table = {{"document", kDocument},
                              {"body", kBody},
                              {"p", kP},
                              {"r", kR},
                              {"hyperlink", kHyperlink},
                              {"fldSimple", kFldSimple},
                              {"tbl", kTbl},
                              {"tr", kTr},
                              {"tc", kTc},
                              {"txbxContent", kTxbxContent},
                              {"ruby", kRuby},
                              {"rt", kRt},
                              {"rubyBase", kRubyBase},
                              {"footnote", kFootnote},
                              {"endnote", kEndnote},
                              {"comment", kComment},
                              {"del", kDel},
                              {"ins", kIns},
                              {"moveFrom", kMoveFrom},
                              {"moveTo", kMoveTo},
                              {"style", kStyle},
                              {"t", kT},
                              {"delText", kDelText},
                              {"instrText", kInstrText},
                              {"delInstrText", kInstrText},
                              {"tab", kTab},
                              {"ptab", kPtab},
                              {"br", kBr},
                              {"cr", kCr},
                              {"noBreakHyphen", kNoBreakHyphen},
                              {"softHyphen", kSoftHyphen},
                              {"sym", kSym},
                              {"fldChar", kFldChar},
                              {"footnoteReference", kFootnoteReference},
                              {"endnoteReference", kEndnoteReference},
                              {"commentReference", kCommentReference},
                              {"altChunk", kAltChunk},
                              {"pPr", kPPr},
                              {"rPr", kRPr},
                              {"tblPr", kTblPr},
                              {"trPr", kTrPr},
                              {"tcPr", kTcPr},
                              {"sectPr", kSectPr},
                              {"pStyle", kPStyle},
                              {"rStyle", kRStyle},
                              {"tblStyle", kTblStyle},
                              {"tblLook", kTblLook},
                              {"numPr", kNumPr},
                              {"numId", kNumId},
                              {"ilvl", kIlvl},
                              {"outlineLvl", kOutlineLvl},
                              {"vanish", kVanish},
                              {"specVanish", kSpecVanish},
                              {"vertAlign", kVertAlign},
                              {"tblHeader", kTblHeader},
                              {"hidden", kHidden},
                              {"vMerge", kVMerge},
                              {"cellDel", kCellDel},
                              {"footnotePr", kFootnotePr},
                              {"endnotePr", kEndnotePr},
                              {"numFmt", kNumFmt},
                              {"numStart", kNumStart},
                              {"numRestart", kNumRestart},
                              {"name", kName},
                              {"basedOn", kBasedOn},
                              {"tblStylePr", kTblStylePr},
                              {"abstractNum", kAbstractNum},
                              {"num", kNum},
                              {"abstractNumId", kAbstractNumId},
                              {"lvl", kLvl},
                              {"start", kStart},
                              {"lvlRestart", kLvlRestart},
                              {"isLgl", kIsLgl},
                              {"lvlText", kLvlText},
                              {"lvlOverride", kLvlOverride},
                              {"startOverride", kStartOverride},
                              {"numStyleLink", kNumStyleLink},
                              {"styleLink", kStyleLink},
                              {"rFonts", kRFonts},
                              {"pPrChange", kNoText},
                              {"rPrChange", kNoText},
                              {"sectPrChange", kNoText},
                              {"tblPrChange", kNoText},
                              {"trPrChange", kNoText},
                              {"tcPrChange", kNoText},
                              {"tblPrExChange", kNoText},
                              {"tblGridChange", kNoText},
                              {"tblGrid", kNoText},
                              {"sdtPr", kNoText},
                              {"sdtEndPr", kNoText},
                              {"smartTagPr", kNoText},
                              {"customXmlPr", kNoText},
                              {"ffData", kNoText},
                              {"rubyPr", kNoText},
                              {"tabs", kNoText}};
  return table;
}

const Table& math_table() {
  static const Table table = {{"t", kMathT},     {"f", kMathF},     {"den", kMathDen},
                              {"sup", kMathSup}, {"sub", kMathSub}, {"rad", kMathRad},
                              {"d", kMathD},     {"e", kMathE},     {"naryPr", kMathNaryPr}};
  return table;
}

WordTag find(const Table& table, std::string_view name, WordTag other) {
  const auto found = table.find(name);
  return found == table.end() ? other : found->second;
}

}  // namespace

WordTag word_tag(std::string_view space, std::string_view name) {
  if (space == kWord || space == kStrictWord) return find(word_table(), name, kOther);
  if (space == kMath || space == kStrictMath) return find(math_table(), name, kMathOther);
  if (space == kCompatibility) {
    if (name == "AlternateContent") return kAlternateContent;
    if (name == "Choice") return kChoice;
    if (name == "Fallback") return kFallback;
  }
  return kOther;
}

bool is_on(const XmlElement& element) {
  const std::string_view value = element.value("val");
  return value != "0" && value != "false" && value != "off";
}

std::optional<int> number_in(std::string_view text, int least, int most) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || at != end || number < least || number > most) return std::nullopt;
  return number;
}

}  // namespace ibid
