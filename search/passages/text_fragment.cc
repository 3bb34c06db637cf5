// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/text_fragment.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostQuoted = 300;  // code points; the limit that browsers use themselves
constexpr std::size_t kLeastWords = 4;    // of start and end

std::vector<ByteRange> words_in(std::string_view text, ByteRange range) {
  std::vector<ByteRange> words;
  for (std::uint64_t at = range.begin; at < range.end;) {
    const std::uint64_t end = std::min<std::uint64_t>(text.find(' ', at), range.end);
    if (end > at) words.push_back({at, end});
    at = end + 1;
  }
  return words;
}

// Without either, the word is a bullet or a dash, which is not text of the page.
bool has_letter_or_digit(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (is_letter_or_digit(next_code_point(word, at))) return true;
  }
  return false;
}

struct Directive {
  ByteRange prefix, start, end;  // of the text; empty: absent
};

// Finds the shortest directive that leads to `range`. A browser takes the first match, so `range`
// must be the first match, as FoldedText compares.
class DirectiveFinder {
 public:
  DirectiveFinder(const PageText& page, ByteRange range)
      : page_(page), text_(page.shown.text()), range_(range), parts_(page.shown.parts_of(range)) {}

  std::optional<Directive> find() {
    Directive directive;
    if (is_whole() && !is_long()) {
      directive.start = range_;
    } else {
      shorten(directive);
    }
    if (directive.start.empty()) return std::nullopt;
    if (page_.folded.is_first(directive.start)) return directive;
    return with_prefix(directive);
  }

 private:
  bool is_whole() const { return parts_.first.end == range_.end; }

  bool is_long() const {
    return page_.shown.code_points_before(range_.end) -
               page_.shown.code_points_before(range_.begin) >
           kMostQuoted;
  }

  // Quotes the first and last words: enough of them that the last ones do not also occur in between
  // and, if more words can achieve it, that the first ones do not occur earlier. Not across what a
  // browser finds no text across.
  void shorten(Directive& directive) const {
    const std::vector<ByteRange> first = words_in(text_, parts_.first);
    const std::vector<ByteRange> last = is_whole() ? first : words_in(text_, parts_.last);
    const std::size_t most = is_whole() ? first.size() / 2 : std::max(first.size(), last.size());
    for (std::size_t asked = kLeastWords;; asked *= 2) {
      const std::size_t count = is_whole() ? asked : std::min(asked, most);
      if (count > most || first.empty() || last.empty()) break;
      const ByteRange start{range_.begin, first[std::min(count, first.size()) - 1].end};
      const ByteRange end{last[last.size() - std::min(count, last.size())].begin, range_.end};
      if (page_.folded.is_first(end, start.end)) {
        const bool found = page_.folded.is_first(start);
        if (directive.end.empty() || found) directive = {{}, start, end};
        if (found) return;
      }
      if (count == most) break;
    }
    if (directive.end.empty() && is_whole()) directive.start = range_;
  }

  // Takes words from the end of the line before: a prefix may not span two blocks of the page.
  std::optional<Directive> with_prefix(Directive directive) const {
    std::vector<ByteRange> words =
        words_in(text_, {page_.shown.line_before(bullet_begin()), bullet_begin()});
    while (!words.empty() && !has_letter_or_digit(slice(text_, words.back()))) words.pop_back();
    for (std::size_t count = 1; count <= words.size(); ++count) {
      const ByteRange first = words[words.size() - count];
      if (!has_letter_or_digit(slice(text_, first))) continue;
      if (!page_.folded.is_first({first.begin, directive.start.end})) continue;
      directive.prefix = {first.begin, words.back().end};
      return directive;
    }
    return std::nullopt;
  }

  // Where the line of the range begins, including its bullet.
  std::uint64_t bullet_begin() const {
    const std::uint64_t line = page_.shown.line_before(range_.begin);
    const bool bullet_only =
        line < range_.begin && !has_letter_or_digit(slice(text_, {line, range_.begin}));
    return bullet_only ? line : range_.begin;
  }

  const PageText& page_;
  std::string_view text_;
  ByteRange range_;
  ReportText::Parts parts_;
};

}  // namespace

std::string encode_fragment_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_ascii_letter(c) || is_ascii_digit(c) || c == '.' || c == '_' || c == '~') {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string text_fragment_link(std::string_view url, const PageText& page, ByteRange file) {
  const ByteRange range = page.shown.range_of(file);
  if (url.empty() || range.empty()) return {};
  const auto directive = DirectiveFinder(page, range).find();
  if (!directive) return {};
  const std::string_view text = page.shown.text();
  std::string out(url.substr(0, url.find(":~:")));  // another directive would lead elsewhere
  if (out.find('#') == std::string::npos) out += '#';
  out += ":~:text=";
  if (!directive->prefix.empty()) {
    out += encode_fragment_text(slice(text, directive->prefix)) + "-,";
  }
  out += encode_fragment_text(slice(text, directive->start));
  if (!directive->end.empty()) out += "," + encode_fragment_text(slice(text, directive->end));
  return out;
}

}  // namespace ibid
