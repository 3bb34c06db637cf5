// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/reports/field_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// Origins that are known without the file: what is given by hand.
bool is_by_hand(const FieldOrigin& origin) { return origin.bytes.size() == 0; }

// The bytes of the file if they are the indexed ones.
std::optional<std::string> indexed_bytes(const Report& report) {
  try {
    std::string bytes = read_file(report.path);
    if (sha256_hex(bytes) == report.sha256) return bytes;
  } catch (const Error&) {  // it is gone, or cannot be read
  }
  return std::nullopt;
}

std::vector<FieldOrigin> origins_of(const Report& report, const std::string* bytes) {
  std::vector<FieldOrigin> origins = report.origins;
  if (bytes != nullptr && !report.extraction) {
    std::erase_if(origins, [](const FieldOrigin& origin) { return !is_by_hand(origin); });
    const UnparsedReport unparsed(report.path, *bytes, report.id, report.encoding);
    for (FieldOrigin& told : unparsed.explain()) {
      const bool corrected =
          std::any_of(origins.begin(), origins.end(),
                      [&](const FieldOrigin& origin) { return origin.field == told.field; });
      if (!corrected) origins.push_back(std::move(told));
    }
  }
  return origins;
}

void add_line(const std::string& bytes, Encoding encoding, FieldReason& reason) {
  const ByteRange range = reason.bytes;
  if (range.size() == 0 || range.end > bytes.size()) return;
  const std::string before = decode(std::string_view(bytes).substr(0, range.begin), encoding).text;
  reason.line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const DecodedText line =
      decode(std::string_view(bytes).substr(range.begin, range.size()), encoding);
  reason.text = std::string(trim(line.text));
}

}  // namespace

FieldReasons field_reasons(const Report& report) {
  const std::optional<std::string> bytes = indexed_bytes(report);
  const std::vector<FieldOrigin> origins = origins_of(report, bytes ? &*bytes : nullptr);
  FieldReasons reasons;
  reasons.report = report_info(report);
  reasons.stale = !bytes;
  const auto add = [&](const std::string& field, const std::string& value, std::string rule) {
    FieldReason reason{field, value, value.empty() ? "" : std::move(rule), "", 0, {}};
    const auto origin = std::find_if(origins.begin(), origins.end(),
                                     [&](const FieldOrigin& o) { return o.field == field; });
    if (origin != origins.end()) {
      reason.rule = origin->rule;
      reason.bytes = origin->bytes;
      if (bytes && !report.extraction) add_line(*bytes, report.encoding, reason);
    }
    reasons.fields.push_back(std::move(reason));
  };
  add("title", report.title, "");
  add("date", report.date, "");
  add("publisher", report.publisher, "");
  add("author", report.author, "");
  add("url", report.url, "");
  add("language", report.language, "the letters of its passages");
  add("collection", report.collection, "");
  add("tags", fmt::format("{}", fmt::join(report.tags, ", ")), "");
  return reasons;
}

}  // namespace ibid
