// SPDX-License-Identifier: GPL-2.0-or-later
//
// One case of an audit rule: reports, and the findings there must be, all of them and no other.
#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "search/audit/rules/finding.h"

namespace ibid::testing {

struct ExpectedFinding {
  std::string file;  // by its name
  std::string text;  // that stands at the finding's bytes, wrapped lines and all; empty: no place
  std::string said = {};     // a part of the message
  std::size_t which = 0;     // of the places in the file with this text, from 0
  std::string related = {};  // the text at the first related place; empty: not looked at
};

struct AuditCase {
  const char* name;
  const char* rule;
  std::vector<std::pair<std::string, std::string>> files;  // name and text
  std::vector<ExpectedFinding> expected;                   // in any order
};

inline void PrintTo(const AuditCase& c, std::ostream* out) { *out << c.name; }

// A report of 27 June 2024 with these lines, a blank one after each.
std::string report_of(const std::vector<std::string>& lines);

// Audits the case's files with its rule. Bytes, lines and columns are compared with those of the
// text in the file, found and counted here.
void expect_findings(const AuditCase& c);

}  // namespace ibid::testing
