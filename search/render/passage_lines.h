// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pieces of text that several renderers show in the same way.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "search/passages/coverage.h"
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

// The title, or "(no title)".
std::string title_text(std::string_view title);

// "searched 25 passages of 2 reports, 2024-06-27 to 2024-07-01, generation 3"
std::string coverage_text(const AnswerCoverage& coverage);

}  // namespace ibid
