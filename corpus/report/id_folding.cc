// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/id_folding.h"

#include <algorithm>

#include "corpus/report/source_id.h"
#include "corpus/text/byte_set.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kFewestDashes = 4;  // of what looks like an id
constexpr std::size_t kLongestRun = 400;  // bytes

bool is_invisible(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

bool is_id_letter(char32_t c) { return is_ascii_letter(c) || is_ascii_digit(c); }

struct Run {
  std::size_t end = 0;
  std::string folded;
  std::size_t dashes = 0;
  bool odd = false;  // not only letters, digits and hyphens
};

// The run that begins at `begin`. A space right behind a dash belongs to it if an id goes on there
// and the run does not make an id without it.
Run read_run(std::string_view text, std::size_t begin) {
  Run run;
  run.end = begin;
  for (std::size_t at = begin; at < text.size() && at - begin < kLongestRun;) {
    const char32_t c = next_code_point(text, at);
    if (is_id_letter(c)) {
      run.folded += static_cast<char>(c);
    } else if (c == U'-' || is_other_dash(c)) {
      run.folded += '-';
      ++run.dashes;
      run.odd |= c != U'-';
    } else if (is_invisible(c)) {
      run.odd = true;
    } else if (c == U' ' && run.folded.ends_with('-') && at < text.size() &&
               is_id_letter(static_cast<unsigned char>(text[at])) &&
               !parse_source_id(std::string_view(run.folded).substr(0, run.folded.size() - 1))) {
      run.odd = true;
    } else {
      break;
    }
    run.end = at;
  }
  return run;
}

// Where a character that is folded may begin, from `at` on.
std::size_t next_to_fold(std::string_view text, std::size_t at) {
  return find_byte<'-', '\xC2', '\xE2', '\xEF'>(text, at);
}

// Most characters that begin so: ‘ ’ “ ” … of any text.
bool is_quote_or_dots(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '\xE2' || text[at + 1] != '\x80') return false;
  const auto last = static_cast<unsigned char>(text[at + 2]);
  return (last >= 0x98 && last <= 0x9F) || last == 0xA6;
}

}  // namespace

bool is_other_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
}

bool may_have_ids_to_fold(std::string_view text) {
  // A broken line: "- " between letters or digits. Other dashes and invisible characters begin
  // with one of three bytes; hardly any other character of English or Korean text does. Few texts
  // have as many dashes as an id.
  bool odd = false;
  std::size_t dashes = 0;
  for (std::size_t at = next_to_fold(text, 0); at < text.size(); at = next_to_fold(text, at + 1)) {
    if (is_quote_or_dots(text, at)) continue;
    if (text[at] == '-') {
      ++dashes;
      odd |= at + 2 < text.size() && text[at + 1] == ' ' && at > 0 &&
             is_id_letter(static_cast<unsigned char>(text[at - 1])) &&
             is_id_letter(static_cast<unsigned char>(text[at + 2]));
    } else {
      std::size_t next = at;
      const char32_t code = next_code_point(text, next);
      const bool dash = is_other_dash(code);
      dashes += dash ? 1 : 0;
      odd |= dash || is_invisible(code);
    }
    if (odd && dashes >= kFewestDashes) return true;
  }
  return false;
}

FoldedIds::FoldedIds(std::string_view text) {
  if (!may_have_ids_to_fold(text)) {
    text_ = text;
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_letter(text[at]) && !is_ascii_digit(text[at])) {
      text_ += text[at++];
      continue;
    }
    const Run run = read_run(text, at);
    std::string folded = run.folded;
    while (folded.ends_with('-')) folded.pop_back();
    if (run.odd && run.dashes >= kFewestDashes && looks_like_source_id(folded)) {
      edits_.push_back({{text_.size(), text_.size() + folded.size()}, {at, run.end}});
      text_ += folded;
      at = run.end;
      continue;
    }
    // One word at a time: an id may begin behind the space.
    std::size_t end = at;
    while (end < run.end && text[end] != ' ') ++end;
    text_ += text.substr(at, end - at);
    at = end;
  }
}

ByteRange FoldedIds::as_written(ByteRange range) const {
  const auto map = [this](std::uint64_t at, bool is_end) {
    std::uint64_t written = at;
    for (const Edit& edit : edits_) {
      if (at <= edit.folded.begin) break;
      if (at >= edit.folded.end) {
        written = at - edit.folded.end + edit.written.end;
        continue;
      }
      return is_end ? edit.written.end : edit.written.begin;
    }
    return written;
  };
  return {map(range.begin, false), map(range.end, true)};
}

}  // namespace ibid
