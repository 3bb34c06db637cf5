// SPDX-License-Identifier: GPL-2.0-or-later
//
// The few questions that the report model answers itself; see report.h.
#include "corpus/report/report.h"

#include <algorithm>

namespace ibid {

const char* to_string(PassageKind kind) {
  switch (kind) {
    case PassageKind::kSummary:
      return "summary";
    case PassageKind::kBody:
      return "body";
    case PassageKind::kConclusion:
      return "conclusion";
    case PassageKind::kGlossary:
      return "glossary";
    case PassageKind::kSource:
      return "source";
    case PassageKind::kNote:
      return "note";
  }
  return "body";
}

ByteRange file_range(const Passage& passage, ByteRange text_range) {
  return file_range(passage.spans, text_range);
}

std::vector<std::int32_t> section_path(const std::vector<Section>& sections, std::int32_t section) {
  std::vector<std::int32_t> path;
  for (std::int32_t at = section; at >= 0 && static_cast<std::size_t>(at) < sections.size();
       at = sections[static_cast<std::size_t>(at)].parent) {
    path.push_back(at);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace ibid
