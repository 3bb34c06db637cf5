// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/files/unread_kinds.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

struct UnreadKind {
  std::string_view extension, name, how;
};
constexpr std::array kKinds = std::to_array<UnreadKind>(
    {{".doc", "an old Word file", "save it as .docx"},
     {".ppt", "a presentation", "save it as .pdf"},
     {".pptx", "a presentation", "save it as .pdf"},
     {".rtf", "an RTF file", "save it as .docx"},
     {".xls", "a spreadsheet", "save what is to be indexed as .docx, .pdf or .txt"},
     {".xlsx", "a spreadsheet", "save what is to be indexed as .docx, .pdf or .txt"}});

}  // namespace

std::string why_unread_kind(std::string_view path) {
  const std::string extension = ascii_lower(std::filesystem::path(path).extension().string());
  const auto* const kind = std::find_if(
      kKinds.begin(), kKinds.end(), [&](const UnreadKind& k) { return k.extension == extension; });
  return kind == kKinds.end() ? "" : fmt::format("{} is not read; {}", kind->name, kind->how);
}

}  // namespace ibid
