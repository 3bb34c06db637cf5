// SPDX-License-Identifier: GPL-2.0-or-later
//
// A passage as the index holds it, with its section and report. All answers consist of these.
// Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/report/report.h"

namespace ibid {

struct SectionTitle {
  std::string number;  // as written; empty for an unnumbered heading
  std::string title;
  std::string entity_type;
};

struct ReportInfo {
  std::string id, title, publisher, date, url, path, sha256;
  Encoding encoding = Encoding::kUtf8;  // of the file
};

struct StoredPassage {
  std::string id;  // "<report>#<locator>.<ordinal>"
  std::string permalink;
  PassageKind kind = PassageKind::kBody;
  std::string language;
  std::vector<SectionTitle> section;  // from the top-level section down; empty before any heading
  std::uint32_t ordinal = 1;
  std::uint32_t sequence = 0;  // 0-based in its report
  std::string text;
  ByteRange bytes;  // in the file
  std::vector<TextSpan> spans;
  std::vector<ByteRange> sentences;  // of text
  std::vector<Citation> citations;
  std::vector<ByteRange> markup;  // of text: signs of Markdown, as Passage::markup
  ReportInfo report;
};

}  // namespace ibid
