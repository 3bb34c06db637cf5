// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quotations mutated at every place, over the samples and, where it is present, the benchmark's
// data: none is exact or normalised, unless another place says so; unmutated all are.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "corpus/text/code_points.h"
#include "search/quotes/quote_verifier.h"
#include "tests/search/quotes/quote_mutations.h"
#include "tests/support/sample_index.h"
#include "tests/support/text_parts.h"

namespace ibid::testing {
namespace {

// Small letters without punctuation, one space between words: for finding a mutation that the
// texts hold elsewhere.
std::string bare_words(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isspace(byte) != 0) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '$' || c == '%') {
      out += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    }
  }
  return out;
}

class Trial {
 public:
  Trial(OpenIndex& index, const std::vector<std::string>& texts)
      : verifier_(index, ""), texts_(texts) {
    for (const std::string& text : texts) all_ += bare_words(text) + "\n";
  }

  void unmutated(const std::string& quotation) {
    ++runs;
    if (is_verified(verifier_.verify(quotation))) return;
    if (++missed <= kShown) ADD_FAILURE() << "not verified: " << quotation;
  }

  void mutated(const Mutation& mutation) {
    const QuoteAnswer answer = verifier_.verify(mutation.quotation);
    ++tried[mutation.kind];
    ++mutations;
    if (!is_verified(answer) || is_elsewhere(mutation, answer)) return;
    if (++passed <= kShown) {
      ADD_FAILURE() << mutation.kind << " is " << to_string(answer.status) << ": "
                    << mutation.quotation;
    }
  }

  // `original` with one digit changed.
  void misquoted(const std::string& quotation, const std::string& original) {
    const QuoteAnswer answer = verifier_.verify(quotation);
    if (is_verified(answer) && all_.find(bare_words(quotation)) != std::string::npos) return;
    ++misquotations;
    if (answer.status != QuoteStatus::kAltered) {
      if (++not_altered <= kShown) {
        ADD_FAILURE() << to_string(answer.status) << ": " << quotation << ", made of " << original;
      }
      return;
    }
    const QuoteMatch& nearest = answer.alteration->match;
    for (const QuotedSpan& span : nearest.spans) {
      if (span.passage.text.find(original) == std::string::npos) continue;
      ++origins;
      return;
    }
  }

  std::size_t runs = 0, missed = 0, mutations = 0, passed = 0;
  std::size_t misquotations = 0, not_altered = 0, origins = 0;
  std::map<std::string, std::size_t> tried;

 private:
  static constexpr std::size_t kShown = 20;

  bool is_elsewhere(const Mutation& mutation, const QuoteAnswer& answer) const {
    if (mutation.has_ellipsis) {
      return std::all_of(
          answer.matches.begin(), answer.matches.end(),
          [&](const QuoteMatch& match) { return omits_fairly(mutation.quotation, match); });
    }
    if (mutation.is_cut) return !cuts(answer);
    return all_.find(bare_words(mutation.quotation)) != std::string::npos;
  }

  // The match begins with the words before the ellipsis and ends with those behind it, and has
  // nothing that turns the sense between them, or before an ellipsis at the edge.
  static bool omits_fairly(const std::string& quotation, const QuoteMatch& match) {
    const std::string sign = quotation.find("[...]") == std::string::npos ? "…" : "[...]";
    const std::size_t at = quotation.find(sign);
    const std::vector<std::string> head = words_of(quotation.substr(0, at));
    const std::vector<std::string> tail = words_of(quotation.substr(at + sign.size()));
    std::string quoted;
    for (const QuotedSpan& span : match.spans) {
      quoted += slice(span.passage.text, span.text);
      quoted += ' ';
    }
    const std::vector<std::string> words = words_of(quoted);
    const std::string all = joined(words);
    if (!all.starts_with(joined(head)) || !all.ends_with(joined(tail))) return false;
    if (words.size() > head.size() + tail.size()) {
      const auto first = words.begin() + static_cast<std::ptrdiff_t>(head.size());
      const auto last = words.end() - static_cast<std::ptrdiff_t>(tail.size());
      if (std::any_of(first, last, turns_sense)) return false;
    }
    const QuotedSpan& span = match.spans[0];
    return !head.empty() || !turns_sense(word_before(span.passage.text, span.text.begin));
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + bare_words(word);
    return out;
  }

  // The word of the same sentence before `at`; empty if a sentence begins there.
  static std::string word_before(const std::string& text, std::size_t at) {
    std::string before = text.substr(0, at);
    for (const std::string sign : {" ", "\n", "\"", "'", "“", "‘", "("}) {
      while (before.ends_with(sign)) before.erase(before.size() - sign.size());
    }
    const bool is_end = before.ends_with('.') || before.ends_with('?') || before.ends_with('!');
    const std::vector<std::string> words = words_of(before);
    return is_end || words.empty() ? std::string() : words.back();
  }

  // Apart by white space, without punctuation around them.
  static std::vector<std::string> words_of(std::string text) {
    for (const std::string quote : {"“", "”", "‘", "’"}) {
      for (std::size_t at = 0; (at = text.find(quote, at)) != std::string::npos;) {
        text.replace(at, quote.size(), "'");
      }
    }
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    std::vector<std::string> out;
    for (std::string word : split_at(text, ' ')) {
      const auto is_sign = [](char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; };
      word.erase(word.begin(), std::find_if_not(word.begin(), word.end(), is_sign));
      word.erase(std::find_if_not(word.rbegin(), word.rend(), is_sign).base(), word.end());
      if (!word.empty()) out.push_back(word);
    }
    return out;
  }

  // A place begins behind a digit or ends before one.
  static bool cuts(const QuoteAnswer& answer) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    for (const QuoteMatch& match : answer.matches) {
      const QuotedSpan& span = match.spans[0];
      const std::string& text = span.passage.text;
      const auto [begin, end] = span.text;
      const char before = begin > 0 ? text[begin - 1] : ' ';
      const bool head = digit(text[begin]) && (digit(before) || before == ',' || before == '.') &&
                        begin > 1 && (digit(before) || digit(text[begin - 2]));
      if (head || (digit(text[end - 1]) && end < text.size() && digit(text[end]))) return true;
    }
    return false;
  }

  QuoteVerifier verifier_;
  const std::vector<std::string>& texts_;
  std::string all_;
};

// Mutations of all texts, each `step`-th run, evenly taken until `most` are tried.
void try_all(Trial& trial, const std::vector<std::string>& texts, std::size_t step,
             std::size_t most) {
  std::vector<Mutation> all;
  std::size_t number = 0;
  std::vector<std::string> runs;
  for (const std::string& text : texts) {
    for (const QuotedRun& run : runs_of(text, step)) {
      if (++number % 2 == 0) runs.push_back(run.text);
      for (Mutation& mutation : mutations_of(run)) all.push_back(std::move(mutation));
    }
    for (Mutation& mutation : cut_figures_of(text)) all.push_back(std::move(mutation));
  }
  // Of each kind as many: rare kinds are tried whole.
  std::map<std::string, std::vector<const Mutation*>> kinds;
  for (const Mutation& mutation : all) kinds[mutation.kind].push_back(&mutation);
  std::size_t left = most;
  std::size_t kinds_left = kinds.size();
  std::vector<std::pair<std::size_t, std::string>> by_size;
  for (const auto& [kind, list] : kinds) by_size.emplace_back(list.size(), kind);
  std::sort(by_size.begin(), by_size.end());
  for (const auto& [size, kind] : by_size) {
    const std::size_t share = std::min(size, left / kinds_left--);
    for (std::size_t i = 0; i < share; ++i) trial.mutated(*kinds[kind][i * size / share]);
    left -= share;
  }
  const std::size_t whole = std::max<std::size_t>(1, runs.size() / (most / 5));
  for (std::size_t i = 0; i < runs.size(); i += whole) trial.unmutated(runs[i]);
}

// Runs of 4 to 7 words with a digit, each with one digit changed.
void misquote_all(Trial& trial, const std::vector<std::string>& texts, std::size_t step) {
  std::size_t number = 0;
  for (const std::string& text : texts) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] < '0' || text[at] > '9' || ++number % step != 0) continue;
      // From some words before the digit on.
      const std::size_t words = 4 + number / step % 4;
      std::size_t begin = text.rfind(' ', at);
      for (std::size_t back = number / step % words; back > 0 && begin != std::string::npos;
           --back) {
        begin = begin == 0 ? std::string::npos : text.rfind(' ', begin - 1);
      }
      begin = begin == std::string::npos ? 0 : begin + 1;
      std::size_t end = begin;
      for (std::size_t w = 0; w < words && end != std::string::npos; ++w) {
        end = text.find(' ', w == 0 ? begin : end + 1);
      }
      if (end == std::string::npos || end <= at) continue;
      const std::string original = text.substr(begin, end - begin);
      if (original.find_first_of("([])") != std::string::npos) continue;  // a mark, perhaps cut
      std::string changed = original;
      char& digit = changed[at - begin];
      digit = static_cast<char>('0' + (digit - '0' + 4) % 10);
      trial.misquoted(changed, original);
    }
  }
}

void expect_all_altered(const Trial& trial) {
  EXPECT_EQ(trial.not_altered, 0U) << "of " << trial.misquotations;
  EXPECT_GE(trial.origins * 20, trial.misquotations * 19);
  std::printf("%zu short misquotations, %zu not altered, of %zu the passage shown\n",
              trial.misquotations, trial.not_altered, trial.origins);
}

void expect_none_passed(const Trial& trial) {
  EXPECT_EQ(trial.passed, 0U) << "of " << trial.mutations;
  EXPECT_EQ(trial.missed, 0U) << "of " << trial.runs;
  std::string kinds;
  for (const auto& [kind, count] : trial.tried) kinds += kind + " " + std::to_string(count) + ", ";
  std::printf("%zu mutations, %zu passed; %zu unmutated, %zu not verified; %s\n", trial.mutations,
              trial.passed, trial.runs, trial.missed, kinds.c_str());
}

TEST(QuoteMutations, OfTheSamplesAreNeverVerified) {
  SampleIndex sample;
  std::vector<std::string> texts;
  for (const Report& report : sample.reports()) {
    for (const Passage& passage : report.passages) texts.push_back(passage.text);
  }
  Trial trial(sample.open(), texts);
  try_all(trial, texts, 3, 2500);
  expect_none_passed(trial);
  EXPECT_GT(trial.mutations, 2000U);
  EXPECT_GT(trial.runs, 100U);
  EXPECT_GT(trial.tried.size(), 12U);
}

TEST(QuoteMutations, OfAFewWordsAndADigitShowTheirPassage) {
  SampleIndex sample;
  std::vector<std::string> texts;
  for (const Report& report : sample.reports()) {
    for (const Passage& passage : report.passages) texts.push_back(passage.text);
  }
  Trial trial(sample.open(), texts);
  misquote_all(trial, texts, 9);
  expect_all_altered(trial);
  EXPECT_GT(trial.misquotations, 100U);
}

// The texts of one column of a file, every `step`-th line.
void read_texts(const std::string& path, std::size_t column, std::size_t step,
                std::vector<std::string>& texts) {
  std::ifstream in(path);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    if (number++ % step != 0) continue;
    for (std::size_t c = 0; c < column; ++c)
      line.erase(0, std::min(line.find('\t'), line.size()) + 1);
    line.erase(std::min(line.find('\t'), line.size()));
    if (line.size() > 40) texts.push_back(line);
  }
}

TEST(QuoteMutationsAtLarge, OfNewsAndEncyclopediaAreNeverVerified) {
  const std::string data = std::string(IBID_SOURCE_DIR) + "/../shared/bench/data";
  if (!std::filesystem::exists(data)) GTEST_SKIP() << data << " is absent";
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(data + "/pairs")) {
    if (entry.is_regular_file()) read_texts(entry.path().string(), 0, 1, texts);
  }
  read_texts(data + "/korquad/passages.tsv", 1, 2, texts);
  read_texts(data + "/ct20-dev/passages.tsv", 1, 8, texts);
  ASSERT_GT(texts.size(), 2000U);
  TextIndex index(texts);
  Trial trial(index.open(), texts);
  try_all(trial, texts, 5, 8'000);
  expect_none_passed(trial);
  EXPECT_GE(trial.mutations, 8'000U);
  misquote_all(trial, texts, 23);
  expect_all_altered(trial);
}

}  // namespace
}  // namespace ibid::testing
