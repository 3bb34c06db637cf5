// SPDX-License-Identifier: GPL-2.0-or-later
//
// The program ibid-read, which ibid starts and no user does: reads files for it in a sandbox.
#pragma once

#include <span>

#include "corpus/readers/document_reader.h"

namespace ibid {

// ibid-read [--check] [--memory=BYTES]: answers requests on standard input; with --check prints
// what would hold it in, one line. Returns the exit code. Once, at the start of the program.
int run_reader(int argc, char** argv, std::span<const FormatReader> readers);

}  // namespace ibid
