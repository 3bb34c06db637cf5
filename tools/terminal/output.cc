// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "corpus/error.h"

namespace ibid {
namespace {

bool reader_has_left = false;  // of the process's one standard output

// main() ignores SIGPIPE, so a write to a closed pipe fails with EPIPE. Every later write fails in
// the same way.
void fail_unless_reader_left(int error) {
  if (error == EPIPE) {
    reader_has_left = true;
    return;
  }
  throw Error(ErrorKind::kSystem,
              std::string("cannot write to standard output: ") + std::strerror(error));
}

}  // namespace

void write_output(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    fail_unless_reader_left(errno);
  }
}

bool reader_left() { return reader_has_left; }

void flush_output() {
  if (std::fflush(stdout) != 0) fail_unless_reader_left(errno);
}

}  // namespace ibid
