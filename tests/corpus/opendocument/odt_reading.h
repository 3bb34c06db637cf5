// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes OpenDocument texts, and reads what came of them.
#pragma once

#include <string>

#include "corpus/extract/extracted_file.h"
#include "tests/support/zip_writer.h"

namespace ibid::testing {

struct OdtParts {
  std::string body;               // within office:text
  std::string automatic, styles;  // within office:automatic-styles, office:styles
  std::string master;             // within office:master-styles
  std::string meta;               // within office:meta
  std::string manifest;           // all of it
  std::string type = "application/vnd.oasis.opendocument.text";
};

ZipParts odt_parts(const OdtParts& parts);
// What is read of it, with anchors that are proven.
ExtractedFile odt_file(const OdtParts& parts);
ExtractedFile odt_file(const std::string& body);

// A level of a list style; `more`: further attributes.
std::string list_level(int level, const char* format, const char* more = "");

}  // namespace ibid::testing
