// SPDX-License-Identifier: GPL-2.0-or-later
//
// Evidence bundles: cited passages with the bytes they stand in, for the files of a fact-checker.
// The same passages of the same index and files are the same bytes, whatever the order asked, the
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
  std::vector<PassageRef> passages;  // ids or permalinks; named twice is named once
  std::string query;                 // that led there; empty: none
  BundleMode mode = BundleMode::kReports;
  std::string program;  // "ibid 0.1.0"
  QueryAliases names;
};

struct Bundle {
  BundleManifest manifest;
  std::string bytes;                 // of the ZIP file; empty where a passage is refused
  std::vector<std::string> refused;  // a sentence for each passage that cannot be shown as cited:
                                     // unknown, changed, moved, or its file is no longer the one
                                     // that was indexed
};

// The bundle has passed check_bundle(). Throws QueryError, Error{kIndex}, Error{kUsage} beyond the
// limits of a bundle, Error{kInput} where a passage's text cannot be proven from its bytes.
Bundle make_bundle(OpenIndex& index, const BundleRequest& request);

}  // namespace ibid
