// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/passage_record.h"

#include <algorithm>

#include "indexer/records/origin_record.h"
#include "indexer/records/record_bytes.h"

namespace ibid {
namespace {

void put_range(RecordWriter& out, ByteRange range) {
  out.number(range.begin);
  out.number(range.size());
}

ByteRange get_range(RecordReader& in) {
  ByteRange range;
  range.begin = in.number();
  range.end = range.begin + in.number();
  if (range.end < range.begin) RecordReader::fail();
  return range;
}

// A range that must be within `size` bytes of text: readers cut with it unchecked.
ByteRange get_text_range(RecordReader& in, std::size_t size) {
  const ByteRange range = get_range(in);
  if (range.end > size) RecordReader::fail();
  return range;
}

// Returns `range`, which must not begin before `previous` ends.
ByteRange after(ByteRange previous, ByteRange range) {
  if (range.begin < previous.end) RecordReader::fail();
  return range;
}

// Added to the form of a citation that has a locator, so that one without takes no room for it.
constexpr std::uint64_t kHasLocator = 8;

void put_citation(RecordWriter& out, const Citation& citation) {
  out.text(citation.source);
  out.number(static_cast<std::uint64_t>(citation.form) +
             (citation.locator.empty() ? 0 : kHasLocator));
  put_range(out, citation.bytes);
  put_range(out, citation.text);
  out.number(citation.sentence);
  if (!citation.locator.empty()) out.text(citation.locator);
}

Citation get_citation(RecordReader& in, std::size_t text_size) {
  Citation citation;
  citation.source = in.text();
  const std::uint64_t form = in.number();
  if (form >= 2 * kHasLocator ||
      form % kHasLocator > static_cast<std::uint64_t>(Citation::Form::kUrl)) {
    RecordReader::fail();
  }
  citation.form = static_cast<Citation::Form>(form % kHasLocator);
  citation.bytes = get_range(in);
  citation.text = get_text_range(in, text_size);
  citation.sentence = in.number32();
  if (form >= kHasLocator) citation.locator = in.text();
  return citation;
}

void put_section(RecordWriter& out, const Section& section) {
  out.text(section.number);
  out.text(section.locator);
  out.text(section.title);
  out.text(section.entity_type);
  out.number(static_cast<std::uint64_t>(section.kind));
}

Section get_section(RecordReader& in) {
  Section section;
  section.number = in.text();
  section.locator = in.text();
  section.title = in.text();
  section.entity_type = in.text();
  section.kind = in.one_of(kLastPassageKind);
  return section;
}

void pass_numbers(RecordReader& in, int count) {
  for (; count > 0; --count) in.number();
}

void pass_section(RecordReader& in) {
  for (int field = 0; field < 4; ++field) in.text();
  in.number();
}

void pass_citation(RecordReader& in) {
  in.text();
  const std::uint64_t form = in.number();
  pass_numbers(in, 5);
  if (form >= kHasLocator) in.text();
}

// Ranges of a text of `size` bytes, ascending and apart.
void get_text_ranges(RecordReader& in, std::size_t size, std::vector<ByteRange>& out) {
  out.clear();
  ByteRange range;
  for (std::size_t n = in.count(); n > 0; --n) {
    range = after(range, get_text_range(in, size));
    out.push_back(range);
  }
}

void put_texts(RecordWriter& out, const std::vector<std::string>& texts) {
  out.number(texts.size());
  for (const std::string& text : texts) out.text(text);
}

std::vector<std::string> get_texts(RecordReader& in) {
  std::vector<std::string> texts;
  for (std::size_t n = in.count(); n > 0; --n) texts.emplace_back(in.text());
  return texts;
}

bool has_more(const ListedSource& source) {
  return !source.label.empty() || !source.author.empty() || !source.date.empty() ||
         !source.accessed.empty() || !source.locator.empty();
}

// What most reports of the first form lack; a record has none of it or all.
bool has_more(const Report& report) {
  return !report.author.empty() || !report.collection.empty() || !report.tags.empty() ||
         !report.origins.empty() || !report.furniture.empty() ||
         std::any_of(report.listed_sources.begin(), report.listed_sources.end(),
                     [](const ListedSource& source) { return has_more(source); });
}

void put_more(RecordWriter& out, const Report& report) {
  out.text(report.author);
  out.text(report.collection);
  put_texts(out, report.tags);
  out.number(report.origins.size());
  for (const FieldOrigin& origin : report.origins) {
    out.text(origin.field);
    out.text(origin.rule);
    put_range(out, origin.bytes);
  }
  out.number(report.furniture.size());
  for (const FurnitureLine& line : report.furniture) {
    out.text(line.text);
    put_range(out, line.bytes);
  }
  for (const ListedSource& source : report.listed_sources) {
    for (const std::string* text :
         {&source.label, &source.author, &source.date, &source.accessed, &source.locator}) {
      out.text(*text);
    }
  }
}

void get_more(RecordReader& in, Report& report) {
  report.author = in.text();
  report.collection = in.text();
  report.tags = get_texts(in);
  for (std::size_t n = in.count(); n > 0; --n) {
    FieldOrigin origin;
    origin.field = in.text();
    origin.rule = in.text();
    origin.bytes = get_range(in);
    report.origins.push_back(std::move(origin));
  }
  for (std::size_t n = in.count(); n > 0; --n) {
    FurnitureLine line;
    line.text = in.text();
    line.bytes = get_range(in);
    report.furniture.push_back(std::move(line));
  }
  for (ListedSource& source : report.listed_sources) {
    for (std::string* text :
         {&source.label, &source.author, &source.date, &source.accessed, &source.locator}) {
      *text = in.text();
    }
  }
}

}  // namespace

std::string encode(const PassageRecord& record) {
  const Passage& passage = record.passage;
  RecordWriter out;
  out.text(record.report_id);
  out.text(passage.id);
  out.text(passage.text);
  out.number(static_cast<std::uint64_t>(passage.kind));
  out.text(passage.language);
  out.number(passage.ordinal);
  out.number(passage.sequence);
  put_range(out, passage.bytes);
  out.number(passage.spans.size());
  for (const TextSpan& span : passage.spans) {
    put_range(out, {span.text_begin, span.text_end()});
    put_range(out, {span.file_begin, span.file_end()});
  }
  out.number(passage.sentences.size());
  for (const ByteRange sentence : passage.sentences) put_range(out, sentence);
  out.number(passage.citations.size());
  for (const Citation& citation : passage.citations) put_citation(out, citation);
  out.number(record.section.size());
  for (const Section& section : record.section) put_section(out, section);
  // Absent where there is nothing to say, as in records made before there was anything.
  const bool origin = !passage.origin.empty();
  if (origin || !passage.markup.empty()) out.number(passage.markup.size());
  for (const ByteRange range : passage.markup) put_range(out, range);
  if (origin) put_origin(out, passage.origin);
  return seal_record(out.fields());
}

PassageRecord decode_passage(std::string_view bytes) {
  std::string room;
  RecordReader in(open_record(bytes, room));
  PassageRecord record;
  Passage& passage = record.passage;
  record.report_id = in.text();
  passage.id = in.text();
  passage.text = in.text();
  passage.kind = in.one_of(kLastPassageKind);
  passage.language = in.text();
  passage.ordinal = in.number32();
  passage.sequence = in.number32();
  passage.bytes = get_range(in);
  ByteRange text, file;
  for (std::size_t n = in.count(); n > 0; --n) {
    text = after(text, get_text_range(in, passage.text.size()));
    file = after(file, get_range(in));
    passage.spans.push_back({text.begin, file.begin, text.size(), file.size()});
  }
  get_text_ranges(in, passage.text.size(), passage.sentences);
  for (std::size_t n = in.count(); n > 0; --n) {
    passage.citations.push_back(get_citation(in, passage.text.size()));
    const std::uint32_t cited = passage.citations.back().sentence;
    if (cited == 0 || cited > passage.sentences.size()) RecordReader::fail();
  }
  for (std::size_t n = in.count(); n > 0; --n) record.section.push_back(get_section(in));
  if (!in.at_end()) get_text_ranges(in, passage.text.size(), passage.markup);
  if (!in.at_end()) passage.origin = get_origin(in, passage.text.size());
  if (!in.at_end()) RecordReader::fail();
  return record;
}

void decode_passage_text(std::string_view bytes, ComparedText& out) {
  RecordReader in(open_record(bytes, out.room));
  for (int field = 0; field < 2; ++field) in.text();  // the ids
  out.text = in.text();
  in.number();                                                       // the kind
  in.text();                                                         // the language
  pass_numbers(in, 4);                                               // two numbers, and the bytes
  for (std::size_t n = in.count(); n > 0; --n) pass_numbers(in, 4);  // a span
  get_text_ranges(in, out.text.size(), out.sentences);
  for (std::size_t n = in.count(); n > 0; --n) pass_citation(in);
  for (std::size_t n = in.count(); n > 0; --n) pass_section(in);
  out.markup.clear();
  out.joints.clear();
  if (!in.at_end()) get_text_ranges(in, out.text.size(), out.markup);
  if (!in.at_end()) out.joints = get_origin(in, out.text.size()).joints;
}

std::string decode_passage_id(std::string_view bytes) {
  std::string room;
  RecordReader in(open_record(bytes, room));
  in.text();  // the report id
  return std::string(in.text());
}

std::string encode(const Report& report, const PassageCounts& counts) {
  RecordWriter out;
  for (const std::string* text : {&report.id, &report.title, &report.publisher, &report.date,
                                  &report.url, &report.language, &report.path, &report.sha256}) {
    out.text(*text);
  }
  out.number(report.size);
  out.number(counts.passages);
  out.number(counts.citations);
  out.number(report.contents.size());
  for (const ContentsEntry& entry : report.contents) {
    out.text(entry.number);
    out.text(entry.title);
    put_range(out, entry.bytes);
  }
  out.number(report.sections.size());
  for (const Section& section : report.sections) {
    put_section(out, section);
    out.number(static_cast<std::uint64_t>(section.parent + 1));
    put_range(out, section.bytes);
  }
  out.number(report.listed_sources.size());
  for (const ListedSource& source : report.listed_sources) {
    for (const std::string* text : {&source.id, &source.title, &source.publisher, &source.url}) {
      out.text(*text);
    }
    out.number(source.sequence);
  }
  // Absent where there is nothing to tell, so that records made before are still valid.
  const bool more = report.extraction || has_more(report);
  if (more || report.encoding != Encoding::kUtf8) {
    out.number(static_cast<std::uint64_t>(report.encoding));
  }
  if (more) put_more(out, report);
  if (report.extraction) put_extraction(out, *report.extraction);
  return seal_record(out.fields());
}

ReportRecord decode_report(std::string_view bytes) {
  std::string room;
  RecordReader in(open_record(bytes, room));
  ReportRecord record;
  Report& report = record.report;
  for (std::string* text : {&report.id, &report.title, &report.publisher, &report.date, &report.url,
                            &report.language, &report.path, &report.sha256}) {
    *text = in.text();
  }
  report.size = in.number();
  record.passage_count = in.number();
  record.citation_count = in.number();
  for (std::size_t n = in.count(); n > 0; --n) {
    ContentsEntry entry;
    entry.number = in.text();
    entry.title = in.text();
    entry.bytes = get_range(in);
    report.contents.push_back(std::move(entry));
  }
  for (std::size_t n = in.count(); n > 0; --n) {
    Section section = get_section(in);
    const std::uint64_t parent = in.number();
    if (parent > report.sections.size()) RecordReader::fail();  // parents come first: no loops
    section.parent = static_cast<std::int32_t>(parent) - 1;
    section.bytes = get_range(in);
    report.sections.push_back(std::move(section));
  }
  for (std::size_t n = in.count(); n > 0; --n) {
    ListedSource source;
    for (std::string* text : {&source.id, &source.title, &source.publisher, &source.url}) {
      *text = in.text();
    }
    source.sequence = in.number32();
    report.listed_sources.push_back(std::move(source));
  }
  if (!in.at_end()) {
    report.encoding = in.one_of(kLastEncoding);
    if (in.at_end() && report.encoding == Encoding::kUtf8) RecordReader::fail();
    if (!in.at_end()) get_more(in, report);
    if (!in.at_end()) report.extraction = get_extraction(in);
  }
  if (!in.at_end()) RecordReader::fail();
  return record;
}

std::string reader_of(const Report& report) {
  return report.extraction ? report.extraction->reader : "";
}

std::string encode(const FileRecord& record) {
  RecordWriter out;
  out.text(record.stamp.path);
  out.number(record.stamp.size);
  out.number(static_cast<std::uint64_t>(record.stamp.mtime_ns));
  out.text(record.sha256);
  out.number(static_cast<std::uint64_t>(record.stamp.ctime_ns));
  out.number(record.stamp.inode);
  // Absent where there is nothing to say, as in records made before there could be.
  const bool extracted = !record.reader.empty();
  if (extracted || !record.stamp.given.empty()) out.text(record.stamp.given);
  if (extracted) {
    out.text(record.reader);
    out.text(record.item);
    out.text(record.reader_before);
  }
  return seal_record(out.fields());
}

FileRecord decode_file(std::string_view bytes) {
  std::string room;
  RecordReader in(open_record(bytes, room));
  FileRecord record;
  record.stamp.path = in.text();
  record.stamp.size = in.number();
  record.stamp.mtime_ns = static_cast<std::int64_t>(in.number());
  record.sha256 = in.text();
  if (in.at_end()) return record;  // of format 5
  record.stamp.ctime_ns = static_cast<std::int64_t>(in.number());
  record.stamp.inode = in.number();
  if (!in.at_end()) record.stamp.given = in.text();
  if (!in.at_end()) {
    record.reader = in.text();
    record.item = in.text();
    record.reader_before = in.text();
  }
  if (!in.at_end()) RecordReader::fail();
  return record;
}

}  // namespace ibid
