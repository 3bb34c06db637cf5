// SPDX-License-Identifier: GPL-2.0-or-later
//
// What has become of a cited passage. Facts only: which text stands under the id today, and where
// the cited text stands, told by its hash. Which passage may have come of the cited one is never
// guessed from likeness. Plain values, no Xapian.
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
  kSame,     // the cited text stands under its id
  kMoved,    // it stands elsewhere, to the byte; under its id is another text, or none
  kChanged,  // it stands nowhere in the index; under its id is another text
  kGone,     // neither text nor id is in the index
};
const char* to_string(Standing standing);  // "same", "moved", "changed", "gone"

inline constexpr std::size_t kMaxPlaces = 20;

struct Resolution {
  std::string permalink;  // as asked
  Standing standing = Standing::kGone;
  std::optional<StoredPassage> present;  // what stands under the id
  // Where the cited text stands, kMaxPlaces at most: its own id first, then its own report, then
  // the others by report id; in file order within a report.
  std::vector<StoredPassage> places;
  std::uint64_t place_count = 0;  // all of them
  bool report_known = false;      // the index holds a report of this id
  bool stale = false;             // a file this rests on is gone or no longer what was indexed
  IndexState index;
};

// How a cited text differs from the present one.
struct CitedDiff {
  std::string cited, present;
  bool proven = false;  // `cited` has the permalink's hash: it is what was cited, to the byte
  std::vector<DiffSpan> parts;
};

// Of a resolution kChanged; nothing for any other, for nothing differs or nothing is there.
std::optional<CitedDiff> diff_with_cited(const Resolution& resolution, std::string_view cited);

}  // namespace ibid
