// SPDX-License-Identifier: GPL-2.0-or-later
//
// The versions of the rules by which files of each format are read. A reader whose rules changed
// may make another text of a file: its number goes up, and the next update reads such files again.
#pragma once

#include <string>
#include <string_view>

#include "corpus/extract/extracted_file.h"

namespace ibid {

// "ibid-docx/1": how ExtractedFile::reader begins; versions of libraries may follow.
std::string reader_rules(FileFormat format);

// Whether `reader`, of a file that was read before, read by the rules of this program.
bool has_present_rules(std::string_view reader);

}  // namespace ibid
