// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the begin of a field in HWPX says, in parameters below it. A memo in a field may hold
// fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibid {

struct HwpxField {
  std::string link;   // http or https
  std::string guide;  // see HangulParagraph::Event
};

class HwpxFields {
 public:
  // `type` as the file has it: "HYPERLINK".
  void begin(std::string_view type) { open_.push_back({std::string(type), {}, {}, {}}); }
  void begin_parameter(std::string_view name);
  bool in_parameter() const { return in_parameter_; }
  // Text of the parameter that is open.
  void add(std::string_view text);
  void end_parameter();
  // Of the field that began last.
  HwpxField end();

 private:
  struct Open {
    std::string type, command, path, direction;
  };
  std::vector<Open> open_;
  bool in_parameter_ = false;
  std::string name_, value_;
};

}  // namespace ibid
