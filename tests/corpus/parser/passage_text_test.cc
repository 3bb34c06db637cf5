// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/parser/passage_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(JoinLines, PutsOneSpaceBetweenLines) {
  const DecodedText decoded = decode("ab  \r\n   한국\nz");
  // "ab" [0, 2), "한국" [9, 15), "z" [16, 17)
  const PassageText joined = join_lines(decoded, {{{0, 2}, {9, 15}, {16, 17}}});
  EXPECT_EQ(joined.text, "ab 한국 z");
  EXPECT_THAT(joined.spans,
              ElementsAre(TextSpan{0, 0, 2, 2}, TextSpan{3, 9, 6, 6}, TextSpan{10, 16, 1, 1}));
}

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  return all;
}

std::vector<PassageText> pieces_of(const DecodedText& decoded,
                                   const std::vector<ByteRange>& lines) {
  std::vector<PassageText> pieces;
  const std::size_t count =
      cut_to_size(decoded, {lines}, [&](PassageText piece) { pieces.push_back(std::move(piece)); });
  EXPECT_EQ(count, pieces.size());
  return pieces;
}

// Every piece ends with one of `last`, unless `last` is empty.
void check_cut(const std::string& text, std::string_view last) {
  const DecodedText decoded = decode(text);
  const auto pieces = pieces_of(decoded, {{0, text.size()}});
  ASSERT_GT(pieces.size(), 1U);
  std::size_t end = 0;
  for (const PassageText& piece : pieces) {
    EXPECT_LE(piece.text.size(), kPieceBytes);
    ASSERT_EQ(piece.spans.size(), 1U);
    const TextSpan span = piece.spans.front();
    EXPECT_EQ(text.substr(span.file_begin, span.file_length), piece.text);
    EXPECT_EQ(text.find_first_not_of(' ', end), span.file_begin);
    end = span.file_begin + span.file_length;
    EXPECT_TRUE(last.empty() || last.find(piece.text.back()) != std::string_view::npos);
  }
  EXPECT_EQ(text.find_first_not_of(' ', end), std::string::npos);
}

TEST(CutToSize, LeavesPassagesUpToTheLimitWhole) {
  const std::string text(kMaxPassageBytes, 'a');
  EXPECT_EQ(pieces_of(decode(text), {{0, text.size()}}).size(), 1U);
}

TEST(CutToSize, CutsAtSentencesThenWordsThenCharacters) {
  check_cut(repeated("Russia signed the pact. 중국은 기다렸다. ", kMaxPassageBytes + 1), ".");
  check_cut(repeated("words without end 끝없는 낱말 ", kMaxPassageBytes + 1), "");
  check_cut(repeated("한", kMaxPassageBytes + 1), "");
  check_cut(repeated("a", kMaxPassageBytes * 2), "");
}

TEST(CutToSize, CutsLinesAsIfTheyWereOne) {
  const std::vector<std::string> table = {"Russia signed the pact and waited.",
                                          "중국은 오래 기다렸다.", "S-400을 인도에 sold.", "한",
                                          repeated("words 낱말 ", 3 * kPieceBytes) + "end."};
  for (const std::string& line : table) {
    std::string lines, one;
    std::vector<ByteRange> ranges;
    while (lines.size() <= 2 * kMaxPassageBytes) {
      ranges.push_back({lines.size(), lines.size() + line.size()});
      lines += line + "\n";
      one += (one.empty() ? "" : " ") + line;
    }
    const auto expected = pieces_of(decode(one), {{0, one.size()}});
    const auto pieces = pieces_of(decode(lines), ranges);
    ASSERT_EQ(pieces.size(), expected.size()) << line.substr(0, 40);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      ASSERT_EQ(pieces[i].text, expected[i].text);
      for (const TextSpan& span : pieces[i].spans) {
        ASSERT_EQ(lines.substr(span.file_begin, span.file_length),
                  pieces[i].text.substr(span.text_begin, span.length));
      }
    }
  }
}

TEST(MakePassage, FillsSentencesLanguageAndCitations) {
  const std::string text =
      "러시아가 서명했다. 중국은 (source: go-public-web-eng-1-0-0; 통신) 기다렸다.";
  const Passage passage =
      make_passage(join_lines(decode(text), {{{0, text.size()}}}), PassageKind::kBody);
  EXPECT_EQ(passage.language, "ko");
  EXPECT_EQ(passage.sentences.size(), 2U);
  EXPECT_EQ(passage.bytes, (ByteRange{0, text.size()}));
  ASSERT_EQ(passage.citations.size(), 2U);
  EXPECT_EQ(passage.citations[0].source, "go-public-web-eng-1-0-0");
  EXPECT_EQ(passage.citations[0].sentence, 2U);
  EXPECT_EQ(passage.citations[1].source, "통신");
  EXPECT_EQ(passage.citations[1].form, Citation::Form::kOther);
}

TEST(MakePassage, TakesIdsOfASourceListForNoCitations) {
  const std::string text = "Title - Ledger (go-public-web-eng-1-0-0)";
  const Passage passage =
      make_passage(join_lines(decode(text), {{{0, text.size()}}}), PassageKind::kSource);
  EXPECT_THAT(passage.citations, IsEmpty());
  EXPECT_EQ(passage.sentences.size(), 1U);
}

}  // namespace
}  // namespace ibid
