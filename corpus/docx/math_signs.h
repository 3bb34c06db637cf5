// SPDX-License-Identifier: GPL-2.0-or-later
//
// The signs of a formula (OMML) that are lines and places on the page but no characters in the
// file: without them ½ would be read as 12.
#pragma once

#include <string>
#include <vector>

#include "corpus/docx/word_tags.h"
#include "corpus/xml/parse_xml.h"

namespace ibid {

class MathSigns {
 public:
  // What stands before the content of the element, and after it: "/", "^", "(" …
  std::string start(WordTag tag, WordTag parent, const XmlElement& element);
  std::string end(WordTag tag);

 private:
  struct Brackets {
    std::string begin = "(", end = ")", between = "|";
    bool has_content = false;
  };
  std::vector<Brackets> brackets_;
  std::string nary_ = "∫";
};

}  // namespace ibid
