// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers of footnotes and endnotes. A section says at its end how its notes are counted, so marks
// get their labels when their section is over.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/docx/word_tags.h"
#include "corpus/extract/reader_input.h"
#include "corpus/office/draft_writer.h"

namespace ibid {

struct NoteRules {
  std::string format;  // empty: as in the document's settings
  std::optional<int> start;
  std::string restart;  // "continuous", "eachSect", "eachPage"; empty: as in the settings
};
// An element within w:footnotePr or w:endnotePr.
void set_note_rule(NoteRules& rules, WordTag tag, std::string_view value);

using SectionNotes = std::array<NoteRules, 2>;  // footnotes, endnotes

class NoteNumbering {
 public:
  NoteNumbering(DraftWriter& writer, ExtractBuilder& out, SectionNotes settings)
      : writer_(writer), out_(out), settings_(std::move(settings)) {}
  // All marks written since the last call are of this section.
  void end_section(const SectionNotes& rules);

 private:
  DraftWriter& writer_;
  ExtractBuilder& out_;
  SectionNotes settings_;
  std::size_t labelled_ = 0;
  std::array<std::optional<std::int64_t>, 2> last_;
  bool told_ = false;
};

}  // namespace ibid
