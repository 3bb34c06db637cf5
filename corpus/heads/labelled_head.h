// SPDX-License-Identifier: GPL-2.0-or-later
//
// Heads of other forms than the first: front matter, fields with labels, press releases, mastheads
// of institutes. What they do not say stays empty.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/heads/front_matter.h"
#include "corpus/heads/head_region.h"
#include "corpus/heads/report_head.h"

namespace ibid {

// Reads the head in `region` of `text`. Nothing if the head says nothing of itself, so that it must
// be told by its shape. The address is left to the caller.
std::optional<ReportHead> read_labelled_head(std::string_view text, const HeadRegion& region,
                                             const FrontMatter& front_matter);

}  // namespace ibid
