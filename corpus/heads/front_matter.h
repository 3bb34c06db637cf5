// SPDX-License-Identifier: GPL-2.0-or-later
//
// The YAML head of a document, between two lines "---": the few shapes that title, date and names
// come in, not all of YAML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

struct FrontMatterField {
  std::string key;                  // in small letters
  std::vector<std::string> values;  // of a list several; without quotes and comments, none empty
  ByteRange line;                   // the line of the key
};

struct FrontMatter {
  std::vector<FrontMatterField> fields;  // of the outermost level, in file order
  std::vector<ByteRange> lines;          // those with text between the two marks
  std::size_t end = 0;                   // where the document goes on; 0: it has no such head
};

// Reads the head of `text`, which begins with it. A list of mappings ("- name: A") gives the names.
// Text between two rules that has any line of another shape is no front matter.
FrontMatter read_front_matter(std::string_view text);

}  // namespace ibid
