// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pieces of text that several renderers show in the same way.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/passages/coverage.h"
#include "search/passages/file_lines.h"
#include "search/passages/hit.h"
#include "search/passages/stored_passage.h"
#include "search/render/text_page.h"

namespace ibid {

// Escapes `text`; marks nothing.
Prose plain(std::string_view text, Role role = Role::kPlain);

// "a · b"; skips empty parts.
std::string dotted(std::initializer_list<std::string> parts);

// "9-2 Xi Jinping [person]"
std::string heading(const SectionTitle& section);

// "7 Broader Implications › 7-2 India’s concerns"
std::string section_path_text(const std::vector<SectionTitle>& path);

// The passage's text behind the label that the page shows before it: "가. 수출은 …".
std::string with_label(const StoredPassage& passage);

// The title, or "(no title)".
std::string title_text(std::string_view title);

enum class PlaceBytes : std::uint8_t { kIfNeeded, kToo };

// Adds "reports/a.txt:12:3", which editors and terminals open, as a link to the file where the page
// has links; with the bytes behind it, " (bytes 975-1311)", if asked for or if the line is not
// known.
void add_place(Page& page, std::size_t indent, const StoredPassage& passage,
               const std::optional<LineLocation>& place, PlaceBytes bytes);

// Where a stretch of the passage is in its file, to write behind the file's name:
// " (bytes 120-240)"; of another format than text also " p. 7", " (word/document.xml) 가.". Not
// escaped. May read the extracted text from the index.
std::string place_behind(const StoredPassage& passage, ByteRange bytes);

// "searched 25 passages of 2 reports, 2024-06-27 to 2024-07-01, generation 3"
std::string coverage_text(const AnswerCoverage& coverage);

// "2 of 3 nodes answered: the reports of north (timed out) are not in it"; empty if all did, or if
// the index is here.
std::string missing_nodes_text(const IndexState& index);

}  // namespace ibid
