// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/given_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/dates/find_date.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostBytes = 1000;

constexpr std::array<std::pair<std::string_view, std::string Report::*>, 7> kTexts = {{
    {"author", &Report::author},
    {"collection", &Report::collection},
    {"date", &Report::date},
    {"language", &Report::language},
    {"publisher", &Report::publisher},
    {"title", &Report::title},
    {"url", &Report::url},
}};

// "2024", "2024-06" or "2024-06-21".
bool is_report_date(std::string_view value) {
  constexpr std::string_view kForm = "0000-00-00";
  if (value.size() != 4 && value.size() != 7 && value.size() != 10) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (kForm[i] == '0' ? !is_ascii_digit(value[i]) : value[i] != kForm[i]) return false;
  }
  return date_of_value(value) == value;
}

bool is_web_address(std::string_view value) {
  const std::string lower = ascii_lower(value.substr(0, 8));
  const std::size_t host = lower.starts_with("https://") ? 8 : lower.starts_with("http://") ? 7 : 0;
  return host != 0 && value.size() > host && value.find(' ') == std::string_view::npos;
}

}  // namespace

const std::vector<std::string>& given_field_names() {
  static const std::vector<std::string> names = {"author",    "collection", "date",  "language",
                                                 "publisher", "tags",       "title", "url"};
  return names;
}

std::string why_not_given(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  const bool one_line = std::none_of(value.begin(), value.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (!one_line || value.size() > kMostBytes || trim(value) != value) {
    return "it takes one line of at most 1,000 bytes, without spaces around it";
  }
  if (name == "date" && !is_report_date(value)) {
    return "it takes a day, month or year: 2024-06-21, 2024-06 or 2024";
  }
  if (name == "language" && value != "en" && value != "ko" && value != "mul" && value != "und") {
    return "it takes en, ko, mul (much of both) or und (unknown)";
  }
  if (name == "url" && !is_web_address(value)) {
    return "it takes an address that begins with https:// or http://";
  }
  return {};
}

void put_given(GivenFields& fields, GivenField field) {
  const auto at = std::lower_bound(
      fields.begin(), fields.end(), field.name,
      [](const GivenField& one, const std::string& name) { return one.name < name; });
  if (at != fields.end() && at->name == field.name) {
    *at = std::move(field);
  } else {
    fields.insert(at, std::move(field));
  }
}

std::string given_key(const GivenFields& fields) {
  if (fields.empty()) return {};
  constexpr std::size_t kDigits = 16;
  std::string all;
  for (const GivenField& field : fields) {
    all += field.name + '\n' + field.file + '\n';
    for (const std::string& value : field.values) all += value + '\n';
    all += '\n';
  }
  return sha256_hex(all).substr(0, kDigits);
}

void apply_given(const GivenFields& fields, Report& report) {
  for (const GivenField& field : fields) {
    if (field.name == "tags") {
      report.tags = field.values;
    } else {
      const auto* const text = std::find_if(kTexts.begin(), kTexts.end(), [&](const auto& known) {
        return known.first == field.name;
      });
      if (text == kTexts.end()) continue;
      report.*text->second = field.values.empty() ? std::string() : field.values.front();
    }
    std::erase_if(report.origins,
                  [&](const FieldOrigin& origin) { return origin.field == field.name; });
    report.origins.push_back({field.name, "given by hand in " + field.file, {}});
  }
}

}  // namespace ibid
