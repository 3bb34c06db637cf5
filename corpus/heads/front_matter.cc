// SPDX-License-Identifier: GPL-2.0-or-later
//
// See front_matter.h.
#include "corpus/heads/front_matter.h"

#include <algorithm>
#include <optional>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxLines = 200;  // a longer head is text between two rules

// Where the quoted text that `value` begins with ends, its quote included; npos: it does not.
std::size_t quoted_end(std::string_view value) {
  const char quote = value.front();
  for (std::size_t at = 1; at < value.size(); ++at) {
    if (quote == '"' && value[at] == '\\') {
      ++at;
    } else if (value[at] == quote && quote == '\'' && value.substr(at + 1).starts_with('\'')) {
      ++at;
    } else if (value[at] == quote) {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

bool is_quoted(std::string_view value) { return value.starts_with('"') || value.starts_with('\''); }

// The value ends before " #", unless that is in quotes.
std::string_view without_comment(std::string_view value) {
  if (value.starts_with('#')) return {};
  if (!is_quoted(value)) return trim(value.substr(0, value.find(" #")));
  const std::size_t end = quoted_end(value);
  if (end == std::string_view::npos || !trim(value.substr(end)).starts_with('#')) return value;
  return value.substr(0, end);
}

// '"a \"b\""' -> 'a "b"'; "'it''s'" -> "it's"
std::string unquoted(std::string_view value) {
  const char quote = value.empty() ? '\0' : value.front();
  if (value.size() < 2 || (quote != '"' && quote != '\'') || value.back() != quote) {
    return std::string(value);
  }
  value = value.substr(1, value.size() - 2);
  const char escape = quote == '"' ? '\\' : '\'';
  std::string out;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool escaped = value[at] == escape && at + 1 < value.size() &&
                         (value[at + 1] == quote || value[at + 1] == escape);
    out += value[escaped ? ++at : at];
  }
  return out;
}

// "key: value" or "key:" with a space or the end behind the colon; npos: neither.
std::size_t key_end(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return std::string_view::npos;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') {
    return std::string_view::npos;
  }
  const bool key = line.find_first_of("\"'[]{}#&*!|>%@`.,() \t") >= colon;
  return key ? colon : std::string_view::npos;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  FrontMatter read() {
    if (!is_mark(take_line())) return {};
    while (at_ < text_.size() && head_.lines.size() <= kMaxLines) {
      const ByteRange line = take_line();
      if (is_mark(line) || slice(text_, line) == "...") {
        if (head_.fields.empty()) return {};
        head_.end = at_;
        return std::move(head_);
      }
      if (!take(line)) return {};
    }
    return {};
  }

 private:
  // Without white space at its end.
  ByteRange take_line() {
    const std::size_t begin = at_;
    const std::size_t end = std::min(text_.find_first_of("\n\r", begin), text_.size());
    at_ = end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
    at_ = std::min(at_, text_.size());
    return {begin, std::max<std::size_t>(begin, trim(text_, {begin, end}).end)};
  }

  bool is_mark(ByteRange line) const { return slice(text_, line) == "---"; }

  // False: no line of YAML.
  bool take(ByteRange line) {
    const std::string_view whole = slice(text_, line);
    const std::string_view content = trim(whole);
    if (content.empty() || content.starts_with('#')) return true;
    head_.lines.push_back(trim(text_, line));
    const bool below = content.size() < whole.size() || content.starts_with("- ");
    if (below) return !head_.fields.empty() && take_below(content);
    const std::size_t colon = key_end(content);
    if (colon == std::string_view::npos) return false;
    head_.fields.push_back({ascii_lower(content.substr(0, colon)), {}, head_.lines.back()});
    const std::string_view value = without_comment(trim(content.substr(colon + 1)));
    folded_ = value.starts_with('|') || value.starts_with('>');
    if (!folded_) take_value(value);
    return true;
  }

  // A line of a list, of a mapping or of a text below a key.
  bool take_below(std::string_view content) {
    std::vector<std::string>& values = head_.fields.back().values;
    if (folded_) {
      if (values.empty()) values.emplace_back();
      values.back() += (values.back().empty() ? "" : " ") + std::string(content);
      return true;
    }
    const bool item = content.starts_with("- ");
    if (item) content = trim(content.substr(2));
    const std::size_t colon = key_end(content);
    if (colon == std::string_view::npos) {
      if (item) take_value(without_comment(content));
      return true;
    }
    if (ascii_lower(content.substr(0, colon)) == "name") {
      take_value(without_comment(trim(content.substr(colon + 1))));
    }
    return true;
  }

  // A scalar, or a list "[a, b]".
  void take_value(std::string_view value) {
    std::vector<std::string>& values = head_.fields.back().values;
    const auto add = [&](std::string_view one) {
      if (std::string text = unquoted(trim(one)); !trim(text).empty()) values.push_back(text);
    };
    if (!value.starts_with('[') || !value.ends_with(']')) return add(value);
    value = value.substr(1, value.size() - 2);
    while (!value.empty()) {
      const std::size_t from = is_quoted(value) ? std::min(quoted_end(value), value.size()) : 0;
      const std::size_t comma = std::min(value.find(',', from), value.size());
      add(value.substr(0, comma));
      value = trim(value.substr(std::min(comma + 1, value.size())));
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  FrontMatter head_;
  bool folded_ = false;  // the lines below the last key are one text
};

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  if (!text.starts_with("---")) return {};
  return Reader(text).read();
}

}  // namespace ibid
