// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/audit_cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "search/audit/auditor.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid::testing {
namespace {

struct Spot {
  std::uint64_t line = 1, column = 1;
};

Spot spot_of(std::string_view text, std::size_t byte) {
  Spot spot;
  for (std::size_t i = 0; i < byte; ++i) {
    if (text[i] == '\n') {
      ++spot.line;
      spot.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
      ++spot.column;
    }
  }
  return spot;
}

std::size_t find_nth(std::string_view text, std::string_view wanted, std::size_t n) {
  std::size_t at = text.find(wanted);
  for (; n > 0 && at != std::string_view::npos; --n) at = text.find(wanted, at + 1);
  return at;
}

std::string text_at(const std::map<std::string, std::string>& files,
                    const FindingLocation& location) {
  for (const auto& [name, text] : files) {
    if (!location.path.ends_with("/" + name)) continue;
    return text.substr(location.bytes.begin, location.bytes.size());
  }
  return "(no file " + location.path + ")";
}

void expect_location(const FindingLocation& location, const std::string& file,
                     const ExpectedFinding& expected) {
  const std::size_t begin = find_nth(file, expected.text, expected.which);
  ASSERT_NE(begin, std::string::npos) << "the case is wrong: no \"" << expected.text << "\"";
  EXPECT_EQ(location.bytes.begin, begin);
  EXPECT_EQ(location.bytes.end, begin + expected.text.size());
  const Spot from = spot_of(file, begin), to = spot_of(file, begin + expected.text.size());
  EXPECT_EQ(location.line, from.line);
  EXPECT_EQ(location.column, from.column);
  EXPECT_EQ(location.end_line, to.line);
  EXPECT_EQ(location.end_column, to.column);
}

}  // namespace

std::string report_of(const std::vector<std::string>& lines) {
  std::string text = "A title of its own\n\nGOOVER DAILY REPORT June 27, 2024\ngoover\n\n";
  for (const std::string& line : lines) text += line + "\n\n";
  return text;
}

void expect_findings(const AuditCase& c) {
  SCOPED_TRACE(c.name);
  TestIndex index;
  std::map<std::string, std::string> files;
  for (const auto& [name, text] : c.files) {
    index.write(name, text);
    files[name] = text;
  }
  index.update_all();
  AuditOptions options;
  options.rules = {c.rule};
  std::vector<Finding> left;
  OpenIndex opened(index.index());
  Auditor(opened).run(options, [&](const ReportAudit& audit) {
    left.insert(left.end(), audit.findings.begin(), audit.findings.end());
    return Next::kGoOn;
  });
  for (const ExpectedFinding& expected : c.expected) {
    SCOPED_TRACE(expected.file + ": " + expected.text);
    const std::string& file = files.at(expected.file);
    const auto found = std::find_if(left.begin(), left.end(), [&](const Finding& f) {
      if (!f.location.path.ends_with("/" + expected.file)) return false;
      if (f.message.find(expected.said) == std::string::npos) return false;
      if (expected.text.empty()) return f.location.bytes.empty();
      return text_at(files, f.location) == expected.text &&
             f.location.bytes.begin == find_nth(file, expected.text, expected.which);
    });
    if (found == left.end()) {
      ADD_FAILURE() << "not found";
      continue;
    }
    EXPECT_STREQ(found->rule->id, c.rule);
    if (!expected.text.empty()) expect_location(found->location, file, expected);
    if (!expected.related.empty()) {
      ASSERT_FALSE(found->related.empty());
      EXPECT_EQ(text_at(files, found->related.front()), expected.related);
    }
    left.erase(found);
  }
  for (const Finding& f : left) {
    ADD_FAILURE() << "not wanted: " << f.rule->id << " at \"" << text_at(files, f.location)
                  << "\": " << f.message;
  }
}

}  // namespace ibid::testing
