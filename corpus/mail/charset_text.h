// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bytes in a charset that a mail names, as text. Charsets are ICU's: iconv, which GMime would ask,
// opens a file for each of them, and a reader may open none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/fragments/mapped_text.h"
#include "corpus/text/encoding.h"

namespace ibid {

// `charset`: as the mail names it, in any case; empty for none. UTF-8 that is not only ASCII is
// UTF-8 whatever is named, and for ASCII or an unknown name the bytes decide. Throws
// Error{kInput} for bytes that are not text.
MappedText text_in_charset(std::string_view bytes, std::string_view charset,
                           std::optional<Encoding> assumed);

}  // namespace ibid
