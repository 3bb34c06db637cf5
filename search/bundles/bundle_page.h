// SPDX-License-Identifier: GPL-2.0-or-later
//
// index.html of an evidence bundle: all its passages with their provenance, for a reader who has
// neither ibid nor the index. One page that loads and runs nothing; all text is escaped. Made from
// the manifest alone (without its list of files), so that a checker can make it again.
#pragma once

#include <string>

#include "search/bundles/bundle_manifest.h"

namespace ibid {

std::string bundle_page(const BundleManifest& manifest);

}  // namespace ibid
