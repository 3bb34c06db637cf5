// SPDX-License-Identifier: GPL-2.0-or-later
//
// Standard output, with its failures told. A reader that goes away (`| head`) is no failure: what
// is still written is dropped, and the exit code is what it would have been.
#pragma once

#include <string_view>

namespace ibid {

// Throws Error{kSystem} where the bytes cannot be written.
void write_output(std::string_view text);

// True once a write found the reader gone: who has much to write may stop.
bool reader_left();

// Hands on what is buffered, so that a reader sees it now; and once at the end: buffered bytes may
// fail only now. Throws like write_output.
void flush_output();

}  // namespace ibid
