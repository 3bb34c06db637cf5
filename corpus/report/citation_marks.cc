// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds the marks that cite sources; declared in source_id.h. One pass: from an opening bracket it
// reads up to the closing one or to the opening of the next mark, so nothing is read twice.
#include <algorithm>
#include <array>

#include "corpus/report/source_id.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kMarkNames = std::to_array<std::string_view>({
#include "corpus/word_lists/citation_words.inc"
});
// Most brackets do not begin a mark: the first byte shows it.
constexpr std::array<bool, 256> kMayBegin = [] {
  std::array<bool, 256> may_begin{};
  for (const std::string_view name : kMarkNames) {
    const auto first = static_cast<unsigned char>(name.front());
    may_begin[first] = true;
    if (first >= 'a' && first <= 'z') may_begin[first - 'a' + 'A'] = true;
  }
  return may_begin;
}();
constexpr std::size_t kMaxBareId = 200;  // bytes; no id of the grammar with sane words is longer

bool is_id_character(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-'; }

// The position past the colon if a mark opens at `at` ("(source:"), else npos.
std::size_t mark_list_begin(std::string_view text, std::size_t at) {
  const std::size_t name_begin = skip_spaces(text, at + 1);
  if (name_begin == text.size() || !kMayBegin[static_cast<unsigned char>(text[name_begin])]) {
    return std::string_view::npos;
  }
  for (const std::string_view name : kMarkNames) {
    if (ascii_lower(text.substr(name_begin, name.size())) != name) continue;
    const std::size_t colon = skip_spaces(text, name_begin + name.size());
    if (colon < text.size() && text[colon] == ':') return colon + 1;
  }
  return std::string_view::npos;
}

struct ListEnd {
  std::size_t list_end;
  std::size_t mark_end;
};

// Where the list that begins at `begin` ends: at the bracket that closes it, else at the end of its
// sentence or of the text, or where the next mark opens.
ListEnd find_list_end(std::string_view text, std::size_t begin, char open) {
  const char close = open == '(' ? ')' : ']';
  std::size_t depth = 0;
  std::size_t stop = text.size();
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if ((c == '(' || c == '[') && mark_list_begin(text, at) != std::string_view::npos) {
      stop = at;
      break;
    }
    if (c == open) ++depth;
    if (c != close) continue;
    if (depth == 0) return {at, at + 1};
    --depth;
  }
  for (std::size_t at = begin; at < stop; ++at) {
    const bool ends = text[at] == '.' || text[at] == '!' || text[at] == '?';
    if (ends && (at + 1 == stop || text[at + 1] == ' ')) return {at, at};
  }
  return {stop, trim(text, {begin, stop}).end};
}

// Removes quotes and stops that a writer put around an id.
ByteRange trim_id(std::string_view text, ByteRange range) {
  constexpr std::string_view kAround = "`'\"<>.,:;*_()[]";
  range = trim(text, range);
  while (!range.empty() && kAround.find(text[range.begin]) != std::string_view::npos) ++range.begin;
  while (!range.empty() && kAround.find(text[range.end - 1]) != std::string_view::npos) --range.end;
  return range;
}

MarkedSource marked(std::string_view text, ByteRange range, Citation::Form form) {
  return {std::string(slice(text, range)), form, range};
}

// Ids among free words ("Reuters go-public-…") replace the item; without any it is free words.
void read_item(std::string_view text, ByteRange item, std::vector<MarkedSource>& sources) {
  const std::size_t before = sources.size();
  const ByteRange whole = trim_id(text, item);
  for (std::size_t at = item.begin; at < item.end;) {
    const std::size_t begin = skip_spaces(text, at);
    std::size_t end = begin;
    while (end < item.end && text[end] != ' ' && text[end] != '\t') ++end;
    const ByteRange token = trim_id(text, {begin, std::max(begin, end)});
    const std::string_view word = slice(text, token);
    const Citation::Form form = source_form(word);
    const bool numbered = word.find_first_of("0123456789") != std::string_view::npos;
    if (form == Citation::Form::kId ||
        (form == Citation::Form::kMalformed && (token == whole || numbered))) {
      sources.push_back(marked(text, token, form));
    }
    at = std::max(end, begin + 1);
  }
  item = trim(text, item);
  if (sources.size() == before && !item.empty()) {
    sources.push_back(marked(text, item, Citation::Form::kOther));
  }
}

// A comma or semicolon inside a URL does not end an item.
std::size_t item_end(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view head = text.substr(skip_spaces(text, begin));
  const bool url = head.starts_with("http://") || head.starts_with("https://");
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] != ',' && text[at] != ';') continue;
    if (!url || at + 1 == end || text[at + 1] == ' ') return at;
  }
  return end;
}

std::vector<MarkedSource> read_list(std::string_view text, ByteRange list) {
  std::vector<MarkedSource> sources;
  for (std::size_t at = list.begin; at < list.end;) {
    const std::size_t end = item_end(text, at, list.end);
    read_item(text, {at, end}, sources);
    at = end + 1;
  }
  return sources;
}

// The first byte from `at` on that may belong to a mark or an id. Few bytes may, so most of a text
// is skipped here.
std::size_t next_hint(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '(' && text[at] != '[' && text[at] != '-') ++at;
  return at;
}

// The id characters around the one at `at`, not before `from`.
ByteRange run_around(std::string_view text, std::size_t at, std::size_t from) {
  std::size_t begin = at, end = at;
  while (begin > from && is_id_character(text[begin - 1])) --begin;
  while (end < text.size() && is_id_character(text[end])) ++end;
  return {begin, end};
}

// A run of id characters that is an id, not glued to anything that makes it part of a URL or name.
ByteRange bare_id(std::string_view text, ByteRange run) {
  constexpr std::string_view kGlue = "/=_@#&%";
  while (!run.empty() && text[run.end - 1] == '-') --run.end;
  if (run.size() > kMaxBareId || run.empty()) return {};
  if (run.begin > 0 && kGlue.find(text[run.begin - 1]) != std::string_view::npos) return {};
  if (run.end < text.size() && (text[run.end] == '_' || text[run.end] == '/')) return {};
  return parse_source_id(slice(text, run)) ? run : ByteRange{};
}

}  // namespace

bool is_mark_name(std::string_view small) { return is_one_of(small, kMarkNames); }

std::vector<CitationMark> find_citation_marks(std::string_view text) {
  std::vector<CitationMark> marks;
  std::size_t read = 0;  // nothing before it can be a part of a mark any more
  for (std::size_t at = next_hint(text, 0); at < text.size(); at = next_hint(text, at)) {
    if (text[at] == '-') {
      const ByteRange run = run_around(text, at, read);
      at = read = run.end;
      const ByteRange id = bare_id(text, run);
      if (!id.empty()) marks.push_back({id, {marked(text, id, Citation::Form::kId)}});
      continue;
    }
    const std::size_t begin = mark_list_begin(text, at);
    if (begin == std::string_view::npos) {
      ++at;
      continue;
    }
    const ListEnd end = find_list_end(text, begin, text[at]);
    auto sources = read_list(text, {begin, end.list_end});
    if (!sources.empty()) marks.push_back({{at, end.mark_end}, std::move(sources)});
    at = read = std::max(end.mark_end, begin);
  }
  return marks;
}

}  // namespace ibid
