// SPDX-License-Identifier: GPL-2.0-or-later
//
// The signs of a formula in MathML that are lines and places on the page but no characters in the
// file: without them ½ would be read as 12, and 10⁶ as 106. Source: MathML Core (W3C, 2025), 3, and
// MathML 3 (W3C, 2014), 3.3 to 3.6.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

class MathMlSigns {
 public:
  // The value of an attribute, or nothing if it is not there.
  using AttributeOf = std::function<std::string(std::string_view name, std::string_view otherwise)>;

  // Of each element from <math> on; `name`: without prefix. Returns what stands before its content:
  // "/", "^", "√", a space … `joins_digit`: a digit would stand right before it.
  std::string start(std::string_view name, bool joins_digit, const AttributeOf& attribute);
  // Of the innermost element. Returns what stands after its content.
  std::string end();

  bool inside() const { return !open_.empty(); }
  // White space that is here is none of the formula: the children are told by their number.
  bool passes_over_space() const;

 private:
  struct Open {
    std::string name;
    std::string between, after;  // of a fence
    std::size_t children = 0;
  };
  std::vector<Open> open_;
};

}  // namespace ibid
