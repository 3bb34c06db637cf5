// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads one entry of a source list; declared in source_list.h. Ids and addresses are taken out of
// the entry's words wherever they are; the rest is title and publisher.
#include <algorithm>
#include <array>
#include <optional>

#include "corpus/citations/entry_fields.h"
#include "corpus/citations/entry_label.h"
#include "corpus/citations/source_list.h"
#include "corpus/heads/url_line.h"
#include "corpus/report/id_folding.h"
#include "corpus/report/mark_items.h"
#include "corpus/report/source_id.h"
#include "corpus/report/source_identity.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

bool is_listed_id(std::string_view word) {
  return parse_source_id(word).has_value() ||
         (looks_like_source_id(word) && word.find_first_of("0123456789") != std::string_view::npos);
}

// `text` without white space and the characters of `around` at either end.
std::string_view strip(std::string_view text, std::u32string_view around) {
  const auto goes = [around](char32_t c) {
    return is_space(c) || around.find(c) != std::u32string_view::npos;
  };
  while (!text.empty()) {
    std::size_t begin = 0;
    if (!goes(next_code_point(text, begin))) break;
    text.remove_prefix(begin);
  }
  while (!text.empty()) {
    std::size_t end = text.size();
    if (!goes(previous_code_point(text, end))) break;
    text = text.substr(0, end);
  }
  return text;
}

// "(source:", "출처:", "URL:": a word that introduces an id or address.
bool is_label(std::string_view word) {
  const std::string_view bare = strip(word, U"()[]{}<>*_");
  if (!bare.ends_with(':') && !bare.ends_with("：")) return false;
  return is_entry_label(ascii_lower(strip(bare, U":：")));
}

struct Entry {
  std::vector<std::string> words;  // the rest, without ids and addresses
  std::vector<std::string> ids;
  std::string url;
};

void drop_label(Entry& parts) {
  if (!parts.words.empty() && is_label(parts.words.back())) parts.words.pop_back();
}

void take_id(std::string_view id, Entry& parts) {
  drop_label(parts);
  parts.ids.emplace_back(id);
}

void take_url(std::string_view url, Entry& parts) {
  drop_label(parts);
  if (parts.url.empty()) parts.url = url;
}

// Takes the rest of a word that an id or address was taken from.
void take_rest(std::string_view rest, Entry& parts) {
  if (is_label(rest)) return;
  const std::string_view bare = strip(rest, U"()[]{}<>［］（）【】「」,;:：*_`\"'.");
  if (!bare.empty()) parts.words.emplace_back(bare);
}

// Where "[Title](https://…)" or "[Title](id)" has its target, and where the link ends.
struct Link {
  std::size_t open, middle, end;
  std::string_view target;
};

std::optional<Link> find_link(std::string_view entry) {
  const std::size_t middle = entry.find("](");
  if (middle == std::string_view::npos) return {};
  const std::size_t open = entry.rfind('[', middle);
  if (open == std::string_view::npos) return {};
  std::size_t close = middle + 2;
  for (int depth = 0; close < entry.size(); ++close) {
    if (entry[close] == '(') ++depth;
    if (entry[close] == ')' && depth-- == 0) break;
  }
  if (close == entry.size()) return {};
  // A link may carry a tip: [Title](https://… "tip").
  std::string_view target = trim(entry.substr(middle + 2, close - middle - 2));
  target = strip(target.substr(0, target.find_first_of(" \t")), U"<>");
  if (!begins_like_url(target) && !is_listed_id(target)) return {};
  return Link{open, middle, close + 1, target};
}

// The entry with its first link replaced by the link's text.
std::string take_link(std::string_view entry, Entry& parts) {
  const auto link = find_link(entry);
  if (!link) return std::string(entry);
  if (is_listed_id(link->target)) {
    parts.ids.emplace_back(link->target);
  } else {
    parts.url = link->target;
  }
  std::string rest(entry.substr(0, link->open));
  rest += entry.substr(link->open + 1, link->middle - link->open - 1);
  rest += ' ';
  rest += entry.substr(link->end);
  return rest;
}

constexpr std::array<std::string_view, 5> kWideSigns = {"：", "［", "（", "【", "「"};

// True if an id or address may begin inside a word: "제목(go-public-…)", "go-…:go-…".
bool may_begin(std::string_view word, std::size_t at) {
  if (at == 0) return true;
  const std::string_view before = word.substr(0, at);
  return std::string_view("([{<,;:|*_`\"'").find(word[at - 1]) != std::string_view::npos ||
         std::any_of(kWideSigns.begin(), kWideSigns.end(),
                     [&](std::string_view sign) { return before.ends_with(sign); });
}

std::size_t id_run(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-';
  });
  return static_cast<std::size_t>(end - text.begin());
}

void take_word(std::string_view word, Entry& parts) {
  std::size_t left = 0;  // all before it is taken
  for (std::size_t at = 0; at < word.size();) {
    if (!may_begin(word, at)) {
      ++at;
      continue;
    }
    const std::string_view here = word.substr(at);
    const std::string_view run = here.substr(0, id_run(here));
    const bool url = begins_like_url(here);
    if (!url && !parse_source_id(run)) {
      at += std::max<std::size_t>(run.size(), 1);
      continue;
    }
    if (at > left) take_rest(word.substr(left, at - left), parts);
    const std::string_view taken = url ? address_at(here) : run;
    url ? take_url(taken, parts) : take_id(taken, parts);
    at += std::max<std::size_t>(taken.size(), 1);
    left = at;
  }
  if (left > 0) {
    take_rest(word.substr(left), parts);
    return;
  }
  const std::string_view bare = strip(word, U"()[]<>{}［］（）【】,;`\"'.:*_");
  if (is_listed_id(bare)) {  // one that breaks the grammar
    take_id(bare, parts);
  } else {
    parts.words.emplace_back(word);
  }
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

// "1. Title", "[1] Title", "(1) Title" -> "Title"; empty for a number alone.
std::string_view without_entry_number(std::string_view words) {
  std::string_view rest = words;
  const bool bracket = rest.starts_with('[') || rest.starts_with('(');
  if (bracket) rest.remove_prefix(1);
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (digits == 0 || digits > 3 || digits == rest.size()) return words;
  const std::string_view closing = bracket ? "])" : ".)";
  if (closing.find(rest[digits]) == std::string_view::npos) return words;
  return trim(rest.substr(digits + 1));
}

struct Separator {
  std::size_t begin, end;
};

// The last dash between spaces; a dash inside a word does not separate.
std::optional<Separator> find_separator(std::string_view words) {
  std::optional<Separator> last;
  for (const std::string_view dash : {" - ", " – ", " — ", " | "}) {
    const std::size_t at = words.rfind(dash);
    if (at == std::string_view::npos || at == 0) continue;
    if (!last || at > last->begin) last = Separator{at, at + dash.size()};
  }
  return last;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// "^ a b Title", "↑ Title": the ways back to the marks, as wikis print them.
std::string_view without_back_marks(std::string_view words) {
  const std::size_t size = words.starts_with('^') ? 1 : words.starts_with("↑") ? 3 : 0;
  if (size == 0) return words;
  words = trim(words.substr(size));
  while (words.size() > 2 && words[0] >= 'a' && words[0] <= 'z' && words[1] == ' ') {
    words = trim(words.substr(1));
  }
  return words;
}

// Title and publisher of an entry with an id.
void read_title(std::string_view words, ListedSource& source) {
  constexpr std::u32string_view kAround = U",;:：|-–—*_";
  words = strip(without_entry_number(strip(words, kAround)), kAround);
  if (const auto separator = find_separator(words)) {
    source.title = strip(words.substr(0, separator->begin), kAround);
    source.publisher = strip(words.substr(separator->end), kAround);
  } else {
    source.title = words;
  }
}

}  // namespace

bool is_addendum(std::string_view line) {
  const Entry parts = take_apart(line);
  return parts.words.empty() && (!parts.ids.empty() || !parts.url.empty());
}

std::vector<ListedSource> parse_source_entry(std::string_view entry) {
  const FoldedIds folded(entry);
  std::string_view text = folded.text();
  ListedSource source;
  if (const EntryLabel label = read_entry_label(text)) {
    source.label = label.label;
    text.remove_prefix(label.size);
  }
  Entry parts = take_apart(without_back_marks(text));
  const std::string all = joined(parts.words);
  source.url = parts.url;
  if (parts.ids.empty()) {
    read_entry_fields(all, source);
    return {source};
  }
  read_title(all, source);
  std::vector<ListedSource> sources;
  for (std::string& id : parts.ids) {
    source.id = std::move(id);
    sources.push_back(source);
  }
  return sources;
}

}  // namespace ibid
