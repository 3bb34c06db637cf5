// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether a file of a bundle, read once more, says the text that the bundle gives for it. What
// reads it is given: a process of its own in the program, a function in a test. Library-internal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "search/bundles/bundle_manifest.h"

namespace ibid {

// The documents of one file, read once.
class RereadFile {
 public:
  // Reads `bytes` as the reports of the file say. Throws what `read` throws, except Error{kInput}.
  RereadFile(const ReadDocuments& read, std::string_view bytes, const BundleReport& report);

  // What differs from the text of `report`, in words; empty if nothing does.
  std::string wrong_with(const BundleReport& report) const;
  // What differs from the anchor and label of a passage, in words; empty if nothing does. Of a
  // report that nothing is wrong with.
  std::string wrong_with(const BundleReport& report, const BundlePassage& passage) const;

 private:
  const ExtractedFile* document_of(const BundleReport& report) const;

  std::string refusal_;
  std::vector<ExtractedFile> documents_;
};

}  // namespace ibid
