// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every k-th run of 3 to 8 words of the samples, verified through the index and compared with a
// plain scan of the passages as the parser reads them. The scan shares no code with the search: it
// uses std::string::find, its own rules for cut words, and its own normal form.
#include <gtest/gtest.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "search/quotes/quote_verifier.h"
#include "tests/search/quotes/quote_mutations.h"
#include "tests/support/sample_index.h"

namespace ibid::testing {
namespace {

using Occurrence =
    std::tuple<std::string, std::uint64_t, std::uint64_t>;  // passage id, range of text

// Words separated by white space, in bytes of `text`.
std::vector<ByteRange> words_of(const std::string& text) {
  std::vector<ByteRange> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\n", at);
    if (begin == std::string::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
    words.push_back({begin, end});
    at = end;
  }
  return words;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Matches that are certainly between white space or punctuation, and all, which may cut a word.
struct Scan {
  std::vector<Occurrence> sure, all;
};

Scan scan(const std::vector<Report>& reports, const std::string& needle) {
  constexpr char kSure[] = " \t\n\"()[];:";
  Scan found;
  for (const Report& report : reports) {
    for (const Passage& passage : report.passages) {
      const std::string& text = passage.text;
      for (std::size_t at = text.find(needle); at != std::string::npos;
           at = text.find(needle, at + 1)) {
        const std::size_t end = at + needle.size();
        found.all.emplace_back(passage.id, at, end);
        const bool begins = at == 0 || is_blank(text[at - 1]);
        bool ends = end == text.size() || std::string(kSure).find(text[end]) != std::string::npos;
        // "11" of "11 million" is not a quotation.
        if (is_near_number(text, at) || is_near_number(text, end)) ends = false;
        if (begins && ends) found.sure.emplace_back(passage.id, at, end);
      }
    }
  }
  return found;
}

// NFKC, folded, one form each of quotes and dashes, single white space. Only for this test.
std::u32string plain_form(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::UnicodeString folded = nfkc->normalize(icu::UnicodeString::fromUTF8(text), status);
  std::u32string out;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    char32_t c = static_cast<char32_t>(folded.char32At(i));
    if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_QUOTATION_MARK) || c == U'`') c = U'\'';
    if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DASH)) c = U'-';
    if (u_isUWhiteSpace(static_cast<UChar32>(c))) c = U' ';
    const bool run = !out.empty() && out.back() == c && (c == U' ' || c == U'-' || c == U'\'');
    if (run || (c == U' ' && !out.empty() && out.back() == U'-')) continue;
    if (c == U'-' && !out.empty() && out.back() == U' ') out.pop_back();
    out += c;
  }
  return out;
}

class QuoteScan : public ::testing::Test {
 protected:
  static SampleIndex& sample() {
    static SampleIndex index;
    return index;
  }
  QuoteVerifier verifier_{sample().open(), ""};
};

template <class Take>
void each_run(const std::vector<Report>& reports, std::size_t step, const Take& take) {
  std::size_t number = 0;
  for (const Report& report : reports) {
    for (const Passage& passage : report.passages) {
      const std::vector<ByteRange> words = words_of(passage.text);
      for (std::size_t count = 3; count <= 8; ++count) {
        for (std::size_t first = 0; first + count <= words.size(); ++first) {
          if (++number % step == 0) take(passage, words, first, count);
        }
      }
    }
  }
}

std::string text_of(const Passage& passage, const std::vector<ByteRange>& words, std::size_t first,
                    std::size_t count) {
  const std::uint64_t begin = words[first].begin;
  return passage.text.substr(begin, words[first + count - 1].end - begin);
}

TEST_F(QuoteScan, ExactIsWhatAPlainScanFindsAndNothingElse) {
  std::size_t checked = 0, sure = 0;
  each_run(sample().reports(), 4,
           [&](const Passage& passage, const auto& words, std::size_t first, std::size_t count) {
             const std::string run = text_of(passage, words, first, count);
             const std::string needle(bare_quotation(run));
             const Scan found = scan(sample().reports(), needle);
             const QuoteAnswer answer = verifier_.verify(run);
             ++checked;
             std::set<Occurrence> reported;
             for (const QuoteMatch& match : answer.matches) {
               ASSERT_EQ(match.spans.size(),
                         answer.status == QuoteStatus::kExact ? 1U : match.spans.size());
               reported.emplace(match.spans[0].passage.id, match.spans[0].text.begin,
                                match.spans[0].text.end);
             }
             if (!found.sure.empty()) {
               ++sure;
               ASSERT_EQ(answer.status, QuoteStatus::kExact) << needle;
             }
             if (answer.status != QuoteStatus::kExact) return;
             ASSERT_TRUE(answer.matches_exact);
             for (const Occurrence& match : reported) {
               ASSERT_NE(std::find(found.all.begin(), found.all.end(), match), found.all.end())
                   << needle;
             }
             ASSERT_GE(answer.match_count, found.sure.size()) << needle;
             ASSERT_LE(answer.match_count, found.all.size()) << needle;
             if (answer.match_count <= kMostQuoteMatches) {
               for (const Occurrence& match : found.sure)
                 ASSERT_TRUE(reported.contains(match)) << needle;
             }
             for (const QuoteMatch& match : answer.matches) {
               const QuotedSpan& span = match.spans[0];
               ASSERT_EQ(span.passage.text.substr(span.text.begin, span.text.size()), needle);
             }
           });
  EXPECT_GT(checked, 10'000U);
  std::printf("%zu of %zu runs certainly stand there\n", sure, checked);
  EXPECT_GT(sure, 2'000U);
}

TEST_F(QuoteScan, ARunWithOneWordChangedIsNeverFound) {
  std::vector<std::u32string> forms;
  for (const Report& report : sample().reports()) {
    for (const Passage& passage : report.passages) forms.push_back(plain_form(passage.text));
  }
  const std::vector<std::string> others = {"not", "17", "Nairobi", "않았다", "케냐", "reportedly"};
  std::size_t checked = 0;
  std::size_t altered = 0;
  each_run(sample().reports(), 17,
           [&](const Passage& passage, const auto& words, std::size_t first, std::size_t count) {
             std::string run;
             const std::size_t changed = checked % count;
             for (std::size_t w = 0; w < count; ++w) {
               const ByteRange word = words[first + w];
               if (w > 0) run += ' ';
               run += w == changed ? others[checked % others.size()]
                                   : passage.text.substr(word.begin, word.size());
             }
             ++checked;
             const std::u32string needle = plain_form(std::string(bare_quotation(run)));
             const bool there =
                 std::any_of(forms.begin(), forms.end(), [&](const std::u32string& form) {
                   return form.find(needle) != std::u32string::npos;
                 });
             const QuoteAnswer answer = verifier_.verify(run);
             const bool good =
                 answer.status == QuoteStatus::kExact || answer.status == QuoteStatus::kNormalised;
             if (!there) {
               ASSERT_FALSE(good) << run << " is " << to_string(answer.status);
             }
             if (answer.status == QuoteStatus::kAltered) ++altered;
           });
  EXPECT_GT(checked, 2500U);
  EXPECT_GT(altered, checked / 2);
}

TEST_F(QuoteScan, OtherTypingIsNormalised) {
  const auto capitals = [](const std::string& text) {
    std::string out;
    icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()).toUTF8String(out);
    return out;
  };
  const auto decomposed = [](const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    icu::Normalizer2::getNFDInstance(status)
        ->normalize(icu::UnicodeString::fromUTF8(text), status)
        .toUTF8String(out);
    return out;
  };
  const auto spaced = [](std::string text) {
    for (std::size_t at = 0; (at = text.find(' ', at)) != std::string::npos; at += 3) {
      text.replace(at, 1, " \xC2\xA0");
    }
    return text;
  };
  std::size_t checked = 0;
  each_run(
      sample().reports(), 29,
      [&](const Passage& passage, const auto& words, std::size_t first, std::size_t count) {
        const std::string run = text_of(passage, words, first, count);
        if (verifier_.verify(run).status != QuoteStatus::kExact) return;
        for (const std::string& other : {capitals(run), decomposed(run), spaced(run)}) {
          const QuoteStatus status = verifier_.verify(other).status;
          ASSERT_TRUE(status == QuoteStatus::kNormalised ||
                      (other == run && status == QuoteStatus::kExact) ||
                      !scan(sample().reports(), std::string(bare_quotation(other))).all.empty())
              << other << " is " << to_string(status);
        }
        ++checked;
      });
  EXPECT_GT(checked, 1000U);
}

}  // namespace
}  // namespace ibid::testing
