// SPDX-License-Identifier: GPL-2.0-or-later
//
// A stretch of a report's file as selectors of the W3C Web Annotation Data Model
// (https://www.w3.org/TR/annotation-model/#selectors). Pure values; made from the file alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/extract/extracted_file.h"
#include "search/passages/report_text.h"

namespace ibid {

// Together they occur only once in the text (see report_text.h).
struct TextQuoteSelector {
  std::string exact;  // the stretch, as in the text
  // The text right before and after it: 32 code points on each side, or as many more as make the
  // location unique; fewer at the ends of the text.
  std::string prefix, suffix;
};

struct TextPositionSelector {  // code points of the text, end exclusive
  std::uint64_t start = 0;
  std::uint64_t end = 0;
};

struct DataPositionSelector {  // bytes of the file, end exclusive
  std::uint64_t start = 0;
  std::uint64_t end = 0;
};

// The part of the document that a registered fragment names; the quotation refines it.
struct FragmentSelector {
  std::string value;        // "page=7"
  std::string conforms_to;  // "http://tools.ietf.org/rfc/rfc8118"
};

struct Selectors {
  TextQuoteSelector quote;
  TextPositionSelector position;
  DataPositionSelector data;
  // Of a report with an extraction: the quotation is of the extracted text. A position in that is
  // none in the file, and bytes are only of a file whose text is made of them.
  bool has_position = true, has_data = true;
  std::optional<FragmentSelector> fragment = {};
};

// `file`: bytes of the file that `report` was made from; a whole passage or part of one.
Selectors selectors_of(const ReportText& report, ByteRange file);

// The same of a report with an extraction. `report` is made of the text of `document`, and `text`
// are bytes of that. A page is named as RFC 8118 says, by its number in the file.
Selectors selectors_of(const ReportText& report, const ExtractedFile& document, ByteRange text);

}  // namespace ibid
