// SPDX-License-Identifier: GPL-2.0-or-later
//
// The few questions the report model answers itself; see report.h.
#include "corpus/report.h"

#include <algorithm>

namespace ibid {
namespace {

using RunAt = std::vector<TextRun>::const_iterator;

// The last run that begins at or before `offset`, or the first.
RunAt run_at(const std::vector<TextRun>& runs, std::uint64_t offset) {
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), offset,
                       [](std::uint64_t at, const TextRun& run) { return at < run.text_begin; });
  return after == runs.begin() ? after : after - 1;
}

// A run of unequal lengths is one character written differently: no offset lies inside it.
std::uint64_t file_begin_of(const TextRun& run, std::uint64_t offset) {
  const std::uint64_t delta = offset - std::min(offset, run.text_begin);
  if (delta >= run.length) return run.file_begin + run.file_length;
  return run.length == run.file_length ? run.file_begin + delta : run.file_begin;
}

// `offset` > 0 lies in the run, or past it in the gap before the next one.
std::uint64_t file_end_of(const std::vector<TextRun>& runs, RunAt run, std::uint64_t offset) {
  const std::uint64_t delta = offset - std::min(offset, run->text_begin);
  if (delta > run->length && run + 1 != runs.end()) return (run + 1)->file_begin;
  if (delta >= run->length || run->length != run->file_length) {
    return run->file_begin + run->file_length;
  }
  return run->file_begin + delta;
}

}  // namespace

const char* to_string(PassageKind kind) {
  switch (kind) {
    case PassageKind::kSummary:
      return "summary";
    case PassageKind::kBody:
      return "body";
    case PassageKind::kConclusion:
      return "conclusion";
    case PassageKind::kGlossary:
      return "glossary";
    case PassageKind::kSource:
      return "source";
  }
  return "body";
}

ByteRange file_range(const Passage& passage, ByteRange text_range) {
  return file_range(passage.runs, text_range);
}

ByteRange file_range(const std::vector<TextRun>& runs, ByteRange text_range) {
  if (runs.empty()) return {};
  const std::uint64_t size = runs.back().text_begin + runs.back().length;
  const std::uint64_t begin = std::min(text_range.begin, size);
  const std::uint64_t end = std::clamp(text_range.end, begin, size);
  const std::uint64_t file_begin = file_begin_of(*run_at(runs, begin), begin);
  if (begin == end) return {file_begin, file_begin};
  return {file_begin, file_end_of(runs, run_at(runs, end - 1), end)};
}

std::vector<std::int32_t> section_path(const std::vector<Section>& sections, std::int32_t section) {
  std::vector<std::int32_t> path;
  for (std::int32_t at = section; at >= 0 && static_cast<std::size_t>(at) < sections.size();
       at = sections[static_cast<std::size_t>(at)].parent) {
    path.push_back(at);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace ibid
