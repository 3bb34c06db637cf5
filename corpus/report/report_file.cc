// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/report_file.h"

#include <fmt/core.h>

namespace ibid {
namespace {

std::string printed_page(const ReportExtraction& extraction, std::uint32_t part) {
  const std::string& printed = extraction.parts[part].name;
  return printed.empty() ? std::to_string(part + 1) : printed;
}

}  // namespace

std::string page_words(const ReportExtraction& extraction, const PassageOrigin& origin) {
  if (extraction.grade != AnchorGrade::kPage || origin.places.empty()) return {};
  const std::uint32_t first = origin.places.front().part;
  const std::uint32_t last = origin.places.back().part;
  if (first >= extraction.parts.size() || last >= extraction.parts.size()) return {};
  std::string out =
      fmt::format("{} {}", first == last ? "p." : "pp.", printed_page(extraction, first));
  if (first != last) out += "-" + printed_page(extraction, last);
  const bool renamed = !extraction.parts[first].name.empty();
  if (renamed) out += fmt::format(" (page {} of the file)", first + 1);
  return out;
}

}  // namespace ibid
