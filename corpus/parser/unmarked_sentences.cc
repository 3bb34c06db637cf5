// SPDX-License-Identifier: GPL-2.0-or-later
//
// See unmarked_sentences.h.
#include "corpus/parser/unmarked_sentences.h"

#include <algorithm>

#include "corpus/parser/language.h"
#include "corpus/sentences/sentences.h"
#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"

namespace ibid {
namespace {

// Gives the signs between `a` and `b`, all in `gap`, to `b` if they lead up to it, else to `a`.
void share_signs(const std::vector<ByteRange>& gap, ByteRange& a, ByteRange& b) {
  auto last = gap.end();
  while (last != gap.begin() && std::prev(last)->end == b.begin && std::prev(last)->begin > a.end) {
    --last;
    b.begin = last->begin;
  }
  if (last != gap.begin()) a.end = std::max(a.end, std::prev(last)->end);
}

}  // namespace

void read_unmarked(Passage& passage, const std::vector<CitationMark>& marks) {
  const UnmarkedText unmarked(passage.text, passage.markup);
  std::vector<CitationMark> seen;
  for (const CitationMark& mark : marks) {
    const ByteRange range = unmarked.without_signs(mark.text);
    if (!range.empty()) seen.push_back({range, mark.sources});
  }
  passage.language = passage_language(count_scripts(unmarked.text(), seen));
  passage.sentences = split_sentences(unmarked.text(), seen);
  if (passage.sentences.empty()) {  // signs and nothing else
    passage.sentences = {{0, passage.text.size()}};
    return;
  }
  for (ByteRange& sentence : passage.sentences) sentence = unmarked.with_signs(sentence);
  passage.sentences.front().begin = 0;
  passage.sentences.back().end = passage.text.size();
  auto sign = passage.markup.begin();
  for (std::size_t i = 0; i + 1 < passage.sentences.size(); ++i) {
    ByteRange& a = passage.sentences[i];
    ByteRange& b = passage.sentences[i + 1];
    std::vector<ByteRange> gap;
    for (; sign != passage.markup.end() && sign->begin < b.begin; ++sign) {
      if (sign->begin >= a.end) gap.push_back(*sign);
    }
    share_signs(gap, a, b);
  }
}

}  // namespace ibid
