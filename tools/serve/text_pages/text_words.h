// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the pages of quotations and claims say.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::text_words {

// ---- quotations ----
inline constexpr Wording kVerifyQuote{"Verify a quotation", "인용문 확인"};
inline constexpr Wording kQuoteAbout{
    "Paste a quotation, or a draft with quotations. ibid says whether a report has these words.",
    "인용문이나 인용문이 든 원고를 붙여 넣으면, 그 말이 보고서에 그대로 있는지 알려 줍니다."};
inline constexpr Wording kTextToVerify{"Text", "글"};
inline constexpr Wording kReadAs{"Read it as", "글의 종류"};
inline constexpr Wording kOneQuotation{"one quotation", "인용문 하나"};
inline constexpr Wording kDraftOfQuotations{"a draft: every quotation in it",
                                            "원고: 그 안의 모든 인용문"};
inline constexpr Wording kOnlyInReport{"Only in the report (id)", "이 보고서에서만 (ID)"};
inline constexpr Wording kVerify{"Verify", "확인"};
inline constexpr Wording kExact{"exact", "정확히 일치"};
inline constexpr Wording kNormalised{"same words", "표기만 다름"};
inline constexpr Wording kAltered{"altered", "바뀐 인용"};
inline constexpr Wording kAbsent{"not found", "없음"};
inline constexpr Wording kExactSays{"The words are in the reports exactly so.",
                                    "보고서에 글자 그대로 있습니다."};
inline constexpr Wording kNormalisedSays{"The words are in the reports, except for: {0}.",
                                         "다음을 빼면 보고서에 그대로 있습니다: {0}."};
inline constexpr Wording kAlteredSays{"No report says exactly this. The nearest passage differs:",
                                      "똑같은 말은 없습니다. 가장 가까운 대목과 다음이 다릅니다."};
inline constexpr Wording kAbsentSays{"No report says this, nor anything near it.",
                                     "이 말이나 이와 비슷한 말이 보고서에 없습니다."};
inline constexpr Wording kPlaceFound{"Found once", "한 곳에 있음"};
inline constexpr Wording kPlacesFound{"Found {0} times", "{0}곳에 있음"};
inline constexpr Wording kPlacesListed{"Found {0} times, the first {1} are listed",
                                       "{0}곳에 있음, 처음 {1}곳 표시"};
inline constexpr Wording kLeftOutWords{"Left out by the ellipsis", "말줄임표로 빠진 말"};
inline constexpr Wording kSimilarity{"{0} % of the words agree", "낱말 {0} % 일치"};
inline constexpr Wording kReportSays{"The report", "보고서"};
inline constexpr Wording kQuotationSays{"The quotation", "인용문"};
inline constexpr Wording kWhatChanged{"What was changed", "바뀐 부분"};
inline constexpr Wording kChange{"Change", "종류"};
inline constexpr Wording kNothing{"(nothing)", "(없음)"};
inline constexpr Wording kDiffNote{
    "Struck out: in the report only. Underlined: in the quotation only.",
    "취소선: 보고서에만 있는 말. 밑줄: 인용문에만 있는 말."};
inline constexpr Wording kNotInPassages{"It is in a file, in text that is no passage",
                                        "파일에는 있지만 대목이 아닌 글에 있습니다"};
inline constexpr Wording kDraftCount{"Quotations in the draft: {0}", "원고의 인용문: {0}개"};
inline constexpr Wording kDraftFirst{"Only the first {0} are verified.",
                                     "처음 {0}개만 확인했습니다."};
inline constexpr Wording kNoQuotations{
    "There is no quotation in this text: nothing of two words or more in quotation marks, and no "
    "block quote.",
    "이 글에는 인용문이 없습니다. 따옴표 안의 두 낱말 이상이나 인용 단락이 없습니다."};
inline constexpr Wording kLine{"Line", "행"};
inline constexpr Wording kQuotation{"Quotation", "인용문"};
inline constexpr Wording kAttributedTo{"Attributed to", "발언자·출처"};
inline constexpr Wording kResult{"Result", "결과"};
inline constexpr Wording kWhere{"Where", "위치"};
inline constexpr Wording kCitesNamed{"the passage cites the source that the draft names",
                                     "대목이 원고에 적힌 출처를 인용함"};
inline constexpr Wording kCitesOther{"the passage does not cite the source that the draft names",
                                     "대목이 원고에 적힌 출처를 인용하지 않음"};

inline constexpr Wording kFormQuotes{"quotation marks", "따옴표"};
inline constexpr Wording kFormDashes{"dashes", "줄표"};
inline constexpr Wording kFormSpaces{"spaces", "띄어쓰기"};
inline constexpr Wording kFormCase{"capital letters", "대소문자"};
inline constexpr Wording kFormUnicode{"the form of characters", "문자 표기"};
inline constexpr Wording kFormDiacritics{"accents", "발음 부호"};
inline constexpr Wording kFormEllipsis{"an ellipsis", "말줄임표"};
inline constexpr Wording kFormEnd{"punctuation at the end", "끝의 문장 부호"};
inline constexpr Wording kFormMark{"a citation mark", "출처 표시"};
inline constexpr Wording kFormBreak{"a break between passages", "대목 나눔"};
inline constexpr Wording kFormMarkup{"signs of layout", "서식 기호"};

inline constexpr Wording kChangeNegation{"negation", "부정"};
inline constexpr Wording kChangeNumber{"number", "숫자"};
inline constexpr Wording kChangeName{"name", "이름"};
inline constexpr Wording kChangeRestriction{"restriction", "한정"};
inline constexpr Wording kChangeHedge{"hedge", "추정 표현"};
inline constexpr Wording kChangeWording{"wording", "표현"};
inline constexpr Wording kChangeInflection{"form of a word", "어미·조사"};
inline constexpr Wording kChangePunctuation{"punctuation", "문장 부호"};

// ---- claims ----
inline constexpr Wording kCheckClaims{"Compare claims with the reports", "주장을 보고서와 비교"};
inline constexpr Wording kCheckAbout{
    "Paste claims, one a line, or a text. For each: the passage that is most about it, its source, "
    "and what it says differently.",
    "주장을 한 줄에 하나씩 넣거나 글을 통째로 붙여 넣으면, 가장 가까운 대목과 그 출처, 내용이 다른 "
    "곳을 보여 줍니다."};
inline constexpr Wording kClaimPerLine{"claims, one a line", "한 줄에 주장 하나"};
inline constexpr Wording kClaimPerSentence{"a text: each sentence is a claim",
                                           "글: 문장마다 주장 하나"};
inline constexpr Wording kCompare{"Compare", "비교"};
inline constexpr Wording kClaimCount{"Claims: {0}, with a passage: {1}",
                                     "주장 {0}개, 대목이 있는 것 {1}개"};
inline constexpr Wording kClaimsFirst{"Only the first {0} claims are compared.",
                                      "처음 {0}개 주장만 비교했습니다."};
inline constexpr Wording kClaimNoteOnPage{
    "This measures the overlap of words, names and figures. It says where to read, not whether a "
    "claim is so.",
    "낱말·이름·숫자가 겹치는 정도입니다. 어디를 읽을지 알려 줄 뿐, 주장이 맞는지는 말하지 "
    "않습니다."};
inline constexpr Wording kClaim{"Claim", "주장"};
inline constexpr Wording kNearestPassage{"Nearest passage", "가장 가까운 대목"};
inline constexpr Wording kHolds{"Holds", "있는 내용"};
inline constexpr Wording kLacks{"Lacks", "없는 내용"};
inline constexpr Wording kDifferently{"Says differently", "다른 내용"};
inline constexpr Wording kOtherFigure{"{0}: here {1}", "{0}: 여기서는 {1}"};
inline constexpr Wording kDeniesIt{"“{0}”: here “{1}”, a denial on one side",
                                   "“{0}”: 여기서는 “{1}”, 한쪽이 부정"};
inline constexpr Wording kReversesIt{"“{0}”: here “{1}”, the other way round",
                                     "“{0}”: 여기서는 “{1}”, 반대 방향"};
inline constexpr Wording kNoPassageFor{"No passage holds enough of it.",
                                       "이 주장을 충분히 담은 대목이 없습니다."};
inline constexpr Wording kAlikeMore{"nearly alike: {0} more", "거의 같은 대목 {0}개 더"};
inline constexpr Wording kMorePassages{"More passages: {0}", "대목 더 보기: {0}"};
inline constexpr Wording kClaimError{"This line cannot be compared: {0}",
                                     "이 줄은 비교할 수 없습니다: {0}"};
inline constexpr Wording kPassageCites{"cites", "출처"};
inline constexpr Wording kPassageCitesNone{"cites no source", "출처 없음"};

// ---- what was searched ----
inline constexpr Wording kCertificate{"What was searched", "검색한 범위"};
inline constexpr Wording kSearchedDates{"reports of {0} to {1}", "{0}부터 {1}까지의 보고서"};
inline constexpr Wording kSearchedUndated{"without a date: {0}", "날짜 없음: {0}"};
inline constexpr Wording kSearchedReport{"only the report {0}", "보고서 {0}에서만"};
inline constexpr Wording kSearchedGeneration{"generation {0} of the index", "색인 {0}세대"};
inline constexpr Wording kSearchedForms{"Forms that were tried", "찾아본 형태"};
inline constexpr Wording kNearestShare{"The nearest passage agrees in {0} %.",
                                       "가장 가까운 대목은 {0} % 일치합니다."};
inline constexpr Wording kSearchedNotAll{
    "Not all pairs of neighbouring passages were searched: the words are too common.",
    "낱말이 너무 흔해, 이어진 두 대목에 걸친 경우를 모두 찾아보지는 않았습니다."};
inline constexpr Wording kLeftOutNotAll{
    "Not all text that files hold beside their passages was searched.",
    "파일에서 대목이 아닌 글을 모두 찾아보지는 않았습니다."};
inline constexpr Wording kTextTooLong{"The text is longer than {0} bytes.",
                                      "글이 {0}바이트보다 깁니다."};

}  // namespace ibid::text_words
