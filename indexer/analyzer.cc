// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analyzer.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/code_points.h"
#include "indexer/common_words.h"
#include "indexer/english.h"
#include "indexer/hangul.h"
#include "indexer/normalize.h"
#include "indexer/schema.h"
#include "indexer/shingles.h"
#include "indexer/text_scan.h"
#include "indexer/word_cache.h"

namespace ibid {
namespace {

// One stretch of a single class within a chain such as "S-400을": what becomes one word.
struct Run {
  std::size_t begin = 0, end = 0;  // of the folded characters
  CharClass cls = CharClass::kLetter;
};

}  // namespace

class Analyzer::Impl {
 public:
  std::uint32_t generation() const { return cache_.generation(); }
  void forget_words() { cache_.forget(); }
  std::uint64_t memory_bytes() const { return cache_.memory_bytes(); }

  // `cached`: words known by their spelling get their surface form only.
  void analyze(std::string_view text, const std::vector<ByteRange>& skip, bool cached,
               Analysis& out) {
    out.clear();
    cached_ = cached;
    out_ = &out;
    text_ = text;
    position_ = 0;
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

 private:
  // A text all in capitals says nothing by them; a few acronyms alone, or among Korean, do.
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
    runs_.clear();
    while (true) {
      const std::size_t end = scan_.run_end(i);
      runs_.push_back({i, end, chars_[i].cls});
      i = end;
      if (scan_.url_prefix(i) != 0) break;
      if (begins_word(i)) continue;
      if (scan_.class_at(i) == CharClass::kHyphen && begins_word(i + 1)) {
        ++i;
        continue;
      }
      break;
    }
    emit_chain();
    return i;
  }

  // One that is not skipped.
  bool begins_word(std::size_t i) const {
    return is_word_class(scan_.class_at(i)) && chars_[i].begin < skip_begin_;
  }

  void emit_chain() {
    const std::size_t first_word = out_->words.size();
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      const Run& run = runs_[r];
      if (r > 0 && is_hanging_particle(runs_[r - 1], run)) continue;
      emit_word(run);
      if (out_->words.size() - first_word > 1) join_designator(first_word);
    }
    join_spaced_designator(first_word);
  }

  // S-400을, KOSPI는. 만 after digits is ten thousand: "5만 명" is no "5 명".
  bool is_hanging_particle(const Run& before, const Run& run) {
    if (run.cls != CharClass::kHangul || before.cls == CharClass::kHangul) return false;
    if (before.end != run.begin) return false;
    const std::u32string_view text = syllables(run.begin, run.end);
    const bool ten_thousand = before.cls == CharClass::kDigit && text.front() == U'만';
    return !ten_thousand && is_particle(text);
  }

  // "S-400", "Su57", "KN-23A": letters and digits of one chain, the designator on its first word.
  // Called after each word of the chain, so that the longest one is added last and each shorter one
  // stands too ("KN-23" of "KN-23A").
  void join_designator(std::size_t first_word) {
    constexpr std::size_t kLongest = 12;
    std::string joined;
    bool letters = false, digits = false;
    for (std::size_t w = first_word; w < out_->words.size(); ++w) {
      const Word& word = out_->words[w];
      const std::string_view surface = out_->surface(word);
      if (word.hangul || surface.find('\'') != std::string_view::npos) return;
      const bool number = surface[0] >= '0' && surface[0] <= '9';
      (number ? digits : letters) = true;
      joined += surface;
    }
    if (!letters || !digits || joined.size() > kLongest) return;
    for (std::size_t w = first_word; w < out_->words.size(); ++w) {
      out_->words[w].in_designator = true;
      out_->words[w].weightiness = Weightiness::kContent;  // the I of I-495, the A of A-10
    }
    add_form_to(first_word, FormKind::kDesignator, joined, out_->words[first_word].begin,
                out_->words.back().end);
  }

  // "S 400": capitals, one space, digits. In a query the capitals may be missing, so the planner
  // joins words by itself: spaced_designator in search/plan_words.cc.
  void join_spaced_designator(std::size_t first_word) {
    constexpr std::size_t kLongestName = 4;
    if (first_word == 0 || out_->words.size() == first_word) return;
    const std::size_t before = first_word - 1;
    const Word& name = out_->words[before];
    const Word& number = out_->words[first_word];
    const std::string_view digits = out_->surface(number);
    if (shouting_ || name.form_count == 0 || name.hangul || name.in_designator) return;
    if (digits[0] < '0' || digits[0] > '9' || digits.find('.') != std::string_view::npos) return;
    if (number.begin != name.end + 1 || class_before(number) != CharClass::kSpace) return;
    const std::string_view letters = out_->surface(name);
    if (letters.size() > kLongestName || !name.capitals || name.weightiness == Weightiness::kStop) {
      return;
    }
    const std::string joined = std::string(letters) + std::string(digits);
    if (joined.size() > schema::kMaxFormBytes) return;
    out_->words[before].in_designator = out_->words[first_word].in_designator = true;
    add_form_to(before, FormKind::kDesignator, joined, name.begin, number.end);
  }

  CharClass class_before(const Word& word) const {
    const auto at =
        std::lower_bound(chars_.begin(), chars_.end(), word.begin,
                         [](const FoldedChar& c, std::uint32_t begin) { return c.begin < begin; });
    return at == chars_.begin() ? CharClass::kSeparator : std::prev(at)->cls;
  }

  // A URL is one word, its host, so that ids and paths do not flood the index.
  std::size_t url_word(std::size_t begin, std::size_t prefix) {
    const TextScan::Url url = scan_.url(begin, prefix);
    if (url.host_end > url.host_begin) {
      is_abbreviation_ = false;
      begin_word(begin, url.end);
      out_->words.back().weightiness = Weightiness::kStop;
      add_form(FormKind::kSurface, url.host_begin, url.host_end);
      out_->words.back().hash = hash_word(out_->surface(out_->words.back()));
    }
    return url.end;
  }

  // ---- words --------------------------------------------------------------------------

  std::u32string_view syllables(std::size_t begin, std::size_t end) {
    syllables_.clear();
    for (std::size_t i = begin; i < end; ++i) syllables_ += chars_[i].ch;
    return syllables_;
  }

  void begin_word(std::size_t begin, std::size_t end) {
    Word word;
    word.begin = chars_[begin].begin;
    word.end = chars_[end - 1].end;
    word.position = ++position_;
    word.first_form = static_cast<std::uint32_t>(out_->forms.size());
    out_->words.push_back(word);
  }

  void add_form(FormKind kind, std::size_t begin, std::size_t end) {
    const bool dots =
        chars_[begin].cls == CharClass::kLetter && kind == FormKind::kSurface && is_abbreviation_;
    const auto text_begin = out_->folded.size();
    char text[schema::kMaxFormBytes];
    std::size_t size = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const char32_t c = chars_[i].ch;
      if (c == U',' || (c == U'.' && dots)) continue;
      if (size + kMaxUtf8Bytes > sizeof text) break;
      size = static_cast<std::size_t>(put_utf8(text + size, c) - text);
    }
    out_->folded.append(text, size);
    push_form(kind, text_begin, chars_[begin].begin, chars_[end - 1].end);
  }

  void add_text(FormKind kind, std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const auto text_begin = out_->folded.size();
    out_->folded += text;
    push_form(kind, text_begin, begin, end);
  }

  void push_form(FormKind kind, std::size_t text_begin, std::uint32_t begin, std::uint32_t end) {
    Form form;
    form.kind = kind;
    form.text_begin = static_cast<std::uint32_t>(text_begin);
    form.text_size = static_cast<std::uint32_t>(out_->folded.size() - text_begin);
    form.begin = begin;
    form.end = end;
    out_->forms.push_back(form);
    ++out_->words.back().form_count;
  }

  // Adds a form to a word that is no longer the last: the forms after it move up by one.
  void add_form_to(std::size_t word, FormKind kind, std::string_view text, std::uint32_t begin,
                   std::uint32_t end) {
    Form form;
    form.kind = kind;
    form.text_begin = static_cast<std::uint32_t>(out_->folded.size());
    form.text_size = static_cast<std::uint32_t>(text.size());
    form.begin = begin;
    form.end = end;
    out_->folded += text;
    Word& owner = out_->words[word];
    out_->forms.insert(out_->forms.begin() + owner.first_form + owner.form_count, form);
    ++owner.form_count;
    for (std::size_t w = word + 1; w < out_->words.size(); ++w) ++out_->words[w].first_form;
  }

  void emit_word(const Run& run) {
    const std::string_view spelling = cached_ ? plain_spelling(run) : std::string_view{};
    if (spelling.empty()) return analyze_word(run);
    const WordCache::Known* known = cache_.find(spelling);
    if (known == nullptr) {
      analyze_word(run);
      Word& word = out_->words.back();
      word.known = cache_.learn(spelling, word);
      return;
    }
    begin_surface(run);
    Word& word = out_->words.back();
    word.known = known->number;
    word.hash = known->hash;
    word.weightiness = known->weightiness;
    word.hangul = known->hangul;
    word.capitals = known->capitals;
  }

  // The bytes of the word, if they and nothing else decide what is made of it: each code point
  // stands for itself or its small letter. Empty: they do not.
  std::string_view plain_spelling(const Run& run) const {
    if (shouting_) return {};
    std::uint32_t at = chars_[run.begin].begin;
    if (chars_[run.end - 1].end - at > WordCache::kLongestSpelling) return {};
    for (std::size_t i = run.begin; i < run.end; ++i) {
      const FoldedChar& c = chars_[i];
      if (c.begin != at || c.end - c.begin != utf8_length(c.ch)) return {};
      at = c.end;
    }
    return text_.substr(chars_[run.begin].begin, at - chars_[run.begin].begin);
  }

  void begin_surface(const Run& run) {
    is_abbreviation_ = run.cls == CharClass::kLetter && run.end - run.begin >= 3 &&
                       chars_[run.begin + 1].ch == U'.';
    begin_word(run.begin, run.end);
    add_form(FormKind::kSurface, run.begin, run.end);
  }

  void analyze_word(const Run& run) {
    const bool capitals =
        std::all_of(chars_.begin() + static_cast<std::ptrdiff_t>(run.begin),
                    chars_.begin() + static_cast<std::ptrdiff_t>(run.end),
                    [](const FoldedChar& c) { return c.upper || c.cls != CharClass::kLetter; });
    begin_surface(run);
    out_->words.back().hash = hash_word(out_->surface(out_->words.back()));
    switch (run.cls) {
      case CharClass::kHangul:
        korean_forms(run);
        break;
      case CharClass::kIdeograph:
        bigrams(run.begin, run.end);
        break;
      case CharClass::kLetter:
        english_forms(run, capitals);
        break;
      default:
        add_text(FormKind::kStem, std::string(out_->surface(out_->words.back())),
                 out_->words.back().begin, out_->words.back().end);
    }
    out_->words.back().capitals = capitals && run.cls == CharClass::kLetter;
  }

  void english_forms(const Run& run, bool capitals) {
    Word& word = out_->words.back();
    const std::string surface(out_->surface(word));
    // "US" in a text with lower case is the country; "us" is the pronoun.
    const bool acronym = capitals && !shouting_ && surface.size() >= 2;
    if (!acronym && is_english_stop_word(surface)) {
      word.weightiness = Weightiness::kStop;
    } else if (is_common_word(surface)) {
      word.weightiness = Weightiness::kCommon;
    }
    add_text(FormKind::kStem, stemmer_.stem(surface), word.begin, word.end);
    camel_parts(run);
    if (word.weightiness != Weightiness::kStop) grams(surface);
  }

  // Misspellings, compounds and words of one family share letters where they share no stem.
  void grams(const std::string& surface) {
    constexpr std::size_t kLetters = 4, kMost = 28;
    const Word word = out_->words.back();
    const bool ascii = std::all_of(surface.begin(), surface.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii) return;
    for (std::size_t i = 0; i + kLetters <= surface.size() && i < kMost; ++i) {
      add_text(FormKind::kGram, std::string_view(surface).substr(i, kLetters), word.begin,
               word.end);
    }
  }

  // "DefundTheCBC" -> defund, the, cbc; "iPhone" -> i, phone. A part begins at a capital that
  // follows a small letter or is followed by one.
  void camel_parts(const Run& run) {
    std::array<std::size_t, 16> starts{};
    std::size_t count = 0;
    for (std::size_t i = run.begin + 1; i < run.end && count < starts.size(); ++i) {
      if (!chars_[i].upper) continue;
      const bool rises = !chars_[i - 1].upper;
      const bool falls = chars_[i - 1].upper && i + 1 < run.end && !chars_[i + 1].upper &&
                         chars_[i + 1].cls == CharClass::kLetter;
      if ((rises || falls) && chars_[i - 1].cls == CharClass::kLetter) starts.at(count++) = i;
    }
    if (count == 0) return;
    std::size_t begin = run.begin;
    for (std::size_t part = 0; part <= count; ++part) {
      const std::size_t end = part < count ? starts.at(part) : run.end;
      std::string text;
      for (std::size_t i = begin; i < end; ++i) append_utf8(text, chars_[i].ch);
      if (text.size() > 1 && text.size() <= schema::kMaxFormBytes && !is_english_stop_word(text)) {
        add_text(FormKind::kPart, stemmer_.stem(text), chars_[begin].begin, chars_[end - 1].end);
      }
      begin = end;
    }
  }

  void korean_forms(const Run& run) {
    Word& word = out_->words.back();
    word.hangul = true;
    const std::u32string_view eojeol = syllables(run.begin, run.end);
    if (is_common_word(out_->surface(word))) word.weightiness = Weightiness::kCommon;
    const std::size_t stem = without_particles(eojeol);
    const std::size_t noun = noun_of_verb(eojeol);
    add_form(FormKind::kStem, run.begin, run.begin + stem);
    if (noun != 0 && noun != stem) add_form(FormKind::kLemma, run.begin, run.begin + noun);
    bigrams(run.begin, run.begin + (noun != 0 ? std::min(noun, stem) : stem));
  }

  void bigrams(std::size_t begin, std::size_t end) {
    constexpr std::size_t kLongestWord = 64;  // a page without a space is no word
    end = std::min(end, begin + kLongestWord);
    for (std::size_t i = begin; i + 1 < end; ++i) add_form(FormKind::kBigram, i, i + 2);
  }

  EnglishStemmer stemmer_;
  std::vector<FoldedChar> chars_;
  TextScan scan_{chars_};
  std::vector<Run> runs_;
  std::u32string syllables_;
  WordCache cache_;
  std::string_view text_;
  Analysis* out_ = nullptr;
  bool cached_ = false;
  std::uint32_t position_ = 0;
  std::uint64_t skip_begin_ = UINT64_MAX;  // byte of the text: where the next skipped range begins
  bool shouting_ = false;
  bool is_abbreviation_ = false;
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;

void Analyzer::analyze(std::string_view text, const std::vector<ByteRange>& skip, Analysis& out) {
  impl_->analyze(text, skip, false, out);
}

void Analyzer::analyze_words(std::string_view text, const std::vector<ByteRange>& skip,
                             Analysis& out) {
  impl_->analyze(text, skip, true, out);
}

std::uint32_t Analyzer::known_generation() const { return impl_->generation(); }

void Analyzer::forget_words() { impl_->forget_words(); }

std::uint64_t Analyzer::memory_bytes() const { return impl_->memory_bytes(); }

}  // namespace ibid
