// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sentence boundaries beside those set by hand: tests/corpus/sentences/boundaries, one text a line,
// "‖" where a sentence begins, "# " before a group. How they were made and judged:
// docs/decisions.md.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "corpus/sentences/sentences.h"

namespace ibid {
namespace {

constexpr std::string_view kMark = "‖";

struct Text {
  std::string text;
  std::set<std::size_t> boundaries;
};

Text read_text(const std::string& line) {
  Text out;
  for (std::size_t at = 0; at < line.size();) {
    if (line.compare(at, kMark.size(), kMark) == 0) {
      out.boundaries.insert(out.text.size());
      at += kMark.size();
    } else {
      out.text += line[at++];
    }
  }
  return out;
}

struct Score {
  std::size_t right = 0, wrong = 0, missed = 0;
  double precision() const {
    return static_cast<double>(right) / static_cast<double>(right + wrong);
  }
  double recall() const { return static_cast<double>(right) / static_cast<double>(right + missed); }
};

Score score_of(const std::string& name) {
  std::ifstream in(std::string(IBID_SOURCE_DIR) + "/tests/corpus/sentences/boundaries/" + name);
  Score score;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("# ")) continue;
    const Text expected = read_text(line);
    std::set<std::size_t> found;
    for (const ByteRange sentence :
         split_sentences(expected.text, find_citation_marks(expected.text))) {
      if (sentence.begin != 0) found.insert(sentence.begin);
    }
    for (const std::size_t at : found) {
      const bool right = expected.boundaries.contains(at);
      ++(right ? score.right : score.wrong);
    }
    for (const std::size_t at : expected.boundaries) score.missed += found.contains(at) ? 0U : 1U;
  }
  return score;
}

TEST(SentenceBoundaries, AreThoseSetByHand) {
  for (const auto& [name, count] :
       {std::pair{"first.txt", 158U}, {"second.txt", 300U}, {"third.txt", 300U}}) {
    const Score score = score_of(name);
    EXPECT_EQ(score.right + score.missed, count) << name;
    EXPECT_GE(score.precision(), 0.99) << name;
    EXPECT_GE(score.recall(), 0.99) << name;
  }
}

}  // namespace
}  // namespace ibid
