// SPDX-License-Identifier: GPL-2.0-or-later
//
// See passage_text.h.
#include "corpus/parser/passage_text.h"

#include <algorithm>
#include <utility>

#include "corpus/citations/reference_marks.h"
#include "corpus/parser/language.h"
#include "corpus/parser/unmarked_sentences.h"
#include "corpus/report/mark_items.h"
#include "corpus/report/source_id.h"
#include "corpus/report/source_identity.h"
#include "corpus/sentences/sentences.h"
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

// The signs of `line`, which stands at `begin` of a passage's text. Ask for lines in order.
class SignsOfLines {
 public:
  explicit SignsOfLines(const std::vector<ByteRange>& markup) : markup_(markup) {}

  void append(ByteRange line, std::size_t begin, std::vector<ByteRange>& out) {
    while (next_ < markup_.size() && markup_[next_].end <= line.begin) ++next_;
    for (std::size_t i = next_; i < markup_.size() && markup_[i].begin < line.end; ++i) {
      out.push_back({std::max(markup_[i].begin, line.begin) - line.begin + begin,
                     std::min(markup_[i].end, line.end) - line.begin + begin});
    }
  }

 private:
  const std::vector<ByteRange>& markup_;
  std::size_t next_ = 0;
};

// Joins lines only as they are needed, and cuts the result.
class PieceCutter {
 public:
  PieceCutter(const DecodedText& decoded, const PassageLines& lines,
              const std::function<void(PassageText)>& take)
      : decoded_(decoded), lines_(lines.lines), signs_(lines.markup), take_(take) {}

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
    signs_.append(taken, held_.text.size(), held_.markup);
    held_.text += slice(decoded_.text, taken);
  }

  PassageText held_piece(std::size_t begin, std::size_t end) const {
    PassageText piece{held_.text.substr(begin, end - begin), {}, {}};
    for (const TextSpan& span : held_.spans) {
      if (span.text_end() <= begin || span.text_begin >= end) continue;
      piece.spans.push_back(span.clip(begin, end));
      piece.spans.back().text_begin -= begin;
    }
    for (const ByteRange sign : held_.markup) {
      if (!overlaps(sign, {begin, end})) continue;
      piece.markup.push_back({std::max<std::size_t>(sign.begin, begin) - begin,
                              std::min<std::size_t>(sign.end, end) - begin});
    }
    return piece;
  }

  const DecodedText& decoded_;
  const std::vector<ByteRange>& lines_;
  SignsOfLines signs_;
  const std::function<void(PassageText)>& take_;
  std::size_t line_ = 0, in_line_ = 0;  // what to take in next
  PassageText held_;
};

constexpr std::size_t kLongestSourceLine = 300;  // bytes

// "자료: 통계청" or "Source: World Bank", alone under a table or figure.
std::vector<CitationMark> source_line(std::string_view text) {
  if (text.size() > kLongestSourceLine) return {};
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); begin = at) {
    static constexpr std::u32string_view kSigns = U"※*_▶▷■-• ";
    if (kSigns.find(next_code_point(text, at)) == std::u32string_view::npos) break;
  }
  const std::size_t list = mark_name_end(text.substr(begin));
  if (list == 0) return {};
  std::size_t end = text.size();
  while (end > begin + list && std::string_view(" .*_").find(text[end - 1]) != std::string::npos) {
    --end;
  }
  auto sources = read_mark_items(text, trim(text, {begin + list, end}));
  if (sources.empty()) return {};
  return {{{begin, end}, std::move(sources)}};
}

std::vector<Citation> make_citations(const Passage& passage, const std::vector<CitationMark>& marks,
                                     MarkedSource& before) {
  std::vector<Citation> citations;
  std::size_t sentence = 0;
  for (const CitationMark& mark : marks) {
    for (const MarkedSource& marked : mark.sources) {
      const bool again = marked.source == kSourceBefore;
      if (again && before.source.empty()) continue;
      while (sentence + 1 < passage.sentences.size() &&
             passage.sentences[sentence].end <= marked.text.begin) {
        ++sentence;
      }
      if (!again) before = marked;
      citations.push_back({before.source, before.form, file_range(passage, marked.text),
                           marked.text, static_cast<std::uint32_t>(sentence + 1), marked.locator});
    }
  }
  return citations;
}

// Such a passage is what the marks of others lead to.
bool lists_sources(const Passage& passage) {
  return passage.kind == PassageKind::kSource || passage.kind == PassageKind::kNote;
}

std::uint32_t sentence_at(const Passage& passage, std::uint64_t at) {
  const auto after = std::ranges::upper_bound(passage.sentences, at, {}, &ByteRange::begin);
  const auto index = std::max<std::ptrdiff_t>(after - passage.sentences.begin(), 1);
  return static_cast<std::uint32_t>(index);
}

void add_citation(Passage& passage, Citation citation) {
  const auto at = std::ranges::upper_bound(passage.citations, citation.text.begin, {},
                                           [](const Citation& one) { return one.text.begin; });
  passage.citations.insert(at, std::move(citation));
}

// The sources of notes are cited by the sentence that the note's mark ends. The mark is no text.
void add_notes(Passage& passage, const ReferenceList& references) {
  for (const PassageNote& note : passage.origin.notes) {
    std::size_t before = note.at;
    if (before > 0) previous_code_point(passage.text, before);
    for (const Reference* reference : references.of_note(note.note)) {
      add_citation(passage, {reference->source,
                             reference->form,
                             file_range(passage, {before, note.at}),
                             {note.at, note.at},
                             sentence_at(passage, before),
                             reference->locator});
    }
  }
}

// Links whose address is not written in the text: their words are text, and name no source.
void add_links(Passage& passage) {
  for (const TextLink& link : passage.links) {
    const auto is_known = [&](const Citation& one) { return overlaps(one.text, link.text); };
    std::string source = canonical_url(link.url);
    if (source.empty() ||
        std::any_of(passage.citations.begin(), passage.citations.end(), is_known)) {
      continue;
    }
    add_citation(passage, {std::move(source),
                           Citation::Form::kUrl,
                           file_range(passage, link.text),
                           {link.text.end, link.text.end},
                           sentence_at(passage, link.text.begin),
                           {}});
  }
}

// Adds the ranges of marks that no reader looks for.
void hide_from_words(const std::vector<ReferenceMark>& marks, std::vector<ByteRange>& markup) {
  const std::size_t before = markup.size();
  for (const ReferenceMark& mark : marks) {
    if (!mark.words) markup.push_back(mark.mark.text);
  }
  if (markup.size() == before) return;
  std::sort(markup.begin(), markup.end(),
            [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  std::vector<ByteRange> apart;
  for (const ByteRange range : markup) {
    if (!apart.empty() && range.begin <= apart.back().end) {
      apart.back().end = std::max(apart.back().end, range.end);
    } else {
      apart.push_back(range);
    }
  }
  markup = std::move(apart);
}

}  // namespace

PassageText join_lines(const DecodedText& decoded, const PassageLines& lines) {
  PassageText joined;
  SignsOfLines signs(lines.markup);
  for (const ByteRange& line : lines.lines) {
    if (!joined.text.empty()) joined.text += ' ';
    const std::vector<TextSpan> spans = decoded.map.spans(line, joined.text.size());
    joined.spans.insert(joined.spans.end(), spans.begin(), spans.end());
    signs.append(line, joined.text.size(), joined.markup);
    joined.text += slice(decoded.text, line);
  }
  return joined;
}

std::size_t cut_to_size(const DecodedText& decoded, const PassageLines& lines,
                        const std::function<void(PassageText)>& take) {
  std::size_t size = 0;
  for (const ByteRange& line : lines.lines) size += line.size() + (size == 0 ? 0 : 1);
  if (size > kMaxPassageBytes) return PieceCutter(decoded, lines, take).cut();
  take(join_lines(decoded, lines));
  return 1;
}

Passage begin_passage(PassageText text, PassageKind kind) {
  Passage passage;
  passage.kind = kind;
  passage.text = std::move(text.text);
  passage.spans = std::move(text.spans);
  passage.markup = std::move(text.markup);
  passage.bytes = file_range(passage, {0, passage.text.size()});
  return passage;
}

void finish_passage(Passage& passage, const ReferenceList& references, MarkedSource& before) {
  std::vector<CitationMark> marks = find_citation_marks(passage.text);
  std::vector<ReferenceMark> answered;
  if (!lists_sources(passage)) {
    answered = find_reference_marks(passage.text, marks, references, passage.sequence);
    for (const ReferenceMark& mark : answered) marks.push_back(mark.mark);
    std::sort(marks.begin(), marks.end(), [](const CitationMark& a, const CitationMark& b) {
      return a.text.begin < b.text.begin;
    });
  }
  if (passage.markup.empty()) {
    passage.language = passage_language(count_scripts(passage.text, marks));
    passage.sentences = split_sentences(passage.text, marks);
  } else {
    read_unmarked(passage, marks);
  }
  if (lists_sources(passage)) return;
  hide_from_words(answered, passage.markup);
  if (marks.empty()) marks = source_line(passage.text);
  passage.citations = make_citations(passage, marks, before);
  add_notes(passage, references);
  add_links(passage);
}

Passage make_passage(PassageText text, PassageKind kind) {
  Passage passage = begin_passage(std::move(text), kind);
  MarkedSource before;
  finish_passage(passage, ReferenceList(), before);
  return passage;
}

}  // namespace ibid
