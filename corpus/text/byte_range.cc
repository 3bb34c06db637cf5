// SPDX-License-Identifier: GPL-2.0-or-later
//
// See byte_range.h.
#include "corpus/text/byte_range.h"

#include <algorithm>
#include <numeric>

namespace ibid {
namespace {

using RunAt = std::vector<TextSpan>::const_iterator;

// The last run that begins at or before `offset`, or the first.
RunAt run_at(const std::vector<TextSpan>& runs, std::uint64_t offset) {
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), offset,
                       [](std::uint64_t at, const TextSpan& run) { return at < run.text_begin; });
  return after == runs.begin() ? after : after - 1;
}

std::uint64_t file_begin_of(const TextSpan& run, std::uint64_t offset) {
  return run.file_begin + run.file_bytes_before(offset - std::min(offset, run.text_begin));
}

// Bytes of text and of file that each character of the run has.
struct Unit {
  std::uint64_t text, file;
};

Unit unit_of(const TextSpan& run) {
  if (run.length == run.file_length) return {1, 1};
  const std::uint64_t characters = std::gcd(run.length, run.file_length);
  return {run.length / characters, run.file_length / characters};
}

// `offset` > 0 lies in the run, or past it in the gap before the next one.
std::uint64_t file_end_of(const std::vector<TextSpan>& runs, RunAt run, std::uint64_t offset) {
  const std::uint64_t delta = offset - std::min(offset, run->text_begin);
  if (delta > run->length && run + 1 != runs.end()) return (run + 1)->file_begin;
  return run->file_begin + run->file_bytes_through(delta);
}

}  // namespace

std::uint64_t TextSpan::file_bytes_before(std::uint64_t text) const {
  if (text >= length) return file_length;
  const Unit unit = unit_of(*this);
  return text / unit.text * unit.file;
}

std::uint64_t TextSpan::file_bytes_through(std::uint64_t text) const {
  if (text >= length) return file_length;
  const Unit unit = unit_of(*this);
  return (text + unit.text - 1) / unit.text * unit.file;
}

TextSpan TextSpan::part(std::uint64_t begin, std::uint64_t end) const {
  begin = std::max(begin, text_begin);
  end = std::min(end, text_begin + length);
  const std::uint64_t before = file_bytes_before(begin - text_begin);
  const std::uint64_t through = file_bytes_through(end - text_begin);
  return {begin, file_begin + before, end - begin, through - before};
}

void append_span(std::vector<TextSpan>& runs, const TextSpan& run) {
  if (!runs.empty()) {
    TextSpan& last = runs.back();
    const Unit a = unit_of(last);
    const Unit b = unit_of(run);
    if (last.text_begin + last.length == run.text_begin &&
        last.file_begin + last.file_length == run.file_begin && a.text == b.text &&
        a.file == b.file) {
      last.length += run.length;
      last.file_length += run.file_length;
      return;
    }
  }
  runs.push_back(run);
}

ByteRange file_range(const std::vector<TextSpan>& runs, ByteRange text_range) {
  if (runs.empty()) return {};
  const std::uint64_t size = runs.back().text_begin + runs.back().length;
  const std::uint64_t begin = std::min(text_range.begin, size);
  const std::uint64_t end = std::clamp(text_range.end, begin, size);
  const std::uint64_t file_begin = file_begin_of(*run_at(runs, begin), begin);
  if (begin == end) return {file_begin, file_begin};
  return {file_begin, file_end_of(runs, run_at(runs, end - 1), end)};
}

}  // namespace ibid
