// SPDX-License-Identifier: GPL-2.0-or-later
//
// One case of an audit rule: reports, and all the findings they must give.
#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "search/audit/rules/finding.h"

namespace ibid::testing {

struct ExpectedFinding {
  std::string file;          // by its name
  std::string text;          // at the finding's bytes, including wrapped lines; empty: no bytes
  std::string said = {};     // a part of the message
  std::size_t which = 0;     // of the occurrences of this text in the file, from 0
  std::string related = {};  // the text at the first related location; empty: not checked
};

struct AuditCase {
  const char* name;
  const char* rule;
  std::vector<std::pair<std::string, std::string>> files;  // name and text
  std::vector<ExpectedFinding> expected;                   // in any order
};

inline void PrintTo(const AuditCase& c, std::ostream* out) { *out << c.name; }

// A report of 27 June 2024 with these lines, each followed by a blank one.
std::string report_of(const std::vector<std::string>& lines);

// Audits the case's files with its rule. Compares bytes, lines and columns with those of the text
// in the file, found and counted here.
void expect_findings(const AuditCase& c);

}  // namespace ibid::testing
