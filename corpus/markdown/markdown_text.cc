// SPDX-License-Identifier: GPL-2.0-or-later
//
// See markdown_text.h: md4c's side of it.
#include "corpus/markdown/markdown_text.h"

#include <md4c.h>

#include <algorithm>
#include <new>

#include "corpus/markdown/markdown_reader.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// Ends md_parse(), which 0.4.8 does for negative numbers only; -1 is its own.
constexpr int kTooManyCells = -2;

MarkdownReader& reader_of(void* data) { return *static_cast<MarkdownReader*>(data); }

int enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
  if (type == MD_BLOCK_TD && !reader_of(data).take_cell()) return kTooManyCells;
  reader_of(data).enter(type, detail);
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* data) {
  reader_of(data).leave(type);
  return 0;
}

int enter_span(MD_SPANTYPE type, void*, void* data) {
  if (type == MD_SPAN_A) reader_of(data).enter_link();
  if (type == MD_SPAN_IMG) reader_of(data).enter_picture();
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* data) {
  if (type == MD_SPAN_A) reader_of(data).leave_link();
  if (type == MD_SPAN_IMG) reader_of(data).leave_picture();
  return 0;
}

int take_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
  reader_of(data).take(type, text, size);
  return 0;
}

}  // namespace

std::size_t front_matter_end(std::string_view text) {
  constexpr std::size_t kMostBytes = 64 * 1024;
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
  const std::size_t limit = std::min(text.size(), kMostBytes);
  const std::size_t first = text.find('\n') + 1;
  for (std::size_t at = first; at < limit;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (at == first && line.find(':') == std::string_view::npos && !line.starts_with('#')) return 0;
    const std::string_view bare = trim(line);
    if (bare.empty() && at == first) return 0;
    if (bare == "---" || bare == "...") return std::min(end + 1, text.size());
    at = end + 1;
  }
  return 0;
}

TextMarks read_markdown(std::string_view text) {
  if (text.size() >= UINT32_MAX) return {};
  const std::size_t begin = front_matter_end(text);
  const std::string_view markdown = text.substr(begin);
  MD_PARSER parser = {};
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = take_text;
  // No strike-through: to md4c, one tilde is enough, and "10~20명, 30~40명" has two.
  for (const unsigned tables : {unsigned{MD_FLAG_TABLES}, 0U}) {
    MarkdownReader reader(text, begin);
    parser.flags = MD_FLAG_TASKLISTS | tables;
    const int end =
        md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &reader);
    if (end == 0) return reader.finish();
    if (end != kTooManyCells) throw std::bad_alloc();
  }
  return {};
}

}  // namespace ibid
