// SPDX-License-Identifier: GPL-2.0-or-later
//
// See passage_text.h.
#include "corpus/parser/passage_text.h"

#include <algorithm>
#include <utility>

#include "corpus/parser/language.h"
#include "corpus/parser/sentences.h"
#include "corpus/report/source_id.h"
#include "corpus/text/code_points.h"

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

// Joins lines only as they are needed, and cuts the result.
class PieceCutter {
 public:
  PieceCutter(const DecodedText& decoded, const std::vector<ByteRange>& lines,
              const std::function<void(PassageText)>& take)
      : decoded_(decoded), lines_(lines), take_(take) {}

  std::size_t cut() {
    std::size_t pieces = 0;
    while (skip_to_text()) {
      std::size_t end = held_.text.size();
      if (end > kPieceBytes) {
        end = floor_boundary(held_.text, kPieceBytes);
        end = find_cut(std::string_view(held_.text).substr(0, end));
      }
      const ByteRange piece = trim(held_.text, {0, end});
      if (!piece.empty()) {
        take_(held_piece(piece.begin, piece.end));
        ++pieces;
      }
      held_ = held_piece(end, held_.text.size());
    }
    return pieces;
  }

 private:
  // Makes the held text begin without a space and, if there is more, be longer than a piece. False:
  // no text is left.
  bool skip_to_text() {
    do {
      while (held_.text.size() <= kPieceBytes && line_ < lines_.size()) take_in();
      if (const std::size_t begin = skip_spaces(held_.text, 0); begin > 0) {
        held_ = held_piece(begin, held_.text.size());
      }
    } while (held_.text.size() <= kPieceBytes && line_ < lines_.size());
    return !held_.text.empty();
  }

  // Takes in a line, or a piece of a long one.
  void take_in() {
    const ByteRange line = lines_[line_];
    ByteRange taken{line.begin + in_line_, line.end};
    if (in_line_ == 0 && line_ > 0) held_.text += ' ';
    if (taken.size() > kPieceBytes) {
      taken.end = floor_boundary(decoded_.text, taken.begin + kPieceBytes);
      in_line_ = taken.end - line.begin;
    } else {
      ++line_;
      in_line_ = 0;
    }
    for (const TextSpan& span : decoded_.map.spans(taken, held_.text.size())) {
      append_span(held_.spans, span);
    }
    held_.text += slice(decoded_.text, taken);
  }

  PassageText held_piece(std::size_t begin, std::size_t end) const {
    PassageText piece{held_.text.substr(begin, end - begin), {}};
    for (const TextSpan& span : held_.spans) {
      if (span.text_begin + span.length <= begin || span.text_begin >= end) continue;
      piece.spans.push_back(span.clip(begin, end));
      piece.spans.back().text_begin -= begin;
    }
    return piece;
  }

  const DecodedText& decoded_;
  const std::vector<ByteRange>& lines_;
  const std::function<void(PassageText)>& take_;
  std::size_t line_ = 0, in_line_ = 0;  // what to take in next
  PassageText held_;
};

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
    const std::vector<TextSpan> spans = decoded.map.spans(line, joined.text.size());
    joined.spans.insert(joined.spans.end(), spans.begin(), spans.end());
    joined.text += slice(decoded.text, line);
  }
  return joined;
}

std::size_t cut_to_size(const DecodedText& decoded, const std::vector<ByteRange>& lines,
                        const std::function<void(PassageText)>& take) {
  std::size_t size = 0;
  for (const ByteRange& line : lines) size += line.size() + (size == 0 ? 0 : 1);
  if (size > kMaxPassageBytes) return PieceCutter(decoded, lines, take).cut();
  take(join_lines(decoded, lines));
  return 1;
}

Passage begin_passage(PassageText text, PassageKind kind) {
  Passage passage;
  passage.kind = kind;
  passage.text = std::move(text.text);
  passage.spans = std::move(text.spans);
  passage.bytes = file_range(passage, {0, passage.text.size()});
  return passage;
}

void finish_passage(Passage& passage) {
  const std::vector<CitationMark> marks = find_citation_marks(passage.text);
  passage.language = passage_language(count_scripts(passage.text, marks));
  passage.sentences = split_sentences(passage.text, marks);
  if (passage.kind != PassageKind::kSource) passage.citations = make_citations(passage, marks);
}

Passage make_passage(PassageText text, PassageKind kind) {
  Passage passage = begin_passage(std::move(text), kind);
  finish_passage(passage);
  return passage;
}

}  // namespace ibid
