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

// Finds the shortest directive that leads to `range`. A browser takes the first match, ignoring
// letter case, so `range` must be the first match.
class DirectiveFinder {
 public:
  DirectiveFinder(const ReportText& report, ByteRange range)
      : report_(report), text_(ascii_lower(report.text())), range_(range) {}

  std::optional<Directive> find() {
    Directive directive;
    directive.start = range_;
    if (is_long()) shorten(directive);
    if (is_first(directive.start.begin, directive.start)) return directive;
    return with_prefix(directive);
  }

 private:
  bool is_long() const {
    return report_.code_points_before(range_.end) - report_.code_points_before(range_.begin) >
           kMostQuoted;
  }

  // Quotes the first and last words: enough of them that the last ones do not also occur in between
  // and, if more words can achieve it, that the first ones do not occur earlier.
  void shorten(Directive& directive) const {
    const std::vector<ByteRange> words = words_in(text_, range_);
    for (std::size_t count = kLeastWords; count <= words.size() / 2; count *= 2) {
      const ByteRange start{range_.begin, words[count - 1].end};
      const ByteRange end{words[words.size() - count].begin, range_.end};
      if (text_.find(slice(text_, end), start.end) != end.begin) continue;
      const bool first = is_first(start.begin, start);
      if (directive.end.empty() || first) directive = {{}, start, end};
      if (first) return;
    }
  }

  // The text from `begin` to the end of `start` does not occur earlier.
  bool is_first(std::uint64_t begin, ByteRange start) const {
    return text_.find(slice(text_, {begin, start.end})) == begin;
  }

  // Takes words from the end of the line before: a prefix may not span two blocks of the page.
  std::optional<Directive> with_prefix(Directive directive) const {
    std::vector<ByteRange> words =
        words_in(text_, {report_.line_before(bullet_begin()), bullet_begin()});
    while (!words.empty() && !has_letter_or_digit(slice(text_, words.back()))) words.pop_back();
    for (std::size_t count = 1; count <= words.size(); ++count) {
      const ByteRange first = words[words.size() - count];
      if (!has_letter_or_digit(slice(text_, first))) continue;
      if (!is_first(first.begin, directive.start)) continue;
      directive.prefix = {first.begin, words.back().end};
      return directive;
    }
    return std::nullopt;
  }

  // Where the line of the range begins, including its bullet.
  std::uint64_t bullet_begin() const {
    const std::uint64_t line = report_.line_before(range_.begin);
    const bool bullet_only =
        line < range_.begin && !has_letter_or_digit(slice(text_, {line, range_.begin}));
    return bullet_only ? line : range_.begin;
  }

  const ReportText& report_;
  std::string text_;
  ByteRange range_;
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

std::string text_fragment_link(std::string_view url, const ReportText& report, ByteRange file) {
  const ByteRange range = report.range_of(file);
  if (url.empty() || range.empty()) return {};
  const auto directive = DirectiveFinder(report, range).find();
  if (!directive) return {};
  const std::string_view text = report.text();
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
