// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/characters/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/error.h"

namespace ibid {
namespace {

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

Folding made_folding(UChar32 c, const icu::Normalizer2& nfc) {
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

const icu::Normalizer2& canonical() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::kSystem,
                std::string("ICU has no normalisation data: ") + u_errorName(status));
  }
  return *instance;
}

// Foldings of the part of the Basic Multilingual Plane below this limit are made once, a page of
// characters at a time: a search needs one page or two, and making all takes longer than its
// answer.
constexpr char32_t kMostFoldings = 0x3000;
constexpr std::size_t kPageSize = 128;
using FoldingPage = std::array<Folding, kPageSize>;

const FoldingPage& made_page(std::atomic<const FoldingPage*>& kept, std::size_t number) {
  const icu::Normalizer2& nfc = canonical();
  auto made = std::make_unique<FoldingPage>();
  for (std::size_t i = 0; i < kPageSize; ++i) {
    (*made)[i] = made_folding(static_cast<UChar32>(number * kPageSize + i), nfc);
  }
  const FoldingPage* other = nullptr;  // of a thread that was faster
  return kept.compare_exchange_strong(other, made.get()) ? *made.release() : *other;
}

// `c`: below kMostFoldings.
const Folding& kept_folding(char32_t c) {
  static std::array<std::atomic<const FoldingPage*>, kMostFoldings / kPageSize> pages{};
  std::atomic<const FoldingPage*>& kept = pages[c / kPageSize];
  const FoldingPage* page = kept.load(std::memory_order_acquire);
  return (page != nullptr ? *page : made_page(kept, c / kPageSize))[c % kPageSize];
}

}  // namespace

Folding folding_of(char32_t c) {
  return c < kMostFoldings ? kept_folding(c) : made_folding(static_cast<UChar32>(c), canonical());
}

}  // namespace ibid
