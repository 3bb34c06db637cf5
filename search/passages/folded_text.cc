// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/folded_text.h"

#include <unicode/ucol.h>
#include <unicode/ucoleitr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <unordered_map>

#include "corpus/error.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

struct CloseCollator {
  void operator()(UCollator* collator) const { ucol_close(collator); }
};
struct CloseElements {
  void operator()(UCollationElements* elements) const { ucol_closeElements(elements); }
};

// The primary weights of characters, each looked up once.
class Weights {
 public:
  Weights() {
    UErrorCode error = U_ZERO_ERROR;
    collator_.reset(ucol_open("@collation=search", &error));
    ucol_setStrength(collator_.get(), UCOL_PRIMARY);
    elements_.reset(ucol_openElements(collator_.get(), u"", 0, &error));
    if (U_FAILURE(error) != 0) {
      throw Error(ErrorKind::kSystem, "ICU has no collator for searching; install its data");
    }
  }

  const std::u16string& of(char32_t c) {
    const auto [known, is_new] = known_.try_emplace(c);
    if (is_new) known->second = look_up(folded_quote(c));
    return known->second;
  }

 private:
  // Quotation marks of one kind are one in a browser, whatever their weights.
  static char32_t folded_quote(char32_t c) {
    if (c == 0x05F4 || (c >= 0x201C && c <= 0x201F)) return U'"';
    if (c == 0x05F3 || (c >= 0x2018 && c <= 0x201B)) return U'\'';
    return c;
  }

  std::u16string look_up(char32_t c) {
    char16_t text[2];
    std::int32_t length = 0;
    U16_APPEND_UNSAFE(text, length, static_cast<UChar32>(c));
    UErrorCode error = U_ZERO_ERROR;
    ucol_setText(elements_.get(), text, length, &error);
    std::u16string weights;
    while (true) {
      const std::int32_t element = ucol_next(elements_.get(), &error);
      if (element == UCOL_NULLORDER || U_FAILURE(error) != 0) return weights;
      const std::int32_t primary = ucol_primaryOrder(element);
      if (primary != 0) weights += static_cast<char16_t>(primary);
    }
  }

  std::unique_ptr<UCollator, CloseCollator> collator_;
  std::unique_ptr<UCollationElements, CloseElements> elements_;
  std::unordered_map<char32_t, std::u16string> known_;
};

// The end of the word at `at`: of what stands between white space.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (is_space(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

bool has_letter_or_digit(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (is_letter_or_digit(next_code_point(word, at))) return true;
  }
  return false;
}

}  // namespace

FoldedText::FoldedText(std::string_view text) {
  Weights weights;
  for (std::size_t at = skip_spaces(text, 0); at < text.size(); at = skip_spaces(text, at)) {
    const std::size_t end = word_end(text, at);
    if (!has_letter_or_digit(text.substr(at, end - at))) {
      at = end;
      continue;
    }
    while (at < end) {
      const std::size_t begin = at;
      const std::u16string& more = weights.of(next_code_point(text, at));
      weights_ += more;
      bytes_.insert(bytes_.end(), more.size(), begin);
    }
  }
}

std::size_t FoldedText::weight_at(std::uint64_t offset) const {
  return static_cast<std::size_t>(std::lower_bound(bytes_.begin(), bytes_.end(), offset) -
                                  bytes_.begin());
}

bool FoldedText::is_first(ByteRange range, std::uint64_t from) const {
  const auto begin = weights_.begin() + static_cast<std::ptrdiff_t>(weight_at(range.begin));
  const auto end = weights_.begin() + static_cast<std::ptrdiff_t>(weight_at(range.end));
  const auto first = weights_.begin() + static_cast<std::ptrdiff_t>(weight_at(from));
  if (begin == end || first > begin) return false;
  return std::search(first, end, std::boyer_moore_horspool_searcher(begin, end)) == begin;
}

}  // namespace ibid
