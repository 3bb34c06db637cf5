// SPDX-License-Identifier: GPL-2.0-or-later
//
// See report_parser.h: reads the blocks of a document once, from its head to its last source.
#include "corpus/parser/report_parser.h"

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "corpus/citations/entry_label.h"
#include "corpus/citations/reference_list.h"
#include "corpus/citations/reference_marks.h"
#include "corpus/citations/source_list.h"
#include "corpus/extract/mark_blocks.h"
#include "corpus/heads/report_head.h"
#include "corpus/layout/contents.h"
#include "corpus/layout/form_furniture.h"
#include "corpus/layout/heading.h"
#include "corpus/layout/known_titles.h"
#include "corpus/layout/outline.h"
#include "corpus/layout/source_list_title.h"
#include "corpus/parser/chunk_builder.h"
#include "corpus/parser/extracted_head.h"
#include "corpus/parser/passage_origins.h"
#include "corpus/parser/passage_text.h"
#include "corpus/parser/section_tree.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/source_identity.h"
#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxTableHead = 1000;  // bytes; each row is found by its words
constexpr std::size_t kMaxNoted = 5;         // section numbers that are used more than once

// Those of `markup` that begin in `range`.
std::vector<ByteRange> signs_in(const std::vector<ByteRange>& markup, ByteRange range) {
  const auto begin = std::ranges::lower_bound(markup, range.begin, {}, &ByteRange::begin);
  const auto end = std::ranges::lower_bound(begin, markup.end(), range.end, {}, &ByteRange::begin);
  return {begin, end};
}

class Parser {
 public:
  // `report` has its id; the parser fills in the rest.
  Parser(ParsedText text, Report& report)
      : decoded_(text.decoded),
        markdown_(text.markdown),
        extracted_(text.extracted),
        report_(report),
        tree_(report.sections) {
    report_.notes = decoded_.notes;
    report_.encoding = decoded_.encoding;
    if (extracted_ != nullptr) origins_.emplace(*extracted_);
  }

  void parse(std::string_view file_stem, std::uint64_t chunk_bytes, const TakeChunk& take) {
    ReportHead head = read_head(decoded_.text, markdown_);
    if (extracted_ != nullptr) freed_title_ = limit_to_fields(head, *extracted_);
    report_.title = head.title.empty() ? std::string(file_stem) : head.title;
    report_.publisher = head.publisher;
    report_.url = head.url;
    report_.author = head.author;
    report_.date = head.date.empty() ? find_date_in_name(file_stem) : head.date;
    if (!head.first_form || extracted_ != nullptr) keep_origins(head);
    if (extracted_ != nullptr) apply_file(*extracted_);
    chunks_.emplace(report_, chunk_bytes, take);
    add_blocks(head);
    finish_entry();
    chunks_->hand_over();
    for (std::size_t i = 0; i < tree_.repeated().size() && i < kMaxNoted; ++i) {
      report_.notes.push_back(
          fmt::format("the section number {} is used more than once", tree_.repeated()[i]));
    }
  }

 private:
  ByteRange to_file(ByteRange text) const {
    return file_range(decoded_.map.spans(text, 0), {0, text.size()});
  }

  void apply_file(const ExtractedFile& file) {
    report_.notes.insert(report_.notes.end(), file.notes.begin(), file.notes.end());
    report_.extraction = extraction_of(file);
    apply_fields(file, report_);
  }

  // Whether a block among those of the head is text of the file as others are.
  bool is_text(const ReportHead& head, const Block& block) const {
    if (extracted_ == nullptr) return false;
    const ByteRange lines{block.lines.front().begin, block.lines.back().end};
    if (!head.first_form) return overlaps(freed_title_, lines);
    return std::none_of(head.origins.begin(), head.origins.end(),
                        [&](const FieldOrigin& origin) { return overlaps(origin.bytes, lines); });
  }

  // Records of reports of the first form stay as they were: explain_head() tells theirs.
  void keep_origins(const ReportHead& head) {
    for (FieldOrigin origin : head.origins) {
      origin.bytes = to_file(origin.bytes);
      report_.origins.push_back(std::move(origin));
    }
    for (FurnitureLine line : head.furniture) {
      line.bytes = to_file(line.bytes);
      report_.furniture.push_back(std::move(line));
    }
  }

  void add_blocks(const ReportHead& head) {
    for (ContentsEntry entry : head.plain_contents) {
      entry.bytes = to_file(entry.bytes);
      report_.contents.push_back(std::move(entry));
    }
    BlockReader reader(decoded_.text, head.text_begin, markdown_);
    ContentsReader contents;
    bool in_contents = head.contents_follow;
    std::optional<Block> block;
    following_ = reader.next();
    for (LinePosition at; (block = std::exchange(following_, {})); at = {at.block + 1, 0}) {
      following_ = reader.next();
      if (at.block < head.end.block) {
        if (is_text(head, *block)) {
          add_block(*block);
        } else if (is_prose(decoded_.text, *block)) {
          add_passages({block->lines, block->markup});
        }
        continue;
      }
      if (at.block == head.end.block) at.line = head.end.line;
      if (in_contents) {
        if (at.block == head.contents.block) at.line = head.contents.line + 1;
        in_contents = take_contents(contents, *block, at.line);
      }
      if (!head.plain_contents.empty()) skip_plain_contents(head, *block, at);
      block->lines.erase(block->lines.begin(),
                         block->lines.begin() + static_cast<std::ptrdiff_t>(at.line));
      if (!block->lines.empty()) add_block(*block);
    }
  }

  // Their title is the first line of a block.
  static void skip_plain_contents(const ReportHead& head, const Block& block, LinePosition& at) {
    if (at.block < head.contents.block || at >= head.contents_end) return;
    const bool last = at.block == head.contents_end.block;
    at.line = last ? head.contents_end.line : block.lines.size();
  }

  // Moves `line` past the entries of the block. False: the contents end in this block.
  bool take_contents(ContentsReader& contents, const Block& block, std::size_t& line) {
    for (; line < block.lines.size(); ++line) {
      std::optional<ContentsEntry> entry = contents.next(decoded_.text, block.lines[line]);
      if (!entry) return false;
      entry->bytes = to_file(entry->bytes);
      report_.contents.push_back(std::move(*entry));
    }
    return true;
  }

  void add_block(Block& block) {
    if (const Heading heading = heading_of(block)) {
      const bool in_text = is_label_of_list(block);
      if (!in_text) open_section(heading, block);
      block.lines.erase(block.lines.begin(),
                        block.lines.begin() + static_cast<std::ptrdiff_t>(heading.lines));
      in_list_ = in_text;
      if (!in_text && needs_numbered_entries(heading.title) && !lists_numbers(block)) {
        report_.sections[static_cast<std::size_t>(section_)].kind = PassageKind::kBody;
      }
      if (block.lines.empty()) return;
      block.kind = Block::Kind::kLine;
    }
    if (kind() != PassageKind::kSource && take_list_below(block)) return;
    if (is_form_furniture(decoded_.text, block, kind())) return add_furniture(block);
    // "…text\nConclusion\n• …": the last line of a block may be the next section's heading.
    const ByteRange last = block.lines.back();
    const bool heading_below =
        block.lines.size() > 1 && is_known_heading(slice(decoded_.text, last));
    if (heading_below) block.lines.pop_back();
    add_text(block);
    if (heading_below) {
      block.lines = {last};
      open_section({"", std::string(slice(decoded_.text, last)), 0, 1}, block);
    }
  }

  std::string_view first_line(const Block& block) const {
    return slice(decoded_.text, block.lines.front());
  }

  // An entry of a numbered list may look like a heading: "3. Shipping Statistics".
  Heading heading_of(const Block& block) const {
    if (kind() == PassageKind::kSource && block.kind == Block::Kind::kLine) {
      const auto number = label_number(read_entry_label(first_line(block)).label);
      if (number && *number == last_entry_ + 1 && *number != number_after_section()) return {};
    }
    Heading heading = read_heading(decoded_.text, block);
    if (heading && extracted_ != nullptr) add_label(block, heading);
    return heading;
  }

  // What stands before the heading on the page is its number, and the file knows its level.
  void add_label(const Block& block, Heading& heading) const {
    const ExtractedBlock* source = block_at(*extracted_, block.lines.front().begin);
    if (source == nullptr || source->kind != ExtractedBlock::Kind::kHeading) return;
    heading.by_level = true;
    if (heading.number.empty()) take_label(source->label, heading);
  }

  // 5 in section 4: what looks like the next section is one. 0 in a section without a number.
  std::uint32_t number_after_section() const {
    if (section_ < 0 || in_list_) return 0;
    const auto number = label_number(report_.sections[static_cast<std::size_t>(section_)].number);
    return number ? *number + 1 : 0;
  }

  // "Citations:" right above its entries labels them; it opens no section.
  bool is_label_of_list(const Block& block) const {
    if (block.kind != Block::Kind::kLine || block.lines.size() < 2) return false;
    const std::string_view line = first_line(block);
    if (!line.ends_with(':') || source_list_title(line).size() + 1 != line.size()) return false;
    return bool(read_entry_label(slice(decoded_.text, block.lines[1])));
  }

  // True if the rest of a heading's block, or the block below, begins with an entry's number.
  bool lists_numbers(const Block& rest) const {
    const Block* block = !rest.lines.empty() ? &rest : following_ ? &*following_ : nullptr;
    return block != nullptr && read_entry_label(first_line(*block));
  }

  // Entries among the text of a report: definitions of Markdown ("[^kea]: …", "[1]: https://…"),
  // and numbers in brackets with addresses. Adds the block if it has any.
  bool take_list_below(const Block& block) {
    if (block.kind == Block::Kind::kHash) return false;
    const auto begin = std::find_if(block.lines.begin(), block.lines.end(), [&](ByteRange line) {
      return begins_entry(slice(decoded_.text, line));
    });
    if (begin == block.lines.end()) return false;
    if (begin != block.lines.begin()) {
      add_passages({{block.lines.begin(), begin},
                    signs_in(block.markup, {block.lines.front().begin, begin->begin})});
    }
    Block list = block;
    list.lines = {begin, block.lines.end()};
    list.kind = Block::Kind::kLine;
    for (const auto& lines : split_entries(decoded_.text, list)) {
      add_passages({lines, signs_in(block.markup, {lines.front().begin, lines.back().end})},
                   PassageKind::kSource);
    }
    return true;
  }

  static bool begins_entry(std::string_view line) {
    if (!line.starts_with('[')) return false;
    const EntryLabel label = read_entry_label(line);
    if (!label) return false;
    if (label.kind != EntryLabel::Kind::kNumber) return true;
    return begins_like_url(line.substr(label.size)) || line.find("://") != std::string_view::npos;
  }

  void add_furniture(const Block& block) {
    const ByteRange bytes{block.lines.front().begin, block.lines.back().end};
    report_.furniture.push_back({join_lines(decoded_, {block.lines}).text, to_file(bytes)});
  }

  void open_section(const Heading& heading, const Block& block) {
    finish_entry();
    in_list_ = false;
    last_entry_ = 0;
    const ByteRange text{block.lines.front().begin, block.lines[heading.lines - 1].end};
    section_ = tree_.add(heading, to_file(text));
    chunks_->open_section(section_);
    ordinal_ = 0;
  }

  PassageKind kind() const {
    if (in_list_) return PassageKind::kSource;
    return section_ < 0 ? PassageKind::kBody
                        : report_.sections[static_cast<std::size_t>(section_)].kind;
  }

  void add_text(const Block& block) {
    if (is_markup_only(block)) {
      for (const ByteRange line : block.lines) {
        report_.furniture.push_back({std::string(slice(decoded_.text, line)), to_file(line)});
      }
      return;
    }
    if (kind() != PassageKind::kSource) {
      if (!block.header.empty() && block.header.size() <= kMaxTableHead) {
        table_head_ =
            unmarked(decoded_.text, block.header, signs_in(markdown_->markup, block.header));
      }
      add_passages({block.lines, block.markup});
      table_head_.clear();
      return;
    }
    for (const auto& lines : split_entries(decoded_.text, block)) {
      const bool addendum = block.kind != Block::Kind::kBullet && lines.size() == 1 &&
                            is_addendum(slice(decoded_.text, lines.front()));
      if (!addendum) {
        finish_entry();
        const EntryLabel label = read_entry_label(slice(decoded_.text, lines.front()));
        if (const auto number = label_number(label.label)) last_entry_ = *number;
      }
      entry_.lines.insert(entry_.lines.end(), lines.begin(), lines.end());
      const auto signs = signs_in(block.markup, {lines.front().begin, lines.back().end});
      entry_.markup.insert(entry_.markup.end(), signs.begin(), signs.end());
    }
  }

  // A picture without words, tags alone.
  bool is_markup_only(const Block& block) const {
    if (block.markup.empty()) return false;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      if (!trim(unmarked_line(decoded_.text, block, i)).empty()) return false;
    }
    return true;
  }

  // An entry is held back until the next one begins, since its address may be in a later block.
  void finish_entry() {
    if (!entry_.lines.empty()) add_passages(std::exchange(entry_, {}));
  }

  void add_passages(const PassageLines& lines) { add_passages(lines, kind()); }

  void add_passages(const PassageLines& lines, PassageKind kind) {
    const auto add = [this, kind](PassageText text) { add_passage(std::move(text), kind); };
    const std::size_t pieces = cut_to_size(decoded_, lines, add);
    if (pieces <= 1) return;
    report_.notes.push_back(
        fmt::format("the paragraph at offset {} is larger than {} bytes and "
                    "is split into {} passages",
                    to_file(lines.lines.front()).begin, kMaxPassageBytes, pieces));
  }

  void add_passage(PassageText text, PassageKind kind) {
    Passage passage = begin_passage(std::move(text), kind);
    passage.section = section_;
    passage.table_head = table_head_;
    passage.ordinal = ++ordinal_;
    passage.sequence = sequence_++;
    passage.id = passage_id(report_.id, locator(), passage.ordinal);
    if (origins_) origins_->fill(passage);
    chunks_->add(std::move(passage));
  }

  std::string_view locator() const {
    if (section_ < 0) return "0";
    return report_.sections[static_cast<std::size_t>(section_)].locator;
  }

  const DecodedText& decoded_;
  const TextMarks* markdown_;
  const ExtractedFile* extracted_;
  std::optional<PassageOrigins> origins_;
  ByteRange freed_title_;  // a line of the head that is not the title
  Report& report_;
  SectionTree tree_;
  std::optional<ChunkBuilder> chunks_;
  std::int32_t section_ = -1;
  std::uint32_t ordinal_ = 0;       // of the last passage in the section
  std::uint32_t sequence_ = 0;      // of the next passage
  PassageLines entry_;              // the source entry that may continue
  std::uint32_t last_entry_ = 0;    // number of the last entry of the source list
  bool in_list_ = false;            // entries below a label that is no heading
  std::optional<Block> following_;  // the block below the one that is read
  std::string table_head_;          // of the row that is being added
};

// Bytes of a text whose chunks are all held until its lists are known; a larger one is read twice.
constexpr std::uint64_t kHeldBytes = 4 * 1024 * 1024;

Report parse_held(ParsedText text, Report report, std::string_view file_stem,
                  std::uint64_t chunk_bytes, const TakeChunk& take) {
  std::vector<Report> chunks;
  ReferenceCollector collector;
  Parser(text, report).parse(file_stem, chunk_bytes, [&](Report chunk) {
    collector.see(chunk);
    chunks.push_back(std::move(chunk));
  });
  report.references = collector.take();
  for (Report& chunk : chunks) {
    chunk.references = report.references;
    take(std::move(chunk));
  }
  return report;
}

Report parse_twice(ParsedText text, Report report, std::string_view file_stem,
                   std::uint64_t chunk_bytes, const TakeChunk& take) {
  ReferenceCollector collector;
  Report scratch = report;
  Parser(text, scratch).parse(file_stem, chunk_bytes, [&](const Report& chunk) {
    collector.see(chunk);
  });
  const auto references = collector.take();
  Parser(text, report).parse(file_stem, chunk_bytes, [&](Report chunk) {
    chunk.references = references;
    take(std::move(chunk));
  });
  report.references = references;
  return report;
}

}  // namespace

Report parse_in_chunks(ParsedText text, std::string_view report_id, std::string_view file_stem,
                       std::uint64_t chunk_bytes, const TakeChunk& take) {
  Report report;
  report.id = report_id;
  const bool held =
      text.decoded.text.size() <= kHeldBytes || chunk_bytes >= text.decoded.text.size();
  return (held ? parse_held : parse_twice)(text, std::move(report), file_stem, chunk_bytes, take);
}

Report parse_report(ParsedText text, std::string_view report_id, std::string_view file_stem) {
  Report all;  // the only chunk: its sections are the report's
  Report report = parse_in_chunks(text, report_id, file_stem, UINT64_MAX,
                                  [&](Report chunk) { all = std::move(chunk); });
  conclude(report, finish_chunk(all));
  report.passages = std::move(all.passages);
  return report;
}

}  // namespace ibid
