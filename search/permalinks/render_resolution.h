// SPDX-License-Identifier: GPL-2.0-or-later
//
// What has become of a permalink, as text for people and as a JSON line. Value -> text; prints
// nothing.
#pragma once

#include <optional>
#include <string>

#include "search/permalinks/resolution.h"
#include "search/render/text_page.h"

namespace ibid {

// Whole lines. `diff` is shown where there is one.
std::string resolution_text(const Resolution& resolution, const std::optional<CitedDiff>& diff,
                            const TextLayout& layout);

// A "resolution" line.
std::string resolution_json_line(const Resolution& resolution,
                                 const std::optional<CitedDiff>& diff);

}  // namespace ibid
