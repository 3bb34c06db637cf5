// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads a file by the reader of its format, which proves first that it is fit: a reader whose
// libraries lack their data, or whose sandbox is too tight, may lose text without an error.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/page_picture.h"
#include "corpus/extract/reader_input.h"

namespace ibid {

struct FormatReader {
  FileFormat format;
  std::vector<ExtractedFile> (*read)(const ReaderInput& input);
  // What it lacks here and what to do, a clause in lower case; empty if nothing. Asked once, before
  // the first file.
  std::string (*why_unfit)() = nullptr;
  // Of a format of pages; throws as `read` does.
  PagePicture (*draw)(const ReaderInput& input, const PictureAsked& asked) = nullptr;
};

// Thread: one.
class DocumentReader {
 public:
  explicit DocumentReader(std::span<const FormatReader> readers);  // lent

  // Throws Error{kInput} as readers do; also for a format without a reader, and one that is unfit.
  std::vector<ExtractedFile> read(const ReaderInput& input);
  // Likewise; also for a format without pages.
  PagePicture draw(const ReaderInput& input, const PictureAsked& asked);

 private:
  struct Tried {
    const FormatReader* reader = nullptr;
    bool was_tried = false;
    std::string why_unfit;
  };
  const FormatReader& fit_reader(FileFormat format);

  std::vector<Tried> readers_;
};

}  // namespace ibid
