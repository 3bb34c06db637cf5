// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/document_reader.h"

#include <fmt/core.h>

#include <algorithm>

#include "corpus/error.h"

namespace ibid {

DocumentReader::DocumentReader(std::span<const FormatReader> readers) {
  for (const FormatReader& reader : readers) readers_.push_back({&reader, false, {}});
}

const FormatReader& DocumentReader::fit_reader(FileFormat format) {
  const auto found = std::find_if(readers_.begin(), readers_.end(), [&](const Tried& tried) {
    return tried.reader->format == format;
  });
  if (found == readers_.end()) {
    throw Error(ErrorKind::kInput,
                fmt::format("files of the format {} are not read", to_string(format)));
  }
  if (!found->was_tried) {
    if (found->reader->why_unfit != nullptr) found->why_unfit = found->reader->why_unfit();
    found->was_tried = true;
  }
  if (!found->why_unfit.empty()) throw Error(ErrorKind::kInput, found->why_unfit);
  return *found->reader;
}

std::vector<ExtractedFile> DocumentReader::read(const ReaderInput& input) {
  return fit_reader(input.format).read(input);
}

PagePicture DocumentReader::draw(const ReaderInput& input, const PictureAsked& asked) {
  const FormatReader& reader = fit_reader(input.format);
  if (reader.draw == nullptr) {
    throw Error(ErrorKind::kInput,
                fmt::format("files of the format {} have no pages", to_string(input.format)));
  }
  return reader.draw(input, asked);
}

}  // namespace ibid
