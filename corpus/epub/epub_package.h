// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the package document of an EPUB says: which parts, in which order, and of the book.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive/archive.h"
#include "corpus/extract/reader_input.h"

namespace ibid {

struct EpubChapter {
  std::string name;  // of the part
  bool is_navigation = false;
};

struct EpubPackage {
  std::string name;                   // of its own part
  std::vector<EpubChapter> chapters;  // in the order of reading, each once
  std::vector<std::string> missing;   // parts that are named and not there
  std::string title, author, date, publisher, language;
};

// Throws Error{kInput} if the book says no package, or is protected.
EpubPackage read_package(Archive& archive, const ReaderLimits& limits);

}  // namespace ibid
