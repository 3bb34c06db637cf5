// SPDX-License-Identifier: GPL-2.0-or-later
//
// See masthead.h.
#include "corpus/layout/masthead.h"

#include <algorithm>
#include <array>

#include "corpus/dates/find_date.h"
#include "corpus/dates/month_names.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

struct Kind {
  std::string_view kind;  // lower case
  bool release = false;
};

constexpr std::array kKinds = std::to_array<Kind>({
#include "corpus/word_lists/document_kinds.inc"
});

constexpr std::array kInstitutionWords = std::to_array<std::string_view>({
#include "corpus/word_lists/institution_words.inc"
});

// Small words of English names.
constexpr std::array kNameParticles =
    std::to_array<std::string_view>({"of", "for", "the", "and", "on", "in", "at", "de", "to", "&"});

// Words of an issue number: "No. 12", "제17호", "Vol. 3".
constexpr std::array kIssueWords = std::to_array<std::string_view>(
    {"no", "vol", "issue", "number", "series", "nr", "제", "호", "권", "통권", "년", "월", "일"});

// A ministry or agency ends like this.
constexpr std::array kOfficeEndings =
    std::to_array<std::string_view>({"부", "처", "청", "위원회", "은행", "공사", "공단", "연구원",
                                     "진흥원", "개발원", "특별시", "광역시", "국세청", "감독원"});

constexpr std::array kHeads = std::to_array<std::string_view>(
    {"장관", "청장", "처장", "위원장", "총재", "원장", "사장", "이사장", "시장", "지사", "부총리",
     "총리", "회장", "구청장", "군수"});

constexpr std::array kSayings = std::to_array<std::string_view>(
    {"밝혔다", "발표했다", "발표하였다", "말했다", "개최한다", "개최했다", "개최하였다", "체결했다",
     "체결하였다", "추진한다", "시행한다", "확정했다", "확정하였다"});

constexpr std::size_t kMaxKindLine = 160;         // bytes
constexpr std::size_t kMaxInstitutionLine = 100;  // bytes
constexpr std::size_t kMaxInstitutionWords = 10;
constexpr std::string_view kDecoration = " *_[]<>()|#-";

std::string_view without_decoration(std::string_view text) {
  static constexpr std::array kSigns = std::to_array<std::string_view>(
      {"【", "】", "〈", "〉", "《", "》", "「", "」", "■", "▣", "◆", "·", "–", "—", ":", ","});
  for (bool again = true; again;) {
    again = false;
    text = trim(text);
    const std::size_t begin = std::min(text.find_first_not_of(kDecoration), text.size());
    text = text.substr(begin, text.find_last_not_of(kDecoration) - begin + 1);
    for (const std::string_view sign : kSigns) {
      if (text.starts_with(sign)) text.remove_prefix(sign.size()), again = true;
      if (text.ends_with(sign)) text.remove_suffix(sign.size()), again = true;
    }
  }
  return text;
}

std::size_t count_words(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool is_month_name(std::string_view small) {
  return std::any_of(kMonthNames.begin(), kMonthNames.end(), [&](const MonthName& month) {
    return small == ascii_lower(month.english) || small == ascii_lower(month.short_form);
  });
}

// Numbers, dates and words of an issue, nothing else.
bool is_issue(std::string_view small) {
  std::string word;
  for (std::size_t at = 0; at <= small.size();) {
    const std::size_t begin = at;
    const bool end = at == small.size();
    const char32_t c = end ? U' ' : next_code_point(small, at);
    if (is_letter(c)) {
      word.append(small, begin, at - begin);
      continue;
    }
    if (!word.empty() && !is_one_of(word, kIssueWords) && !is_month_name(word)) return false;
    word.clear();
    if (end) break;
  }
  return true;
}

// "Weekly Letter No. 12", "주간 소식 제88호"
bool ends_with_issue(std::string_view small) {
  const bool korean = small.ends_with("호");
  if (korean) small = trim(small.substr(0, small.size() - std::string_view("호").size()));
  std::size_t begin = small.size();
  while (begin > 0 && is_ascii_digit(small[begin - 1])) --begin;
  if (begin == small.size() || begin == 0) return false;
  const std::string_view before = trim(small.substr(0, begin));
  if (korean) return before.ends_with("제") || before.ends_with("통권");
  return ends_with_one_of(before,
                          std::to_array<std::string_view>({" no.", " no", " vol.", " issue"}));
}

bool has_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_lower(c) || is_hangul(c)) return true;
  }
  return false;
}

// Every word but the small ones is in capitals.
bool is_english_name(std::string_view line) {
  bool known = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    std::string_view word = line.substr(at, end - at);
    at = end + 1;
    const std::size_t core = std::min(word.find_first_not_of("(\"'"), word.size());
    word = word.substr(core, word.find_last_not_of(",.)\"'") + 1 - core);
    if (word.empty()) continue;
    const std::string small = ascii_lower(word);
    if (is_one_of(small, kNameParticles)) continue;
    std::size_t first = 0;
    const char32_t c = next_code_point(word, first);
    if (!is_letter(c) || is_lower(c)) return false;
    known = known || is_one_of(small, kInstitutionWords);
  }
  return known;
}

bool is_korean_name(std::string_view line) {
  if (line.find_first_of("0123456789?!.\"'") != std::string_view::npos) return false;
  const std::size_t words = count_words(line);
  constexpr std::size_t kMostWords = 4;
  if (words > kMostWords) return false;
  if (ends_with_one_of(line, kInstitutionWords)) return true;
  // "경제부" is a desk more often than a ministry; those are in the list.
  constexpr std::size_t kLeast = 9;  // bytes: three syllables
  return words == 1 && line.size() >= kLeast && !line.ends_with("부") &&
         ends_with_one_of(line, kOfficeEndings);
}

}  // namespace

DocumentKind read_document_kind(std::string_view line) {
  if (line.size() > kMaxKindLine) return {};
  line = without_decoration(line);
  const std::string small = ascii_lower(line);
  DocumentKind best;
  std::size_t longest = 0;
  for (const Kind& known : kKinds) {
    const std::size_t begin = small.find(known.kind);
    if (begin == std::string::npos || known.kind.size() <= longest) continue;
    const std::size_t end = begin + known.kind.size();
    const bool whole = (begin == 0 || small[begin - 1] == ' ' || small[begin - 1] == '|') &&
                       (end == small.size() || !is_ascii_letter(small[end]));
    if (!whole || !is_issue(std::string_view(small).substr(end))) continue;
    const std::string_view before = without_decoration(line.substr(0, begin));
    const bool named = reads_like_institution(before);
    if (!before.empty() && !named && has_lower(before)) continue;
    longest = known.kind.size();
    best = {true, known.release, named ? before : std::string_view()};
  }
  if (!best.found && ends_with_issue(small)) best.found = true;
  return best;
}

bool reads_like_institution(std::string_view line) {
  line = without_decoration(line);
  if (line.empty() || line.size() > kMaxInstitutionLine) return false;
  if (count_words(line) > kMaxInstitutionWords || !find_date(line).empty()) return false;
  std::size_t at = 0;
  return is_hangul(next_code_point(line, at)) ? is_korean_name(line) : is_english_name(line);
}

std::string_view encyclopedia_of(std::string_view line) {
  constexpr std::string_view kFrom = "From ";
  const std::size_t comma = line.find(", the ");
  if (!line.starts_with(kFrom) || comma == std::string_view::npos) return {};
  return line.ends_with("encyclopedia") ? line.substr(kFrom.size(), comma - kFrom.size())
                                        : std::string_view();
}

std::string_view copyright_holder(std::string_view line) {
  for (const std::string_view sign : {"ⓒ", "©", "(c)", "(C)"}) {
    const std::size_t found = line.find(sign);
    if (found == std::string_view::npos) continue;
    const std::string_view before = trim(line.substr(0, found));
    if (!before.empty() && before != "Copyright" && before != "저작권자") continue;
    std::string_view name = trim(line.substr(found + sign.size()));
    while (!name.empty() && std::string_view("0123456789-, ").find(name.front()) != name.npos) {
      name.remove_prefix(1);
    }
    const std::size_t end = name.find_first_of(".,(|");
    name = trim(name.substr(0, end));
    const std::string small = ascii_lower(name);
    if (const std::size_t all = small.find(" all rights"); all != std::string::npos) {
      name = name.substr(0, all);
    }
    constexpr std::size_t kMost = 60;  // bytes
    return name.size() <= kMost ? name : std::string_view();
  }
  return {};
}

std::string publisher_of_release(std::string_view first_sentence) {
  const std::string_view sentence = trim(first_sentence);
  const std::size_t end = sentence.find_first_of(" (");
  if (end == std::string_view::npos || end == 0) return {};
  std::string_view name = sentence.substr(0, end);
  if (sentence[end] == '(') {
    const std::size_t close = sentence.find(')', end);
    if (close == std::string_view::npos) return {};
    const std::string_view inside = sentence.substr(end + 1, close - end - 1);
    const std::string_view after = sentence.substr(close + 1);
    const bool subject =
        begins_with_one_of(after, std::to_array<std::string_view>({"는", "은", "가", "이"}));
    if (!subject || !begins_with_one_of(inside, kHeads)) return {};
    return ends_with_one_of(name, kOfficeEndings) ? std::string(name) : "";
  }
  bool subject = false;
  for (const std::string_view particle : {"는", "은"}) {
    if (subject || !name.ends_with(particle)) continue;
    name.remove_suffix(particle.size());
    subject = true;
  }
  constexpr std::size_t kLeast = 9;  // bytes: three syllables; "정부" names no ministry
  if (!subject || name.size() < kLeast || name.ends_with("정부")) return {};
  if (!ends_with_one_of(name, kOfficeEndings)) return {};
  std::string_view said = sentence;
  while (said.ends_with('.')) said.remove_suffix(1);
  return ends_with_one_of(said, kSayings) ? std::string(name) : "";
}

}  // namespace ibid
