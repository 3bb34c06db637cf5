// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of a report's file as a browser shows and finds them on a page made of them. Pure.
#pragma once

#include <string_view>

#include "search/passages/folded_text.h"
#include "search/passages/report_text.h"

namespace ibid {

struct PageText {
  // Throws as ReportText and FoldedText do.
  explicit PageText(std::string_view file_bytes, Encoding encoding = Encoding::kUtf8)
      : shown(file_bytes, encoding, WhiteSpace::kShown), folded(shown.text()) {}

  ReportText shown;
  FoldedText folded;  // of shown.text()
};

}  // namespace ibid
