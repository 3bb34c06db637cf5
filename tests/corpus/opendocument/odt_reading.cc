// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/opendocument/odt_reading.h"

#include <fmt/core.h>

#include "corpus/archive/archive.h"
#include "corpus/opendocument/read_odt.h"
#include "tests/support/extract_checks.h"

namespace ibid::testing {
namespace {

constexpr const char* kNames = R"(
xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
xmlns:math="http://www.w3.org/1998/Math/MathML"
xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/")";

}  // namespace

ZipParts odt_parts(const OdtParts& parts) {
  ZipParts out;
  out.emplace_back("mimetype", parts.type);
  out.emplace_back("content.xml",
                   fmt::format("<office:document-content {}><office:automatic-styles>{}"
                               "</office:automatic-styles><office:body><office:text>{}"
                               "</office:text></office:body></office:document-content>",
                               kNames, parts.automatic, parts.body));
  out.emplace_back("styles.xml",
                   fmt::format("<office:document-styles {}><office:styles>{}</office:styles>"
                               "<office:master-styles>{}</office:master-styles>"
                               "</office:document-styles>",
                               kNames, parts.styles, parts.master));
  if (!parts.meta.empty()) {
    out.emplace_back("meta.xml",
                     fmt::format("<office:document-meta {}><office:meta>{}</office:meta>"
                                 "</office:document-meta>",
                                 kNames, parts.meta));
  }
  if (!parts.manifest.empty()) out.emplace_back("META-INF/manifest.xml", parts.manifest);
  return out;
}

ExtractedFile odt_file(const OdtParts& parts) {
  const std::string bytes = zip_of(odt_parts(parts));
  ReaderInput input;
  input.bytes = bytes;
  const ExtractedFile file = read_odt(input)[0];
  Archive archive(bytes, {});
  check_anchors(file, [&](const std::string& name) { return archive.read(name); });
  return file;
}
ExtractedFile odt_file(const std::string& body) {
  OdtParts parts;
  parts.body = body;
  return odt_file(parts);
}

std::string list_level(int level, const char* format, const char* more) {
  return fmt::format("<text:list-level-style-number text:level=\"{}\" style:num-format=\"{}\" {}/>",
                     level, format, more);
}

}  // namespace ibid::testing
