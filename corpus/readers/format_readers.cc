// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/format_readers.h"

#include <vector>

namespace ibid {

std::span<const FormatReader> format_readers() {
  static const std::vector<FormatReader> kReaders = {};
  return kReaders;
}

}  // namespace ibid
