// SPDX-License-Identifier: GPL-2.0-or-later
//
// The anchor of a bundled passage as the manifest has it, both ways. Library-internal.
#pragma once

#include "search/bundles/bundle_anchor.h"
#include "search/bundles/manifest_node.h"
#include "search/render/json_lines.h"

namespace ibid {

Json anchor_json(const BundleAnchor& anchor);
BundleAnchor read_anchor(const ManifestNode& node);  // Throws Error{kInput}.

}  // namespace ibid
