// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/docx/math_signs.h"

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// One sign, as the schema says (ST_Char).
std::string sign_of(const XmlElement& element) {
  const std::string_view value = element.value("val");
  std::size_t end = 0;
  if (!value.empty()) next_code_point(value, end);
  return std::string(value.substr(0, end));
}

}  // namespace

std::string MathSigns::start(WordTag tag, WordTag parent, const XmlElement& element) {
  switch (tag) {
    case WordTag::kMathDen:
      return "/";
    case WordTag::kMathSup:
      return "^";
    case WordTag::kMathSub:
      return "_";
    case WordTag::kMathRad:
      return "√";
    case WordTag::kMathNaryPr:
      nary_ = "∫";
      return "";
    case WordTag::kMathD:
      brackets_.emplace_back();
      return "";
    case WordTag::kMathE:
      if (parent != WordTag::kMathD || brackets_.empty()) return "";
      if (brackets_.back().has_content) return brackets_.back().between;
      brackets_.back().has_content = true;
      return brackets_.back().begin;
    case WordTag::kMathOther:
      if (element.name == "chr" && parent == WordTag::kMathNaryPr) nary_ = sign_of(element);
      if (brackets_.empty() || brackets_.back().has_content) return "";
      if (element.name == "begChr") brackets_.back().begin = sign_of(element);
      if (element.name == "endChr") brackets_.back().end = sign_of(element);
      if (element.name == "sepChr") brackets_.back().between = sign_of(element);
      return "";
    default:
      return "";
  }
}

std::string MathSigns::end(WordTag tag) {
  if (tag == WordTag::kMathNaryPr) return nary_;
  if (tag != WordTag::kMathD || brackets_.empty()) return "";
  const std::string sign = brackets_.back().has_content ? brackets_.back().end : "";
  brackets_.pop_back();
  return sign;
}

}  // namespace ibid
