// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/summary_information.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "corpus/dates/find_date.h"
#include "corpus/hwp/little_endian.h"

namespace ibid {
namespace {

constexpr std::uint32_t kTitle = 2, kAuthor = 4, kMade = 12, kSaved = 13, kDay = 20;
constexpr std::uint32_t kWideText = 31, kFileTime = 64;  // types of a value

std::string text_value(std::string_view section, std::size_t at) {
  if (u32_at(section, at) != kWideText || at + 8 >= section.size()) return {};
  const std::size_t units = std::min<std::size_t>(u32_at(section, at + 4), section.size() / 2);
  std::string text = utf16_text(section.substr(at + 8, units * 2));
  text.resize(std::min(text.size(), text.find('\0')));
  return text;
}

// 100 nanoseconds since 1601.
std::string day_of_file_time(std::uint64_t time) {
  using namespace std::chrono;
  if (time == 0) return {};
  constexpr std::uint64_t kPerDay = std::uint64_t{864'000'000'000};
  const sys_days day = sys_days{year{1601} / 1 / 1} + days{static_cast<int>(time / kPerDay)};
  const year_month_day date{day};
  if (date.year() < year{1980} || date.year() > year{2200}) return {};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace

SummaryInformation read_summary(std::string_view bytes) {
  SummaryInformation summary;
  const std::size_t begin = u32_at(bytes, 44);  // of the first section
  if (u16_at(bytes, 0) != 0xFFFE || begin >= bytes.size()) return summary;
  const std::string_view section = bytes.substr(begin);
  const std::size_t count = std::min<std::size_t>(u32_at(section, 4), section.size() / 8);
  std::string day, made;
  const auto day_at = [&](std::size_t at) {
    return u32_at(section, at) == kFileTime ? day_of_file_time(u64_at(section, at + 4)) : "";
  };
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = u32_at(section, 8 + i * 8 + 4);
    switch (u32_at(section, 8 + i * 8)) {
      case kTitle:
        summary.title = text_value(section, at);
        break;
      case kAuthor:
        summary.author = text_value(section, at);
        break;
      case kSaved:
        summary.date = day_at(at);
        break;
      case kDay:
        day = find_date(text_value(section, at));
        break;
      case kMade:
        made = day_at(at);
        break;
      default:
        break;
    }
  }
  if (summary.date.empty()) summary.date = day.empty() ? made : day;
  return summary;
}

}  // namespace ibid
