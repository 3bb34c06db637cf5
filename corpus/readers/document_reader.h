// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads a file by the reader of its format, which proves first that it is fit: a reader whose
// libraries lack their data, or whose sandbox is too tight, may lose text without an error.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/reader_input.h"

namespace ibid {

struct FormatReader {
  FileFormat format;
  std::vector<ExtractedFile> (*read)(const ReaderInput& input);
  // What it lacks here and what to do, a clause in lower case; empty if nothing. Asked once, before
  // the first file.
  std::string (*why_unfit)() = nullptr;
};

// Thread: one.
class DocumentReader {
 public:
  explicit DocumentReader(std::span<const FormatReader> readers);  // lent

  // Throws Error{kInput} as readers do; also for a format without a reader, and one that is unfit.
  std::vector<ExtractedFile> read(const ReaderInput& input);

 private:
  struct Tried {
    const FormatReader* reader = nullptr;
    bool was_tried = false;
    std::string why_unfit;
  };
  std::vector<Tried> readers_;
};

}  // namespace ibid
