// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/origin_record.h"

#include "corpus/extract/part_fields.h"

namespace ibid {
namespace {

std::uint64_t get_offset(RecordReader& in, std::size_t text_size, std::uint64_t before) {
  const std::uint64_t at = in.number();
  if (at < before || at > text_size) RecordReader::fail();
  return at;
}

}  // namespace

void put_origin(RecordWriter& out, const PassageOrigin& origin) {
  out.text(origin.label);
  out.number(origin.places.size());
  for (const PartRange& place : origin.places) {
    out.number(place.part);
    out.number(place.bytes.begin);
    out.number(place.bytes.size());
  }
  out.number(origin.notes.size());
  for (const PassageNote& note : origin.notes) {
    out.number(note.at);
    out.text(note.label);
    out.number(note.note);
  }
  out.number(origin.note);
  out.text(origin.note_of);
  out.number(origin.joints.size());
  for (const std::uint64_t joint : origin.joints) out.number(joint);
}

PassageOrigin get_origin(RecordReader& in, std::size_t text_size) {
  PassageOrigin origin;
  origin.label = in.text();
  for (std::size_t n = in.count(); n > 0; --n) {
    PartRange place;
    place.part = in.number32();
    place.bytes.begin = in.number();
    place.bytes.end = place.bytes.begin + in.number();
    if (place.bytes.end < place.bytes.begin) RecordReader::fail();
    origin.places.push_back(place);
  }
  std::uint64_t before = 0;
  for (std::size_t n = in.count(); n > 0; --n) {
    PassageNote note;
    note.at = before = get_offset(in, text_size, before);
    note.label = in.text();
    note.note = in.number32();
    origin.notes.push_back(std::move(note));
  }
  origin.note = in.number32();
  origin.note_of = in.text();
  before = 0;
  for (std::size_t n = in.count(); n > 0; --n) {
    before = get_offset(in, text_size, before);
    origin.joints.push_back(before);
  }
  return origin;
}

void put_extraction(RecordWriter& out, const ReportExtraction& extraction) {
  out.number(static_cast<std::uint64_t>(extraction.format));
  out.number(static_cast<std::uint64_t>(extraction.grade));
  out.text(extraction.reader);
  out.text(extraction.reader_before);
  out.text(extraction.text_sha256);
  out.text(extraction.item);
  put_parts(out, extraction.parts);
  out.number(extraction.left_out);
}

ReportExtraction get_extraction(RecordReader& in) {
  ReportExtraction extraction;
  extraction.format = in.one_of(kLastFormat);
  extraction.grade = in.one_of(AnchorGrade::kPage);
  extraction.reader = in.text();
  extraction.reader_before = in.text();
  extraction.text_sha256 = in.text();
  extraction.item = in.text();
  extraction.parts = get_parts(in);
  extraction.left_out = in.number();
  return extraction;
}

}  // namespace ibid
