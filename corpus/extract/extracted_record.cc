// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/extracted_record.h"

#include <fmt/core.h>

#include <bit>
#include <cstdint>

#include "corpus/error.h"
#include "corpus/extract/field_bytes.h"
#include "corpus/extract/part_fields.h"

namespace ibid {
namespace {

struct DamagedAnswer {
  [[noreturn]] static void fail() {
    throw Error(ErrorKind::kInput, "what its reader made of it is damaged");
  }
};

class Writer : public FieldWriter {
 public:
  // How far it is from the value before; both ascend.
  void step(std::uint64_t& before, std::uint64_t value) {
    number(value - before);
    before = value;
  }
  void range(std::uint64_t& before, ByteRange value) {
    step(before, value.begin);
    step(before, value.end);
  }
  void box(const PageBox& box) {
    for (const float points : {box.left, box.top, box.width, box.height}) {
      number(std::bit_cast<std::uint32_t>(points));
    }
  }
};

class Reader : public FieldReader<DamagedAnswer> {
 public:
  using FieldReader::FieldReader;

  std::uint64_t step(std::uint64_t& before) {
    const std::uint64_t by = number();
    if (before + by < before) fail();
    return before += by;
  }
  ByteRange range(std::uint64_t& before) {
    ByteRange value;
    value.begin = step(before);
    value.end = step(before);
    return value;
  }
  PageBox box() {
    PageBox box;
    for (float* const points : {&box.left, &box.top, &box.width, &box.height}) {
      *points = std::bit_cast<float>(number32());
    }
    return box;
  }
};

void put_anchors(Writer& out, const ExtractedFile& file) {
  out.number(file.anchors.size());
  std::uint64_t text = 0;
  std::uint64_t source = 0;
  for (const SourceAnchor& anchor : file.anchors) {
    out.number(anchor.part);
    out.range(text, {anchor.span.text_begin, anchor.span.text_end()});
    if (file.grade == AnchorGrade::kPage) {
      out.box(anchor.box);
      continue;
    }
    // Places of a part ascend mostly, but not always: zigzag, as in Protocol Buffers' sint64.
    const std::uint64_t step = anchor.span.file_begin - source;
    out.number(step << 1 ^ (0 - (step >> 63)));
    out.number(anchor.span.file_length);
    source = anchor.span.file_end();
  }
}

void get_anchors(Reader& in, ExtractedFile& file) {
  std::uint64_t text = 0;
  std::uint64_t source = 0;
  for (std::size_t n = in.count(); n > 0; --n) {
    SourceAnchor anchor;
    anchor.part = in.number32();
    const ByteRange range = in.range(text);
    anchor.span.text_begin = range.begin;
    anchor.span.length = range.size();
    if (file.grade == AnchorGrade::kPage) {
      anchor.box = in.box();
    } else {
      const std::uint64_t step = in.number();
      anchor.span.file_begin = source + (step >> 1 ^ (0 - (step & 1)));
      anchor.span.file_length = in.number();
      source = anchor.span.file_end();
    }
    file.anchors.push_back(anchor);
  }
}

void put_blocks(Writer& out, const ExtractedFile& file) {
  out.number(file.blocks.size());
  std::uint64_t text = 0;
  for (const ExtractedBlock& block : file.blocks) {
    out.number(static_cast<std::uint64_t>(block.kind));
    out.number(block.level);
    out.range(text, block.text);
    out.text(block.label);
    out.number(std::uint64_t{block.header} + 1);
  }
}

void get_blocks(Reader& in, ExtractedFile& file) {
  std::uint64_t text = 0;
  for (std::size_t n = in.count(); n > 0; --n) {
    ExtractedBlock block;
    block.kind = in.one_of(kLastBlockKind);
    const std::uint64_t level = in.number();
    if (level > UINT8_MAX) Reader::fail();
    block.level = static_cast<std::uint8_t>(level);
    block.text = in.range(text);
    block.label = in.text();
    const std::uint64_t header = in.number();
    if (header > std::uint64_t{UINT32_MAX} + 1) Reader::fail();
    block.header = static_cast<std::uint32_t>(header - 1);
    file.blocks.push_back(std::move(block));
  }
}

void put_left_out(Writer& out, const ExtractedFile& file) {
  out.number(file.left_out.size());
  std::uint64_t at = 0;
  for (const LeftOutText& text : file.left_out) {
    out.number(static_cast<std::uint64_t>(text.reason));
    out.text(text.text);
    out.step(at, text.at);
    out.number(text.part);
  }
  out.number(file.left_out_count);
}

void get_left_out(Reader& in, ExtractedFile& file) {
  std::uint64_t at = 0;
  for (std::size_t n = in.count(); n > 0; --n) {
    LeftOutText text;
    text.reason = in.one_of(kLastLeftOutReason);
    text.text = in.text();
    text.at = in.step(at);
    text.part = in.number32();
    file.left_out.push_back(std::move(text));
  }
  file.left_out_count = in.number();
}

void put_marks(Writer& out, const ExtractedFile& file) {
  out.number(file.marks.size());
  std::uint64_t at = 0;
  for (const NoteMark& mark : file.marks) {
    out.step(at, mark.at);
    out.text(mark.label);
    out.number(mark.note);
  }
  out.number(file.links.size());
  at = 0;
  for (const TextLink& link : file.links) {
    out.range(at, link.text);
    out.text(link.url);
  }
  out.number(file.joints.size());
  at = 0;
  for (const std::uint64_t joint : file.joints) out.step(at, joint);
}

void get_marks(Reader& in, ExtractedFile& file) {
  std::uint64_t at = 0;
  for (std::size_t n = in.count(); n > 0; --n) {
    NoteMark mark;
    mark.at = in.step(at);
    mark.label = in.text();
    mark.note = in.number32();
    file.marks.push_back(std::move(mark));
  }
  at = 0;
  for (std::size_t n = in.count(); n > 0; --n) {
    TextLink link;
    link.text = in.range(at);
    link.url = in.text();
    file.links.push_back(std::move(link));
  }
  at = 0;
  for (std::size_t n = in.count(); n > 0; --n) file.joints.push_back(in.step(at));
}

void put_fields(Writer& out, const ExtractedFile& file) {
  out.number(file.fields.size());
  for (const ExtractedField& field : file.fields) {
    out.text(field.name);
    out.text(field.value);
    out.text(field.rule);
  }
  out.number(file.notes.size());
  for (const std::string& note : file.notes) out.text(note);
}

void get_fields(Reader& in, ExtractedFile& file) {
  for (std::size_t n = in.count(); n > 0; --n) {
    ExtractedField field;
    field.name = in.text();
    field.value = in.text();
    field.rule = in.text();
    file.fields.push_back(std::move(field));
  }
  for (std::size_t n = in.count(); n > 0; --n) file.notes.emplace_back(in.text());
}

}  // namespace

std::string encode(const ExtractedFile& file) {
  Writer out;
  out.number(static_cast<std::uint64_t>(file.format));
  out.number(static_cast<std::uint64_t>(file.grade));
  out.text(file.reader);
  out.text(file.item);
  out.text(file.text);
  put_parts(out, file.parts);
  put_blocks(out, file);
  put_anchors(out, file);
  put_marks(out, file);
  put_left_out(out, file);
  put_fields(out, file);
  return out.take();
}

ExtractedFile decode_extracted(std::string_view bytes) {
  Reader in(bytes);
  ExtractedFile file;
  file.format = in.one_of(kLastFormat);
  file.grade = in.one_of(AnchorGrade::kPage);
  file.reader = in.text();
  file.item = in.text();
  file.text = in.text();
  file.parts = get_parts(in);
  get_blocks(in, file);
  get_anchors(in, file);
  get_marks(in, file);
  get_left_out(in, file);
  get_fields(in, file);
  if (!in.at_end()) Reader::fail();
  if (const std::string why = why_unsound(file); !why.empty()) {
    throw Error(ErrorKind::kInput, fmt::format("what its reader made of it is not sound: {}", why));
  }
  return file;
}

}  // namespace ibid
