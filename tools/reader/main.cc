// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/format_readers.h"
#include "tools/reader/run_reader.h"

int main(int argc, char** argv) { return ibid::run_reader(argc, argv, ibid::format_readers()); }
