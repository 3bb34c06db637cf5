// SPDX-License-Identifier: GPL-2.0-or-later
//
// Standard output, with its failures told. A reader that goes away (`| head`) is no failure: what
// is still written is dropped, and the exit code is what it would have been.
#pragma once

#include <string_view>

namespace ibid {

// Throws Error{kSystem} where the bytes cannot be written.
void write_output(std::string_view text);

// To be called once, at the end: buffered bytes may fail only now. Throws like write_output.
void flush_output();

}  // namespace ibid
