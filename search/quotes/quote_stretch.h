// SPDX-License-Identifier: GPL-2.0-or-later
//
// The stretch of a passage that a quotation was made from: how far it reaches, and what of it is
// compared with the quotation. Pure; no Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/report/report.h"

namespace ibid {

enum class Widen : std::uint8_t { kNot, kEnd, kBegin, kBoth };

// Wider by a word on the sides named.
ByteRange widened(std::string_view text, ByteRange stretch, Widen how);

// With the Korean negation behind it, unless the quotation keeps the word that it follows:
// 체결하지 않았다 quoted as 체결했다 has lost it.
ByteRange with_negation(std::string_view text, ByteRange stretch, std::string_view quotation);

// With the punctuation behind it, where the quotation ends in some.
ByteRange with_punctuation(std::string_view text, ByteRange stretch, std::string_view quotation);

std::string without_citation_marks(std::string_view text);

}  // namespace ibid
