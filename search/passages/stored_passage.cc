// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/stored_passage.h"

#include <fmt/core.h>

#include <algorithm>

#include "corpus/report/source_places.h"

namespace ibid {
namespace {

// "https://en.yna.co.kr/view/AEN…" -> "en.yna.co.kr"; an id as it is.
std::string_view short_id(std::string_view source) {
  constexpr std::string_view kScheme = "https://";
  if (!source.starts_with(kScheme)) return source;
  source.remove_prefix(kScheme.size());
  return source.substr(0, source.find_first_of("/?#"));
}

std::vector<PartRange> places_of(const StoredPassage& passage, ByteRange bytes) {
  const auto file = passage.report.load_text ? passage.report.load_text() : nullptr;
  return file == nullptr ? passage.origin.places : part_ranges(*file, bytes);
}

}  // namespace

ReportInfo report_info(const Report& report) {
  ReportInfo info{report.id,     report.title,      report.publisher, report.date,
                  report.url,    report.path,       report.sha256,    report.encoding,
                  report.author, report.collection, report.tags};
  if (report.extraction) {
    info.extraction = std::make_shared<const ReportExtraction>(*report.extraction);
  }
  return info;
}

std::string origin_words(const StoredPassage& passage) {
  const auto& extraction = passage.report.extraction;
  return extraction ? origin_words(*extraction, passage.origin.places) : "";
}

std::string origin_words(const ReportExtraction& extraction, const std::vector<PartRange>& places) {
  if (places.empty()) return {};
  if (extraction.grade == AnchorGrade::kPage) {
    PassageOrigin origin;
    origin.places = places;
    return page_words(extraction, origin);
  }
  const std::uint32_t part = places.front().part;
  return part < extraction.parts.size() ? extraction.parts[part].name : "";
}

std::string span_words(const StoredPassage& passage, ByteRange bytes) {
  if (!passage.report.extraction) return {};
  const std::vector<PartRange> places = places_of(passage, bytes);
  std::string words = origin_words(*passage.report.extraction, places);
  if (!words.empty() || places.empty()) return words;
  return fmt::format("bytes {}-{}", places.front().bytes.begin, places.back().bytes.end);
}

const NamedSource* find_named(const std::vector<NamedSource>& sources, std::string_view source) {
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [&](const NamedSource& named) { return named.source == source; });
  return found == sources.end() ? nullptr : &*found;
}

std::string told_of(const NamedSource* named) {
  std::string out;
  if (named == nullptr) return out;
  for (const std::string* part : {&named->title, &named->publisher, &named->date}) {
    if (part->empty()) continue;
    if (!out.empty()) out += ", ";
    out += *part;
  }
  return out;
}

std::string source_words(const StoredPassage& passage, std::string_view source) {
  std::string out = told_of(find_named(passage.sources, source));
  if (out.empty()) return std::string(source);
  return out.append(" [").append(short_id(source)).append("]");
}

}  // namespace ibid
