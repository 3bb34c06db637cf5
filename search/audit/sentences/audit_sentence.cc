// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/audit_sentence.h"

#include <algorithm>
#include <utility>

#include "corpus/text/code_points.h"
#include "search/audit/sentences/naming_numbers.h"
#include "search/audit/sentences/quotations.h"
#include "search/audit/sentences/sourceless_texts.h"

namespace ibid {
namespace {

// Adds what names a source outside the marks: "3" of "[3]", the address of a link.
void add_citations(const StoredPassage& passage, std::vector<ByteRange>& skip) {
  const std::size_t marks = skip.size();
  for (const Citation& citation : passage.citations) {
    const ByteRange text = citation.text;
    const bool in_mark =
        std::any_of(skip.begin(), skip.begin() + static_cast<std::ptrdiff_t>(marks),
                    [&](ByteRange mark) { return overlaps(mark, text); });
    if (!in_mark && !text.empty()) skip.push_back(text);
  }
  if (skip.size() == marks) return;
  std::sort(skip.begin(), skip.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  // The parts of "[1-3]" are one text.
  const auto same = [](ByteRange a, ByteRange b) { return overlaps(a, b); };
  skip.erase(std::unique(skip.begin(), skip.end(), same), skip.end());
}

bool holds_citation(const StoredPassage& passage, std::size_t sentence) {
  return std::any_of(passage.citations.begin(), passage.citations.end(),
                     [&](const Citation& citation) { return citation.sentence == sentence + 1; });
}

}  // namespace

std::optional<Analysis> add_sentences(std::size_t index, const StoredPassage& passage,
                                      const std::vector<CitationMark>& marks,
                                      StemAnalyzer& analyzer,
                                      std::vector<AuditSentence>& sentences) {
  Analysis analysis;
  std::vector<ByteRange> skip;
  for (const CitationMark& mark : marks) skip.push_back(mark.text);
  add_citations(passage, skip);
  analyzer.analyze(passage.text, skip, passage.markup, analysis);
  std::vector<Quantity> quantities;
  find_quantities(passage.text, skip, passage.markup, quantities);
  std::erase_if(quantities,
                [&](const Quantity& quantity) { return names_something(passage.text, quantity); });
  const std::vector<ByteRange> quotations = find_quotations(passage.text);
  for (std::size_t number = 0; number < passage.sentences.size(); ++number) {
    const ByteRange range = passage.sentences[number];
    AuditSentence sentence;
    sentence.passage = index;
    sentence.text = range;
    sentence.own = speaks_for_itself(slice(passage.text, range));
    sentence.cited = holds_citation(passage, number) ||
                     std::any_of(marks.begin(), marks.end(), [&](const CitationMark& mark) {
                       return begins_in(mark.text, range);
                     });
    for (const Word& word : analysis.words) {
      if (word.weightiness == Weightiness::kStop || !begins_in({word.begin, word.end}, range))
        continue;
      sentence.words.push_back(
          {std::string(analyzer.stem_of(analysis, word)), {word.begin, word.end}});
    }
    for (const Quantity& quantity : quantities) {
      if (begins_in(quantity.range, range)) sentence.quantities.push_back(quantity);
    }
    for (const ByteRange quotation : quotations) {
      if (begins_in(quotation, range)) sentence.quotations.push_back(quotation);
    }
    sentences.push_back(std::move(sentence));
  }
  if (skip.size() != marks.size()) return std::nullopt;
  return analysis;
}

}  // namespace ibid
