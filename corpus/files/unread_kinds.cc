// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/files/unread_kinds.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::string_view kByPandoc = "e.g. with pandoc";
constexpr std::string_view kByPdftotext = "e.g. with pdftotext";
constexpr std::string_view kByItsProgram = "e.g. saved as text by its program";

struct UnreadKind {
  std::string_view extension, name, how;
};
constexpr std::array kKinds = std::to_array<UnreadKind>({{".html", "a web page", kByPandoc},
                                                         {".htm", "a web page", kByPandoc},
                                                         {".pdf", "a PDF file", kByPdftotext},
                                                         {".docx", "a Word file", kByPandoc},
                                                         {".hwp", "a Hangul file", kByItsProgram},
                                                         {".hwpx", "a Hangul file", kByItsProgram},
                                                         {".pptx", "a slide file", kByItsProgram},
                                                         {".xlsx", "a sheet file", kByItsProgram},
                                                         {".epub", "an e-book", kByPandoc},
                                                         {".odt", "a Writer file", kByPandoc},
                                                         {".rtf", "an RTF file", kByPandoc}});

struct Signature {
  std::string_view bytes, name, how;
};
constexpr std::array kSignatures = std::to_array<Signature>(
    {{"%PDF-", "a PDF file", kByPdftotext},
     {"{\\rtf", "an RTF file", kByPandoc},
     {"PK\x03\x04", "an archive, as .docx, .hwpx and .epub are", kByItsProgram},
     {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an office file, as .hwp and .doc are", kByItsProgram}});

std::string why(std::string_view name, std::string_view how) {
  return fmt::format("{} is not read yet; convert it to .txt or .md ({}) and index that", name,
                     how);
}

bool is_web_page(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  bytes.remove_prefix(std::min(bytes.size(), bytes.find_first_not_of(" \t\r\n")));
  const std::string start = ascii_lower(bytes.substr(0, 15));
  return start.starts_with("<!doctype html") || start.starts_with("<html>") ||
         start.starts_with("<html ");
}

}  // namespace

std::string why_unread_kind(std::string_view path) {
  const std::string extension = ascii_lower(std::filesystem::path(path).extension().string());
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(),
                                 [&](const UnreadKind& k) { return k.extension == extension; });
  return kind == kKinds.end() ? "" : why(kind->name, kind->how);
}

std::string why_unread_content(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return why(signature.name, signature.how);
  }
  return is_web_page(bytes) ? why("a web page", kByPandoc) : "";
}

}  // namespace ibid
