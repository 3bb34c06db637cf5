// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/docx_writer.h"

#include <fmt/core.h>

namespace ibid::testing {
namespace {

constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006";

std::string part(std::string_view element, std::string_view content, std::string_view word) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<w:{0} xmlns:w=\"{2}\" xmlns:r=\"{3}/relationships\" xmlns:m=\"{3}/math\" "
      "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
      "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
      "xmlns:v=\"urn:schemas-microsoft-com:vml\">{1}</w:{0}>",
      element, content, word, kOffice);
}

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
  return fmt::format("<Relationship Id=\"{}\" Type=\"{}/relationships/{}\" Target=\"{}\"/>", id,
                     kOffice, type, target);
}

std::string relationships(std::string_view content) {
  return fmt::format(
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}"
      "</Relationships>",
      content);
}

}  // namespace

ZipParts docx_parts(const DocxParts& parts, std::string_view word) {
  ZipParts out;
  out.emplace_back(
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
  std::string package = relationship("rId1", "officeDocument", "word/document.xml");
  std::string document = parts.links;
  out.emplace_back("word/document.xml",
                   part("document", "<w:body>" + parts.body + "</w:body>", word));
  const auto add = [&](const char* type, const char* element, const std::string& content) {
    if (content.empty()) return;
    document += relationship(std::string("part-") + type, type, std::string(type) + ".xml");
    out.emplace_back(fmt::format("word/{}.xml", type), part(element, content, word));
  };
  add("styles", "styles", parts.styles);
  add("numbering", "numbering", parts.numbering);
  add("settings", "settings", parts.settings);
  add("footnotes", "footnotes", parts.footnotes);
  add("endnotes", "endnotes", parts.endnotes);
  add("comments", "comments", parts.comments);
  add("header", "hdr", parts.header);
  add("footer", "ftr", parts.footer);
  if (!parts.core.empty()) {
    package += relationship("rId2", "core-properties", "docProps/core.xml");
    out.emplace_back("docProps/core.xml",
                     fmt::format("<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"urn:dc\" "
                                 "xmlns:dcterms=\"urn:terms\">{}</cp:coreProperties>",
                                 parts.core));
  }
  out.emplace_back("word/_rels/document.xml.rels", relationships(document));
  out.emplace_back("_rels/.rels", relationships(package));
  return out;
}

std::string docx_of(const DocxParts& parts) { return zip_of(docx_parts(parts)); }

std::string paragraph(std::string_view text, std::string_view properties,
                      std::string_view run_properties) {
  return fmt::format(
      "<w:p><w:pPr>{}</w:pPr><w:r><w:rPr>{}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>"
      "</w:p>",
      properties, run_properties, text);
}

}  // namespace ibid::testing
