// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/line_ends.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Join = LineEnd::Join;

bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'\u2010' || c == U'\u2011' || c == U'\u00AD';
}
bool is_arrow(char32_t c) { return c >= U'\u2190' && c <= U'\u21FF'; }
bool is_word_char(char32_t c) { return is_letter_or_digit(c); }
// A hyphen behind it joins: "(2-phenylethyl)-4-piperidyl".
bool ends_name(char32_t c) {
  return is_word_char(c) || std::u32string_view(U")]}%\"'\u2019\u201D").find(c) < 8;
}
// Characters of scripts that are written without spaces.
bool is_unspaced(char32_t c) {
  return (c >= 0x2E80 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x20000 && c < 0x3FFFE);
}

char32_t last_of(std::string_view text) {
  std::size_t end = text.size();
  return text.empty() ? U'\0' : previous_code_point(text, end);
}
char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : next_code_point(text, at);
}

std::string_view without_signs(std::string_view word) {
  while (!word.empty()) {
    std::size_t at = 0;
    if (is_word_char(next_code_point(word, at))) break;
    word.remove_prefix(at);
  }
  while (!word.empty()) {
    std::size_t end = word.size();
    if (is_word_char(previous_code_point(word, end))) break;
    word = word.substr(0, end);
  }
  return word;
}

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_hangul(next_code_point(text, at))) return true;
  }
  return false;
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

// The letters at the end of `text`, and at its start.
std::string_view last_letters(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    std::size_t at = begin;
    if (!is_letter(previous_code_point(text, at))) break;
    begin = at;
  }
  return text.substr(begin);
}
std::string_view first_letters(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    std::size_t at = end;
    if (!is_letter(next_code_point(text, at))) break;
    end = at;
  }
  return text.substr(0, end);
}

// Begin no word: particles, and endings of verbs and of 이다 and 하다.
constexpr std::array<std::string_view, 74> kEndings{
    "을",         "를",     "은",     "는",     "의",     "에",     "에서",     "에게",
    "와",         "과",     "로",     "으로",   "로서",   "으로서", "로써",     "으로써",
    "까지",       "부터",   "에는",   "에도",   "에서는", "에서도", "에서의",   "으로는",
    "으로도",     "으로의", "이나",   "이며",   "이고",   "이라",   "이라는",   "이라고",
    "이다",       "이었다", "였다",   "입니다", "으며",   "으면",   "으나",     "으므로",
    "므로",       "면서",   "으면서", "지만",   "하는",   "하고",   "하여",     "하며",
    "하게",       "하지",   "하기",   "한다",   "했다",   "합니다", "했습니다", "하였다",
    "하였습니다", "되는",   "되고",   "되어",   "되며",   "되지",   "된다",     "됐다",
    "되었다",     "됩니다", "습니다", "니다",   "었다",   "았다",   "었습니다", "라고",
    "라는",       "들이",
};
// End a word more often than not.
constexpr std::u32string_view kWordEnds = U"은는을를의에고며면다로와과도한된할될인";

bool is_ending(std::string_view word) {
  return std::find(kEndings.begin(), kEndings.end(), word) != kEndings.end();
}

bool is_in_url(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.rfind("www.", 0) == 0 ||
         word.find("(www.") != std::string_view::npos;
}

// What goes on with an address has signs of one in it, or the address does not end before it.
bool goes_on_with_url(std::string_view url, std::string_view rest) {
  if (has_hangul(rest) || rest.empty()) return false;
  static constexpr std::string_view kOpenEnds = "/-_.?=&%#:+~";
  const bool open = kOpenEnds.find(url.back()) != std::string_view::npos;
  const std::string_view bare = without_signs(rest);
  const bool has_signs = bare.find_first_of("/_=&%?") != std::string_view::npos ||
                         bare.find(".htm") != std::string_view::npos ||
                         bare.find(".pdf") != std::string_view::npos ||
                         bare.find(".php") != std::string_view::npos;
  if (open) return url.back() != '.' || has_signs || is_lower(first_of(rest));
  return has_signs && !is_in_url(rest);
}

// "23%", "1,204.5억원,"; not an address of a network ("255.255.255.0"), a date, or a range.
bool is_figure(std::string_view word) {
  if (word.empty() || !is_ascii_digit(word.front())) return false;
  std::size_t points = 0, at = 0;
  for (; at < word.size(); ++at) {
    if (is_ascii_digit(word[at]) || word[at] == ',') continue;
    const bool point = word[at] == '.' && at + 1 < word.size() && is_ascii_digit(word[at + 1]);
    if (!point) break;
    ++points;
  }
  return points <= 1 && word.find_first_of("-/:~\u2013", at) == std::string_view::npos;
}

}  // namespace

std::vector<LineToken> tokens_of(const PdfPage& page, const PdfLine& line) {
  std::vector<LineToken> tokens;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const PdfWord& word = page.words[line.words[i]];
    bool space = i == 0;
    if (i > 0) {
      const PdfWord& before = page.words[line.words[i - 1]];
      const float gap = upright(page, word).left - upright(page, before).right;
      const float size = std::max(before.size, word.size);
      // The note of a space holds for poppler's next word, not for one from elsewhere.
      space = gap > 0.15F * size || (before.space_after && gap > 0.02F * size);
    }
    if (space) tokens.push_back({i, i, {}});
    tokens.back().end = i + 1;
    tokens.back().text += page.text_of(word);
  }
  return tokens;
}

LineEnds::LineEnds(const PdfSource& source, const std::vector<PageLayout>& layouts,
                   const PageFlow& flow) {
  learn(source, layouts, flow);
  learn_korean_rate(source, layouts, flow);
}

void LineEnds::learn(const PdfSource& source, const std::vector<PageLayout>& layouts,
                     const PageFlow& flow) {
  for (const PdfBlock& block : flow.blocks) {
    bool after_hyphen = false;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      const LineRef& ref = block.lines[i];
      const std::vector<LineToken> tokens =
          tokens_of(source.pages[ref.page], layouts[ref.page].lines[ref.line]);
      const bool goes_on = i + 1 < block.lines.size();
      for (std::size_t t = 0; t < tokens.size(); ++t) {
        const std::string_view token = tokens[t].text;
        const bool first = t == 0 && i > 0, last = t + 1 == tokens.size() && goes_on;
        // Parts of words are not words.
        if ((first && after_hyphen) || (last && is_hyphen(last_of(token)))) continue;
        if ((first || last) && has_hangul(token)) continue;
        if (token == "-") {
          dashes_ += t > 0 && t + 1 < tokens.size() ? 1 : 0;
        } else if (token.front() == '-') {
          signed_ += is_figure(token.substr(1)) ? 1 : 0;
        }
        learn_token(token);
      }
      after_hyphen = is_hyphen(last_of(tokens.back().text));
    }
  }
}

void LineEnds::learn_token(std::string_view token) {
  const std::string_view word = without_signs(token);
  if (word.empty()) return;
  if (has_hangul(word)) {
    ++korean_[std::string(word)];
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size() && letters < 6;) {
      next_code_point(word, at);
      if (++letters >= 2) ++prefixes_[std::string(word.substr(0, at))];
    }
    return;
  }
  std::string before;
  bool hyphen = false;
  for (std::size_t at = 0; at < word.size();) {
    std::string_view piece = first_letters(word.substr(at));
    if (piece.empty()) {
      hyphen = is_hyphen(next_code_point(word, at)) && !before.empty();
      if (!hyphen) before.clear();
      continue;
    }
    at += piece.size();
    std::string lower = ascii_lower(piece);
    ++pieces_[lower];
    if (hyphen) ++pairs_[before + "-" + lower];
    before = std::move(lower);
    hyphen = false;
  }
}

std::uint32_t LineEnds::count(const Counts& counts, const std::string& word) {
  const auto found = counts.find(word);
  return found == counts.end() ? 0 : found->second;
}

void LineEnds::learn_korean_rate(const PdfSource& source, const std::vector<PageLayout>& layouts,
                                 const PageFlow& flow) {
  double inside = 1, between_words = 1;
  for (const PdfBlock& block : flow.blocks) {
    for (std::size_t i = 1; i < block.lines.size(); ++i) {
      const LineRef &a = block.lines[i - 1], &b = block.lines[i];
      const PdfPage &page = source.pages[a.page], &next_page = source.pages[b.page];
      const PdfLine &line = layouts[a.page].lines[a.line], &next = layouts[b.page].lines[b.line];
      const std::string_view end = page.text_of(page.words[line.words.back()]);
      const std::string_view start = next_page.text_of(next_page.words[next.words.front()]);
      if (!is_hangul(last_of(end)) || !is_hangul(first_of(start))) continue;
      const std::string last = tokens_of(page, line).back().text;
      const std::string first = tokens_of(next_page, next).front().text;
      const double evidence = korean_evidence({{}, last, first, 0});
      inside += evidence >= 2.5 ? 1 : 0;
      between_words += evidence <= -2 ? 1 : 0;
    }
  }
  korean_prior_ = std::clamp(std::log(inside / between_words) * 1.2, -3.0, 2.0);
}

LineEnd LineEnds::between(const Place& place) const {
  const char32_t last = last_of(place.last), first = first_of(place.first);
  if (is_in_url(place.last) && goes_on_with_url(place.last, place.first))
    return {Join::kNone, false};
  if (is_sign_of_figure(place)) return {Join::kNone, false};
  if (is_hyphen(last)) return at_hyphen(place);
  if (is_unspaced(last) && is_unspaced(first)) return {Join::kNone, false};
  if (is_hangul(last) && is_hangul(first)) return in_korean(place);
  return {};
}

LineEnd LineEnds::at_hyphen(const Place& place) const {
  const char32_t hyphen = last_of(place.last);
  if (hyphen == U'\u00AD') return {Join::kDropHyphen, false};
  const std::string_view before = place.last.substr(0, place.last.size() - utf8_length(hyphen));
  const char32_t next = first_of(place.first);
  // A dash, or the sign of a line that goes on ("←-"), stays apart: a space keeps it from being the
  // sign of a figure that has none.
  if (before.empty() || is_arrow(last_of(before))) return {Join::kSpace, false};
  if (is_ascii_digit(next) && !ends_name(last_of(before))) return {Join::kSpace, false};
  const std::string a = ascii_lower(last_letters(before));
  const std::string b = ascii_lower(first_letters(place.first));
  if (a.empty() || b.empty()) return {Join::kNone, false};
  if (has_hangul(a) || has_hangul(b)) return {Join::kNone, false};
  // "N-methyl", "6aR-trans": names of substances.
  const char32_t before_letters = last_of(before.substr(0, before.size() - a.size()));
  if (characters(a) == 1 || is_ascii_digit(before_letters)) return {Join::kNone, false};
  const std::uint32_t joined = count(pieces_, a + b), apart = count(pairs_, a + "-" + b);
  if (joined != apart) return {joined > apart ? Join::kDropHyphen : Join::kNone, false};
  // "Anglo-Saxon", but "REGU-LATION".
  if (!is_lower(next) && is_lower(last_of(before))) return {Join::kNone, false};
  static constexpr std::array<std::string_view, 13> kPrefixes{
      "alpha", "beta", "gamma", "delta", "omega", "para", "ortho",
      "meta",  "tert", "cis",   "trans", "self",  "quasi"};
  if (std::find(kPrefixes.begin(), kPrefixes.end(), a) != kPrefixes.end()) {
    return {Join::kNone, false};
  }
  const bool both_words =
      a.size() >= 4 && b.size() >= 4 && count(pieces_, a) > 1 && count(pieces_, b) > 1;
  return {both_words ? Join::kNone : Join::kDropHyphen, false};
}

// "Q4 revenue: -" above "23%": a figure without its sign says the contrary. After a label nothing
// but a sign can stand there; after a word it may be a dash, if the document has them.
bool LineEnds::is_sign_of_figure(const Place& place) const {
  if (place.last != "-" && place.last != "\u2212") return false;
  if (place.before_last.empty() || !is_figure(place.first)) return false;
  const char32_t before = last_of(place.before_last);
  if (before == U':' || before == U'\uFF1A' || before == U'=') return true;
  return is_letter(before) && dashes_ <= signed_;
}

// Above 0: one word; below 0: two.
double LineEnds::korean_evidence(const Place& place) const {
  const std::string last(without_signs(place.last)), first(without_signs(place.first));
  const std::size_t letters = characters(last);
  std::size_t one = 0;
  if (!first.empty()) next_code_point(first, one);
  std::size_t two = one;
  if (two < first.size()) next_code_point(first, two);
  const bool is_word = count(korean_, last) > 0, starts_word = count(korean_, first) > 0;
  double evidence = 0;
  if (count(korean_, last + first) > 0) evidence += 3;
  if (letters + 2 >= 3 && two > one && count(prefixes_, last + first.substr(0, two)) > 0) {
    evidence += 1.5;
  }
  if (letters >= 2 && !is_word && count(prefixes_, last + first.substr(0, one)) > 0) evidence += 1;
  if (is_ending(first)) {
    // "정해야 합니다", "문제가 되는"; but "설치합니다".
    static constexpr std::u32string_view kVerbs = U"하되합했됩됐한된";
    static constexpr std::u32string_view kBeforeVerbs = U"을를이가도은는야게";
    const bool verb = kVerbs.find(first_of(first)) != std::u32string_view::npos;
    const bool parted = kBeforeVerbs.find(last_of(last)) != std::u32string_view::npos;
    return evidence + (verb && parted ? -3 : 3);
  }
  constexpr std::size_t kManyWords = 500;
  if (korean_.size() > kManyWords) {  // parts of words are not words
    if (!is_word) evidence += 0.7;
    if (two > one && count(prefixes_, first.substr(0, two)) == 0) evidence += 1;
  }
  if (is_word && starts_word) evidence -= 1.5;
  if (is_word && letters >= 2) evidence -= 0.5;
  if (starts_word && characters(first) >= 2) evidence -= 1;
  if (letters >= 2 && kWordEnds.find(last_of(last)) != std::u32string_view::npos) evidence -= 1;
  return evidence;
}

LineEnd LineEnds::in_korean(const Place& place) const {
  // Another syllable would have found a place: the line ends where the word does.
  if (place.room > 1.6F) return {Join::kSpace, false};
  const double evidence = korean_evidence(place);
  const double sum = evidence + korean_prior_;
  const bool certain = (sum >= 3.5 && evidence >= 2.5) || (sum <= -3.5 && korean_prior_ < -1.5);
  return {sum > 0 ? Join::kNone : Join::kSpace, !certain};
}

}  // namespace ibid
