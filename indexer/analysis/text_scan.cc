// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/text_scan.h"

#include <algorithm>

namespace ibid {

bool TextScan::starts_with(std::size_t i, std::u32string_view what) const {
  for (std::size_t k = 0; k < what.size(); ++k) {
    if (char_at(i + k) != what[k]) return false;
  }
  return true;
}

std::size_t TextScan::run_end(std::size_t i) const {
  const CharClass cls = chars_[i].cls;
  if (cls == CharClass::kDigit) return number_end(i);
  if (cls == CharClass::kLetter) return letters_end(i);
  return class_end(i, cls);
}

std::size_t TextScan::number_end(std::size_t i) const {
  constexpr std::size_t kGroup = 3;
  const std::size_t begin = i;
  i = class_end(i, CharClass::kDigit);
  if (i - begin <= kGroup) {
    while (char_at(i) == U',' && class_end(i + 1, CharClass::kDigit) - (i + 1) == kGroup)
      i += 1 + kGroup;
  }
  if (char_at(i) == U'.' && class_at(i + 1) == CharClass::kDigit) {
    const std::size_t end = class_end(i + 1, CharClass::kDigit);
    const bool dotted_list = char_at(end) == U'.' && class_at(end + 1) == CharClass::kDigit;
    const bool goes_on_before =
        begin >= 2 && char_at(begin - 1) == U'.' && class_at(begin - 2) == CharClass::kDigit;
    if (!dotted_list && !goes_on_before) i = end;
  }
  return i;
}

std::size_t TextScan::letters_end(std::size_t i) const {
  const std::size_t begin = i;
  if (char_at(i + 1) == U'.') {
    if (const std::size_t end = abbreviation_end(i); end != i) return end;
  }
  while (true) {
    i = class_end(i, CharClass::kLetter);
    const bool inside =
        class_at(i) == CharClass::kApostrophe && class_at(i + 1) == CharClass::kLetter;
    if (!inside || url_prefix(i + 1) != 0) return cut_before_url(begin, i);
    ++i;
  }
}

// "TheCBChttps://…": the word ends where the scheme begins.
std::size_t TextScan::cut_before_url(std::size_t begin, std::size_t end) const {
  if (char_at(end) != U':' || !starts_with(end, U"://")) return end;
  for (const std::u32string_view scheme : {U"https", U"http"}) {
    if (end - begin > scheme.size() && starts_with(end - scheme.size(), scheme)) {
      return end - scheme.size();
    }
  }
  return end;
}

std::size_t TextScan::abbreviation_end(std::size_t i) const {
  std::size_t letters = 0, end = i;
  while (class_at(end) == CharClass::kLetter && char_at(end + 1) == U'.' &&
         class_at(end + 2) != CharClass::kDigit) {
    end += 2;
    ++letters;
  }
  const bool undotted_last = letters >= 1 && class_at(end) == CharClass::kLetter &&
                             !is_word_class(class_at(end + 1)) &&
                             class_at(end + 1) != CharClass::kApostrophe;  // "U.S" at the end
  if (undotted_last) return end + 1;
  if (letters < 2 || class_at(end) == CharClass::kLetter) return i;
  return end;
}

std::size_t TextScan::long_url_prefix(std::size_t i) const {
  for (const std::u32string_view prefix : {U"https://", U"http://", U"www."}) {
    if (starts_with(i, prefix) && is_word_class(class_at(i + prefix.size()))) return prefix.size();
  }
  constexpr std::u32string_view kPicture = U"pic.twitter.com/";  // how tweets link their pictures
  return starts_with(i, kPicture) ? kPicture.find(U"twitter") : 0;
}

TextScan::Url TextScan::url(std::size_t i, std::size_t prefix) const {
  constexpr std::u32string_view kClosing = U")]>\"";
  Url url{i + prefix, i + prefix, i + prefix};
  while (url.end < chars_.size() && chars_[url.end].cls != CharClass::kSpace &&
         chars_[url.end].cls != CharClass::kHangul &&
         kClosing.find(chars_[url.end].ch) == std::u32string_view::npos) {
    ++url.end;
  }
  if (starts_with(url.host_begin, U"www.")) url.host_begin += 4;
  url.host_end = url.host_begin;
  while (url.host_end < url.end &&
         (is_word_class(class_at(url.host_end)) || char_at(url.host_end) == U'.' ||
          class_at(url.host_end) == CharClass::kHyphen)) {
    ++url.host_end;
  }
  while (url.host_end > url.host_begin && char_at(url.host_end - 1) == U'.') --url.host_end;
  return url;
}

}  // namespace ibid
