// SPDX-License-Identifier: GPL-2.0-or-later
//
// See passage_text.h.
#include "corpus/passage_text.h"

#include <algorithm>
#include <utility>

#include "corpus/code_points.h"
#include "corpus/language.h"
#include "corpus/sentences.h"
#include "corpus/source_id.h"

namespace ibid {
namespace {

// The end of the last whole sentence of `window`, else of its last whole word, else of the window.
std::size_t find_cut(std::string_view window) {
  const auto sentences = split_sentences(window, find_citation_marks(window));
  if (sentences.size() > 1) return sentences[sentences.size() - 2].end;
  for (std::size_t at = window.size(); at > 0;) {
    if (is_space(previous_code_point(window, at)) && at > 0) return at;
  }
  return window.size();
}

std::vector<ByteRange> find_pieces(std::string_view text) {
  std::vector<ByteRange> pieces;
  for (std::size_t at = skip_spaces(text, 0); at < text.size();) {
    std::size_t end = text.size();
    if (end - at > kPieceBytes) {
      end = floor_boundary(text, at + kPieceBytes);
      end = at + find_cut(text.substr(at, end - at));
    }
    const ByteRange piece = trim(text, {at, end});
    if (!piece.empty()) pieces.push_back(piece);
    at = skip_spaces(text, end);
  }
  return pieces;
}

PassageText cut(const PassageText& whole, ByteRange piece) {
  PassageText part{whole.text.substr(piece.begin, piece.size()), {}};
  auto run = std::upper_bound(
      whole.runs.begin(), whole.runs.end(), piece.begin,
      [](std::uint64_t at, const TextRun& r) { return at < r.text_begin + r.length; });
  for (; run != whole.runs.end() && run->text_begin < piece.end; ++run) {
    TextRun taken = run->part(piece.begin, piece.end);
    taken.text_begin -= piece.begin;
    part.runs.push_back(taken);
  }
  return part;
}

std::vector<Citation> make_citations(const Passage& passage,
                                     const std::vector<CitationMark>& marks) {
  std::vector<Citation> citations;
  std::size_t sentence = 0;
  for (const CitationMark& mark : marks) {
    for (const MarkedSource& source : mark.sources) {
      while (sentence + 1 < passage.sentences.size() &&
             passage.sentences[sentence].end <= source.text.begin) {
        ++sentence;
      }
      citations.push_back({source.source, source.form, file_range(passage, source.text),
                           source.text, static_cast<std::uint32_t>(sentence + 1)});
    }
  }
  return citations;
}

}  // namespace

PassageText join_lines(const DecodedText& decoded, const std::vector<ByteRange>& lines) {
  PassageText joined;
  for (const ByteRange& line : lines) {
    if (!joined.text.empty()) joined.text += ' ';
    const std::vector<TextRun> runs = decoded.map.runs(line, joined.text.size());
    joined.runs.insert(joined.runs.end(), runs.begin(), runs.end());
    joined.text += slice(decoded.text, line);
  }
  return joined;
}

std::vector<PassageText> cut_to_size(PassageText whole) {
  std::vector<PassageText> parts;
  if (whole.text.size() <= kMaxPassageBytes) {
    parts.push_back(std::move(whole));
    return parts;
  }
  for (const ByteRange& piece : find_pieces(whole.text)) parts.push_back(cut(whole, piece));
  return parts;
}

Passage make_passage(PassageText text, PassageKind kind) {
  Passage passage;
  passage.kind = kind;
  passage.text = std::move(text.text);
  passage.runs = std::move(text.runs);
  passage.bytes = file_range(passage, {0, passage.text.size()});
  const std::vector<CitationMark> marks = find_citation_marks(passage.text);
  passage.language = passage_language(count_scripts(passage.text, marks));
  passage.sentences = split_sentences(passage.text, marks);
  if (kind != PassageKind::kSource) passage.citations = make_citations(passage, marks);
  return passage;
}

}  // namespace ibid
