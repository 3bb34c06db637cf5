// SPDX-License-Identifier: GPL-2.0-or-later
//
// Months and days that a sentence names, in English and Korean.
#pragma once

#include <set>
#include <string_view>

#include "search/audit/sentences/audit_sentence.h"

namespace ibid {

// 1..12 for the stem of an English month name or its abbreviation, else 0.
int month_of(std::string_view stem);

// The months a sentence names: "in May", "May 16", "5월".
std::set<int> months_of(const AuditSentence& sentence);

// "May 16", "16 May", "5월 16일": a day, with or without its year.
bool names_day(const StoredPassage& passage, const AuditSentence& sentence);

}  // namespace ibid
