// SPDX-License-Identifier: GPL-2.0-or-later
//
// Proves an evidence bundle from its own bytes: the container to the last byte, every hash, every
// range, every quotation. Needs no index; reads no other file. Untrusted input. That a reader made
// the text of a file of another format is the word of the bundle, unless the file is read again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "search/bundles/bundle_archive.h"
#include "search/bundles/bundle_manifest.h"

namespace ibid {

struct CheckedPassage {
  std::string permalink;
  bool proven = false;  // nothing is wrong with it or with its file
  // Of a report with an extraction: that the file says the text is proven, too, as the bytes of
  // its anchor decode to it or the file was read again. Nothing for plain text and Markdown, where
  // `proven` says so.
  std::optional<bool> extraction_proven = {};
};

struct BundleCheck {
  BundleManifest manifest;  // empty if it cannot be read
  std::string seal;         // 64 hex digits; empty if it is missing
  std::uint64_t size = 0;   // bytes of the bundle
  std::uint64_t files = 0;
  std::vector<CheckedPassage> passages;
  std::vector<BundleProblem> problems;  // in the order found; none: the bundle is whole
  // The manifest and the page are to the byte what this program makes from the same facts. Bundles
  // of another version are exempt, as a later one may write other pages: their hashes are proven,
  // and what the manifest says about passages, but not what the page shows.
  bool page_proven = false;
  bool reread = false;  // the files of reports with an extraction were read again
};

// `program`: "ibid 0.1.0". `read`: reads the files of reports with an extraction again, each once;
// empty: they are not. Throws Error{kInput} for a file that is not a bundle (see
// read_bundle_archive) and for a bundle of a newer schema version, and what `read` throws, but for
// Error{kInput}, which is a problem of that file.
BundleCheck check_bundle(std::string_view bundle, std::string_view program,
                         const ReadDocuments& read = {});

}  // namespace ibid
