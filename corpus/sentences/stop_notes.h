// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands after the stop of a sentence and still belongs to it: the numbers of notes and a
// bracket that explains it.
#pragma once

#include <cstddef>
#include <string_view>

namespace ibid {

// Returns the end of the notes that begin at `at`, which is past the stop at `stop` and its closing
// quotes; `at` if there are none. Notes: "[1]", "[^fire]", "[3, p. 4]", "【4†source】", "¹,²", "3)"
// and "4, 5" right after the stop, "([Reuters][1])", "(2023년 대비)". A bracket with a whole
// sentence, an enumeration "(a)" and a bracket that the next word continues, "(주)한빛", are none.
std::size_t skip_stop_notes(std::string_view text, std::size_t stop, std::size_t at);

// True for a round bracket at `at` after which a small letter or a particle goes on with the
// sentence: "Ltd. (Singapore) and", "(Big Sister is watching you.)에".
bool bracket_goes_on(std::string_view text, std::size_t at);

}  // namespace ibid
