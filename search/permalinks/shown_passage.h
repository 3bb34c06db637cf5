// SPDX-License-Identifier: GPL-2.0-or-later
//
// A passage by id or permalink among its neighbours, as people are shown it: the one that has the
// id, or if none has, one that has the cited text.
#pragma once

#include <cstdint>
#include <optional>

#include "corpus/report/passage_id.h"
#include "search/passages/outline.h"
#include "search/permalinks/resolution.h"

namespace ibid {

class OpenIndex;

struct ShownPassage {
  std::optional<PassageInContext> passage;  // nothing if the index holds neither id nor text
  std::optional<Resolution> resolution;     // of a permalink
};

// `around`: passages before and after it. Reads its file for anchors and place. Throws
// Error{kIndex}.
ShownPassage shown_passage(OpenIndex& index, const PassageRef& ref, std::uint32_t around);

}  // namespace ibid
