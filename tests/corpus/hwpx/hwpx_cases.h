// SPDX-License-Identifier: GPL-2.0-or-later
//
// HWPX documents made of the XML that a test is about, and reading them.
#pragma once

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive/archive.h"
#include "corpus/error.h"
#include "corpus/hwpx/read_hwpx.h"
#include "corpus/report/sha256.h"
#include "tests/support/extract_checks.h"
#include "tests/support/zip_writer.h"

namespace ibid {

inline const std::string kHancom = "http://www.hancom.co.kr/hwpml/2011/";

// A root element with the usual prefixes.
inline std::string xml_root(std::string_view name, std::string_view content,
                            const std::string& space = kHancom) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?><{0} "
      "xmlns:hp=\"{2}paragraph\" "
      "xmlns:hs=\"{2}section\" xmlns:hh=\"{2}head\" xmlns:hc=\"{2}core\" "
      "xmlns:epub=\"http://www.idpf.org/2007/ops\">{1}</{0}>",
      name, content, space);
}

inline std::string paragraph(std::string_view runs, int shape = 0) {
  return fmt::format(
      "<hp:p id=\"1\" paraPrIDRef=\"{}\"><hp:run charPrIDRef=\"0\">{}</hp:run></hp:p>", shape,
      runs);
}
inline std::string text_paragraph(std::string_view text, int shape = 0) {
  return paragraph(fmt::format("<hp:t>{}</hp:t>", text), shape);
}
inline std::string sub_list(std::string_view paragraphs) {
  return fmt::format("<hp:subList id=\"\">{}</hp:subList>", paragraphs);
}

// The parts of an archive with these sections (what is in hs:sec) and header (what is in hh:head).
inline testing::ZipParts parts_of(const std::vector<std::string>& sections,
                                  std::string_view header = {},
                                  const std::string& space = kHancom) {
  std::string items = "<opf:item id=\"header\" href=\"Contents/header.xml\"/>", spine;
  testing::ZipParts parts = {{"mimetype", "application/hwp+zip"}};
  for (std::size_t i = 0; i < sections.size(); ++i) {
    items += fmt::format("<opf:item id=\"section{0}\" href=\"Contents/section{0}.xml\"/>", i);
    spine += fmt::format("<opf:itemref idref=\"section{}\"/>", i);
    parts.emplace_back(fmt::format("Contents/section{}.xml", i),
                       xml_root("hs:sec", sections[i], space));
  }
  parts.emplace_back("META-INF/container.xml",
                     "<c:container xmlns:c=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
                     "<c:rootfiles><c:rootfile full-path=\"Contents/content.hpf\" "
                     "media-type=\"application/hwpml-package+xml\"/></c:rootfiles></c:container>");
  parts.emplace_back("Contents/content.hpf",
                     fmt::format("<opf:package xmlns:opf=\"http://www.idpf.org/2007/opf/\">"
                                 "<opf:manifest>{}</opf:manifest><opf:spine>{}</opf:spine>"
                                 "</opf:package>",
                                 items, spine));
  parts.emplace_back("Contents/header.xml", xml_root("hh:head", header, space));
  return parts;
}

inline ExtractedFile read(std::string_view bytes, const ReaderLimits& limits = {}) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kHwpx;
  input.limits = limits;
  std::vector<ExtractedFile> files = read_hwpx(input);
  EXPECT_EQ(files.size(), 1U);
  EXPECT_EQ(why_unsound(files.at(0)), "");
  return std::move(files.at(0));
}

inline std::string why_refused(std::string_view bytes, const ReaderLimits& limits = {}) {
  try {
    read(bytes, limits);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return {};
}

// Each part has its hash and size, the bytes of each anchor its text.
inline void check_parts(const ExtractedFile& file, std::string_view bytes) {
  Archive archive(bytes, {});
  for (const SourcePart& part : file.parts) {
    const std::string content = archive.read(part.name);
    EXPECT_EQ(sha256_hex(content), part.sha256);
    EXPECT_EQ(content.size(), part.size);
  }
  testing::check_anchors(file, [&](const std::string& name) { return archive.read(name); });
}

// One section of these paragraphs.
inline ExtractedFile read_section(const std::string& paragraphs, std::string_view header = {}) {
  const std::string bytes = testing::zip_of(parts_of({paragraphs}, header));
  const ExtractedFile file = read(bytes);
  check_parts(file, bytes);
  return file;
}

}  // namespace ibid
