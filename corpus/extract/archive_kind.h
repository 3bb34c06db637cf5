// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which document is in an archive: ZIP (.docx, .hwpx, .odt, .epub) or OLE (.hwp). Looks at names
// only, unpacks nothing. Library-internal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/tell_format.h"

namespace ibid {

inline constexpr std::string_view kZipStart = "PK\x03\x04";
inline constexpr std::string_view kOleStart = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

FormatGuess tell_zip(std::string_view bytes);  // `bytes` start with kZipStart
FormatGuess tell_ole(std::string_view bytes);  // `bytes` start with kOleStart

// The names in the list at the end of a ZIP archive, lent by `bytes`; none if there is no list that
// can be read. At most 20,000.
std::vector<std::string_view> zip_names(std::string_view bytes);

// The names of what lies in the root of an OLE file; characters outside ASCII as "?". At most
// 20,000; none if the file is damaged.
std::vector<std::string> ole_names(std::string_view bytes);

}  // namespace ibid
