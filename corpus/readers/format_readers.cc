// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/format_readers.h"

#include <vector>

#include "corpus/docx/read_docx.h"
#include "corpus/opendocument/read_odt.h"

namespace ibid {

std::span<const FormatReader> format_readers() {
  static const std::vector<FormatReader> kReaders = {
      {FileFormat::kDocx, read_docx},
      {FileFormat::kOdt, read_odt},
  };
  return kReaders;
}

}  // namespace ibid
