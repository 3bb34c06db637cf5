// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/docx/fields.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostInstruction = 8192;
constexpr std::size_t kMostOpen = 100;

}  // namespace

std::string address_of_instruction(std::string_view instruction) {
  instruction = trim(instruction);
  constexpr std::string_view kName = "HYPERLINK";
  if (ascii_lower(instruction.substr(0, kName.size())) != "hyperlink") return "";
  instruction.remove_prefix(kName.size());
  // HYPERLINK [\o "tip"] "address" [\l "place"]: the first argument that no switch takes.
  while (!instruction.empty()) {
    instruction = trim(instruction);
    const bool is_switch = instruction.starts_with('\\');
    if (is_switch) {
      const std::string_view name = instruction.substr(0, 2);
      instruction = trim(instruction.substr(std::min<std::size_t>(2, instruction.size())));
      if (name == "\\n" || name == "\\m" || name == "\\h") continue;
    }
    const bool quoted = instruction.starts_with('"');
    if (quoted) instruction.remove_prefix(1);
    const std::size_t end = std::min(instruction.find(quoted ? '"' : ' '), instruction.size());
    if (!is_switch) return std::string(instruction.substr(0, end));
    instruction.remove_prefix(std::min(end + 1, instruction.size()));
  }
  return "";
}

void FieldStack::sign(std::string_view type, std::vector<std::string>& addresses) {
  if (type == "begin") {
    if (open_.size() < kMostOpen) open_.push_back({});
  } else if (open_.empty()) {
    return;
  } else if (type == "separate") {
    Field& field = open_.back();
    field.in_result = true;
    std::string address = address_of_instruction(field.instruction);
    field.instruction.clear();
    if (address.empty()) return;
    field.link = static_cast<std::uint32_t>(addresses.size());
    addresses.push_back(std::move(address));
  } else if (type == "end") {
    open_.pop_back();
  }
}

void FieldStack::add_instruction(std::string_view text) {
  if (open_.empty() || open_.back().in_result) return;
  std::string& instruction = open_.back().instruction;
  if (instruction.size() + text.size() <= kMostInstruction) instruction += text;
}

bool FieldStack::hides_text() const {
  return open_.size() > 1 && open_.back().in_result &&
         std::any_of(open_.begin(), open_.end(), [](const Field& f) { return !f.in_result; });
}

std::uint32_t FieldStack::link() const {
  for (auto field = open_.rbegin(); field != open_.rend(); ++field) {
    if (field->link != Draft::kNone) return field->link;
  }
  return Draft::kNone;
}

void FieldStack::end_paragraph() {
  const auto first =
      std::find_if(open_.begin(), open_.end(), [](const Field& field) { return !field.in_result; });
  open_.erase(first, open_.end());
}

}  // namespace ibid
