// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/extracted_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::array kFormats =
    std::to_array<const char*>({"text", "markdown", "html", "json", "json-lines", "rss", "atom",
                                "docx", "hwpx", "odt", "epub", "hwp", "pdf", "eml"});
constexpr std::array kGrades = std::to_array<const char*>({"byte", "part", "page"});
constexpr std::array kReasons = std::to_array<const char*>(
    {"deleted", "hidden", "comment", "copy", "page frame", "navigation", "decoy", "unreadable"});

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

class Check {
 public:
  explicit Check(const ExtractedFile& file) : file_(file) {}

  std::string run() {
    if (!is_utf8(file_.text)) return "its text is not UTF-8";
    if (file_.parts.empty()) return "it has no parts";
    for (const auto check : {&Check::blocks, &Check::anchors, &Check::marks, &Check::links,
                             &Check::joints, &Check::left_out, &Check::texts}) {
      if (std::string why = (this->*check)(); !why.empty()) return why;
    }
    return "";
  }

 private:
  bool is_edge(std::uint64_t at) const {
    return at <= file_.text.size() && (at == file_.text.size() || !is_continuation(file_.text[at]));
  }
  bool is_range(ByteRange range) const {
    return range.begin < range.end && is_edge(range.begin) && is_edge(range.end);
  }

  std::string blocks() {
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < file_.blocks.size(); ++i) {
      const ExtractedBlock& block = file_.blocks[i];
      if (!is_range(block.text) || block.text.begin < end) return "a block is out of order";
      if (trim(std::string_view(file_.text), block.text) != block.text) {
        return "a block has white space at its edge";
      }
      if (block.header != ExtractedBlock::kNone && block.header > i) {
        return "a row leads to no head";
      }
      if (!is_utf8(block.label)) return "a label is not UTF-8";
      end = block.text.end;
    }
    return "";
  }

  std::string anchors() {
    std::uint64_t end = 0;
    for (const SourceAnchor& anchor : file_.anchors) {
      const TextSpan& span = anchor.span;
      if (span.text_begin < end || span.length > file_.text.size() ||
          !is_range({span.text_begin, span.text_end()})) {
        return "an anchor is out of order";
      }
      if (anchor.part >= file_.parts.size()) return "an anchor leads to no part";
      if (file_.grade != AnchorGrade::kPage &&
          (span.file_length == 0 || span.file_end() < span.file_begin)) {
        return "an anchor has no place";
      }
      end = span.text_end();
    }
    return "";
  }

  std::string marks() {
    std::uint64_t before = 0;
    for (const NoteMark& mark : file_.marks) {
      if (!is_edge(mark.at) || mark.at < before) return "a note's mark is out of order";
      if (mark.note >= file_.blocks.size() ||
          file_.blocks[mark.note].kind != ExtractedBlock::Kind::kNote) {
        return "a mark leads to no note";
      }
      before = mark.at;
    }
    return "";
  }

  std::string links() {
    std::uint64_t end = 0;
    for (const TextLink& link : file_.links) {
      if (!is_range(link.text) || link.text.begin < end) return "a link is out of order";
      end = link.text.end;
    }
    return "";
  }

  std::string joints() {
    std::uint64_t before = 0;
    for (const std::uint64_t at : file_.joints) {
      if (!is_edge(at) || at < before) return "a joint is out of order";
      before = at;
    }
    return "";
  }

  std::string left_out() {
    std::uint64_t before = 0;
    for (const LeftOutText& text : file_.left_out) {
      if (!is_edge(text.at) || text.at < before) return "left-out text is out of order";
      if (text.part >= file_.parts.size()) return "left-out text is in no part";
      before = text.at;
    }
    if (file_.left_out_count < file_.left_out.size()) return "left-out text is not counted";
    return "";
  }

  std::string texts() {
    const auto sound = [](const std::string& text) { return is_utf8(text); };
    bool all = sound(file_.reader) && sound(file_.item);
    for (const auto& part : file_.parts) all = all && sound(part.name) && sound(part.sha256);
    for (const auto& mark : file_.marks) all = all && sound(mark.label);
    for (const auto& link : file_.links) all = all && sound(link.url);
    for (const auto& text : file_.left_out) all = all && sound(text.text);
    for (const auto& note : file_.notes) all = all && sound(note);
    for (const auto& field : file_.fields) {
      all = all && sound(field.name) && sound(field.value) && sound(field.rule);
    }
    return all ? "" : "one of its names is not UTF-8";
  }

  const ExtractedFile& file_;
};

}  // namespace

const char* to_string(FileFormat format) { return kFormats[static_cast<std::size_t>(format)]; }
const char* to_string(AnchorGrade grade) { return kGrades[static_cast<std::size_t>(grade)]; }
const char* to_string(LeftOutText::Reason reason) {
  return kReasons[static_cast<std::size_t>(reason)];
}

std::string why_unsound(const ExtractedFile& file) { return Check(file).run(); }

}  // namespace ibid
