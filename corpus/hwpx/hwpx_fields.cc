// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwpx/hwpx_fields.h"

#include <utility>

#include "corpus/hangul/field_command.h"
#include "corpus/text/code_points.h"

namespace ibid {

void HwpxFields::begin_parameter(std::string_view name) {
  in_parameter_ = true;
  name_ = name;
  value_.clear();
}

void HwpxFields::add(std::string_view text) {
  constexpr std::size_t kMostBytes = 4096;
  if (value_.size() < kMostBytes) value_ += text;
}

void HwpxFields::end_parameter() {
  in_parameter_ = false;
  if (open_.empty()) return;
  Open& field = open_.back();
  if (name_ == "Command") field.command = value_;
  if (name_ == "Path") field.path = value_;
  if (name_ == "Direction") field.direction = value_;
}

HwpxField HwpxFields::end() {
  if (open_.empty()) return {};
  const Open ended = std::move(open_.back());
  open_.pop_back();
  HwpxField field;
  if (ended.type == "HYPERLINK") {
    field.link = link_of_command(ended.command);
    if (field.link.empty()) field.link = link_of_command(ended.path);
  } else if (ended.type == "CLICK_HERE") {
    field.guide = trim(std::string_view(ended.direction));
    if (field.guide.empty()) field.guide = guide_of_command(ended.command);
  }
  return field;
}

}  // namespace ibid
