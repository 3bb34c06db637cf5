// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/analyzer.h"

#include <string>

#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"
#include "indexer/analysis/designators.h"
#include "indexer/analysis/form_writer.h"
#include "indexer/analysis/joined_syllables.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/shingles.h"
#include "indexer/analysis/text_scan.h"
#include "indexer/analysis/word_cache.h"
#include "indexer/analysis/word_forms.h"
#include "indexer/korean/hangul.h"

namespace ibid {

class Analyzer::Impl {
 public:
  std::uint32_t generation() const { return cache_.generation(); }
  void forget_words() { cache_.forget(); }
  std::uint64_t memory_bytes() const { return cache_.memory_bytes(); }

  // `cached`: words whose spelling is known get their surface form only.
  void analyze(std::string_view text, const std::vector<ByteRange>& skip, bool cached,
               Analysis& out) {
    out.clear();
    cached_ = cached;
    out_ = &out;
    writer_.start(out);
    text_ = text;
    if (cached) cache_.trim();
    fold(text, chars_);
    shouting_ = is_shouting();
    find_words(skip);
    for (std::size_t begin = 0; begin < found_.size();) {
      std::size_t end = begin + 1;
      while (end < found_.size() && !found_[end].begins_chain) ++end;
      if (found_[begin].url_prefix != 0) {
        url_word(found_[begin]);
      } else {
        emit_chain(begin, end);
      }
      begin = end;
    }
  }

  const std::vector<FoldedChar>& folded() const { return chars_; }

  void analyze_marked(std::string_view text, const std::vector<ByteRange>& skip,
                      const std::vector<ByteRange>& markup, bool cached, Analysis& out) {
    if (markup.empty()) return analyze(text, skip, cached, out);
    const UnmarkedText unmarked(text, markup);
    analyze(unmarked.text(), unmarked.without_signs(skip), cached, out);
    const auto restore = [&](auto& item) {
      const ByteRange range = unmarked.with_signs({item.begin, item.end});
      item.begin = static_cast<std::uint32_t>(range.begin);
      item.end = static_cast<std::uint32_t>(range.end);
    };
    for (Word& word : out.words) restore(word);
    for (Form& form : out.forms) restore(form);
  }

 private:
  // In a text all in capitals they say nothing; in a few acronyms, or beside Korean, they do.
  bool is_shouting() const {
    constexpr std::size_t kFewestWords = 4;
    std::size_t words = 0;
    for (std::size_t i = 0; i < chars_.size(); ++i) {
      const FoldedChar& c = chars_[i];
      if (c.cls == CharClass::kHangul) return false;
      if (c.cls != CharClass::kLetter) continue;
      if (!c.upper) return false;
      if (i == 0 || chars_[i - 1].cls != CharClass::kLetter) ++words;
    }
    return words >= kFewestWords;
  }

  // ---- what is written where ----------------------------------------------------------

  // A word of the text, or a URL. Words that follow each other without a space are a chain.
  struct Found {
    WordSpan span;
    std::size_t url_prefix = 0;  // of a URL
    std::string_view spelling;   // of a word that the cache may know; else empty
    WordCache::Key key = 0;      // of the spelling
    bool begins_chain = false;
  };

  // All words are found before the first is looked up, so that the processor can fetch what is
  // known of them meanwhile: it is in no cache of its own for most of them.
  void find_words(const std::vector<ByteRange>& skip) {
    found_.clear();
    std::size_t next_skip = 0;
    for (std::size_t i = 0; i < chars_.size();) {
      if (!is_word_class(chars_[i].cls)) {
        ++i;
        continue;
      }
      while (next_skip < skip.size() && skip[next_skip].end <= chars_[i].begin) ++next_skip;
      if (next_skip < skip.size() && skip[next_skip].begin <= chars_[i].begin) {
        ++i;
        continue;
      }
      skip_begin_ = next_skip < skip.size() ? skip[next_skip].begin : UINT64_MAX;
      i = find_chain(i);
    }
  }

  // Returns where the chain at `i` ends.
  std::size_t find_chain(std::size_t i) {
    if (const std::size_t prefix = scan_.url_prefix(i); prefix != 0) {
      Found url;
      url.span = {i, scan_.url(i, prefix).end, CharClass::kSeparator};
      url.url_prefix = prefix;
      url.begins_chain = true;
      found_.push_back(url);
      return url.span.end;
    }
    for (bool first = true;; first = false) {
      const std::size_t end = scan_.run_end(i);
      find_word({i, end, chars_[i].cls}, first);
      i = end;
      const CharClass next = scan_.class_at(i);
      if (next == CharClass::kSpace || scan_.url_prefix(i) != 0) return i;
      if (begins_word(i)) continue;
      if ((next != CharClass::kHyphen && !is_dot_in_hangul(i)) || !begins_word(i + 1)) return i;
      ++i;
    }
  }

  void find_word(const WordSpan& span, bool first) {
    Found& word = found_.emplace_back();
    word.span = span;
    word.begins_chain = first;
    if (!cached_) return;
    word.spelling = plain_spelling(span);
    if (word.spelling.empty()) return;
    word.key = WordCache::key_of(word.spelling);
    cache_.expect(word.key);
  }

  // True for a word that is not skipped.
  bool begins_word(std::size_t i) const {
    return is_word_class(scan_.class_at(i)) && chars_[i].begin < skip_begin_;
  }

  bool is_dot_in_hangul(std::size_t i) const {
    return scan_.class_at(i) == CharClass::kMiddleDot &&
           found_.back().span.cls == CharClass::kHangul &&
           scan_.class_at(i + 1) == CharClass::kHangul;
  }

  // ---- chains -------------------------------------------------------------------------

  // The words [begin, end) of found_.
  void emit_chain(std::size_t begin, std::size_t end) {
    const std::size_t first_word = out_->words.size();
    emit_word(found_[begin]);
    for (std::size_t r = begin + 1; r < end; ++r) {
      if (is_hanging_particle(found_[r - 1].span, found_[r].span)) continue;
      emit_word(found_[r]);
      join_designator(first_word, *out_);
    }
    if (end - begin > 1) join_syllables(first_word, *out_);
    if (!shouting_ && found_[begin].span.cls == CharClass::kDigit) {
      join_spaced_designator(first_word, chars_, *out_);
    }
  }

  // S-400을, KOSPI는. After digits 만 is ten thousand: "5만 명" is not "5 명".
  bool is_hanging_particle(const WordSpan& before, const WordSpan& span) {
    if (span.cls != CharClass::kHangul || before.cls == CharClass::kHangul) return false;
    if (before.end != span.begin) return false;
    copy_letters(chars_, span, syllables_);
    const bool ten_thousand = before.cls == CharClass::kDigit && syllables_.front() == U'만';
    return !ten_thousand && is_particle(syllables_);
  }

  // A URL is one word, its host, so that ids and paths do not flood the index.
  void url_word(const Found& found) {
    const TextScan::Url url = scan_.url(found.span.begin, found.url_prefix);
    if (url.host_end == url.host_begin) return;
    writer_.begin_word(found.span.begin, url.end);
    writer_.add_form(FormKind::kSurface, url.host_begin, url.host_end);
    Word& word = out_->words.back();
    word.weightiness = Weightiness::kStop;
    word.hash = hash_word(out_->surface(word));
  }

  // ---- words --------------------------------------------------------------------------

  void emit_word(const Found& found) {
    if (found.spelling.empty()) return analyze_word(found.span);
    const WordCache::Known* known = cache_.find(found.spelling, found.key);
    if (known == nullptr) {
      analyze_word(found.span);
      Word& word = out_->words.back();
      word.known = cache_.learn(found.spelling, found.key, word);
      return;
    }
    begin_surface(found.span);
    Word& word = out_->words.back();
    word.known = known->number;
    word.hash = known->hash;
    word.weightiness = known->weightiness;
    word.hangul = known->hangul;
    word.capitals = known->capitals;
  }

  // The bytes of the word if they alone decide its analysis: each code point is itself or its small
  // letter after folding. Empty if they do not.
  std::string_view plain_spelling(const WordSpan& span) const {
    if (shouting_) return {};
    std::uint32_t at = chars_[span.begin].begin;
    if (chars_[span.end - 1].end - at > WordCache::kLongestSpelling) return {};
    for (std::size_t i = span.begin; i < span.end; ++i) {
      const FoldedChar& c = chars_[i];
      if (c.begin != at || c.end - c.begin != utf8_length(c.ch)) return {};
      at = c.end;
    }
    return text_.substr(chars_[span.begin].begin, at - chars_[span.begin].begin);
  }

  void begin_surface(const WordSpan& span) {
    const bool abbreviation = span.cls == CharClass::kLetter && span.end - span.begin >= 3 &&
                              chars_[span.begin + 1].ch == U'.';
    writer_.begin_word(span.begin, span.end);
    writer_.add_form(FormKind::kSurface, span.begin, span.end,
                     abbreviation ? FormWriter::Dots::kLeaveOut : FormWriter::Dots::kKeep);
  }

  void analyze_word(const WordSpan& span) {
    begin_surface(span);
    Word& word = out_->words.back();
    word.hash = hash_word(out_->surface(word));
    forms_.add(span, shouting_ ? WordForms::Text::kShouts : WordForms::Text::kPlain);
  }

  std::vector<FoldedChar> chars_;
  TextScan scan_{chars_};
  FormWriter writer_{chars_};
  WordForms forms_{chars_, writer_};
  std::vector<Found> found_;  // of the text, in order
  std::u32string syllables_;
  WordCache cache_;
  std::string_view text_;
  Analysis* out_ = nullptr;
  bool cached_ = false;
  std::uint64_t skip_begin_ = UINT64_MAX;  // byte of the text: where the next skipped range begins
  bool shouting_ = false;
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;

void Analyzer::analyze(std::string_view text, const std::vector<ByteRange>& skip, Analysis& out) {
  impl_->analyze(text, skip, false, out);
}

void Analyzer::analyze(std::string_view text, const std::vector<ByteRange>& skip,
                       const std::vector<ByteRange>& markup, Analysis& out) {
  impl_->analyze_marked(text, skip, markup, false, out);
}

void Analyzer::analyze_words(std::string_view text, const std::vector<ByteRange>& skip,
                             const std::vector<ByteRange>& markup, Analysis& out) {
  impl_->analyze_marked(text, skip, markup, true, out);
}

const std::vector<FoldedChar>& Analyzer::folded() const { return impl_->folded(); }

std::uint32_t Analyzer::known_generation() const { return impl_->generation(); }

void Analyzer::forget_words() { impl_->forget_words(); }

std::uint64_t Analyzer::memory_bytes() const { return impl_->memory_bytes(); }

}  // namespace ibid
