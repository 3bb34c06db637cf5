// SPDX-License-Identifier: GPL-2.0-or-later
//
// Turns headings in file order into sections with parents, unique locators and kinds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/layout/heading.h"
#include "corpus/report/report.h"

namespace ibid {

// Appends to a list of sections that it does not own; the list outlives it and changes only here.
class SectionTree {
 public:
  explicit SectionTree(std::vector<Section>& sections) : sections_(sections) {}

  // Adds the section that `heading` opens; `bytes` is the heading's range in the file. Returns its
  // index.
  std::int32_t add(const Heading& heading, ByteRange bytes);

  // Numbers that more than one section has, in the order in which they came up again.
  const std::vector<std::string>& repeated() const { return repeated_; }

 private:
  std::string take_locator(std::string_view number);
  std::int32_t find_parent(const Heading& heading) const;
  std::int32_t take_sign(TitleSign sign, std::int32_t index);
  std::int32_t place(const Heading& heading, std::int32_t index);

  std::vector<Section>& sections_;
  std::unordered_map<std::string, std::uint32_t> taken_ = {{"0", 1}};  // "0" is before any heading
  std::unordered_map<std::string, std::int32_t> latest_;               // by number, "." as "-"
  std::vector<std::pair<std::uint32_t, std::int32_t>> hashes_;  // open "#" headings, by level
  // Open headings with a sign, outermost first, and the numbered one among them (kNone): what is
  // not among them yet is one level deeper.
  std::vector<std::pair<TitleSign, std::int32_t>> signs_;
  std::uint32_t unnumbered_ = 0;
  std::vector<std::string> repeated_;
};

}  // namespace ibid
