// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the pages of an audit say.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::audit_words {

inline constexpr Wording kAuditTitle{"Audit of attribution", "출처 표시 점검"};
inline constexpr Wording kAuditOf{"Audit of “{0}”", "“{0}” 점검"};
inline constexpr Wording kAuditOfPassages{"Only passages that match {0}", "{0}에 맞는 대목만"};
inline constexpr Wording kNoJudgement{"Nothing here judges whether a source supports a sentence.",
                                      "출처가 문장을 뒷받침하는지는 여기서 판단하지 않습니다."};
inline constexpr Wording kError{"1 error", "오류 1개"};
inline constexpr Wording kErrors{"{0} errors", "오류 {0}개"};
inline constexpr Wording kWarning{"1 warning", "경고 1개"};
inline constexpr Wording kWarnings{"{0} warnings", "경고 {0}개"};
inline constexpr Wording kNote{"1 note", "참고 1개"};
inline constexpr Wording kNotes{"{0} notes", "참고 {0}개"};
inline constexpr Wording kAcceptedOne{"1 accepted", "승인 1개"};
inline constexpr Wording kAcceptedCount{"{0} accepted", "승인 {0}개"};
inline constexpr Wording kInPart{
    "Only a part of {0} matches: rules on a report as a whole were left out there.",
    "{0}: 일부 대목만 해당하므로 보고서 전체를 보는 규칙은 적용하지 않았습니다."};
inline constexpr Wording kUnrecognised{
    "No citation was recognised in {0}: nothing there is called uncited.",
    "{0}: 출처 표시를 알아볼 수 없어 ‘출처 없음’으로 지적하지 않았습니다."};
inline constexpr Wording kFewCited{"Few citations in {0}: nothing there is called uncited.",
                                   "{0}: 출처 표시가 드물어 ‘출처 없음’으로 지적하지 않았습니다."};
inline constexpr Wording kChangedMeanwhile{"The index changed while it was audited.",
                                           "점검하는 동안 색인이 바뀌었습니다."};
inline constexpr Wording kNothingAudited{"There is no report to audit.",
                                         "점검할 보고서가 없습니다."};

inline constexpr Wording kPassageRecall{"passages with a source", "출처가 있는 대목"};
inline constexpr Wording kCitationRecall{"sentences with a citation", "출처 표시가 있는 문장"};
inline constexpr Wording kFigureRecall{"figures with a source", "출처가 있는 수치·날짜"};
inline constexpr Wording kCitationPrecision{"sound citations", "올바른 출처 표시"};
inline constexpr Wording kLargestShare{"most cited source", "가장 많이 인용된 출처"};
inline constexpr Wording kShareWords{"{0} of {1}, {2}", "{1} 중 {0}, {2}"};

inline constexpr Wording kShares{"Attribution", "출처 표시"};
inline constexpr Wording kSharesSays{"Shares of all reports that were audited",
                                     "점검한 모든 보고서의 비율"};
inline constexpr Wording kByReport{"By report", "보고서별"};
inline constexpr Wording kByReportSays{"Passages with a source, of each report, the smallest first",
                                       "보고서별로 본, 출처가 있는 대목의 비율(낮은 순)"};
inline constexpr Wording kReportsShown{
    "The {0} with the smallest shares are drawn; the table has {1}.",
    "비율이 낮은 {0}건만 그렸습니다. 표에는 {1}건이 있습니다."};
inline constexpr Wording kBySection{"By section", "장별"};
inline constexpr Wording kBySectionSays{
    "Shares of each top-level section, in the order of the text", "장별 비율(본문 순)"};
inline constexpr Wording kSection{"Section", "장"};
inline constexpr Wording kShareOf{"Share", "비율"};

inline constexpr Wording kLargestSources{"Largest sources", "많이 인용된 출처"};
inline constexpr Wording kLargestSourcesSays{
    "Passages that cite each source, of all that cite any",
    "출처를 인용한 대목 가운데 각 출처를 인용한 대목의 비율"};
inline constexpr Wording kCitedFrom{"First", "처음"};
inline constexpr Wording kCitedTo{"Last", "마지막"};
inline constexpr Wording kReportsHead{"Reports", "보고서"};
inline constexpr Wording kOneSource{"Dependence on one source", "출처 한 곳에 의존"};
inline constexpr Wording kOneSourceSays{
    "Reports of which half or more of the citing passages cite the same source",
    "출처를 인용한 대목의 절반 이상이 같은 출처를 인용하는 보고서"};
inline constexpr Wording kNoOneSource{
    "No report rests on one source for half of its citations.",
    "인용의 절반 이상을 출처 한 곳에 의존하는 보고서가 없습니다."};
inline constexpr Wording kTimeline{"Over time", "시기별"};
inline constexpr Wording kTimelineSays{
    "Passages by month of their report; the lower part of a bar: those with a source",
    "보고서 월별 대목 수. 막대 아래쪽은 출처가 있는 대목"};
inline constexpr Wording kMonthWords{"{0}: {1}, {2} with a source", "{0}: {1}, 출처 있음 {2}개"};
inline constexpr Wording kMonth{"Month", "월"};
inline constexpr Wording kWithSource{"With a source", "출처 있음"};
inline constexpr Wording kUndatedLeftOut{"Without a date: {0}.", "날짜 없음: {0}."};
inline constexpr Wording kSpans{"When the largest sources are cited",
                                "많이 인용된 출처의 인용 시기"};
inline constexpr Wording kSpansSays{"From the first to the last report that cites each",
                                    "인용한 첫 보고서부터 마지막 보고서까지"};
inline constexpr Wording kTogether{"Sources cited together", "함께 인용된 출처"};
inline constexpr Wording kTogetherSays{
    "Which sources the same passages cite, of the {0} that are cited most in the whole index",
    "색인 전체에서 많이 인용된 출처 {0}개 가운데 같은 대목에 인용된 것"};
inline constexpr Wording kAsMatrix{"As a matrix of {0} sources", "출처 {0}개를 행렬로"};
inline constexpr Wording kNoneTogether{"No passage cites two of them.",
                                       "둘을 함께 인용한 대목이 없습니다."};
inline constexpr Wording kBoth{"{0}: cited together by {1}", "{0}: 함께 인용한 {1}"};
inline constexpr Wording kFirstSource{"Source", "출처"};
inline constexpr Wording kSecondSource{"Together with", "함께 인용된 출처"};

inline constexpr Wording kNotCompared{
    "Reports were not compared with each other: repeats and figures that disagree are not listed.",
    "보고서끼리 비교하지 않아, 되풀이된 글과 서로 어긋나는 수치는 나오지 않습니다."};
inline constexpr Wording kCompareThem{"Compare them; this takes minutes in a large index",
                                      "비교하기 (색인이 크면 몇 분 걸립니다)"};
inline constexpr Wording kDisagreeing{"Figures that disagree", "서로 어긋나는 수치"};
inline constexpr Wording kDisagreeingAll{"All {0} of them", "{0}개 모두 보기"};
inline constexpr Wording kFindingsTitle{"Findings", "점검 결과"};
inline constexpr Wording kNoFindingsLeft{"There are no findings that were asked for.",
                                         "조건에 맞는 점검 결과가 없습니다."};
inline constexpr Wording kFindingsCut{
    "Only the first {0} findings are kept for this page; ask for a query or a report to see "
    "others.",
    "이 페이지에는 처음 {0}개만 있습니다. 나머지는 검색식이나 보고서를 정해서 보십시오."};
inline constexpr Wording kRule{"Rule", "규칙"};
inline constexpr Wording kFinding{"Finding", "내용"};
inline constexpr Wording kPlace{"Place", "위치"};
inline constexpr Wording kBeside{"beside", "비교"};
inline constexpr Wording kPassageCitesOnly{"the passage cites {0}", "대목의 출처: {0}"};
inline constexpr Wording kAccept{"Accept", "승인"};
inline constexpr Wording kTakeBack{"Take back", "승인 취소"};
inline constexpr Wording kLevelError{"error", "오류"};
inline constexpr Wording kLevelWarning{"warning", "경고"};
inline constexpr Wording kLevelNote{"note", "참고"};
inline constexpr Wording kIsAccepted{"accepted", "승인됨"};
inline constexpr Wording kToFix{"To fix", "고치려면"};
inline constexpr Wording kMeaning{"Meaning", "뜻"};
inline constexpr Wording kRulesTitle{"What the rules mean, and how to fix what they find",
                                     "규칙의 뜻과 고치는 법"};
inline constexpr Wording kCount{"Findings", "개수"};

inline constexpr Wording kFilters{"Filters", "조건"};
inline constexpr Wording kOnlyMatching{"Only passages that match", "검색식에 맞는 대목만"};
inline constexpr Wording kLeastLevel{"Level", "심각도"};
inline constexpr Wording kAllLevels{"notes and above", "참고 이상"};
inline constexpr Wording kWarningsUp{"warnings and above", "경고 이상"};
inline constexpr Wording kErrorsOnly{"errors only", "오류만"};
inline constexpr Wording kOnlyRules{"Only these rules", "이 규칙만"};
inline constexpr Wording kOfReport{"Of the report (id)", "보고서 (ID)"};
inline constexpr Wording kExpectCitations{
    "call passages uncited also where no citation was recognised",
    "출처 표시를 알아보지 못한 보고서에도 적용"};
inline constexpr Wording kShowAccepted{"show accepted ones, too", "승인한 것도 보기"};
inline constexpr Wording kBaseline{"Accepted findings (baseline)", "승인한 결과(기준선)"};
inline constexpr Wording kBaselineSays{
    "Lines of a baseline file of ibid audit. Up to {0} of them go into the address of the page, "
    "which can be sent on; more hold for this answer only.",
    "ibid audit 기준선 파일의 줄을 붙여 넣습니다. {0}개까지는 페이지 주소에 담겨 링크로 보낼 수 "
    "있고, 더 많으면 이 화면에만 적용됩니다."};
inline constexpr Wording kApplyBaseline{"Apply", "적용"};
inline constexpr Wording kDownloadBaseline{"Download as a baseline", "기준선으로 내려받기"};
inline constexpr Wording kLinkToThis{"Link to this view", "이 화면의 링크"};
inline constexpr Wording kNotInLink{"The pasted baseline is not part of this link.",
                                    "붙여 넣은 기준선은 링크에 들어 있지 않습니다."};
inline constexpr Wording kToReport{"The report", "보고서 보기"};
inline constexpr Wording kToDashboard{"Audit of all reports", "모든 보고서 점검"};

}  // namespace ibid::audit_words
