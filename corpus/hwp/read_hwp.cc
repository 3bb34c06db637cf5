// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/read_hwp.h"

#include <fmt/core.h>

#include <optional>
#include <utility>

#include "corpus/error.h"
#include "corpus/extract/reader_rules.h"
#include "corpus/hangul/write_document.h"
#include "corpus/hwp/document_info.h"
#include "corpus/hwp/hwp_body.h"
#include "corpus/hwp/hwp_streams.h"
#include "corpus/hwp/summary_information.h"
#include "corpus/report/sha256.h"

namespace ibid {
namespace {

struct Section {
  std::string name;
  std::string stream;
};

// ViewText is what Hancom shows if changes are tracked, but it is not always whole: taken only if
// every section of it unpacks and begins with a paragraph.
std::optional<std::vector<Section>> tracked_view(HwpStreams& streams) {
  std::vector<Section> sections;
  for (const std::string& name : streams.sections("ViewText")) {
    try {
      sections.push_back({name, streams.read(name)});
    } catch (const Error&) {
      return std::nullopt;
    }
    if (!begins_with_paragraph(sections.back().stream)) return std::nullopt;
  }
  if (sections.empty()) return std::nullopt;
  return sections;
}

std::vector<Section> read_sections(HwpStreams& streams) {
  std::vector<Section> sections;
  if (streams.is_for_distribution()) {
    for (const std::string& name : streams.sections("ViewText")) {
      sections.push_back({name, streams.read_for_distribution(name)});
    }
    if (sections.empty()) {
      throw Error(ErrorKind::kInput, "it is a distribution document, but it has no ViewText");
    }
    return sections;
  }
  if (streams.tracks_changes()) {
    if (auto view = tracked_view(streams)) return std::move(*view);
  }
  for (const std::string& name : streams.sections("BodyText")) {
    sections.push_back({name, streams.read(name)});
  }
  if (sections.empty()) throw Error(ErrorKind::kInput, "it has no BodyText/Section0");
  return sections;
}

std::uint32_t add_part(ExtractBuilder& out, const Section& section) {
  return out.add_part({section.name, sha256_hex(section.stream), section.stream.size(), 0, 0});
}

void write_section(ExtractBuilder& out, HangulWriter& writer, const Section& section) {
  const HwpSection read = read_hwp_section(section.stream, add_part(out, section));
  if (read.is_cut_off) {
    out.add_note(fmt::format("{}: a record is longer than what is left of it", section.name));
  }
  writer.write(read.paragraphs);
}

// BodyText of a document for distribution is a notice in place of the document.
void leave_out_notice(ExtractBuilder& out, HangulWriter& writer, HwpStreams& streams) {
  for (const std::string& name : streams.sections("BodyText")) {
    try {
      const Section notice = {name, streams.read(name)};
      const HwpSection read = read_hwp_section(notice.stream, add_part(out, notice));
      writer.leave_out(read.paragraphs, LeftOutText::Reason::kDecoy);
    } catch (const Error& error) {
      out.add_note(error.what());
    }
  }
}

void add_fields(ExtractBuilder& out, HwpStreams& streams) {
  const std::string name = "\x05HwpSummaryInformation";
  if (!streams.contains(name)) return;
  SummaryInformation summary;
  try {
    summary = read_summary(streams.read_raw(name));
  } catch (const Error& error) {
    out.add_note(error.what());
  }
  out.add_field("title", summary.title, "HwpSummaryInformation");
  out.add_field("author", summary.author, "HwpSummaryInformation");
  out.add_field("date", summary.date, "HwpSummaryInformation");
}

}  // namespace

std::vector<ExtractedFile> read_hwp(const ReaderInput& input) {
  HwpStreams streams(input.bytes, input.limits);
  LabelDefinitions definitions = read_document_info(streams.read("DocInfo"));
  ExtractBuilder out(FileFormat::kHwp, AnchorGrade::kPart, reader_rules(FileFormat::kHwp),
                     input.limits.text_bytes);
  HangulWriter writer(out, definitions);
  for (const Section& section : read_sections(streams)) write_section(out, writer, section);
  if (streams.is_for_distribution()) leave_out_notice(out, writer, streams);
  add_fields(out, streams);
  std::vector<ExtractedFile> files;
  files.push_back(out.finish());
  return files;
}

}  // namespace ibid
