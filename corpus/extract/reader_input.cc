// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/reader_input.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostNotes = 50;

// Adds to `anchors`, or extends the last one if both are one stretch.
void append_anchor(std::vector<SourceAnchor>& anchors, const SourceAnchor& added) {
  if (!anchors.empty()) {
    SourceAnchor& last = anchors.back();
    const TextSpan& a = last.span;
    const TextSpan& b = added.span;
    const bool goes_on = last.part == added.part && last.box == added.box &&
                         a.text_end() == b.text_begin && a.file_end() == b.file_begin;
    // Rows of like characters: as many bytes of the file for a byte of text.
    const bool alike =
        a.length == a.file_length
            ? b.length == b.file_length
            : b.length != b.file_length && a.length * b.file_length == b.length * a.file_length;
    if (goes_on && alike) {
      last.span.length += b.length;
      last.span.file_length += b.file_length;
      return;
    }
  }
  anchors.push_back(added);
}

std::string folded(std::string_view value) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = at;
    if (is_space(next_code_point(value, at))) {
      space = !out.empty();
      continue;
    }
    if (std::exchange(space, false)) out += ' ';
    out += value.substr(begin, at - begin);
  }
  return out;
}

}  // namespace

ExtractBuilder::ExtractBuilder(FileFormat format, AnchorGrade grade, std::string reader,
                               std::uint64_t most_text_bytes)
    : most_text_bytes_(most_text_bytes) {
  file_.format = format;
  file_.grade = grade;
  file_.reader = std::move(reader);
}

std::uint32_t ExtractBuilder::add_part(SourcePart part) {
  file_.parts.push_back(std::move(part));
  return static_cast<std::uint32_t>(file_.parts.size() - 1);
}

void ExtractBuilder::begin_block(ExtractedBlock::Kind kind, std::uint8_t level, std::string label) {
  if (in_block_) end_block();
  open_ = {};
  open_.kind = kind;
  open_.level = level;
  open_.label = std::move(label);
  in_block_ = true;
  if (!file_.text.empty()) file_.text += '\n';
  block_begin_ = file_.text.size();
}

ExtractedBlock& ExtractBuilder::block() { return open_; }

std::uint64_t ExtractBuilder::at() const {
  // The LF before the next block comes with the block.
  return file_.text.size() + (in_block_ || file_.text.empty() ? 0 : 1);
}

void ExtractBuilder::grow_by(std::string_view text) {
  if (!in_block_) begin_block(ExtractedBlock::Kind::kParagraph);
  if (file_.text.size() + text.size() > most_text_bytes_) {
    throw Error(ErrorKind::kInput,
                fmt::format("it has more than {} bytes of text; split it", most_text_bytes_));
  }
  file_.text += text;
}

// The offset of the first character of `text` that may begin the open block, or all of them.
std::size_t ExtractBuilder::white_space_dropped(std::string_view text) const {
  return in_block_ && file_.text.size() > block_begin_ ? 0 : skip_spaces(text, 0);
}

void ExtractBuilder::add(std::string_view text, std::uint32_t part, std::uint64_t source_begin,
                         std::uint64_t source_length) {
  const TextSpan whole{0, source_begin, text.size(), source_length};
  const std::size_t dropped = white_space_dropped(text);
  if (dropped == text.size()) return;
  TextSpan span = whole.clip(dropped, text.size());
  grow_by(text.substr(dropped));
  span.text_begin = file_.text.size() - (text.size() - dropped);
  append_anchor(file_.anchors, {span, part, {}});
}

void ExtractBuilder::add(std::string_view text, std::uint32_t page, const PageBox& box) {
  text.remove_prefix(white_space_dropped(text));
  if (text.empty()) return;
  grow_by(text);
  file_.anchors.push_back({{file_.text.size() - text.size(), 0, text.size(), 0}, page, box});
}

void ExtractBuilder::add_unplaced(std::string_view text) {
  text.remove_prefix(white_space_dropped(text));
  if (!text.empty()) grow_by(text);
}

bool ExtractBuilder::ends_in_space() const {
  if (!in_block_ || file_.text.size() == block_begin_) return true;
  std::size_t at = file_.text.size();
  return is_space(previous_code_point(file_.text, at));
}

std::uint32_t ExtractBuilder::end_block() {
  if (!std::exchange(in_block_, false)) return ExtractedBlock::kNone;
  const ByteRange text = trim(std::string_view(file_.text), {block_begin_, file_.text.size()});
  if (text.empty()) {
    cut_at(block_begin_ == 0 ? 0 : block_begin_ - 1);
    return ExtractedBlock::kNone;
  }
  cut_at(text.end);
  open_.text = text;
  file_.blocks.push_back(open_);
  return static_cast<std::uint32_t>(file_.blocks.size() - 1);
}

void ExtractBuilder::cut_at(std::uint64_t end) {
  file_.text.resize(end);
  // What stood in the white space stands before it: other text will come to these offsets.
  const auto pull_back = [end](auto& places) {
    for (auto place = places.rbegin(); place != places.rend() && place->at > end; ++place) {
      place->at = end;
    }
  };
  pull_back(file_.marks);
  pull_back(file_.left_out);
  while (!file_.joints.empty() && file_.joints.back() > end) file_.joints.pop_back();
  for (auto link = file_.links.rbegin(); link != file_.links.rend() && link->text.end > end;
       ++link) {
    link->text.begin = std::min(link->text.begin, end);
    link->text.end = end;
  }
  auto& anchors = file_.anchors;
  while (!anchors.empty() && anchors.back().span.text_begin >= end) anchors.pop_back();
  if (anchors.empty()) return;
  TextSpan& last = anchors.back().span;
  if (last.text_end() <= end) return;
  if (file_.grade == AnchorGrade::kPage) {
    last.length = end - last.text_begin;
  } else {
    last = last.clip(last.text_begin, end);
  }
}

void ExtractBuilder::add_mark(std::string label, std::uint32_t note) {
  file_.marks.push_back({at(), std::move(label), note});
}

void ExtractBuilder::add_link(std::uint64_t begin, std::string url) {
  if (begin < file_.text.size()) {
    file_.links.push_back({{begin, file_.text.size()}, std::move(url)});
  }
}

void ExtractBuilder::add_joint() { file_.joints.push_back(at()); }

void ExtractBuilder::leave_out(LeftOutText::Reason reason, std::string_view text,
                               std::uint32_t part) {
  ++file_.left_out_count;
  text = text.substr(0, floor_boundary(text, std::min(text.size(), kMostLeftOutBytes)));
  if (left_out_bytes_ + text.size() > kMostLeftOutOfFile) return;
  left_out_bytes_ += text.size();
  file_.left_out.push_back({reason, std::string(text), at(), part});
}

void ExtractBuilder::add_field(std::string name, std::string_view value, std::string rule) {
  const auto same = [&](const ExtractedField& field) { return field.name == name; };
  std::string words = folded(value);
  if (words.empty() || std::any_of(file_.fields.begin(), file_.fields.end(), same)) return;
  file_.fields.push_back({std::move(name), std::move(words), std::move(rule)});
}

void ExtractBuilder::add_note(std::string note) {
  if (file_.notes.size() < kMostNotes) file_.notes.push_back(std::move(note));
}

ExtractedFile ExtractBuilder::finish() {
  end_block();
  const std::uint64_t end = file_.text.size();
  const auto clamp = [end](std::uint64_t& at) { at = std::min(at, end); };
  for (NoteMark& mark : file_.marks) clamp(mark.at);
  for (LeftOutText& text : file_.left_out) clamp(text.at);
  std::erase_if(file_.joints, [end](std::uint64_t at) { return at >= end; });
  std::erase_if(file_.marks, [&](const NoteMark& mark) {
    return mark.note >= file_.blocks.size() ||
           file_.blocks[mark.note].kind != ExtractedBlock::Kind::kNote;
  });
  const std::string_view text = file_.text;
  for (TextLink& link : file_.links) {
    link.text = trim(text, {std::min(link.text.begin, end), std::min(link.text.end, end)});
  }
  std::erase_if(file_.links, [](const TextLink& link) { return link.text.empty(); });
  std::stable_sort(
      file_.links.begin(), file_.links.end(),
      [](const TextLink& a, const TextLink& b) { return a.text.begin < b.text.begin; });
  std::uint64_t link_end = 0;
  std::erase_if(file_.links, [&](const TextLink& link) {
    if (link.text.begin < link_end) return true;
    link_end = link.text.end;
    return false;
  });
  const auto by_at = [](const auto& a, const auto& b) { return a.at < b.at; };
  std::stable_sort(file_.marks.begin(), file_.marks.end(), by_at);
  std::stable_sort(file_.left_out.begin(), file_.left_out.end(), by_at);
  return std::move(file_);
}

}  // namespace ibid
