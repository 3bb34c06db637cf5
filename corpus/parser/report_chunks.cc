// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/parser/report_chunks.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "corpus/citations/reference_list.h"
#include "corpus/parser/passage_text.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxNoted = 5;  // ids with a note of their own; a count covers the others

// Notes on ids that break the grammar, and on those that were read as they were meant.
void add_odd_ids(const Passage& passage, PassageTotals& totals) {
  for (const Citation& citation : passage.citations) {
    const bool mended = citation.form == Citation::Form::kId &&
                        slice(passage.text, citation.text) != citation.source;
    if (mended && ++totals.mended_count <= kMaxNoted) {
      totals.mended_ids.push_back(
          fmt::format("the source id at offset {} has other dashes or invisible characters, or is "
                      "broken over a line; it is read as {}",
                      citation.bytes.begin, citation.source));
    }
    if (citation.form != Citation::Form::kMalformed) continue;
    if (++totals.malformed_count > kMaxNoted) continue;
    totals.malformed_ids.push_back(
        fmt::format("the source id \"{}\" at offset {} breaks the grammar", citation.source,
                    citation.bytes.begin));
  }
}

// The listed sources of the passages of a chunk.
std::vector<ListedSource> listed_in(const ReferenceList& references, const Report& chunk) {
  if (chunk.passages.empty()) return {};
  const auto& all = references.listed();
  const auto begin =
      std::ranges::lower_bound(all, chunk.passages.front().sequence, {}, &ListedSource::sequence);
  const auto end =
      std::ranges::upper_bound(all, chunk.passages.back().sequence, {}, &ListedSource::sequence);
  return {begin, end};
}

// "mul" if the smaller language has at least a quarter of the text.
std::string language_of(const PassageTotals& totals) {
  const std::uint64_t english = totals.english_bytes;
  const std::uint64_t korean = totals.korean_bytes;
  if (english + korean == 0) return "und";
  if (std::min(english, korean) * 4 >= totals.text_bytes) return "mul";
  return korean > english ? "ko" : "en";
}

void note_missing_sections(Report& report) {
  std::vector<std::string_view> numbers;
  for (const Section& section : report.sections) numbers.push_back(section.number);
  std::sort(numbers.begin(), numbers.end());
  for (const ContentsEntry& entry : report.contents) {
    if (std::binary_search(numbers.begin(), numbers.end(), entry.number)) continue;
    report.notes.push_back(fmt::format("the contents list section {} \"{}\", which does not exist",
                                       entry.number, entry.title));
  }
}

template <class T>
void move_to_end(std::vector<T>& from, std::vector<T>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

PassageCounts count_passages(const Report& report) {
  PassageCounts counts;
  counts.passages = report.passages.size();
  for (const Passage& passage : report.passages) counts.citations += passage.citations.size();
  return counts;
}

void PassageTotals::append(PassageTotals next) {
  counts.passages += next.counts.passages;
  counts.citations += next.counts.citations;
  text_bytes += next.text_bytes;
  english_bytes += next.english_bytes;
  korean_bytes += next.korean_bytes;
  malformed_count += next.malformed_count;
  move_to_end(next.malformed_ids, malformed_ids);
  malformed_ids.resize(std::min(malformed_ids.size(), kMaxNoted));
  mended_count += next.mended_count;
  move_to_end(next.mended_ids, mended_ids);
  mended_ids.resize(std::min(mended_ids.size(), kMaxNoted));
}

PassageTotals finish_chunk(Report& chunk) {
  static const ReferenceList kNone;
  const std::shared_ptr<const ReferenceList> held = std::exchange(chunk.references, nullptr);
  const ReferenceList& references = held ? *held : kNone;
  PassageTotals totals;
  MarkedSource before;
  for (Passage& passage : chunk.passages) {
    finish_passage(passage, references, before);
    totals.text_bytes += passage.text.size();
    if (passage.language == "en") totals.english_bytes += passage.text.size();
    if (passage.language == "ko") totals.korean_bytes += passage.text.size();
    add_odd_ids(passage, totals);
  }
  chunk.listed_sources = listed_in(references, chunk);
  totals.counts = count_passages(chunk);
  return totals;
}

void conclude(Report& report, PassageTotals totals) {
  if (report.language.empty()) report.language = language_of(totals);  // else given by hand
  if (const auto references = std::exchange(report.references, nullptr)) {
    report.listed_sources = references->listed();
  }
  move_to_end(totals.malformed_ids, report.notes);
  if (totals.malformed_count > kMaxNoted) {
    report.notes.push_back(fmt::format("{} source ids break the grammar", totals.malformed_count));
  }
  move_to_end(totals.mended_ids, report.notes);
  if (totals.mended_count > kMaxNoted) {
    report.notes.push_back(
        fmt::format("{} source ids have other dashes, invisible characters or line breaks",
                    totals.mended_count));
  }
  note_missing_sections(report);
}

}  // namespace ibid
