// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/mathml_signs.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// What stands before the second child of an element, and before those behind it.
struct Layout {
  std::string_view name, second, further;
  // A sign above or below a letter (x̄) is a part of it, and takes no sign of its own.
  bool may_be_accent = false;
};

constexpr std::array kLayouts = std::to_array<Layout>({
    {"mfrac", "/", ""},
    {"msup", "^", ""},
    {"msub", "_", ""},
    {"msubsup", "_", "^"},
    {"mover", "^", "", true},
    {"munder", "_", "", true},
    {"munderover", "_", "^"},
    {"mroot", "^1/", ""},
    {"mmultiscripts", " ", " "},
    {"mtable", "; ", "; "},
    {"mtr", " ", " "},
    {"mlabeledtr", " ", " "},
    {"mfenced", ",", ","},
});

const Layout* layout_of(std::string_view name) {
  const auto* found = std::ranges::find(kLayouts, name, &Layout::name);
  return found == kLayouts.end() ? nullptr : found;
}

std::string first_sign(const std::string& text) {
  std::size_t end = 0;
  if (!text.empty()) next_code_point(text, end);
  return text.substr(0, end);
}

}  // namespace

std::string MathMlSigns::start(std::string_view name, bool joins_digit,
                               const AttributeOf& attribute) {
  std::string sign;
  if (!open_.empty()) {
    Open& parent = open_.back();
    const std::size_t number = parent.children++;
    const Layout* const layout = layout_of(parent.name);
    if (layout != nullptr && number > 0 && !(layout->may_be_accent && name == "mo")) {
      sign = number == 1 ? layout->second : layout->further;
      if (parent.name == "mfenced") sign = parent.between;
    }
  }
  Open open;
  open.name = name;
  if (name == "mfrac" && sign.empty() && joins_digit) sign = " ";  // 2½ is not 21/2
  if (name == "msqrt") sign += "√";
  if (name == "mspace") sign += " ";
  if (name == "mfenced") {
    sign += attribute("open", "(");
    open.between = first_sign(attribute("separators", ","));
    open.after = attribute("close", ")");
  }
  open_.push_back(std::move(open));
  return sign;
}

std::string MathMlSigns::end() {
  std::string after = std::move(open_.back().after);
  open_.pop_back();
  return after;
}

bool MathMlSigns::passes_over_space() const {
  return !open_.empty() && layout_of(open_.back().name) != nullptr;
}

}  // namespace ibid
