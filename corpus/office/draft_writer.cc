// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/office/draft_writer.h"

#include <algorithm>

#include "corpus/text/byte_range.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using PieceKind = Draft::Piece::Kind;

// One address may be that of very many links.
constexpr std::uint64_t kMostAddressBytes = std::uint64_t{16} << 20;
constexpr std::size_t kMostAddress = 4096;

bool leads_to_the_web(std::string_view address) {
  const std::string scheme = ascii_lower(address.substr(0, 8));
  return scheme.starts_with("http://") || scheme == "https://";
}

}  // namespace

void DraftWriter::write(const Draft& draft) {
  const auto first = static_cast<std::uint32_t>(out_.file().marks.size());
  if (draft.is_title) out_.add_field("title", draft.text, "style of the title");
  write_block(draft);
  // Marks that came with the block, in their order; a mark that is not written has no place.
  for (std::uint32_t i = 0; i < draft.marks.size(); ++i) write_note(draft.marks[i], first + i);
  for (const Draft& inner : draft.after) write(inner);
}

void DraftWriter::write_note(const Draft::Mark& mark, std::uint32_t index) {
  WrittenMark written{index, ExtractedBlock::kNone, mark.family, mark.counted};
  for (const Draft& part : mark.note) {
    std::size_t skipped = 0;
    if (written.note == ExtractedBlock::kNone && !mark.counted) {
      // The note repeats the author's own mark.
      const std::size_t begin = skip_spaces(part.text, 0);
      const bool repeats = std::string_view(part.text).substr(begin).starts_with(mark.label);
      if (repeats) skipped = begin + mark.label.size();
    }
    Draft note = part;
    note.kind = ExtractedBlock::Kind::kNote;
    note.level = 0;
    note.table = Draft::kNone;
    if (written.note == ExtractedBlock::kNone) note.label = mark.label;
    const std::uint32_t block = write_block(note, skipped);
    if (written.note == ExtractedBlock::kNone) written.note = block;
    for (const Draft& inner : part.after) {
      Draft hanging = inner;
      hanging.kind = ExtractedBlock::Kind::kNote;
      write(hanging);
    }
  }
  out_.file().marks[index].note = written.note;
  marks_.push_back(written);
}

void DraftWriter::set_label(const WrittenMark& mark, const std::string& label) {
  out_.file().marks[mark.mark].label = label;
  if (mark.note != ExtractedBlock::kNone) out_.file().blocks[mark.note].label = label;
}

std::uint32_t DraftWriter::write_block(const Draft& draft, std::size_t skipped) {
  const std::size_t first_mark = out_.file().marks.size();
  out_.begin_block(draft.kind, draft.level, draft.label);
  const std::uint64_t begin = out_.at();
  write_pieces(draft, skipped);
  const std::uint32_t index = out_.end_block();
  pull_marks_back(first_mark, begin);
  if (index != ExtractedBlock::kNone && draft.table != Draft::kNone) {
    if (draft.is_head) {
      heads_.emplace(draft.table, index);
    } else if (const auto head = heads_.find(draft.table); head != heads_.end()) {
      out_.file().blocks[index].header = head->second;
    }
  }
  return index;
}

void DraftWriter::write_pieces(const Draft& draft, std::size_t skipped) {
  std::size_t at = 0;
  std::uint32_t link = Draft::kNone;
  std::uint64_t link_begin = 0;
  const auto set_link = [&](std::uint32_t next) {
    if (next == link) return;
    if (link < addresses_.size() && out_.at() > link_begin) {
      const std::string& address = addresses_[link];
      address_bytes_ += address.size();
      if (leads_to_the_web(address) && address.size() <= kMostAddress &&
          address_bytes_ <= kMostAddressBytes) {
        out_.add_link(link_begin, address);
      }
    }
    link = next;
    link_begin = out_.at();
  };
  for (const Draft::Piece& piece : draft.pieces) {
    const std::string_view text = std::string_view(draft.text).substr(at, piece.size);
    const std::size_t dropped = std::min(text.size(), skipped - std::min(skipped, at));
    at += piece.size;
    switch (piece.kind) {
      case PieceKind::kText: {
        set_link(piece.link);
        if (dropped == text.size()) break;
        const TextSpan span =
            TextSpan{0, piece.source, piece.size, piece.source_length}.clip(dropped, text.size());
        out_.add(text.substr(dropped), draft.part, span.file_begin, span.file_length);
        break;
      }
      case PieceKind::kUnplaced:
        set_link(piece.link);
        out_.add_unplaced(text.substr(dropped));
        break;
      case PieceKind::kMark:
        out_.add_mark(draft.marks[piece.index].label);
        break;
      case PieceKind::kLeftOut: {
        const Draft::LeftOut& left = draft.left_out[piece.index];
        out_.leave_out(left.reason, left.text, left.part);
        break;
      }
    }
  }
  set_link(Draft::kNone);
}

// A mark belongs to the word before it, not to the space between.
void DraftWriter::pull_marks_back(std::size_t first, std::uint64_t begin) {
  ExtractedFile& file = out_.file();
  for (std::size_t i = first; i < file.marks.size(); ++i) {
    std::size_t at = std::min<std::size_t>(file.marks[i].at, file.text.size());
    while (at > begin) {
      std::size_t before = at;
      if (!is_space(previous_code_point(file.text, before))) break;
      at = before;
    }
    file.marks[i].at = at;
  }
}

}  // namespace ibid
