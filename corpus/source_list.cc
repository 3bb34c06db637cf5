// SPDX-License-Identifier: GPL-2.0-or-later
//
// See source_list.h.
#include "corpus/source_list.h"

#include <algorithm>
#include <optional>

#include "corpus/code_points.h"
#include "corpus/source_id.h"

namespace ibid {
namespace {

bool starts_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_listed_id(std::string_view word) {
  return parse_source_id(word).has_value() || (looks_like_source_id(word) && has_digit(word));
}

std::string_view strip(std::string_view text, std::string_view around) {
  text = trim(text);
  while (!text.empty() && around.find(text.front()) != std::string_view::npos) {
    text = trim(text.substr(1));
  }
  while (!text.empty() && around.find(text.back()) != std::string_view::npos) {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

struct Entry {
  std::string words;  // what is left when ids and addresses are taken out
  std::vector<std::string> ids;
  std::string url;
};

// "[Title](https://…)" -> "Title" and the address; the first link of the entry.
std::string take_link(std::string_view entry, Entry& parts) {
  const std::size_t middle = entry.find("](");
  if (middle == std::string_view::npos || !starts_url(entry.substr(middle + 2))) {
    return std::string(entry);
  }
  const std::size_t open = entry.rfind('[', middle);
  const std::size_t close = entry.find(')', middle);
  if (open == std::string_view::npos || close == std::string_view::npos) return std::string(entry);
  parts.url = entry.substr(middle + 2, close - middle - 2);
  std::string rest(entry.substr(0, open));
  rest += entry.substr(open + 1, middle - open - 1);
  rest += ' ';
  rest += entry.substr(close + 1);
  return rest;
}

void take_word(std::string_view word, Entry& parts) {
  constexpr std::string_view kAround = "()[]<>{},;`\"'";
  std::string_view bare = strip(word, kAround);
  if (starts_url(bare)) {
    if (parts.url.empty()) parts.url = bare;
    return;
  }
  bare = strip(bare, ".:*_");
  if (is_listed_id(bare)) {
    parts.ids.emplace_back(bare);
    return;
  }
  if (!parts.words.empty()) parts.words += ' ';
  parts.words += word;
}

Entry take_apart(std::string_view entry) {
  Entry parts;
  const std::string rest = take_link(entry, parts);
  for (std::size_t at = skip_spaces(rest, 0); at < rest.size();) {
    std::size_t end = at;
    while (end < rest.size() && rest[end] != ' ' && rest[end] != '\t') ++end;
    take_word(std::string_view(rest).substr(at, end - at), parts);
    at = skip_spaces(rest, end);
  }
  return parts;
}

// "1. Title", "[1] Title", "(1) Title" -> "Title"
std::string_view without_entry_number(std::string_view words) {
  std::string_view rest = words;
  const bool bracket = rest.starts_with('[') || rest.starts_with('(');
  if (bracket) rest.remove_prefix(1);
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (digits == 0 || digits > 3 || digits == rest.size()) return words;
  const std::string_view closing = bracket ? "])" : ".)";
  if (closing.find(rest[digits]) == std::string_view::npos) return words;
  const std::string_view title = trim(rest.substr(digits + 1));
  return title.empty() ? words : title;
}

struct Separator {
  std::size_t begin, end;
};

// The last dash between spaces; dashes inside words part nothing.
std::optional<Separator> find_separator(std::string_view words) {
  std::optional<Separator> last;
  for (const std::string_view dash : {" - ", " – ", " — ", " | "}) {
    const std::size_t at = words.rfind(dash);
    if (at == std::string_view::npos || at == 0) continue;
    if (!last || at > last->begin) last = Separator{at, at + dash.size()};
  }
  return last;
}

std::uint64_t indent_of(std::string_view text, ByteRange line) {
  std::uint64_t begin = line.begin;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  return line.begin - begin;
}

// Lines that name something to list; without any such line a block is a paragraph about sources.
bool reads_like_entry(std::string_view line) {
  return find_separator(line) || line.find("://") != std::string_view::npos ||
         !take_apart(line).ids.empty();
}

}  // namespace

bool is_addendum(std::string_view line) {
  const std::string_view bare = strip(line, "()[]<>");
  if (bare.find_first_of(" \t") != std::string_view::npos) return false;
  return starts_url(bare) || is_listed_id(bare);
}

std::vector<std::vector<ByteRange>> split_entries(std::string_view text, const Block& block) {
  const bool listed = block.form != Block::Form::kBullet &&
                      std::any_of(block.lines.begin(), block.lines.end(), [&](ByteRange line) {
                        return reads_like_entry(slice(text, line));
                      });
  if (!listed) return {block.lines};
  std::vector<std::vector<ByteRange>> entries;
  std::uint64_t indent = 0;
  for (const ByteRange& line : block.lines) {
    const bool goes_on =
        !entries.empty() && (indent_of(text, line) > indent || is_addendum(slice(text, line)));
    if (!goes_on) {
      entries.emplace_back();
      indent = indent_of(text, line);
    }
    entries.back().push_back(line);
  }
  return entries;
}

std::vector<ListedSource> parse_source_entry(std::string_view entry) {
  Entry parts = take_apart(entry);
  const std::string_view words = strip(without_entry_number(strip(parts.words, ",;:")), ",;:|-*_");
  ListedSource source;
  source.url = parts.url;
  if (const auto separator = find_separator(words)) {
    source.title = trim(words.substr(0, separator->begin));
    source.publisher = trim(words.substr(separator->end));
  } else {
    source.title = words;
  }
  if (parts.ids.empty()) return {source};
  std::vector<ListedSource> sources;
  for (std::string& id : parts.ids) {
    source.id = std::move(id);
    sources.push_back(source);
  }
  return sources;
}

}  // namespace ibid
