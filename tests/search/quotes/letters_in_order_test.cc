// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/forms/letters_in_order.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/report/note_marks.h"
#include "corpus/text/code_points.h"
#include "tests/support/sample_index.h"

namespace ibid::testing {
namespace {

// What is compared by the full normal form, which the letters must be of.
std::string letters_of_form(const std::string& text, const std::vector<ByteRange>& skip) {
  std::string letters;
  for (const NormalChar& c : normal_form(text, skip)) {
    const bool plain =
        (c.ch >= U'a' && c.ch <= U'z') || is_ascii_digit(c.ch) || (c.ch >= U'가' && c.ch <= U'힣');
    if (plain) append_utf8(letters, c.ch);
  }
  return letters;
}

LettersInOrder letters_of(const std::string& quotation) {
  const NormalText form = normal_form(quotation, {});
  return {form, pieces_of(form)};
}

TEST(LettersInOrder, AreThoseOfTheNormalForm) {
  SampleIndex samples;
  std::size_t plain = 0, marked = 0;
  for (const Report& report : samples.reports()) {
    for (const Passage& passage : report.passages) {
      const std::vector<ByteRange> marks = unquoted_marks(passage.text);
      for (const auto& skip : {std::vector<ByteRange>(), marks}) {
        const auto letters = plain_letters(passage.text, skip);
        if (!letters) continue;
        ++(skip.empty() ? plain : marked);
        EXPECT_EQ(*letters, letters_of_form(passage.text, skip)) << passage.id;
      }
    }
  }
  EXPECT_GT(plain, 150U);
  EXPECT_GT(marked, 50U);
}

TEST(LettersInOrder, AreUnknownOfCharactersThatBecomeLettersOrVanish) {
  for (const char* text :
       {"é", "ﬁ", "Ａ", "H₂O", "rose³", "a\u200Bb", "e\u0301", "각\u11A8", "㎡", "①", "†", "5′"}) {
    EXPECT_FALSE(plain_letters(text, {})) << text;
    EXPECT_TRUE(letters_of("zebra").may_be_in(text, {})) << text;
    EXPECT_TRUE(letters_of("zebra").may_be_with_marks_or_without(text)) << text;
  }
}

struct Case {
  std::string text, quotation;
  bool whole, with_marks_or_without;
};

TEST(LettersInOrder, SpareOnlyTextsThatCannotHoldTheQuotation) {
  const std::vector<Case> cases = {
      {"The pact names four ports.", "FOUR  ports", true, true},
      {"The pact names four ports.", "five ports", false, false},
      {"The pact names four ports.", "pact … ports", true, true},
      {"The pact names four ports.", "ports … pact", false, true},
      {"국방 협정을 맺었다.", "국방협정을", true, false},  // the normal form has a space there
      {"국방 협정을 맺었다.", "협정이", false, false},
      {"Exports rose[12] there.", "rose there", false, true},
      {"Exports rose [12]there.", "rosethere", false, true},
      {"The pact (source: go-public-web-eng-1-0-0) holds.", "pact holds", false, true},
      {"보도 go-public-web-eng-1-0-0에 따르면", "보도에 따르면", false, true},
      {"늘었다2)고 한다", "늘었다고 한다", false, true},
      {"수출은 19일 늘었다고 한다", "수출은 20일", false, false},
  };
  for (const Case& each : cases) {
    const LettersInOrder letters = letters_of(each.quotation);
    EXPECT_EQ(letters.may_be_in(each.text, {}), each.whole) << each.text << " | " << each.quotation;
    EXPECT_EQ(letters.may_be_with_marks_or_without(each.text), each.with_marks_or_without)
        << each.text << " | " << each.quotation;
  }
}

struct BreakCase {
  std::string first, second, quotation;
  bool out_of, into;
};

TEST(LettersInOrder, RunOverABreakOnlyByTheLettersThere) {
  const std::vector<BreakCase> cases = {
      {"They signed a pact.", "Ports are named.", "a pact. Ports are", true, true},
      {"They signed a pact.", "Ports are named.", "a pact. Isles are", true, false},
      {"They signed a deal.", "Ports are named.", "a pact. Ports are", false, true},
      {"They signed a pact (source: go-public-web-eng-1-0-0).", "Ports are", "pact. Ports", true,
       true},
      {"a pact (source: go-public", "web) Ports", "pact Ports", true, true},
      {"협정을 맺었다.", "항구는 넷이다.", "맺었다. 항구는", true, true},
      {"협정을 맺었다.", "항구는 넷이다.", "맺었다. 항만은", true, false},
      {"It said \"so\"", "\"Ports\" are", "\"Ports\"", true, true},
      {"a pact…", "Ports are", "pact … are", true, true},
  };
  for (const BreakCase& each : cases) {
    const LettersInOrder letters = letters_of(each.quotation);
    EXPECT_EQ(letters.may_run_out_of(each.first), each.out_of) << each.first << each.quotation;
    EXPECT_EQ(letters.may_run_into(each.second), each.into) << each.second << each.quotation;
  }
}

TEST(LettersInOrder, SpareNothingFromAQuotationWithoutPlainLetters) {
  EXPECT_TRUE(letters_of("Москва").may_be_in("nothing", {}));
  EXPECT_TRUE(letters_of("Москва").may_be_with_marks_or_without("nothing"));
}

}  // namespace
}  // namespace ibid::testing
