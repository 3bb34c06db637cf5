// SPDX-License-Identifier: GPL-2.0-or-later
//
// Readable, stable ids, and permalinks that also say what was there.
//
//   report id   from the file name without extension: NFC; letters (any script), digits, "-", "_"
//               and "." are kept; every other run of characters, with the dashes beside it, becomes
//               one "-", none at either end; at most kMaxReportIdBytes bytes (a longer name is cut
//               at a character, and "-" and 8 hex digits of the name's SHA-256 are appended);
//               "report" if nothing is left. Never contains "#", "@" or white space. An extension
//               has at most 8 letters and digits, at least one of them a letter:
//               "report-2024.06.27" has none.
//   locator     the section number with "-" for "." ("3.1.2" -> "3-1-2"); "h1", "h2", … for
//               headings without a number; "0" for passages before any heading; the second and
//               later sections of one number in a report get "~2", "~3", …
//   passage id  report id "#" locator "." ordinal          geopolitical-shifts-2024-06-27#7-2.1
//   permalink   passage id "@" hash                        …#7-2.1@3f9a12c40b77
//   hash        of plain text and Markdown: the first 12 hex digits of the SHA-256 of the passage's
//               text (UTF-8, as in Passage::text). Of text that was read from another format:
//               "n" and the first 12 hex digits of the SHA-256 of its words, so that another
//               reader's spaces change nothing: NFC, ligatures U+FB00 to U+FB06 as letters, without
//               U+00AD, U+200B, U+2060 and U+FEFF, each run of white space one space, none at
//               either end
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/report/report.h"

namespace ibid {

inline constexpr std::size_t kMaxReportIdBytes = 120;
inline constexpr std::size_t kMaxLocatorBytes = 60;

std::string report_id_from_file_name(std::string_view file_name);
std::string passage_id(std::string_view report_id, std::string_view locator, std::uint32_t ordinal);

// How the hash of a permalink is made; see above.
enum class HashRule : std::uint8_t { kExact, kWords };
// The part of a permalink that depends on the text.
std::string text_hash(std::string_view text, HashRule rule = HashRule::kExact);
std::string permalink(std::string_view passage_id, std::string_view text,
                      HashRule rule = HashRule::kExact);
// The rule for the passages of a report.
HashRule hash_rule(const Report& report);
// The rule by which `hash`, of a permalink, was made.
HashRule rule_of_hash(std::string_view hash);

struct PassageRef {
  std::string report;   // report id
  std::string locator;  // empty if only a report was named
  std::uint32_t ordinal = 0;
  std::string hash;  // as above, empty without "@"
};

// Reads a report id, a passage id or a permalink. Returns nothing for anything else. A report id in
// NFD, as some keyboards and file systems write Hangul, is read as the one in NFC.
std::optional<PassageRef> parse_passage_ref(std::string_view text);

}  // namespace ibid
