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

std::optional<CitedDiff> diff_with_cited(const Resolution& resolution, std::string_view cited) {
  if (resolution.standing != Standing::kChanged || !resolution.present) return std::nullopt;
  CitedDiff diff;
  diff.cited = cited;
  diff.present = resolution.present->text;
  diff.proven = resolution.permalink.ends_with("@" + text_hash(cited));
  diff.spans = word_diff(diff.cited, diff.present);
  return diff;
}

}  // namespace ibid
