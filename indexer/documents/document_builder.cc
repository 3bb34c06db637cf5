// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/documents/document_builder.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

#include "corpus/extract/extracted_record.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/source_id.h"
#include "corpus/text/unmarked_text.h"
#include "indexer/analysis/shingles.h"
#include "indexer/analysis/unanalyzed.h"
#include "indexer/documents/joint_reading.h"
#include "indexer/names/alias_key.h"
#include "indexer/names/glossary_pairs.h"
#include "indexer/quantities/quantity_terms.h"
#include "indexer/records/order_value.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/record_bytes.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

// Positions between two headings, so that no phrase spans both.
constexpr std::uint32_t kHeadingGap = 200;

// "2024-06-27" -> "20240627"; a report dated by month or year counts from its first day.
std::string compact_date(const std::string& date) {
  constexpr std::size_t kDayDigits = 8;
  std::string digits;
  std::copy_if(date.begin(), date.end(), std::back_inserter(digits),
               [](char c) { return c != '-'; });
  while (digits.size() < kDayDigits) digits += "01";
  return digits;
}

std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) {
    if (!all.empty()) all += '\0';
    all += value;
  }
  return all;
}

std::vector<std::string> distinct_sources(const Passage& passage) {
  std::vector<std::string> sources;
  for (const Citation& citation : passage.citations) sources.push_back(citation.source);
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

// The sources that an entry of a source list names; listed sources are in the order of the entries.
std::span<const ListedSource> listed_in(const Report& report, const Passage& passage) {
  const auto& all = report.listed_sources;
  const auto begin = std::ranges::lower_bound(all, passage.sequence, {}, &ListedSource::sequence);
  const auto end = std::ranges::upper_bound(all, passage.sequence, {}, &ListedSource::sequence);
  return {begin, end};
}

// "제1장", which is before the heading but is not a number.
bool has_label(const Section& heading) {
  return heading.number.find_first_not_of("0123456789.-") != std::string::npos;
}

}  // namespace

void DocumentBuilder::build(const Report& report, const Take& take, const FirstSeen& first_seen) {
  title_.clear();
  collect(TextField::kTitle, report.title, 0, title_);
  title_.push_back(
      {vocabulary_.id_of(value_term(schema::kReportId, report.id)), Repeated::kMention});
  levels_.clear();
  std::optional<std::int32_t> section;  // of headings_
  for (const Passage& passage : report.passages) {
    terms_.begin();
    add_repeated(title_);
    const std::vector<ByteRange> skip = unanalyzed_ranges(passage.text);
    add_body(passage, skip);
    read_quantities(passage, skip);
    if (!passage.origin.joints.empty()) add_joints(passage, skip);
    add_repeat_terms(passage);
    add_quantities();
    if (section != passage.section) {
      section = passage.section;
      collect_headings(report, *section);
    }
    add_repeated(headings_);
    add_head(passage.table_head);
    add_head(passage.origin.label);
    add_exact_terms(report, passage);
    glossary_.clear();
    if (passage.markup.empty()) {
      collect_glossary(passage.text, glossary_);
    } else {
      collect_glossary(UnmarkedText(passage.text, passage.markup).text(), glossary_);
    }
    add_repeated(glossary_);

    PassageRecord record{passage, report.id, {}};
    for (const std::int32_t s : section_path(report.sections, passage.section)) {
      record.section.push_back(report.sections[static_cast<std::size_t>(s)]);
    }
    document_.data = encode(record);
    terms_.write(document_);
    add_values(report, passage);
    add_first_seen(first_seen);
    take(passage, document_);
  }
}

void DocumentBuilder::add_body(const Passage& passage, const std::vector<ByteRange>& skip) {
  analyzer_.analyze_words(passage.text, skip, passage.markup, analysis_);
  follow_numbers();
  // Words: about the time of a fetch, first of the word, then of what the word leads to.
  constexpr std::size_t kAhead = 16, kSurfaceAhead = 8;
  const std::vector<Word>& words = analysis_.words;
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (w + kAhead < words.size()) terms_.expect_word(first_known_ + words[w + kAhead].known);
    if (w + kSurfaceAhead < words.size()) {
      terms_.expect_surface(first_known_ + words[w + kSurfaceAhead].known);
    }
    add_word(analysis_, words[w], words[w].position);
  }
}

// Of the text that was analyzed last.
void DocumentBuilder::read_quantities(const Passage& passage, const std::vector<ByteRange>& skip) {
  if (passage.markup.empty()) {
    find_quantities_of_folded(passage.text, analyzer_.folded(), skip, quantities_);
  } else {
    find_quantities(passage.text, skip, passage.markup, quantities_);
  }
}

// Where nobody knows whether a line's end parts a word, the passage is found by both readings: the
// words of the other reading are at the place of those written.
void DocumentBuilder::add_joints(const Passage& passage, const std::vector<ByteRange>& skip) {
  for (const std::uint64_t joint : passage.origin.joints) {
    const bool skipped = std::ranges::any_of(
        skip, [&](ByteRange range) { return range.begin <= joint && joint < range.end; });
    const JointReading other = other_reading(passage.text, joint);
    if (skipped || other.text.empty()) continue;
    const auto after = std::ranges::lower_bound(analysis_.words, static_cast<std::uint32_t>(joint),
                                                {}, &Word::begin);
    const std::uint32_t place = after == analysis_.words.begin() ? 1 : std::prev(after)->position;
    analyzer_.analyze_words(other.text, {}, {}, joint_analysis_);
    follow_numbers();
    const auto& words = joint_analysis_.words;
    for (std::size_t w = 0; w < words.size(); ++w) {
      const bool before = words[w].begin < other.joint &&
                          (w + 1 == words.size() || words[w + 1].begin >= other.joint);
      const bool behind =
          words[w].begin >= other.joint && (w == 0 || words[w - 1].begin < other.joint);
      if (before || behind) {
        add_word(joint_analysis_, words[w], place);
      } else if (words[w].known != Word::kUnknown &&
                 first_known_ + words[w].known == vocabulary_.words().size()) {
        learn(joint_analysis_, words[w]);  // numbers come in order
      }
    }
  }
}

// The analyzer's numbers may begin again with each text.
void DocumentBuilder::follow_numbers() {
  if (analyzer_.known_generation() == known_generation_) return;
  known_generation_ = analyzer_.known_generation();
  first_known_ = static_cast<WordId>(vocabulary_.words().size());
}

void DocumentBuilder::add_word(const Analysis& of, const Word& word, std::uint32_t position) {
  if (word.known == Word::kUnknown) return add_forms(of, word, 0, position);
  std::size_t own_forms = 1;  // all but those of several words
  const WordId id = first_known_ + word.known;
  if (id == vocabulary_.words().size()) own_forms = learn(of, word);
  if (word.weightiness == Weightiness::kStop) {
    terms_.count_at(vocabulary_.words().terms(id).front(), position);
    return;
  }
  terms_.count_word(id, position);
  if (word.form_count > own_forms) add_forms(of, word, own_forms, position);
}

// Keeps the terms of a word's own forms and returns their number.
std::size_t DocumentBuilder::learn(const Analysis& of, const Word& word) {
  WordTerms& words = vocabulary_.words();
  learnt_.clear();
  for (const Form* form = of.begin_of(word); form != of.end_of(word); ++form) {
    if (is_of_several_words(form->kind)) continue;
    std::string term = form_term(TextField::kBody, form->kind, of.text(*form));
    const Vocabulary::Hash hash = Vocabulary::hash_of(term);
    vocabulary_.expect(hash);
    learnt_.emplace_back(std::move(term), hash);
  }
  for (const auto& [term, hash] : learnt_) words.add_term(vocabulary_.id_of(term, hash));
  return words.terms(words.finish_word()).size();
}

void DocumentBuilder::add_forms(const Analysis& of, const Word& word, std::size_t first,
                                std::uint32_t position) {
  for (const Form* form = of.begin_of(word) + first; form != of.end_of(word); ++form) {
    const bool surface = form->kind == FormKind::kSurface;
    if (!surface && word.weightiness == Weightiness::kStop) continue;
    const TermId id = vocabulary_.id_of(form_term(TextField::kBody, form->kind, of.text(*form)));
    if (surface) {
      terms_.count_at(id, position);
    } else {
      terms_.count(id);
    }
  }
}

std::uint64_t DocumentBuilder::memory_bytes() const {
  return vocabulary_.memory_bytes() + terms_.memory_bytes() + analyzer_.memory_bytes();
}

void DocumentBuilder::clear_vocabulary() {
  vocabulary_.clear();
  analyzer_.forget_words();
}

void DocumentBuilder::collect(TextField field, std::string_view text, std::uint32_t position_base,
                              std::vector<Repeated>& out) {
  analyzer_.analyze(text, analysis_);
  for (const Word& word : analysis_.words) {
    for (const Form* form = analysis_.begin_of(word); form != analysis_.end_of(word); ++form) {
      const bool surface = form->kind == FormKind::kSurface;
      if (!surface && word.weightiness == Weightiness::kStop) continue;
      if (form->kind == FormKind::kGram) continue;
      out.push_back({vocabulary_.id_of(form_term(field, form->kind, analysis_.text(*form))),
                     surface ? position_base + word.position : Repeated::kNoPosition});
    }
  }
}

void DocumentBuilder::add_repeated(const std::vector<Repeated>& terms) {
  for (const Repeated& term : terms) {
    if (term.position == Repeated::kMention) {
      terms_.mention(term.id);
    } else if (term.position == Repeated::kNoPosition) {
      terms_.count(term.id);
    } else {
      terms_.count_at(term.id, term.position);
    }
  }
}

// These terms bring together passages and cited sentences that are nearly or wholly the same.
void DocumentBuilder::add_repeat_terms(const Passage& passage) {
  for (const std::string& text : resemblance_terms(analysis_)) {
    terms_.mention_unnumbered(schema::kResembles + text);
  }
  for (const Citation& citation : passage.citations) {
    const std::string text = sentence_term(analysis_, passage.sentences[citation.sentence - 1]);
    if (!text.empty()) terms_.mention_unnumbered(schema::kSentence + text);
  }
}

void DocumentBuilder::add_quantities() {
  for (const Quantity& quantity : quantities_) {
    for (const std::string& term : quantity_terms(quantity)) terms_.count(vocabulary_.id_of(term));
  }
}

void DocumentBuilder::collect_headings(const Report& report, std::int32_t section) {
  const std::vector<std::int32_t> path = section_path(report.sections, section);
  std::size_t kept = 0;  // levels that the section before has, too
  while (kept < std::min(path.size(), levels_.size()) && levels_[kept].section == path[kept])
    ++kept;
  levels_.resize(kept);
  headings_.resize(kept == 0 ? 0 : levels_.back().terms);
  std::uint32_t position_base = kept == 0 ? 0 : levels_.back().past;
  for (const std::int32_t s : std::span(path).subspan(kept)) {
    const Section& heading = report.sections[static_cast<std::size_t>(s)];
    if (has_label(heading)) collect(TextField::kHeading, heading.number, position_base, headings_);
    collect(TextField::kHeading, heading.title, position_base, headings_);
    position_base += kHeadingGap + static_cast<std::uint32_t>(analysis_.words.size());
    const bool entity = heading.kind == PassageKind::kGlossary && heading.parent >= 0;
    if (entity) collect(TextField::kEntity, heading.title, 0, headings_);
    collect_glossary(heading.title, headings_);
    levels_.push_back({s, headings_.size(), position_base});
  }
  past_headings_ = position_base;
}

// A row of a table is found by the words of the table's head, and a passage by the label that the
// page shows before it, as by those of a heading.
void DocumentBuilder::add_head(const std::string& head) {
  if (head.empty()) return;
  table_head_.clear();
  collect(TextField::kHeading, head, past_headings_, table_head_);
  add_repeated(table_head_);
}

void DocumentBuilder::collect_glossary(std::string_view text, std::vector<Repeated>& out) {
  const auto add_direction = [&](const std::string& from, const std::string& to) {
    const std::string key = alias_key(from, analyzer_);
    if (key.empty() || key.size() + to.size() + 2 > schema::kMaxTermBytes) return;
    out.push_back({vocabulary_.id_of(schema::kAlias + key + schema::kAliasSeparator + to),
                   Repeated::kMention});
  };
  for (const NamePair& pair : find_name_pairs(text)) {
    add_direction(pair.hangul, pair.latin);
    add_direction(pair.latin, pair.hangul);
  }
}

void DocumentBuilder::add_exact_terms(const Report& report, const Passage& passage) {
  terms_.mention_unnumbered(value_term(schema::kPassageId, passage.id));
  text_hash_ = text_hash(passage.text, hash_rule(report));
  terms_.mention_unnumbered(value_term(schema::kTextHash, text_hash_));
  mention(schema::kLanguage + passage.language);
  mention(std::string(schema::kKind) + to_string(passage.kind));
  if (!report.collection.empty()) mention(folded_term(schema::kCollection, report.collection));
  for (const std::string& tag : report.tags) mention(folded_term(schema::kTag, tag));
  if (passage.kind == PassageKind::kSource || passage.kind == PassageKind::kNote) {
    for (const ListedSource& source : listed_in(report, passage)) {
      if (!source.id.empty()) mention(value_term(schema::kLists, source.id));
    }
    return;
  }
  mention(passage.citations.empty() ? schema::kCitesNone : schema::kCitesAny);
  for (const Citation& citation : passage.citations) {
    mention(value_term(schema::kCites, citation.source));
  }
}

void DocumentBuilder::add_values(const Report& report, const Passage& passage) {
  auto& values = document_.values;
  values.clear();
  if (!report.date.empty()) values.emplace_back(schema::kSlotDate, compact_date(report.date));
  values.emplace_back(schema::kSlotOrder, order_value({report.id, passage.sequence}));
  std::string sources = joined(distinct_sources(passage));
  if (!sources.empty()) values.emplace_back(schema::kSlotSources, std::move(sources));
  values.emplace_back(schema::kSlotLanguage, passage.language);
  const auto path = section_path(report.sections, passage.section);
  if (!path.empty()) {
    const std::string& title = report.sections[static_cast<std::size_t>(path.front())].title;
    if (!title.empty()) values.emplace_back(schema::kSlotSection, title);
  }
  std::string quantities = pack_quantities(quantities_);
  if (!quantities.empty()) values.emplace_back(schema::kSlotFigures, std::move(quantities));
  if (!report.collection.empty()) values.emplace_back(schema::kSlotCollection, report.collection);
  if (!report.tags.empty()) values.emplace_back(schema::kSlotTags, joined(report.tags));
}

// Behind the other values, since slots ascend.
void DocumentBuilder::add_first_seen(const FirstSeen& first_seen) {
  const std::uint64_t generation = first_seen.of(text_hash_);
  if (generation == 0) return;
  document_.values.emplace_back(schema::kSlotFirstSeen, first_seen_value(generation));
}

std::vector<std::pair<std::string, std::string>> DocumentBuilder::metadata(
    const Report& report, const PassageCounts& counts, const FileStamp& stamp) {
  FileRecord file{stamp, report.sha256};
  if (report.extraction) {
    file.reader = report.extraction->reader;
    file.item = report.extraction->item;
    file.reader_before = report.extraction->reader_before;
  }
  std::vector<std::pair<std::string, std::string>> out = {
      {schema::kMetaReport + report.id, encode(report, counts)},
      {schema::kMetaFile + report.id, encode(file)}};
  if (report.extracted) {
    out.emplace_back(schema::kMetaText + report.id, seal_record(encode(*report.extracted)));
  }
  return out;
}

}  // namespace ibid
