// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/near_words.h"

#include <algorithm>

#include "corpus/text/code_points.h"
#include "corpus/text/hangul_syllable.h"
#include "indexer/analysis/text_scan.h"
#include "search/match/ranking.h"

namespace ibid {
namespace {

constexpr std::size_t kBits = std::size_t{1} << 16U;

std::size_t bit_of(std::uint64_t key) {
  return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15U >> 48U);
}

void set_bit(std::vector<std::uint64_t>& bits, std::size_t bit) {
  bits[bit / 64] |= std::uint64_t{1} << bit % 64;
}
bool has_bit(const std::vector<std::uint64_t>& bits, std::size_t bit) {
  return (bits[bit / 64] >> bit % 64 & 1U) != 0;
}

// Calls `take(first, past the last)` for each run of word characters. A URL is none.
template <typename Take>
void for_each_run(const std::vector<FoldedChar>& chars, const Take& take) {
  const TextScan scan(chars);
  for (std::size_t i = 0; i < chars.size();) {
    if (!is_word_class(chars[i].cls)) {
      ++i;
      continue;
    }
    if (const std::size_t prefix = scan.url_prefix(i); prefix != 0) {
      i = std::max(scan.url(i, prefix).end, i + 1);
      continue;
    }
    const std::size_t end = std::max(scan.run_end(i), i + 1);
    if (!take(i, end)) return;
    i = end;
  }
}

// Tells whether the word at `begin` is in a range that is skipped; asked for ascending ones.
class Skipped {
 public:
  explicit Skipped(const std::vector<ByteRange>& ranges)
      : at_(ranges.begin()), end_(ranges.end()) {}
  bool has(std::uint64_t begin) {
    while (at_ != end_ && at_->end <= begin) ++at_;
    return at_ != end_ && at_->begin <= begin;
  }

 private:
  std::vector<ByteRange>::const_iterator at_, end_;
};

// The precomposed syllable, which is folded already, whose three bytes begin at `at`; 0 if there is
// none. `text` is valid UTF-8.
char32_t syllable_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0xEA || byte(0) > 0xED || at + 2 >= text.size()) return 0;
  const char32_t c = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  return is_precomposed(c) ? c : 0;
}

bool is_plain_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

// Signs that end a word, whatever they fold to.
bool is_plain_sign(char32_t c) {
  const bool cjk = c >= 0x3001 && c <= 0x3020 && !(c >= 0x3005 && c <= 0x3007);
  const bool general = c >= 0x2013 && c <= 0x2027 && c != 0x2018 && c != 0x2019;
  const bool shape = c >= 0x2500 && c <= 0x26FF;
  return cjk || general || shape || c == 0x00A0 || c == 0x00AB || c == 0x00B7 || c == 0x00BB ||
         c == 0x2212 || c == 0xFF08 || c == 0xFF09 || c == 0xFF0C;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (is_digit_at(text, at)) ++at;
  return at;
}

// As TextScan has it.
std::size_t number_end(std::string_view text, std::size_t begin) {
  constexpr std::size_t kGroup = 3;
  std::size_t at = digits_end(text, begin);
  if (at - begin <= kGroup) {
    while (at < text.size() && text[at] == ',' && digits_end(text, at + 1) - (at + 1) == kGroup) {
      at += 1 + kGroup;
    }
  }
  if (at < text.size() && text[at] == '.' && is_digit_at(text, at + 1)) {
    const std::size_t end = digits_end(text, at + 1);
    const bool dotted_list = end < text.size() && text[end] == '.' && is_digit_at(text, end + 1);
    const bool goes_on_before =
        begin >= 2 && text[begin - 1] == '.' && is_digit_at(text, begin - 2);
    if (!dotted_list && !goes_on_before) at = end;
  }
  return at;
}

bool is_alphanumeric_at(std::string_view text, std::size_t at) {
  return at < text.size() && (is_ascii_letter(text[at]) || is_ascii_digit(text[at]));
}

// Whether a letter before `at` may be of an abbreviation, a contraction or an address. `letters`:
// so far in its run.
bool may_go_on(std::string_view text, std::size_t at, std::size_t letters) {
  if (at >= text.size()) return false;
  switch (text[at]) {
    case '.':
      return letters == 1 || is_alphanumeric_at(text, at + 1);
    case '\'':
      return true;
    case ':':
      return text.substr(at).starts_with("://");
    default:
      return text.substr(at).starts_with("\u2019") || text.substr(at).starts_with("\u2018");
  }
}

}  // namespace

std::uint64_t bigram_key(char32_t first, char32_t second) {
  return std::uint64_t{first} << 32U | second;
}

std::vector<NearText> near_texts(std::string_view text) {
  std::vector<FoldedChar> folded;
  fold(text, folded);
  std::vector<NearText> texts;
  for_each_run(folded, [&](std::size_t begin, std::size_t end) {
    NearText& run = texts.emplace_back();
    for (std::size_t i = begin; i < end; ++i) run += folded[i].ch;
    return true;
  });
  return texts;
}

NearReader::NearReader(const NearWords& words, NearReading reading)
    : words_(words), reading_(reading), common_(words.size()), met_(words.size()) {
  index_words();
}

void NearReader::index_words() {
  key_bits_.resize(kBits / 64);
  first_bits_.resize(kBits / 64);
  for (std::uint32_t w = 0; w < words_.size(); ++w) {
    for (const std::uint64_t key : words_[w].bigrams) {
      keys_.emplace_back(key, w);
      set_bit(key_bits_, bit_of(key));
    }
    for (const std::vector<NearText>& name : words_[w].names) {
      for (const NearText& text : name) {
        if (!text.empty()) set_bit(first_bits_, bit_of(text.front()));
      }
    }
  }
  std::sort(keys_.begin(), keys_.end());
}

std::u32string_view NearReader::text_of(const Token& token) const {
  return std::u32string_view(chars_).substr(token.begin, token.end - token.begin);
}

void NearReader::end_run(std::size_t begin, ByteRange bytes) {
  const std::uint32_t position = position_++;
  bool kept = has_bit(first_bits_, bit_of(chars_[begin]));
  for (std::size_t i = begin + 1; i < chars_.size() && !kept; ++i) {
    kept = has_bit(key_bits_, bit_of(bigram_key(chars_[i - 1], chars_[i])));
  }
  if (kept) {
    tokens_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(chars_.size()),
                       position, bytes});
  } else {
    chars_.resize(begin);
  }
}

void NearReader::read_folded(std::string_view text, const std::vector<ByteRange>& skip) {
  fold(text, folded_);
  Skipped skipped(skip);
  for_each_run(folded_, [&](std::size_t begin, std::size_t end) {
    const ByteRange bytes{folded_[begin].begin, folded_[end - 1].end};
    if (skipped.has(bytes.begin)) return true;
    const std::size_t first = chars_.size();
    for (std::size_t i = begin; i < end; ++i) chars_ += folded_[i].ch;
    end_run(first, bytes);
    return position_ < kMostNearWords;
  });
}

// Returns false at what it does not know; what it has read is then to be dropped.
bool NearReader::read_fast(std::string_view text, const std::vector<ByteRange>& skip) {
  enum class Run : std::uint8_t { kNone, kHangul, kIdeographs, kLetters } run = Run::kNone;
  Skipped skipped(skip);
  chars_.reserve(text.size());
  std::size_t begin = 0, first = 0;  // of the run: in the text, in chars_
  const auto end_at = [&](std::size_t end) {
    if (skipped.has(begin)) {
      chars_.resize(first);
    } else {
      end_run(first, {begin, end});
    }
    run = Run::kNone;
  };
  for (std::size_t at = 0; at < text.size() && position_ < kMostNearWords;) {
    const char byte = text[at];
    Run cls = Run::kNone;
    char32_t c = static_cast<unsigned char>(byte);
    std::size_t next = at + 1;
    if (is_ascii_letter(byte)) {
      cls = Run::kLetters;
      if (byte <= 'Z') c += 'a' - 'A';
      const std::size_t letters = run == cls ? chars_.size() - first + 1 : 1;
      if (may_go_on(text, next, letters)) return false;
    } else if (is_ascii_digit(byte)) {
      if (run != Run::kNone) end_at(at);
      begin = at;
      first = chars_.size();
      for (next = number_end(text, at); at < next; ++at) chars_ += static_cast<char32_t>(text[at]);
      end_at(next);
      continue;
    } else if (c >= 0x80) {
      c = syllable_at(text, at);
      next = at + 3;
      if (c == 0) c = next_code_point(text, next = at);
      if (is_precomposed(c)) {
        cls = Run::kHangul;
      } else if (is_plain_ideograph(c)) {
        cls = Run::kIdeographs;
      } else if (!is_plain_sign(c) && c != 0x2018 && c != 0x2019) {
        return false;
      }
    }
    if (cls != run) {
      if (run != Run::kNone) end_at(at);
      run = cls;
      begin = at;
      first = chars_.size();
    }
    if (cls != Run::kNone) chars_ += c;
    at = next;
  }
  if (run != Run::kNone) end_at(text.size());
  return true;
}

bool NearReader::meets_name(const std::vector<NearText>& name, std::size_t number) const {
  if (number + name.size() > tokens_.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const Token& token = tokens_[number + i];
    if (token.position != tokens_[number].position + i) return false;
    const std::u32string_view text = text_of(token);
    const bool last = i + 1 == name.size();
    // A particle may follow a name.
    const bool begins =
        last && name[i].size() > 1 && is_hangul(name[i].front()) && text.starts_with(name[i]);
    if (!begins && text != name[i]) return false;
  }
  return true;
}

void NearReader::meet(const Token& token, std::size_t number) {
  const std::u32string_view text = text_of(token);
  std::fill(common_.begin(), common_.end(), 0);
  for (std::size_t i = 1; i < text.size(); ++i) {
    const std::uint64_t key = bigram_key(text[i - 1], text[i]);
    if (!has_bit(key_bits_, bit_of(key))) continue;
    // A pair that occurs again counts once.
    bool again = false;
    for (std::size_t k = 1; k < i && !again; ++k) again = bigram_key(text[k - 1], text[k]) == key;
    if (again) continue;
    const auto from =
        std::lower_bound(keys_.begin(), keys_.end(), std::pair(key, std::uint32_t{0}));
    for (auto it = from; it != keys_.end() && it->first == key; ++it) ++common_[it->second];
  }
  for (std::size_t w = 0; w < words_.size(); ++w) {
    double strength = 0;
    if (common_[w] != 0) {
      strength = static_cast<double>(common_[w]) / static_cast<double>(words_[w].bigrams.size());
    }
    std::size_t last = number;
    for (const std::vector<NearText>& name : words_[w].names) {
      if (strength == 1 || !meets_name(name, number)) continue;
      strength = 1;
      last = number + name.size() - 1;
    }
    if (strength == 0) continue;
    met_[w].push_back({token.position, strength, {token.bytes.begin, tokens_[last].bytes.end}});
  }
}

// The one that is worth most at `position`; `worth` becomes what it is worth there.
const NearReader::Met* NearReader::nearest(const std::vector<Met>& met, std::uint32_t position,
                                           double& worth) {
  worth = 0;
  const Met* best = nullptr;
  const auto from =
      std::lower_bound(met.begin(), met.end(), position,
                       [](const Met& one, std::uint32_t place) { return one.position < place; });
  // Returns false once no other in this direction can be worth more.
  const auto try_one = [&](const Met& one) {
    const double distance =
        one.position > position ? one.position - position : position - one.position;
    const double most = 1 / (1 + distance / kNearHalf);
    if (most <= worth) return false;
    if (one.strength * most > worth) {
      worth = one.strength * most;
      best = &one;
    }
    return true;
  };
  for (auto it = from; it != met.end() && try_one(*it);) ++it;
  for (auto it = from; it != met.begin() && try_one(*--it);) {
  }
  return best;
}

NearPlace NearReader::best_place(std::string_view text, const std::vector<ByteRange>& skip) {
  const auto clear = [this] {
    chars_.clear();
    tokens_.clear();
    position_ = 0;
  };
  clear();
  if (reading_ != NearReading::kFast || !read_fast(text, skip)) {
    clear();
    read_folded(text, skip);
  }
  for (std::vector<Met>& met : met_) met.clear();
  for (std::size_t t = 0; t < tokens_.size(); ++t) meet(tokens_[t], t);
  NearPlace best;
  std::uint32_t last = UINT32_MAX;
  for (const std::vector<Met>& centres : met_) {
    for (const Met& at : centres) {
      if (at.position == last) continue;
      last = at.position;
      double score = 0;
      ByteRange range = at.text;
      for (std::size_t w = 0; w < words_.size(); ++w) {
        double worth = 0;
        const Met* met = nearest(met_[w], at.position, worth);
        if (met == nullptr) continue;
        score += words_[w].weight * worth;
        range.begin = std::min(range.begin, met->text.begin);
        range.end = std::max(range.end, met->text.end);
      }
      if (score > best.score) best = {score, range};
    }
  }
  best.score *= kNearWeight;
  return best;
}

}  // namespace ibid
