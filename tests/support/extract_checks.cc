// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/extract_checks.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "corpus/text/code_points.h"

namespace ibid::testing {
namespace {

constexpr std::array kKinds = {"paragraph", "heading", "item", "row", "quotation",
                               "code",      "caption", "box",  "note"};

// Decodes references, and line ends of two bytes.
std::string decoded(std::string_view bytes) {
  static const std::map<std::string_view, char> kNamed = {
      {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const std::size_t end = bytes.find(';', at);
    if (bytes[at] != '&' || end == bytes.npos) {
      if (bytes[at] != '\r') out += bytes[at];
      continue;
    }
    const std::string_view name = bytes.substr(at + 1, end - at - 1);
    if (name.starts_with("#x")) {
      append_utf8(out, static_cast<char32_t>(
                           std::strtoul(std::string(name.substr(2)).c_str(), nullptr, 16)));
    } else if (name.starts_with("#")) {
      append_utf8(out, static_cast<char32_t>(
                           std::strtoul(std::string(name.substr(1)).c_str(), nullptr, 10)));
    } else if (const auto named = kNamed.find(name); named != kNamed.end()) {
      out += named->second;
    }
    at = end;
  }
  return out;
}

}  // namespace

std::vector<std::string> block_lines(const ExtractedFile& file) {
  std::vector<std::string> lines;
  for (const ExtractedBlock& block : file.blocks) {
    std::string line = kKinds.at(static_cast<std::size_t>(block.kind));
    if (block.level > 0) line += fmt::format(" {}", block.level);
    if (!block.label.empty()) line += fmt::format(" [{}]", block.label);
    if (block.header != ExtractedBlock::kNone) line += fmt::format(" <{}", block.header);
    std::string text(slice(file.text, block.text));
    std::replace(text.begin(), text.end(), '\t', '|');
    lines.push_back(line + " " + text);
  }
  return lines;
}

std::vector<std::string> left_out_lines(const ExtractedFile& file) {
  std::vector<std::string> lines;
  for (const LeftOutText& left : file.left_out) {
    lines.push_back(fmt::format("{}: {}", to_string(left.reason), left.text));
  }
  return lines;
}

void check_anchors(const ExtractedFile& file,
                   const std::function<std::string(const std::string&)>& part) {
  ASSERT_EQ(why_unsound(file), "");
  std::vector<std::string> parts;
  for (const SourcePart& one : file.parts) parts.push_back(part(one.name));
  for (const SourceAnchor& anchor : file.anchors) {
    const TextSpan& span = anchor.span;
    const std::string& bytes = parts.at(anchor.part);
    ASSERT_LE(span.file_begin + span.file_length, bytes.size());
    const std::string_view text = std::string_view(file.text).substr(span.text_begin, span.length);
    EXPECT_EQ(decoded(std::string_view(bytes).substr(span.file_begin, span.file_length)), text);
  }
}

}  // namespace ibid::testing
