// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/form_words.h"

#include <algorithm>
#include <array>

namespace ibid {
namespace {

struct FormWords {
  std::string_view form;
  Wording words;
};

// All that search/plan and search/hits call a form.
constexpr std::array kForms = std::to_array<FormWords>({
    {"exact", {"exact", "글자 그대로"}},
    {"stem", {"stem", "어간"}},
    {"particle-stripped", {"without its particle", "조사를 뗀 꼴"}},
    {"verb-noun", {"verb of a noun", "명사에서 온 동사"}},
    {"verb", {"form of a verb", "용언 활용형"}},
    {"part", {"part of a compound", "합성어의 일부"}},
    {"bigram", {"two syllables", "두 음절"}},
    {"letters", {"four letters", "네 글자"}},
    {"designator", {"designator", "제식명"}},
    {"joined", {"joined words", "붙여 쓴 말"}},
    {"compound", {"longer word", "더 긴 낱말"}},
    {"spaced", {"spaced otherwise", "다른 띄어쓰기"}},
    {"pair", {"two words side by side", "이어진 두 낱말"}},
    {"all words", {"all words", "모든 낱말"}},
    {"close together", {"close together", "가까이 모임"}},
    {"phrase", {"phrase", "구절"}},
    {"near", {"near each other", "서로 가까움"}},
    {"adj", {"near, in this order", "이 순서로 가까움"}},
    {"wildcard", {"wildcard", "와일드카드"}},
    {"figure", {"figure", "수치"}},
    {"source", {"source", "출처"}},
    {"heading", {"section heading", "장·절 제목"}},
    {"title", {"title of the report", "보고서 제목"}},
    {"entity", {"glossary entry", "용어집 항목"}},
    {"alias", {"other name", "다른 이름"}},
    {"sound", {"spelt by its sound", "소리대로 적은 이름"}},
    {"number", {"number in words", "말로 쓴 수"}},
    {"variant", {"other spelling", "다른 철자"}},
    {"similar spelling", {"similar spelling", "비슷한 철자"}},
});

}  // namespace

std::string form_words(const PageVisit& visit, std::string_view form) {
  const auto known = std::ranges::find(kForms, form, &FormWords::form);
  if (known != kForms.end()) return visit.say(known->words);
  // "alias heading": another name, in a heading.
  const std::size_t space = form.rfind(' ');
  if (space == std::string_view::npos) return std::string(form);
  return form_words(visit, form.substr(0, space)) + ", " +
         form_words(visit, form.substr(space + 1));
}

}  // namespace ibid
