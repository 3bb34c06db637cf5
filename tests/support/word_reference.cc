// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/word_reference.h"

#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <xapian.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include "corpus/report/source_id.h"
#include "indexer/korean/hangul.h"

namespace ibid::testing {
namespace {

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

// The words of docs/query-language.md, the first one that fits: a URL (its host), an abbreviation
// with dots, letters with apostrophes inside, a number with its separators, Hangul, Han and Kana.
std::u16string word_pattern() {
  const std::u16string letter =
      u"[[\\p{L}\\p{Mc}]-[가-힣]-[\\u3040-\\u30FF]-\\p{Unified_Ideograph}-[\\u02BC]]";
  const std::u16string han = u"[[[\\u3040-\\u30FF]&[\\p{L}]]\\p{Unified_Ideograph}]";
  const std::u16string any = u"[[\\p{L}\\p{Mc}\\p{Nd}]-[\\u02BC]]";
  const std::u16string quote = u"['\\u2018\\u2019\\u02BC]";
  const std::u16string rest = u"[^\\p{White_Space}가-힣)\\]>\"]*+";
  const std::u16string host =
      u"(?i:www\\.)?([[\\p{L}\\p{Mc}\\p{Nd}.\\-\\u2010-\\u2013\\u2212]-[가-힣]-[\\u02BC]]*+)";
  const std::u16string scheme = u"(?i:https?://)";
  const std::u16string url =
      u"(?:(?i:https?://|www\\.)(?=" + any + u")|(?i:pic\\.(?=twitter\\.com/)))";
  const std::u16string number = u"(?:\\p{Nd}{1,3}(?:,\\p{Nd}{3}(?!\\p{Nd}))++|\\p{Nd}++)";
  const std::u16string dotted = u"(?:" + letter + u"\\.(?!\\p{Nd}))";
  const std::u16string run = u"(?:(?!" + scheme + u")" + letter + u")+";
  return u"(" + url + host + rest + u")" +  // 1, 2
         u"|(" + dotted + u"++" + letter + u"(?!" + any + u"|" + quote + u")|" + dotted +
         u"{2,}+(?!" + letter + u"))" +                                                    // 3
         u"|(" + run + u"(?:" + quote + run + u")*)" +                                     // 4
         u"|((?<!\\p{Nd}\\.)" + number + u"\\.\\p{Nd}++(?!\\.\\p{Nd})|" + number + u")" +  // 5
         u"|([가-힣]+)|(" + han + u"+)";                                                   // 6, 7
}

constexpr std::size_t kSyllableBytes = 3;

enum Group { kUrl = 1, kHost, kAbbreviation, kLetters, kNumber, kHangul, kHan };

std::u32string syllables(const std::string& text) {
  const auto unicode = icu::UnicodeString::fromUTF8(text);
  std::u32string out;
  for (std::int32_t i = 0; i < unicode.length(); ++i) out += unicode.charAt(i);
  return out;
}

std::string first_syllables(const std::string& text, std::size_t count) {
  return text.substr(0, count * kSyllableBytes);
}

}  // namespace

class WordReader::Impl {
 public:
  Impl() {
    UErrorCode status = U_ZERO_ERROR;
    pattern_.reset(icu::RegexPattern::compile(word_pattern().c_str(), 0, status));
    require(status);
    // Without the phonetic letters: ɡ is not an accented g.
    plain_.reset(icu::Transliterator::createInstance("[[:Latin:]-[\\u0250-\\u02AF]] Latin-ASCII",
                                                     UTRANS_FORWARD, status));
    invisible_ = std::make_unique<icu::UnicodeSet>(u"[\\p{Cf}\\p{Mn}\\p{Me}]", status);
    nfkc_ = icu::Normalizer2::getNFKCInstance(status);
    require(status);
  }

  RefText read(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string bare(text);
    for (const CitationMark& mark : find_citation_marks(text)) {
      std::fill(bare.begin() + static_cast<std::ptrdiff_t>(mark.text.begin),
                bare.begin() + static_cast<std::ptrdiff_t>(mark.text.end), ' ');
    }
    const icu::UnicodeString composed =
        nfkc_->normalize(icu::UnicodeString::fromUTF8(bare), status);
    icu::UnicodeString normal;
    for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
      if (!invisible_->contains(composed.char32At(i))) normal.append(composed.char32At(i));
    }
    RefText result;
    result.normal.assign(normal.getBuffer(), static_cast<std::size_t>(normal.length()));
    std::unique_ptr<icu::RegexMatcher> matcher(pattern_->matcher(normal, status));
    require(status);
    after_number_ = false;
    std::int32_t end_of_plain = -1;  // of a word to which a particle may be attached
    while (matcher->find(status) != 0) {
      int group = kUrl;
      for (const int g : {kAbbreviation, kLetters, kNumber, kHangul, kHan}) {
        if (matcher->start(g, status) >= 0) group = g;
      }
      take(*matcher, normal, group, end_of_plain, result);
      require(status);
    }
    return result;
  }

 private:
  void take(icu::RegexMatcher& matcher, const icu::UnicodeString& normal, int group,
            std::int32_t& end_of_plain, RefText& result) {
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t begin = matcher.start(status), end = matcher.end(status);
    const int shown = group == kUrl ? static_cast<int>(kHost) : group;
    icu::UnicodeString text =
        normal.tempSubStringBetween(matcher.start(shown, status), matcher.end(shown, status));
    require(status);
    RefWord word;
    word.hangul = group == kHangul;
    word.text = folded(std::move(text), group);
    const bool ten_thousand = after_number_ && word.text.starts_with("만");
    const bool hangs =
        word.hangul && begin == end_of_plain && !ten_thousand && is_particle(syllables(word.text));
    end_of_plain = group == kUrl || group == kHangul ? -1 : end;
    after_number_ = group == kNumber;
    if (hangs || word.text.empty()) return;
    word.begin = static_cast<std::uint32_t>(begin);
    word.end = static_cast<std::uint32_t>(end);
    result.words.push_back(std::move(word));
  }

  std::string folded(icu::UnicodeString text, int group) {
    plain_->transliterate(text);
    text.foldCase();
    plain_->transliterate(text);
    if (group == kAbbreviation) text.findAndReplace(".", "");
    if (group == kNumber) text.findAndReplace(",", "");
    if (group == kUrl) {
      while (text.endsWith(".")) text.truncate(text.length() - 1);
    }
    for (const char16_t* quote : {u"\u2018", u"\u2019", u"\u02BC"}) {
      text.findAndReplace(quote, "'");
    }
    for (std::int32_t i = 0; i < text.length(); ++i) {
      if (u_isdigit(text.charAt(i))) {
        text.setCharAt(i, static_cast<char16_t>(u'0' + u_charDigitValue(text.charAt(i))));
      }
    }
    std::string utf8;
    return text.toUTF8String(utf8);
  }

  std::unique_ptr<icu::RegexPattern> pattern_;
  std::unique_ptr<icu::Transliterator> plain_;
  std::unique_ptr<icu::UnicodeSet> invisible_;
  const icu::Normalizer2* nfkc_ = nullptr;
  bool after_number_ = false;  // the previous word is a number
};

WordReader::WordReader() : impl_(std::make_unique<Impl>()) {}
WordReader::~WordReader() = default;
RefText WordReader::read(std::string_view text) { return impl_->read(text); }

// ---- where words occur ----------------------------------------------------------------

namespace {

// The stems by which a word of a text is found; for the word in the query only the first counts.
std::vector<std::string> stems_of(const RefWord& word) {
  static const Xapian::Stem english("english");
  if (!word.hangul) return {english(word.text)};
  const std::u32string all = syllables(word.text);
  std::vector<std::string> stems = {first_syllables(word.text, without_particles(all))};
  if (const std::size_t noun = noun_of_verb(all); noun != 0) {
    stems.push_back(first_syllables(word.text, noun));
  }
  return stems;
}

bool goes_on(const RefWord& wanted, const RefWord& found) {
  if (wanted.hangul && found.hangul && found.text.starts_with(wanted.text)) {
    return found.text == wanted.text ||
           goes_on_by_ending(syllables(found.text), wanted.text.size() / kSyllableBytes);
  }
  return found.text == wanted.text || found.text == wanted.text + "'s";
}

}  // namespace

void WordReference::add(RefText text) {
  const auto number = static_cast<std::uint32_t>(texts_.size());
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const RefWord& word = text.words[i];
    std::vector<RefOccurrence>& occurrences = occurrences_[word.text];
    if (occurrences.empty()) {
      for (const std::string& stem : stems_of(word)) by_stem_[stem].push_back(word.text);
    }
    occurrences.push_back({number, static_cast<std::uint32_t>(i)});
  }
  texts_.push_back(std::move(text));
}

namespace {

// A row of Korean words of a phrase, or one other word.
struct RefRow {
  std::string text;
  std::set<std::size_t> bounds;  // bytes of it where typed words begin or end
  bool hangul = false;
};

std::vector<RefRow> rows_of(const std::vector<RefWord>& words) {
  std::vector<RefRow> rows;
  for (const RefWord& word : words) {
    if (rows.empty() || !word.hangul || !rows.back().hangul) rows.push_back({"", {0}, word.hangul});
    rows.back().text += word.text;
    rows.back().bounds.insert(rows.back().text.size());
  }
  return rows;
}

// True if `word` may be the bytes from `begin` on of a row spaced otherwise.
bool may_be_piece(const RefRow& row, std::size_t begin, std::size_t end) {
  constexpr std::size_t kShortRow = 4 * kSyllableBytes;
  return end - begin > kSyllableBytes || row.text.size() <= kShortRow ||
         (row.bounds.contains(begin) && row.bounds.contains(end));
}

// The number of words from `at` on that make up the row; 0 if they do not.
std::size_t words_of_row(const RefRow& row, bool last, const std::vector<RefWord>& text,
                         std::size_t at) {
  if (!row.hangul) {
    const RefWord wanted{row.text, false, 0, 0};
    const bool same =
        at < text.size() && (last ? goes_on(wanted, text[at]) : text[at].text == row.text);
    return same ? 1 : 0;
  }
  std::size_t begin = 0;
  for (std::size_t i = at; i < text.size() && text[i].hangul; ++i) {
    const std::string rest = row.text.substr(begin);
    const bool ends = last && goes_on({rest, true, 0, 0}, text[i]);
    if (!ends && !rest.starts_with(text[i].text)) return 0;
    const std::size_t end = ends ? row.text.size() : begin + text[i].text.size();
    if (!may_be_piece(row, begin, end)) return 0;
    begin = end;
    if (begin == row.text.size()) return i + 1 - at;
  }
  return 0;
}

}  // namespace

bool WordReference::holds_at(const std::vector<RefWord>& words, const RefOccurrence& at) const {
  const std::vector<RefWord>& text = texts_[at.text].words;
  const std::vector<RefRow> rows = rows_of(words);
  std::size_t position = at.position;
  for (const RefRow& row : rows) {
    const std::size_t count = words_of_row(row, &row == &rows.back(), text, position);
    if (count == 0) return false;
    position += count;
  }
  return true;
}

std::vector<std::uint32_t> WordReference::with_phrase(const std::vector<RefWord>& words) const {
  std::set<std::uint32_t> found;
  const RefRow first = rows_of(words).front();
  const auto begins = [&](const std::string& text) {
    const auto known = occurrences_.find(text);
    if (known == occurrences_.end()) return;
    for (const RefOccurrence occurrence : known->second) {
      if (holds_at(words, occurrence)) found.insert(occurrence.text);
    }
  };
  // All words that begin the row, and those that go on after its end.
  const std::size_t step = first.hangul ? kSyllableBytes : first.text.size();
  for (std::size_t size = step; size < first.text.size(); size += step) {
    begins(first.text.substr(0, size));
  }
  for (auto it = occurrences_.lower_bound(first.text);
       it != occurrences_.end() && it->first.starts_with(first.text); ++it) {
    begins(it->first);
  }
  return {found.begin(), found.end()};
}

std::vector<RefOccurrence> WordReference::occurrences_of(
    const std::vector<std::string>& words) const {
  std::vector<RefOccurrence> all;
  for (const std::string& word : words) {
    if (const auto at = occurrences_.find(word); at != occurrences_.end()) {
      all.insert(all.end(), at->second.begin(), at->second.end());
    }
  }
  std::sort(all.begin(), all.end(), [](const RefOccurrence& a, const RefOccurrence& b) {
    return a.text != b.text ? a.text < b.text : a.position < b.position;
  });
  return all;
}

std::vector<RefOccurrence> WordReference::occurrences_as_typed(const RefWord& word) const {
  std::vector<std::string> words = {word.text, word.text + "'s"};
  for (auto at = occurrences_.upper_bound(word.text);
       word.hangul && at != occurrences_.end() && at->first.starts_with(word.text); ++at) {
    if (goes_on(word, {at->first, true, 0, 0})) words.push_back(at->first);
  }
  return occurrences_of(words);
}

std::vector<RefOccurrence> WordReference::occurrences_inflected(const RefWord& word) const {
  std::set<std::string> words = {word.text};
  if (const auto at = by_stem_.find(stems_of(word).front()); at != by_stem_.end()) {
    words.insert(at->second.begin(), at->second.end());
  }
  return occurrences_of({words.begin(), words.end()});
}

std::vector<std::uint32_t> texts_near(const std::vector<RefOccurrence>& a,
                                      const std::vector<RefOccurrence>& b, std::uint32_t distance,
                                      bool ordered) {
  std::vector<std::uint32_t> found;
  std::size_t begin = 0;
  for (const RefOccurrence& occurrence : a) {
    while (begin < b.size() && b[begin].text < occurrence.text) ++begin;
    for (std::size_t i = begin; i < b.size() && b[i].text == occurrence.text; ++i) {
      const std::uint32_t there = b[i].position, here = occurrence.position;
      if (there == here || (ordered && there < here)) continue;
      if ((there > here ? there - here : here - there) > distance) continue;
      if (found.empty() || found.back() != occurrence.text) found.push_back(occurrence.text);
    }
  }
  return found;
}

}  // namespace ibid::testing
