// SPDX-License-Identifier: GPL-2.0-or-later
//
// What has become of a cited passage. Facts only: which text has the id today, and where the cited
// text is, found by its hash. Never guesses from similarity which passage replaced the cited one.
// Plain values, no Xapian.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/passage_id.h"
#include "search/passages/hit.h"
#include "search/passages/word_diff.h"

namespace ibid {

enum class Standing : std::uint8_t {
  kSame,     // the cited text still has its id
  kMoved,    // it is elsewhere, to the byte; another text has its id, or none
  kChanged,  // it is nowhere in the index; another text has its id
  kGone,     // neither the text nor the id is in the index
};
const char* to_string(Standing standing);  // "same", "moved", "changed", "gone"

inline constexpr std::size_t kMostResolvedPassages = 20;

struct Resolution {
  std::string permalink;  // as asked
  Standing standing = Standing::kGone;
  std::optional<StoredPassage> present;  // the passage with the id
  // Where the cited text is, at most kMostResolvedPassages: its own id first, then its own report,
  // then the others by report id; in file order within a report.
  std::vector<StoredPassage> passages;
  std::uint64_t passage_count = 0;  // all of them
  bool report_known = false;        // the index holds a report of this id
  // kChanged: the file is the same as when another reader read it; that one may have made the cited
  // text. Empty if none is known.
  std::string reader_before;
  bool stale = false;  // a file this is read from is gone or no longer what was indexed
  IndexState index;
};

// How a cited text differs from the present one.
struct CitedDiff {
  std::string cited, present;
  bool proven = false;  // `cited` has the permalink's hash: it is the cited text, to the byte
  std::vector<DiffSpan> spans;
};

// Nothing unless the resolution is kChanged: else no text differs or none is there.
std::optional<CitedDiff> diff_with_cited(const Resolution& resolution, std::string_view cited);

}  // namespace ibid
