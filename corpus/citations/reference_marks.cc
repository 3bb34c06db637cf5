// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/citations/reference_marks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "corpus/citations/entry_label.h"
#include "corpus/citations/mark_numbers.h"
#include "corpus/citations/name_marks.h"
#include "corpus/citations/number_places.h"
#include "corpus/citations/stand_in.h"
#include "corpus/report/mark_items.h"
#include "corpus/report/source_identity.h"
#include "corpus/sentences/words_at.h"
#include "corpus/text/byte_set.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kLongestLabel = 60;
constexpr std::size_t kLongestNames = 300;  // bytes of "(Kim 2021; …)"

// Bytes with which a mark may begin: see read_at().
constexpr ByteSet kBegins = ByteSet("[(\xE3\xEF\xC2\xE2").add('0', '9');

std::size_t next_to_read(std::string_view text, std::size_t at, bool numbers) {
  return numbers ? kBegins.next(text, at) : find_byte<'[', '(', '\xE3'>(text, at);
}

class MarkFinder {
 public:
  MarkFinder(std::string_view text, const std::vector<CitationMark>& named,
             const ReferenceList& references, std::uint32_t sequence)
      : text_(text),
        places_(text),
        names_(text, references),
        named_(named),
        references_(references),
        sequence_(sequence) {}

  std::vector<ReferenceMark> find() {
    const bool numbers = references_.answers_numbers();
    auto named = named_.begin();
    for (std::size_t at = 0; (at = next_to_read(text_, at, numbers)) < text_.size();) {
      while (named != named_.end() && named->text.end <= at) ++named;
      if (named != named_.end() && named->text.begin <= at) {
        at = named->text.end;
        continue;
      }
      const std::size_t end = read_at(at, numbers);
      if (end > at) {
        at = end;
      } else {
        ++at;
      }
    }
    return std::move(marks_);
  }

 private:
  // The end of the mark that begins at `at`; `at` or less if none does.
  std::size_t read_at(std::size_t at, bool numbers) {
    const char c = text_[at];
    if (c == '[') return read_square(at, numbers);
    if (c == '(') return read_round(at);
    if (c == '\xE3' && text_.substr(at).starts_with("【")) return read_lenticular(at, numbers);
    if (!numbers) return at;
    if (c == '\xEF' && text_.substr(at).starts_with("［")) return read_full_width(at);
    if (c == '\xC2' || c == '\xE2') return read_raised(at);
    if (is_ascii_digit(c) && (at == 0 || !is_ascii_digit(text_[at - 1]))) return read_bare(at);
    return at;
  }

  void add(ByteRange mark, std::vector<MarkedSource> sources, bool words = false) {
    if (sources.empty()) return;
    marks_.push_back({{mark, std::move(sources)}, words});
  }

  MarkedSource numbered(std::uint32_t number, ByteRange text, std::string_view locator) const {
    const std::string name = std::to_string(number);
    const Reference* found = references_.numbered(number, sequence_);
    if (found == nullptr) found = references_.labelled("^" + name);
    return led_to(found, name, text, locator);
  }

  std::vector<MarkedSource> sources_of(const std::vector<NumberItem>& items) const {
    std::vector<MarkedSource> sources;
    for (const NumberItem& item : items) {
      for (std::uint32_t number = item.first; number <= item.last; ++number) {
        sources.push_back(numbered(number, item.text, item.locator));
      }
    }
    return sources;
  }

  std::size_t read_square(std::size_t at, bool numbers) {
    const std::size_t close = text_.find(']', at + 1);
    if (close == std::string_view::npos) return at;
    const std::string_view inside = text_.substr(at + 1, close - at - 1);
    if (inside.starts_with('^')) return read_footnote(at, close, inside);
    if (text_.substr(close + 1).starts_with("(")) return read_link(at, close);
    if (numbers && inside.size() <= kLongestNumbers && !is_index(at, close)) {
      const auto items = read_numbers(text_, {at + 1, close});
      if (!items.empty()) {
        add({at, close + 1}, sources_of(items));
        return close + 1;
      }
    }
    return read_label(at, close, inside);
  }

  // "a[1]=", "rows[0].x", "`prices[1]`": code, not a mark.
  bool is_index(std::size_t at, std::size_t close) const {
    if (at > 0 && text_[at - 1] == '`') return true;
    const std::size_t tick = text_.find('`', close);
    const bool in_code =
        tick != std::string_view::npos &&
        std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '`') % 2 == 1;
    const std::string_view after = text_.substr(close + 1);
    const bool goes_on = after.size() > 1 && after[0] == '.' && is_ascii_letter(after[1]);
    return in_code || goes_on || after.starts_with("=") || after.starts_with(" = ");
  }

  std::size_t read_footnote(std::size_t at, std::size_t close, std::string_view inside) {
    if (inside.size() > kLongestLabel || inside.size() < 2) return at;
    if (inside.find_first_of(" \t") != std::string_view::npos) return at;
    const Reference* found = references_.labelled(inside);
    if (found == nullptr) {
      if (const auto number = label_number(inside.substr(1))) {
        found = references_.numbered(*number, sequence_);
      }
    }
    const ByteRange name{at + 1, close};
    add({at, close + 1}, {led_to(found, inside, name, {})});
    return close + 1;
  }

  // "[Reuters][reuters]": the second bracket, or a label alone.
  std::size_t read_label(std::size_t at, std::size_t close, std::string_view inside) {
    if (inside.empty() || inside.size() > kLongestLabel) return at;
    const Reference* found = references_.labelled(inside);
    if (found == nullptr) return at;
    add({at, close + 1}, {led_to(found, inside, {at + 1, close}, {})});
    return close + 1;
  }

  // "[Reuters](https://…)" but not "![picture](https://…)".
  std::size_t read_link(std::size_t at, std::size_t close) {
    const std::size_t begin = close + 2;
    std::size_t end = begin;
    for (int depth = 0; end < text_.size(); ++end) {
      if (text_[end] == '(' && text_[end - 1] != '\\') ++depth;
      if (text_[end] == ')' && text_[end - 1] != '\\' && depth-- == 0) break;
    }
    if (end >= text_.size()) return at;
    if (at > 0 && text_[at - 1] == '!') return end + 1;
    ByteRange target = trim(text_, {begin, end});
    const std::size_t space = slice(text_, target).find_first_of(" \t");
    if (space != std::string_view::npos) target.end = target.begin + space;
    if (!target.empty() && text_[target.begin] == '<') ++target.begin;
    if (!target.empty() && text_[target.end - 1] == '>') --target.end;
    std::string url = canonical_url(slice(text_, target));
    if (url.empty() || is_only_links()) return end + 1;
    add({close, end + 1}, {{std::move(url), Citation::Form::kUrl, target, {}}});
    return end + 1;
  }

  // Navigation: a passage that is nothing but links says nothing to be proved.
  bool is_only_links() {
    if (only_links_) return *only_links_;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text_.size();) {
      if (text_[at] == '[') {
        const std::size_t middle = text_.find("](", at);
        const std::size_t end = middle == std::string_view::npos ? middle : text_.find(')', middle);
        if (end != std::string_view::npos) {
          at = end + 1;
          continue;
        }
      }
      letters += is_letter(next_code_point(text_, at));
    }
    constexpr std::size_t kFewest = 3;
    only_links_ = letters < kFewest;
    return *only_links_;
  }

  // "【4†source】", "【7†L12-L19】", and "【3】" where numbers are answered.
  std::size_t read_lenticular(std::size_t at, bool numbers) {
    constexpr std::string_view kOpen = "【", kClose = "】", kDagger = "†";
    const std::size_t close =
        text_.substr(0, std::min(text_.size(), at + kLongestNumbers * 2)).find(kClose, at);
    if (close == std::string_view::npos) return at;
    const std::size_t end = close + kClose.size();
    std::size_t next = at + kOpen.size();
    const std::size_t begin = next;
    const auto number = read_number(text_, next, false);
    if (!number) return at;
    if (text_.substr(next).starts_with(kDagger)) {
      const std::string_view place =
          text_.substr(next + kDagger.size(), close - next - kDagger.size());
      const bool line = place.starts_with('L') && place.size() > 1 && is_ascii_digit(place[1]);
      add({at, end}, {numbered(*number, {begin, next}, line ? place : std::string_view())});
      return end;
    }
    if (!numbers) return at;
    const auto items = read_numbers(text_, {begin, close});
    if (items.empty()) return at;
    add({at, end}, sources_of(items));
    return end;
  }

  std::size_t read_full_width(std::size_t at) {
    constexpr std::string_view kOpen = "［", kClose = "］";
    const std::size_t close = text_.find(kClose, at);
    if (close == std::string_view::npos || close - at > kLongestNumbers) return at;
    const auto items = read_numbers(text_, {at + kOpen.size(), close});
    if (items.empty()) return at;
    add({at, close + kClose.size()}, sources_of(items));
    return close + kClose.size();
  }

  // "gone.¹", "years²⁻³", "export.⁵,⁶", but not "km²" and "10⁸".
  std::size_t read_raised(std::size_t at) {
    std::size_t end = at;
    std::vector<MarkedSource> sources;
    for (std::size_t next = at; next < text_.size();) {
      const std::size_t begin = next;
      const auto first = read_number(text_, next, true);
      if (!first) break;
      std::uint32_t last = *first;
      if (const std::size_t dash = range_sign(text_, next)) {
        std::size_t beyond = next + dash;
        if (const auto number = read_number(text_, beyond, true)) {
          if (*number > *first && *number - *first < kMostOfRange) last = *number;
          next = beyond;
        }
      }
      for (std::uint32_t number = *first; number <= last; ++number) {
        sources.push_back(numbered(number, {begin, next}, {}));
      }
      end = next;
      std::size_t more = skip_spaces(text_, next);
      more = skip_spaces(text_, more + separator_size(text_, more));
      if (more >= text_.size() || (text_[more] != '\xC2' && text_[more] != '\xE2')) break;
      next = more;
    }
    if (sources.empty() || places_.follows_unit(at) || !references_.has_numbers()) return end;
    add({at, end}, std::move(sources));
    return end;
  }

  // "war.1", "다.4, 5", "늘었다.2)", "name,3 which", "걸림돌이다.1 3".
  std::size_t read_bare(std::size_t at) {
    if (!places_.may_follow(at)) return at;
    std::vector<MarkedSource> sources;
    std::size_t end = at;
    for (std::size_t next = at;;) {
      const std::size_t begin = next;
      const auto number = read_number(text_, next, false);
      if (!number || !is_near(*number)) break;
      std::size_t after = next;
      if (after < text_.size() && text_[after] == ')') ++after;
      if (!places_.ends_here(after)) break;
      sources.push_back(numbered(*number, {begin, next}, {}));
      end = after;
      std::size_t more = after;
      if (more < text_.size() && text_[more] == ',') ++more;
      more = skip_spaces(text_, more);
      if (more >= text_.size() || !is_ascii_digit(text_[more]) || !is_listed_alone(more)) break;
      next = more;
    }
    if (sources.empty()) return at;
    add({at, end}, std::move(sources));
    return end;
  }

  // A number that an entry has, or one a little past the last: a mark whose entry is missing.
  bool is_near(std::uint32_t number) const {
    constexpr std::uint32_t kPast = 20;
    return references_.has_numbers() && (references_.numbered(number, sequence_) != nullptr ||
                                         number <= references_.last_number() + kPast);
  }

  // A further number of the same mark stands alone: "4, 5", but not "1 3 percent" (an entry and
  // then text); two numbers in a row are marks only if text does not go on in small letters.
  bool is_listed_alone(std::size_t at) const {
    std::size_t end = at;
    const auto number = read_number(text_, end, false);
    if (!number || references_.numbered(*number, sequence_) == nullptr) return false;
    if (end < text_.size() && text_[end] == ')') ++end;
    if (!places_.ends_here(end)) return false;
    const std::size_t next = skip_spaces(text_, end);
    if (next >= text_.size()) return true;
    const char32_t c = code_point_at(text_, next);
    return !is_lower(c) || c == U',' || is_hangul(c);
  }

  // "(Kim 2021, p. 14; see also Lee and Park 2020)", "Kim (2021)", "(Ibid.)", "(https://…)".
  std::size_t read_round(std::size_t at) {
    std::size_t close = at + 1;
    for (int depth = 0; close < text_.size() && close - at < kLongestNames; ++close) {
      if (text_[close] == '(') ++depth;
      if (text_[close] == ')' && depth-- == 0) break;
    }
    if (close >= text_.size() || text_[close] != ')') return at;
    const ByteRange inside = trim(text_, {at + 1, close});
    if (inside.empty()) return at;
    const std::string_view words = slice(text_, inside);
    if (words.starts_with("http") && begins_like_url(words) &&
        words.find(' ') == std::string_view::npos) {
      std::string url = canonical_url(address_at(words));
      if (url.empty()) return at;
      add({at, close + 1}, {{std::move(url), Citation::Form::kUrl, inside, {}}});
      return close + 1;
    }
    if (const auto stand_in = find_stand_in(words); stand_in && stand_in->name.empty()) {
      add({at, close + 1},
          {{std::string(kSourceBefore), Citation::Form::kListed, inside, stand_in->locator}}, true);
      return close + 1;
    }
    if (!references_.has_years()) return at;
    std::vector<MarkedSource> sources = names_.read_names(inside, at);
    const bool leads = std::any_of(sources.begin(), sources.end(), [](const MarkedSource& s) {
      return s.form != Citation::Form::kMissing;
    });
    if (!leads && !names_.all_shaped(inside)) return at;
    if (sources.empty()) return at;
    add({at, close + 1}, std::move(sources), true);
    return close + 1;
  }

  std::string_view text_;
  NumberPlaces places_;
  NameMarks names_;
  const std::vector<CitationMark>& named_;
  const ReferenceList& references_;
  std::uint32_t sequence_;
  std::optional<bool> only_links_;
  std::vector<ReferenceMark> marks_;
};

}  // namespace

std::vector<ReferenceMark> find_reference_marks(std::string_view text,
                                                const std::vector<CitationMark>& named,
                                                const ReferenceList& references,
                                                std::uint32_t sequence) {
  return MarkFinder(text, named, references, sequence).find();
}

}  // namespace ibid
