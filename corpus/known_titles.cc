// SPDX-License-Identifier: GPL-2.0-or-later
//
// See known_titles.h.
#include "corpus/known_titles.h"

#include <algorithm>
#include <array>

#include "corpus/code_points.h"

namespace ibid {
namespace {

struct KnownTitle {
  std::string_view title;  // lower case
  PassageKind kind;
};

constexpr auto kTitles = std::to_array<KnownTitle>({
    {"summary", PassageKind::kSummary},
    {"executive summary", PassageKind::kSummary},
    {"report summary", PassageKind::kSummary},
    {"abstract", PassageKind::kSummary},
    {"overview", PassageKind::kSummary},
    {"key takeaways", PassageKind::kSummary},
    {"key findings", PassageKind::kSummary},
    {"요약", PassageKind::kSummary},
    {"요약문", PassageKind::kSummary},
    {"핵심 요약", PassageKind::kSummary},
    {"보고서 요약", PassageKind::kSummary},
    {"개요", PassageKind::kSummary},
    {"초록", PassageKind::kSummary},
    {"conclusion", PassageKind::kConclusion},
    {"conclusions", PassageKind::kConclusion},
    {"concluding remarks", PassageKind::kConclusion},
    {"결론", PassageKind::kConclusion},
    {"결론 및 시사점", PassageKind::kConclusion},
    {"결론 및 전망", PassageKind::kConclusion},
    {"맺음말", PassageKind::kConclusion},
    {"맺는말", PassageKind::kConclusion},
    {"마무리", PassageKind::kConclusion},
    {"나가며", PassageKind::kConclusion},
    {"glossary", PassageKind::kGlossary},
    {"glossary of terms", PassageKind::kGlossary},
    {"용어집", PassageKind::kGlossary},
    {"용어 설명", PassageKind::kGlossary},
    {"용어설명", PassageKind::kGlossary},
    {"용어 해설", PassageKind::kGlossary},
    {"용어해설", PassageKind::kGlossary},
    {"용어 사전", PassageKind::kGlossary},
    {"용어 정리", PassageKind::kGlossary},
    {"source documents", PassageKind::kSource},
    {"source document", PassageKind::kSource},
    {"sources", PassageKind::kSource},
    {"references", PassageKind::kSource},
    {"bibliography", PassageKind::kSource},
    {"works cited", PassageKind::kSource},
    {"출처", PassageKind::kSource},
    {"출처 문서", PassageKind::kSource},
    {"출처문서", PassageKind::kSource},
    {"출처 목록", PassageKind::kSource},
    {"원문 출처", PassageKind::kSource},
    {"참고 문헌", PassageKind::kSource},
    {"참고문헌", PassageKind::kSource},
    {"참고 자료", PassageKind::kSource},
    {"참고자료", PassageKind::kSource},
});

constexpr auto kContentsTitles = std::to_array<std::string_view>(
    {"table of contents", "contents", "목차", "목 차", "차례", "차 례"});

// Found anywhere in a line.
constexpr auto kFurniturePhrases = std::to_array<std::string_view>({"support javascript",
                                                                    "enable javascript",
                                                                    "requires javascript",
                                                                    "javascript is disabled",
                                                                    "javascript is not enabled",
                                                                    "javascript must be enabled",
                                                                    "without javascript",
                                                                    "turn on javascript",
                                                                    "skip to content",
                                                                    "skip to main content",
                                                                    "skip navigation",
                                                                    "uses cookies",
                                                                    "use cookies",
                                                                    "use of cookies",
                                                                    "accept cookies",
                                                                    "accept all cookies",
                                                                    "cookie settings",
                                                                    "cookie policy",
                                                                    "자바스크립트",
                                                                    "본문 바로가기",
                                                                    "본문으로 바로가기",
                                                                    "본문으로 건너뛰기",
                                                                    "메뉴 바로가기",
                                                                    "메뉴 건너뛰기",
                                                                    "쿠키를 사용",
                                                                    "쿠키 설정",
                                                                    "쿠키 정책"});

// The whole line.
constexpr auto kFurnitureLines = std::to_array<std::string_view>(
    {"menu",     "home",      "share",      "print",    "search", "log in",  "login",    "sign in",
     "sign up",  "subscribe", "loading...", "메뉴",     "홈",     "공유",    "공유하기", "인쇄",
     "인쇄하기", "검색",      "로그인",     "회원가입", "구독",   "구독하기"});

constexpr std::size_t kLongestTitle = 200;       // bytes; longer lines are none of these
constexpr std::size_t kLongestFurniture = 1000;  // bytes; a cookie notice is a paragraph

// Lower case, one space between words, no colon at the end.
std::string normal_title(std::string_view title) {
  std::string normal;
  bool space = false;
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t begin = at;
    if (is_space(next_code_point(title, at))) {
      space = !normal.empty();
      continue;
    }
    if (space) normal += ' ';
    space = false;
    normal.append(title.substr(begin, at - begin));
  }
  normal = ascii_lower(normal);
  while (!normal.empty() && (normal.back() == ':' || normal.back() == ' ')) normal.pop_back();
  return normal;
}

std::optional<PassageKind> find_kind(std::string_view normal) {
  const auto found = std::find_if(kTitles.begin(), kTitles.end(),
                                  [&](const KnownTitle& known) { return known.title == normal; });
  if (found == kTitles.end()) return {};
  return found->kind;
}

}  // namespace

std::optional<PassageKind> kind_of_title(std::string_view title) {
  if (title.size() > 2 * kLongestTitle) return {};
  const std::string normal = normal_title(title);
  if (const auto kind = find_kind(normal)) return kind;
  const std::size_t more = normal.find_first_of(":(/|");
  if (more == std::string::npos) return {};
  return find_kind(trim(std::string_view(normal).substr(0, more)));
}

bool is_known_heading(std::string_view line) {
  return line.size() <= kLongestTitle && find_kind(normal_title(line)).has_value();
}

bool is_contents_title(std::string_view line) {
  if (line.size() > kLongestTitle) return false;
  const std::string normal = normal_title(line);
  return std::find(kContentsTitles.begin(), kContentsTitles.end(), normal) != kContentsTitles.end();
}

bool is_furniture(std::string_view line) {
  if (line.size() > kLongestFurniture) return false;
  const std::string normal = normal_title(line);
  const auto in_line = [&](std::string_view phrase) {
    return normal.find(phrase) != std::string::npos;
  };
  return std::any_of(kFurniturePhrases.begin(), kFurniturePhrases.end(), in_line) ||
         std::find(kFurnitureLines.begin(), kFurnitureLines.end(), normal) != kFurnitureLines.end();
}

}  // namespace ibid
