// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwpx/read_hwpx.h"

#include "corpus/archive/archive.h"
#include "corpus/extract/reader_rules.h"
#include "corpus/hangul/write_document.h"
#include "corpus/hwpx/hwpx_header.h"
#include "corpus/hwpx/hwpx_package.h"
#include "corpus/hwpx/hwpx_section.h"

namespace ibid {
namespace {

HwpxSection read_part(Archive& archive, ExtractBuilder& out, const std::string& name,
                      const ReaderLimits& limits) {
  const std::string bytes = archive.read(name);
  const std::uint32_t part = out.add_part(source_part(name, bytes));
  HwpxSection section = read_hwpx_section(name, bytes, part, limits);
  for (std::string& note : section.notes) out.add_note(std::move(note));
  return section;
}

}  // namespace

std::vector<ExtractedFile> read_hwpx(const ReaderInput& input) {
  Archive archive(input.bytes, input.limits);
  HwpxPackage package = read_hwpx_package(archive, input.limits);
  LabelDefinitions definitions;
  if (!package.header.empty()) {
    definitions = read_hwpx_header(package.header, archive.read(package.header), input.limits);
  }
  ExtractBuilder out(FileFormat::kHwpx, AnchorGrade::kPart, reader_rules(FileFormat::kHwpx),
                     input.limits.text_bytes);
  HangulWriter writer(out, definitions);
  for (const std::string& name : package.sections) {
    writer.write(read_part(archive, out, name, input.limits).paragraphs);
  }
  for (const std::string& name : package.master_pages) {
    writer.leave_out(read_part(archive, out, name, input.limits).paragraphs,
                     LeftOutText::Reason::kPageFrame);
  }
  for (std::string& note : package.notes) out.add_note(std::move(note));
  out.add_field("title", package.title, "content.hpf");
  out.add_field("author", package.author, "content.hpf");
  out.add_field("date", package.date, "content.hpf");
  std::vector<ExtractedFile> files;
  files.push_back(out.finish());
  return files;
}

}  // namespace ibid
