// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwpx/element_names.h"

#include <unordered_map>

namespace ibid {
namespace {

const std::unordered_map<std::string_view, HwpxName>& names() {
  static const std::unordered_map<std::string_view, HwpxName> kNames = {
      {"p", HwpxName::kParagraph},
      {"t", HwpxName::kText},
      {"tab", HwpxName::kTab},
      {"lineBreak", HwpxName::kLineBreak},
      {"hyphen", HwpxName::kHyphen},
      {"nbSpace", HwpxName::kNoBreakSpace},
      {"fwSpace", HwpxName::kFixedWidthSpace},
      {"deleteBegin", HwpxName::kDeleteBegin},
      {"deleteEnd", HwpxName::kDeleteEnd},
      {"secPr", HwpxName::kSection},
      {"footNotePr", HwpxName::kFootnotes},
      {"endNotePr", HwpxName::kEndnotes},
      {"footNote", HwpxName::kFootnote},
      {"endNote", HwpxName::kEndnote},
      {"autoNum", HwpxName::kAutoNumber},
      {"autoNumFormat", HwpxName::kAutoNumberLook},
      {"header", HwpxName::kPageFrame},
      {"footer", HwpxName::kPageFrame},
      {"hiddenComment", HwpxName::kHiddenComment},
      {"tbl", HwpxName::kTable},
      {"tc", HwpxName::kCell},
      {"cellAddr", HwpxName::kCellAddress},
      {"subList", HwpxName::kList},
      {"caption", HwpxName::kCaption},
      {"drawText", HwpxName::kDrawText},
      {"rect", HwpxName::kShape},
      {"ellipse", HwpxName::kShape},
      {"arc", HwpxName::kShape},
      {"polygon", HwpxName::kShape},
      {"curve", HwpxName::kShape},
      {"line", HwpxName::kShape},
      {"connectLine", HwpxName::kShape},
      {"pic", HwpxName::kShape},
      {"ole", HwpxName::kShape},
      {"container", HwpxName::kShape},
      {"equation", HwpxName::kShape},
      {"video", HwpxName::kShape},
      {"chart", HwpxName::kShape},
      {"textart", HwpxName::kTextArt},
      {"script", HwpxName::kScript},
      {"compose", HwpxName::kCompose},
      {"mainText", HwpxName::kMainText},
      {"fieldBegin", HwpxName::kFieldBegin},
      {"fieldEnd", HwpxName::kFieldEnd},
      {"stringParam", HwpxName::kParameter},
      {"switch", HwpxName::kSwitch},
      {"case", HwpxName::kCase},
      {"default", HwpxName::kDefault}};
  return kNames;
}

}  // namespace

HwpxName hwpx_name(std::string_view local_name) {
  const auto name = names().find(local_name);
  return name == names().end() ? HwpxName::kOther : name->second;
}

}  // namespace ibid
