// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/mark_items.h"

#include <algorithm>

#include "corpus/report/locator.h"
#include "corpus/report/source_identity.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// Removes quotes and stops that a writer put around an id.
ByteRange trim_id(std::string_view text, ByteRange range) {
  constexpr std::string_view kAround = "`'\"<>.,:;*_()[]";
  range = trim(text, range);
  while (!range.empty() && kAround.find(text[range.begin]) != std::string_view::npos) ++range.begin;
  while (!range.empty() && kAround.find(text[range.end - 1]) != std::string_view::npos) --range.end;
  return range;
}

MarkedSource marked(std::string_view text, ByteRange range, Citation::Form form) {
  return {std::string(slice(text, range)), form, range, {}};
}

// The ids of an item, each a word of its own.
void read_ids(std::string_view text, ByteRange item, std::vector<MarkedSource>& sources) {
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
}

// The address in an item, bare or of a link: "Reuters https://…", "[Reuters](https://…)".
bool read_address(std::string_view text, ByteRange item, std::vector<MarkedSource>& sources) {
  for (std::size_t at = item.begin; at < item.end; ++at) {
    const bool begins = at == item.begin || !is_ascii_letter(text[at - 1]);
    if ((text[at] != 'h' && text[at] != 'H' && text[at] != 'w') || !begins) continue;
    const std::string_view rest = text.substr(at, item.end - at);
    if (!begins_like_url(rest)) continue;
    const std::string_view address =
        address_at(rest.substr(0, std::min(rest.find_first_of(" \t"), rest.size())));
    std::string url = canonical_url(address);
    if (url.empty()) continue;
    sources.push_back({std::move(url), Citation::Form::kUrl, {at, at + address.size()}, {}});
    return true;
  }
  return false;
}

bool begins_with_quotation(std::string_view text) {
  static constexpr std::u32string_view kOpening = U"「『《〈“‘\"'";
  std::size_t at = 0;
  return !text.empty() && kOpening.find(next_code_point(text, at)) != std::u32string_view::npos;
}

// `text` up to the end of `to`, from where the locator or words that `from` has begin.
std::string joined(std::string_view text, std::size_t from, ByteRange to) {
  return std::string(slice(text, {from, to.end}));
}

class ItemReader {
 public:
  explicit ItemReader(std::string_view text) : text_(text) {}

  void read(ByteRange item) {
    item = trim(text_, item);
    if (item.empty()) return;
    const std::size_t before = sources_.size();
    read_ids(text_, item, sources_);
    if (sources_.size() == before && !read_address(text_, item, sources_)) read_words(item);
    if (sources_.size() > before) has_locator_ = !sources_.back().locator.empty();
  }

  std::vector<MarkedSource> take() { return std::move(sources_); }

 private:
  void read_words(ByteRange item) {
    if (is_locator(slice(text_, item))) {
      add_locator(item);
      return;
    }
    if (!sources_.empty() && sources_.back().form == Citation::Form::kOther && !has_locator_ &&
        begins_with_quotation(slice(text_, item))) {
      MarkedSource& last = sources_.back();
      last.text.end = item.end;
      last.source = slice(text_, last.text);
      last.form = source_form(last.source);
      return;
    }
    const std::size_t end = trailing_locator(slice(text_, item));
    const ByteRange words = trim(text_, {item.begin, item.begin + end});
    sources_.push_back(marked(text_, words, source_form(slice(text_, words))));
    const ByteRange rest = trim(text_, {words.end, item.end});
    if (!rest.empty()) add_locator(rest);
  }

  // "p. 4", or "2024" after "accessed June 3".
  void add_locator(ByteRange item) {
    if (sources_.empty()) return;
    MarkedSource& last = sources_.back();
    if (last.locator.empty()) locator_begin_ = item.begin;
    last.locator = joined(text_, locator_begin_, item);
    has_locator_ = true;
  }

  std::string_view text_;
  std::vector<MarkedSource> sources_;
  std::size_t locator_begin_ = 0;
  bool has_locator_ = false;  // the last source has
};

// A comma or semicolon inside a URL does not end an item.
std::size_t item_end(std::string_view text, std::size_t begin, std::size_t end) {
  const bool url = begins_like_url(text.substr(skip_spaces(text, begin)));
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] != ',' && text[at] != ';') continue;
    if (!url || at + 1 == end || text[at + 1] == ' ') return at;
  }
  return end;
}

}  // namespace

std::string_view address_at(std::string_view text) {
  constexpr std::string_view kAfter = ".,;:*`\"'>]}";
  auto unopened =
      std::count(text.begin(), text.end(), ')') - std::count(text.begin(), text.end(), '(');
  while (!text.empty()) {
    const bool closes_nothing = text.back() == ')' && unopened > 0;
    if (!closes_nothing && kAfter.find(text.back()) == std::string_view::npos) break;
    if (closes_nothing) --unopened;
    text.remove_suffix(1);
  }
  return text;
}

std::vector<MarkedSource> read_mark_items(std::string_view text, ByteRange list) {
  ItemReader reader(text);
  for (std::size_t at = list.begin; at < list.end;) {
    const std::size_t end = item_end(text, at, list.end);
    reader.read({at, end});
    at = end + 1;
  }
  return reader.take();
}

}  // namespace ibid
