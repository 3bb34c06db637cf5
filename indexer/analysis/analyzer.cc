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
    std::size_t next_skip = 0;
    for (std::size_t i = 0; i < chars_.size();) {
      while (next_skip < skip.size() && skip[next_skip].end <= chars_[i].begin) ++next_skip;
      if (next_skip < skip.size() && skip[next_skip].begin <= chars_[i].begin) {
        ++i;
        continue;
      }
      skip_begin_ = next_skip < skip.size() ? skip[next_skip].begin : UINT64_MAX;
      i = is_word_class(chars_[i].cls) ? word_chain(i) : i + 1;
    }
  }

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

  // ---- chains -------------------------------------------------------------------------

  std::size_t word_chain(std::size_t i) {
    if (const std::size_t prefix = scan_.url_prefix(i); prefix != 0) return url_word(i, prefix);
    spans_.clear();
    while (true) {
      const std::size_t end = scan_.run_end(i);
      spans_.push_back({i, end, chars_[i].cls});
      i = end;
      if (scan_.url_prefix(i) != 0) break;
      if (begins_word(i)) continue;
      const CharClass between = scan_.class_at(i);
      if ((between == CharClass::kHyphen || is_dot_in_hangul(i)) && begins_word(i + 1)) {
        ++i;
        continue;
      }
      break;
    }
    emit_chain();
    return i;
  }

  // True for a word that is not skipped.
  bool begins_word(std::size_t i) const {
    return is_word_class(scan_.class_at(i)) && chars_[i].begin < skip_begin_;
  }

  bool is_dot_in_hangul(std::size_t i) const {
    return scan_.class_at(i) == CharClass::kMiddleDot && spans_.back().cls == CharClass::kHangul &&
           scan_.class_at(i + 1) == CharClass::kHangul;
  }

  void emit_chain() {
    const std::size_t first_word = out_->words.size();
    for (std::size_t r = 0; r < spans_.size(); ++r) {
      const WordSpan& span = spans_[r];
      if (r > 0 && is_hanging_particle(spans_[r - 1], span)) continue;
      emit_word(span);
      if (out_->words.size() - first_word > 1) join_designator(first_word, *out_);
    }
    if (spans_.size() > 1) join_syllables(first_word, *out_);
    if (!shouting_) join_spaced_designator(first_word, chars_, *out_);
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
  std::size_t url_word(std::size_t begin, std::size_t prefix) {
    const TextScan::Url url = scan_.url(begin, prefix);
    if (url.host_end > url.host_begin) {
      writer_.begin_word(begin, url.end);
      writer_.add_form(FormKind::kSurface, url.host_begin, url.host_end);
      Word& word = out_->words.back();
      word.weightiness = Weightiness::kStop;
      word.hash = hash_word(out_->surface(word));
    }
    return url.end;
  }

  // ---- words --------------------------------------------------------------------------

  void emit_word(const WordSpan& span) {
    const std::string_view spelling = cached_ ? plain_spelling(span) : std::string_view{};
    if (spelling.empty()) return analyze_word(span);
    const WordCache::Known* known = cache_.find(spelling);
    if (known == nullptr) {
      analyze_word(span);
      Word& word = out_->words.back();
      word.known = cache_.learn(spelling, word);
      return;
    }
    begin_surface(span);
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
  std::vector<WordSpan> spans_;
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

std::uint32_t Analyzer::known_generation() const { return impl_->generation(); }

void Analyzer::forget_words() { impl_->forget_words(); }

std::uint64_t Analyzer::memory_bytes() const { return impl_->memory_bytes(); }

}  // namespace ibid
