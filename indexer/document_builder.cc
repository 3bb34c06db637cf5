// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>

#include "corpus/passage_id.h"
#include "corpus/source_id.h"
#include "indexer/figure_terms.h"
#include "indexer/alias_key.h"
#include "indexer/glossary_pairs.h"
#include "indexer/passage_record.h"
#include "indexer/schema.h"
#include "indexer/shingles.h"

namespace ibid {
namespace {

// Positions between two headings, so that no phrase reaches from one into the next.
constexpr std::uint32_t kHeadingGap = 200;

void add_exact(std::string term, std::unordered_map<std::string, TermEntry>& terms) {
  TermEntry& entry = terms[term];
  entry.term = std::move(term);
}

// "2024-06-27" -> "20240627"; a report dated by month or year counts from its first day.
std::string compact_date(const std::string& date) {
  constexpr std::size_t kDayDigits = 8;
  std::string digits;
  std::copy_if(date.begin(), date.end(), std::back_inserter(digits),
               [](char c) { return c != '-'; });
  while (digits.size() < kDayDigits) digits += "01";
  return digits;
}

std::string order_value(const Report& report, const Passage& passage) {
  std::string value = report.id;
  value += '\0';
  for (int shift = 24; shift >= 0; shift -= 8) {
    value += static_cast<char>(passage.sequence >> shift & 0xFF);
  }
  return value;
}

std::vector<std::string> distinct_sources(const Passage& passage) {
  std::vector<std::string> sources;
  for (const Citation& citation : passage.citations) sources.push_back(citation.source);
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

}  // namespace

std::vector<ByteRange> unanalyzed_ranges(std::string_view text) {
  std::vector<ByteRange> ranges;
  for (const CitationMark& mark : find_citation_marks(text)) ranges.push_back(mark.text);
  return ranges;
}

void DocumentBuilder::build(const Report& report, const Take& take) {
  TermMap title_terms;
  add_text(TextField::kTitle, report.title, {}, 0, title_terms);
  for (const Passage& passage : report.passages) {
    TermMap terms = title_terms;
    const std::vector<ByteRange> skip = unanalyzed_ranges(passage.text);
    add_text(TextField::kBody, passage.text, skip, 0, terms);
    add_repeat_terms(passage, analysis_, terms);
    find_quantities(passage.text, skip, figures_);
    add_figure_terms(terms);
    add_headings(report, passage, terms);
    add_exact_terms(report, passage, terms);
    add_glossary(passage.text, terms);
    for (const std::int32_t s : section_path(report.sections, passage.section)) {
      add_glossary(report.sections[static_cast<std::size_t>(s)].title, terms);
    }
    IndexDocument document;
    PassageRecord record{passage, report.id, {}};
    for (const std::int32_t s : section_path(report.sections, passage.section)) {
      record.section.push_back(report.sections[static_cast<std::size_t>(s)]);
    }
    document.data = encode(record);
    document.terms.reserve(terms.size());
    for (auto& [term, entry] : terms) document.terms.push_back(std::move(entry));
    std::sort(document.terms.begin(), document.terms.end(),
              [](const TermEntry& a, const TermEntry& b) { return a.term < b.term; });
    add_values(report, passage, document);
    take(passage, document);
  }
}

void DocumentBuilder::add_text(TextField field, std::string_view text,
                               const std::vector<ByteRange>& skip, std::uint32_t position_base,
                               TermMap& terms) {
  analyzer_.analyze(text, skip, analysis_);
  for (const Word& word : analysis_.words) {
    for (const Form* form = analysis_.begin_of(word); form != analysis_.end_of(word); ++form) {
      const bool surface = form->kind == FormKind::kSurface;
      if (!surface && word.weightiness == Weightiness::kStop) continue;
      if (form->kind == FormKind::kGram && field != TextField::kBody) continue;
      std::string term = form_term(field, form->kind, analysis_.text(*form));
      TermEntry& entry = terms[term];
      if (entry.term.empty()) entry.term = std::move(term);
      ++entry.wdf;
      if (surface) entry.positions.push_back(position_base + word.position);
    }
  }
}

// By which passages and cited sentences that are nearly or wholly the same meet.
void DocumentBuilder::add_repeat_terms(const Passage& passage, const Analysis& analysis,
                                       TermMap& terms) {
  for (const std::string& text : resemblance_terms(word_triples(analysis))) {
    add_exact(schema::kResembles + text, terms);
  }
  for (const Citation& citation : passage.citations) {
    const std::string text = sentence_term(analysis, passage.sentences[citation.sentence - 1]);
    if (!text.empty()) add_exact(schema::kSentence + text, terms);
  }
}

void DocumentBuilder::add_figure_terms(TermMap& terms) {
  for (const Quantity& figure : figures_) {
    for (std::string& term : figure_terms(figure)) {
      TermEntry& entry = terms[term];
      if (entry.term.empty()) entry.term = std::move(term);
      ++entry.wdf;
    }
  }
}

void DocumentBuilder::add_headings(const Report& report, const Passage& passage, TermMap& terms) {
  std::uint32_t position_base = 0;
  for (const std::int32_t s : section_path(report.sections, passage.section)) {
    const Section& section = report.sections[static_cast<std::size_t>(s)];
    add_text(TextField::kHeading, section.title, {}, position_base, terms);
    position_base += kHeadingGap + static_cast<std::uint32_t>(analysis_.words.size());
    const bool entity = section.kind == PassageKind::kGlossary && section.parent >= 0;
    if (entity) add_text(TextField::kEntity, section.title, {}, 0, terms);
  }
}

void DocumentBuilder::add_glossary(std::string_view text, TermMap& terms) {
  const auto add_direction = [&](const std::string& from, const std::string& to) {
    const std::string key = alias_key(from, analyzer_);
    if (key.empty() || key.size() + to.size() + 2 > schema::kMaxTermBytes) return;
    add_exact(schema::kAlias + key + schema::kAliasSeparator + to, terms);
  };
  for (const NamePair& pair : find_name_pairs(text)) {
    add_direction(pair.hangul, pair.latin);
    add_direction(pair.latin, pair.hangul);
  }
}

void DocumentBuilder::add_exact_terms(const Report& report, const Passage& passage,
                                      TermMap& terms) {
  add_exact(value_term(schema::kPassageId, passage.id), terms);
  add_exact(value_term(schema::kReportId, report.id), terms);
  add_exact(value_term(schema::kTextHash, text_hash(passage.text)), terms);
  add_exact(schema::kLanguage + passage.language, terms);
  add_exact(std::string(schema::kKind) + to_string(passage.kind), terms);
  if (passage.kind == PassageKind::kSource) {
    for (const ListedSource& source : report.listed_sources) {
      if (source.sequence != passage.sequence || source.id.empty()) continue;
      add_exact(value_term(schema::kLists, source.id), terms);
    }
    return;
  }
  add_exact(passage.citations.empty() ? schema::kCitesNone : schema::kCitesAny, terms);
  for (const Citation& citation : passage.citations) {
    add_exact(value_term(schema::kCites, citation.source), terms);
  }
}

void DocumentBuilder::add_values(const Report& report, const Passage& passage,
                                 IndexDocument& document) {
  if (!report.date.empty())
    document.values.emplace_back(schema::kSlotDate, compact_date(report.date));
  document.values.emplace_back(schema::kSlotOrder, order_value(report, passage));
  std::string sources;
  for (const std::string& source : distinct_sources(passage)) {
    if (!sources.empty()) sources += '\0';
    sources += source;
  }
  if (!sources.empty()) document.values.emplace_back(schema::kSlotSources, std::move(sources));
  document.values.emplace_back(schema::kSlotLanguage, passage.language);
  const auto path = section_path(report.sections, passage.section);
  if (!path.empty()) {
    const std::string& title = report.sections[static_cast<std::size_t>(path.front())].title;
    if (!title.empty()) document.values.emplace_back(schema::kSlotSection, title);
  }
  std::string figures = pack_figures(figures_);
  if (!figures.empty()) document.values.emplace_back(schema::kSlotFigures, std::move(figures));
}

std::vector<std::pair<std::string, std::string>> DocumentBuilder::metadata(const Report& report,
                                                                           const FileStamp& stamp) {
  return {{schema::kMetaReport + report.id, encode(report)},
          {schema::kMetaFile + report.id, encode(FileRecord{stamp, report.sha256})}};
}

}  // namespace ibid
