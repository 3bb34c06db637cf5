// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/baseline.h"

#include <algorithm>
#include <map>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kDigits = 16;

bool is_fingerprint(std::string_view text) {
  return text.size() == kDigits && std::all_of(text.begin(), text.end(), [](char c) {
           return is_ascii_digit(c) || (c >= 'a' && c <= 'f');
         });
}

}  // namespace

Baseline parse_baseline(std::string_view text, const std::string& name) {
  Baseline baseline;
  for (std::size_t at = 0, number = 1; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    at = end + 1;
    if (line.empty() || line[0] == '#') continue;
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    if (!is_fingerprint(word)) {
      throw Error(ErrorKind::kUsage, name + ", line " + std::to_string(number) +
                                         ": no fingerprint of 16 hex digits at its start; write "
                                         "the file with ibid audit --write-baseline");
    }
    baseline.emplace(word);
  }
  return baseline;
}

std::string baseline_line(const Finding& finding) {
  const FindingLocation& location = finding.location;
  return finding.fingerprint + " " + finding.rule->id + " " +
         (location.passage_id.empty() ? location.report_id : location.passage_id) + "\n";
}

void set_fingerprints(std::vector<Finding>& findings) {
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    std::string key = std::string(finding.rule->id) + '\0' + finding.location.report_id + '\0' +
                      finding.location.excerpt;
    if (finding.location.excerpt.empty()) key += '\0' + finding.message;
    const int number = ++seen[key];
    finding.fingerprint = sha256_hex(key + '\0' + std::to_string(number)).substr(0, kDigits);
  }
}

}  // namespace ibid
