// SPDX-License-Identifier: GPL-2.0-or-later
//
// The state of a permalink, as text for people and as a JSON line. Value -> text; prints nothing.
#pragma once

#include <optional>
#include <string>

#include "search/permalinks/resolution.h"
#include "search/render/text_page.h"

namespace ibid {

// Whole lines; shows `diff` if there is one.
std::string resolution_text(const Resolution& resolution, const std::optional<CitedDiff>& diff,
                            const TextLayout& layout);

// A "resolution" line.
std::string resolution_json_line(const Resolution& resolution,
                                 const std::optional<CitedDiff>& diff);

}  // namespace ibid
