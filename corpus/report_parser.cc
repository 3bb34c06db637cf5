// SPDX-License-Identifier: GPL-2.0-or-later
//
// See report_parser.h: walks the blocks of a document once, from its head to its last source.
#include "corpus/report_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "corpus/code_points.h"
#include "corpus/contents.h"
#include "corpus/heading.h"
#include "corpus/known_titles.h"
#include "corpus/outline.h"
#include "corpus/passage_id.h"
#include "corpus/passage_text.h"
#include "corpus/report_head.h"
#include "corpus/section_tree.h"
#include "corpus/source_list.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxNoted = 5;  // places a note names; the count tells of the others

class Parser {
 public:
  Parser(const DecodedText& decoded, std::string_view report_id)
      : decoded_(decoded), blocks_(split_blocks(decoded.text)), tree_(report_.sections) {
    report_.id = report_id;
    report_.notes = decoded.notes;
    report_.encoding = decoded.encoding;
  }

  Report parse(std::string_view file_stem) {
    const ReportHead head = read_head(decoded_.text, blocks_);
    report_.title = head.title.empty() ? std::string(file_stem) : head.title;
    report_.publisher = head.publisher;
    report_.url = head.url;
    report_.date = head.date.empty() ? find_date_in_name(file_stem) : head.date;
    add_head_prose(head.end);
    LinePosition body = head.end;
    if (head.contents_follow) body = take_contents(head.contents);
    add_body(body);
    finish_entry();
    report_.language = report_language();
    add_notes();
    return std::move(report_);
  }

 private:
  ByteRange to_file(ByteRange text) const {
    return file_range(decoded_.map.runs(text, 0), {0, text.size()});
  }

  void add_head_prose(LinePosition end) {
    for (std::size_t b = 0; b < end.block && b < blocks_.size(); ++b) {
      if (is_prose(decoded_.text, blocks_[b])) add_passages(blocks_[b].lines);
    }
  }

  LinePosition take_contents(LinePosition title) {
    Contents contents = read_contents(decoded_.text, blocks_, {title.block, title.line + 1});
    for (ContentsEntry& entry : contents.entries) {
      entry.bytes = to_file(entry.bytes);
      report_.contents.push_back(std::move(entry));
    }
    return contents.end;
  }

  void add_body(LinePosition begin) {
    for (std::size_t b = begin.block; b < blocks_.size(); ++b) {
      Block& block = blocks_[b];
      if (b == begin.block) {
        block.lines.erase(block.lines.begin(),
                          block.lines.begin() + static_cast<std::ptrdiff_t>(begin.line));
      }
      if (!block.lines.empty()) add_block(block);
    }
  }

  void add_block(Block& block) {
    if (const Heading heading = read_heading(decoded_.text, block)) {
      open_section(heading, block);
      block.lines.erase(block.lines.begin(),
                        block.lines.begin() + static_cast<std::ptrdiff_t>(heading.lines));
      if (block.lines.empty()) return;
      block.form = Block::Form::kLine;
    }
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

  void open_section(const Heading& heading, const Block& block) {
    finish_entry();
    const ByteRange text{block.lines.front().begin, block.lines[heading.lines - 1].end};
    section_ = tree_.add(heading, to_file(text));
    ordinal_ = 0;
  }

  PassageKind kind() const {
    return section_ < 0 ? PassageKind::kBody
                        : report_.sections[static_cast<std::size_t>(section_)].kind;
  }

  void add_text(const Block& block) {
    if (kind() != PassageKind::kSource) {
      add_passages(block.lines);
      return;
    }
    for (const auto& lines : split_entries(decoded_.text, block)) {
      const bool addendum = block.form != Block::Form::kBullet && lines.size() == 1 &&
                            is_addendum(slice(decoded_.text, lines.front()));
      if (!addendum) finish_entry();
      entry_.insert(entry_.end(), lines.begin(), lines.end());
    }
  }

  // An entry is held back until the next one begins, for its address may stand in a later block.
  void finish_entry() {
    if (entry_.empty()) return;
    const std::size_t first = report_.passages.size();
    add_passages(std::exchange(entry_, {}));
    for (std::size_t i = first; i < report_.passages.size(); ++i) {
      for (ListedSource& source : parse_source_entry(report_.passages[i].text)) {
        source.sequence = report_.passages[i].sequence;
        report_.listed_sources.push_back(std::move(source));
      }
    }
  }

  void add_passages(const std::vector<ByteRange>& lines) {
    std::vector<PassageText> parts = cut_to_size(join_lines(decoded_, lines));
    if (parts.size() > 1) {
      report_.notes.push_back(
          fmt::format("the paragraph at offset {} is larger than {} bytes and "
                      "stands as {} passages",
                      parts.front().runs.front().file_begin, kMaxPassageBytes, parts.size()));
    }
    for (PassageText& part : parts) {
      Passage passage = make_passage(std::move(part), kind());
      passage.section = section_;
      passage.ordinal = ++ordinal_;
      passage.sequence = static_cast<std::uint32_t>(report_.passages.size());
      passage.id = passage_id(report_.id, locator(), passage.ordinal);
      report_.passages.push_back(std::move(passage));
    }
  }

  std::string_view locator() const {
    if (section_ < 0) return "0";
    return report_.sections[static_cast<std::size_t>(section_)].locator;
  }

  // "mul" where the smaller language has a quarter of the text.
  std::string report_language() const {
    std::uint64_t all = 0;
    std::uint64_t english = 0;
    std::uint64_t korean = 0;
    for (const Passage& passage : report_.passages) {
      all += passage.text.size();
      if (passage.language == "en") english += passage.text.size();
      if (passage.language == "ko") korean += passage.text.size();
    }
    if (english + korean == 0) return "und";
    if (std::min(english, korean) * 4 >= all) return "mul";
    return korean > english ? "ko" : "en";
  }

  void add_notes() {
    for (std::size_t i = 0; i < tree_.repeated().size() && i < kMaxNoted; ++i) {
      report_.notes.push_back(
          fmt::format("the section number {} is used more than once", tree_.repeated()[i]));
    }
    note_malformed_ids();
    note_missing_sections();
  }

  void note_malformed_ids() {
    std::size_t count = 0;
    for (const Passage& passage : report_.passages) {
      for (const Citation& citation : passage.citations) {
        if (citation.form != Citation::Form::kMalformed || ++count > kMaxNoted) continue;
        report_.notes.push_back(fmt::format("the source id \"{}\" at offset {} breaks the grammar",
                                            citation.source, citation.bytes.begin));
      }
    }
    if (count > kMaxNoted) {
      report_.notes.push_back(fmt::format("{} source ids break the grammar", count));
    }
  }

  void note_missing_sections() {
    std::vector<std::string_view> numbers;
    for (const Section& section : report_.sections) numbers.push_back(section.number);
    std::sort(numbers.begin(), numbers.end());
    for (const ContentsEntry& entry : report_.contents) {
      if (std::binary_search(numbers.begin(), numbers.end(), entry.number)) continue;
      report_.notes.push_back(fmt::format("the contents name section {} \"{}\", which is not there",
                                          entry.number, entry.title));
    }
  }

  const DecodedText& decoded_;
  std::vector<Block> blocks_;
  Report report_;
  SectionTree tree_;
  std::int32_t section_ = -1;
  std::uint32_t ordinal_ = 0;     // of the last passage in the section
  std::vector<ByteRange> entry_;  // lines of the source entry that may go on
};

}  // namespace

Report parse_report(const DecodedText& decoded, std::string_view report_id,
                    std::string_view file_stem) {
  return Parser(decoded, report_id).parse(file_stem);
}

}  // namespace ibid
