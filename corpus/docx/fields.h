// SPDX-License-Identifier: GPL-2.0-or-later
//
// Fields: an instruction that is not text ("HYPERLINK …", "PAGE"), then the result that is. Simple
// ones are one element, complex ones are three signs in runs, over paragraphs if need be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/office/draft.h"

namespace ibid {

// The address of an instruction HYPERLINK; empty for others.
std::string address_of_instruction(std::string_view instruction);

class FieldStack {
 public:
  // `type` is a w:fldCharType. `addresses` gets that of a link.
  void sign(std::string_view type, std::vector<std::string>& addresses);
  void add_instruction(std::string_view text);
  // Text here is the result of a field within the instruction of another one.
  bool hides_text() const;
  // Of what stands here; Draft::kNone without one.
  std::uint32_t link() const;
  // An instruction that has not ended with its paragraph never will: text goes on.
  void end_paragraph();

 private:
  struct Field {
    bool in_result = false;
    std::string instruction;
    std::uint32_t link = Draft::kNone;
  };
  std::vector<Field> open_;
};

}  // namespace ibid
