// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/export/cited_work.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <charconv>

#include "corpus/report/passage_id.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"
#include "search/render/file_uri.h"

namespace ibid {
namespace {

constexpr std::size_t kHashDigits = 8;
constexpr std::size_t kMaxShortKey = 20;

constexpr std::size_t kLongestKey = 200;

bool is_key_char(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.';
}

std::string key_chars_of(std::string_view id, std::size_t most) {
  std::string out;
  for (const char c : id) {
    if (out.size() == most) break;
    if (is_key_char(c) && (c != '-' || (!out.empty() && out.back() != '-'))) out += c;
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::string hashed_key(std::string_view id, std::size_t most) {
  std::string out = key_chars_of(id, most - kHashDigits - 1);
  if (!out.empty()) out += '-';
  return out + sha256_hex(id).substr(0, kHashDigits);
}

// "kor" -> "ko", as in BCP 47; empty for what is not a language.
std::string short_language(const std::string& language) {
  if (language.empty() || language == "und" || language == "mul") return {};
  char out[ULOC_LANG_CAPACITY] = {};
  UErrorCode error = U_ZERO_ERROR;
  uloc_getLanguage(language.c_str(), out, sizeof out, &error);
  return U_SUCCESS(error) != 0 ? out : language;
}

// An id is no title, so what stands in its place says so; styles put such words in brackets.
std::string untitled(Citation::Form form, const std::string& id) {
  const bool is_id = form == Citation::Form::kId || form == Citation::Form::kMalformed ||
                     form == Citation::Form::kListed;
  return is_id ? "[no title listed: " + id + "]" : id;
}

bool is_of_the_web(const ReportInfo& report) {
  if (!report.extraction) return false;
  const FileFormat format = report.extraction->format;
  return format == FileFormat::kHtml || format == FileFormat::kRss || format == FileFormat::kAtom;
}

}  // namespace

const std::string& responsible(const CitedWork& work) {
  return work.author.empty() ? work.publisher : work.author;
}

CitedPages cited_pages(const CitedWork& work) {
  std::vector<const CitedPages*> stretches;
  for (const CitedLocator& locator : work.locators) stretches.push_back(&locator.place.pages);
  std::ranges::sort(stretches, {}, [](const CitedPages* pages) { return pages->first_page; });
  CitedPages out;
  for (const CitedPages* pages : stretches) {
    if (pages->empty()) return {};
    if (out.empty()) out = *pages;
    if (pages->first_page > out.last_page + 1) return {};
    if (pages->last_page <= out.last_page) continue;
    out.last_page = pages->last_page;
    out.last = pages->last;
  }
  return out;
}

CitedWork work_of(const ExportedReport& report) {
  CitedWork work;
  work.id = one_line(report.report.id);
  work.title = one_line(report.report.title);
  work.has_title = !work.title.empty();
  if (!work.has_title) work.title = work.id;
  work.author = one_line(report.report.author);
  work.publisher = one_line(report.report.publisher);
  work.date = report.report.date;
  work.url = one_line(report.report.url);
  work.language = short_language(report.language);
  work.web_page = !work.url.empty() && is_of_the_web(report.report);
  for (const StoredPassage& passage : report.passages) {
    work.locators.push_back({cited_place(passage), one_line(passage.permalink)});
  }
  if (report.passages.size() == 1) work.abstract_ = one_line(report.passages.front().text);
  return work;
}

CitedWork work_of(const SourceSummary& source) {
  CitedWork work;
  work.kind = CitedWork::Kind::kSource;
  work.id = one_line(source.source);
  if (!source.titles.empty()) work.title = one_line(source.titles.front().title);
  work.has_title = !work.title.empty();
  if (!work.has_title) work.title = untitled(source.form, work.id);
  work.author = one_line(source.author);
  work.publisher = one_line(source.publisher);
  work.date = source.date;
  work.url = one_line(source.url);
  if (work.url.empty() && is_web_address(work.id)) work.url = work.id;
  work.language = short_language(source.language);
  work.news = source.kind == "news";
  return work;
}

std::vector<int> date_parts(std::string_view date) {
  std::vector<int> parts;
  while (!date.empty()) {
    const std::string_view part = date.substr(0, date.find('-'));
    int number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc() || end != part.data() + part.size()) return {};
    parts.push_back(number);
    date.remove_prefix(std::min(date.size(), part.size() + 1));
  }
  return parts.size() <= 3 ? parts : std::vector<int>();
}

std::string ascii_key(std::string_view id) {
  if (!id.empty() && id.size() <= kLongestKey && std::all_of(id.begin(), id.end(), is_key_char)) {
    return std::string(id);
  }
  return ascii_key_with_digits(id);
}

std::string ascii_key_with_digits(std::string_view id) { return hashed_key(id, kLongestKey); }

std::string short_key(std::string_view id) {
  std::string key = ascii_key(id);
  return key.size() <= kMaxShortKey ? key : hashed_key(id, kMaxShortKey);
}

std::string one_line(std::string_view text) {
  std::string out;
  bool space = false;
  while (!text.empty()) {
    const Utf8Char c = first_char(text);
    const std::string_view bytes = text.substr(0, c.length);
    text.remove_prefix(c.length);
    if (c.valid && is_space(c.code)) {
      space = !out.empty();
    } else if (!c.valid || !is_terminal_control(c.code)) {
      if (space) out += ' ';
      space = false;
      out += c.valid ? bytes : "\xEF\xBF\xBD";
    }
  }
  return out;
}

}  // namespace ibid
