// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is true of every document that a reader hands over, and short forms of it for tests.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"

namespace ibid::testing {

// "heading 1 [제1장] Text", "row <0 a|b", "note [1] …": kind, level, label, head, text; a tab is |.
std::vector<std::string> block_lines(const ExtractedFile& file);
// "deleted: text"
std::vector<std::string> left_out_lines(const ExtractedFile& file);

// `part` is the bytes of a part by its name. Expects that the file is sound, and that the bytes of
// each anchor are its text: as they stand, or as a reference ("&amp;", "&#xAC00;").
void check_anchors(const ExtractedFile& file,
                   const std::function<std::string(const std::string&)>& part);

}  // namespace ibid::testing
