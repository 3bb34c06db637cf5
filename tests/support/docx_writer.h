// SPDX-License-Identifier: GPL-2.0-or-later
//
// DOCX files of a few lines of XML, for tests.
#pragma once

#include <string>
#include <string_view>

#include "tests/support/zip_writer.h"

namespace ibid::testing {

// Each is what stands within the part's outermost element; empty: the part is not there. "w", "r",
// "mc", "wps", "v" and "m" are known prefixes.
struct DocxParts {
  std::string body;
  std::string styles, numbering, settings, footnotes, endnotes, comments, header, footer;
  std::string core;   // within cp:coreProperties; "dc" and "dcterms" are known
  std::string links;  // Relationship elements of the document
};

// The parts of the file by name; `word` is the namespace of "w".
ZipParts docx_parts(
    const DocxParts& parts,
    std::string_view word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
std::string docx_of(const DocxParts& parts);
inline std::string docx_of(const std::string& body) {
  DocxParts parts;
  parts.body = body;
  return docx_of(parts);
}

// <w:p> of one run, with properties of the paragraph and of the run.
std::string paragraph(std::string_view text, std::string_view properties = "",
                      std::string_view run_properties = "");

}  // namespace ibid::testing
