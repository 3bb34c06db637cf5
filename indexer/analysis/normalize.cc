// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "corpus/text/hangul_syllable.h"

namespace ibid {
namespace {

// What one character becomes: up to two characters (ß -> ss) of one class.
struct Folding {
  std::array<char32_t, 2> to{};
  std::uint8_t count = 0;  // 0: invisible, left out
  CharClass cls = CharClass::kSeparator;
  bool upper = false;
};

constexpr char32_t kApostrophe = U'\'';

bool is_invisible(UChar32 c) {
  return c == 0x00AD || c == 0x034F || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_ideograph(UChar32 c) {
  return (c >= 0x3040 && c <= 0x30FF) || u_hasBinaryProperty(c, UCHAR_UNIFIED_IDEOGRAPH);
}

CharClass punctuation_class(UChar32 c) {
  switch (c) {
    case 0x27:    // apostrophe
    case 0x2018:  // ‘, as some write it for ’
    case 0x2019:  // ’
    case 0x02BC:  // ʼ
      return CharClass::kApostrophe;
    case 0x2D:
    case 0x2010:  // hyphen
    case 0x2011:  // non-breaking hyphen
    case 0x2012:  // figure dash
    case 0x2013:  // en dash
    case 0x2212:  // minus
      return CharClass::kHyphen;
    case 0xB7:
    case 0x2027:  // hyphenation point
    case 0x2219:  // bullet operator
    case 0x22C5:  // dot operator
    case 0x30FB:  // ・
      return CharClass::kMiddleDot;
    default:
      return u_isUWhiteSpace(c) ? CharClass::kSpace : CharClass::kSeparator;
  }
}

// Letters that Unicode does not decompose but that readers of English write plain.
std::u32string_view plain_latin(UChar32 lower) {
  switch (lower) {
    case 0x00DF:
      return U"ss";
    case 0x00E6:
      return U"ae";
    case 0x0153:
      return U"oe";
    case 0x00F8:
      return U"o";
    case 0x0111:
      return U"d";
    case 0x00F0:
      return U"d";
    case 0x0142:
      return U"l";
    case 0x0131:
      return U"i";
    case 0x00FE:
      return U"th";
    default:
      return {};
  }
}

// The letter under the marks of a Latin letter; `c` itself for all others.
UChar32 base_letter(UChar32 c, const icu::Normalizer2& nfc) {
  if (!((c >= 0xC0 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1EFF))) return c;
  icu::UnicodeString decomposed;
  if (!nfc.getDecomposition(c, decomposed)) return c;
  return decomposed.char32At(0);
}

// The vowel that NFKC makes of ㆍ (U+318D). Texts of today have no such vowel; it is their dot.
constexpr UChar32 kAraea = 0x119E;

Folding folding_of(UChar32 c, const icu::Normalizer2& nfc) {
  Folding result;
  if (is_invisible(c)) return result;
  if (c == kAraea) c = 0xB7;
  if (u_isdigit(c)) {
    result.to[0] = U'0' + static_cast<char32_t>(u_charDigitValue(c));
    result.count = 1;
    result.cls = CharClass::kDigit;
    return result;
  }
  if (u_isalpha(c) && punctuation_class(c) != CharClass::kApostrophe) {
    result.cls = is_ideograph(c) ? CharClass::kIdeograph : CharClass::kLetter;
    result.upper = u_isupper(c) || u_istitle(c);
    // Fold again without the marks: İ folds to itself, its base is a capital I.
    const UChar32 lower =
        u_foldCase(base_letter(u_foldCase(c, U_FOLD_CASE_DEFAULT), nfc), U_FOLD_CASE_DEFAULT);
    const std::u32string_view plain = plain_latin(lower);
    if (plain.empty()) {
      result.to[0] = static_cast<char32_t>(lower);
      result.count = 1;
    } else {
      for (const char32_t ch : plain) result.to.at(result.count++) = ch;
    }
    return result;
  }
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) return result;  // left over: dropped
  result.cls = type == U_COMBINING_SPACING_MARK ? CharClass::kLetter : punctuation_class(c);
  result.to[0] = result.cls == CharClass::kApostrophe ? kApostrophe
                 : result.cls == CharClass::kHyphen   ? U'-'
                                                      : static_cast<char32_t>(c);
  result.count = 1;
  return result;
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = get(status);
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::kSystem,
                std::string("ICU has no normalisation data: ") + u_errorName(status));
  }
  return *instance;
}

// Foldings of the part of the Basic Multilingual Plane below this limit are computed once, a page
// of characters at a time: a search needs one page or two, and computing all takes longer than its
// answer.
constexpr UChar32 kTableSize = 0x3000;
constexpr std::size_t kPageSize = 128;
using FoldingPage = std::array<Folding, kPageSize>;

const FoldingPage& made_page(std::atomic<const FoldingPage*>& kept, std::size_t number) {
  const icu::Normalizer2& nfc = normalizer(icu::Normalizer2::getNFCInstance);
  auto made = std::make_unique<FoldingPage>();
  for (std::size_t i = 0; i < kPageSize; ++i)
    (*made)[i] = folding_of(static_cast<UChar32>(number * kPageSize + i), nfc);
  const FoldingPage* other = nullptr;  // of a thread that was faster
  return kept.compare_exchange_strong(other, made.get()) ? *made.release() : *other;
}

// `c`: below kTableSize.
const Folding& known_folding(UChar32 c) {
  static std::array<std::atomic<const FoldingPage*>, kTableSize / kPageSize> pages{};
  const auto at = static_cast<std::size_t>(c);
  std::atomic<const FoldingPage*>& kept = pages[at / kPageSize];
  const FoldingPage* page = kept.load(std::memory_order_acquire);
  return (page != nullptr ? *page : made_page(kept, at / kPageSize))[at % kPageSize];
}

bool is_syllable(UChar32 c) { return is_precomposed(static_cast<char32_t>(c)); }

// True if NFKC certainly leaves the text alone: ASCII, Hangul syllables, and the quotes, dashes and
// bullets of news prose. A quick look that spares most texts the normaliser.
bool is_plainly_normal(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    if (bytes[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    const bool plain = is_syllable(c) || c == 0x2022 || c == 0xB7 || (c >= 0x2010 && c <= 0x2016) ||
                       (c >= 0x2018 && c <= 0x201E) || (c >= 0x300C && c <= 0x300F) || c == 0x20AC;
    if (!plain) return false;
  }
  return true;
}

void append(UChar32 c, std::uint32_t begin, std::uint32_t end, std::vector<FoldedChar>& out) {
  if (is_syllable(c)) {
    out.push_back({static_cast<char32_t>(c), CharClass::kHangul, false, begin, end});
    return;
  }
  const Folding folding = c < kTableSize
                              ? known_folding(c)
                              : folding_of(c, normalizer(icu::Normalizer2::getNFCInstance));
  for (std::size_t i = 0; i < folding.count; ++i) {
    out.push_back({folding.to[i], folding.cls, folding.upper, begin, end});
  }
}

// `offset_of(i)`: the range of the text from which byte i of `normal` came.
template <class OffsetOf>
void append_all(std::string_view normal, OffsetOf offset_of, std::vector<FoldedChar>& out) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(normal.data());
  const auto size = static_cast<std::int32_t>(normal.size());
  out.reserve(normal.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t begin = i;
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) c = 0xFFFD;
    const auto [from, to] = offset_of(begin, i);
    append(c, from, to, out);
  }
}

using Range = std::pair<std::uint32_t, std::uint32_t>;

void fold_unnormalized(std::string_view text, std::vector<FoldedChar>& out) {
  const icu::Normalizer2& nfkc = normalizer(icu::Normalizer2::getNFKCInstance);
  UErrorCode status = U_ZERO_ERROR;
  std::string normal;
  icu::Edits edits;
  {
    icu::StringByteSink<std::string> sink(&normal, static_cast<std::int32_t>(text.size()));
    nfkc.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                       sink, &edits, status);
  }
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::kSystem,
                std::string("ICU could not normalise a text: ") + u_errorName(status));
  }
  icu::Edits::Iterator edit = edits.getFineIterator();
  bool more = edit.next(status);
  append_all(
      normal,
      [&](std::int32_t begin, std::int32_t end) -> Range {
        while (more && edit.destinationIndex() + edit.newLength() <= begin)
          more = edit.next(status);
        const std::int32_t from = edit.sourceIndex();
        if (!more || edit.hasChange()) {
          return {static_cast<std::uint32_t>(from),
                  static_cast<std::uint32_t>(from + edit.oldLength())};
        }
        const std::int32_t shift = from - edit.destinationIndex();
        return {static_cast<std::uint32_t>(begin + shift), static_cast<std::uint32_t>(end + shift)};
      },
      out);
}

// ---- raised digits and the like -------------------------------------------------------

// The folded characters [begin, end) of a run of signs that are written with digits: ³, ₂, ½, ①.
struct DigitSigns {
  std::size_t begin = 0, end = 0;
  bool raised = false, lowered = false;
};

bool is_raised(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x207E);
}
bool is_lowered(char32_t c) { return c >= 0x2080 && c <= 0x208E; }

char32_t source_of(std::string_view text, const FoldedChar& c) {
  return first_char(text.substr(c.begin)).code;
}

// The signs at `i`; empty if there are none.
DigitSigns signs_at(std::string_view text, const std::vector<FoldedChar>& chars, std::size_t i) {
  DigitSigns signs{i, i};
  while (signs.end < chars.size() &&
         static_cast<unsigned char>(text[chars[signs.end].begin]) >= 0x80) {
    const FoldedChar& first = chars[signs.end];
    const char32_t c = source_of(text, first);
    std::size_t end = signs.end;
    bool digit = is_raised(c) || is_lowered(c);
    for (; end < chars.size() && chars[end].begin == first.begin; ++end) {
      digit = digit || (chars[end].cls == CharClass::kDigit && !u_isdigit(static_cast<UChar32>(c)));
    }
    if (!digit) break;
    signs.raised = signs.raised || is_raised(c);
    signs.lowered = signs.lowered || is_lowered(c);
    signs.end = end;
  }
  return signs;
}

// True if the signs are as good as digits: in "km²", "H₂O", "½", "①", but not in "45³", "war.³",
// "10⁻⁶" and "2½", where they would change a number or are a note mark.
bool reads_as_digits(const std::vector<FoldedChar>& chars, const DigitSigns& signs) {
  const auto is_digit = [&](std::size_t i) { return chars[i].cls == CharClass::kDigit; };
  if (signs.begin > 0 && is_digit(signs.begin - 1)) return false;
  if (signs.end < chars.size() && is_digit(signs.end)) return false;
  if (!signs.raised && !signs.lowered) return true;
  constexpr std::size_t kLongestUnit = 2;  // of letters that take an exponent: "km"
  std::size_t letters = 0;
  while (letters < signs.begin && chars[signs.begin - letters - 1].cls == CharClass::kLetter)
    ++letters;
  return letters > 0 && (!signs.raised || letters <= kLongestUnit);
}

// Takes back what would change a number: each such sign is itself, and parts words.
void keep_numbers(std::string_view text, std::vector<FoldedChar>& chars) {
  std::vector<FoldedChar> kept;
  std::size_t done = 0;  // of chars, in `kept`
  for (std::size_t i = 0; i < chars.size();) {
    const DigitSigns signs = signs_at(text, chars, i);
    if (signs.end > i && !reads_as_digits(chars, signs)) {
      kept.insert(kept.end(), chars.begin() + static_cast<std::ptrdiff_t>(done),
                  chars.begin() + static_cast<std::ptrdiff_t>(i));
      for (; i < signs.end; ++i) {
        const FoldedChar& c = chars[i];
        if (i > signs.begin && c.begin == chars[i - 1].begin) continue;
        kept.push_back({source_of(text, c), CharClass::kSeparator, false, c.begin, c.end});
      }
      done = i;
    } else {
      i = std::max(signs.end, i + 1);
    }
  }
  if (done == 0) return;
  kept.insert(kept.end(), chars.begin() + static_cast<std::ptrdiff_t>(done), chars.end());
  chars = std::move(kept);
}

}  // namespace

void fold(std::string_view text, std::vector<FoldedChar>& out) {
  out.clear();
  if (is_plainly_normal(text)) {
    append_all(
        text,
        [](std::int32_t begin, std::int32_t end) -> Range {
          return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        },
        out);
  } else {
    fold_unnormalized(text, out);
    keep_numbers(text, out);
  }
}

std::string folded_text(std::string_view text) {
  std::vector<FoldedChar> folded;
  fold(text, folded);
  std::string out;
  bool space = false;
  for (const FoldedChar& c : folded) {
    if (c.cls == CharClass::kSpace) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    append_utf8(out, c.ch);
  }
  return out;
}

}  // namespace ibid
