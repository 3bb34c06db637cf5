// SPDX-License-Identifier: GPL-2.0-or-later
//
// Evidence bundles: cited passages with the bytes that hold them, for a fact-checker's files. The
// same passages of the same index and files give the same bytes, whatever the order asked, the
// machine and the time. Writes nothing to disk.
#pragma once

#include <string>
#include <vector>

#include "corpus/report/passage_id.h"
#include "search/bundles/bundle_archive.h"
#include "search/bundles/bundle_manifest.h"
#include "search/passages/hit.h"
#include "search/passages/query_aliases.h"

namespace ibid {

class OpenIndex;

struct BundleRequest {
  std::vector<PassageRef> passages;  // ids or permalinks; duplicates count once
  std::string query;                 // that found them; empty: none
  BundleMode mode = BundleMode::kReports;
  std::string program;  // "ibid 0.1.0"
  QueryAliases names;
};

struct Bundle {
  BundleManifest manifest;
  std::string bytes;                 // of the ZIP file; empty if a passage is refused
  std::vector<std::string> refused;  // a sentence for each passage that cannot be shown as cited:
                                     // it is unknown, changed or moved, or its file is no longer
                                     // the one that was indexed
};

// The bundle has passed check_bundle(). Throws QueryError, Error{kIndex}, Error{kUsage} beyond the
// limits of a bundle, Error{kInput} if a passage's text cannot be proven from its bytes.
Bundle make_bundle(OpenIndex& index, const BundleRequest& request);

}  // namespace ibid
