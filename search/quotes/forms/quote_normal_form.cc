// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/forms/quote_normal_form.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>
#include <string>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "indexer/analysis/normalize.h"

namespace ibid {
namespace {

bool is_quote(char32_t c) {
  return c == U'\'' || c == U'"' || c == U'`' || c == 0xAB || c == 0xBB ||
         (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A ||
         (c >= 0x300C && c <= 0x300F) || c == 0x2032 || c == 0x2033;
}

bool is_dash(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2E3A || c == 0x2E3B;
}

// Builds the form character by character.
class Former {
 public:
  // `next`: the character behind it.
  void add(const FoldedChar& c, char32_t next) {
    const ByteRange bytes{c.begin, c.end};
    if (c.cls == CharClass::kSpace || is_space(c.ch)) return space(bytes);
    if (is_dash(c.ch)) return is_sign(c, next) ? keep(kMinus, bytes) : joined(U'-', bytes);
    // 5′ and 5″ are feet and inches; a double prime is folded to two.
    if (c.ch == kPrime && (ends_in_digit() || ends_in(kPrime))) return keep(c.ch, bytes);
    if (is_quote(c.ch)) return collapse(U'\'', bytes);
    if (c.ch == U'⋯') return gap(bytes);
    out_.push_back({c.ch, bytes, c.upper});
    if (c.ch == U'.' || c.ch == U'·') dots(c.ch);
    if ((c.ch == U']' || c.ch == U')') && !out_.empty()) bracketed();
  }

  // Skipped text: the white space before it is left out with it.
  void skipped() {
    if (!out_.empty() && out_.back().ch == U' ') out_.pop_back();
  }

  NormalText take() {
    if (!out_.empty() && out_.back().ch == U' ') out_.pop_back();
    return std::move(out_);
  }

 private:
  static constexpr char32_t kMinus = 0x2212, kPrime = 0x2032;

  bool ends_in(char32_t c) const { return !out_.empty() && out_.back().ch == c; }
  bool ends_in_digit() const { return !out_.empty() && is_ascii_digit(out_.back().ch); }
  void keep(char32_t c, ByteRange bytes) { out_.push_back({c, bytes, false}); }

  // "-5" behind a space or bracket is another number than 5; "fell - 5" is not.
  bool is_sign(const FoldedChar& c, char32_t next) const {
    const bool free = out_.empty() || ends_in(U' ') || ends_in(U'(') || ends_in(U'[');
    return c.cls == CharClass::kHyphen && free && is_ascii_digit(next);
  }

  void space(ByteRange bytes) {
    if (out_.empty() || ends_in(U'-') || ends_in(kGap)) return;
    collapse(U' ', bytes);
  }

  void collapse(char32_t c, ByteRange bytes) {
    if (ends_in(c)) {
      out_.back().bytes.end = bytes.end;
    } else {
      out_.push_back({c, bytes, false});
    }
  }

  // A dash or gap removes the white space before it.
  void joined(char32_t c, ByteRange bytes) {
    if (ends_in(U' ')) out_.pop_back();
    collapse(c, bytes);
  }
  void gap(ByteRange bytes) { joined(kGap, bytes); }

  // "...", ". . ." -> …; further dots join it.
  void dots(char32_t dot) {
    constexpr std::size_t kDots = 3;
    std::size_t at = out_.size();
    std::size_t count = 0;
    while (at > 0 && count < kDots) {
      const char32_t c = out_[at - 1].ch;
      if (c == kGap && dot == U'.' && count > 0) break;
      if (c == dot) {
        ++count;
      } else if (c != U' ' || count == 0) {
        break;
      }
      --at;
      if (count == kDots) break;
    }
    const bool goes_on = count > 0 && at > 0 && out_[at - 1].ch == kGap && at + 1 == out_.size();
    if (count < kDots && !goes_on) return;
    if (goes_on) --at;
    const ByteRange bytes{out_[at].bytes.begin, out_.back().bytes.end};
    out_.resize(at);
    gap(bytes);
  }

  // "[…]", "(…)" -> …
  void bracketed() {
    const std::size_t size = out_.size();
    if (size < 3 || out_[size - 2].ch != kGap) return;
    const char32_t open = out_[size - 1].ch == U']' ? U'[' : U'(';
    if (out_[size - 3].ch != open) return;
    const ByteRange bytes{out_[size - 3].bytes.begin, out_.back().bytes.end};
    out_.resize(size - 3);
    gap(bytes);
  }

  NormalText out_;
};

bool has_word(const NormalText& text, NormalPiece piece) {
  return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(piece.begin),
                     text.begin() + static_cast<std::ptrdiff_t>(piece.end),
                     [](const NormalChar& c) { return is_letter_or_digit(c.ch); });
}

bool same_char(const NormalChar& a, const NormalChar& b) { return a.ch == b.ch; }

// The next match of a piece from `from` on that cuts no word; none: begin past the end.
NormalPiece find_piece(const QuoteEdges& edges, const NormalText& form, std::size_t from,
                       const NormalText& quotation, NormalPiece piece) {
  const auto what = quotation.begin() + static_cast<std::ptrdiff_t>(piece.begin);
  const auto what_end = quotation.begin() + static_cast<std::ptrdiff_t>(piece.end);
  for (auto at = form.begin() + static_cast<std::ptrdiff_t>(std::min(from, form.size()));; ++at) {
    at = std::search(at, form.end(), what, what_end, same_char);
    if (at == form.end()) return {form.size() + 1, form.size() + 1};
    const auto begin = static_cast<std::size_t>(at - form.begin());
    const std::size_t end = begin + (piece.end - piece.begin);
    const ByteRange bytes{form[begin].bytes.begin, form[end - 1].bytes.end};
    if (edges.cuts_no_word(bytes)) return {begin, end};
  }
}

// Moves each piece but the last to where it stands nearest to the next one, so that as little as
// possible is left out.
void tighten(const QuoteEdges& edges, const NormalText& form, const NormalText& quotation,
             const std::vector<NormalPiece>& pieces, std::vector<NormalPiece>& found) {
  for (std::size_t p = found.size(); p-- > 1;) {
    NormalPiece& piece = found[p - 1];
    for (;;) {
      const NormalPiece later = find_piece(edges, form, piece.begin + 1, quotation, pieces[p - 1]);
      if (later.end > found[p].begin) break;
      piece = later;
    }
  }
}

Error no_data(UErrorCode status) {
  return {ErrorKind::kSystem, std::string("ICU has no normalisation data: ") + u_errorName(status)};
}

icu::UnicodeString normalized(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (U_FAILURE(status)) throw no_data(status);
  return nfkc->normalize(icu::UnicodeString::fromUTF8(piece), status);
}

// How two spellings of one normal character differ.
FormDifference letter_difference(std::string_view a, std::string_view b) {
  const icu::UnicodeString x = normalized(a);
  const icu::UnicodeString y = normalized(b);
  if (x == y) return FormDifference::kUnicode;
  icu::UnicodeString small_x = x;
  icu::UnicodeString small_y = y;
  if (small_x.foldCase() == small_y.foldCase()) return FormDifference::kCase;
  return FormDifference::kDiacritics;
}

FormDifference char_difference(char32_t ch, std::string_view a, std::string_view b) {
  switch (ch) {
    case U'\'':
      return FormDifference::kQuotes;
    case U'-':
    case U'−':
      return FormDifference::kDashes;
    case U' ':
      return FormDifference::kSpaces;
    default:
      return letter_difference(a, b);
  }
}

bool ends_in_stop(const NormalText& text, NormalPiece piece) {
  const char32_t last = text[piece.end - 1].ch;
  return last == U'.' || last == U',' || last == U';';
}

}  // namespace

std::string composed_lower(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw no_data(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  std::string out;
  nfc->normalize(icu::UnicodeString::fromUTF8(piece), status).toUTF8String(out);
  return ascii_lower(out);
}

NormalText normal_form(std::string_view text, const std::vector<ByteRange>& skip) {
  std::vector<FoldedChar> chars;
  fold(text, chars);
  Former former;
  auto skipped = skip.begin();
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const FoldedChar& c = chars[i];
    while (skipped != skip.end() && skipped->end <= c.begin) ++skipped;
    if (skipped != skip.end() && c.begin >= skipped->begin) {
      former.skipped();
    } else {
      former.add(c, i + 1 < chars.size() ? chars[i + 1].ch : U' ');
    }
  }
  return former.take();
}

std::vector<NormalPiece> pieces_of(const NormalText& quotation) {
  std::vector<NormalPiece> pieces;
  NormalPiece piece;
  for (std::size_t i = 0; i <= quotation.size(); ++i) {
    if (i < quotation.size() && quotation[i].ch != kGap) continue;
    piece.end = i;
    if (piece.end > piece.begin && has_word(quotation, piece)) pieces.push_back(piece);
    piece.begin = i + 1;
  }
  if (pieces.empty() && !quotation.empty()) pieces.push_back({0, quotation.size()});
  for (NormalPiece& p : pieces) {
    while (p.begin + 1 < p.end && quotation[p.begin].ch == U' ') ++p.begin;
  }
  return pieces;
}

std::vector<NormalMatch> find_pieces(const QuoteEdges& edges, const NormalText& form,
                                     const NormalText& quotation,
                                     const std::vector<NormalPiece>& pieces) {
  std::vector<NormalMatch> matches;
  for (std::size_t from = 0; from < form.size();) {
    NormalMatch match;
    for (const NormalPiece& piece : pieces) {
      const NormalPiece found = find_piece(edges, form, from, quotation, piece);
      if (found.begin > form.size()) return matches;
      match.pieces.push_back(found);
      from = found.end;
    }
    if (match.pieces.empty()) break;
    tighten(edges, form, quotation, pieces, match.pieces);
    match.text = {form[match.pieces.front().begin].bytes.begin,
                  form[match.pieces.back().end - 1].bytes.end};
    matches.push_back(std::move(match));
  }
  return matches;
}

std::vector<FormDifference> form_differences(std::string_view text, const NormalText& form,
                                             const NormalMatch& match, std::string_view quotation,
                                             const NormalText& quotation_form,
                                             const std::vector<NormalPiece>& pieces) {
  std::set<FormDifference> found;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    for (std::size_t i = 0; i < pieces[p].end - pieces[p].begin; ++i) {
      const NormalChar& there = form[match.pieces[p].begin + i];
      const NormalChar& here = quotation_form[pieces[p].begin + i];
      const std::string_view a = slice(text, there.bytes);
      const std::string_view b = slice(quotation, here.bytes);
      if (a != b) found.insert(char_difference(here.ch, a, b));
      if (i == 0) continue;
      // White space and invisible characters that belong to neither character.
      const NormalChar& there_before = form[match.pieces[p].begin + i - 1];
      const NormalChar& here_before = quotation_form[pieces[p].begin + i - 1];
      if (there.bytes == there_before.bytes || here.bytes == here_before.bytes) continue;
      if (there.joined) {
        found.insert(FormDifference::kSpaces);
        continue;
      }
      const std::string_view between_a = slice(
          text, {there_before.bytes.end, std::max(there_before.bytes.end, there.bytes.begin)});
      const std::string_view between_b = slice(
          quotation, {here_before.bytes.end, std::max(here_before.bytes.end, here.bytes.begin)});
      if (between_a == between_b) continue;
      const bool dash = there.ch == U'-' || there_before.ch == U'-';
      if (dash) found.insert(FormDifference::kSpaces);
      if (!dash && between_a.size() < 8 && between_b.size() < 8) {
        found.insert(FormDifference::kUnicode);
      }
    }
  }
  const bool gaps = std::any_of(quotation_form.begin(), quotation_form.end(),
                                [](const NormalChar& c) { return c.ch == kGap; });
  if (gaps) found.insert(FormDifference::kEllipsis);
  if (pieces.back().end < quotation_form.size() && !gaps &&
      ends_in_stop(quotation_form, {0, quotation_form.size()})) {
    found.insert(FormDifference::kEndPunctuation);
  }
  if (found.empty()) found.insert(FormDifference::kUnicode);
  return {found.begin(), found.end()};
}

}  // namespace ibid
