// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parts of a DOCX file beside the document: notes, comments, settings, core properties.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/docx/note_numbering.h"
#include "corpus/docx/story_reader.h"
#include "corpus/extract/reader_input.h"
#include "corpus/office/draft.h"

namespace ibid {

// id -> its blocks. Separators, which are not notes, are left out.
using NoteBlocks = std::map<std::string, std::vector<Draft>, std::less<>>;
NoteBlocks read_notes(std::string_view part_name, std::string_view xml, StoryReader& story,
                      const ReaderLimits& limits);

// What settings.xml says of all notes.
SectionNotes read_note_settings(std::string_view part_name, std::string_view xml,
                                const ReaderLimits& limits);

// Title, author, date and language of docProps/core.xml.
void add_core_fields(ExtractBuilder& out, std::string_view part_name, std::string_view xml,
                     const ReaderLimits& limits);

}  // namespace ibid
