// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/permalinks/resolution.h"

namespace ibid {

const char* to_string(Standing standing) {
  switch (standing) {
    case Standing::kSame:
      return "same";
    case Standing::kMoved:
      return "moved";
    case Standing::kChanged:
      return "changed";
    case Standing::kGone:
      return "gone";
  }
  return "gone";
}

namespace {

std::string_view hash_of(std::string_view permalink) {
  return permalink.substr(permalink.rfind('@') + 1);
}

}  // namespace

std::optional<CitedDiff> diff_with_cited(const Resolution& resolution, std::string_view cited) {
  if (resolution.standing != Standing::kChanged || !resolution.present) return std::nullopt;
  CitedDiff diff;
  diff.cited = cited;
  diff.present = resolution.present->text;
  diff.proven = resolution.permalink.ends_with(
      "@" + text_hash(cited, rule_of_hash(hash_of(resolution.permalink))));
  diff.spans = word_diff(diff.cited, diff.present);
  return diff;
}

}  // namespace ibid
