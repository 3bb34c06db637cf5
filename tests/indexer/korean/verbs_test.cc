// SPDX-License-Identifier: GPL-2.0-or-later
//
// The forms of a verb have one form in -아/어, as the school grammar makes it; nouns have none.
#include "indexer/korean/verbs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/korean_text.h"

namespace ibid {
namespace {

using testing::to_utf8;

std::string infinitive_in(std::u32string_view word) {
  const auto form = verb_form(word);
  return form ? to_utf8(form->infinitive) : std::string();
}

struct Verb {
  std::u32string infinitive;
  std::vector<std::u32string> forms;
};

void expect_forms(const std::vector<Verb>& verbs) {
  for (const Verb& verb : verbs) {
    for (const std::u32string& form : verb.forms) {
      EXPECT_EQ(infinitive_in(form), to_utf8(verb.infinitive)) << to_utf8(form);
    }
  }
}

TEST(VerbForm, UndoesContractions) {
  expect_forms({
      {U"밝혀",
       {U"밝히다", U"밝혔다", U"밝힌", U"밝히는", U"밝힐", U"밝혀", U"밝히었다", U"밝혔으며"}},
      {U"보내", {U"보내다", U"보냈다", U"보낸", U"보내고", U"보냅니다", U"보냈습니다", U"보냈던"}},
      {U"떠나", {U"떠나다", U"떠났다", U"떠난", U"떠날", U"떠나면", U"떠나겠다", U"떠남"}},
      {U"봐", {U"보다", U"봤다", U"보았다", U"보면서", U"봅니다"}},
      {U"줘", {U"주다", U"줬다", U"주었다", U"준다"}},
      {U"나눠", {U"나누다", U"나눴다", U"나누었다", U"나눈", U"나누는"}},
      {U"움직여", {U"움직이다", U"움직였다", U"움직인다", U"움직여서"}},
      {U"이뤄져", {U"이뤄졌다", U"이뤄진다"}},
  });
}

TEST(VerbForm, TakesEndingsOffStemsOfOneSyllable) {
  expect_forms({
      {U"먹어", {U"먹다", U"먹었다", U"먹는", U"먹은", U"먹으면", U"먹고"}},
      {U"받아", {U"받다", U"받았다", U"받는다", U"받을"}},
      {U"가", {U"가다", U"갔다", U"간다", U"갑니다", U"가면서", U"갔던"}},
      {U"없어", {U"없다", U"없었다", U"없는", U"없으면"}},
  });
}

TEST(VerbForm, KnowsStemsThatChange) {
  expect_forms({
      {U"도와", {U"돕다", U"도왔다", U"도운", U"도우면", U"돕는"}},
      {U"어려워", {U"어렵다", U"어려웠다", U"어려운", U"어려울", U"어렵고"}},
      {U"지어", {U"짓다", U"지었다", U"지은", U"짓는"}},
      {U"져", {U"지다", U"졌다", U"진다"}},
      {U"깨달아", {U"깨닫다", U"깨달았다", U"깨달은", U"깨닫는"}},
      {U"몰라", {U"모르다", U"몰랐다", U"모르는", U"모른다"}},
      {U"따라", {U"따르다", U"따랐다", U"따르면", U"따른"}},
      {U"커", {U"크다", U"컸다"}},
      {U"모아", {U"모으다", U"모았다", U"모은", U"모을"}},
      {U"만들어", {U"만들다", U"만들었다", U"만든", U"만드는", U"만듭니다", U"만들"}},
      {U"이르러", {U"이르다", U"이르렀다"}},
      {U"잡아", {U"잡다", U"잡았다", U"잡은"}},
  });
}

// Nouns and names, also those that end as a verb does; verbs of nouns, which have their noun.
TEST(VerbForm, LeavesOtherWordsAlone) {
  for (const std::u32string_view word :
       {U"사고",       U"보고",     U"가지",   U"기자", U"경기",   U"북한",       U"회담",
        U"대통령",     U"미국은",   U"캐나다", U"바다", U"르완다", U"우간다", U"학생이었다", U"위원회였다",
        U"나는",       U"이는",     U"잡지",   U"신은", U"이름의", U"여기에",     U"강화했다",
        U"발표하면서", U"체결됐다", U"있었다", U"했다", U"되었다", U"않는다",     U"것이다",
        U"정부를",     U"날",       U""}) {
    EXPECT_EQ(infinitive_in(word), "") << to_utf8(word);
  }
}

// A verb that is in no list is known by its past tense and by endings that only verbs have.
TEST(VerbForm, KnowsUnlistedVerbsByTheirEndings) {
  expect_forms({
      {U"휘갈겨", {U"휘갈겼다", U"휘갈기다", U"휘갈긴다", U"휘갈기겠다"}},
  });
  EXPECT_EQ(infinitive_in(U"휘갈기는"), "");
}

TEST(VerbForm, TellsWhereTheStemEnds) {
  EXPECT_EQ(verb_form(U"밝혔다")->stem, 2U);
  EXPECT_EQ(verb_form(U"먹었습니다")->stem, 1U);
  EXPECT_EQ(verb_form(U"떨어진")->stem, 3U);
  EXPECT_TRUE(verb_form(U"휘갈겼다")->certain);
  EXPECT_FALSE(verb_form(U"휘갈기다")->certain);
}

TEST(VerbForm, BoundsLongWords) {
  EXPECT_EQ(infinitive_in(std::u32string(5000, U'가') + U"았다"), "");
}

}  // namespace
}  // namespace ibid
