// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/parser/passage_origins.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "corpus/extract/mark_blocks.h"
#include "corpus/report/sha256.h"
#include "corpus/report/source_places.h"

namespace ibid {
namespace {

using Text = std::string Report::*;
constexpr std::array<std::pair<std::string_view, Text>, 6> kFields = {
    {{"title", &Report::title},
     {"date", &Report::date},
     {"publisher", &Report::publisher},
     {"author", &Report::author},
     {"url", &Report::url},
     {"language", &Report::language}}};

bool is_language(std::string_view value) { return value == "en" || value == "ko"; }

// Where the byte `at` of the extracted text is in the passage's text: its spans advance with it.
std::uint64_t offset_in(const Passage& passage, std::uint64_t at) {
  const auto after = std::ranges::upper_bound(passage.spans, at, {}, &TextSpan::file_begin);
  if (after == passage.spans.begin()) return 0;
  const TextSpan& span = *std::prev(after);
  return span.text_begin + std::min(at - span.file_begin, span.length);
}

}  // namespace

ReportExtraction extraction_of(const ExtractedFile& file) {
  return {.format = file.format,
          .grade = file.grade,
          .reader = file.reader,
          .text_sha256 = sha256_hex(file.text),
          .item = file.item,
          .parts = file.parts,
          .left_out = file.left_out_count};
}

bool is_of_the_file(const ExtractedField& field) {
  return field.name == "date" && (field.rule.find("created") != std::string::npos ||
                                  field.rule.find("CreationDate") != std::string::npos);
}

void apply_fields(const ExtractedFile& file, Report& report) {
  for (const ExtractedField& field : file.fields) {
    const auto* known = std::find_if(kFields.begin(), kFields.end(),
                                     [&](const auto& one) { return one.first == field.name; });
    if (known == kFields.end()) continue;
    if (field.name == "language" && !is_language(field.value)) continue;
    std::string& value = report.*known->second;
    const auto is_origin = [&](const FieldOrigin& origin) { return origin.field == field.name; };
    const bool found = std::any_of(report.origins.begin(), report.origins.end(), is_origin);
    if (found && is_of_the_file(field)) continue;
    std::erase_if(report.origins, is_origin);
    value = field.value;
    report.origins.push_back({field.name, field.rule, {}});
  }
}

void PassageOrigins::fill(Passage& passage) {
  if (const ExtractedBlock* block = block_at(file_, passage.bytes.begin)) {
    if (block->kind == ExtractedBlock::Kind::kNote) passage.kind = PassageKind::kNote;
    take_label(*block, passage);
  }
  passage.origin.places = part_ranges(file_, passage.bytes);
  take_notes(passage);
  take_links(passage);
  take_joints(passage);
}

void PassageOrigins::take_label(const ExtractedBlock& block, Passage& passage) {
  const bool first = std::exchange(labelled_, &block) != &block;
  if (first) passage.origin.label = block.label;
  if (passage.kind != PassageKind::kNote) return;
  const auto index = static_cast<std::uint32_t>(&block - file_.blocks.data());
  if (note_of_.contains(index)) {
    note_ = index + 1;
  } else if (!block.label.empty()) {
    note_ = 0;  // another note, whose mark is in no passage
  }
  if (note_ == 0) return;
  passage.origin.note = note_;
  passage.origin.note_of = note_of_.at(note_ - 1);
}

void PassageOrigins::take_notes(Passage& passage) {
  const auto& marks = file_.marks;
  for (; mark_ < marks.size() && marks[mark_].at <= passage.bytes.end; ++mark_) {
    const NoteMark& mark = marks[mark_];
    if (mark.at < passage.bytes.begin) continue;  // in a heading
    passage.origin.notes.push_back({offset_in(passage, mark.at), mark.label, mark.note + 1});
    note_of_.emplace(mark.note, passage.id);
  }
}

void PassageOrigins::take_links(Passage& passage) {
  const auto& links = file_.links;
  for (; link_ < links.size() && links[link_].text.begin < passage.bytes.end; ++link_) {
    const TextLink& link = links[link_];
    const ByteRange text{offset_in(passage, std::max(link.text.begin, passage.bytes.begin)),
                         offset_in(passage, std::min(link.text.end, passage.bytes.end))};
    if (link.text.end > passage.bytes.begin && !text.empty()) {
      passage.links.push_back({text, link.url});
    }
  }
}

void PassageOrigins::take_joints(Passage& passage) {
  const auto& joints = file_.joints;
  for (; joint_ < joints.size() && joints[joint_] < passage.bytes.end; ++joint_) {
    if (joints[joint_] <= passage.bytes.begin) continue;
    passage.origin.joints.push_back(offset_in(passage, joints[joint_]));
  }
}

}  // namespace ibid
