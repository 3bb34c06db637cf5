// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds the marks that cite sources; declared in source_id.h. One pass: from an opening bracket it
// reads up to the closing one or to the opening of the next mark, so nothing is read twice.
#include <algorithm>
#include <array>

#include "corpus/report/id_folding.h"
#include "corpus/report/mark_items.h"
#include "corpus/report/source_id.h"
#include "corpus/text/byte_set.h"
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
constexpr std::ptrdiff_t kDashes = 6;    // of an id
constexpr std::size_t kMaxBareId = 200;  // bytes; no id of the grammar with sane words is longer

bool is_id_character(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-'; }

struct Brackets {
  std::string_view open, close;
};
constexpr std::array<Brackets, 7> kBrackets = {
    {{"(", ")"}, {"[", "]"}, {"<", ">"}, {"（", "）"}, {"［", "］"}, {"【", "】"}, {"〈", "〉"}}};

// The brackets of which one opens at `at`, or nullptr.
const Brackets* brackets_at(std::string_view text, std::size_t at) {
  const auto found = std::find_if(kBrackets.begin(), kBrackets.end(), [&](const Brackets& pair) {
    return text.substr(at).starts_with(pair.open);
  });
  return found == kBrackets.end() ? nullptr : found;
}

// Bytes of the colon at `at`, or of "=": 0 if there is none.
std::size_t colon_size(std::string_view text, std::size_t at) {
  for (const std::string_view colon : {":", "=", "："}) {
    if (text.substr(at).starts_with(colon)) return colon.size();
  }
  return 0;
}

// `small` is in small letters. Makes no string: this is asked at every bracket.
bool starts_with_small(std::string_view text, std::string_view small) {
  return text.size() >= small.size() &&
         std::equal(small.begin(), small.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
         });
}

// The position past the colon if a mark's name begins at `at` ("source:"), else npos.
std::size_t mark_list_begin(std::string_view text, std::size_t at) {
  const std::size_t name_begin = skip_spaces(text, at);
  if (name_begin == text.size() || !kMayBegin[static_cast<unsigned char>(text[name_begin])]) {
    return std::string_view::npos;
  }
  for (const std::string_view name : kMarkNames) {
    if (!starts_with_small(text.substr(name_begin), name)) continue;
    const std::size_t colon = skip_spaces(text, name_begin + name.size());
    if (const std::size_t size = colon_size(text, colon)) return colon + size;
  }
  return std::string_view::npos;
}

// False for most bytes at which no bracket of kBrackets opens.
constexpr bool may_open(char c) {
  return c == '(' || c == '[' || c == '<' || c == '\xE3' || c == '\xEF';
}

struct ListEnd {
  std::size_t list_end;
  std::size_t mark_end;
};

// Where the list that begins at `begin` ends: at the bracket that closes it, else at the end of its
// sentence or of the text, or where the next mark opens.
ListEnd find_list_end(std::string_view text, std::size_t begin, const Brackets& brackets) {
  std::size_t depth = 0;
  std::size_t stop = text.size();
  for (std::size_t at = begin; at < text.size(); ++at) {
    const std::string_view here = text.substr(at);
    const Brackets* open = may_open(text[at]) ? brackets_at(text, at) : nullptr;
    if (open != nullptr &&
        mark_list_begin(text, at + open->open.size()) != std::string_view::npos) {
      stop = at;
      break;
    }
    if (open == &brackets) ++depth;
    if (!here.starts_with(brackets.close)) continue;
    if (depth == 0) return {at, at + brackets.close.size()};
    --depth;
  }
  for (std::size_t at = begin; at < stop; ++at) {
    const bool ends = text[at] == '.' || text[at] == '!' || text[at] == '?';
    if (ends && (at + 1 == stop || text[at + 1] == ' ')) return {at, at};
  }
  return {stop, trim(text, {begin, stop}).end};
}

// The first byte from `at` on that may belong to a mark or an id. Few bytes may, so most of a text
// is skipped here.
std::size_t next_hint(std::string_view text, std::size_t at) {
  return find_byte<'-', '(', '[', '<', '\xE3', '\xEF'>(text, at);  // see may_open()
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
  if (std::ranges::count(slice(text, run), '-') != kDashes) return {};
  if (run.begin > 0 && kGlue.find(text[run.begin - 1]) != std::string_view::npos) return {};
  if (run.end < text.size() && (text[run.end] == '_' || text[run.end] == '/')) return {};
  return parse_source_id(slice(text, run)) ? run : ByteRange{};
}

MarkedSource bare(std::string_view text, ByteRange id) {
  return {std::string(slice(text, id)), Citation::Form::kId, id, {}};
}

std::vector<CitationMark> find_marks(std::string_view text) {
  std::vector<CitationMark> marks;
  std::size_t read = 0;  // nothing before it can be a part of a mark any more
  for (std::size_t at = next_hint(text, 0); at < text.size(); at = next_hint(text, at)) {
    if (text[at] == '-') {
      const ByteRange run = run_around(text, at, read);
      at = read = run.end;
      const ByteRange id = bare_id(text, run);
      if (!id.empty()) marks.push_back({id, {bare(text, id)}});
      continue;
    }
    const Brackets* brackets = brackets_at(text, at);
    const std::size_t begin = brackets == nullptr
                                  ? std::string_view::npos
                                  : mark_list_begin(text, at + brackets->open.size());
    if (begin == std::string_view::npos) {
      ++at;
      continue;
    }
    const ListEnd end = find_list_end(text, begin, *brackets);
    auto sources = read_mark_items(text, {begin, end.list_end});
    if (!sources.empty()) marks.push_back({{at, end.mark_end}, std::move(sources)});
    at = read = std::max(end.mark_end, begin);
  }
  return marks;
}

}  // namespace

bool is_mark_name(std::string_view small) { return is_one_of(small, kMarkNames); }

std::size_t mark_name_end(std::string_view text) {
  const std::size_t begin = mark_list_begin(text, 0);
  return begin == std::string_view::npos ? 0 : begin;
}

std::vector<CitationMark> find_citation_marks(std::string_view text) {
  if (!may_have_ids_to_fold(text)) return find_marks(text);
  const FoldedIds folded(text);
  std::vector<CitationMark> marks = find_marks(folded.text());
  for (CitationMark& mark : marks) {
    mark.text = folded.as_written(mark.text);
    for (MarkedSource& source : mark.sources) source.text = folded.as_written(source.text);
  }
  return marks;
}

}  // namespace ibid
