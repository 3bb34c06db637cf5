// SPDX-License-Identifier: GPL-2.0-or-later
//
// Most characters are plain: NFKC leaves them alone whatever is beside them, and each becomes one
// character. The normaliser reads only the others, with the character before them, which it may
// compose with them.
#include "indexer/analysis/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "corpus/text/hangul_syllable.h"
#include "indexer/characters/digit_signs.h"
#include "indexer/characters/folding.h"

namespace ibid {
namespace {

// Characters are written where there is room; what was in the vector before is overwritten.
class CharWriter {
 public:
  explicit CharWriter(std::vector<FoldedChar>& out) : out_(out) {}

  // Where the next `count` characters can be written, to be followed by end_at().
  FoldedChar* room(std::size_t count) {
    if (out_.size() - size_ < count) out_.resize(size_ + count);
    return out_.data() + size_;
  }
  void end_at(const FoldedChar* end) { size_ = static_cast<std::size_t>(end - out_.data()); }
  void push(const FoldedChar& c) {
    *room(1) = c;
    ++size_;
  }
  FoldedChar pop() { return out_[--size_]; }
  std::size_t size() const { return size_; }
  void finish() { out_.resize(size_); }

 private:
  std::vector<FoldedChar>& out_;
  std::size_t size_ = 0;
};

const std::array<FoldedChar, 0x80>& ascii_foldings() {
  static const std::array<FoldedChar, 0x80> table = [] {
    std::array<FoldedChar, 0x80> made{};
    for (char32_t c = 0; c < made.size(); ++c) {
      const Folding folding = folding_of(c);
      made[c] = {folding.to[0], folding.cls, folding.upper, 0, 0};
    }
    return made;
  }();
  return table;
}

// The plain character at `at`, which is not ASCII: Hangul syllables, and the quotes, dashes and
// bullets of news prose. 0 if there is none.
char32_t plain_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kBytes = 3;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80; };
  if (byte(0) == 0xC2) return at + 1 < text.size() && byte(1) == 0xB7 ? U'·' : 0;
  if (byte(0) < 0xE2 || byte(0) > 0xED || text.size() - at < kBytes || !follows(1) || !follows(2)) {
    return 0;
  }
  const char32_t c = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  const bool plain = is_precomposed(c) || (c >= 0x2010 && c <= 0x2016) ||
                     (c >= 0x2018 && c <= 0x201E) || c == U'•' || c == U'€' ||
                     (c >= 0x300C && c <= 0x300F);
  return plain ? c : 0;
}

// Folds plain characters from `at` on. Returns where the first other one begins.
std::size_t fold_plain(std::string_view text, std::size_t at, CharWriter& out) {
  const auto& ascii = ascii_foldings();
  FoldedChar* to = out.room(text.size() - at);  // none has less than a byte
  for (; at < text.size(); ++to) {
    const auto begin = static_cast<std::uint32_t>(at);
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      *to = ascii[lead];
      at += 1;
    } else if (const char32_t c = plain_at(text, at); c == 0) {
      break;
    } else if (is_precomposed(c)) {
      *to = {c, CharClass::kHangul, false, 0, 0};
      at += 3;
    } else {
      const Folding folding = folding_of(c);
      *to = {folding.to[0], folding.cls, folding.upper, 0, 0};
      at += utf8_length(c);
    }
    to->begin = begin;
    to->end = static_cast<std::uint32_t>(at);
  }
  out.end_at(to);
  return at;
}

// The end of the text that is to be normalised at one go: where more than a few plain characters
// follow each other.
std::size_t odd_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kManyBytes = 32;
  for (std::size_t plain = text.size(); at < text.size();) {
    const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
    const char32_t c = ascii ? U' ' : plain_at(text, at);
    if (c == 0) {
      next_code_point(text, at);
      plain = text.size();
      continue;
    }
    plain = std::min(plain, at);
    at += utf8_length(c);
    if (at - plain >= kManyBytes) return plain;
  }
  return text.size();
}

const icu::Normalizer2& compatible() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::kSystem,
                std::string("ICU has no normalisation data: ") + u_errorName(status));
  }
  return *instance;
}

void push(char32_t c, std::uint32_t begin, std::uint32_t end, CharWriter& out) {
  if (is_precomposed(c)) return out.push({c, CharClass::kHangul, false, begin, end});
  const Folding folding = folding_of(c);
  for (std::size_t i = 0; i < folding.count; ++i) {
    out.push({folding.to[i], folding.cls, folding.upper, begin, end});
  }
}

// Folds all of `text`, which begins at byte `base` of a longer one.
void fold_odd(std::string_view text, std::size_t base, CharWriter& out) {
  UErrorCode status = U_ZERO_ERROR;
  std::string normal;
  icu::Edits edits;
  {
    icu::StringByteSink<std::string> sink(&normal, static_cast<std::int32_t>(text.size()));
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    compatible().normalizeUTF8(0, piece, sink, &edits, status);
  }
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::kSystem,
                std::string("ICU could not normalise a text: ") + u_errorName(status));
  }
  icu::Edits::Iterator edit = edits.getFineIterator();
  bool more = edit.next(status);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(normal.data());
  const auto size = static_cast<std::int32_t>(normal.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t begin = i;
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) c = 0xFFFD;
    while (more && edit.destinationIndex() + edit.newLength() <= begin) more = edit.next(status);
    std::int32_t from = edit.sourceIndex(), to = from + edit.oldLength();
    if (more && !edit.hasChange()) {
      to = i + from - edit.destinationIndex();
      from = begin + from - edit.destinationIndex();
    }
    push(static_cast<char32_t>(c),
         static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(from),
         static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(to), out);
  }
}

}  // namespace

void fold(std::string_view text, std::vector<FoldedChar>& out) {
  CharWriter writer(out);
  std::size_t at = fold_plain(text, 0, writer);
  const std::size_t first_odd = writer.size();
  while (at < text.size()) {
    const std::size_t begin = writer.size() == 0 ? 0 : writer.pop().begin;
    const std::size_t end = odd_end(text, at);
    fold_odd(text.substr(begin, end - begin), begin, writer);
    at = fold_plain(text, end, writer);
  }
  writer.finish();
  if (first_odd < out.size()) keep_numbers(text, first_odd, out);
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
