// SPDX-License-Identifier: GPL-2.0-or-later
//
// See display_width.h.
#include "corpus/text/display_width.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <memory>

#include "corpus/error.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

std::size_t width_of(char32_t c) {
  if (c < 0x80) return c >= 0x20 && c != 0x7F ? 1 : 0;
  const auto icu = static_cast<UChar32>(c);
  constexpr std::uint32_t kNoWidth = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CC_MASK | U_GC_CF_MASK;
  if ((U_MASK(u_charType(icu)) & kNoWidth) != 0) return 0;
  // Vowels and final consonants of decomposed Hangul join the syllable's first letter.
  if ((c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB)) return 0;
  const auto width = u_getIntPropertyValue(icu, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

icu::BreakIterator& character_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) {
      throw Error(ErrorKind::kSystem, "cannot break text into characters: ICU has no data");
    }
    return made;
  }();
  return *breaks;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += width_of(next_code_point(text, at));
  return columns;
}

std::string_view fit_width(std::string_view text, std::size_t columns) {
  // Clusters matter only where the text may be cut, not in the rest.
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  icu::BreakIterator& breaks = character_breaks();
  breaks.setText(&utext, status);
  if (U_FAILURE(status)) return {};
  std::size_t end = 0;
  std::size_t used = 0;
  for (auto next = breaks.next(); next != icu::BreakIterator::DONE; next = breaks.next()) {
    const auto boundary = static_cast<std::size_t>(next);
    used += display_width(text.substr(end, boundary - end));
    if (used > columns) break;
    end = boundary;
  }
  utext_close(&utext);
  return text.substr(0, end);
}

}  // namespace ibid
