// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/text_pages/searched_forms.h"

#include <algorithm>
#include <array>

namespace ibid {
namespace {

// The English is that of the certificates, to the letter.
constexpr std::array kForms = std::to_array<Wording>({
    {"to the byte", "글자 그대로"},
    {"in normal form: quotes, dashes, spaces, case, Unicode form, diacritics",
     "따옴표, 줄표, 띄어쓰기, 대소문자, 문자 표기, 발음 부호를 통일해서"},
    {"in order, with an ellipsis standing for words left out",
     "말줄임표 자리의 말이 빠진 것으로 보고 차례대로"},
    {"with and without citation marks", "출처 표시를 넣고도 빼고도"},
    {"over the end of a passage into the next", "이어진 두 대목에 걸쳐서"},
    {"by its rarest words, for the nearest passage", "가장 드문 낱말로 가까운 대목을"},
    {"words by their stems, and Korean words without particles",
     "낱말은 어간으로, 한국어는 조사를 떼고"},
    {"Korean words inside longer ones", "더 긴 한국어 낱말 속에서도"},
    {"figures however written", "수치는 표기와 상관없이"},
    {"names as typed", "이름은 적은 그대로"},
    {"names as typed: the index holds no other name of them",
     "이름은 적은 그대로(색인에 다른 이름이 없음)"},
});
// What follows are the names.
constexpr std::string_view kNames = "names as typed, and ";
constexpr Wording kNamesAnd{"names as typed, and {0}", "이름은 적은 그대로, 그리고 {0}"};

}  // namespace

std::string searched_form(const PageVisit& visit, std::string_view form) {
  const auto known = std::ranges::find_if(
      kForms, [&](const Wording& words) { return words.in(PageLanguage::kEnglish) == form; });
  if (known != kForms.end()) return visit.say(*known);
  if (form.starts_with(kNames)) return visit.say(kNamesAnd, form.substr(kNames.size()));
  return std::string(form);
}

}  // namespace ibid
